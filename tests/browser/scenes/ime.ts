/** An input method: while it composes, the text is its own. */

import assert from "node:assert/strict";
import { click } from "../harness/hand.ts";
import { hasFocus } from "../harness/library.ts";
import { selectAll } from "../harness/selection.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";

export const ime: Scene[] = ["console.html", "editable.html"].map(
  (page): Scene => ({
    name: `ime: on ${page} nothing happens while an input method composes, and the check comes with its end`,
    page,
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await console.type("这个");
      await stage.checked();
      const before = await console.sent();
      const method = await stage.session.inputMethod(stage.page);

      await method.compose("buhaoyisi");
      await console.reads("这个buhaoyisi");
      // A candidate that would be underlined if it stood there for good.
      await method.compose("不好意思");
      await console.reads("这个不好意思");
      await stage.rest();
      await stage.rest();
      assert.deepEqual(await stage.underlined(), [], "underlined while composing");
      assert.equal(await stage.overlay(), "", "a card while composing");
      await stage.shot(`ime ${page} 1 composing`);

      await method.commit("不好意思");
      await console.reads("这个不好意思");
      await stage.underlines(WARNED.mark);
      await stage.rest();
      assert.deepEqual(await console.sent(), before, "the key that commits sends nothing");
      assert.equal(await console.draft(), "这个不好意思");
      await stage.shot(`ime ${page} 2 committed`);

      // What was composed is held like anything else.
      await console.clear();
      await method.compose("wufakaipiao");
      await method.commit("无法开具发票");
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Enter");
      await stage.panelSays(say("held"));
      assert.deepEqual(await console.sent(), before);
    },
  }),
);

ime.push({
  name: "ime: what an input method commits in the panel is searched for, and is what is kept",
  page: "console.html",
  play: async (stage) => {
    const { console, page } = stage;
    const panel = await stage.panel();
    await console.type("前");
    await stage.press("Alt+q");
    await hasFocus(stage, "search");
    const method = await stage.session.inputMethod(page);
    await method.compose("fapiao");
    await method.commit("发票");
    await stage.until("a reply about invoices", () =>
      panel.evaluate(() => document.querySelector("#replies .reply .words")?.getAttribute("title")?.includes("发票")),
    );

    await click(panel, "#add-reply");
    await hasFocus(stage, "editor");
    await selectAll(stage.page);
    await method.compose("biaoti");
    await method.commit("开票的话");
    await panel.focus("#editor-body");
    await hasFocus(stage, "editor-body");
    await selectAll(stage.page);
    await method.compose("neirong");
    await method.commit("发票随后寄出");
    await click(panel, "#editor-save");
    const kept = await stage.until("the reply is kept", () =>
      panel.evaluate(() => document.querySelector("#replies .reply[data-own]")?.textContent),
    );
    assert(kept.includes("开票的话") && kept.includes("发票随后寄出"), `kept is ${kept}`);
    await stage.shot("ime panel kept");
  },
});
