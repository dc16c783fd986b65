/**
 * The orders on screen, read by the adapter: only from the places it names,
 * only while those show this buyer's orders, only from cards in sight, and
 * every value from the same card as its number.
 */
import type { Orders } from "./adapter.ts";
import type { Ground } from "./ground.ts";
import { findAll, findFirst } from "./place.ts";
import { readAt } from "./read.ts";
import { isShown } from "./shown.ts";
import type { SeenOrder } from "./wire.ts";

export function readOrders(ground: Ground): SeenOrder[] {
  const seen = (ground.surface.orders ?? []).flatMap((about) => cardsOf(ground, about));
  // An order that the panel shows and the conversation too is the panel's, which is named first.
  return seen.filter(({ number }, at) => seen.findIndex((other) => other.number === number) === at);
}

/** The cards in sight, and how many of them have a number; none while they may be somebody else's. */
export function numberedCards(ground: Ground): { elements: HTMLElement[]; read: number } {
  const all = (ground.surface.orders ?? []).map((about) => {
    const elements = shownCards(ground, about);
    return { elements, read: elements.filter((card) => readAt(card, about.number) !== "").length };
  });
  return { elements: all.flatMap(({ elements }) => elements), read: all.reduce((sum, { read }) => sum + read, 0) };
}

function shownCards(ground: Ground, about: Orders): HTMLElement[] {
  const panel = ground.first(about.within);
  if (panel === null) return [];
  if (about.only?.some((place) => findFirst([panel], [place]) === null) === true) return [];
  return findAll([panel], about.cards).filter(isShown);
}

function cardsOf(ground: Ground, about: Orders): SeenOrder[] {
  const cards = shownCards(ground, about)
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
  if (about.pick === "first") return cards.slice(0, 1);
  return about.pick === "only" && cards.length > 1 ? [] : cards;
}
