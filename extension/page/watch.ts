/**
 * Notices that the page changed: which composer is there now, and that its
 * conversation or orders may have changed.
 *
 * Observers only mark; the looking is done once before the next picture (for
 * the composer) and once when the page is idle (for what it shows). Nothing is
 * polled, and what happens inside the composer itself marks nothing.
 */
import { isShown, type Adapter } from "./adapter.ts";
import { perFrame, whenIdle } from "./coalesce.ts";
import { findComposer, frameElements, outdoing, type Found } from "./composer/find.ts";
import { openRoots, treeOf } from "./composer/focus.ts";
import { Life } from "./life.ts";

interface Ears {
  /** Another composer, or none. */
  composer(found: Found | null): void;
  /** A same-origin frame that may hold the composer; its life ends when it navigates. */
  frame(life: Life, view: Window): void;
  /** Something changed or moved; called once a frame. */
  moved(): void;
  /** The page may show something else; called when it is idle. */
  changed(): void;
}

const WHAT: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["class", "hidden", "aria-selected", "aria-hidden", "disabled", "contenteditable"],
};

export function watchPage(life: Life, adapter: Adapter, ears: Ears): { look(): void } {
  let current: Found | null = null;
  /** The frames that are watched, each with the document it held. */
  const watched = new Map<HTMLIFrameElement, { page: Document; life: Life }>();
  const heard = new WeakSet<HTMLIFrameElement>();

  /** The open shadow roots that are watched while no composer is found outside them. */
  const roots = new Map<ShadowRoot, Life>();

  const see = perFrame(life, () => {
    for (const frame of frameElements(document, adapter)) watchFrame(frame);
    for (const [frame, { life: framed }] of watched) {
      if (frame.isConnected) continue;
      framed.end();
      watched.delete(frame);
    }
    const found = current !== null && stays(current) ? current : findComposer(document, adapter);
    if (found === null || (found !== current && treeOf(found.element) !== found.element.ownerDocument)) watchRoots();
    if (found?.element !== current?.element || found?.send !== current?.send) {
      current = found;
      ears.composer(found);
    }
    ears.moved();
  });
  const read = whenIdle(life, ears.changed);

  const mark = (records: MutationRecord[]) => {
    if (records.every((record) => current?.element.contains(record.target))) return;
    see();
    read();
  };

  /** A composer stays the one in use until it goes or another gets the focus; only then others are looked for. */
  function stays(found: Found): boolean {
    return isShown(found.element) && (found.send?.isConnected ?? false) && outdoing(found, adapter) === null;
  }

  function watchFrame(frame: HTMLIFrameElement): void {
    if (!heard.has(frame)) {
      heard.add(frame);
      // A navigation replaces the document, and `load` is the first that is heard of it.
      life.on(frame, "load", see);
    }
    const page = frame.contentDocument;
    const known = watched.get(frame);
    if (page === null || known?.page === page) return;
    known?.life.end();
    const framed = new Life(life);
    watched.set(frame, { page, life: framed });
    framed.observe(page, WHAT, mark);
    const view = page.defaultView;
    if (view === null) return;
    framed.on(view, ["resize", "scroll"], see, { capture: true, passive: true });
    ears.frame(framed, view);
  }

  /** What changes in a shadow root is not heard outside. */
  function watchRoots(): void {
    for (const [root, rooted] of roots) {
      if (root.isConnected) continue;
      rooted.end();
      roots.delete(root);
    }
    for (const root of openRoots(document)) {
      if (roots.has(root)) continue;
      const rooted = new Life(life);
      roots.set(root, rooted);
      rooted.observe(root, WHAT, mark);
      rooted.on(root, "focusin", see, { passive: true });
    }
  }

  life.observe(document, WHAT, mark);
  life.on(window, ["resize", "scroll", "load"], see, { capture: true, passive: true });
  life.on(document, ["visibilitychange", "focusin"], see, { passive: true });
  see();
  read();
  return { look: see };
}
