/**
 * Where on the page is looked for a surface's slots: in the document, in the
 * frames that the adapter names, in open shadow roots, and, where a console
 * keeps several conversations mounted, in the one that the address names.
 *
 * A frame is looked into only if it is of the page's own origin, a shadow root
 * only if it is open.
 */
import type { Candidates, Surface } from "./adapter.ts";
import { openRoots } from "./composer/focus.ts";
import { findAll, findFirst } from "./place.ts";
import { readAt } from "./read.ts";

export class Ground {
  constructor(
    readonly page: Document,
    readonly surface: Surface,
    /** What the conversation's own slots are limited to; nothing if it is empty. */
    private readonly limits: readonly ParentNode[] | null = null,
  ) {}

  all(candidates: Candidates): HTMLElement[] {
    const found = findAll(this.light, candidates);
    return found.length > 0 ? found : findAll(this.deep, candidates);
  }

  first(candidates: Candidates): HTMLElement | null {
    return findFirst(this.light, candidates) ?? findFirst(this.deep, candidates);
  }

  /** The same, of the one conversation that the surface's scope names. */
  get scoped(): Ground {
    const { scope } = this.surface;
    if (scope === undefined || this.limits !== null) return this;
    const id = readAt(this, scope.id);
    const css = scope.css.replace("{id}", CSS.escape(id));
    return new Ground(this.page, this.surface, id === "" ? [] : this.all([css]));
  }

  /** Whether this element is where is looked. */
  holds(element: Element): boolean {
    return this.limits === null || this.limits.some((limit) => limit.contains(element));
  }

  /** The page itself and the documents of its frames. */
  get light(): readonly ParentNode[] {
    return this.limits ?? [this.page, ...this.frames.flatMap((frame) => frame.contentDocument ?? [])];
  }

  /** The open shadow roots; they come after the page itself, since they have to be searched for. */
  get deep(): readonly ShadowRoot[] {
    const hops = this.surface.shadow ?? [];
    const roots: ShadowRoot[] = [];
    let places: readonly ParentNode[] = this.light;
    for (const hop of hops) {
      const inner = places.flatMap((place) => (hop === "*" ? openRoots(place) : rootsOf(place, hop)));
      roots.push(...inner);
      places = inner;
    }
    return roots;
  }

  get frames(): HTMLIFrameElement[] {
    if (this.surface.frames === undefined) return [];
    const found = this.surface.frames.flatMap((place) => findAll([this.page], [place]));
    return [...new Set(found)].filter((one): one is HTMLIFrameElement => one.localName === "iframe");
  }
}

function rootsOf(place: ParentNode, css: string): ShadowRoot[] {
  return [...place.querySelectorAll(css)].flatMap((host) => host.shadowRoot ?? []);
}
