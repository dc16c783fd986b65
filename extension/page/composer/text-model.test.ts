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
  ["Slate's empty line", '<div><span><span data-slate-zero-width="n">\ufeff<br></span></span></div><div>亲</div>', "\n亲"],
  ["Draft's empty line", '<div><div data-block="true"><div><span><br data-text="true"></span></div></div></div>', ""],
  ["CKEditor's empty line", "<p>亲</p><p><br data-cke-filler=\"true\"></p><p>您</p>", "亲\n\n您"],
  ["a caret holder in a text", "亲\ufeff您\ufeff好", "亲您好"],
  ["a mention", '亲<span contenteditable="false">@小王</span>您', "亲@小王您"],
  ["a mention alone", '<p><span contenteditable="false">@小王\ufeff</span></p>', "@小王"],
  ["a placeholder", '<span data-slate-placeholder="true" contenteditable="false">说点什么</span><br>', ""],
  ["what is hidden from readers", '亲<img class="separator" alt="x" aria-hidden="true">您', "亲您"],
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
        // Inside the words of an image or a mention there is no position.
        if (/[\udc00-\udfff]/.test(text[offset] ?? "") || /@小?$/.test(text.slice(0, offset))) continue;
        for (const edge of ["start", "end"] as const) {
          const position = positionAt(model, root, offset, edge);
          assert.equal(offsetAt(model, position), offset, `offset ${offset}, ${edge}`);
        }
      }
    });
  }
});

test("ten thousand elements in each other hold their words", () => {
  const root = editable("");
  let inner = root;
  for (let depth = 0; depth < 10_000; depth += 1) {
    const next = root.ownerDocument.createElement("div");
    inner.append(next);
    inner = next;
  }
  inner.append("亲", root.ownerDocument.createElement("br"), "您好");
  assert.equal(readText(root, false).text, "亲\n您好");
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
