/**
 * Real editors, each on a page of its own: a write arrives in the editor's own
 * model, at the caret and whole, one undo takes it back, and typing goes on.
 */

import assert from "node:assert/strict";
import { EditorPage } from "../harness/editor.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";

/** What the scenes write: an emoji of one sign, lines with an empty one and an emoji of seven, plain words. */
const EMOJI = "好的👍";
const LINES = "一、填单\n\n二、寄回👨‍👩‍👧‍👦";
const PLAIN = "请您稍等";

/** The abbreviation of the replies that stand first. */
const LETTERS = "nh";

/** One word with a rewrite, twice. */
const TWO = "不好意思，让您久等了，不好意思";
const LAST = "不好意思，让您久等了，非常抱歉";

/** The pages; `shadow=2` is two open shadow roots deep. */
const EDITORS = [
  "textarea", "input", "react-textarea", "react-input", "vue-textarea", "vue-input",
  "editable", "editable-br", "editable-plain", "editable-pre",
  "prosemirror", "tiptap", "quill", "lexical", "lexical-plain", "slate", "draft", "ckeditor5",
  "codemirror", "trix", "tinymce", "chatscope", "framed",
  "textarea?shadow=1", "react-textarea?shadow=1", "editable?shadow=1", "prosemirror?shadow=1",
  "lexical?shadow=2", "textarea?shadow=2", "codemirror?shadow=1", "slate?shadow=1",
];

/** How a console closes its box while a conversation is handed over or has ended. */
const CLOSED = [
  ["textarea", "readonly", "true"],
  ["textarea", "aria-readonly", "true"],
  ["react-textarea", "readonly", "true"],
  ["editable", "aria-readonly", "true"],
] as const;

/** Those with a model of their own, which an input method and Deti could both upset. */
const MODELS = ["prosemirror", "quill", "lexical", "slate", "draft", "ckeditor5"];

export const editors: Scene[] = [
  ...EDITORS.map(
    (editor): Scene => ({
      name: `editor: ${editor} takes what is written, whole and at the caret, and one undo takes it back`,
      page: `editors/${editor.replace(/(\?.*)?$/, (query) => `.html${query}`)}`,
      wants: { replies: [EMOJI, LINES, PLAIN] },
      play: async (stage) => {
        const page = await EditorPage.at(stage);
        await atTheEnd(stage, page);
        await inTheMiddle(stage, page);
        if (await page.hasLines()) await lines(stage, page);
        await expands(stage, page);
        await rewrites(stage, page, editor.replace(/\W/g, " "));
        await held(stage, page);
      },
    }),
  ),
  ...MODELS.map(
    (editor): Scene => ({
      name: `editor: in ${editor} an input method composes undisturbed, and what it leaves is checked and written to`,
      page: `editors/${editor}.html`,
      wants: { replies: [PLAIN] },
      play: async (stage) => {
        const page = await EditorPage.at(stage);
        await page.type("这个");
        const method = await stage.session.inputMethod(stage.page);
        await method.compose("buhaoyisi");
        await method.compose("不好意思");
        // A key that would write, while the text is the input method's.
        await stage.press("Alt+1");
        await stage.rest();
        await stage.rest();
        assert.deepEqual(await stage.underlined(), [], "underlined while composing");
        await method.commit("不好意思");
        await page.reads("这个不好意思");
        await stage.underlines(WARNED.mark);
        assert.deepEqual(await page.sent(), [], "the key that commits sends nothing");
        await page.insert(PLAIN);
        await page.reads(`这个不好意思${PLAIN}`);
      },
    }),
  ),
  {
    name: "editor: of several boxes on the page, the one with the focus is written to",
    page: "editors/several.html",
    wants: { replies: [PLAIN] },
    play: async (stage) => {
      const page = await EditorPage.at(stage);
      await page.type("在吗");
      await page.insert(PLAIN);
      await page.reads(`在吗${PLAIN}`);
      assert.equal(await stage.page.$eval("[name=first]", (box) => (box as HTMLTextAreaElement).value), "");
    },
  },
  {
    name: "editor: a box that takes nothing keeps its draft, and the reply is on the clipboard",
    page: "editors/stubborn.html",
    wants: { replies: [LINES] },
    play: async (stage) => {
      const page = await EditorPage.at(stage);
      // Letters, because these are the keys that a test can press.
      await page.type("hello");
      await page.insert(LINES);
      await stage.panelSays(say("notice_copied"));
      await page.reads("hello");
      await stage.shot("editor stubborn");
      await page.pastes(LINES);
      await page.typesOn("o");
      await page.reads("helloo");
    },
  },
  ...CLOSED.map(
    ([editor, attribute, value]): Scene => ({
      name: `editor: ${editor} with ${attribute}=${value} by then is not written to, and the reply is on the clipboard`,
      page: `editors/${editor}.html`,
      wants: { replies: [LINES] },
      play: async (stage) => {
        const page = await EditorPage.at(stage);
        await page.type("hello");
        await stage.page.evaluate(
          ([name, value]) => {
            (window as unknown as { editor: { element: HTMLElement } }).editor.element.setAttribute(name, value);
          },
          [attribute, value] as const,
        );
        await page.insert(LINES);
        await stage.panelSays(say("notice_copied"));
        await page.reads("hello");
        await page.pastes(LINES);
      },
    }),
  ),
];

async function atTheEnd(stage: Stage, page: EditorPage): Promise<void> {
  await page.type("在吗");
  await page.insert(EMOJI);
  await page.reads(`在吗${EMOJI}`);
  await stage.press("Control+z");
  await page.reads("在吗");
  await page.insert(EMOJI);
  await page.insert(PLAIN);
  await page.reads(`在吗${EMOJI}${PLAIN}`);
  await stage.press("Control+z");
  await page.reads(`在吗${EMOJI}`);
  await page.clear();
}

async function inTheMiddle(stage: Stage, page: EditorPage): Promise<void> {
  for (const [reply, goesOn] of [[PLAIN, false], [EMOJI, true]] as const) {
    await between(stage, page, reply, goesOn);
  }
}

/** Lines between two words, with an empty line among them. */
async function lines(stage: Stage, page: EditorPage): Promise<void> {
  for (const goesOn of [false, true]) await between(stage, page, LINES, goesOn);
}

/** Writes between two words; then takes it back, or types on behind it and sends. */
async function between(stage: Stage, page: EditorPage, reply: string, goesOn: boolean): Promise<void> {
  await page.type("亲谢");
  await stage.press("ArrowLeft");
  await page.insert(reply);
  await page.reads(`亲${reply}谢`);
  if (!goesOn) {
    await stage.press("Control+z");
    await page.reads("亲谢");
    return page.clear();
  }
  await stage.page.keyboard.type("啊");
  await page.reads(`亲${reply}啊谢`);
  await sends(stage, page, `亲${reply}啊谢`);
}

/** An abbreviation and a space, which are the page's own keys; and Backspace right after. */
async function expands(stage: Stage, page: EditorPage): Promise<void> {
  await page.type(LETTERS);
  await stage.overlaySays(say("page_list_space").replace(/\s+/g, " "));
  await stage.press(" ");
  await page.reads(EMOJI);
  await stage.panelSays(say("notice_inserted"));
  await stage.press("Backspace");
  await stage.until("what was typed", async () => (await page.text()).replace("\u00a0", " ") === `${LETTERS} `);
  // Some editors draw once more before the caret is where it belongs.
  await stage.rest();
  await stage.page.keyboard.type("x");
  await stage.until("typed on behind it", async () => (await page.text()).replace("\u00a0", " ") === `${LETTERS} x`);
  await page.clear();
}

async function rewrites(stage: Stage, page: EditorPage, name: string): Promise<void> {
  await page.type(TWO);
  await stage.underlines(WARNED.mark, WARNED.mark);
  await stage.shot(`editor ${name}`);
  await stage.press("Alt+Enter");
  await page.reads(LAST);
  await stage.press("Control+z");
  await page.reads(TWO);
  await stage.underlines(WARNED.mark, WARNED.mark);
  await stage.press("Alt+Shift+Enter");
  const clean = await page.changes(TWO);
  await stage.underlines();
  await stage.page.keyboard.type("啊");
  await page.changes(clean);
  await page.clear();
}

/** What the check knows is what the editor holds: it holds back, and it lets go. */
async function held(stage: Stage, page: EditorPage): Promise<void> {
  const sent = await page.sent();
  await page.type(FORBIDDEN.text);
  await stage.underlines(FORBIDDEN.mark);
  await stage.press("Enter");
  await stage.panelSays(say("held"));
  await stage.rest();
  assert.deepEqual(await page.sent(), sent);
  await page.reads(FORBIDDEN.text);
}

async function sends(stage: Stage, page: EditorPage, text: string): Promise<void> {
  await stage.press("Enter");
  await stage.until(`“${text}” is sent`, async () => (await page.sent()).at(-1) === text);
  await page.reads("");
}
