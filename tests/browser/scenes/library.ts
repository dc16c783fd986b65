/** The agent's own replies: added, edited, moved, thrown away, brought back, kept. */

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { click } from "../harness/hand.ts";
import { add, anotherTab, bring, exported, fileAt, hasFocus, hasFocusIn, own, records, titles } from "../harness/library.ts";
import { selectAll } from "../harness/selection.ts";
import { until } from "../harness/until.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** The same two replies as each tool writes them; tables in both encodings. */
const FILES = [
  "two-qianniu.csv", "two-keehoo.csv", "two-text-blaze.json", "two-espanso.yml",
  "two.csv", "two-gb18030.csv", "two.xlsx", "two.toml",
];

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
      await selectAll(stage.page);
      await tab.keyboard.type("第一句改过");
      await stage.press("Enter");
      await stage.until("its new title", async () => (await own(panel)).join() === "第一句改过");
      await hasFocus(stage, "search");
      // What it says is checked while it is written.
      await stage.press("F2");
      await hasFocus(stage, "editor");
      await panel.focus("#editor-body");
      await selectAll(stage.page);
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
      // The editor is gone a moment before the keyboard is back where it was.
      await hasFocus(stage, "search");
      await stage.press("Alt+i");
      await panel.waitForSelector("#details");
      await stage.shot("library 4 details");
    },
  },
  {
    name: "library: the editor tells of the other script's words when they stay as they were",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await panel.focus("#search");
      await stage.press("F2");
      await hasFocus(stage, "editor");
      // The shop's reply has both scripts; only one is changed.
      await panel.focus("#editor-body");
      await selectAll(stage.page);
      await stage.page.keyboard.type("另一句问候");
      await stage.panelSays(say("editor_old_hant"));
      await stage.shot("library 11 other script");
    },
  },
  {
    name: "library: a dry run names the script whose words a row leaves as they were",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      const old = say("why_old_hant").replace("$FIRST$", say("editor_body"));
      await bring(stage, fileAt("both-scripts.csv"));
      assert(!(await stage.says()).includes(old));
      await click(panel, "#plan-import");
      await stage.until("one of the agent's own", async () => (await own(panel)).length === 1);
      assert.deepEqual(await bring(stage, fileAt("one-script.csv")), [say("fate_changed")]);
      await stage.panelSays(old);
      await stage.shot("library 14 one script");
    },
  },
  {
    name: "library: a long title leaves room for what else its row says",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      const title = "关于双十一期间下单未付款的订单何时关闭以及怎样重新下单的说明";
      await add(stage, "说明在此", title);
      const row = () =>
        panel.evaluate(() => {
          const width = (css: string) => {
            const part = document.querySelector<HTMLElement>(`#replies .reply[data-own] ${css}`);
            return part === null ? [0, 0] : [part.clientWidth, part.scrollWidth];
          };
          const mine = document.querySelector("#replies .reply[data-own] .mine")?.getBoundingClientRect();
          const head = document.querySelector("#replies .reply[data-own] .head")?.getBoundingClientRect();
          return { title: width(".called"), mine: width(".mine"), within: (mine?.right ?? 0) <= (head?.right ?? 0) };
        });
      const { title: cut, mine, within } = await row();
      assert.ok((cut[0] ?? 0) > 0 && (cut[0] ?? 0) < (cut[1] ?? 0), `the title is cut: ${cut.join(" of ")}`);
      assert.ok((mine[0] ?? 0) > 0 && mine[0] === mine[1] && within, `one's own is seen: ${mine.join(" of ")}`);
      await stage.shot("library 13 long title");
    },
  },
  {
    name: "library: half a day is not taken for none",
    page: "console.html",
    // Firefox tells nobody that a day is only half there: it is as if nothing stood in the box.
    only: "chromium",
    play: async (stage) => {
      const panel = await stage.panel();
      await panel.focus("#search");
      await stage.press("F2");
      await hasFocus(stage, "editor");
      await panel.focus("#editor-until");
      await stage.page.keyboard.type("1");
      await stage.press("Enter");
      await stage.shot("library 12 half a day");
      await hasFocus(stage, "editor-until");
      assert.deepEqual(await own(panel), []);
      await stage.press("Backspace");
      await stage.press("Enter");
      await stage.panelSays(say("notice_saved"));
      assert.equal((await own(panel)).length, 1);
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
      await click(panel, "#open-shelf");
      await stage.shot("library 6 shelf");
      await click(panel, ".shelf button:nth-of-type(1)");
      await panel.waitForSelector(".thrown");
      await stage.shot("library 7 bin");
      await click(panel, ".thrown .plain");
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
          if ((await button.evaluate((it) => it.textContent)) === say(word)) return click(panel, button);
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
      await click(panel, "#open-shelf");
      await click(panel, "#away");
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
      await click(panel, "#open-shelf");
      const file = fileAt("qianniu-gb18030.csv");
      const fates = ["fate_new", "fate_duplicate", "fate_new", "fate_refused"].map((word) => say(word));
      assert.deepEqual(await bring(stage, file), fates);
      await stage.shot("library 8 dry run");
      assert.equal((await own(panel)).length, 1, "looking changes nothing");
      await stage.press("Escape");
      await stage.until("the dry run is closed", async () => (await panel.$(".plan")) === null);
      await bring(stage, file);
      await click(panel, "#plan-import");
      await stage.until("imported", async () => (await own(panel)).length === 3);
      await click(panel, ".footer .text");
      await stage.until("undone as one", async () => (await own(panel)).length === 1);
    },
  },
  {
    name: "library: what another tab writes is there, a record that cannot be read is set aside, and a reload keeps all",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await add(stage, "留得住的一句");
      await stage.until("it is kept", async () => {
        const keys = Object.keys(await records(panel));
        return keys.some((key) => key.startsWith("reply:"));
      });
      // Another tab adds one, and the first hears of it.
      const { page: other, panel: elsewhere } = await anotherTab(stage);
      await until(other, "the same replies there", async () => (await own(elsewhere)).join() === "留得住的一句");
      await click(elsewhere, "#add-reply");
      await hasFocusIn(other, elsewhere, "editor");
      await elsewhere.type("#editor", "另一页写的");
      await elsewhere.type("#editor-body", "另一页写的，这里也有。");
      await click(elsewhere, "#editor-save");
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
  {
    name: "library: two tabs that edit one reply at once: the later words stand, the others are in the bin",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await add(stage, "第一句");
      await stage.press("F2");
      await hasFocus(stage, "editor");
      await panel.focus("#editor-body");
      await selectAll(stage.page);
      await stage.page.keyboard.type("这一页改的话");
      const { page: other, panel: elsewhere } = await anotherTab(stage);
      await until(other, "the same reply there", async () => (await own(elsewhere)).join() === "第一句");
      await elsewhere.focus("#search");
      await other.keyboard.press("F2");
      await hasFocusIn(other, elsewhere, "editor");
      await elsewhere.$eval("#editor-body", (box) => (box as HTMLTextAreaElement).select());
      await elsewhere.type("#editor-body", "另一页改的话");
      await click(elsewhere, "#editor-save");
      await until(other, "it is saved there", async () => (await elsewhere.$("#editor")) === null);
      await stage.page.bringToFront();
      await stage.until("this tab has heard of it", async () => (await stage.says()).includes("另一页改的话"));
      await click(panel, "#editor-save");
      await stage.until("the later words", async () =>
        (await panel.$eval("#replies .words", (words) => words.getAttribute("title"))) === "这一页改的话",
      );
      await stage.panelSays(say("notice_saved_over"));
      await click(panel, "#open-shelf");
      await click(panel, ".shelf button:nth-of-type(1)");
      await panel.waitForSelector(".thrown");
      const thrown = await panel.$$eval(".thrown", (all) => all.map((row) => row.textContent ?? ""));
      assert(thrown.length === 1 && thrown[0]?.includes("另一页改的话"), `in the bin: ${thrown.join(" / ")}`);
      await other.close();
    },
  },
  {
    name: "library: a file of every format is looked at first, imported as one step, and undone",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await panel.focus("#search");
      await click(panel, "#open-shelf");
      for (const name of FILES) {
        const fates = await bring(stage, fileAt(name));
        assert.deepEqual(fates, [say("fate_new"), say("fate_new")], name);
        assert.equal((await own(panel)).length, 0, `${name} is only looked at`);
        await click(panel, "#plan-import");
        await stage.until(`${name} is imported`, async () => (await own(panel)).length === 2);
        const words = await panel.$$eval("#replies .reply[data-own] .words", (all) =>
          all.map((row) => row.getAttribute("title") ?? ""),
        );
        assert(words.some((row) => row.includes("发票随货寄出")), `${name}: ${words.join(" / ")}`);
        await click(panel, ".footer .text");
        await stage.until(`${name} is undone as one`, async () => (await own(panel)).length === 0);
      }
    },
  },
  {
    name: "library: what other replies say goes out in full, what is nowhere is named, and a pack comes back as it was",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await add(stage, "好的，{snippet:welcome-back}", "欢迎");
      await panel.focus("#search");
      await click(panel, "#open-shelf");
      const keehoo = await exported(stage, "k");
      const text = new TextDecoder("utf-8", { fatal: true }).decode(keehoo);
      const words = await panel.$eval("#replies .reply[data-own] .words", (row) => row.getAttribute("title") ?? "");
      assert(words.startsWith("好的，") && words.length > 10, words);
      assert(text.includes(words), `${words} is not in ${text}`);
      await stage.panelSays(say("loss_snippet"));
      await stage.shot("library 12 exported");
      await add(stage, "{snippet:gone}好", "找不到");
      await panel.focus("#search");
      const pack = await exported(stage, "ArrowDown");
      await stage.panelSays(say("loss_of").replace("$FIRST$", say("loss_nowhere")).replace("$SECOND$", "1 gone"));
      const kept = new TextDecoder("utf-8", { fatal: true }).decode(pack);
      assert(kept.includes("好的，{snippet:welcome-back}") && kept.includes("{snippet:gone}好"), kept);
      const folder = await mkdtemp(join(tmpdir(), "deti-pack-"));
      try {
        await writeFile(join(folder, "deti-replies.toml"), pack);
        assert.deepEqual(await bring(stage, join(folder, "deti-replies.toml")), Array(2).fill(say("fate_duplicate")));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
  {
    name: "library: what was not used for ninety days and what says the same are listed by themselves, to be thrown away",
    page: "console.html",
    play: async (stage) => {
      const first = await stage.panel();
      const reply = (id: string, body: string, updated: number) => ({
        [`reply:${id}`]: { format: 1, reply: { id, title: id, body }, updated, written: updated, past: [] },
      });
      const [now, day] = [Date.now(), 86_400_000];
      const kept = {
        ...reply("旧的", "很久没说过的话", now - 120 * day),
        ...reply("常用的", "天天说的话", now - 120 * day),
        ...reply("一", "同样的一句话", now - day),
        ...reply("二", "同样的一句话", now - day),
        "replies:order": { format: 1, ids: ["旧的", "常用的", "一", "二"] },
        "replies:uses": { format: 1, ids: { 常用的: [5, now - day, 1] } },
      };
      await first.evaluate((kept) => chrome.storage.local.set(kept), kept);
      await stage.page.reload();
      const panel = await stage.panel();
      await stage.until("all four", async () => (await own(panel)).length === 4);
      await panel.focus("#search");
      await click(panel, "#open-shelf");
      await click(panel, "#unused");
      await stage.until("the old one alone", async () => (await titles(panel)).join() === "旧的");
      await stage.shot("library 13 unused");
      await hasFocus(stage, "search");
      await stage.press("Alt+Delete");
      // With none left, everything is listed again.
      await stage.until("all the others", async () => (await titles(panel)).length > 3 && (await panel.$("#unused")) === null);
      await click(panel, "#twins");
      await stage.until("both of a kind", async () => (await titles(panel)).join() === "一,二");
      await stage.shot("library 14 twins");
      await hasFocus(stage, "search");
      await stage.press("Escape");
      await stage.until("all again", async () => (await titles(panel)).length > 3);
    },
  },
];
