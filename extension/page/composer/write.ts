/**
 * A write into the composer: one range of exactly the text that the writer saw
 * is replaced, the text is read back, and what did not arrive whole is undone.
 *
 * The composer's ways are tried in their order, then, where the element has a
 * value, the value is set. What a way did to the text is seen, not believed.
 * Nothing is ever sent from here.
 */
import type { WriteOutcome } from "../wire.ts";
import type { Composer } from "./composer.ts";
import { rested, settled } from "./settle.ts";
import { tightened } from "./tight.ts";
import { isWritable } from "./writable.ts";

export interface Edit {
  before: string;
  start: number;
  end: number;
  text: string;
  caret: number;
}

/** @param taken Whether the text is somebody else's by now: an input method's, or the agent's who goes on. */
export async function write(composer: Composer, edit: Edit, taken: () => boolean): Promise<WriteOutcome> {
  const { before } = edit;
  if (composer.read() !== before) return "text-changed";
  if (!isWritable(composer.element)) return "refused";
  const wanted = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
  const caret = composer.caret();
  if (wanted !== before) {
    const outcome = await replace(composer, before, wanted, edit, taken);
    if (outcome !== "arrived") {
      if (outcome === "refused") composer.select(caret, caret);
      return outcome;
    }
  }
  // An agent who goes on has put the caret where it is.
  if (taken()) return "arrived";
  composer.focus();
  // Most editors leave the caret where it belongs; it is not moved for nothing.
  if (wanted === before || composer.caret() !== edit.caret) composer.select(edit.caret, edit.caret);
  return "arrived";
}

async function replace(
  composer: Composer,
  before: string,
  wanted: string,
  edit: Edit,
  taken: () => boolean,
): Promise<WriteOutcome> {
  const change = tightened(before, edit);
  for (const way of composer.ways) {
    await aim(composer, change.start, change.end);
    const here = composer.read();
    // What an earlier way was slow to do may be done by now.
    if (here === wanted && !taken()) return "arrived";
    if (here !== before || taken()) return "text-changed";
    const isTaken = way(change.text);
    const atOnce = composer.read();
    if (!isTaken && atOnce === before) continue;
    const { now, arrived } = await settled(composer, wanted, taken);
    if (now === wanted) return "arrived";
    // Whoever changed the text in that moment, it is not ours to overwrite.
    if (taken()) return arrived ? "arrived" : "text-changed";
    if (now === before) continue;
    if (now !== atOnce && !isNear(now, wanted)) return "text-changed";
    if (!(await restore(composer, before, taken))) return taken() ? "text-changed" : "refused";
  }
  const put = isWritable(composer.element) && composer.put(wanted);
  if (put && (await settled(composer, wanted, taken)).now === wanted) return "arrived";
  if (taken()) return "text-changed";
  if (composer.read() !== before) await restore(composer, before, taken);
  return "refused";
}

/** Selects a range that the editor will know of when it is written to. */
async function aim(composer: Composer, start: number, end: number): Promise<void> {
  const isThere = composer.hasFocus() && start === end && composer.caret() === start && composer.isCollapsed();
  composer.focus();
  if (!isThere) composer.select(start, end);
  if (composer.kind === "editable") await rested();
}

/** Whether a text is what a write could have made of the draft: its words, be it in other lines or places. */
function isNear(now: string, wanted: string): boolean {
  const words = (text: string) => [...text.replace(/\s/g, "")].sort().join("");
  return words(now) === words(wanted);
}

/** Puts the draft back as it was, unless what stands there is somebody else's by now, such as another buyer's draft. */
async function restore(composer: Composer, before: string, taken: () => boolean): Promise<boolean> {
  for (const way of composer.ways) {
    await aim(composer, 0, composer.read().length);
    if (taken()) return false;
    way(before);
    if ((await settled(composer, before, taken)).now === before) return true;
    if (taken()) return false;
  }
  return composer.put(before) && (await settled(composer, before, taken)).now === before;
}
