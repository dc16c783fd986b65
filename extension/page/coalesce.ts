/**
 * Many marks, one act.
 *
 * Pages change in bursts. What looks at a page marks that something changed,
 * and the looking happens once: before the next picture, or when the page is
 * idle.
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
