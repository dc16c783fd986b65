/** CodeMirror 6: an editor for code, which some bots' consoles use. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { open, place } from "../page.ts";

const at = place();
const view = new EditorView({
  parent: at,
  root: at.getRootNode() as Document | ShadowRoot,
  state: EditorState.create({
    extensions: [history(), keymap.of([...historyKeymap, ...defaultKeymap]), EditorView.lineWrapping],
  }),
});
open({
  element: view.contentDOM,
  text: () => view.state.doc.toString(),
  put: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
});
