/**
 * A press on something that Deti drew: only a real one counts, and the
 * composer keeps the focus through it.
 */
import type { Life } from "./life.ts";

export function trustedPress(life: Life, element: HTMLElement, act: () => void): void {
  life.on(element, ["pointerdown", "mousedown"], (event) => event.preventDefault());
  life.on(element, "click", (event) => {
    if (event.isTrusted) act();
  });
}
