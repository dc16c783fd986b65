/**
 * Room for a docked panel: padding on the page's root, so that the page lays
 * itself out beside the panel instead of under it. What the page had there is
 * kept on the root itself and put back, also by a later script if this one is
 * gone. On paper there is no panel, so there is no room for one.
 */
import type { Life } from "../life.ts";
import type { Side } from "./place.ts";

const KEPT = "data-deti-room";

export class Room {
  #side: Side | null = null;
  #width = 0;

  constructor(life: Life) {
    life.onEnd(() => this.give());
    let printing: Side | null = null;
    life.on(window, "beforeprint", () => {
      printing = this.#side;
      this.give();
    });
    life.on(window, "afterprint", () => {
      if (printing !== null && this.#side === null) this.take(printing, this.#width);
      printing = null;
    });
  }

  get side(): Side | null {
    return this.#side;
  }

  take(side: Side, width: number): void {
    if (this.#side === side) return;
    this.give();
    const { style } = document.documentElement;
    document.documentElement.setAttribute(
      KEPT,
      JSON.stringify([property(side), style.getPropertyValue(property(side)), style.getPropertyPriority(property(side))]),
    );
    style.setProperty(property(side), `${width}px`, "important");
    this.#side = side;
    this.#width = width;
  }

  give(): void {
    this.#side = null;
    returnRoom(document);
  }
}

/** Puts the page's own padding back. */
export function returnRoom(page: Document): void {
  const root = page.documentElement;
  const kept = root.getAttribute(KEPT);
  if (kept === null) return;
  root.removeAttribute(KEPT);
  const side = kept.includes("padding-left") ? "left" : "right";
  root.style.removeProperty(property(side));
  const [, value, priority] = parse(kept);
  if (value !== undefined && value !== "") root.style.setProperty(property(side), value, priority);
}

/** The attribute lies on the page's own element and may hold anything. */
function parse(kept: string): string[] {
  try {
    const parsed: unknown = JSON.parse(kept);
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch {
    return [];
  }
}

function property(side: Side): string {
  return side === "left" ? "padding-left" : "padding-right";
}
