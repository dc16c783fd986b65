/** Draft.js, on the React that it was made for. */
import { ContentState, Editor, EditorState } from "draft-js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { open, place } from "../page.ts";

// Its oldest parts expect Node's name for the global object.
let state = EditorState.createEmpty();
let set: (next: EditorState) => void = () => {};
const Box = () => {
  const [editorState, setState] = useState(state);
  state = editorState;
  set = setState;
  return createElement(Editor, { editorState, onChange: setState });
};
const at = place();
const root = createRoot(at);
flushSync(() => root.render(createElement(Box)));
open({
  element: at.querySelector<HTMLElement>("[contenteditable]")!,
  text: () => state.getCurrentContent().getPlainText("\n"),
  put: (text) =>
    flushSync(() =>
      set(EditorState.moveFocusToEnd(EditorState.createWithContent(ContentState.createFromText(text)))),
    ),
});
