/**
 * Notices that the page changed: which composer is there now, and that its
 * conversation or orders may have changed.
 *
 * Observers only mark; the looking is done once before the next picture (for
 * the composer) and once when the page is idle (for what it shows), and then
 * not for a while, however much the page changes: what changed meanwhile is
 * looked at when the pause is over. Where nobody writes the pause is longer.
 * Nothing is polled, and what happens inside the composer itself marks nothing.
 */
import { paced, perFrame, whenIdle } from "./coalesce.ts";
import { findComposer, outdoing, type Found } from "./composer/find.ts";
import { treeOf } from "./composer/focus.ts";
import type { Ground } from "./ground.ts";
import { Life } from "./life.ts";
import { isShown } from "./shown.ts";
import type { Site } from "./surface.ts";

interface Ears {
  /** Another composer, or none. */
  composer(found: Found | null): void;
  /** A same-origin frame that may hold the composer; its life ends when it navigates. */
  frame(life: Life, view: Window): void;
  /** Something changed or moved; called once a frame at most. */
  moved(): void;
  /** Whether the agent writes, or is in the panel. */
  attended(): boolean;
  /** The page may show something else; called when it is idle. */
  changed(): void;
}

/** So long a page that changes all the time is not looked at again, in milliseconds: while somebody writes, and else. */
const PAUSE = { attended: 400, alone: 1000 };

/** Attributes by whose change something comes, goes, or is another one. */
const ALWAYS = ["class", "hidden", "aria-selected", "aria-hidden", "disabled", "contenteditable"];

/** What is heard of: of attributes only those that can matter to this adapter. */
function heardOf({ adapter, own }: Site): MutationObserverInit {
  const said = JSON.stringify([adapter, own]);
  const inSelectors = [...said.matchAll(/\[([a-z-]+)/g)].map(([, name = ""]) => name);
  const inReaders = [...said.matchAll(/"attribute":"([a-z-]+)"/g)].map(([, name = ""]) => name);
  // A style is heard of only where rows are placed by it: pages move much else.
  const inStyle = said.includes('"sequence":"top"') ? ["style"] : [];
  const attributeFilter = [...new Set([...ALWAYS, ...inSelectors, ...inReaders, ...inStyle])];
  return { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter };
}

export function watchPage(life: Life, site: Site, ears: Ears): { look(): void; again(): void } {
  let heard = heardOf(site);
  /** What is heard of by this adapter; another one has ears of its own. */
  let hearing = new Life(life);
  /** Whether the composer in use was found by another adapter. */
  let isOther = false;
  let current: Found | null = null;
  /** The frames that are watched, each with the document it held. */
  const watched = new Map<HTMLIFrameElement, { page: Document; life: Life }>();
  const loading = new WeakSet<HTMLIFrameElement>();

  /** Whether the adapter looks for more than the composer in shadow roots that it names. */
  const needsRoots = () =>
    [site.adapter, site.own].some((adapter) =>
      adapter?.surfaces.some(({ shadow = [] }) => shadow.length > 0 && !shadow.includes("*")),
    );
  /** The open shadow roots that are watched. */
  const roots = new Map<ShadowRoot, Life>();

  const see = perFrame(life, () => {
    const { ground } = site;
    for (const frame of ground.frames) watchFrame(frame);
    for (const [frame, { life: framed }] of watched) {
      if (frame.isConnected) continue;
      framed.end();
      watched.delete(frame);
    }
    const keeps = current !== null && (!isOther || ground.surface.focused === true) && stays(current, ground);
    const found = keeps ? current : findComposer(ground);
    isOther = false;
    const isDeep = found !== null && treeOf(found.element) !== found.element.ownerDocument;
    if (found === null || isDeep || needsRoots()) watchRoots(ground);
    if (found?.element !== current?.element || found?.send !== current?.send) {
      current = found;
      ears.composer(found);
    }
    ears.moved();
  });
  const read = whenIdle(life, ears.changed);

  const changes = paced(
    life,
    () => {
      see();
      read();
    },
    () => (ears.attended() ? PAUSE.attended : PAUSE.alone),
  );

  const mark = (records: MutationRecord[]) => {
    if (changes.marked || records.every((record) => current?.element.contains(record.target))) return;
    changes.mark();
  };

  /** A page that scrolls takes the composer along; a list beside it does not. */
  const scrolled = ({ target }: Event) => {
    const composer = current?.element;
    const moves = composer === undefined || treeOf(composer) !== document || (target as Node).contains(composer);
    if (moves) see();
    else changes.mark();
  };

  /** A composer stays the one in use until it goes or another gets the focus; only then others are looked for. */
  function stays(found: Found, ground: Ground): boolean {
    const here = ground.scoped;
    const hasSend = found.send?.isConnected ?? ground.surface.send.length === 0;
    return hasSend && isShown(found.element) && here.holds(found.element) && outdoing(found, here) === null;
  }

  function watchFrame(frame: HTMLIFrameElement): void {
    if (!loading.has(frame)) {
      loading.add(frame);
      // A navigation replaces the document, and `load` is the first that is heard of it.
      life.on(frame, "load", see);
    }
    const page = frame.contentDocument;
    const known = watched.get(frame);
    if (page === null || known?.page === page) return;
    known?.life.end();
    const framed = new Life(life);
    watched.set(frame, { page, life: framed });
    hear(page, framed);
    const view = page.defaultView;
    if (view === null) return;
    framed.on(view, "resize", see, { passive: true });
    framed.on(view, "scroll", scrolled, { capture: true, passive: true });
    framed.on(page, "focusin", see, { passive: true });
    ears.frame(framed, view);
  }

  /** What changes in a shadow root is not heard outside. */
  function watchRoots(ground: Ground): void {
    for (const [root, rooted] of roots) {
      if (root.isConnected) continue;
      rooted.end();
      roots.delete(root);
    }
    for (const root of ground.deep) {
      if (roots.has(root)) continue;
      const rooted = new Life(life);
      roots.set(root, rooted);
      hear(root, rooted);
      rooted.on(root, "focusin", see, { passive: true });
    }
  }

  /** Each tree has an observer that ends with it, and with the adapter. */
  function hear(tree: Node, lives: Life): void {
    const both = new Life(hearing);
    lives.onEnd(() => both.end());
    both.observe(tree, heard, mark);
  }

  hear(document, life);
  life.on(window, ["resize", "load"], see, { capture: true, passive: true });
  life.on(window, "scroll", scrolled, { capture: true, passive: true });
  // A page that changes its address without loading may be another surface then.
  life.on(window, ["popstate", "hashchange"], () => {
    see();
    read();
  });
  life.on(document, "visibilitychange", see, { passive: true });
  // Who comes to write finds it as it is.
  life.on(document, "focusin", () => {
    changes.hurry();
    see();
  }, { passive: true });
  see();
  read();
  return {
    look: see,
    again: () => {
      hearing.end();
      hearing = new Life(life);
      heard = heardOf(site);
      isOther = true;
      hear(document, life);
      for (const [, { page, life: framed }] of watched) hear(page, framed);
      for (const [root, rooted] of roots) hear(root, rooted);
      see();
      read();
    },
  };
}
