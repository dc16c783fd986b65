/**
 * The underlines on one composer and the card over them.
 *
 * The card of a verdict stands at the caret until it is closed; the one under
 * a pointer that rests on marked words goes before it.
 */
import { Card } from "./card.ts";
import type { Composer } from "./composer/composer.ts";
import { EditableComposer } from "./composer/editable.ts";
import { ValueComposer } from "./composer/value.ts";
import { boxOf, contains, frameOffset, type Box } from "./geometry.ts";
import { Life } from "./life.ts";
import { paintHighlights } from "./underline/highlight.ts";
import { fixable, NO_VERDICT, type Verdict } from "./verdict.ts";

/** A composer no taller than this counts as small. */
const SMALL = 240;
/** What most composers leave free above their first line. */
const PADDING = 10;

/** A pointer slower than this, in pixels a millisecond, means to look. */
const CALM = 0.5;

export class Marks {
  #verdict: Verdict = NO_VERDICT;
  /** The mark under the pointer. */
  #under: number | null = null;
  /** The state of the text whose card was closed. */
  #closed = -1;
  /** Whether something of more use stands where the card would. */
  #covered = false;
  #watching: Life | null = null;
  #last: { x: number; y: number; at: number } | null = null;

  constructor(
    private readonly life: Life,
    private readonly composer: Composer,
    private readonly card: Card,
    private readonly around: { keepClear: () => Box[]; newest: () => Box[] },
    private readonly holds: (text: string) => boolean,
  ) {
    life.on<PointerEvent>(composer.element, "pointermove", (event) => this.#hover(event), { passive: true });
    life.onEnd(() => {
      this.#paint(NO_VERDICT);
      card.hide();
    });
  }

  /** The mark whose card is shown, or would be taken by the key. */
  get shown(): number | null {
    if (this.#under !== null) return this.#under;
    if (this.#verdict.revision === this.#closed) return null;
    const { card, marks, text } = this.#verdict;
    if (!this.holds(text) || (card !== null && marks[card]?.level === "block")) return card;
    // What holds the message goes before what the caret happens to be at.
    const first = marks.findIndex((mark) => mark.level === "block");
    return first < 0 ? card : first;
  }

  show(verdict: Verdict): void {
    this.#verdict = verdict;
    this.#under = null;
    this.#watching?.end();
    this.#paint(verdict);
    this.#showCard();
  }

  clear(): void {
    this.show(NO_VERDICT);
  }

  /** The same text stands in other nodes, which the underlines are on now. */
  redraw(): void {
    const { marks, text } = this.#verdict;
    // A text that changed has a verdict of its own coming; until then the old lines move with their letters.
    if (marks.length > 0 && this.composer.read() === text) this.#paint(this.#verdict);
  }

  /** The page moved under the marks. */
  lay(): void {
    if (this.composer instanceof ValueComposer && this.#verdict.marks.length > 0) this.composer.mirror.lay();
    this.#showCard();
  }

  /** While the list at the caret is shown, the card makes way for it. */
  cover(covered: boolean): void {
    if (covered === this.#covered) return;
    this.#covered = covered;
    this.#showCard();
  }

  /** A held text shows its card even after it was closed. */
  reopen(): void {
    this.#closed = -1;
    this.#showCard();
  }

  /** Closes the card; whether there was one. */
  close(): boolean {
    const was = this.card.shown;
    this.#closed = this.#verdict.revision;
    this.#under = null;
    this.#showCard();
    return was;
  }

  #paint(verdict: Verdict): void {
    const { composer } = this;
    if (composer instanceof ValueComposer) composer.mirror.paint(verdict.text, verdict.marks);
    else if (composer instanceof EditableComposer) paintHighlights(composer, verdict.text, verdict.marks);
  }

  #showCard(): void {
    const index = this.#covered ? null : this.shown;
    const mark = index === null ? undefined : this.#verdict.marks[index];
    const line = mark === undefined ? undefined : this.composer.boxes(mark.start, mark.end)[0];
    if (index === null || mark === undefined || line === undefined) return this.card.hide();
    const { marks, text } = this.#verdict;
    const face = { index, mark, fixable: fixable(marks), held: this.holds(text) };
    this.card.show(face, aboveSmall(this.composer, line), this.around.keepClear(), this.around.newest());
  }

  #hover(event: PointerEvent): void {
    const { marks, text } = this.#verdict;
    if (!event.isTrusted || event.buttons !== 0 || marks.length === 0) return;
    const offset = frameOffset(this.composer.element.ownerDocument);
    const at = { x: event.clientX + offset.x, y: event.clientY + offset.y, at: event.timeStamp };
    const before = this.#last;
    this.#last = at;
    const speed = before === null ? 0 : Math.hypot(at.x - before.x, at.y - before.y) / Math.max(1, at.at - before.at);
    if (speed > CALM || this.composer.read() !== text) return;
    const under = marks.findIndex((mark) =>
      this.composer.boxes(mark.start, mark.end).some((area) => contains(area, at.x, at.y)),
    );
    if (under < 0 || under === this.#under) return;
    this.#under = under;
    this.#showCard();
    this.#watch();
  }

  /** Until the pointer leaves both the words and the card. */
  #watch(): void {
    this.#watching?.end();
    const life = new Life(this.life);
    this.#watching = life;
    const view = this.composer.element.ownerDocument.defaultView ?? window;
    const follow = (event: PointerEvent) => {
      const offset = event.view === view ? frameOffset(this.composer.element.ownerDocument) : { x: 0, y: 0 };
      const x = event.clientX + offset.x;
      const y = event.clientY + offset.y;
      const mark = this.#under === null ? undefined : this.#verdict.marks[this.#under];
      const areas = mark === undefined ? [] : this.composer.boxes(mark.start, mark.end);
      if (this.card.reaches(x, y, areas)) return;
      this.#under = null;
      life.end();
      this.#showCard();
    };
    for (const one of new Set([view, window])) life.on<PointerEvent>(one, "pointermove", follow, { capture: true, passive: true });
  }
}

/**
 * What to stand beside for a line of a composer. In a small box that is all of
 * it, from above: the draft's other lines stay readable.
 */
export function aboveSmall(composer: Composer, line: Box): Box {
  const whole = boxOf(composer.element);
  return whole.bottom - whole.top > SMALL ? line : { ...line, top: Math.min(line.top, whole.top + PADDING) };
}
