/**
 * The entry for the training site, which carries its own copy of the
 * assistant: a module, started by the page's own script.
 */
import sandbox from "../sites/sandbox.json";
import type { Adapter } from "./adapter.ts";
import { localeFor, siteHost, type Words } from "./host/site.ts";
import { start as startPage } from "./start.ts";

export interface SiteOptions {
  /** The folder that holds `page/`, `panel/` and `_locales/`; beside this module if nothing is said. */
  base?: string;
  /** The languages wanted, most wanted first; the browser's if nothing is said. */
  languages?: readonly string[];
}

/** Starts the assistant on this page; what it returns stops it. */
export async function start(options: SiteOptions = {}): Promise<() => void> {
  const base = new URL(options.base ?? new URL("../", import.meta.url), location.href);
  const locale = localeFor(options.languages ?? navigator.languages);
  const answer = await fetch(new URL(`_locales/${locale}/messages.json`, base));
  const words = (await answer.json()) as Words;
  const life = startPage(siteHost(base, words), sandbox as unknown as Adapter);
  return () => life.end();
}
