/**
 * One undo takes one write back.
 *
 * Editors group their history by time or by place: what was typed just before
 * a write may go with it, and where a value was set there is no history at
 * all. So the agent's own undo right after a write is looked at, and where it
 * did not lead back to the draft as it was, that draft is written again.
 */
import { composes } from "../gesture.ts";
import type { Life } from "../life.ts";
import type { Composer } from "./composer.ts";
import { turn } from "./settle.ts";
import { write } from "./write.ts";

/** How many frames an editor may take for its undo. */
const FRAMES = 4;

const MODIFIERS = new Set(["Alt", "AltGraph", "Control", "Meta", "Shift"]);

interface Written {
  before: string;
  after: string;
  /** Where the caret was before. */
  caret: number;
}

export class Undo {
  #last: Written | null = null;
  #writing = false;
  /** Counts what the agent does or asks for, so that nothing is put right behind a hand that goes on. */
  #acts = 0;

  /** @param taken Whether the text is an input method's for now. */
  constructor(
    life: Life,
    private readonly composer: Composer,
    private readonly taken: () => boolean,
    private readonly done: () => void,
  ) {
    life.on<KeyboardEvent>(composer.element, "keydown", (event) => this.#key(event), { capture: true });
    life.on(composer.element, "pointerdown", (event) => {
      if (event.isTrusted) this.#acts += 1;
    });
    life.on<InputEvent>(composer.element, "beforeinput", (event) => {
      if (event.isTrusted && event.inputType === "historyUndo") this.#asked();
    });
  }

  /** A write begins; an undo may come as soon as its text is there. */
  begins(written: Written): void {
    // An undo that is still being looked at was of what stood there before.
    this.#acts += 1;
    this.#last = written.before === written.after ? null : written;
    this.#writing = true;
  }

  /** The write ended. */
  ended(arrived: boolean): void {
    this.#writing = false;
    if (!arrived) this.#last = null;
  }

  /** The draft reads this now. An undo that comes after other changes is about those. */
  changed(text: string): void {
    if (!this.#writing && text !== this.#last?.after) this.#last = null;
  }

  /** How often the agent has done something in the composer. */
  get acts(): number {
    return this.#acts;
  }

  #key(event: KeyboardEvent): void {
    // The keys that ask for a write are held with Alt.
    if (!event.isTrusted || event.altKey || MODIFIERS.has(event.key)) return;
    this.#acts += 1;
    const isUndo = event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (isUndo && !composes(event)) this.#asked();
  }

  #asked(): void {
    const last = this.#last;
    if (last === null || this.composer.read() !== last.after) return;
    this.#last = null;
    void this.#see(last, this.#acts);
  }

  async #see({ before, after, caret }: Written, acts: number): Promise<void> {
    const { composer } = this;
    for (let frame = 0; frame < FRAMES; frame += 1) {
      await turn();
      if (composer.read() !== after && frame > 0) break;
    }
    const now = composer.read();
    if (now === before || acts !== this.#acts || this.taken()) return;
    await write(composer, { before: now, start: 0, end: now.length, text: before, caret }, () => {
      return acts !== this.#acts || this.taken();
    });
    this.done();
  }
}
