/**
 * Where the focus and the selection are, for an element that may stand in a
 * frame or in open shadow roots, where the document tells of their hosts only.
 */

/** The tree that the element stands in: its document, or the innermost shadow root. */
export function treeOf(element: Element): Document | ShadowRoot {
  return element.getRootNode() as Document | ShadowRoot;
}

/** Whether the element, or something in it, has the focus of the top window. */
export function isActive(element: HTMLElement): boolean {
  const active = treeOf(element).activeElement;
  return active !== null && element.contains(active) && holdsFocus(element.ownerDocument);
}

/** Whether the focus is in this document: in a frame, the outer one points to it. */
function holdsFocus(page: Document): boolean {
  const frame = page.defaultView?.frameElement;
  if (!frame) return page.hasFocus();
  return frame.ownerDocument.activeElement === frame && page.hasFocus();
}

/** Chromium keeps a selection of each shadow root; elsewhere the document's is told what to look into. */
interface ShadowSelection {
  getSelection?(): Selection | null;
}
interface ComposedSelection {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

/** The selection as it is seen from the element's tree, and its range if it has one. */
export function selectionIn(element: Element): { selection: Selection | null; range: AbstractRange | null } {
  const page = element.ownerDocument;
  const tree = treeOf(element);
  if (tree === page) {
    const selection = page.getSelection();
    return { selection, range: selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null };
  }
  const root = tree as ShadowRoot;
  const selection = (root as ShadowSelection).getSelection?.() ?? page.getSelection();
  if (selection === null) return { selection, range: null };
  const composed = (selection as ComposedSelection).getComposedRanges?.({ shadowRoots: [root] })[0];
  return { selection, range: composed ?? (selection.rangeCount > 0 ? selection.getRangeAt(0) : null) };
}

/** The open shadow roots below a place, outer before inner. */
export function openRoots(place: ParentNode): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const within = (tree: ParentNode) => [...tree.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []).reverse();
  // A list, and no calls in each other: a page may put one into the next as often as it likes.
  const open = within(place);
  for (let root = open.pop(); root !== undefined; root = open.pop()) {
    roots.push(root);
    for (const inner of within(root)) open.push(inner);
  }
  return roots;
}
