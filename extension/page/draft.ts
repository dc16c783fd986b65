/**
 * The text in the composer as it changes, and whether an IME is composing.
 *
 * Every state of the text has a revision. While an IME composes there are no
 * states: the text is half a word then, and belongs to the IME. Nor are there
 * while Deti writes. What a text means, and what becomes of it, is for others.
 */
import type { Composer } from "./composer/composer.ts";
import { composes } from "./gesture.ts";
import type { Life } from "./life.ts";

interface Ears {
  changed(): void;
  moved(): void;
  /** No IME composes any more, and the text may be what it was before one did. */
  settled(): void;
  /** The same text stands in other nodes. */
  redrawn(): void;
  focused(focused: boolean): void;
  /** The composer was emptied after this text was let go. */
  sent(text: string): void;
}

export class Draft {
  text: string;
  caret: number;
  composing = false;
  #going: { text: string; stays: () => boolean } | null = null;
  #writes = 0;

  constructor(
    private readonly life: Life,
    readonly composer: Composer,
    public revision: number,
    private readonly ears: Ears,
  ) {
    const { element } = composer;
    this.text = composer.read();
    this.caret = composer.caret();
    life.on<InputEvent>(element, "input", (event) => {
      if (event.isTrusted) this.composing = event.isComposing;
      this.sense();
    });
    // While one composes nothing is checked: only a real one may say so.
    life.on(element, "compositionstart", (event) => {
      if (event.isTrusted) this.composing = true;
    });
    // Chrome's own compositionend is not always marked as trusted. It cannot
    // make anything happen but a look at the text.
    life.on(element, "compositionend", () => this.#settle());
    life.on(element.ownerDocument, "selectionchange", () => {
      if (composer.hasFocus()) this.sense();
    });
    // Editors with a model of their own draw without an input event.
    if (composer.kind === "editable") {
      life.observe(element, { childList: true, characterData: true, subtree: true }, () => {
        const { revision } = this;
        this.sense();
        if (revision === this.revision) ears.redrawn();
      });
    }
    life.on(element, "focusin", () => ears.focused(true));
    life.on(element, "focusout", () => {
      // A composition that the focus takes away is over, event or not.
      this.#settle();
      ears.focused(false);
    });
  }

  /** A key that no IME has shows that nothing is being composed, whatever the page made believe. */
  heardKey(event: KeyboardEvent): void {
    if (this.composing && event.isTrusted && !composes(event)) this.#settle();
  }

  #settle(): void {
    const was = this.composing;
    this.composing = false;
    this.sense();
    if (was) this.ears.settled();
  }

  /** What an editor goes through while it is written to is nobody's draft; what it comes to is. */
  async through<T>(write: () => Promise<T>): Promise<T> {
    this.#writes += 1;
    try {
      return await write();
    } finally {
      this.#writes -= 1;
      this.sense();
    }
  }

  /** Looks whether the text or the caret is another one now. */
  sense(): void {
    if (this.composing || this.#writes > 0 || this.life.ended) return;
    const text = this.composer.read();
    const caret = this.composer.caret();
    if (text !== this.text) {
      this.text = text;
      this.caret = caret;
      this.revision += 1;
      const gone = this.#going;
      this.#going = null;
      this.ears.changed();
      if (gone !== null && text.trim() === "" && gone.stays()) this.ears.sent(gone.text);
    } else if (caret !== this.caret) {
      this.caret = caret;
      this.ears.moved();
    }
  }

  /**
   * A gesture let this text go; the next state of the text shows whether it went.
   *
   * @param stays Whether the composer still is of the conversation that it went to: the empty box of another one says nothing of it.
   */
  letGo(text: string, stays: () => boolean): void {
    this.#going = { text, stays };
    // Most consoles empty their box in the same task or the next, without an event.
    requestAnimationFrame(() => this.sense());
  }
}
