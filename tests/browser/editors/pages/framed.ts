/** A box that is the body of a frame without an address, as older editors have it. */
import { written } from "../editable.ts";
import { open, place } from "../page.ts";

const frame = document.createElement("iframe");
frame.title = "editor";
frame.style.width = "100%";
// Firefox makes the document anew when it has loaded nothing.
const loaded = new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
place().append(frame);
await loaded;
const { body } = frame.contentDocument!;
body.contentEditable = "true";
body.style.whiteSpace = "pre-wrap";
open({
  element: body,
  text: () => written(body),
  put: (text) => {
    body.textContent = text;
  },
});
