/**
 * Many marks, one act.
 *
 * Pages change in bursts. What looks at a page marks that something changed,
 * and the looking happens once: before the next picture, or when the page is
 * idle. A page that changes all the time is looked at in a measured pace.
 */
import type { Life } from "./life.ts";

/** Runs `act` once before the next frame, however often the result is called. */
export function perFrame(life: Life, act: () => void): () => void {
  return coalesce(life, act, (run) => requestAnimationFrame(run), (id) => cancelAnimationFrame(id));
}

/** Runs `act` once when the page is idle, at the latest after 200 ms. */
export function whenIdle(life: Life, act: () => void): () => void {
  return coalesce(life, act, (run) => requestIdleCallback(run, { timeout: 200 }), (id) => cancelIdleCallback(id));
}

/** Something that is done in a measured pace. */
export interface Paced {
  /** It is to be done: at once, or when the pause is over. Where it waits already, nothing is done here. */
  mark(): void;
  /** If it is to be done, the pause is over now. */
  hurry(): void;
  readonly marked: boolean;
}

/** @param pause How long nothing is done after `act`, in milliseconds; asked each time. */
export function paced(life: Life, act: () => void, pause: () => number): Paced {
  let waiting: (() => void) | null = null;
  let rested = -Infinity;
  const run = () => {
    waiting = null;
    rested = performance.now() + pause();
    act();
  };
  return {
    mark: () => {
      if (waiting !== null || life.ended) return;
      const wait = rested - performance.now();
      if (wait <= 0) run();
      else waiting = life.after(wait, run);
    },
    hurry: () => {
      if (waiting === null) return;
      waiting();
      run();
    },
    get marked() {
      return waiting !== null;
    },
  };
}

function coalesce(
  life: Life,
  act: () => void,
  ask: (run: () => void) => number,
  cancel: (id: number) => void,
): () => void {
  let asked: number | null = null;
  life.onEnd(() => {
    if (asked !== null) cancel(asked);
  });
  return () => {
    if (asked !== null || life.ended) return;
    asked = ask(() => {
      asked = null;
      act();
    });
  };
}
