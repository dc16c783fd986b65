/** What selectors find that are only proposed, and whether that is what the agent pointed at. */
import { Ground } from "./ground.ts";
import type { Numbers } from "./picker/describe.ts";
import type { ToPage, Tried } from "./wire.ts";

/** All of them together take no longer, in milliseconds; what is left is not tried. */
const LONGEST = 400;

/** More than that is no list, as the core says too, and nobody asks what is in it. */
const MOST = 20_000;

export function tried(ask: Extract<ToPage, { type: "try" }>, page: Document, numbers: Numbers): Tried[] {
  const { frames, shadow, places, hold } = ask;
  const ground = new Ground(page, { matches: [], composer: [], send: [], frames, shadow });
  const end = performance.now() + LONGEST;
  return places.map((css) => {
    const nothing = { found: 0, holds: false };
    if (performance.now() > end) return nothing;
    try {
      const elements = ground.all([css]);
      if (elements.length > MOST) return { found: elements.length, holds: false };
      const found = new Set(elements.map((element) => numbers.of(element)));
      return { found: elements.length, holds: hold.every((number) => found.has(number)) };
    } catch {
      // The browser does not know the selector.
      return nothing;
    }
  });
}
