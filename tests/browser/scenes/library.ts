/** The agent's own replies: added, edited, moved, thrown away, brought back, kept. */

import assert from "node:assert/strict";
import type { ElementHandle } from "puppeteer-core";
import { add, hasFocus, own, records, titles } from "../harness/library.ts";
import { ask, until } from "../harness/until.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

export const library: Scene[] = [
  {
    name: "library: the draft becomes a reply in two keys, is found, edited in place, and the shop's is copied",
    page: "console.html",
    play: async (stage) => {
      const { console, page: tab } = stage;
      const panel = await stage.panel();
      await console.type("小鹿专用的第一句");
      await stage.press("Alt+s");
      await hasFocus(stage, "editor");
      await stage.shot("library 1 editor");
      await stage.press("Enter");
      await stage.panelSays(say("notice_saved"));
      await stage.until("it stands first", async () => (await titles(panel))[0] === "小鹿专用的第一句");
      await stage.shot("library 2 added");
      // Edited where it stands.
      await hasFocus(stage, "search");
      await stage.press("F2");
      await hasFocus(stage, "editor");
      await stage.press("Control+a");
      await tab.keyboard.type("第一句改过");
      await stage.press("Enter");
      await stage.until("its new title", async () => (await own(panel)).join() === "第一句改过");
      await hasFocus(stage, "search");
      // What it says is checked while it is written.
      await stage.press("F2");
      await hasFocus(stage, "editor");
      await panel.focus("#editor-body");
      await stage.press("Control+a");
      await tab.keyboard.type("本店不支持退货");
      await stage.until("a finding under the words", async () => (await panel.$$(".editor-marks li")).length === 1);
      await stage.press("Control+Enter");
      await stage.panelSays(say("notice_unfitting"));
      await stage.shot("library 3 finding");
      await stage.press("Escape");
      await stage.panelSays(say("notice_unsaved"));
      await stage.press("Escape");
      await stage.until("the editor is closed", async () => (await panel.$("#editor")) === null);
      // One of the shop's is copied.
      await hasFocus(stage, "search");
      await tab.keyboard.type("开发票");
      await stage.until("the shop's reply", async () => (await titles(panel))[0] === "开发票");
      await stage.press("F2");
      await hasFocus(stage, "editor");
      await stage.press("Enter");
      await stage.until("a copy of it", async () => (await own(panel)).includes("开发票"));
      await stage.press("Alt+i");
      await panel.waitForSelector("#details");
      await stage.shot("library 4 details");
    },
  },
  {
    name: "library: own replies are moved by key and by drag, thrown away, brought back and undone",
    page: "console.html",
    play: async (stage) => {
      const { page: tab } = stage;
      const panel = await stage.panel();
      for (const words of ["头一句", "第二句", "第三句"]) await add(stage, words);
      assert.deepEqual(await own(panel), ["头一句", "第二句", "第三句"]);
      await hasFocus(stage, "search");
      await stage.press("Alt+ArrowDown");
      await stage.until("moved down", async () => (await own(panel)).join() === "第二句,头一句,第三句");
      // By its handle, below the last.
      const at = async (css: string) => {
        const handle = await panel.waitForSelector(css);
        const box = await handle?.boundingBox();
        if (!box) throw new Error(`${css} is not on screen`);
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      const rows = await panel.$$("#replies .reply[data-own]");
      await rows[0]?.hover();
      const from = await at("#replies .reply[data-own]:nth-child(1) .handle");
      const to = await at("#replies .reply[data-own]:nth-child(3)");
      await tab.mouse.move(from.x, from.y);
      await tab.mouse.down();
      await tab.mouse.move(from.x, from.y + 20, { steps: 3 });
      await tab.mouse.move(to.x, to.y + 12, { steps: 5 });
      await stage.shot("library 5 dragging");
      await tab.mouse.up();
      await stage.until("dragged to the end", async () => (await own(panel)).join() === "头一句,第三句,第二句");
      assert.equal(await stage.console.draft(), "第三句", "dragging inserts nothing");
      // Away, and back by undo; away again, and back from the bin.
      await panel.focus("#search");
      await stage.press("Alt+Delete");
      await stage.until("one fewer", async () => (await own(panel)).length === 2);
      await stage.press("Control+z");
      await stage.until("undone", async () => (await own(panel)).length === 3);
      await panel.focus("#search");
      const [gone] = await own(panel);
      await stage.press("Alt+Delete");
      await stage.until("one fewer again", async () => (await own(panel)).length === 2);
      await panel.click("#open-shelf");
      await stage.shot("library 6 shelf");
      await panel.click(".shelf button:nth-of-type(1)");
      await panel.waitForSelector(".thrown");
      await stage.shot("library 7 bin");
      await panel.click(".thrown .plain");
      await stage.until("the bin is empty", async () => (await panel.$(".thrown")) === null);
      await stage.press("Escape");
      await stage.until("it is back", async () => (await own(panel)).includes(gone ?? ""));
    },
  },
  {
    name: "library: a reply that lets one choose asks by radio buttons, and Enter inserts what was chosen",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await add(stage, "发{快递|顺丰|中通}");
      await stage.console.clear();
      await stage.press("Alt+1");
      await hasFocus(stage, "field-0");
      await stage.shot("library 10 choice");
      await stage.press("ArrowDown");
      await stage.until("the second is chosen", () =>
        panel.$$eval(".form input[type=radio]", (all) => all.findIndex((it) => (it as HTMLInputElement).checked) === 1),
      );
      await stage.press("Enter");
      await stage.console.reads("发中通");
    },
  },
  {
    name: "library: what is hidden is listed by itself, and shown again",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      const press = async (word: string) => {
        const buttons = await panel.$$("#details button");
        for (const button of buttons) {
          if ((await button.evaluate((it) => it.textContent)) === say(word)) return button.click();
        }
        throw new Error(`no button ${word}`);
      };
      await panel.focus("#search");
      await stage.page.keyboard.type("开发票");
      await stage.until("the shop's reply", async () => (await titles(panel))[0] === "开发票");
      await stage.press("Alt+i");
      await panel.waitForSelector("#details");
      await press("reply_hide");
      await stage.until("it is gone", async () => !(await titles(panel)).includes("开发票"));
      await panel.click("#open-shelf");
      await panel.click("#away");
      await stage.until("it alone", async () => (await titles(panel)).join() === "开发票");
      await stage.shot("library 11 hidden");
      await stage.until("its details", async () => (await panel.$("#replies .why-not")) !== null);
      await press("reply_show");
      await stage.until("it is back", async () => (await titles(panel))[0] === "开发票" && (await panel.$("#replies .why-not")) === null);
    },
  },
  {
    name: "library: a file is looked at row by row before anything changes, then imported as one step and undone",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await add(stage, "您好，在的");
      await panel.focus("#search");
      await panel.click("#open-shelf");
      const file = await panel.waitForSelector("#import");
      await (file as ElementHandle<HTMLInputElement>).uploadFile(`${process.cwd()}/tests/browser/files/qianniu-gb18030.csv`);
      await panel.waitForSelector(".planned");
      const fates = await panel.$$eval(".planned .fate", (all) => all.map((fate) => fate.textContent));
      assert.deepEqual(fates, ["fate_new", "fate_duplicate", "fate_new", "fate_refused"].map((word) => say(word)));
      await stage.shot("library 8 dry run");
      assert.equal((await own(panel)).length, 1, "looking changes nothing");
      await stage.press("Escape");
      await stage.until("the dry run is closed", async () => (await panel.$(".plan")) === null);
      await (file as ElementHandle<HTMLInputElement>).uploadFile(`${process.cwd()}/tests/browser/files/qianniu-gb18030.csv`);
      await panel.waitForSelector(".planned");
      await panel.click("#plan-import");
      await stage.until("imported", async () => (await own(panel)).length === 3);
      await panel.click(".footer .text");
      await stage.until("undone as one", async () => (await own(panel)).length === 1);
    },
  },
  {
    name: "library: what another tab writes is there, a record that cannot be read is set aside, and a reload keeps all",
    page: "console.html",
    play: async (stage) => {
      const { session, site } = stage;
      const panel = await stage.panel();
      await add(stage, "留得住的一句");
      await stage.until("it is kept", async () => {
        const keys = Object.keys(await records(panel));
        return keys.some((key) => key.startsWith("reply:"));
      });
      // Another tab adds one, and the first hears of it.
      const other = await session.browser.newPage();
      await other.goto(site.at("console.html"));
      await other.bringToFront();
      const elsewhere = await until(other, "the other panel", async () => {
        for (const frame of other.frames()) {
          const path = await ask(() => frame.evaluate(() => location.pathname));
          if (path?.endsWith("/panel/panel.html") && (await frame.$("#search"))) return frame;
        }
        return null;
      });
      await until(other, "the same replies there", async () => (await own(elsewhere)).join() === "留得住的一句");
      await elsewhere.click("#add-reply");
      await elsewhere.waitForSelector("#editor");
      await elsewhere.type("#editor", "另一页写的");
      await elsewhere.type("#editor-body", "另一页写的，这里也有。");
      await elsewhere.click("#editor-save");
      await until(other, "it is kept", async () => {
        const keys = Object.keys(await records(elsewhere));
        return keys.filter((key) => key.startsWith("reply:")).length === 2;
      });
      await stage.page.bringToFront();
      await stage.until("both tabs have it", async () => (await own(panel)).includes("另一页写的"));
      await other.close();
      // Half a record is no reason to lose the others.
      await panel.evaluate(() => chrome.storage.local.set({ "reply:own-half": { format: 1, reply: 7 } }));
      await stage.panelSays(say("aside").replace("$FIRST$", "1"));
      await stage.shot("library 9 set aside");
      await stage.page.reload();
      const again = await stage.panel();
      await stage.until("both are still there", async () => (await own(again)).length === 2);
      const aside = Object.keys(await records(again));
      assert(aside.includes("aside:reply:own-half"), "what cannot be read is kept");
    },
  },
];
