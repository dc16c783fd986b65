/**
 * An element as it can travel: what it, what it stands in and what stands beside it
 * are called. Everything is bounded, however deep or wide the page is.
 */
import { boxAround } from "../composer/box.ts";
import { ownText } from "../shown.ts";
import type { SeenBrother, SeenElement, SeenLeaf, SeenNode } from "../wire.ts";

/** So far outwards a way goes. */
const DEEPEST = 60;
/** So many classes and attributes of an element, and so many characters of each. */
const MOST_NAMES = 12;
const LONGEST = 100;
/** So many on each side of an element. */
const BESIDE = 4;
/** So many words of an element, as long, and so many elements looked at for them. */
const MOST_LEAVES = 40;
const LONGEST_WORDS = 120;
const MOST_LOOKED_AT = 600;

/** Inline styles by which consoles tell sides apart. */
const SIDES = ["flex-direction", "justify-content", "align-self", "text-align", "float", "direction"];

/** The numbers of elements, as long as the page lives. */
export class Numbers {
  readonly #byElement = new WeakMap<Element, number>();
  #last = 0;

  of(element: Element): number {
    let number = this.#byElement.get(element);
    if (number === undefined) this.#byElement.set(element, (number = this.#last += 1));
    return number;
  }
}

export function described(element: Element, numbers: Numbers, matches: readonly string[]): SeenElement {
  const path: SeenNode[] = [nodeOf(element, numbers, true)];
  for (let outer = outerOf(element); outer !== null && path.length < DEEPEST; outer = outerOf(outer.element)) {
    path.push({ ...nodeOf(outer.element, numbers, true), hop: outer.hop });
  }
  return { path, leaves: leavesOf(element, numbers), matches: [...matches], writable: boxAround(element) === element };
}

/** What the element stands in: its parent, the host of its shadow root, or the frame of its document. */
function outerOf(element: Element): { element: Element; hop: "frame" | "shadow" | null } | null {
  if (element.parentElement !== null) return { element: element.parentElement, hop: null };
  const root = element.getRootNode();
  if (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in root) return { element: (root as ShadowRoot).host, hop: "shadow" };
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame ? { element: frame, hop: "frame" } : null;
}

function nodeOf(element: Element, numbers: Numbers, beside: boolean): SeenNode {
  return {
    number: numbers.of(element),
    ...brotherOf(element),
    id: short(element.id),
    styles: stylesOf(element),
    place: placeOf(element),
    brothers: beside ? brothersOf(element) : [],
    hop: null,
  };
}

function brotherOf(element: Element): SeenBrother {
  const attributes: [string, string][] = [];
  for (const { name, value } of element.attributes) {
    if (attributes.length === MOST_NAMES) break;
    if (!["id", "class", "style"].includes(name) && value.length <= LONGEST) attributes.push([name, value]);
  }
  const classes = [...element.classList].slice(0, MOST_NAMES).map(short);
  return { name: element.localName, classes, attributes };
}

function stylesOf(element: Element): [string, string][] {
  const { style } = element as HTMLElement;
  if (style === undefined) return [];
  return SIDES.map((name): [string, string] => [name, style.getPropertyValue(name)]).filter(([, value]) => value !== "");
}

/** The place among the brothers of the same name, from 1. */
function placeOf(element: Element): number {
  let place = 1;
  let steps = 0;
  for (let at = element.previousElementSibling; at !== null && steps < 2000; at = at.previousElementSibling, steps += 1) {
    if (at.localName === element.localName) place += 1;
  }
  return place;
}

function brothersOf(element: Element): SeenBrother[] {
  const found: SeenBrother[] = [];
  let [before, after] = [element.previousElementSibling, element.nextElementSibling];
  for (let step = 0; step < BESIDE; step += 1) {
    if (before !== null) found.push(brotherOf(before));
    if (after !== null) found.push(brotherOf(after));
    before = before?.previousElementSibling ?? null;
    after = after?.nextElementSibling ?? null;
  }
  return found;
}

/** The words in the element, each with the way up to it. */
function leavesOf(element: Element, numbers: Numbers): SeenLeaf[] {
  const leaves: SeenLeaf[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
  let looked = 0;
  for (let at: Node | null = element; at !== null && looked < MOST_LOOKED_AT; at = walker.nextNode(), looked += 1) {
    const one = at as Element;
    const text = ownText(one).trim();
    if (text === "" || text.length > LONGEST_WORDS || leaves.length === MOST_LEAVES) continue;
    if (one.closest("[hidden], [aria-hidden='true'], script, style") !== null) continue;
    const path: SeenNode[] = [];
    for (let node: Element | null = one; node !== null && node !== element && path.length < DEEPEST; node = node.parentElement) {
      path.push(nodeOf(node, numbers, false));
    }
    leaves.push({ path, text });
  }
  return leaves;
}

function short(text: string): string {
  return text.slice(0, LONGEST);
}
