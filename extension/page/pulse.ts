/**
 * Whether the check lives.
 *
 *     starting --verdict--> on --a text waits 300 ms--> off --verdict--> on
 *        '------- a text waits 300 ms, or no panel for 3 s ------^
 *
 * While it is off nothing is held and the badge says so. The panel is started
 * again by itself once, and after that only when the agent asks. One that is
 * slow to come is given longer than one that is gone: a machine that is busy
 * would only have more to do.
 */
import type { Life } from "./life.ts";

/** How long a text may wait for its verdict. */
export const PATIENCE = 300;
/** How long a panel may take to be ready on a slow machine. */
const START = 3000;
/** How long it may stay silent before it is started again. */
const SILENCE = 1500;
/** How much longer it may take after that to be ready, before it is started again. */
const SLOW = 12_000;

export type Health = "starting" | "on" | "off";

export class Pulse {
  health: Health = "starting";
  paused = false;
  #opening = false;
  #waiting: (() => void) | null = null;
  #restarting: (() => void) | null = null;
  #restarted = false;

  constructor(
    private readonly life: Life,
    private readonly changed: () => void,
    private readonly restart: () => void,
  ) {}

  /** Whether a panel can be expected that is not ready yet. */
  get comes(): boolean {
    return this.#opening || this.#restarting !== null;
  }

  /** The panel was opened. */
  opened(): void {
    this.#opening = true;
    this.#arm(START, () => this.#late());
  }

  /** The panel said that it can check. */
  ready(): void {
    this.#opening = false;
    this.#disarm();
    // It was only slow.
    this.#restarting?.();
    this.#restarting = null;
  }

  /** A text was given to it. */
  asked(): void {
    if (this.paused || this.#waiting !== null) return;
    this.#arm(PATIENCE);
  }

  /** It answered. @param last Whether to the newest text. */
  answered(last: boolean): void {
    this.#disarm();
    if (!last) this.asked();
    this.#restarting?.();
    this.#restarting = null;
    this.#turn("on");
  }

  pause(paused: boolean): void {
    this.paused = paused;
    if (paused) {
      this.#disarm();
      // The panel itself said so: it lives.
      this.#turn("on");
    }
  }

  /** The panel is known to be gone. */
  lost(): void {
    this.#opening = false;
    this.#disarm();
    this.#startAgainLater(SILENCE);
    this.#turn("off");
  }

  /** It is not there yet, and may still come. */
  #late(): void {
    this.#startAgainLater(SLOW);
    this.#turn("off");
  }

  #startAgainLater(delay: number): void {
    if (this.#restarted || this.#restarting !== null) return;
    this.#restarting = this.life.after(delay, () => {
      this.#restarting = null;
      this.#restarted = true;
      this.restart();
    });
  }

  #arm(patience: number, act = () => this.lost()): void {
    this.#disarm();
    this.#waiting = this.life.after(patience, () => {
      // This page itself may have been busy: an answer that came meanwhile
      // stands in line, and gets its turn first.
      this.#waiting = this.life.after(0, () => {
        this.#waiting = null;
        act();
      });
    });
  }

  #disarm(): void {
    this.#waiting?.();
    this.#waiting = null;
  }

  #turn(health: Health): void {
    if (this.health === health) return;
    this.health = health;
    this.changed();
  }
}
