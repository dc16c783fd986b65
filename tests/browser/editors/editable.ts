/** A contenteditable without an editor; its page reads `innerText`, as such pages do. */
import { open, place } from "./page.ts";

export function editable(kind: "true" | "plaintext-only", style: Partial<CSSStyleDeclaration> = {}, tag = "div"): void {
  const element = document.createElement(tag);
  element.contentEditable = kind;
  Object.assign(element.style, style);
  place().append(element);
  open({
    element,
    text: () => written(element),
    put: (text) => {
      element.textContent = text;
    },
  });
}

/** As `innerText`, in which an empty block would read as two lines. */
export function written(element: HTMLElement): string {
  if (element.textContent === "") return "";
  const text = element.innerText.replaceAll("\u00a0", " ").replace(/\n$/, "");
  return element.querySelector("div") === null ? text : text.replaceAll("\n\n\n", "\n\n");
}
