/**
 * Which element of the page is the composer now, and which is its send button.
 *
 * The adapter names candidates; consoles keep old composers mounted, so only
 * one that has a box counts, and the one with the focus before the others. A
 * candidate in an editor means the editor, and what cannot be written in is none.
 */
import type { Candidates } from "../adapter.ts";
import type { Ground } from "../ground.ts";
import { findAll, findFirst } from "../place.ts";
import { isShown } from "../shown.ts";
import { boxAround, boxesAround } from "./box.ts";
import { treeOf } from "./focus.ts";

export interface Found {
  element: HTMLElement;
  send: HTMLElement | null;
}

export function findComposer(page: Ground): Found | null {
  const ground = page.scoped;
  if (ground.surface.focused === true) return findFocused(ground);
  const element = findIn(ground.light, ground) ?? findIn(ground.deep, ground);
  if (element === null) return null;
  const found = { element, send: sendBeside(element, ground) };
  const active = outdoing(found, ground);
  return active === null ? found : { element: active, send: sendBeside(active, ground) };
}

/** The candidate with the focus, in the page or in one of its frames. */
function findFocused(ground: Ground): Found | null {
  const pages = [ground.page, ...ground.frames.flatMap((frame) => frame.contentDocument ?? [])];
  const active = pages.map(activeIn).find((one) => one !== null && isShown(one) && rankOf(one, ground) >= 0);
  return active === undefined ? null : { element: active as HTMLElement, send: null };
}

/** The element that got the focus, if it is no poorer a candidate than the composer in use. */
export function outdoing({ element }: Found, ground: Ground): HTMLElement | null {
  if (ground.surface.focused === true) {
    const other = findFocused(ground)?.element;
    return other === undefined || other === element ? null : other;
  }
  const active = activeIn(element.ownerDocument);
  if (active === null || active === element || !isShown(active) || !ground.holds(active)) return null;
  const rank = (one: Element) => rankOf(one, ground);
  return rank(active) >= 0 && rank(active) <= rank(element) ? (active as HTMLElement) : null;
}

/** Which candidate the element is, or is the box of; -1 for none. */
function rankOf(element: Element, { surface }: Ground): number {
  if (boxAround(element) !== element) return -1;
  const tree = treeOf(element);
  return surface.composer.findIndex((place) => {
    if (typeof place !== "string") return boxesAround(findAll([tree], [place])).includes(element as HTMLElement);
    const line = element.matches(place) ? element : element.querySelector(place);
    return line !== null && boxAround(line) === element;
  });
}

/** The element with the focus, in whatever open shadow root it stands. */
function activeIn(page: Document): Element | null {
  let active = page.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function findIn(places: readonly ParentNode[], { surface }: Ground): HTMLElement | null {
  for (const place of surface.composer) {
    for (const below of places) {
      const boxes = boxesAround(findAll([below], [place]).filter(isShown));
      const active = boxes.find((one) => one === treeOf(one).activeElement);
      const element = active ?? boxes[0];
      if (element !== undefined) return element;
    }
  }
  return null;
}

/** The send button: in the scope if there is one, else in the composer's own tree or in one that this tree stands in. */
function sendBeside(element: HTMLElement, ground: Ground): HTMLElement | null {
  const { surface } = ground;
  if (surface.scope !== undefined) return ground.first(surface.send);
  for (let tree: Node = treeOf(element); ; tree = (tree as ShadowRoot).host.getRootNode()) {
    const send = sendIn(tree as ParentNode, surface.send);
    if (send !== null || tree.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return send;
  }
}

/** A button that has a box, or the first one; consoles hide it while there is nothing to send. */
function sendIn(tree: ParentNode, candidates: Candidates): HTMLElement | null {
  return findAll([tree], candidates).find(isShown) ?? findFirst([tree], candidates);
}
