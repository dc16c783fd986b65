/**
 * Undoing what a page did to Deti, without a quarrel.
 *
 * A page that tidies up once is answered at once. One that does it again waits
 * longer each time, and one that keeps doing it has its way: two owners that
 * undo each other would burn the tab's time. Who has been left in peace for
 * long enough begins anew.
 */
import type { Life } from "../life.ts";

/** How long each answer waits, in milliseconds. After the last one there is none. */
const WAITS = [0, 0, 250, 500, 1000, 2000, 4000] as const;
/** After so long without a reason the past is forgotten, in milliseconds. */
const PEACE = 30_000;

export class Insistence {
  #spent = 0;
  #last = Number.NEGATIVE_INFINITY;
  #waiting: (() => void) | null = null;

  /**
   * @param act What is done again.
   * @param end The page insists: nothing is done any more.
   */
  constructor(
    private readonly life: Life,
    private readonly act: () => void,
    private readonly end: () => void,
  ) {}

  /** The page did it again. */
  again(): void {
    if (this.#waiting !== null || this.life.ended) return;
    const now = performance.now();
    if (now - this.#last > PEACE) this.#spent = 0;
    this.#last = now;
    const wait = WAITS[this.#spent];
    if (wait === undefined) return this.end();
    this.#spent += 1;
    if (wait === 0) return this.act();
    this.#waiting = this.life.after(wait, () => {
      this.#waiting = null;
      this.act();
    });
  }

  /** The agent wants it tried once more. */
  forget(): void {
    this.#waiting?.();
    this.#waiting = null;
    this.#spent = 0;
  }
}
