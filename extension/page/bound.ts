/**
 * One composer while it is on the page: its draft, its marks, its verdict. All
 * of it goes when the composer goes.
 */
import type { Surface } from "./adapter.ts";
import type { Card } from "./card.ts";
import type { Composer } from "./composer/composer.ts";
import { EditableComposer } from "./composer/editable.ts";
import type { Found } from "./composer/find.ts";
import { treeOf } from "./composer/focus.ts";
import { ValueComposer, type ValueElement } from "./composer/value.ts";
import { Undo } from "./composer/undo.ts";
import { write, type Edit } from "./composer/write.ts";
import { Draft } from "./draft.ts";
import type { Box } from "./geometry.ts";
import type { Guard } from "./guard.ts";
import type { Host } from "./host/host.ts";
import type { Listed } from "./keys.ts";
import { Life } from "./life.ts";
import type { ReplyList } from "./list.ts";
import { aboveSmall, Marks } from "./marks.ts";
import { adoptSheet, linkSheet } from "./underline/highlight.ts";
import { Mirror } from "./underline/mirror.ts";
import { NO_VERDICT, verdictOn, type Verdict } from "./verdict.ts";
import type { FromPage, List, ToPage, WriteOutcome } from "./wire.ts";

interface Parts {
  host: Host;
  /** The page of the console that the composer is on. */
  surface: Surface;
  /** Where underlines are laid. */
  layer: HTMLElement;
  card: Card;
  list: ReplyList;
  guard: Guard;
  /** What the card may not cover. */
  keepClear: () => Box[];
  /** What it had better not cover. */
  newest: () => Box[];
  say: (message: FromPage) => void;
  /** A text was given to the check. */
  asked: () => void;
  /** Something in the composer moved. */
  moved: () => void;
  /** Something outside it may have. */
  look: () => void;
}

/** The longest text that is checked, in UTF-16 code units: no console takes so long a message. */
const LONGEST = 20_000;

/** Marks the root of a dark page for the highlights' colours. */
const DARK = "data-deti-dark";

export class Bound {
  readonly life: Life;
  readonly composer: Composer;
  readonly send: HTMLElement | null;
  readonly draft: Draft;
  readonly marks: Marks;
  readonly #undo: Undo;
  verdict: Verdict = NO_VERDICT;
  /** What the list at the caret shows, while there is one. */
  #listed: List | null = null;

  constructor(
    parent: Life,
    { element, send }: Found,
    revision: number,
    private readonly the: Parts,
  ) {
    const life = new Life(parent);
    this.life = life;
    this.send = send;
    this.composer = this.#made(element);
    this.marks = new Marks(life, this.composer, the.card, the, (text) => the.guard.holds(text));
    this.draft = new Draft(life, this.composer, revision, {
      changed: () => {
        the.guard.changed(this.draft.text);
        this.#undo.changed(this.draft.text);
        this.sayDraft();
      },
      redrawn: () => this.marks.redraw(),
      settled: () => {
        if (this.verdict.revision === this.draft.revision) this.#showMarks();
      },
      moved: () => the.say({ type: "caret", revision: this.draft.revision, caret: this.draft.caret }),
      focused: (focused) => {
        the.say({ type: "focus", focused });
        this.layList();
      },
      sent: (text) => the.say({ type: "sent", text: text.slice(0, LONGEST) }),
    });
    this.#undo = new Undo(life, this.composer, () => this.draft.composing, () => this.draft.sense());
    life.on(element, "scroll", the.moved, { passive: true });
    const sizes = new ResizeObserver(the.look);
    sizes.observe(element);
    if (send !== null) sizes.observe(send);
    life.onEnd(() => {
      the.list.hide();
      sizes.disconnect();
      this.#stage.removeAttribute(DARK);
    });
  }

  sayDraft(): void {
    const { revision, text, caret } = this.draft;
    const draft = this.isTooLong ? { text: "", caret: 0 } : { text, caret };
    this.the.say({ type: "draft", revision, ...draft });
    this.the.asked();
  }

  /** Whether the draft is longer than any message, and goes unchecked. */
  get isTooLong(): boolean {
    return this.draft.text.length > LONGEST;
  }

  /** Everything that a new panel needs to know. */
  sayAll(): void {
    if (this.composer.hasFocus()) this.the.say({ type: "focus", focused: true });
    if (!this.draft.composing) this.sayDraft();
  }

  /**
   * Writes into the composer; a text that an input method composes is left alone.
   *
   * @param elsewhere Whether the text is for somebody else than who is on screen by now.
   */
  async write(edit: Edit, elsewhere: () => boolean): Promise<WriteOutcome> {
    if (this.draft.composing) return "text-changed";
    const after = edit.before.slice(0, edit.start) + edit.text + edit.before.slice(edit.end);
    // What the console would cut or not send is for the agent to divide.
    const { longest } = this.the.surface;
    if (longest !== undefined && after.length > Math.max(longest, edit.before.length)) return "refused";
    this.#undo.begins({ before: edit.before, after, caret: this.composer.caret() });
    const { acts } = this.#undo;
    const taken = () => this.draft.composing || this.life.ended || this.#undo.acts !== acts || elsewhere();
    let outcome: WriteOutcome = "refused";
    try {
      outcome = await this.draft.through(() => write(this.composer, edit, taken));
    } finally {
      this.#undo.ended(outcome === "arrived");
    }
    return outcome;
  }

  judged(message: Extract<ToPage, { type: "verdict" }>): void {
    // An answer about a text that has changed since is about nothing.
    if (message.revision !== this.draft.revision) return;
    this.verdict = verdictOn(this.draft.text, message);
    // While an IME composes the text on screen is another one; it may become this again.
    if (!this.draft.composing) this.#showMarks();
    this.the.guard.judged(this.verdict.text, this.verdict.block);
  }

  /** Nothing is laid over a text that was not checked. */
  #showMarks(): void {
    this.marks.show(this.isTooLong ? NO_VERDICT : this.verdict);
  }

  /** The list at the caret as it is from now on. */
  listed(list: List | null): void {
    this.#listed = list;
    this.layList();
  }

  /** Whether the list is shown, and what Enter means to it. */
  get list(): Listed {
    if (this.#listed === null || !this.the.list.shown) return "none";
    if (this.#listed.held) return "held";
    return this.#listed.chosen === null ? "open" : "chosen";
  }

  /** Lays the list beside what was typed; without the focus nobody is typing. */
  layList(): void {
    const { composer } = this;
    const list = composer.hasFocus() ? this.#listed : null;
    const line = list === null ? undefined : composer.boxes(list.start, list.end)[0];
    this.marks.cover(line !== undefined);
    if (list === null || line === undefined) this.the.list.hide();
    else this.the.list.show(list, aboveSmall(composer, line), this.the.keepClear());
  }

  /** Without a check, nothing that it said is shown or holds. */
  forget(): void {
    this.verdict = NO_VERDICT;
    this.listed(null);
    this.marks.clear();
  }

  setDark(dark: boolean): void {
    this.#stage.toggleAttribute(DARK, dark);
  }

  /** What the style sheets of the composer's tree see as its root. */
  get #stage(): Element {
    const tree = treeOf(this.composer.element);
    return "host" in tree ? tree.host : this.composer.element.ownerDocument.documentElement;
  }

  #made(element: HTMLElement): Composer {
    if (element.localName === "textarea" || element.localName === "input") {
      const value = element as ValueElement;
      const mirror = new Mirror(value, this.the.layer);
      this.life.onEnd(() => mirror.remove());
      return new ValueComposer(value, mirror);
    }
    const tree = treeOf(element);
    if (tree === element.ownerDocument) linkSheet(this.life, tree, this.the.host.highlightSheet);
    else adoptSheet(this.life, tree as ShadowRoot);
    return new EditableComposer(element, this.the.surface.ways);
  }
}
