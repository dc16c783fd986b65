/** ProseMirror with its basic schema. */
import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { schema } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { lines, open, place } from "../page.ts";

const plugins = [history(), keymap({ "Mod-z": undo, "Mod-Shift-z": redo }), keymap(baseKeymap)];
const holding = (text: string) =>
  EditorState.create({
    plugins,
    doc: schema.node(
      "doc",
      null,
      lines(text).map((line) => schema.node("paragraph", null, line === "" ? [] : [schema.text(line)])),
    ),
  });
const view = new EditorView(place(), { state: holding("") });
const leaf = (node: Node) => (node.type.name === "hard_break" ? "\n" : "");
open({
  element: view.dom,
  text: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n", leaf),
  put: (text) => view.updateState(holding(text)),
});
