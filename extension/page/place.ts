/**
 * The elements that an adapter's places mean, below a node of the page; and
 * the signs that one element can show.
 */
import type { Candidates, Place, PlaceParts, Sign, Signs, Style } from "./adapter.ts";
import { found } from "./pattern.ts";
import { isHidden, ownText, shownText } from "./shown.ts";

/** The elements of the first candidate that means anything below any of these nodes. */
export function findAll(below: readonly ParentNode[], candidates: Candidates): HTMLElement[] {
  for (const place of candidates) {
    const elements = below.flatMap((node) => meant(node, place));
    if (elements.length > 0) return elements;
  }
  return [];
}

export function findFirst(below: readonly ParentNode[], candidates: Candidates): HTMLElement | null {
  for (const place of candidates) {
    for (const node of below) {
      const element = typeof place === "string" ? node.querySelector<HTMLElement>(place) : meant(node, place)[0];
      if (element) return element;
    }
  }
  return null;
}

/** Whether the element shows one of the signs. */
export function shows(element: HTMLElement, signs: Signs): boolean {
  return signs.some((sign) => (typeof sign === "string" ? element.matches(sign) : showsAll(element, sign)));
}

/** The same, and null where the console has no sign for it. */
export function isOneOf(element: HTMLElement, signs: Signs | undefined): boolean | null {
  return signs === undefined ? null : shows(element, signs);
}

function showsAll(element: HTMLElement, sign: Exclude<Sign, string>): boolean {
  return (
    (sign.css === undefined || element.matches(sign.css)) &&
    (sign.in === undefined || element.closest(sign.in) !== null) &&
    (sign.style === undefined || isStyled(element, sign.style)) &&
    (sign.has === undefined || meant(element, sign.has).length > 0) &&
    (sign.matching === undefined || found(shownText(element).trim(), sign.matching) !== null)
  );
}

/** All elements below the node that the place means. */
function meant(below: ParentNode, place: Place): HTMLElement[] {
  if (typeof place === "string") return [...below.querySelectorAll<HTMLElement>(place)];
  const nodes = place.within === undefined ? [below] : [...below.querySelectorAll(place.within)];
  const elements = nodes.flatMap((node) =>
    place.label === undefined
      ? [...node.querySelectorAll<HTMLElement>(place.css ?? "*")]
      : labelled(node, place.label, place.value ?? "next", place.css ?? "*"),
  );
  const kept = elements.filter((element) => keeps(element, place));
  const chosen = place.odd === true ? oddOneOut(kept) : kept;
  const { inner } = place;
  return inner === undefined ? chosen : chosen.flatMap((element) => [...element.querySelectorAll<HTMLElement>(inner)]);
}

function keeps(element: HTMLElement, place: PlaceParts): boolean {
  if (place.style !== undefined && !isStyled(element, place.style)) return false;
  if (place.leaf === true && !isLeaf(element)) return false;
  if (place.text === undefined && place.not === undefined && place.matching === undefined) return true;
  const text = shownText(element).trim();
  if (place.text !== undefined && !place.text.includes(text)) return false;
  if (place.not?.includes(text) === true) return false;
  return place.matching === undefined || found(text, place.matching) !== null;
}

/** The elements that stand beside, or in, those that say the label. */
function labelled(below: ParentNode, label: string, value: "next" | "child", css: string): HTMLElement[] {
  const labels = [...below.querySelectorAll<HTMLElement>("*")].filter(
    (element) => !inHidden(element) && ownText(element).trim().replace(/[:：]$/, "") === label,
  );
  const near = labels.flatMap((element) =>
    value === "next" ? (element.nextElementSibling ?? []) : [...element.children],
  );
  return near.filter((element): element is HTMLElement => element.matches(css));
}

/** Whether the element holds words and no other element, and is for readers. */
function isLeaf(element: HTMLElement): boolean {
  return element.childElementCount === 0 && !inHidden(element);
}

function inHidden(element: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parentElement) if (isHidden(one)) return true;
  return false;
}

function isStyled(element: HTMLElement, { property, value }: Style): boolean {
  return element.style.getPropertyValue(property) === value;
}

/** Of several of a kind, the one whose classes no other has: where names mean nothing, only that is left. */
function oddOneOut(elements: HTMLElement[]): HTMLElement[] {
  const alike = (one: HTMLElement) => elements.filter(({ className }) => className === one.className).length;
  const odd = elements.filter((one) => alike(one) === 1);
  const rest = elements.find((one) => alike(one) > 1);
  return odd.length === 1 && rest !== undefined && alike(rest) === elements.length - 1 ? odd : [];
}
