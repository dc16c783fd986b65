/**
 * The send guard: a send gesture goes or stays as a whole.
 *
 *     begins -- the text may go ------> passes, untouched and at once
 *            -- its verdict blocks ---> held; made again once if released
 *            -- no verdict yet -------> waits, at most 300 ms, then goes or is held
 *
 * Only the agent's own (trusted) events are looked at, and only the verdict on
 * exactly this text counts. What the check says is for others to know.
 */
import type { Composer } from "./composer/composer.ts";
import { composes, ends, type Gesture, gestureOf, makeAgain, named, PARTS } from "./gesture.ts";
import type { Life } from "./life.ts";
import { PATIENCE } from "./pulse.ts";

export interface GuardParts {
  composer(): Composer | null;
  send(): HTMLElement | null;
  sendKeys(): readonly string[];
  composing(): boolean;
  /** What the last verdict says about exactly this text. */
  judge(text: string): "go" | "hold" | "wait";
  held(text: string): void;
  passed(text: string): void;
}

export class Guard {
  /** The gesture under the agent's finger. */
  #now: { gesture: Gesture; stopped: boolean } | null = null;
  /** A gesture without a verdict. */
  #waiting: { gesture: Gesture; text: string; cancel: () => void; may: boolean } | null = null;
  /** The last gesture that a verdict held. */
  #held: { gesture: Gesture; text: string } | null = null;
  /** The text that the agent chose to send anyway. */
  #released: string | null = null;
  #making = false;
  /** The key that the last press of one was made with: it is made again with the same. */
  #key = "Enter";

  constructor(
    private readonly life: Life,
    private readonly the: GuardParts,
  ) {}

  /** Stands at this window's door for as long as the life lasts. */
  stand(life: Life, view: Window): void {
    life.on(view, PARTS, (event) => this.#see(event), { capture: true });
  }

  /** Whether sending this text was held. */
  holds(text: string): boolean {
    return this.#held?.text === text;
  }

  /** The draft reads this now. A leave to send is for one text, once. */
  changed(text: string): void {
    if (text !== this.#released) this.#released = null;
  }

  /** A verdict on this text came. */
  judged(text: string, block: boolean): void {
    if (this.#waiting?.text !== text) return;
    if (block) {
      const { gesture, cancel } = this.#waiting;
      cancel();
      this.#waiting = null;
      this.#hold(gesture, text);
    } else {
      this.#mayGo();
    }
  }

  /** The check went off or was paused: whatever waits may go. */
  standDown(): void {
    this.#mayGo();
  }

  /** The agent chose to send exactly this text. */
  release(text: string): void {
    const composer = this.the.composer();
    if (composer === null || composer.read() !== text) return;
    this.#released = text;
    const held = this.#held;
    this.#held = null;
    composer.focus();
    if (held?.text === text) this.#make(held.gesture, text);
  }

  #see(event: Event): void {
    if (!event.isTrusted || this.#making) return;
    const composer = this.the.composer();
    if (composer === null) return;
    const gesture = gestureOf(event, composer, this.the.send(), this.the.sendKeys()) ?? this.#continued(event);
    if (gesture === null) return;
    if (composes(event) || this.the.composing()) return;

    if (this.#now !== null && !begins(event, this.#now.gesture)) {
      const { gesture: running, stopped } = this.#now;
      if (stopped) stop(event);
      if (ends(event, running)) {
        this.#now = null;
        if (this.#waiting?.may === true) this.#goNow();
      }
      return;
    }
    if (!starts(event)) {
      // The release, or the repeat, of an Enter that was pressed elsewhere: in
      // the panel, or to end a composition. It was never meant to send.
      if (event.type.startsWith("key")) stop(event);
      return;
    }
    if (gesture === "key") this.#key = named(event as KeyboardEvent);
    this.#now = { gesture, stopped: !this.#mayPass(gesture, composer.read()) };
    if (this.#now.stopped) stop(event);
    if (ends(event, gesture)) this.#now = null;
  }

  /** The keyup of a held Enter belongs to it wherever the focus is by then. */
  #continued(event: Event): Gesture | null {
    if (this.#now?.gesture !== "key" || !event.type.startsWith("key")) return null;
    return (event as KeyboardEvent).key === "Enter" ? "key" : null;
  }

  #mayPass(gesture: Gesture, text: string): boolean {
    this.#waiting?.cancel();
    this.#waiting = null;
    if (text.trim() === "") return true;
    const verdict = text === this.#released ? "go" : this.the.judge(text);
    if (verdict === "go") {
      this.the.passed(text);
      return true;
    }
    if (verdict === "hold") this.#hold(gesture, text);
    else this.#wait(gesture, text);
    return false;
  }

  #hold(gesture: Gesture, text: string): void {
    this.#held = { gesture, text };
    this.#released = null;
    this.the.held(text);
  }

  #wait(gesture: Gesture, text: string): void {
    this.#waiting = { gesture, text, may: false, cancel: this.life.after(PATIENCE, () => this.#mayGo()) };
  }

  /** A press that is still under way goes when it ends, as a press does. */
  #mayGo(): void {
    if (this.#waiting === null) return;
    this.#waiting.cancel();
    this.#waiting.may = true;
    if (this.#now?.gesture !== "press") this.#goNow();
  }

  #goNow(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null && this.the.composer()?.read() === waiting.text) this.#make(waiting.gesture, waiting.text);
  }

  #make(gesture: Gesture, text: string): void {
    const composer = this.the.composer();
    if (composer === null) return;
    this.#making = true;
    try {
      makeAgain(gesture, composer, this.the.send(), this.#key);
    } finally {
      this.#making = false;
    }
    this.the.passed(text);
  }
}

/** A gesture that never ended (the pointer left the button) gives way to the next. */
function begins(event: Event, running: Gesture): boolean {
  if (event.type === "pointerdown") return true;
  return event.type === "keydown" && running !== "press" && !(event as KeyboardEvent).repeat;
}

/** Whether a gesture can begin with this: a whole press or click of the agent's own. */
function starts(event: Event): boolean {
  if (event.type === "keydown") return !(event as KeyboardEvent).repeat;
  return ["pointerdown", "mousedown", "touchstart", "click", "submit"].includes(event.type);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
