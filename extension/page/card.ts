/**
 * The card of one finding: the words found, what says it better, why, and the
 * keys that take it. It draws what it is given and reports presses; which mark
 * is shown when is for others.
 */
import type { Box } from "./geometry.ts";
import { around, contains } from "./geometry.ts";
import type { Host } from "./host/host.ts";
import type { Life } from "./life.ts";
import { Float } from "./overlay/float.ts";
import { node } from "./overlay/node.ts";
import { trustedPress } from "./press.ts";
import type { Ask, Mark } from "./wire.ts";

/** A card to show. */
export interface CardFace {
  /** The mark's place in the verdict. */
  index: number;
  mark: Mark;
  /** How many marks "fix all" would settle. */
  fixable: number;
  /** Whether sending this text was held. */
  held: boolean;
}

export class Card {
  readonly #float: Float;

  constructor(
    life: Life,
    private readonly host: Host,
    slot: HTMLElement,
    private readonly ask: (ask: Ask) => void,
  ) {
    this.#float = new Float(life, slot);
  }

  get shown(): boolean {
    return this.#float.element !== null;
  }

  hide(): void {
    this.#float.hide();
  }

  /** Shows a card beside the line that holds the marked words. */
  show(face: CardFace, line: Box, clear: readonly Box[], better: readonly Box[]): void {
    this.#float.draw(JSON.stringify(face), (span) => this.#draw(span, face));
    this.#float.put(line, clear, better);
  }

  /** Whether the pointer is on the card or on the way to it from these boxes. */
  reaches(x: number, y: number, from: readonly Box[]): boolean {
    const area = this.#float.element?.getBoundingClientRect();
    return area !== undefined && contains(around([area, ...from]), x, y);
  }

  #draw(span: Life, { index, mark, fixable, held }: CardFace): HTMLElement {
    const { host } = this;
    const press = (name: string, words: string, keys: string, ask: Ask) => {
      const element = node("button", name, words);
      if (keys !== "") element.append(node("kbd", "", keys));
      trustedPress(span, element, () => this.ask(ask));
      return element;
    };
    const take = (rewrite: number): Ask => ({ what: "take-rewrite", mark: index, rewrite });
    const says = (rewrite: string) => rewrite || host.word("page_leave_out");

    const [first, ...others] = mark.rewrites;
    const words = node("div", "words");
    words.append(node("s", first === undefined ? "held" : "", mark.found));
    if (first !== undefined) words.append(node("span", "arrow", "→"), node("b", "", says(first)));
    const why = node("div", "why", mark.why);
    if (mark.source !== "") why.append(node("cite", "", mark.source));

    const foot = node("div", "foot");
    if (first !== undefined) foot.append(press("take", host.word("page_take"), "Alt ↵", take(0)));
    if (fixable > 1) {
      foot.append(press("all", host.word("page_fix_all", String(fixable)), "Alt ⇧ ↵", { what: "fix-all" }));
    }
    if (mark.level !== "block") foot.append(press("quiet", host.word("page_ignore"), "", { what: "ignore", mark: index }));
    else if (held) foot.append(press("quiet", host.word("page_send_anyway"), "", { what: "send-anyway" }));

    const element = node("div", `card ${mark.level}`);
    element.setAttribute("role", "status");
    element.append(words, why);
    if (others.length > 0) {
      const more = node("div", "others");
      more.append(...others.map((rewrite, place) => press("other", says(rewrite), "", take(place + 1))));
      element.append(more);
    }
    if (foot.childElementCount > 0) element.append(foot);
    return element;
  }
}
