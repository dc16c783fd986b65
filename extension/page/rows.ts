/**
 * The rows of the conversation list, read by the adapter: who wrote, what they
 * said last, and whether they wait. A long list shows only a part of itself, so
 * a row that is not there says nothing about its buyer.
 */
import { findAll, type Adapter, type Candidates } from "./adapter.ts";
import { readAt } from "./read.ts";
import type { SeenRow } from "./wire.ts";

export function readRows(page: Document, adapter: Adapter): SeenRow[] {
  const about = adapter.rows;
  if (about === undefined) return [];
  return findAll(page, about.all)
    .map((row) => ({
      key: readAt(row, about.key),
      buyer: readAt(row, about.buyer),
      preview: readAt(row, about.preview),
      time: readAt(row, about.time),
      waiting: isOneOf(row, about.waiting),
      online: isOneOf(row, about.online),
    }))
    .filter((row) => row.key !== "");
}

/** Null where the console has no sign for it. */
function isOneOf(row: HTMLElement, signs: Candidates | undefined): boolean | null {
  return signs === undefined ? null : signs.some((css) => row.matches(css));
}
