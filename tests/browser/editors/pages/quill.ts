/** Quill 2. */
import Quill from "quill";
import { open, place } from "../page.ts";

const quill = new Quill(place());
open({
  element: quill.root,
  text: () => quill.getText().replace(/\n$/, ""),
  put: (text) => {
    quill.setText(text === "" ? "" : `${text}\n`);
    quill.history.clear();
  },
});
