/**
 * What the toolbar button opens: whether Deti is used on the page in front, with
 * what switches it on or off, and the pauses.
 *
 * Which page that is the browser says, never the page. Whether the check is paused,
 * and what a pause means, the panel says; here it is only asked for.
 */
import type { Standing } from "../page/host/host.ts";
import { timeOf } from "../paper/moments.ts";
import { speak } from "../paper/speak.ts";
import { consoleAt, consoles, hostOf, patternOf } from "../where/consoles.ts";
import { load } from "../where/kept.ts";

const parts = speak();

/** A listed console by its adapter, any other site by its pattern. */
interface Here {
  tabId: number;
  site: string;
  /** What the browser is asked for; a listed console has its own patterns. */
  origins: string[];
  name: string;
  isListed: boolean;
}

async function where(): Promise<Here | null> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.url === undefined) return null;
  const address = new URL(tab.url);
  const known = consoleAt(await consoles(), address);
  if (known !== undefined) {
    const { id, title, matches } = known;
    return { tabId: tab.id, site: id, origins: matches, name: title, isListed: true };
  }
  const pattern = patternOf(address);
  if (pattern === null) return null;
  return { tabId: tab.id, site: pattern, origins: [pattern], name: hostOf(pattern), isListed: false };
}

/** How Deti stands on the page; `null` where it does not run. */
async function standing({ tabId }: Here): Promise<Standing | null> {
  try {
    return ((await chrome.tabs.sendMessage(tabId, { type: "deti-standing" }, { frameId: 0 })) as Standing | undefined) ?? null;
  } catch {
    return null;
  }
}

function note(word: string | null): void {
  const place = parts("note");
  place.hidden = word === null;
  place.textContent = word === null ? "" : chrome.i18n.getMessage(word);
}

async function show(here: Here | null, refused = false): Promise<void> {
  if (here === null) {
    parts("host").textContent = chrome.i18n.getMessage("name");
    return note("ext_popup_none");
  }
  const stands = await standing(here);
  const kept = await load();
  const isOff = here.isListed ? kept.off[here.site] !== undefined : kept.granted[here.site]?.off !== false;
  const isUsed = stands !== null && !isOff;
  const paused = isUsed ? stands.paused : null;
  const state = parts("state");
  parts("host").textContent = here.name;
  state.hidden = false;
  state.dataset["state"] = paused !== null ? "paused" : isUsed ? "on" : "off";
  state.textContent = chrome.i18n.getMessage(paused !== null ? "ext_popup_paused" : isUsed ? "ext_popup_on" : "ext_popup_off");
  if (paused !== null) {
    const until = paused.until === null ? "" : timeOf(paused.until);
    state.textContent += ` · ${chrome.i18n.getMessage(`paused_${paused.span}`, until)}`;
  }
  const isReady = isUsed && stands.ready;
  if (refused) note("ext_popup_refused");
  else if (!isUsed) note(here.isListed ? null : "ext_popup_ask");
  else note(isReady ? null : "ext_popup_focus");
  parts("pausing").hidden = !isReady || paused !== null;
  const conversation = parts("pause-conversation") as HTMLButtonElement;
  conversation.disabled = stands?.conversation !== true;
  conversation.title = conversation.disabled ? chrome.i18n.getMessage("pause_no_conversation") : "";
  parts("go-on").hidden = paused === null;
  parts("use").hidden = isUsed;
  // Where no composer is known the panel comes by this, and the agent points at one.
  parts("fold").hidden = !isUsed;
  parts("stop").hidden = !isUsed;
}

/** Acts on the agent's own click, and shows what came of it. */
function on(id: string, act: () => Promise<unknown>): void {
  parts(id).addEventListener("click", (event) => {
    if (event.isTrusted) void act();
  });
}

const here = await where();

function command(name: string): () => Promise<void> {
  return async () => {
    if (here === null) return;
    await chrome.tabs.sendMessage(here.tabId, { type: "deti-command", command: name }, { frameId: 0 }).catch(() => {});
    // It is over there that something happens now.
    window.close();
  };
}

async function choose(on: boolean): Promise<void> {
  if (here === null) return;
  const { site, origins } = here;
  if (on) {
    // Both at once: a browser forgets the hand behind a click after the first wait, and
    // its question may close this page. The background hears what became of it.
    void chrome.runtime.sendMessage({ type: "deti-site-wanted", site });
    const granted = await chrome.permissions.request({ origins }).catch(() => false);
    if (!granted) return show(here, true);
  }
  await chrome.runtime.sendMessage({ type: "deti-site", site, on });
  window.close();
}

on("use", () => choose(true));
on("stop", () => choose(false));
on("pause-hour", command("pause-hour"));
on("pause-site", command("pause-site"));
on("pause-conversation", command("pause-conversation"));
on("go-on", command("go-on"));
on("fold", command("toggle-fold"));
on("desk", async () => {
  await chrome.runtime.sendMessage({ type: "deti-desk" });
  window.close();
});
on("all", async () => {
  await chrome.runtime.openOptionsPage();
  window.close();
});

await show(here);
// The hand that opened it is on the first thing that it is for.
document.querySelector<HTMLButtonElement>("button.first:not([hidden])")?.focus();
document.body.dataset["ready"] = "";
