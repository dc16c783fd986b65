/** TinyMCE, whose draft is the body of a frame that it makes. */
import tinymce, { type Editor } from "tinymce";
import "tinymce/models/dom";
import "tinymce/themes/silver";
import "tinymce/icons/default";
import "tinymce/skins/ui/oxide/skin.js";
import { lines, open, place } from "../page.ts";

/** What its serializer would hand to the page, as lines. */
function written(editor: Editor): string {
  const { body } = new DOMParser().parseFromString(editor.getContent(), "text/html");
  for (const end of body.querySelectorAll("br")) end.replaceWith("\n");
  // An empty paragraph is written with a space that does not break.
  const blocks = [...body.children].map((block) => (block.textContent ?? "").replace(/^\u00a0$/, ""));
  return blocks.join("\n").replaceAll("\u00a0", " ");
}

const at = document.createElement("div");
place().append(at);
const [editor] = await tinymce.init({
  target: at,
  license_key: "gpl",
  skin_url: "default",
  content_css: false,
  content_style: "p { margin: 0 }",
  height: 240,
});
if (!editor) throw new Error("no editor");
open({
  element: editor.getBody(),
  text: () => written(editor),
  put: (text) => {
    const paragraphs = lines(text).map((line) => `<p>${editor.dom.encode(line) || "<br>"}</p>`);
    editor.setContent(text === "" ? "" : paragraphs.join(""));
    editor.undoManager.reset();
  },
});
