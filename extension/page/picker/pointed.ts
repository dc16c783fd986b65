/** The element at a place of the window, in same-origin frames and open shadow roots too, and those around it. */

/** So many trees within each other, at most. */
const MOST_TREES = 8;

/** The innermost element there that is not Deti's own; the cover lies over the page and is looked through. */
export function elementAt(x: number, y: number, own: Element, cover?: HTMLElement): Element | null {
  cover?.style.setProperty("pointer-events", "none");
  try {
    return innermost(x, y, own);
  } finally {
    cover?.style.removeProperty("pointer-events");
  }
}

function innermost(x: number, y: number, own: Element): Element | null {
  let tree: Document | ShadowRoot = document;
  let [left, top] = [x, y];
  let found: Element | null = null;
  for (let step = 0; step < MOST_TREES; step += 1) {
    const hit: Element | null = tree.elementFromPoint(left, top);
    if (hit === null || hit === found || hit === own) return found;
    found = hit;
    const inner = treeIn(hit);
    if (inner === null) return found;
    if (inner.nodeType === Node.DOCUMENT_NODE) {
      const box = hit.getBoundingClientRect();
      left -= box.left + hit.clientLeft;
      top -= box.top + hit.clientTop;
    }
    tree = inner;
  }
  return found;
}

/** The tree inside an element, if it has one that can be read. */
function treeIn(element: Element): Document | ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot;
  return element.localName === "iframe" ? (element as HTMLIFrameElement).contentDocument : null;
}

/** What the element stands in; null at the page's root. */
export function around(element: Element): Element | null {
  const parent = element.parentElement ?? hostOf(element) ?? element.ownerDocument.defaultView?.frameElement ?? null;
  return parent === document.documentElement ? null : parent;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return "host" in root ? (root as ShadowRoot).host : null;
}

/** The first element in this one that has a box. */
export function inside(element: Element): Element | null {
  const inner = treeIn(element);
  const children = inner === null ? element.children : inner.nodeType === Node.DOCUMENT_NODE ? (inner as Document).body?.children : inner.children;
  return firstShown(children?.[0] ?? null, 1);
}

/** The element beside this one, in this direction, that has a box. */
export function beside(element: Element, direction: 1 | -1): Element | null {
  return firstShown(direction === 1 ? element.nextElementSibling : element.previousElementSibling, direction);
}

function firstShown(from: Element | null, direction: 1 | -1): Element | null {
  let at = from;
  for (let steps = 0; at !== null && steps < 200; steps += 1) {
    const box = at.getBoundingClientRect();
    if (box.width > 0 && box.height > 0) return at;
    at = direction === 1 ? at.nextElementSibling : at.previousElementSibling;
  }
  return null;
}
