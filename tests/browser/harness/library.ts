/** The replies in the panel, as an agent sees them, and as they are kept. */

import type { Frame } from "puppeteer-core";
import type { Stage } from "./stage.ts";

/** The titles of the replies in the panel's list. */
export function titles(panel: Frame): Promise<string[]> {
  return named(panel, "#replies .reply .head");
}

/** The titles of the agent's own. */
export function own(panel: Frame): Promise<string[]> {
  return named(panel, "#replies .reply[data-own] .head");
}

/** In one question: a handle for each row is most of a second in Firefox. */
function named(panel: Frame, heads: string): Promise<string[]> {
  return panel.evaluate(
    (heads) => [...document.querySelectorAll(heads)].map((head) => head.firstChild?.textContent ?? ""),
    heads,
  );
}

/** Waits until this element of the panel has the focus. */
export async function hasFocus(stage: Stage, id: string): Promise<void> {
  const panel = await stage.panel();
  await stage.until(`${id} has the focus`, () =>
    panel.evaluate((id) => document.hasFocus() && document.activeElement?.id === id, id),
  );
}

/** Types a draft and makes it a reply in two keys. */
export async function add(stage: Stage, words: string): Promise<void> {
  const panel = await stage.panel();
  await stage.console.clear();
  await stage.console.type(words);
  await stage.press("Alt+s");
  await hasFocus(stage, "editor");
  await stage.press("Enter");
  await stage.until(`“${words}” among the agent's own`, async () => (await own(panel)).includes(words));
}

/** Everything that the extension keeps about replies, by key. */
export async function records(panel: Frame): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = await panel.evaluate(() => chrome.storage.local.get(null));
  const ours = Object.entries(all).filter(([key]) => /^(reply|replies|bin|aside):/.test(key));
  return Object.fromEntries(ours);
}
