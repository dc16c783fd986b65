/** A textarea or a text input as a composer. */
import type { Box } from "../geometry.ts";
import type { Mirror } from "../underline/mirror.ts";
import type { Composer, Way } from "./composer.ts";
import { isActive } from "./focus.ts";
import { typed } from "./ways.ts";

export type ValueElement = HTMLTextAreaElement | HTMLInputElement;

export class ValueComposer implements Composer {
  readonly kind = "value";

  /** @param mirror Lays the same text over the box, which has no boxes of its own for words. */
  constructor(
    readonly element: ValueElement,
    readonly mirror: Mirror,
  ) {}

  read(): string {
    return this.element.value;
  }

  caret(): number {
    return this.element.selectionEnd ?? this.element.value.length;
  }

  isCollapsed(): boolean {
    return this.element.selectionStart === this.element.selectionEnd;
  }

  hasFocus(): boolean {
    return isActive(this.element);
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  select(start: number, end: number): void {
    this.element.setSelectionRange(start, end);
  }

  /** The browser types, and its own undo keeps the step. */
  get ways(): readonly Way[] {
    return [(text) => typed(this.element, text)];
  }

  /**
   * Frameworks keep their own idea of the value and replace the element's
   * setter to watch it; the prototype's setter and an `input` event is what
   * they take for typing.
   */
  put(text: string): boolean {
    const proto = Object.getPrototypeOf(this.element) as object;
    const set = Object.getOwnPropertyDescriptor(proto, "value")?.set;
    if (set === undefined) return false;
    set.call(this.element, text);
    this.element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, inputType: "insertReplacementText" }));
    return true;
  }

  boxes(start: number, end: number): Box[] {
    return this.mirror.boxes(start, end);
  }
}
