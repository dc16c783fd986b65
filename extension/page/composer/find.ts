/**
 * Which element of the page is the composer now, and which is its send button.
 *
 * The adapter names candidates; consoles keep old composers mounted, so only
 * one that has a box counts, and the one with the focus before the others. A
 * frame is looked into only if it is of the page's own origin, a shadow root
 * only if it is open.
 */
import { findAll, findFirst, isShown, type Adapter } from "../adapter.ts";
import { openRoots, treeOf } from "./focus.ts";

export interface Found {
  element: HTMLElement;
  send: HTMLElement | null;
}

export function findComposer(page: Document, adapter: Adapter): Found | null {
  const light = [page, ...frames(page, adapter)];
  // All roots have to be searched for, so they come after what the page itself has.
  const found = findIn(light, adapter) ?? findIn(light.flatMap(openRoots), adapter);
  const active = found === null ? null : outdoing(found, adapter);
  return active === null ? found : { element: active, send: sendBeside(treeOf(active), adapter) };
}

/** The element that got the focus, if it is no poorer a candidate than the composer in use. */
export function outdoing({ element }: Found, adapter: Adapter): HTMLElement | null {
  const active = activeIn(element.ownerDocument);
  if (active === null || active === element || !isShown(active)) return null;
  const rank = (one: Element) => adapter.composer.findIndex((css) => one.matches(css));
  return rank(active) >= 0 && rank(active) <= rank(element) ? (active as HTMLElement) : null;
}

/** The element with the focus, in whatever open shadow root it stands. */
function activeIn(page: Document): Element | null {
  let active = page.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function findIn(places: readonly (Document | ShadowRoot)[], adapter: Adapter): Found | null {
  for (const css of adapter.composer) {
    for (const place of places) {
      const shown = findAll(place, [css]).filter(isShown);
      const element = shown.find((one) => one === place.activeElement) ?? shown[0];
      if (element !== undefined) return { element, send: sendBeside(place, adapter) };
    }
  }
  return null;
}

/** The send button in the composer's own tree, or in one that this tree stands in. */
function sendBeside(place: Document | ShadowRoot, adapter: Adapter): HTMLElement | null {
  for (let tree: Node = place; ; tree = (tree as ShadowRoot).host.getRootNode()) {
    const send = findFirst(tree as Document | ShadowRoot, adapter.send);
    if (send !== null || tree.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return send;
  }
}

/** The documents of the adapter's frames, as far as they may be read. */
export function frames(page: Document, adapter: Adapter): Document[] {
  return frameElements(page, adapter).flatMap((frame) => frame.contentDocument ?? []);
}

export function frameElements(page: Document, adapter: Adapter): HTMLIFrameElement[] {
  if (adapter.frames === undefined) return [];
  return findAll(page, adapter.frames).filter((one): one is HTMLIFrameElement => one.localName === "iframe");
}
