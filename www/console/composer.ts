/**
 * The reply box, in the three shapes that real consoles have: a textarea, a
 * contenteditable, and either of them in a frame. Like a page built on a
 * framework, it believes `input` events and not the element: a text that came
 * without one is not what gets sent.
 */

import { el } from "./dom.ts";
import type { Words } from "./shop.ts";

export interface Composer {
  /** What stands in the page. */
  readonly root: HTMLElement;
  /** Whether the shape brings its own send button. */
  readonly hasSend: boolean;
  /** Puts a text into the box, such as the draft of another conversation. */
  put(text: string): void;
  focus(): void;
}

/** What a composer tells its console. */
export interface Ears {
  changed(text: string): void;
  send(): void;
}

/** Enter sends; never while an IME is composing, never with Shift. */
export function sendsWith(event: KeyboardEvent): boolean {
  const composing = event.isComposing || event.keyCode === 229;
  return event.key === "Enter" && !event.shiftKey && !event.altKey && !event.ctrlKey && !composing;
}

export function textareaComposer(words: Words, ears: Ears): Composer {
  const box = el("textarea", "composer", {
    id: "composer",
    placeholder: words.placeholder,
    "aria-label": words.placeholder,
    spellcheck: "false",
  });
  box.addEventListener("input", () => ears.changed(box.value));
  box.addEventListener("keydown", (event) => {
    if (!sendsWith(event)) return;
    event.preventDefault();
    ears.send();
  });
  return {
    root: box,
    hasSend: false,
    put: (text) => {
      box.value = text;
    },
    focus: () => box.focus(),
  };
}

export function editableComposer(words: Words, ears: Ears): Composer {
  const box = el("div", "composer", {
    id: "composer",
    contenteditable: "true",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": words.placeholder,
    "data-placeholder": words.placeholder,
    spellcheck: "false",
  });
  // An emptied editable keeps a lone <br>; it stands for nothing.
  const text = () => box.innerText.replace(/\n$/, "");
  box.addEventListener("input", () => {
    if (text() === "") box.replaceChildren();
    ears.changed(text());
  });
  box.addEventListener("keydown", (event) => {
    if (!sendsWith(event)) return;
    event.preventDefault();
    ears.send();
  });
  box.addEventListener("paste", (event) => {
    event.preventDefault();
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    document.execCommand("insertText", false, plain);
  });
  return {
    root: box,
    hasSend: false,
    put: (text) => {
      box.textContent = text;
    },
    focus: () => box.focus(),
  };
}

/**
 * The box and its send button in `composer-frame.html`, whose own script says
 * what happens by events on the frame element.
 */
export function frameComposer(words: Words, ears: Ears): Composer {
  const frame = el("iframe", "composer-frame", {
    id: "composer-frame",
    src: `./composer-frame.html${location.search}`,
    title: words.placeholder,
  });
  const box = () => frame.contentDocument?.querySelector<HTMLTextAreaElement>("#composer");
  let waiting = "";
  frame.addEventListener("composer-ready", () => {
    const there = box();
    if (there) there.value = waiting;
  });
  frame.addEventListener("composer-input", (event) => {
    ears.changed((event as CustomEvent<string>).detail);
  });
  frame.addEventListener("composer-send", () => ears.send());
  return {
    root: frame,
    hasSend: true,
    put: (text) => {
      waiting = text;
      const there = box();
      if (there) there.value = text;
    },
    focus: () => box()?.focus(),
  };
}
