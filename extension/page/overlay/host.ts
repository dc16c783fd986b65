/**
 * The one element that Deti adds to a page, and the closed shadow root in it
 * where everything is drawn.
 *
 * Pages tidy up what they do not know. The element comes back when it is taken
 * out, and its style when that is changed; where something lies over it, or the
 * page's own transform moves it, it is raised above everything else. A page
 * that insists has its way, and then the agent is told.
 */
import type { Box } from "../geometry.ts";
import type { Life } from "../life.ts";
import { Insistence } from "./insistence.ts";
import { SHEET } from "./style.ts";

/** Marks the element, so that a later script can clear away what an earlier one left. */
export const MARKER = "data-deti-host";

/** Attributes that hide an element, or change how it stands. */
const HIDING = ["style", "hidden", "class", "popover", "inert"];

/** Boxes this near each other, in CSS pixels, are the same. */
const NEAR = 2;

/** Why nothing of Deti can be seen on the page. */
export type Away = "removed" | "covered";

interface OverlayParts {
  /** Whether the owner of this script is still there. */
  alive: () => boolean;
  /** The element was taken out and put back: frames in it are new. */
  returned: () => void;
  /** It was raised: things are to be looked at again. */
  raised: () => void;
  /** The page had its way, or no longer has it. */
  away: (away: Away | null) => void;
}

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
  // Neither is part of `all`.
  "direction: ltr",
  "unicode-bidi: isolate",
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
  /** Why nothing of it can be seen, as far as that is known. */
  away: Away | null = null;
  #raised = false;
  readonly #returns: Insistence;
  readonly #raises: Insistence;

  constructor(
    private readonly life: Life,
    private readonly the: OverlayParts,
  ) {
    const { element } = this;
    element.setAttribute(MARKER, "");
    element.setAttribute("style", STYLE);
    this.root = element.attachShadow({ mode: "closed" });
    const style = document.createElement("style");
    style.textContent = SHEET;
    this.root.append(style, this.lines, this.panel, this.front);
    document.documentElement.append(element);
    // A page of the extension's own allows no style in markup, whoever writes it.
    if (style.sheet === null) this.root.adoptedStyleSheets = [sheet(`:host { ${STYLE} } ${SHEET}`)];

    this.#returns = new Insistence(life, () => this.#return(), () => this.#turn("removed"));
    this.#raises = new Insistence(life, () => this.#raise(), () => this.#turn("covered"));
    const look = () => {
      if (!this.#isWhole) this.#returns.again();
    };
    life.observe(element, { attributes: true, attributeFilter: HIDING }, look);
    life.observe(document.documentElement, { childList: true }, () => {
      // The script of an updated extension clears away this one's element;
      // an orphan has to go, not to come back.
      if (!this.#isInPlace && !the.alive()) life.end();
      else look();
    });
    // What becomes of a popover is told on the way down, where a page could refuse it.
    life.on(window, ["beforetoggle", "toggle"], (event) => {
      if (event.composedPath()[0] === element) event.stopImmediatePropagation();
    }, { capture: true });
    // What is pressed in here is nobody else's business on the page.
    life.on(this.root, ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "keydown", "keyup"], (event) =>
      event.stopPropagation(),
    );
    life.onEnd(() => element.remove());
  }

  /** Looks whether the panel lies where it was laid, with nothing over it. */
  look(panel: HTMLElement, laid: Box): void {
    if (this.away === "removed" || !this.#isWhole) return;
    const over = coverOf(this.element, laid);
    if (over === null && isAt(panel, laid)) {
      if (this.away !== null) this.#turn(null);
    } else if (over?.closest(":modal")) {
      // What the page opened in front of all of itself, ours included, is for the agent to close.
      this.#turn("covered");
    } else {
      this.#raises.again();
    }
  }

  /** The agent wants to see it after all. */
  retry(): void {
    this.#returns.forget();
    this.#raises.forget();
    if (!this.#isWhole) this.#return();
    this.#turn(null);
  }

  setDark(dark: boolean): void {
    for (const part of [this.lines, this.panel, this.front]) part.classList.toggle("dark", dark);
  }

  get #isInPlace(): boolean {
    return this.element.parentNode === document.documentElement;
  }

  get #isWhole(): boolean {
    const has = HIDING.filter((name) => this.element.hasAttribute(name));
    const wanted = this.#raised ? ["style", "popover"] : ["style"];
    return this.#isInPlace && this.element.getAttribute("style") === STYLE && String(has) === String(wanted);
  }

  #return(): void {
    const { element } = this;
    for (const name of HIDING) element.removeAttribute(name);
    element.setAttribute("style", STYLE);
    const wasGone = !this.#isInPlace;
    if (wasGone) document.documentElement.append(element);
    if (this.#raised) this.#raise();
    if (wasGone) this.the.returned();
  }

  /** Into the browser's top layer, in front of what is there: neither z-index nor transform reaches it. */
  #raise(): void {
    const { element } = this;
    this.#raised = true;
    element.setAttribute("popover", "manual");
    if (element.matches(":popover-open")) element.hidePopover();
    element.showPopover();
    this.the.raised();
  }

  #turn(away: Away | null): void {
    if (away === this.away || this.life.ended) return;
    this.away = away;
    this.the.away(away);
  }
}

/** What of the page lies over most of this box, if anything does: over two of three places down its middle. */
function coverOf(element: HTMLElement, { left, top, right, bottom }: Box): Element | null {
  const over = (part: number) => {
    const hit = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
    return hit === element ? null : hit;
  };
  const above = over(0.25);
  const below = over(0.75);
  // Where two say the same, the third need not be asked: each asks the browser to lay the page out.
  if (above === null && below === null) return null;
  return above !== null && below !== null ? above : over(0.5);
}

function isAt(panel: HTMLElement, laid: Box): boolean {
  const now = panel.getBoundingClientRect();
  const pairs = [[now.left, laid.left], [now.top, laid.top], [now.right, laid.right], [now.bottom, laid.bottom]];
  return pairs.every(([is = 0, was = 0]) => Math.abs(is - was) <= NEAR);
}

/** Takes away what a script that is gone left behind. */
export function clearLeftovers(page: Document): void {
  for (const old of page.querySelectorAll(`[${MARKER}]`)) old.remove();
}

function sheet(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

function layer(name: string): HTMLElement {
  const element = document.createElement("div");
  element.className = `layer ${name}`;
  return element;
}
