/** A one-line input without a framework. */
import { open, place } from "../page.ts";

const element = document.createElement("input");
place().append(element);
open({
  element,
  text: () => element.value,
  put: (text) => {
    element.value = text;
  },
});
