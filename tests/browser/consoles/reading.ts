/**
 * The page side's own reading, put into a replica's page with the adapter that
 * ships, so that a scene can compare all of what is read. That it also reaches
 * the panel is for the scenes to see there.
 */
import type { Adapter } from "../../../extension/page/adapter.ts";
import { Opened } from "../../../extension/page/conversation.ts";
import { readOrders } from "../../../extension/page/orders.ts";
import { readRows } from "../../../extension/page/rows.ts";
import { Site } from "../../../extension/page/surface.ts";
import type { SeenConversation, SeenOrder, SeenRow } from "../../../extension/page/wire.ts";

export interface Reading {
  conversation: SeenConversation | null;
  orders: SeenOrder[];
  rows: SeenRow[];
}

/** As the page side has them: they know what was on the page before. */
let site: Site | undefined;
const opened = new Opened();

Object.assign(globalThis, {
  /** The middle of an element in the window's coordinates, also of one in a frame. */
  middle(element: HTMLElement): { x: number; y: number } {
    const box = element.getBoundingClientRect();
    const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
    return { x: box.left + box.width / 2 + (frame?.left ?? 0), y: box.top + box.height / 2 + (frame?.top ?? 0) };
  },
  read(adapter: Adapter): Reading {
    site ??= new Site(adapter);
    const { ground } = site;
    return { conversation: opened.read(ground), orders: readOrders(ground), rows: readRows(ground) };
  },
});
