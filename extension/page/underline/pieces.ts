/**
 * Marks may overlap; a letter has one underline. Where two marks meet, the
 * graver one is seen.
 */
import type { Level, Mark } from "../wire.ts";

type Span = Pick<Mark, "start" | "end" | "level">;

const GRAVITY: Record<Level, number> = { tip: 0, warn: 1, block: 2 };

/** The marks cut into pieces that do not overlap, in text order. */
export function pieces(marks: readonly Span[], length: number): Span[] {
  const whole = marks.filter((mark) => mark.start < mark.end && mark.end <= length);
  const edges = [...new Set(whole.flatMap((mark) => [mark.start, mark.end]))].sort((a, b) => a - b);
  const cut: Span[] = [];
  edges.slice(0, -1).forEach((start, index) => {
    const end = edges[index + 1] ?? start;
    const over = whole.filter((mark) => mark.start <= start && end <= mark.end);
    const gravest = over.sort((a, b) => GRAVITY[b.level] - GRAVITY[a.level])[0];
    if (gravest === undefined) return;
    const before = cut.at(-1);
    if (before?.end === start && before.level === gravest.level && gravest.start < start) before.end = end;
    else cut.push({ start, end, level: gravest.level });
  });
  return cut;
}
