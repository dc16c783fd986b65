/** The conversation on screen, read by the adapter. */
import { findAll, type Adapter } from "./adapter.ts";
import { readAt } from "./read.ts";
import type { SeenConversation, SeenMessage, Who } from "./wire.ts";

/** As much of the past as an answer can depend on. */
const MOST = 60;

const WHO: readonly Who[] = ["buyer", "agent", "bot", "system"];

export function readConversation(page: Document, adapter: Adapter): SeenConversation | null {
  const about = adapter.conversation;
  if (about === undefined) return null;
  const messages: SeenMessage[] = [];
  for (const row of messageRows(page, adapter).slice(-MOST)) {
    const who = WHO.find((role) => about.roles[role]?.some((css) => row.matches(css)));
    if (who === undefined) continue;
    messages.push({
      id: readAt(row, about.id) || null,
      who,
      text: readAt(row, about.text),
      time: readAt(row, about.time),
    });
  }
  return { key: readAt(page, about.key), buyer: readAt(page, about.buyer), messages };
}

/** What tells the conversation on screen from others. */
export function conversationKey(page: Document, adapter: Adapter): string {
  return adapter.conversation === undefined ? "" : readAt(page, adapter.conversation.key);
}

/** The newest message on screen: the panel may not cover it. */
export function newestMessage(page: Document, adapter: Adapter): HTMLElement | null {
  const row = messageRows(page, adapter).at(-1);
  const text = adapter.conversation?.text.css;
  if (row === undefined || text === undefined) return row ?? null;
  return row.querySelector<HTMLElement>(text.join(", ")) ?? row;
}

function messageRows(page: Document, adapter: Adapter): HTMLElement[] {
  return adapter.conversation === undefined ? [] : findAll(page, adapter.conversation.messages);
}
