/** Ends and beginnings: the panel's crash, the extension's reload. */

import assert from "node:assert/strict";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";

/** How many elements of ours the page holds. */
const hosts = (stage: Stage) =>
  stage.page.evaluate(() => document.querySelectorAll("[data-deti-host]").length);

export const life: Scene[] = [
  {
    name: "life: when the panel is killed while typing, sending works, the badge says so, and it can be started again",
    page: "console.html",
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await stage.panel();
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.session.killPanel(page, panel);
      await page.keyboard.type("，真的");
      await stage.overlaySays(say("page_check_off"));
      await stage.underlines();
      await stage.shot("life killed 1 badge");
      await stage.press("Enter");
      await stage.until("the message is sent", async () =>
        (await console.sent()).includes("抱歉，无法开具发票，真的"),
      );
      assert.equal(await console.draft(), "");

      // It starts again by itself once; the check is back.
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      assert(!(await stage.overlay()).includes(say("page_check_off")), "the badge is gone");
      await stage.shot("life killed 2 back");
    },
  },
  {
    name: "life: after the extension was reloaded, nothing of the old one acts and the new one works",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      const old = await stage.page.waitForSelector("[data-deti-host]");
      await stage.session.reload();
      // The old element stands there until the new script has come.
      await stage.until("the old element is gone", async () => !(await old?.evaluate((it) => it.isConnected)));
      await stage.until("one element of ours on the page", async () => (await hosts(stage)) === 1);
      await stage.panel();
      await stage.underlines(WARNED.mark);
      await (await console.composer()).focus();
      await stage.press("Alt+Enter");
      await console.reads(WARNED.rewritten);
      await stage.press("Enter");
      await stage.until("the message is sent", async () =>
        (await console.sent()).includes(WARNED.rewritten),
      );
      await stage.rest();
      const sent = (await console.sent()).filter((text) => text === WARNED.rewritten);
      assert.equal(sent.length, 1, "sent once");
      assert.equal(await hosts(stage), 1);
    },
  },
  {
    name: "life: the composer may be replaced by another one, and the check follows",
    page: "console.html",
    play: async (stage) => {
      const { console, page } = stage;
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await console.show("c-5112");
      await console.reads("");
      await stage.underlines();
      await console.type("不好意思");
      await stage.underlines("warn 不好意思");
      await page.evaluate(() => {
        const old = document.querySelector("#composer");
        old?.replaceWith(old.cloneNode(true));
      });
      // The copy holds what the old one held.
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark, WARNED.mark);
    },
  },
];
