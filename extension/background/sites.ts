/**
 * Where Deti is used beyond the listed consoles, and where it is not on them.
 *
 * Three things have to agree: what the agent chose (storage), what the browser
 * allows (permissions), and what the browser runs (registered scripts). Whatever
 * changes one of them, all three are looked at anew and the last is made to fit, so
 * nothing is lost when the background ends in between. Sites are allowed one by
 * one: a permission for more than one site starts nothing.
 */
import { type Console, consoles, ELSEWHERE, isOneSite, listed } from "../where/consoles.ts";
import { KEY, type Kept, load, save } from "../where/kept.ts";

/** What begins the name of a script that is registered for a site. */
const OURS = "site ";

/** The pages of the extension on which the agent chooses; no other page of it may. */
const CHOOSING = ["popup/popup.html", "options/options.html"];

/** One change after the other: two at once would undo each other. */
let changing: Promise<unknown> = Promise.resolve();

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const next = changing.then(act, act);
  changing = next.catch(() => {});
  return next;
}

/** Makes what runs fit what was chosen and is allowed. */
export function settleSites(): Promise<void> {
  return inTurn(settle);
}

/** Hears whatever can change where Deti runs. */
export function watchSites(): void {
  chrome.permissions.onAdded.addListener(({ origins = [] }) => {
    void inTurn(() => noteAllowed(origins));
  });
  chrome.permissions.onRemoved.addListener(() => void inTurn(settle));
  chrome.storage.local.onChanged.addListener((changes) => {
    if (changes[KEY] !== undefined) void inTurn(settle);
  });
  chrome.runtime.onStartup.addListener(() => void settleSites());
}

/** Answers what is asked or chosen about sites; `null` for any other message. */
export function answerAboutSites(message: unknown, sender: chrome.runtime.MessageSender): Promise<boolean> | null {
  if (sender.id !== chrome.runtime.id || typeof message !== "object" || message === null) return null;
  const { type, adapter, site, on } = message as Record<string, unknown>;
  if (type === "deti-here" && sender.tab !== undefined && sender.frameId === 0) return isUsed(adapter, sender.url);
  if (!CHOOSING.some((page) => sender.url?.split(/[?#]/)[0] === chrome.runtime.getURL(page))) return null;
  if (typeof site !== "string") return null;
  // It is noted before the browser asks: the page that wanted it may be closed by the question.
  if (type === "deti-site-wanted" && isOneSite(site)) return note(`wanted:${site}`);
  if (type === "deti-site" && typeof on === "boolean") return inTurn(() => choose(site, on));
  if (type === "deti-site-forget") return inTurn(() => forget(site));
  return null;
}

/** The pages on which Deti may be. */
export async function pagesInUse(): Promise<string[]> {
  return [...manifestScripts().flatMap(({ matches = [] }) => matches), ...(await used(await load()))];
}

async function note(key: string): Promise<boolean> {
  await chrome.storage.session.set({ [key]: true });
  return true;
}

/** Whether a page script is wanted where it is. */
async function isUsed(adapter: unknown, url: string | undefined): Promise<boolean> {
  const kept = await load();
  const all = listed(await consoles());
  const { id } = all.find(({ id }) => id === adapter) ?? {};
  if (id !== undefined) return kept.off[id] === undefined;
  const { protocol, hostname } = new URL(url ?? "about:blank");
  return (await used(kept)).includes(`${protocol}//${hostname}/*`);
}

/** The agent switches a listed console, by its adapter, or an allowed site, by its pattern. */
async function choose(site: string, on: boolean): Promise<boolean> {
  const kept = await load();
  const isListed = listed(await consoles()).some(({ id }) => id === site);
  if (isListed) {
    if (on) delete kept.off[site];
    else kept.off[site] = Date.now();
    await save(kept);
  } else if (!isOneSite(site)) {
    return false;
  } else if (on) {
    // The page asked the browser; what the browser says counts.
    if (!(await chrome.permissions.contains({ origins: [site] }))) return false;
    await allow(kept, site, "agent");
  } else {
    const grant = kept.granted[site];
    if (grant !== undefined) grant.off = true;
    await save(kept);
    await giveBack(site);
  }
  await settle();
  if (isListed && on) await bring(manifestScripts().filter(({ js = [] }) => js.includes(`sites/${site}.js`)));
  return true;
}

async function forget(site: string): Promise<boolean> {
  const kept = await load();
  delete kept.granted[site];
  await save(kept);
  await giveBack(site);
  await settle();
  return true;
}

/** The browser allowed something: a site of its own is used from now on. */
async function noteAllowed(origins: readonly string[]): Promise<void> {
  const kept = await load();
  const known = new Set(manifestScripts().flatMap(({ matches = [] }) => matches));
  for (const pattern of origins.filter(isOneSite).filter((one) => !known.has(one))) {
    const key = `wanted:${pattern}`;
    const wanted = (await chrome.storage.session.get(key))[key] === true;
    await chrome.storage.session.remove(key);
    await allow(kept, pattern, wanted ? "agent" : "browser");
  }
  await settle();
}

async function allow(kept: Kept, pattern: string, by: "agent" | "browser"): Promise<void> {
  const known = kept.granted[pattern];
  if (known === undefined || known.off) kept.granted[pattern] = { at: Date.now(), by, off: false };
  await save(kept);
}

async function giveBack(pattern: string): Promise<void> {
  // What the manifest itself asks for cannot be given back, and is not used all the same.
  await chrome.permissions.remove({ origins: [pattern] }).catch(() => false);
}

/** The allowed sites that are on, and that the browser still allows. */
async function used({ granted }: Kept): Promise<string[]> {
  const on = Object.keys(granted).filter((pattern) => granted[pattern]?.off === false);
  const allowed = await Promise.all(on.map((pattern) => chrome.permissions.contains({ origins: [pattern] })));
  return on.filter((_, place) => allowed[place]);
}

async function settle(): Promise<void> {
  const all = await consoles();
  const wanted = (await used(await load())).flatMap((pattern) => scriptsOf(pattern, all));
  const registered = await chrome.scripting.getRegisteredContentScripts();
  const ours = registered.filter(({ id }) => id.startsWith(OURS));
  const old = ours.filter(({ id }) => !wanted.some((script) => script.id === id)).map(({ id }) => id);
  const fresh = wanted.filter(({ id }) => !ours.some((script) => script.id === id));
  if (old.length > 0) await chrome.scripting.unregisterContentScripts({ ids: old });
  if (fresh.length > 0) await chrome.scripting.registerContentScripts(fresh);
  // A page that may have it no longer is asked to look; it asks back by its own address.
  for (const { id } of await chrome.tabs.query({})) {
    if (id !== undefined) chrome.tabs.sendMessage(id, { type: "deti-sites-changed" }, { frameId: 0 }).catch(() => {});
  }
  await bring(fresh);
}

/** The scripts of one allowed site: like those of a console in the manifest. */
function scriptsOf(pattern: string, all: readonly Console[]): chrome.scripting.RegisteredContentScript[] {
  const [scheme = "", rest = ""] = pattern.split("://");
  const host = rest.slice(0, rest.indexOf("/"));
  const own = all
    .filter((one) => one.own && one.id !== ELSEWHERE)
    .map(({ id, matches }) => ({ id, matches: matches.map((one) => one.replace("://*/", `://${host}/`)) }))
    .map(({ id, matches }) => ({ id, matches: matches.filter((one) => one.startsWith(`${scheme}:`)) }))
    .filter(({ matches }) => matches.length > 0);
  // Where a listed console has pages of this site, they are its own.
  const excludeMatches = [...listed(all).flatMap(({ matches }) => matches), ...own.flatMap(({ matches }) => matches)];
  const script = (id: string, matches: string[], excludeMatches?: string[]) => ({
    id: `${OURS}${pattern} ${id}`,
    matches,
    ...(excludeMatches === undefined ? {} : { excludeMatches }),
    js: [`sites/${id}.js`, "page/page.js"],
    runAt: "document_start" as const,
  });
  return [
    script(ELSEWHERE, [pattern], excludeMatches),
    ...own.map(({ id, matches }) => script(id, matches)),
    { id: `${OURS}${pattern} style`, matches: [pattern], css: ["page/highlight.css"], runAt: "document_start", allFrames: true },
  ];
}

/**
 * The manifest's own scripts, in the form of registered ones. Firefox names what the
 * manifest leaves out, as nothing, and says of a file its whole address.
 */
function manifestScripts(): Script[] {
  const scripts = chrome.runtime.getManifest().content_scripts ?? [];
  return scripts.map(({ matches, js, css, all_frames: allFrames }) => ({
    matches: matches ?? [],
    js: (js ?? []).map(pathOf),
    css: (css ?? []).map(pathOf),
    allFrames: allFrames ?? false,
  }));
}

/** Where a file of the extension's is, from its root. */
function pathOf(file: string): string {
  return new URL(file, chrome.runtime.getURL("")).pathname.slice(1);
}

type Script = Pick<chrome.scripting.RegisteredContentScript, "matches" | "excludeMatches" | "js" | "css" | "allFrames">;

/**
 * Runs scripts in the pages that are open. A page script that already runs in a page
 * notices that and leaves the second one nothing to do.
 */
async function bring(scripts: readonly Script[]): Promise<void> {
  for (const { matches = [], excludeMatches = [], js = [], css = [], allFrames = false } of scripts) {
    const except = excludeMatches.length === 0 ? [] : await chrome.tabs.query({ url: excludeMatches });
    const others = new Set(except.map(({ id }) => id));
    for (const { id: tabId } of await chrome.tabs.query({ url: matches })) {
      if (tabId === undefined || others.has(tabId)) continue;
      const target = { tabId, allFrames };
      // A page may close or navigate meanwhile, or be one that the browser
      // protects; the others still get theirs.
      if (css.length > 0) await chrome.scripting.insertCSS({ target, files: css }).catch(() => {});
      if (js.length > 0) await chrome.scripting.executeScript({ target, files: js }).catch(() => {});
    }
  }
}

/** Runs the manifest's content scripts, and those of allowed sites, in every page that was open before them. */
export async function bringIntoOpenPages(): Promise<void> {
  await bring(manifestScripts());
  await inTurn(async () => {
    await settle();
    const all = await consoles();
    for (const pattern of await used(await load())) await bring(scriptsOf(pattern, all));
  });
}
