/**
 * Something that floats beside a line of the composer. It is drawn anew when it
 * has another face, and put in its place each time. A press on it leaves the
 * caret where it is.
 */
import type { Box } from "../geometry.ts";
import { Life } from "../life.ts";
import { viewSize } from "./dock.ts";
import { besideLine, type Size } from "./place.ts";

export class Float {
  #span: Life | null = null;
  #element: HTMLElement | null = null;
  #face = "";
  #size: Size | null = null;
  /** What the size is of, beside the face. */
  #of = "";

  constructor(
    private readonly life: Life,
    private readonly slot: HTMLElement,
  ) {
    life.onEnd(() => this.hide());
  }

  get element(): HTMLElement | null {
    return this.#element;
  }

  hide(): void {
    this.#span?.end();
    this.#span = null;
    this.#element = null;
    this.#size = null;
    this.#face = "";
  }

  /** Makes it show this face; what is made ends with it. */
  draw(face: string, make: (span: Life) => HTMLElement): HTMLElement {
    if (face === this.#face && this.#element !== null) return this.#element;
    this.hide();
    const span = new Life(this.life);
    const element = make(span);
    span.on(element, ["pointerdown", "mousedown"], (event) => event.preventDefault());
    this.slot.append(element);
    span.onEnd(() => element.remove());
    this.#span = span;
    this.#element = element;
    this.#face = face;
    return element;
  }

  /** Its size, for which the browser lays it out only where it can be another one. */
  #sized(element: HTMLElement, view: Size): Size {
    const of = `${view.width} ${view.height} ${element.style.maxHeight}`;
    if (this.#size === null || this.#of !== of) this.#size = { width: element.offsetWidth, height: element.offsetHeight };
    this.#of = of;
    return this.#size;
  }

  /** Puts it beside a line, over nothing that is to stay clear, and over what is better clear only if it must. */
  put(line: Box, clear: readonly Box[], better?: readonly Box[]): void {
    const element = this.#element;
    if (element === null) return;
    const view = viewSize();
    const spot = besideLine(this.#sized(element, view), line, view, clear, better);
    element.style.left = `${spot.left}px`;
    element.style.top = `${spot.top}px`;
  }
}
