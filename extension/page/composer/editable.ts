/** A contenteditable as a composer. */
import { frameOffset, moved, type Box } from "../geometry.ts";
import type { Composer } from "./composer.ts";
import { offsetAt, positionAt, readText, type TextModel } from "./text-model.ts";

export class EditableComposer implements Composer {
  readonly kind = "editable";
  /** The caret as it was when the selection was last inside. */
  #kept: [number, number] | null = null;

  constructor(readonly element: HTMLElement) {}

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

  hasFocus(): boolean {
    const active = this.#page.activeElement;
    return active !== null && (active === this.element || this.element.contains(active)) && holdsFocus(this.#page);
  }

  focus(): void {
    const before = this.#selected() ?? this.#kept;
    this.element.focus({ preventScroll: true });
    // A contenteditable that gets the focus puts the caret at its start.
    if (before !== null) this.select(...before);
  }

  select(start: number, end: number): void {
    const model = this.model();
    const from = positionAt(model, this.element, start, start === end ? "end" : "start");
    const to = positionAt(model, this.element, end, "end");
    this.#page.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    this.#kept = [start, end];
  }

  type(text: string): void {
    if (text === "") this.#page.execCommand("delete");
    else this.#page.execCommand("insertText", false, text);
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
    const selection = this.#page.getSelection();
    if (selection === null || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
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

/** Whether the focus is in this document: in a frame, the outer one points to it. */
export function holdsFocus(page: Document): boolean {
  const frame = page.defaultView?.frameElement;
  if (!frame) return page.hasFocus();
  return frame.ownerDocument.activeElement === frame && page.hasFocus();
}
