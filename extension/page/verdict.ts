/** The last verdict, together with exactly the text that it is about. */
import type { Mark, ToPage } from "./wire.ts";

export interface Verdict {
  revision: number;
  text: string;
  marks: readonly Mark[];
  /** The mark whose card is shown at the caret. */
  card: number | null;
  block: boolean;
}

export const NO_VERDICT: Verdict = { revision: -1, text: "", marks: [], card: null, block: false };

/** Reads a verdict message; `text` is the text of its revision. */
export function verdictOn(text: string, message: Extract<ToPage, { type: "verdict" }>): Verdict {
  const { revision, card, block } = message;
  return { revision, text, marks: message.marks, card: card !== null && card in message.marks ? card : null, block };
}

export function fixable(marks: readonly Mark[]): number {
  return marks.filter((mark) => mark.rewrites.length > 0).length;
}
