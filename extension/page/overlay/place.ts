/**
 * Where things may lie over a page: pure sums over boxes.
 *
 * Some boxes of the page are never covered (the composer, its send button, the
 * newest message). A spot is looked for in the order in which an agent would:
 * where she put it, the other side, as much of a side as is free, and at last
 * folded to a tab.
 */
import { box, overlaps, type Box } from "../geometry.ts";
import type { Placement } from "../wire.ts";

export const PANEL_WIDTH = 340;
/** What must be left for the page beside a docked panel. */
export const PAGE_MIN = 640;
export const FLOAT_HEIGHT = 560;
/** Less than this shows too little to be of use. */
const PANEL_MIN = 240;
const TAB = { width: 36, height: 120 };
const GAP = 8;
/** How far a card may step aside for something that it need not keep clear of. */
const NEARBY = 240;

export interface Size {
  width: number;
  height: number;
}

export type Side = "left" | "right";

export interface Spot {
  box: Box;
  /** Folded to a tab. */
  tab: boolean;
  /** Lies along the whole of a side. */
  docked: boolean;
}

/** The side that a placement belongs to. */
export function sideOf(placement: Placement, view: Size): Side {
  if (placement.dock !== "float") return placement.dock;
  return placement.x + PANEL_WIDTH / 2 < view.width / 2 ? "left" : "right";
}

export function dockedBox(side: Side, view: Size): Box {
  return box(side === "left" ? 0 : view.width - PANEL_WIDTH, 0, PANEL_WIDTH, view.height);
}

/** A spot that covers none of `clear`; a tab, if there is no other. */
export function findSpot(view: Size, placement: Placement, clear: readonly Box[]): Spot {
  const side = sideOf(placement, view);
  const sides: Side[] = side === "left" ? ["left", "right"] : ["right", "left"];
  if (placement.folded) return tabSpot(view, sides, clear);
  const floating = placement.dock === "float" ? floatingBox(view, placement, clear) : null;
  if (floating !== null) return { box: floating, tab: false, docked: false };
  for (const at of sides) {
    const whole = dockedBox(at, view);
    if (isClear(whole, clear)) return { box: whole, tab: false, docked: true };
  }
  for (const at of sides) {
    const [top, bottom] = widest(freeSpans(dockedBox(at, view), clear));
    if (bottom - top >= PANEL_MIN) {
      const whole = dockedBox(at, view);
      return { box: { ...whole, top, bottom }, tab: false, docked: false };
    }
  }
  return tabSpot(view, sides, clear);
}

/** The nearest clear place to where a floating panel was put. */
function floatingBox(view: Size, { x, y }: Placement, clear: readonly Box[]): Box | null {
  const within = (left: number, top: number, height: number) =>
    box(clamp(left, 0, view.width - PANEL_WIDTH), clamp(top, 0, view.height - height), PANEL_WIDTH, height);
  // Rather shorter where it was put than whole somewhere else.
  const heights = [FLOAT_HEIGHT, 440, 320].map((height) => Math.min(height, view.height - 2 * GAP));
  const here = heights.map((height) => within(x, y, height)).find((one) => isClear(one, clear));
  if (here !== undefined) return here;
  const height = heights[1] ?? FLOAT_HEIGHT;
  const at = (left: number, top: number) => within(left, top, height);
  const wished = at(x, y);
  const beside = clear.flatMap((one) => [
    at(one.left - PANEL_WIDTH - GAP, y),
    at(one.right + GAP, y),
    at(x, one.top - height - GAP),
    at(x, one.bottom + GAP),
  ]);
  const far = (one: Box) => Math.hypot(one.left - wished.left, one.top - wished.top);
  return beside.filter((one) => isClear(one, clear)).sort((a, b) => far(a) - far(b))[0] ?? null;
}

function tabSpot(view: Size, sides: readonly Side[], clear: readonly Box[]): Spot {
  const middle = (view.height - TAB.height) / 2;
  const at = (side: Side, top: number) =>
    box(side === "left" ? 0 : view.width - TAB.width, top, TAB.width, TAB.height);
  for (const side of sides) {
    const tops = freeSpans({ ...at(side, 0), top: 0, bottom: view.height }, clear)
      .filter(([top, bottom]) => bottom - top >= TAB.height)
      .map(([top, bottom]) => clamp(middle, top, bottom - TAB.height))
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    if (tops[0] !== undefined) return { box: at(side, tops[0]), tab: true, docked: false };
  }
  return { box: at(sides[0] ?? "right", 0), tab: true, docked: false };
}

/**
 * Where a small thing goes that belongs to a line of text: above the line, or
 * below it, never over it and clear of the given boxes. It steps aside for
 * `better`, too, where that does not take it far from the line.
 */
export function besideLine(
  size: Size,
  line: Box,
  view: Size,
  clear: readonly Box[],
  better: readonly Box[] = [],
): Box {
  const left = clamp(line.left - 12, GAP, view.width - size.width - GAP);
  const above = line.top - GAP - size.height;
  const below = line.bottom + GAP;
  const at = (x: number, y: number) => box(x, y, size.width, size.height);
  const far = (spot: Box) => Math.hypot(spot.left - left, spot.top - above);
  const nearest = (spots: Box[], avoid: readonly Box[]) =>
    spots
      .filter(({ left: x, top: y, right, bottom }) => x >= 0 && y >= 0 && right <= view.width && bottom <= view.height)
      .filter((spot) => isClear(spot, avoid))
      .sort((one, other) => far(one) - far(other))[0];
  const lefts = [left, ...[...clear, ...better].flatMap((one) => [one.left - size.width - GAP, one.right + GAP])];
  const tops = [above, ...clear.map((one) => one.top - size.height - GAP).filter((top) => top < above)];

  const overIt = better.map((one) => one.top - size.height - GAP).filter((top) => top < above);
  const aside = nearest([above, ...overIt].flatMap((y) => lefts.map((x) => at(x, y))), [...clear, ...better]);
  if (aside !== undefined && far(aside) <= NEARBY) return aside;
  return (
    nearest(tops.flatMap((y) => lefts.map((x) => at(x, y))), clear) ??
    nearest(lefts.map((x) => at(x, below)), clear) ??
    at(left, Math.max(0, above))
  );
}

function isClear(spot: Box, clear: readonly Box[]): boolean {
  return !clear.some((one) => overlaps(spot, one));
}

/** The free spans of a column, top to bottom, a little apart from what is kept clear. */
function freeSpans(column: Box, clear: readonly Box[]): [number, number][] {
  const taken = clear.filter((one) => overlaps(one, column)).sort((a, b) => a.top - b.top);
  const spans: [number, number][] = [];
  let from = column.top;
  for (const one of taken) {
    spans.push([from, one.top - GAP]);
    from = Math.max(from, one.bottom + GAP);
  }
  spans.push([from, column.bottom]);
  return spans.filter(([top, bottom]) => bottom > top);
}

function widest(spans: readonly [number, number][]): [number, number] {
  return [...spans].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0] ?? [0, 0];
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
