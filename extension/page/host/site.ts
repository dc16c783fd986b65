/**
 * The page side on the training site: everything comes from the site's own
 * files, and the secret passes through this tab's session storage. There is no
 * other owner to outlive.
 */
import type { Host } from "./host.ts";

/** A file of words, in the form that browser extensions use. */
export type Words = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

/** Where the panel's copy of the secret waits. */
export const SECRET_KEY = "deti.secret";

/** @param base The folder that holds `page/`, `panel/` and `_locales/`, as an absolute address. */
export function siteHost(base: URL, words: Words): Host {
  const panelUrl = new URL("panel/panel.html", base);
  return {
    panelUrl: panelUrl.href,
    panelOrigin: panelUrl.origin,
    highlightSheet: new URL("page/highlight.css", base).href,
    word: (key, value) => fill(words, key, value),
    register: async (secret) => sessionStorage.setItem(SECRET_KEY, secret),
    ownAdapter: async (id) => adapterOf(JSON.parse(localStorage.getItem(`site:${id}`) ?? "null")),
    alive: () => true,
    // The site's own page does not quarrel with itself.
    stands: () => {},
    attend: () => {},
  };
}

function adapterOf(record: unknown): unknown {
  return typeof record === "object" && record !== null && "adapter" in record ? record.adapter : null;
}

/** Puts `value` where the message has its first placeholder. */
function fill(words: Words, key: string, value = ""): string {
  const entry = words[key];
  if (entry === undefined) return "";
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
    return content === "$1" ? value : content;
  });
}

/** The locale folder for the browser's languages, most wanted first. */
export function localeFor(languages: readonly string[]): "zh_CN" | "zh_TW" | "en" {
  for (const language of languages) {
    const tag = language.toLowerCase();
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return "zh_TW";
    if (tag.startsWith("zh")) return "zh_CN";
    if (tag.startsWith("en")) return "en";
  }
  return "zh_CN";
}
