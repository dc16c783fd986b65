/**
 * The orders on screen, read by the adapter: only from the panel it names,
 * only while that panel shows this buyer's orders, and every value from the
 * same card as its number.
 */
import { findAll, findFirst, type Adapter } from "./adapter.ts";
import { readAt } from "./read.ts";
import type { SeenOrder } from "./wire.ts";

export function readOrders(page: Document, adapter: Adapter): SeenOrder[] {
  const about = adapter.orders;
  if (about === undefined) return [];
  const panel = findFirst(page, about.within);
  if (panel === null) return [];
  if (about.only !== undefined && findFirst(panel, about.only) === null) return [];
  return findAll(panel, about.cards)
    .map((card) => ({
      number: readAt(card, about.number),
      buyer: readAt(card, about.buyer),
      status: readAt(card, about.status),
      item: readAt(card, about.item),
      amount: readAt(card, about.amount),
      created: readAt(card, about.created),
      closes: readAt(card, about.closes),
      tracking: readAt(card, about.tracking),
    }))
    .filter((order) => order.number !== "");
}
