/**
 * Puts the panel's frame where the agent wants it, as far as nothing that must
 * stay in view is covered.
 *
 * A docked panel first asks the page for room. A page that does not give it
 * (its root does not answer to padding) is not asked again until the window
 * changes; the panel then takes a spot that is free. Where there is none it is a
 * tab, and an agent who opens that wants it rather than what it covers: then only
 * what nothing may cover is kept clear.
 */
import { overlaps, type Box } from "../geometry.ts";
import type { Life } from "../life.ts";
import type { Placement } from "../wire.ts";
import { dockedBox, findSpot, PAGE_MIN, PANEL_WIDTH, sideOf, type Side, type Size, type Spot } from "./place.ts";
import { Room } from "./room.ts";

export class Dock {
  placement: Placement = { dock: "right", x: 0, y: 0, folded: false };
  /** Where the panel lies now. */
  spot: Spot | null = null;
  readonly #room: Room;
  /** The side and window for which the page gave no room. */
  #refused = "";
  /** How often it was found still covered since the room was taken. */
  #doubts = 0;
  /** Whether the agent opened a tab that stood for want of room. */
  #insists = false;

  constructor(
    life: Life,
    /** What is kept clear, and what of it nothing may cover. */
    private readonly clear: () => Box[],
    private readonly must: () => Box[],
    /** Asks for another look at the next frame. */
    private readonly again: () => void,
  ) {
    this.#room = new Room(life);
  }

  place(placement: Placement): void {
    if (placement.folded) this.#insists = false;
    else if (!this.placement.folded) this.insist();
    this.placement = placement;
    this.#refused = "";
  }

  /** The agent wants to see the panel: a tab opens, over what may be covered if there is no room. */
  insist(): void {
    if (this.spot?.tab === true && !this.placement.folded) this.#insists = true;
  }

  /** Takes the room back, such as when there is no panel. */
  leave(): void {
    this.#room.give();
    this.spot = null;
  }

  lay(frame: HTMLElement): void {
    const view = viewSize();
    this.spot = this.#inRoom(view) ?? this.#free(view);
    const { box, docked } = this.spot;
    put(frame, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.right - box.left}px`,
      height: `${box.bottom - box.top}px`,
    });
    frame.classList.toggle("free", !docked);
  }

  #free(view: Size): Spot {
    const spot = findSpot(view, this.placement, this.clear());
    return spot.tab && this.#insists ? findSpot(view, this.placement, this.must()) : spot;
  }

  /** The docked spot, if the page makes room for it. */
  #inRoom(view: Size): Spot | null {
    const { placement } = this;
    const side: Side = sideOf(placement, view);
    const key = `${side} ${view.width} ${view.height}`;
    const wanted =
      !placement.folded && placement.dock !== "float" && view.width - PANEL_WIDTH >= PAGE_MIN && this.#refused !== key;
    if (!wanted) {
      this.#room.give();
      return null;
    }
    if (this.#room.side !== side) {
      this.#room.take(side, PANEL_WIDTH);
      this.#doubts = 0;
    }
    const box = dockedBox(side, view);
    if (!this.clear().some((one) => overlaps(one, box))) {
      this.#doubts = 0;
      return { box, tab: false, docked: true };
    }
    // Some pages measure and lay themselves out by script, a frame later.
    this.#doubts += 1;
    if (this.#doubts <= 2) {
      this.again();
    } else {
      this.#refused = key;
      this.#room.give();
    }
    return null;
  }
}

export function viewSize(): Size {
  return { width: document.documentElement.clientWidth, height: window.innerHeight };
}

function put(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
