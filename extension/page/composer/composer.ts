/**
 * A reply box as the rest of the page side knows it: a text, a caret, boxes of
 * its parts, and one way to type into it. Which kind of element it is stays
 * behind this face.
 */
import type { Box } from "../geometry.ts";

export interface Composer {
  readonly element: HTMLElement;
  readonly kind: "value" | "editable";
  /** The whole text, as the buyer would receive it. */
  read(): string;
  /** Where the caret is, in UTF-16 code units; the end of a selection. */
  caret(): number;
  /** Whether there is a caret and no selected words. */
  isCollapsed(): boolean;
  hasFocus(): boolean;
  /** Focuses the box without scrolling; the selection stays what it was. */
  focus(): void;
  select(start: number, end: number): void;
  /** The ways to put a text in place of the selection, the likeliest first. */
  readonly ways: readonly Way[];
  /** Sets the whole text behind the editor's back; whether it can. */
  put(text: string): boolean;
  /** The boxes of a range, one a line, in the top window's coordinates. */
  boxes(start: number, end: number): Box[];
}

/** A way to put a text in place of the selection; whether anybody took it. */
export type Way = (text: string) => boolean;
