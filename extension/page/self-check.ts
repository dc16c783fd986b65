/**
 * Measures what the adapter finds, when the page has come to rest.
 *
 * It hears the same marks as everything else that looks at the page. A mark leads to
 * one look; nothing repeats by itself, but for a few looks more while something is
 * missing that was expected, so that what is only late is not missing. Where all is
 * well, a page that never rests is measured twice a minute.
 */
import type { Life } from "./life.ts";
import type { Count } from "./wire.ts";

/** So long after the last mark, in milliseconds; a page that goes on changing is looked at after that all the same. */
const REST = 800;
const PATIENCE = 3_000;
const AT_EASE = 30_000;

/** While something is missing it looks so many times more, each so long after the other. */
const MORE = 3;
const AGAIN = 2_500;

interface Parts {
  count(): Count[];
  /** Whether the panel can hear it. */
  hears(): boolean;
  /** There is no panel to hear what is missing. */
  unheard(counts: Count[], typed: boolean): void;
  say(counts: Count[], typed: boolean): void;
}

export class SelfCheck {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When it looks, and when it looks at the latest. */
  #due = 0;
  #latest = 0;
  #left = MORE;
  #lacks = true;
  #said = "";
  #typed = false;

  constructor(
    private readonly life: Life,
    private readonly the: Parts,
  ) {
    life.onEnd(() => clearTimeout(this.#timer));
  }

  /** The page changed. */
  mark(): void {
    this.#left = MORE;
    this.#wait(REST);
  }

  /** The agent typed into a text box while no composer was known. */
  typed(): void {
    if (this.#typed) return;
    this.#typed = true;
    this.forget();
  }

  /** Whoever heard it is another one now, or the adapter is. */
  forget(): void {
    this.#said = "";
    this.#lacks = true;
    this.mark();
  }

  #wait(time: number): void {
    if (this.life.ended) return;
    const now = performance.now();
    if (this.#timer === undefined) this.#latest = now + (this.#lacks ? PATIENCE : AT_EASE);
    this.#due = Math.min(now + time, this.#latest);
    this.#timer ??= setTimeout(() => this.#turn(), time);
  }

  /** Marks only put the moment off: a timer for each would cost more than what it waits for. */
  #turn(): void {
    this.#timer = undefined;
    const left = this.#due - performance.now();
    if (left > 1) {
      this.#timer = setTimeout(() => this.#turn(), left);
      return;
    }
    // Who looks away, and a page that loads, show nothing of themselves.
    if (document.visibilityState === "visible" && document.readyState === "complete") this.#look();
  }

  #look(): void {
    const counts = this.the.count();
    const said = JSON.stringify([counts, this.#typed]);
    this.#lacks = counts.some(({ read, least, found, most }) => read < least || found > (most ?? found));
    if (!this.the.hears()) {
      this.the.unheard(counts, this.#typed);
    } else if (said !== this.#said || this.#lacks) {
      // What is missing is said again: that it stays so is what counts.
      this.the.say(counts, this.#typed);
      this.#said = said;
    }
    if (!this.#lacks || this.#left === 0) return;
    this.#left -= 1;
    this.#wait(AGAIN);
  }
}
