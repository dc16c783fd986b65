/**
 * What a message can be written in: a text field, or an editing host as a whole. The
 * keys of the page go to the host, never to a line of text in it, and so does the
 * guard.
 */

/** The kinds of one-line inputs that take a text with a caret. */
const TEXTS: ReadonlySet<string> = new Set(["text", "search", "url", "tel"]);

/** The box that this element is, or is a part of; null where nothing can be written. */
export function boxAround(element: Element): HTMLElement | null {
  if (isField(element)) return element;
  let host: Element | null = element;
  // A name or a picture that an editor holds cannot be written in itself.
  while (host !== null && !isEditable(host)) host = host.parentElement;
  for (let outer = host?.parentElement; outer && isEditable(outer) && !isRoot(outer); outer = outer.parentElement) host = outer;
  return host as HTMLElement | null;
}

/** The boxes of these elements, each once. */
export function boxesAround(elements: readonly Element[]): HTMLElement[] {
  return [...new Set(elements.flatMap((element) => boxAround(element) ?? []))];
}

function isField(element: Element): element is HTMLElement {
  return element.localName === "textarea" || (element.localName === "input" && TEXTS.has((element as HTMLInputElement).type));
}

function isEditable(element: Element): boolean {
  return (element as HTMLElement).isContentEditable === true;
}

/** Where a whole document is edited, its body is the box. */
function isRoot(element: Element): boolean {
  return element === element.ownerDocument.documentElement;
}
