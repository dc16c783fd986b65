/** What text a contenteditable holds, and where in it each offset lies. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { offsetAt, positionAt, readText } from "./text-model.ts";

const view = new Window();

function editable(markup: string): Element {
  const root = view.document.createElement("div");
  root.innerHTML = markup;
  return root as unknown as Element;
}

/** The editor that makes it, the markup, the text. */
const TEXTS: [string, string, string][] = [
  ["nothing", "", ""],
  ["an emptied box", "<br>", ""],
  ["an empty paragraph", "<p><br></p>", ""],
  ["one line", "亲，您好", "亲，您好"],
  ["a line and what holds it open", "亲<br>", "亲"],
  ["Shift+Enter", "亲<br>您好", "亲\n您好"],
  ["Shift+Enter at the end", "亲<br><br>", "亲\n"],
  ["Chrome's Enter", "亲<div>您好</div>", "亲\n您好"],
  ["an empty line in Chrome", "亲<div><br></div><div>您好</div>", "亲\n\n您好"],
  ["paragraphs", "<p>亲</p><p>您好</p>", "亲\n您好"],
  ["an empty paragraph between", "<p>亲</p><p><br></p><p>您好</p>", "亲\n\n您好"],
  ["a last empty paragraph", "<p>亲</p><p><br></p>", "亲\n"],
  ["nested blocks count once", "<div><div>亲</div></div><div><p>您好</p></div>", "亲\n您好"],
  ["a break that closes a block", "<div>亲<br></div><div>您好</div>", "亲\n您好"],
  ["a break before a block", "亲<br><div>您好</div>", "亲\n您好"],
  ["a break inside a span", "<p><span>亲<br></span>您好</p>", "亲\n您好"],
  ["spans", "<span>不</span><b>行</b>", "不行"],
  ["no-break spaces", "a&nbsp;&nbsp;b", "a  b"],
  ["a caret holder of its own", "亲<span>\ufeff</span>您", "亲您"],
  ["a zero-width character among letters", "微\u200b信", "微\u200b信"],
  ["an emoji as an image", '好的<img alt="😀">谢谢', "好的😀谢谢"],
  ["an image without words", '好的<img src="">谢谢', "好的谢谢"],
  ["the source's own line feeds", "\n  <p>亲</p>\n  <p>您好</p>\n", "亲\n您好"],
  ["ProseMirror's trailing break", '<p>亲<br class="ProseMirror-trailingBreak"></p>', "亲"],
  ["Lexical", '<p><span data-lexical-text="true">亲</span></p><p><br></p>', "亲\n"],
  ["a list", "<ul><li>一</li><li>二</li></ul>", "一\n二"],
];

test("the text of an editable", async (t) => {
  for (const [name, markup, text] of TEXTS) {
    await t.test(name, () => assert.equal(readText(editable(markup), false).text, text));
  }
});

test("kept white space", () => {
  assert.equal(readText(editable("亲\n您好"), true).text, "亲\n您好");
  assert.equal(readText(editable("亲\n您好"), false).text, "亲 您好");
  assert.equal(readText(editable("亲\n\n"), true).text, "亲\n", "the last line feed only shows the line");
});

test("every offset leads to a position that leads back", async (t) => {
  for (const [name, markup, text] of TEXTS) {
    await t.test(name, () => {
      const root = editable(markup);
      const model = readText(root, false);
      for (let offset = 0; offset <= text.length; offset += 1) {
        // Inside an image's words there is no position.
        if (/[\udc00-\udfff]/.test(text[offset] ?? "")) continue;
        for (const edge of ["start", "end"] as const) {
          const position = positionAt(model, root, offset, edge);
          assert.equal(offsetAt(model, position), offset, `offset ${offset}, ${edge}`);
        }
      }
    });
  }
});

/** A range of the text and what a DOM range over it holds. */
const RANGES: [string, string, number, number, string][] = [
  ["inside a node", "亲，不行了", 2, 4, "不行"],
  ["over two spans", "<span>不</span><b>行</b>了", 0, 2, "不行"],
  ["the first of a span", "亲<b>不行</b>", 1, 3, "不行"],
  ["the last before a block", "不行<div>您</div>", 0, 2, "不行"],
  ["the first of a block", "亲<div>不行</div>", 2, 4, "不行"],
];

test("a range holds the marked words and no more", async (t) => {
  for (const [name, markup, start, end, words] of RANGES) {
    await t.test(name, () => {
      const root = editable(markup);
      const model = readText(root, false);
      const range = root.ownerDocument.createRange();
      const from = positionAt(model, root, start, "start");
      const to = positionAt(model, root, end, "end");
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      assert.equal(range.toString(), words);
    });
  }
});
