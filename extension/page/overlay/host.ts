/**
 * The one element that Deti adds to a page, and the closed shadow root in it
 * where everything is drawn.
 *
 * Pages tidy up what they do not know. The element comes back when it is taken
 * out, and its style when that is changed, but not for ever: a page that
 * insists wins, because two owners that undo each other freeze the tab.
 */
import type { Life } from "../life.ts";
import { SHEET } from "./style.ts";

/** Marks the element, so that a later script can clear away what an earlier one left. */
export const MARKER = "data-deti-host";

/** How often the element is put back before the page has its way. */
const PATIENCE = 8;

const STYLE = [
  "all: initial",
  "position: fixed",
  "inset: 0 auto auto 0",
  "width: 0",
  "height: 0",
  "margin: 0",
  "padding: 0",
  "border: 0",
  "display: block",
  "opacity: 1",
  "visibility: visible",
  "transform: none",
  "filter: none",
  "clip-path: none",
  "contain: none",
  "pointer-events: auto",
  "z-index: 2147483647",
]
  .map((rule) => `${rule} !important`)
  .join("; ");

export class Overlay {
  readonly element = document.createElement("div");
  readonly root: ShadowRoot;
  /** Below everything: the underlines. */
  readonly lines = layer("lines");
  /** The panel's place. */
  readonly panel = layer("place");
  /** Above it: the card and the badge. */
  readonly front = layer("front");
  #patience = PATIENCE;

  /** @param returned The element was taken out and put back: frames in it are new. */
  constructor(life: Life, alive: () => boolean, returned: () => void) {
    const { element } = this;
    element.setAttribute(MARKER, "");
    element.setAttribute("style", STYLE);
    this.root = element.attachShadow({ mode: "closed" });
    const style = document.createElement("style");
    style.textContent = SHEET;
    this.root.append(style, this.lines, this.panel, this.front);
    document.documentElement.append(element);

    life.observe(element, { attributes: true, attributeFilter: ["style", "hidden", "class", "popover", "inert"] }, () => {
      if (element.getAttribute("style") === STYLE && element.attributes.length === 2) return;
      if (this.#patience-- <= 0) return;
      for (const name of ["hidden", "class", "popover", "inert"]) element.removeAttribute(name);
      element.setAttribute("style", STYLE);
    });
    life.observe(document.documentElement, { childList: true }, () => {
      if (element.isConnected) return;
      // The script of an updated extension clears away this one's element;
      // an orphan has to go, not to come back.
      if (!alive()) return life.end();
      if (this.#patience-- <= 0) return;
      document.documentElement.append(element);
      returned();
    });
    // What is pressed in here is nobody else's business on the page.
    life.on(this.root, ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "keydown", "keyup"], (event) =>
      event.stopPropagation(),
    );
    life.onEnd(() => element.remove());
  }

  setDark(dark: boolean): void {
    for (const part of [this.lines, this.panel, this.front]) part.classList.toggle("dark", dark);
  }
}

/** Takes away what a script that is gone left behind. */
export function clearLeftovers(page: Document): void {
  for (const old of page.querySelectorAll(`[${MARKER}]`)) old.remove();
}

function layer(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = `layer ${name}`;
  return element;
}
