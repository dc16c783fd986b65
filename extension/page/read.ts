/**
 * Reading values off a page by an adapter's readers. What comes out is the
 * page's own text and nothing else; what it means is for the core to say.
 */
import type { Reader, Readers } from "./adapter.ts";
import { Ground } from "./ground.ts";
import { found, withoutEnd } from "./pattern.ts";
import { findAll } from "./place.ts";
import { ownText, shownText } from "./shown.ts";

/** As much of a value as is read, in UTF-16 code units: no message that means something is longer. */
const LONGEST = 10_000;

/** Signs that turn the direction of what stands behind them: a name may not turn an amount round. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What the first of the readers that reads anything finds at this place; empty if there is nothing. */
export function readAt(place: Ground | HTMLElement, readers: Readers | undefined): string {
  if (readers === undefined) return "";
  for (const reader of [readers].flat() as Reader[]) {
    const value = shaped(straight(rawAt(place, reader).slice(0, LONGEST)), reader);
    if (value !== "") return value;
  }
  return "";
}

function straight(text: string): string {
  return text.replace(TURNS, "");
}

function rawAt(place: Ground | HTMLElement, reader: Reader): string {
  if (reader.read === "address") return ofAddress(reader);
  const elements = elementsAt(place, reader);
  const [first] = elements;
  if (first === undefined || (reader.alone === true && elements.length > 1)) return "";
  return reader.join === undefined ? raw(first, reader) : elements.map((one) => raw(one, reader)).join(reader.join);
}

function elementsAt(place: Ground | HTMLElement, reader: Reader): HTMLElement[] {
  if (place instanceof Ground) return reader.css === undefined ? [] : place.all(reader.css);
  return reader.css === undefined ? [place] : findAll([place], reader.css);
}

function raw(element: HTMLElement, reader: Reader): string {
  switch (reader.read) {
    case "attribute":
      return element.getAttribute(reader.attribute ?? "") ?? "";
    case "own-text":
      return ownText(element);
    case "style":
      return element.style.getPropertyValue(reader.property ?? "");
    case "json":
      return inJson(element.getAttribute(reader.attribute ?? "") ?? "", reader.path ?? []);
    default:
      return shownText(element, reader.ignore);
  }
}

/** A part of the page's own address. */
function ofAddress({ part, name }: Reader): string {
  if (part === "query") return new URLSearchParams(location.search).get(name ?? "") ?? "";
  return part === "hash" ? location.hash : location.pathname;
}

/** A word or a number in a page's JSON. */
function inJson(text: string, path: readonly string[]): string {
  let value: unknown;
  try {
    value = JSON.parse(text.slice(0, LONGEST));
  } catch {
    return "";
  }
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return "";
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What the reader makes of the raw text, in the order in which the schema names it. */
function shaped(text: string, reader: Reader): string {
  let value = text.trim();
  for (const end of reader.strip ?? []) value = withoutEnd(value, end);
  if (reader.match !== undefined) {
    const match = found(value, reader.match, reader.once);
    if (match === null) return "";
    value = reader.form === undefined ? (match[1] ?? match[0]) : formed(reader.form, match);
  }
  if (reader.unless !== undefined && found(value, reader.unless) !== null) return "";
  return reader.means?.find(({ says }) => says === value)?.means ?? value;
}

/** `{1}-{2}` with the groups of the match in their places. */
function formed(form: string, match: RegExpMatchArray): string {
  return form.replace(/\{(\d)\}/g, (_, group: string) => match[Number(group)] ?? "");
}
