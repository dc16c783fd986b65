/**
 * The list at the caret: the replies that what is typed there finds. It draws
 * what it is given, beside the line where the typing began, and reports presses;
 * which replies, and which of them is chosen, the panel says.
 */
import type { Box } from "./geometry.ts";
import type { Host } from "./host/host.ts";
import type { Life } from "./life.ts";
import { viewSize } from "./overlay/dock.ts";
import { Float } from "./overlay/float.ts";
import { node } from "./overlay/node.ts";
import { trustedPress } from "./press.ts";
import type { Ask, List, ListRow } from "./wire.ts";

export class ReplyList {
  readonly #float: Float;
  #rows: HTMLElement[] = [];

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

  /** Shows the list beside the line where the typing began. */
  show(list: List, line: Box, clear: readonly Box[]): void {
    // The choice moves among the rows without drawing them anew.
    const element = this.#float.draw(JSON.stringify(list.rows), (span) => this.#draw(span, list.rows));
    this.#choose(list);
    // As much of it as there is room for; the rest scrolls.
    const room = Math.max(line.top, viewSize().height - line.bottom) - 2 * GAP;
    element.style.maxHeight = `${Math.max(LEAST, Math.min(MOST, room))}px`;
    this.#float.put(line, clear);
    this.#rows[list.chosen ?? 0]?.scrollIntoView({ block: "nearest" });
  }

  #choose({ chosen, spaces }: List): void {
    this.#rows.forEach((row, place) => row.setAttribute("aria-selected", String(place === chosen)));
    const hint = this.#float.element?.querySelector(".hint");
    if (hint) hint.textContent = this.host.word(this.#rows.length ? hintOf(chosen !== null, spaces) : "page_list_none");
  }

  #draw(span: Life, rows: readonly ListRow[]): HTMLElement {
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
    if (rows.length > 0) element.append(options);
    element.append(hint);
    return element;
  }

  #row({ title, titleHits, folder, abbreviation, body, bodyHits, asks, stale }: ListRow, place: number): HTMLElement {
    const option = node("div", "option");
    option.setAttribute("role", "option");
    const head = node("div", "head");
    const name = node("span", "title");
    name.append(...marked(title, titleHits));
    head.append(name);
    if (asks) head.append(node("span", "asks", this.host.word("page_list_asks")));
    if (stale) head.append(node("span", "asks", this.host.word("page_list_stale")));
    if (abbreviation !== "") head.append(node("span", "letters", abbreviation));
    head.append(node("span", "folder", folder), node("kbd", "", `Alt ${place + 1}`));
    const words = node("div", "body");
    words.append(...marked(body, bodyHits));
    for (const node of words.childNodes) node.textContent = this.#named(node.textContent ?? "");
    option.append(head, words);
    return option;
  }

  /** The words with the fields of the page as the interface calls them. */
  #named(words: string): string {
    return words.replace(FIELDS, (_, name: string) => `{${this.host.word(`field_${name}`)}}`);
  }
}

/** The fields that have names for the machine; the others are called as who wrote the reply calls them. */
const FIELDS = /\{(buyer|order_no|item|amount|tracking)\}/g;

/** The word for what the keys do. */
function hintOf(chosen: boolean, spaces: boolean): string {
  if (spaces) return chosen ? "page_list_space" : "page_list_space_only";
  return chosen ? "page_list_take" : "page_list_choose";
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
