/** CKEditor 5 with paragraphs and its essentials. */
import { ClassicEditor, Essentials, type ModelElement, Paragraph } from "ckeditor5";
import { lines, open, place } from "../page.ts";

const words = (block: ModelElement) =>
  [...block.getChildren()].map((node) => (node.is("$text") ? node.data : "\n")).join("");

const at = document.createElement("div");
place().append(at);
const editor = await ClassicEditor.create(at, { licenseKey: "GPL", plugins: [Essentials, Paragraph] });
const element = editor.editing.view.getDomRoot()!;
// An attribute that is not its own would go with its next drawing.
editor.editing.view.change((writer) => writer.setAttribute("id", "composer", editor.editing.view.document.getRoot()!));
open({
  element,
  text: () => {
    const blocks = [...editor.model.document.getRoot()!.getChildren()];
    return blocks.map((block) => (block.is("element") ? words(block) : "")).join("\n");
  },
  put: (text) =>
    editor.model.change((writer) => {
      const root = editor.model.document.getRoot()!;
      writer.remove(writer.createRangeIn(root));
      for (const line of lines(text)) {
        const paragraph = writer.createElement("paragraph");
        writer.insertText(line, paragraph);
        writer.append(paragraph, root);
      }
      writer.setSelection(root, "end");
    }),
});
