/**
 * Which events are parts of a send gesture, and how a held one is made again.
 *
 * Consoles send on keydown, keypress, keyup, pointerdown, click or the form's
 * submit. A gesture is all of the events that one press of Enter or of the
 * send button makes; whether it goes is for the guard.
 */
import type { Composer } from "./composer/composer.ts";

export type Gesture = "key" | "press" | "submit";

/** Everything that a gesture can be made of. */
export const PARTS = [
  "keydown", "keypress", "keyup",
  "pointerdown", "mousedown", "touchstart", "pointerup", "mouseup", "touchend", "click",
  "submit",
] as const;

/** Whether an IME has the key. */
export function composes(event: Event): boolean {
  return "isComposing" in event && ((event as KeyboardEvent).isComposing || (event as KeyboardEvent).keyCode === 229);
}

/** The gesture that this event is a part of, if any. */
export function gestureOf(
  event: Event,
  composer: Composer,
  send: HTMLElement | null,
  sendKeys: readonly string[],
): Gesture | null {
  // The path leads out of open shadow roots too: a button may be an element with a button inside.
  const path = event.composedPath();
  const inside = (element: HTMLElement | null) => element !== null && path.includes(element);
  if (event.type === "submit") return inside(composer.element.closest("form")) ? "submit" : null;
  if (!event.type.startsWith("key")) return inside(send) ? "press" : null;
  const key = event as KeyboardEvent;
  if (inside(composer.element)) return sendKeys.includes(named(key)) ? "key" : null;
  // A button that has the focus is pressed by Enter and by Space.
  return inside(send) && (key.key === "Enter" || key.key === " ") ? "press" : null;
}

/** Whether the event is the last of its gesture. */
export function ends(event: Event, gesture: Gesture): boolean {
  return gesture === "key" ? event.type === "keyup" : gesture === "press" ? event.type === "click" : true;
}

/** `Enter`, `Shift+Enter`, `Ctrl+Enter`… as adapters write it. */
export function named(event: KeyboardEvent): string {
  const with_ = [event.ctrlKey && "Ctrl", event.metaKey && "Meta", event.altKey && "Alt", event.shiftKey && "Shift"];
  return [...with_.filter(Boolean), event.key].join("+");
}

/** Makes the gesture again, as the same events. Consoles may ignore it. */
export function makeAgain(gesture: Gesture, composer: Composer, send: HTMLElement | null, sendKey: string): void {
  if (gesture === "key") pressKey(composer.element, sendKey);
  else if (gesture === "press" && send !== null) pressButton(send);
  else if (gesture === "submit") composer.element.closest("form")?.requestSubmit();
}

function pressKey(element: HTMLElement, sendKey: string): void {
  const init: KeyboardEventInit = {
    key: "Enter",
    code: "Enter",
    keyCode: 13,
    which: 13,
    ctrlKey: sendKey.includes("Ctrl+"),
    metaKey: sendKey.includes("Meta+"),
    shiftKey: sendKey.includes("Shift+"),
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  const taken = !element.dispatchEvent(new KeyboardEvent("keydown", init));
  if (!taken) {
    const pressed = element.dispatchEvent(new KeyboardEvent("keypress", { ...init, charCode: 13 }));
    // What the browser does for a real Enter in a one-line input.
    if (pressed && element.localName === "input") element.closest("form")?.requestSubmit();
  }
  element.dispatchEvent(new KeyboardEvent("keyup", init));
}

function pressButton(element: HTMLElement): void {
  const init: PointerEventInit = { bubbles: true, cancelable: true, composed: true, button: 0, pointerId: 1, isPrimary: true };
  element.dispatchEvent(new PointerEvent("pointerdown", { ...init, buttons: 1 }));
  element.dispatchEvent(new MouseEvent("mousedown", { ...init, buttons: 1 }));
  element.dispatchEvent(new PointerEvent("pointerup", init));
  element.dispatchEvent(new MouseEvent("mouseup", init));
  element.click();
}
