/**
 * A box that takes keys and nothing else: whatever comes by another way, by
 * paste, by script, by the browser's own typing, it draws over at once.
 */
import { open, place } from "../page.ts";

const element = document.createElement("div");
element.contentEditable = "true";
element.style.whiteSpace = "pre-wrap";
place().append(element);

let text = "";
const draw = () => {
  if (element.textContent === text) return;
  element.textContent = text;
  document.getSelection()?.selectAllChildren(element);
  document.getSelection()?.collapseToEnd();
};
element.addEventListener("paste", (event) => event.preventDefault());
element.addEventListener("input", draw);
element.addEventListener("keydown", (event) => {
  const { key, isTrusted, altKey, ctrlKey } = event;
  if (!isTrusted || altKey || ctrlKey || (key.length > 1 && key !== "Backspace")) return;
  event.preventDefault();
  text = key === "Backspace" ? text.slice(0, -1) : text + key;
  draw();
});
open({
  element,
  text: () => text,
  put: (next) => {
    text = next;
    draw();
  },
});
