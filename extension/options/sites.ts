/**
 * The list of sites: each with its state, who allowed it, and what changes it. It is
 * drawn anew whenever something that it shows changes, whoever changes it; the rows
 * stay the same elements, so the keyboard stays where it is.
 */
import { dayOf, timeOf } from "../paper/moments.ts";
import { type Console, consoles, hostOf, listed } from "../where/consoles.ts";
import { KEY, type Kept, load } from "../where/kept.ts";
import { endHour, endSites, type Pauses, pauses } from "../where/pauses.ts";

type State = "on" | "off" | "paused" | "withheld";

/** A site as it is shown. */
interface Row {
  /** A listed console's adapter, or the pattern of an allowed site. */
  site: string;
  name: string;
  hosts: string[];
  origins: string[];
  state: State;
  /** Whether it is this site that is paused, and not all of them. */
  pausedAlone: boolean;
  by: string;
  /** Whether it can leave the list. */
  goes: boolean;
}

/** How often the clock is looked at while a pause runs out. */
const TICK = 15_000;

const say = (word: string, value?: string): string => chrome.i18n.getMessage(word, value);

/** @param parts Finds the page's parts by their ids. */
export async function showSites(parts: (id: string) => HTMLElement): Promise<void> {
  const all = await consoles();
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const [kept, paused, allowed] = await Promise.all([load(), pauses(Date.now()), chrome.permissions.getAll()]);
    const origins = new Set(allowed.origins ?? []);
    fill(parts("listed"), await Promise.all(listed(all).map((one) => consoleRow(one, kept, paused))));
    const granted = Object.keys(kept.granted).sort((a, b) => hostOf(a).localeCompare(hostOf(b)));
    fill(parts("granted"), granted.map((pattern) => grantedRow(pattern, kept, paused, origins)));
    parts("none").hidden = granted.length > 0;
    parts("hour").hidden = paused.hour === null;
    parts("hour-until").textContent = paused.hour === null ? "" : say("ext_paused_hour", timeOf(paused.hour));
    document.body.dataset["ready"] = "";
  };
  const lookAgain = () => {
    looking = looking.then(look, look);
  };
  parts("hour-end").addEventListener("click", (event) => {
    if (event.isTrusted) void endHour();
  });
  chrome.storage.local.onChanged.addListener((changes) => {
    if (changes[KEY] !== undefined || changes["pauses"] !== undefined) lookAgain();
  });
  chrome.permissions.onAdded.addListener(lookAgain);
  chrome.permissions.onRemoved.addListener(lookAgain);
  setInterval(lookAgain, TICK);
  lookAgain();
}

async function consoleRow({ id, title, matches }: Console, { off }: Kept, paused: Pauses): Promise<Row> {
  const hosts = [...new Set(matches.map(hostOf))];
  const isAllowed = await chrome.permissions.contains({ origins: matches });
  const state = off[id] !== undefined ? "off" : !isAllowed ? "withheld" : stateOf(hosts, paused);
  return { site: id, name: title, hosts, origins: matches, state, pausedAlone: isPaused(hosts, paused), by: say("ext_site_by_install"), goes: false };
}

function grantedRow(pattern: string, { granted }: Kept, paused: Pauses, origins: ReadonlySet<string>): Row {
  const host = hostOf(pattern);
  const { at = 0, by, off } = granted[pattern] ?? {};
  const state = off === true ? "off" : !origins.has(pattern) ? "withheld" : stateOf([host], paused);
  const who = say(by === "browser" ? "ext_site_by_browser" : "ext_site_by_agent", dayOf(at));
  const name = pattern.startsWith("http:") ? pattern.slice(0, -2) : host;
  return { site: pattern, name, hosts: [host], origins: [pattern], state, pausedAlone: isPaused([host], paused), by: who, goes: true };
}

function stateOf(hosts: readonly string[], paused: Pauses): State {
  return paused.hour !== null || isPaused(hosts, paused) ? "paused" : "on";
}

function isPaused(hosts: readonly string[], { sites }: Pauses): boolean {
  return hosts.some((host) => sites.includes(host));
}

/** Puts the rows into the list, each in the element that it had. */
function fill(list: HTMLElement, rows: readonly Row[]): void {
  const known = new Map([...list.children].map((row) => [(row as HTMLElement).dataset["site"], row as HTMLElement]));
  const elements = rows.map((row) => {
    const element = known.get(row.site) ?? made(row);
    update(element, row);
    return element;
  });
  for (const element of known.values()) if (!elements.includes(element)) element.remove();
  elements.forEach((element, place) => {
    if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
  });
}

/** The parts of a row, in their order. */
const PARTS = ["name", "hosts", "state", "by", "change", "go-on", "forget"] as const;

/** What a row shows now: its buttons act on that. */
const shown = new WeakMap<HTMLElement, Row>();

function made({ site }: Row): HTMLElement {
  const row = document.createElement("li");
  row.dataset["site"] = site;
  for (const part of PARTS) {
    const isButton = ["change", "go-on", "forget"].includes(part);
    const element = document.createElement(isButton ? "button" : "span");
    element.className = part;
    row.append(element);
    if (!isButton) continue;
    element.setAttribute("type", "button");
    element.addEventListener("click", (event) => {
      const now = shown.get(row);
      if (event.isTrusted && now !== undefined) void act(part, now);
    });
  }
  return row;
}

function update(element: HTMLElement, row: Row): void {
  shown.set(element, row);
  const isOn = row.state === "on" || row.state === "paused";
  const words = {
    name: row.name,
    // An allowed site is called by its host.
    hosts: row.goes ? "" : row.hosts.join("  "),
    state: say(`ext_site_${row.state}`),
    by: row.by,
    change: say(isOn ? "ext_site_stop" : "ext_site_use"),
    "go-on": say("ext_site_go_on"),
    forget: say("ext_site_forget"),
  };
  element.dataset["state"] = row.state;
  for (const part of PARTS) {
    const place = element.querySelector<HTMLElement>(`.${part}`);
    if (place === null) continue;
    if (place.textContent !== words[part]) place.textContent = words[part];
    // A list of buttons that all say the same is none to who listens.
    if (place.localName === "button") place.setAttribute("aria-label", `${words[part]}: ${row.name}`);
  }
  // What pauses all of them is ended once, above the list.
  hide(element, "go-on", row.state !== "paused" || !row.pausedAlone);
  hide(element, "forget", !row.goes || isOn);
}

function hide(row: HTMLElement, part: (typeof PARTS)[number], hidden: boolean): void {
  const place = row.querySelector<HTMLElement>(`.${part}`);
  if (place !== null) place.hidden = hidden;
}

async function act(part: string, { site, hosts, origins, state }: Row): Promise<void> {
  if (part === "forget") {
    await chrome.runtime.sendMessage({ type: "deti-site-forget", site });
  } else if (part === "go-on") {
    await endSites(hosts);
  } else if (state === "on" || state === "paused") {
    await chrome.runtime.sendMessage({ type: "deti-site", site, on: false });
  } else {
    void chrome.runtime.sendMessage({ type: "deti-site-wanted", site });
    if (!(await chrome.permissions.request({ origins }).catch(() => false))) return;
    await chrome.runtime.sendMessage({ type: "deti-site", site, on: true });
  }
}
