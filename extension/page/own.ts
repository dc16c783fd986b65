/**
 * An adapter of the agent's own, laid over what is known of a page.
 *
 * The panel has held it against the format; the copy that the background keeps may
 * be anything, and what cannot be laid over is left alone.
 */
import type { Adapter, Candidates, Surface } from "./adapter.ts";

/** The adapter of pages of which nothing is known. */
const ELSEWHERE = "elsewhere";

/** Under which id the agent's own adapter of this page is kept; the desk makes the same of it. */
export function ownId(adapter: Adapter, host: string): string {
  if (adapter.id !== ELSEWHERE) return adapter.id;
  return `at-${host.toLowerCase().replaceAll("-", "--").replaceAll(/[^a-z0-9-]/g, "-")}`;
}

/** The adapter that was kept; null where it is none. */
export function asAdapter(value: unknown): Adapter | null {
  if (typeof value !== "object" || value === null || !("surfaces" in value)) return null;
  return Array.isArray(value.surfaces) ? (value as Adapter) : null;
}

/** What only an adapter that ships may say: that a page is not looked at, or in part, or that the focus says what the composer is. */
const NOT_OWN: ReadonlySet<string> = new Set(["away", "focused", "scope"] satisfies (keyof Surface)[]);

/** The surface with the slots of the agent's own over it. */
export function laidOver(below: Surface, said: Surface | undefined): Surface {
  if (said === undefined) return below;
  const own = Object.fromEntries(Object.entries(said).filter(([name]) => !NOT_OWN.has(name))) as unknown as Surface;
  const all: Surface = { ...below, ...own };
  // Both may have to look in more places than the page itself.
  const frames = [...(own.frames ?? []), ...(below.frames ?? [])];
  if (frames.length > 0) all.frames = frames as Candidates;
  const shadow = levels(own.shadow, below.shadow);
  if (shadow.length > 0) all.shadow = shadow;
  // A button that is not named stays the one that is known.
  if (own.send?.length === 0) all.send = below.send;
  if (own.composer !== undefined) delete all.focused;
  const { conversation, orders } = below;
  if (own.conversation !== undefined) all.conversation = { ...conversation, ...own.conversation };
  // Whose the orders are is still as the console shows it.
  const only = orders?.find((one) => one.only !== undefined)?.only;
  if (own.orders !== undefined && only !== undefined) all.orders = own.orders.map((one) => ({ ...one, only }));
  if (below.expect !== undefined || own.expect !== undefined) all.expect = { ...below.expect, ...own.expect };
  return all;
}

function levels(own: readonly string[] = [], below: readonly string[] = []): string[] {
  if (own.includes("*") || below.includes("*")) return ["*"];
  const most = Math.max(own.length, below.length);
  return Array.from({ length: most }, (_, at) => [own[at], below[at]].filter((css) => css !== undefined).join(", "));
}

/** The words of the format that hold selectors, or places and signs that may be selectors. */
const HOLDS_CSS: ReadonlySet<string> = new Set(
  "agent all away bot buyer cards composer css frames has ignore in inner messages online only receipt returning send shadow system waiting within".split(" "),
);

/** Whether the browser knows every selector of it. */
export function isKnown(adapter: Adapter): boolean {
  const probe = document.createDocumentFragment();
  const knows = (value: unknown, isCss: boolean): boolean => {
    if (typeof value === "string") {
      if (!isCss || value === "*" || value.includes("{id}")) return true;
      try {
        probe.querySelector(value);
        return true;
      } catch {
        return false;
      }
    }
    if (Array.isArray(value)) return value.every((one) => knows(one, isCss));
    if (typeof value !== "object" || value === null) return true;
    return Object.entries(value).every(([name, inner]) => knows(inner, HOLDS_CSS.has(name)));
  };
  return knows(adapter.surfaces, false);
}
