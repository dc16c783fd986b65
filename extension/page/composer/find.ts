/**
 * Which element of the page is the composer now, and which is its send button.
 *
 * The adapter names candidates; consoles keep old composers mounted, so only
 * one that has a box counts, and the one with the focus before the others. A
 * frame is looked into only if it is of the page's own origin.
 */
import { findAll, findFirst, isShown, type Adapter } from "../adapter.ts";

export interface Found {
  element: HTMLElement;
  send: HTMLElement | null;
}

export function findComposer(page: Document, adapter: Adapter): Found | null {
  for (const place of [page, ...frames(page, adapter)]) {
    for (const css of adapter.composer) {
      const shown = findAll(place, [css]).filter(isShown);
      const element = shown.find((one) => one === place.activeElement) ?? shown[0];
      if (element !== undefined) return { element, send: findFirst(place, adapter.send) };
    }
  }
  return null;
}

/** The documents of the adapter's frames, as far as they may be read. */
export function frames(page: Document, adapter: Adapter): Document[] {
  return frameElements(page, adapter).flatMap((frame) => frame.contentDocument ?? []);
}

export function frameElements(page: Document, adapter: Adapter): HTMLIFrameElement[] {
  if (adapter.frames === undefined) return [];
  return findAll(page, adapter.frames).filter((one): one is HTMLIFrameElement => one.localName === "iframe");
}
