/**
 * The keys that work on the page, beside the composer's own.
 *
 * They are heard only from the agent's own keyboard, never while an IME is
 * composing, and not in other fields of the page. What has the focus and is no
 * field, as a list of messages that scrolls, leaves Alt with a letter or a digit to
 * them. A key that is taken is taken
 * whole: the page sees neither its press nor its release.
 */
import { composes } from "./gesture.ts";
import type { Life } from "./life.ts";
import type { Ask } from "./wire.ts";

/** Every key in the composer or where nothing in particular has the focus; beside it only those that nothing else can mean; none in other fields. */
export type Hearing = "all" | "far" | "none";

/** The list at the caret: not shown, shown, with a choice that Enter takes, or of a search that found nothing and that Enter closes. */
export type Listed = "none" | "open" | "chosen" | "held";

interface KeyParts {
  /** Which keys may act on this element. */
  hears(target: EventTarget | null): Hearing;
  composing(): boolean;
  /** Which mark's card is shown. */
  card(): number | null;
  /** Whether anything answers. */
  answers(): boolean;
  ask(ask: Ask): void;
  list(): Listed;
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
  const hearing = the.answers() ? the.hears(event.composedPath()[0] ?? null) : "none";
  const answers = hearing === "all";
  const listed = answers ? ofList(event, the.list()) : null;
  if (listed !== null) {
    if (!event.repeat || listed.what === "move-list") the.ask(listed);
    return true;
  }
  if (isPlain(event) && event.key === "Escape") return the.escape();
  // Beside the composer Enter and Control belong to what has the focus there.
  const here = answers || (hearing === "far" && event.altKey && event.key !== "Enter");
  const ask = here ? asked(event, the) : null;
  if (ask === null) return false;
  if (!event.repeat) the.ask(ask);
  return true;
}

/** What a key means to the list at the caret, while it is shown. */
function ofList(event: KeyboardEvent, list: Listed): Ask | null {
  if (list === "none") return null;
  const digit = isNumbering(event) ? digitOf(event) : null;
  if (digit !== null) return { what: "take-listed", place: digit - 1 };
  if (!isPlain(event) || event.shiftKey) return null;
  switch (event.key) {
    case "ArrowDown":
      return { what: "move-list", rows: 1 };
    case "ArrowUp":
      return { what: "move-list", rows: -1 };
    case "Escape":
      return { what: "close-list" };
    case "Enter":
    case "Tab":
      if (list === "held" && event.key === "Enter") return { what: "close-list" };
      return list === "chosen" ? { what: "take-listed", place: null } : null;
    default:
      return null;
  }
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.altKey && !event.ctrlKey && !event.metaKey;
}

/** Alt or Ctrl: one of them is the browser's own for its tabs, another one on each system. */
function isNumbering(event: KeyboardEvent): boolean {
  return event.altKey !== event.ctrlKey && !event.metaKey && !event.shiftKey && !event.getModifierState("AltGraph");
}

function digitOf(event: KeyboardEvent): number | null {
  // With Alt, a digit of the number pad is part of a sign's number on Windows.
  const digit = (event.altKey ? /^Digit([1-9])$/ : /^(?:Digit|Numpad)([1-9])$/).exec(event.code)?.[1];
  return digit === undefined ? null : Number(digit);
}

function asked(event: KeyboardEvent, the: KeyParts): Ask | null {
  const digit = isNumbering(event) ? digitOf(event) : null;
  if (digit !== null) return { what: "insert-reply", place: digit - 1 };
  if (!event.altKey || event.ctrlKey || event.metaKey || event.getModifierState("AltGraph")) return null;
  if (event.key === "Enter") {
    return event.shiftKey ? { what: "fix-all" } : { what: "take-rewrite", mark: the.card(), rewrite: 0 };
  }
  if (event.shiftKey) return null;
  // By place on the keyboard: with Alt, layouts and macOS type other characters.
  if (event.code === "KeyQ") return { what: "focus-panel" };
  if (event.code === "KeyS") return { what: "add-reply" };
  if (event.code === "KeyP") return { what: "pause", span: null };
  return event.code === "KeyU" ? { what: "write-reminder" } : null;
}
