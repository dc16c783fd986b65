/** How many of each slot the adapter finds on the page now. What that means is for the core to say. */
import type { Conversation, Surface } from "./adapter.ts";
import { boxesAround } from "./composer/box.ts";
import { messageRows, whoWrote } from "./conversation.ts";
import type { Ground } from "./ground.ts";
import { numberedCards } from "./orders.ts";
import { findAll } from "./place.ts";
import { readAt } from "./read.ts";
import { rowsOf } from "./rows.ts";
import { isShown } from "./shown.ts";
import type { Count, Slot } from "./wire.ts";

/** Elements that a slot means, and how many of them say what they must. */
interface Found {
  elements: readonly Element[];
  read: number;
}

const SLOTS: readonly Slot[] = ["composer", "send", "key", "buyer", "messages", "rows", "orders"];

/** Of every slot that the surface has. */
export function counted(ground: Ground): Count[] {
  const { surface } = ground;
  if (surface.focused === true && surface.conversation === undefined && surface.rows === undefined && surface.orders === undefined) return [];
  return SLOTS.flatMap((slot) => {
    const found = foundOf(ground, slot);
    const { least = 0, most = null } = surface.expect?.[slot] ?? {};
    return found === null ? [] : [{ slot, found: found.elements.length, read: found.read, least, most }];
  });
}

/** The elements of a slot; null where the surface does not have it. */
export function foundOf(ground: Ground, slot: Slot): Found | null {
  const { surface } = ground;
  const here = ground.scoped;
  switch (slot) {
    case "composer":
      return surface.focused === true ? null : boxes(here, surface);
    case "send":
      return surface.send.length === 0 ? null : all(here.all(surface.send).filter(isShown));
    case "key":
    case "buyer":
      return valued(here, surface.conversation, slot);
    case "messages":
      return messages(here, surface.conversation);
    case "rows": {
      const { rows } = surface;
      if (rows === undefined) return null;
      const elements = rowsOf(ground, rows);
      return { elements, read: elements.filter((row) => readAt(row, rows.key) !== "").length };
    }
    case "orders":
      return surface.orders === undefined ? null : numberedCards(ground);
  }
}

/** As the composer is looked for: what is in sight and cannot be written in is found, and nothing is read of it. */
function boxes(here: Ground, { composer }: Surface): Found {
  let others: readonly Element[] = [];
  for (const places of [here.light, here.deep]) {
    for (const place of composer) {
      const shown = findAll(places, [place]).filter(isShown);
      const writable = boxesAround(shown);
      if (writable.length > 0) return all(writable);
      if (others.length === 0) others = shown;
    }
  }
  return { elements: others, read: 0 };
}

function all(elements: readonly Element[]): Found {
  return { elements, read: elements.length };
}

function valued(here: Ground, about: Conversation | undefined, slot: "key" | "buyer"): Found | null {
  const readers = about?.[slot];
  if (readers === undefined) return null;
  const elements = [readers].flat().map(({ css }) => (css === undefined ? [] : here.all(css))).find((found) => found.length > 0);
  return { elements: elements ?? [], read: readAt(here, readers) === "" ? 0 : 1 };
}

function messages(here: Ground, about: Conversation | undefined): Found | null {
  if (about?.messages === undefined) return null;
  const elements = messageRows(here, about);
  return { elements, read: elements.filter((row) => whoWrote(row, about) !== undefined).length };
}
