/**
 * Lets the agent point at an element of the page.
 *
 * While she does, a cover of Deti's own lies over the window, and every press and key
 * of hers is swallowed before the page hears of it: the page's own buttons do nothing,
 * its focus stays. The ears for that stand since the page began, before the page's own
 * could; they let everything pass while nobody points. What the page makes up is not
 * looked at.
 */
import { boxAround } from "../composer/box.ts";
import type { Host } from "../host/host.ts";
import { Life } from "../life.ts";
import { node } from "../overlay/node.ts";
import type { Part, SeenElement } from "../wire.ts";
import { described, type Numbers } from "./describe.ts";
import { Frames } from "./frames.ts";
import { around, beside, elementAt, inside } from "./pointed.ts";

/** All that a press or a key is made of. */
const SWALLOWED = [
  "pointerdown", "pointerup", "pointercancel", "mousedown", "mouseup", "click", "auxclick", "dblclick", "contextmenu",
  "touchstart", "touchend", "dragstart", "keydown", "keypress", "keyup", "beforeinput",
] as const;

/** What ends with a click has been pointed at when it comes. */
const TAKES = "click";

/** How much of what an element says is told, and in how many of its texts that is looked for. */
const TOLD = 24;
const LOOKED_AT = 40;

/** What is left of the gesture that ended it comes within so many milliseconds. */
const REST = 300;

interface Parts {
  host: Host;
  /** Deti's own element on the page. */
  own: Element;
  slot: HTMLElement;
  numbers: Numbers;
  matches: () => readonly string[];
  /** Where the keyboard begins: what is known of the part, or what lies in the middle under the cover. */
  first: (part: Part, cover: HTMLElement) => Element;
  pointed: (part: Part, element: SeenElement | null) => void;
}

export class Picker {
  #now: { part: Part; life: Life; frames: Frames; cover: HTMLElement; hint: HTMLElement; element: Element | null; came: Element[] } | null = null;

  /** Until then what is left of a gesture comes, in milliseconds of this page's clock. */
  #rest = 0;

  constructor(
    private readonly life: Life,
    private readonly the: Parts,
  ) {}

  get isOpen(): boolean {
    return this.#now !== null;
  }

  /** Stands at this window's door for as long as the life lasts. */
  stand(life: Life, view: Window): void {
    life.on(view, SWALLOWED, (event) => this.#hear(event), { capture: true });
  }

  begin(part: Part): void {
    this.end();
    const life = new Life(this.life);
    const { host, slot } = this.the;
    const cover = node("div", "cover pointing");
    cover.tabIndex = -1;
    const hint = node("div", "pointer-hint");
    hint.setAttribute("role", "status");
    slot.append(cover, hint);
    life.onEnd(() => {
      cover.remove();
      hint.remove();
    });
    life.on<PointerEvent>(cover, "pointermove", (event) => {
      if (event.isTrusted) this.#choose(elementAt(event.clientX, event.clientY, this.the.own, cover), []);
    });
    // What moves under the cover is followed.
    life.on(window, ["scroll", "resize"], () => this.#draw(), { capture: true, passive: true });
    life.on(cover, "wheel", (event) => this.#scroll(event as WheelEvent), { passive: true });
    hint.append(node("b", "", host.word(`page_point_${part}`)), node("span", "seen"), node("span", "keys", host.word("page_point_keys")));
    this.#now = { part, life, frames: new Frames(life, slot, "pointed"), cover, hint, element: null, came: [] };
    this.#choose(this.the.first(part, cover), []);
    cover.focus({ preventScroll: true });
  }

  /** Ends it without an answer. */
  end(): void {
    this.#now?.life.end();
    this.#now = null;
  }

  #hear(event: Event): void {
    // What is pressed in the panel is not heard here at all.
    if (!event.isTrusted || (this.#now === null && !this.#isRest(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.#now === null) return;
    if (event.type === "keydown") this.#key(event as KeyboardEvent);
    else if (event.type === TAKES) {
      const { clientX, clientY, button } = event as MouseEvent;
      if (button !== 0) return;
      this.#choose(elementAt(clientX, clientY, this.the.own, this.#now.cover), []);
      this.#take();
    } else if (event.type === "contextmenu") this.#answer(null);
  }

  /** Whether it is what is left of the gesture that ended it: not for the page either. */
  #isRest({ type }: Event): boolean {
    return performance.now() < this.#rest && ["keypress", "keyup", "mouseup", "pointerup", "click", "auxclick", "dblclick"].includes(type);
  }

  #key(event: KeyboardEvent): void {
    const now = this.#now;
    if (now === null || event.isComposing) return;
    const { element, came } = now;
    switch (event.key) {
      case "Escape":
        return this.#answer(null);
      case "Enter":
        return event.repeat ? undefined : this.#take();
      case "ArrowUp": {
        const outer = element === null ? null : around(element);
        if (outer !== null && element !== null) this.#choose(outer, [...came, element]);
        return;
      }
      case "ArrowDown": {
        const back = came.at(-1);
        if (back?.isConnected === true) this.#choose(back, came.slice(0, -1));
        else if (element !== null) this.#choose(inside(element) ?? element, []);
        return;
      }
      case "ArrowLeft":
      case "ArrowRight":
        if (element !== null) this.#choose(beside(element, event.key === "ArrowRight" ? 1 : -1) ?? element, []);
    }
  }

  #choose(at: Element | null, came: Element[]): void {
    const now = this.#now;
    if (now === null || at === this.the.own) return;
    // A line of text in an editor is not what is written in.
    const element = now.part === "composer" && at !== null ? (boxAround(at) ?? at) : at;
    now.came = came;
    if (element === now.element) return;
    now.element = element;
    element?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    this.#draw();
  }

  #draw(): void {
    const now = this.#now;
    if (now === null) return;
    const { element, frames, hint } = now;
    frames.draw(element === null ? [] : [element]);
    const seen = hint.querySelector(".seen");
    if (seen !== null) seen.textContent = element === null ? "" : called(element);
  }

  /** The cover takes the wheel; what lies below it is scrolled. */
  #scroll({ clientX, clientY, deltaX, deltaY }: WheelEvent): void {
    let at = elementAt(clientX, clientY, this.the.own, this.#now?.cover);
    for (let steps = 0; at !== null && steps < 60; at = around(at), steps += 1) {
      const before = at.scrollTop + at.scrollLeft;
      at.scrollBy(deltaX, deltaY);
      if (at.scrollTop + at.scrollLeft !== before) return this.#draw();
    }
  }

  #take(): void {
    const element = this.#now?.element ?? null;
    if (element !== null) this.#answer(described(element, this.the.numbers, this.the.matches()));
  }

  #answer(element: SeenElement | null): void {
    const now = this.#now;
    if (now === null) return;
    this.#now = null;
    this.#rest = performance.now() + REST;
    now.life.end();
    this.the.pointed(now.part, element);
  }
}

/** What is told of an element to who cannot see its frame: its name and the beginning of its words. */
function called(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = "";
  for (let step = 0; step < LOOKED_AT && words.length <= TOLD && walker.nextNode() !== null; step += 1) {
    words = `${words} ${(walker.currentNode.nodeValue ?? "").slice(0, 200)}`.replace(/\s+/g, " ").trim();
  }
  const told = words.length > TOLD ? `${words.slice(0, TOLD)}…` : words;
  return told === "" ? element.localName : `${element.localName} “${told}”`;
}
