/** Lexical, with either of its own two sets of commands. */
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, type LexicalEditor } from "lexical";
import { lines, open, place } from "./page.ts";

export function lexical(register: (editor: LexicalEditor) => () => void): void {
  const element = document.createElement("div");
  element.contentEditable = "true";
  element.style.whiteSpace = "pre-wrap";
  place().append(element);
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  register(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const put = (text: string) =>
    editor.update(
      () => {
        const paragraphs = lines(text).map((line) => $createParagraphNode().append($createTextNode(line)));
        $getRoot().clear().append(...paragraphs);
      },
      { discrete: true },
    );
  put("");
  open({
    element,
    // Lexical's own text of the whole has an empty line between two blocks.
    text: () => {
      const blocks = () => $getRoot().getChildren().map((block) => block.getTextContent());
      return editor.getEditorState().read(blocks).join("\n");
    },
    put,
  });
}
