/** The conversation on screen, read by the adapter. */
import type { Conversation } from "./adapter.ts";
import type { Ground } from "./ground.ts";
import { findFirst, isOneOf, shows } from "./place.ts";
import { readAt } from "./read.ts";
import type { SeenConversation, SeenMessage, Who } from "./wire.ts";

/** As much of the past as an answer can depend on. */
const MOST = 60;

/** A robot's words stand on the agent's side, and the platform's on anybody's: they are asked for first. */
const WHO: readonly Who[] = ["system", "bot", "buyer", "agent"];

/** So far up a row's parents may be the element that has its place. */
const STEPS = 5;

/** Without ids, so many messages that are the same are one conversation. */
const ENOUGH = 3;

/**
 * The conversation on screen, and whose it was a moment ago. A list that draws
 * only what is in sight drops the row of the open conversation when it is
 * scrolled away, and its key with it: both stay while the messages do.
 */
export class Opened {
  #known: SeenConversation | null = null;

  read(ground: Ground): SeenConversation | null {
    const about = ground.surface.conversation;
    if (about === undefined) return null;
    const here = ground.scoped;
    const messages = readMessages(here, about);
    const key = readAt(here, about.key);
    const buyer = readAt(here, about.buyer);
    const known = this.#known;
    const stays = key === "" && known !== null && goesOn(known.messages, messages) && (buyer === "" || buyer === known.buyer);
    const returning = about.returning === undefined ? null : here.all(about.returning).length > 0;
    const whose = stays ? { key: known.key, buyer: known.buyer } : { key, buyer };
    const seen = { ...whose, returning, messages };
    this.#known = seen.key === "" ? null : seen;
    return seen;
  }

  /** What tells the conversation on screen from others. */
  key(ground: Ground): string {
    const { conversation } = ground.surface;
    if (conversation === undefined) return "";
    // It is asked for at every step of a write; the messages are read only where they have to tell.
    return readAt(ground.scoped, conversation.key) || (this.read(ground)?.key ?? "");
  }
}

/** Whether these are the messages of before, with some more or fewer. */
function goesOn(before: readonly SeenMessage[], now: readonly SeenMessage[]): boolean {
  const ids = new Set(before.flatMap(({ id }) => id ?? []));
  if (now.some(({ id }) => id !== null && ids.has(id))) return true;
  const said = (all: readonly SeenMessage[]) => JSON.stringify(all.map(({ who, text, time }) => [who, text, time]));
  return ids.size === 0 && before.length >= ENOUGH && said(now.slice(0, before.length)) === said(before);
}

function readMessages(here: Ground, about: Conversation): SeenMessage[] {
  const messages: SeenMessage[] = [];
  for (const row of messageRows(here, about).slice(-MOST)) {
    const who = whoWrote(row, about);
    if (who === undefined) continue;
    messages.push({
      id: readAt(row, about.id) || null,
      who,
      text: readAt(row, about.text),
      time: readAt(row, about.time),
      // What the buyer wrote was read here, and that means nothing.
      read: who === "agent" ? isOneOf(row, about.receipt) : null,
    });
  }
  return messages;
}

/** Who wrote the message of a row, if that can be seen. */
export function whoWrote(row: HTMLElement, { roles }: Conversation): Who | undefined {
  return WHO.find((role) => shows(row, roles?.[role] ?? []));
}

/** The newest message on screen: the panel may not cover it. */
export function newestMessage(ground: Ground): HTMLElement | null {
  const about = ground.surface.conversation;
  if (about === undefined) return null;
  const row = messageRows(ground.scoped, about).at(-1) ?? null;
  const [text] = [about.text].flat();
  return row === null || text?.css === undefined ? row : (findFirst([row], text.css) ?? row);
}

/** The rows, oldest first. */
export function messageRows(ground: Ground, { messages, sequence }: Conversation): HTMLElement[] {
  const rows = messages === undefined ? [] : ground.all(messages);
  if (sequence !== "top") return rows;
  // A list that draws only what is in sight uses its rows again, wherever they stand.
  const tops = new Map(rows.map((row) => [row, topOf(row)]));
  return rows.sort((a, b) => (tops.get(a) ?? 0) - (tops.get(b) ?? 0));
}

/** Where the list has put the row. */
function topOf(row: HTMLElement): number {
  let element: HTMLElement | null = row;
  for (let step = 0; element !== null && step < STEPS; step += 1, element = element.parentElement) {
    const top = parseFloat(element.style.top);
    if (!Number.isNaN(top)) return top;
  }
  return 0;
}
