/**
 * Moving the panel by its handle. The press happened in the panel; from there
 * on a cover over the whole window hears the pointer, until it is let go.
 */
import { Life } from "../life.ts";
import type { Placement } from "../wire.ts";
import { clamp, PANEL_WIDTH } from "./place.ts";
import { viewSize } from "./dock.ts";

/** Let go this near a side, the panel docks to it. */
const NEAR = 48;

interface Parts {
  life: Life;
  /** Where the cover goes. */
  slot: HTMLElement;
  /** Where in the panel it is held. */
  held: { x: number; y: number };
  moved: (placement: Placement) => void;
  done: (placement: Placement) => void;
}

export function drag({ life: parent, slot, held, moved, done }: Parts): void {
  const life = new Life(parent);
  const cover = document.createElement("div");
  cover.className = "cover";
  slot.append(cover);
  life.onEnd(() => cover.remove());
  let last: Placement | null = null;

  const follow = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    // The button was let go where nobody heard it.
    if (event.type === "pointermove" && event.buttons === 0) return finish();
    last = { dock: "float", x: event.clientX - held.x, y: event.clientY - held.y, folded: false };
    moved(last);
  };
  const finish = () => {
    life.end();
    if (last !== null) done(settled(last));
  };
  life.on(cover, "pointermove", follow);
  life.on<PointerEvent>(cover, ["pointerup", "pointercancel"], (event) => {
    if (event.isTrusted) finish();
  });
}

/** Near a side it docks, elsewhere it floats within the window. */
export function settled({ x, y }: Placement): Placement {
  const view = viewSize();
  if (x < NEAR) return { dock: "left", x: 0, y: 0, folded: false };
  if (x + PANEL_WIDTH > view.width - NEAR) return { dock: "right", x: 0, y: 0, folded: false };
  return {
    dock: "float",
    x: clamp(x, 0, view.width - PANEL_WIDTH),
    y: clamp(y, 0, view.height - NEAR),
    folded: false,
  };
}
