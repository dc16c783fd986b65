/**
 * The rows of the conversation list, read by the adapter: who wrote, what they
 * said last, and whether they wait. A long list shows only a part of itself, so
 * a row that is not there says nothing about its buyer.
 */
import type { Rows } from "./adapter.ts";
import type { Ground } from "./ground.ts";
import { isOneOf } from "./place.ts";
import { readAt } from "./read.ts";
import type { SeenRow } from "./wire.ts";

/** As many rows as are read, from the top: those who wait are there. */
const MOST = 300;

export function readRows(ground: Ground): SeenRow[] {
  const about = ground.surface.rows;
  if (about === undefined) return [];
  const rows = new Map<string, SeenRow>();
  for (const row of rowsOf(ground, about)) {
    const key = readAt(row, about.key);
    const waiting = isOneOf(row, about.waiting);
    const known = rows.get(key);
    // Consoles list a buyer once in each group that she is in.
    if (known !== undefined) known.waiting = known.waiting === true ? true : waiting;
    else if (key !== "") {
      rows.set(key, {
        key,
        buyer: readAt(row, about.buyer),
        preview: readAt(row, about.preview),
        time: readAt(row, about.time),
        waiting,
        online: isOneOf(row, about.online),
        returning: isOneOf(row, about.returning),
      });
    }
  }
  return [...rows.values()];
}

/** The rows that are read. */
export function rowsOf(ground: Ground, about: Rows): HTMLElement[] {
  return ground.all(about.all).slice(0, MOST);
}
