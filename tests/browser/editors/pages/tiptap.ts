/** Tiptap with its starter kit. */
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { lines, open, place } from "../page.ts";

const editor = new Editor({ element: place(), extensions: [StarterKit], injectCSS: false });
open({
  element: editor.view.dom,
  text: () => editor.getText({ blockSeparator: "\n" }),
  put: (text) => {
    const content = lines(text).map((line) => ({
      type: "paragraph",
      content: line === "" ? [] : [{ type: "text", text: line }],
    }));
    editor.commands.setContent({ type: "doc", content });
  },
});
