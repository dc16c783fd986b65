/**
 * Moving the panel by its handle.
 *
 * The panel itself stays until it is let go; what follows the pointer is its
 * outline, which shows where it would come to lie. A cover over the window
 * hears the pointer. Firefox keeps a press with the frame in which it began,
 * so there the panel reports the moves, and the cover hears the pointer again
 * as soon as the button is up.
 */
import type { Box } from "../geometry.ts";
import { Life } from "../life.ts";
import type { Placement } from "../wire.ts";
import { viewSize } from "./dock.ts";
import { clamp, dockedBox, FLOAT_HEIGHT, PANEL_WIDTH, type Size } from "./place.ts";

/** Let go this near a side, the panel docks to it. */
const NEAR = 48;

interface Parts {
  life: Life;
  /** Where the cover goes. */
  slot: HTMLElement;
  /** Where the panel lies. */
  panel: () => Box | undefined;
  done: (placement: Placement) => void;
}

export class Drag {
  #held: { life: Life; x: number; y: number; outline: HTMLElement; last: Placement | null } | null = null;

  constructor(private readonly the: Parts) {}

  /** The pointer is down at this place of the panel, for the first time or still. */
  at(x: number, y: number): void {
    const panel = this.the.panel();
    if (panel === undefined) return;
    if (this.#held === null) this.#begin(x, y);
    else this.#follow(panel.left + x, panel.top + y);
  }

  #begin(x: number, y: number): void {
    const life = new Life(this.the.life);
    const cover = document.createElement("div");
    cover.className = "cover";
    const outline = document.createElement("div");
    outline.className = "outline";
    this.the.slot.append(outline, cover);
    life.onEnd(() => {
      cover.remove();
      outline.remove();
    });
    this.#held = { life, x, y, outline, last: null };
    life.on<PointerEvent>(cover, ["pointermove", "pointerup", "pointercancel"], (event) => {
      if (!event.isTrusted) return;
      if (event.type === "pointermove" && event.buttons !== 0) this.#follow(event.clientX, event.clientY);
      else this.#finish();
    });
  }

  #follow(x: number, y: number): void {
    const held = this.#held;
    if (held === null) return;
    const view = viewSize();
    held.last = settled(x - held.x, y - held.y, view);
    const { dock, x: left, y: top } = held.last;
    const box = dock === "float" ? null : dockedBox(dock, view);
    put(held.outline, {
      display: "block",
      left: `${box?.left ?? left}px`,
      top: `${box?.top ?? top}px`,
      width: `${PANEL_WIDTH}px`,
      height: `${box === null ? Math.min(FLOAT_HEIGHT, view.height - top) : view.height}px`,
    });
  }

  #finish(): void {
    const held = this.#held;
    this.#held = null;
    held?.life.end();
    if (held?.last) this.the.done(held.last);
  }
}

/** Near a side it docks, elsewhere it floats within the window. */
export function settled(x: number, y: number, view: Size): Placement {
  if (x < NEAR) return { dock: "left", x: 0, y: 0, folded: false };
  if (x + PANEL_WIDTH > view.width - NEAR) return { dock: "right", x: 0, y: 0, folded: false };
  return {
    dock: "float",
    x: clamp(x, 0, view.width - PANEL_WIDTH),
    y: clamp(y, 0, Math.max(0, view.height - 2 * NEAR)),
    folded: false,
  };
}

function put(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}
