/**
 * The list at the caret: the replies that what is typed there finds. It draws
 * what it is given, beside the line where the typing began, and reports presses;
 * which replies, and which of them is chosen, the panel says.
 */
import type { Box } from "./geometry.ts";
import type { Host } from "./host/host.ts";
import { Life } from "./life.ts";
import { viewSize } from "./overlay/dock.ts";
import { node } from "./overlay/node.ts";
import { besideLine } from "./overlay/place.ts";
import { trustedPress } from "./press.ts";
import type { Ask, List, ListRow } from "./wire.ts";

export class ReplyList {
  #span: Life | null = null;
  #element: HTMLElement | null = null;
  #rows: HTMLElement[] = [];
  /** The rows that are drawn; the choice moves among them without drawing anew. */
  #face = "";

  constructor(
    private readonly life: Life,
    private readonly host: Host,
    private readonly slot: HTMLElement,
    private readonly ask: (ask: Ask) => void,
  ) {
    life.onEnd(() => this.hide());
  }

  get shown(): boolean {
    return this.#element !== null;
  }

  hide(): void {
    this.#span?.end();
    this.#span = null;
    this.#element = null;
    this.#rows = [];
    this.#face = "";
  }

  /** Shows the list beside the line where the typing began. */
  show(list: List, line: Box, clear: readonly Box[]): void {
    const face = JSON.stringify(list.rows);
    if (face !== this.#face) {
      this.hide();
      this.#face = face;
      this.#draw(list.rows);
    }
    this.#choose(list.chosen);
    const element = this.#element;
    if (element === null) return;
    // As much of it as there is room for; the rest scrolls.
    const view = viewSize();
    const room = Math.max(line.top, view.height - line.bottom) - 2 * GAP;
    element.style.maxHeight = `${Math.max(LEAST, Math.min(MOST, room))}px`;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const spot = besideLine(size, line, view, clear);
    element.style.left = `${spot.left}px`;
    element.style.top = `${spot.top}px`;
    this.#rows[list.chosen ?? 0]?.scrollIntoView({ block: "nearest" });
  }

  #choose(chosen: number | null): void {
    this.#rows.forEach((row, place) => row.setAttribute("aria-selected", String(place === chosen)));
    const hint = this.#element?.querySelector(".hint");
    if (hint) hint.textContent = this.host.word(chosen === null ? "page_list_choose" : "page_list_take");
  }

  #draw(rows: readonly ListRow[]): void {
    const span = new Life(this.life);
    this.#span = span;
    const element = node("div", "list");
    const options = node("div", "options");
    options.setAttribute("role", "listbox");
    options.setAttribute("aria-label", this.host.word("page_list"));
    this.#rows = rows.map((row, place) => {
      const option = this.#row(row, place);
      trustedPress(span, option, () => this.ask({ what: "take-listed", place }));
      return option;
    });
    options.append(...this.#rows);
    // The caret stays in the composer, so what is chosen is told, not focused.
    const hint = node("div", "hint");
    hint.setAttribute("role", "status");
    element.append(options, hint);
    span.on(element, ["pointerdown", "mousedown"], (event) => event.preventDefault());
    this.slot.append(element);
    span.onEnd(() => element.remove());
    this.#element = element;
  }

  #row({ title, titleHits, folder, abbreviation, body, bodyHits, asks }: ListRow, place: number): HTMLElement {
    const option = node("div", "option");
    option.setAttribute("role", "option");
    const head = node("div", "head");
    const name = node("span", "title");
    name.append(...marked(title, titleHits));
    head.append(name);
    if (asks) head.append(node("span", "asks", this.host.word("page_list_asks")));
    if (abbreviation !== "") head.append(node("span", "letters", abbreviation));
    head.append(node("span", "folder", folder), node("kbd", "", `Alt ${place + 1}`));
    const words = node("div", "body");
    words.append(...marked(body, bodyHits));
    option.append(head, words);
    return option;
  }
}

const GAP = 16;
/** Between these heights, in CSS pixels, the list takes what it needs. */
const LEAST = 120;
const MOST = 420;

/** A text with its ranges marked; ranges are UTF-16 offsets, in order. */
function marked(text: string, ranges: readonly (readonly [number, number])[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    nodes.push(document.createTextNode(text.slice(at, start)), node("mark", "", text.slice(start, end)));
    at = end;
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}
