/** What of an element is seen: its box, and its words without those that are hidden from readers. */

import { nextIn } from "./tree.ts";

/** Whether the element has a box on the page that is not made invisible. */
export function isShown(element: Element): boolean {
  if (!element.isConnected || element.getClientRects().length === 0) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

/**
 * The text of an element without what is hidden from readers: consoles keep
 * counters and icons beside a number that would run into it.
 *
 * @param ignore What else is not read, as a selector.
 */
export function shownText(element: Element, ignore?: string): string {
  let text = "";
  let inside = true;
  for (let node = nextIn(element, element, true); node !== null; node = nextIn(element, node, inside)) {
    inside = false;
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const one = node as HTMLElement;
    if (isHidden(one) || (ignore !== undefined && one.matches(ignore))) continue;
    if (one.localName === "br") text += "\n";
    else if (one.localName === "img") text += one.getAttribute("alt") ?? "";
    else inside = one.localName !== "script" && one.localName !== "style";
  }
  return text;
}

/** The words that stand in the element itself. */
export function ownText(element: Element): string {
  return [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : "")).join("");
}

/** Whether the element is kept from readers by its own attributes. */
export function isHidden(element: Element): boolean {
  return element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true";
}
