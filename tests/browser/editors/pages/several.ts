/** Two boxes that are both on the page, as consoles keep those of all open conversations. */
import { open, place } from "../page.ts";

const at = place();
const boxes = ["first", "second"].map((name) => {
  const box = document.createElement("textarea");
  box.name = name;
  box.className = "box";
  at.append(box);
  return box;
});
const [first, second] = boxes as [HTMLTextAreaElement, HTMLTextAreaElement];
open({
  element: second,
  text: () => second.value,
  put: (text) => {
    second.value = text;
  },
});
// Neither is the better one by its name.
first.id = "";
second.id = "";
