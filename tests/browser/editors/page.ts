/**
 * The page around an editor: a chat that sends on Enter what the editor's own
 * model holds, not what its nodes show.
 *
 * With `?shadow=N` the editor stands N open shadow roots deep.
 */

/** One editor on its page, as the scenes ask about it. */
export interface Editor {
  /** What is typed into. */
  element: HTMLElement;
  /** The text that the editor itself would hand to its page. */
  text(): string;
  /** The text by the page's doing, as when a conversation is opened. */
  put(text: string): void;
}

declare global {
  interface Window {
    editor: Editor;
    sent: string[];
  }
}

/** Where the editor is to be made: in the page, or in its shadow roots. */
export function place(): HTMLElement {
  const depth = Number(new URLSearchParams(location.search).get("shadow") ?? 0);
  let at = document.querySelector<HTMLElement>("#place")!;
  for (let level = 0; level < depth; level += 1) {
    const root = at.attachShadow({ mode: "open" });
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "./page.css";
    at = document.createElement("div");
    root.append(sheet, at);
  }
  return at;
}

/** Puts an editor that has been made to use. */
export function open(editor: Editor): void {
  const { element } = editor;
  element.id = "composer";
  element.spellcheck = false;
  window.editor = editor;
  window.sent = [];
  const send = () => {
    const text = editor.text();
    if (text.trim() === "") return;
    window.sent.push(text);
    const line = document.createElement("li");
    line.textContent = text;
    document.querySelector("#messages")?.append(line);
    editor.put("");
  };
  document.querySelector("#send")?.addEventListener("click", send);
  // Before the editor, which has a use of its own for Enter.
  const root = element.getRootNode();
  root.addEventListener(
    "keydown",
    (event) => {
      const { key, shiftKey, altKey, ctrlKey, isComposing, keyCode } = event as KeyboardEvent;
      if (key !== "Enter" || shiftKey || altKey || ctrlKey || isComposing || keyCode === 229) return;
      if (!event.composedPath().includes(element)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      send();
    },
    { capture: true },
  );
}

/** Lines as paragraphs of text, for editors that take a list of them. */
export function lines(text: string): string[] {
  return text.split("\n");
}
