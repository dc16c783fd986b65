/** A contenteditable as a composer. */
import { frameOffset, moved, type Box } from "../geometry.ts";
import type { Composer, Way } from "./composer.ts";
import { isActive, selectionIn } from "./focus.ts";
import { offsetAt, positionAt, readText, type TextModel } from "./text-model.ts";
import { marked, offered, pasted, typed } from "./ways.ts";

const WAYS = { paste: pasted, markup: marked, input: offered, native: typed } as const;

/** Their order where nothing else is known of the editor. */
const USUAL = ["paste", "input", "native"] as const;

export class EditableComposer implements Composer {
  readonly kind = "editable";
  /** The caret as it was when the selection was last inside. */
  #kept: [number, number] | null = null;

  /** @param order The ways that this console's editor takes, the likeliest first. */
  constructor(
    readonly element: HTMLElement,
    private readonly order: readonly (keyof typeof WAYS)[] = USUAL,
  ) {}

  read(): string {
    return this.model().text;
  }

  model(): TextModel {
    const space = this.#window.getComputedStyle(this.element).whiteSpace;
    return readText(this.element, space.startsWith("pre") || space === "break-spaces");
  }

  caret(): number {
    return this.#selected()?.[1] ?? this.#kept?.[1] ?? this.read().length;
  }

  isCollapsed(): boolean {
    return selectionIn(this.element).range?.collapsed ?? true;
  }

  hasFocus(): boolean {
    return isActive(this.element);
  }

  focus(): void {
    if (this.hasFocus()) return;
    const before = this.#selected() ?? this.#kept;
    this.element.focus({ preventScroll: true });
    // A contenteditable that gets the focus puts the caret at its start.
    if (before !== null) this.select(...before);
  }

  select(start: number, end: number): void {
    const model = this.model();
    const from = positionAt(model, this.element, start, start === end ? "end" : "start");
    const to = positionAt(model, this.element, end, "end");
    selectionIn(this.element).selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    this.#kept = [start, end];
  }

  /**
   * An editor with a model of its own takes a paste, and what it does not take
   * has no effect at all; in a box without an editor the browser types. It
   * comes last, because it writes past an editor that does not listen.
   */
  get ways(): readonly Way[] {
    const { element } = this;
    return this.order.map((way) => (text) => WAYS[way](element, text));
  }

  put(): boolean {
    return false;
  }

  boxes(start: number, end: number): Box[] {
    const offset = frameOffset(this.#page);
    return [...this.range(this.model(), start, end).getClientRects()].map((rect) => moved(rect, offset));
  }

  range(model: TextModel, start: number, end: number): Range {
    const from = positionAt(model, this.element, start, "start");
    const to = positionAt(model, this.element, end, "end");
    const range = this.#page.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The selection, if it lies in the box; start before end. */
  #selected(): [number, number] | null {
    const range = selectionIn(this.element).range;
    if (range === null) return null;
    if (!this.element.contains(range.startContainer) || !this.element.contains(range.endContainer)) return null;
    const model = this.model();
    const start = offsetAt(model, { node: range.startContainer, offset: range.startOffset });
    const end = range.collapsed ? start : offsetAt(model, { node: range.endContainer, offset: range.endOffset });
    this.#kept = [start, end];
    return [start, end];
  }

  get #page(): Document {
    return this.element.ownerDocument;
  }

  get #window(): Window {
    return this.#page.defaultView ?? window;
  }
}
