/**
 * A write into the composer: one range of exactly the text that the writer saw
 * is replaced, the text is read back, and what did not arrive whole is undone.
 *
 * First as typing would do it (the browser's undo keeps the step), then, where
 * the element has a value, by setting it. Nothing is ever sent from here.
 */
import type { WriteOutcome } from "../wire.ts";
import type { Composer } from "./composer.ts";

export interface Edit {
  before: string;
  start: number;
  end: number;
  text: string;
  caret: number;
}

export async function write(composer: Composer, edit: Edit): Promise<WriteOutcome> {
  if (composer.read() !== edit.before) return "text-changed";
  const wanted = edit.before.slice(0, edit.start) + edit.text + edit.before.slice(edit.end);
  const place = () => composer.select(edit.caret, edit.caret);
  if (wanted === edit.before) {
    composer.focus();
    place();
    return "arrived";
  }

  composer.focus();
  composer.select(edit.start, edit.end);
  composer.type(edit.text);
  const typed = composer.read();
  if (await reads(composer, wanted)) {
    place();
    return "arrived";
  }
  // Whoever changed the text in that moment, it is not ours to overwrite.
  if (![typed, edit.before].includes(composer.read())) return "text-changed";
  if (composer.put(wanted) && (await reads(composer, wanted))) {
    place();
    return "arrived";
  }
  await restore(composer, edit);
  return "refused";
}

/** Editors that keep a model of their own may draw it a moment later. */
async function reads(composer: Composer, wanted: string): Promise<boolean> {
  if (composer.read() === wanted) return true;
  await new Promise((next) => requestAnimationFrame(next));
  return composer.read() === wanted;
}

async function restore(composer: Composer, edit: Edit): Promise<void> {
  if (composer.read() !== edit.before) {
    composer.select(0, composer.read().length);
    composer.type(edit.before);
    if (!(await reads(composer, edit.before))) composer.put(edit.before);
  }
  composer.select(edit.end, edit.end);
}
