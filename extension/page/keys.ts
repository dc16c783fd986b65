/**
 * The keys that work on the page, beside the composer's own.
 *
 * They are heard only from the agent's own keyboard, never while an IME is
 * composing, and not in other fields of the page. A key that is taken is taken
 * whole: the page sees neither its press nor its release.
 */
import { composes } from "./gesture.ts";
import type { Life } from "./life.ts";
import type { Ask } from "./wire.ts";

interface KeyParts {
  /** Whether keys may act on this element: the composer, or nothing in particular. */
  listens(target: EventTarget | null): boolean;
  composing(): boolean;
  /** Which mark's card is shown. */
  card(): number | null;
  /** Whether anything answers. */
  answers(): boolean;
  ask(ask: Ask): void;
  /** Closes the card; whether there was one. */
  escape(): boolean;
}

export function listenForKeys(life: Life, view: Window, the: KeyParts): void {
  let taken: string | null = null;
  life.on<KeyboardEvent>(
    view,
    ["keydown", "keypress", "keyup"],
    (event) => {
      if (!event.isTrusted || composes(event) || the.composing()) return;
      if (event.type === "keydown") {
        taken = acts(event, the) ? event.code : null;
      }
      if (taken === null || event.code !== taken) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === "keyup") taken = null;
    },
    { capture: true },
  );
}

function acts(event: KeyboardEvent, the: KeyParts): boolean {
  if (event.key === "Escape" && !event.altKey && !event.ctrlKey && !event.metaKey) return the.escape();
  if (!the.answers() || !the.listens(event.composedPath()[0] ?? null)) return false;
  const ask = asked(event, the);
  if (ask === null) return false;
  if (!event.repeat) the.ask(ask);
  return true;
}

function asked(event: KeyboardEvent, the: KeyParts): Ask | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.getModifierState("AltGraph")) return null;
  if (event.key === "Enter") {
    return event.shiftKey ? { what: "fix-all" } : { what: "take-rewrite", mark: the.card(), rewrite: 0 };
  }
  if (event.shiftKey) return null;
  // By place on the keyboard: with Alt, layouts and macOS type other characters.
  if (event.code === "KeyQ") return { what: "focus-panel" };
  if (event.code === "KeyU") return { what: "write-reminder" };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? null : { what: "insert-reply", place: Number(digit) - 1 };
}
