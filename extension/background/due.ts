/**
 * What is due while no panel looks: an alarm for the next moment, a count on the
 * toolbar button, and one notification for each thing that is due.
 *
 * A panel leaves in local storage what will be due and when (`watch`); it knows
 * no names, only marks. Nothing is kept in memory: whatever wakes the background
 * (an alarm, a start of the browser, an update) reads storage anew, so neither
 * its own end nor the browser's loses a moment.
 */

/** The one alarm. */
export const ALARM = "deti-due";
const NOTIFICATION = "deti-due";

/** After so many seconds without a key or the pointer nobody is there to be told. */
const AWAY = 600;

/** So many things are remembered as told: several times what a panel leaves to be watched. */
const REMEMBERED = 2000;

/** An alarm that a background was ended over comes again after so many minutes; one that was answered is set anew. */
const AGAIN = 0.5;

/** Something that wants the agent at a moment. */
interface Item {
  /** Tells it apart; what is due again later is another one. */
  id: string;
  /** When, in milliseconds since the epoch. */
  at: number;
}

/** What a panel left. */
interface Watch {
  items: Item[];
  /** The quiet hours, as minutes of the day; equal ones are none. */
  quiet: { from: number; to: number };
}

/** One look after the other: two at once would tell the same thing twice. */
let looking: Promise<void> = Promise.resolve();

/** Looks what is due: counts it, tells it if that may be, and sets the alarm for the next. */
export function lookAtDue(): Promise<void> {
  looking = looking.then(look, look);
  return looking;
}

async function look(): Promise<void> {
  const now = Date.now();
  const { watch, told } = await chrome.storage.local.get(["watch", "told"]);
  const { items, quiet } = read(watch);
  const due = items.filter(({ at }) => at <= now);
  await count(due.length);

  const before = Array.isArray(told) ? told.filter((id) => typeof id === "string") : [];
  const known = new Set(before);
  const news = due.filter(({ id }) => !known.has(id));
  const end = quietUntil(quiet, now);
  const next = items.filter(({ at }) => at > now).map(({ at }) => at);
  if (news.length > 0 && end !== null) next.push(end);
  await arm(next);
  if (news.length === 0 || end !== null || !(await somebodyIsThere())) return;
  // Noted first: a background that ends in between tells it never, not twice.
  await chrome.storage.local.set({ told: remembered(before, news.map(({ id }) => id)) });
  await tell(news.length);
}

/**
 * What was told, and what is told now. An order that is not due for a while, because its
 * buyer said so or another order speaks for it, is the same when it is due again: it stays
 * until its next reminder takes its place. What is over is never due again, and goes when
 * so many newer ones were told.
 */
export function remembered(before: string[], news: string[]): string[] {
  const anew = new Set(news.map(about));
  return [...before.filter((id) => !anew.has(about(id))), ...news].slice(-REMEMBERED);
}

/** What an item is about, without the number or the moment that tells one time from the next. */
function about(id: string): string {
  return id.slice(0, id.lastIndexOf(" "));
}

/** Storage can hold anything; what is no watch is an empty one. */
function read(watch: unknown): Watch {
  const none: Watch = { items: [], quiet: { from: 0, to: 0 } };
  if (typeof watch !== "object" || watch === null) return none;
  const { items, quiet } = watch as { items?: unknown; quiet?: unknown };
  const { from, to } = (quiet ?? {}) as { from?: unknown; to?: unknown };
  return {
    items: (Array.isArray(items) ? items : []).filter(isItem),
    quiet: typeof from === "number" && typeof to === "number" ? { from, to } : none.quiet,
  };
}

function isItem(item: unknown): item is Item {
  if (typeof item !== "object" || item === null) return false;
  const { id, at } = item as { id?: unknown; at?: unknown };
  return typeof id === "string" && typeof at === "number";
}

/** The end of the quiet hours, if this is one of them. */
export function quietUntil({ from, to }: Watch["quiet"], now: number): number | null {
  const clock = new Date(now);
  const minute = clock.getHours() * 60 + clock.getMinutes();
  const holds = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!holds) return null;
  // By the clock's own reckoning, so that a night with a jump ends when it should.
  clock.setHours(Math.floor(to / 60), to % 60, 0, 0);
  if (clock.getTime() <= now) clock.setDate(clock.getDate() + 1);
  return clock.getTime();
}

async function arm(moments: number[]): Promise<void> {
  if (moments.length === 0) await chrome.alarms.clear(ALARM);
  else await chrome.alarms.create(ALARM, { when: Math.min(...moments), periodInMinutes: AGAIN });
}

async function count(due: number): Promise<void> {
  await chrome.action.setBadgeText({ text: due === 0 ? "" : String(Math.min(due, 99)) });
  await chrome.action.setBadgeBackgroundColor({ color: "#8a5e0e" });
  const title = due === 0 ? "ext_action_title" : "ext_action_due";
  await chrome.action.setTitle({ title: chrome.i18n.getMessage(title, String(due)) });
}

/**
 * Notifications are the agent's choice, and the permission to ask whether
 * somebody is at the machine comes with it: without both nothing is told.
 */
async function somebodyIsThere(): Promise<boolean> {
  if (chrome.notifications === undefined || chrome.idle === undefined) return false;
  return (await chrome.idle.queryState(AWAY)) === "active";
}

async function tell(news: number): Promise<void> {
  await chrome.notifications.create(NOTIFICATION, {
    type: "basic",
    iconUrl: chrome.runtime.getURL("icons/128.png"),
    title: chrome.i18n.getMessage("ext_due_title", String(news)),
    message: chrome.i18n.getMessage("ext_due_message"),
  });
}

/** Hears whatever can make something due, or bring somebody back. */
export function watchDue(open: () => void): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lookAtDue();
  });
  chrome.storage.local.onChanged.addListener(({ watch }) => {
    if (watch !== undefined) void lookAtDue();
  });
  // Firefox forgets its alarms when it ends, and so may Chrome.
  chrome.runtime.onStartup.addListener(() => void lookAtDue());
  chrome.runtime.onInstalled.addListener(() => void lookAtDue());
  chrome.permissions.onAdded.addListener(() => {
    hearReturn();
    void lookAtDue();
  });
  hearReturn();
  chrome.notifications?.onClicked.addListener(open);
}

/** Who comes back is told what became due meanwhile. */
function hearReturn(): void {
  if (chrome.idle === undefined || chrome.idle.onStateChanged.hasListener(returned)) return;
  chrome.idle.setDetectionInterval(AWAY);
  chrome.idle.onStateChanged.addListener(returned);
}

function returned(state: string): void {
  if (state === "active") void lookAtDue();
}
