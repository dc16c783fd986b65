/** A textarea without a framework. */
import { open, place } from "../page.ts";

const element = document.createElement("textarea");
place().append(element);
open({
  element,
  text: () => element.value,
  put: (text) => {
    element.value = text;
  },
});
