/**
 * Reading values off a page by an adapter's readers. What comes out is the
 * page's own text and nothing else; what it means is for the core to say.
 */
import { findFirst, type Reader } from "./adapter.ts";

/** What the reader finds at this place; empty if there is nothing. */
export function readAt(place: Document | HTMLElement, reader: Reader | undefined): string {
  if (reader === undefined) return "";
  const element = reader.css === undefined ? place : findFirst(place, reader.css);
  if (element === null || element.nodeType !== Node.ELEMENT_NODE) return "";
  return matched(raw(element as HTMLElement, reader), reader.match);
}

function raw(element: HTMLElement, reader: Reader): string {
  if (reader.read === "attribute") return element.getAttribute(reader.attribute ?? "") ?? "";
  if (reader.read === "own-text") {
    return [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : "")).join("");
  }
  return shownText(element);
}

function matched(text: string, pattern: string | undefined): string {
  const value = text.trim();
  if (pattern === undefined) return value;
  const found = new RegExp(pattern).exec(value);
  return found?.[1] ?? found?.[0] ?? "";
}

/**
 * The text of an element without what is hidden from readers: consoles keep
 * counters and icons beside a number that would run into it.
 */
function shownText(element: Element): string {
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue;
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const child = node as HTMLElement;
      if (child.hidden || child.getAttribute("aria-hidden") === "true") continue;
      if (child.localName === "br") text += "\n";
      else if (child.localName === "img") text += child.getAttribute("alt") ?? "";
      else if (child.localName !== "script" && child.localName !== "style") text += shownText(child);
    }
  }
  return text;
}
