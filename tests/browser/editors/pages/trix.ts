/** Trix, a custom element that is the editable itself. */
import "trix";
import { open, place } from "../page.ts";

interface TrixElement extends HTMLElement {
  editor: { getDocument(): { toString(): string }; loadHTML(html: string): void; insertString(text: string): void };
}

const element = document.createElement("trix-editor") as TrixElement;
element.addEventListener(
  "trix-initialize",
  () =>
    open({
      element,
      text: () => element.editor.getDocument().toString().replace(/\n$/, ""),
      put: (text) => {
        element.editor.loadHTML("");
        element.editor.insertString(text);
      },
    }),
  { once: true },
);
place().append(element);
