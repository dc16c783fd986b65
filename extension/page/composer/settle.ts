/**
 * Waiting for an editor: for the text to be what it should, and for the editor
 * to have noticed where the selection is. Both are bounded, because an editor
 * says nothing when it is done.
 */
import type { Composer } from "./composer.ts";

/** How long an editor may take to show what it took, in milliseconds. */
const PATIENCE = 250;

/** Editors learn of a selection by an event, and some look at most ten times a second. */
const NOTICE = 120;

/**
 * The text once it has come to rest as it should, or as it is when patience
 * ends or the text is somebody else's, and whether it was as it should be at all. A text counts when it is
 * still there in the next frame: an editor that draws its own model over it
 * does so by then.
 */
export async function settled(
  composer: Composer,
  wanted: string,
  taken: () => boolean = () => false,
): Promise<{ now: string; arrived: boolean }> {
  const end = performance.now() + PATIENCE;
  let arrived = false;
  do {
    if (composer.read() === wanted) {
      arrived = true;
      await turn();
      if (composer.read() === wanted) return { now: wanted, arrived };
    }
    await turn();
  } while (performance.now() < end && !taken());
  return { now: composer.read(), arrived };
}

/** Until an editor knows of the selection that was just made. */
export function rested(): Promise<void> {
  return new Promise((rested) => setTimeout(rested, NOTICE));
}

/** The next frame; in a tab that is not shown there is none, and a moment passes instead. */
export function turn(): Promise<void> {
  return new Promise((next) => {
    const timer = setTimeout(next, 50);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      next();
    });
  });
}
