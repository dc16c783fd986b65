/** Slate on React 19. */
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { createEditor, Editor, Node, Transforms } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { lines, open, place } from "../page.ts";

const editor = withHistory(withReact(createEditor()));
const paragraphs = (text: string) => lines(text).map((line) => ({ type: "paragraph", children: [{ text: line }] }));
const at = place();
const root = createRoot(at);
flushSync(() =>
  root.render(createElement(Slate, { editor, initialValue: paragraphs(""), children: createElement(Editable) })),
);
open({
  element: at.querySelector<HTMLElement>("[data-slate-editor]")!,
  text: () => editor.children.map((node) => Node.string(node)).join("\n"),
  put: (text) =>
    Editor.withoutNormalizing(editor, () => {
      Transforms.deselect(editor);
      while (editor.children.length > 0) Transforms.removeNodes(editor, { at: [0] });
      Transforms.insertNodes(editor, paragraphs(text), { at: [0] });
      Transforms.select(editor, Editor.end(editor, []));
    }),
});
