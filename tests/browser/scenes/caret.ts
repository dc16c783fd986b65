/** The list at the caret: a slash or an abbreviation, arrows, Enter. */

import assert from "node:assert/strict";
import type { Stage } from "../harness/stage.ts";
import { add, hasFocus } from "../harness/library.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

interface Shown {
  titles: string[];
  chosen: number;
}

/** The rows of the list, and which one is chosen. */
async function listed(stage: Stage): Promise<Shown | null> {
  return stage.session.shadow(stage.page, (root) => {
    const rows = [...root.querySelectorAll(".list .option")];
    if (rows.length === 0) return null;
    return {
      titles: rows.map((row) => row.querySelector(".title")?.textContent ?? ""),
      chosen: rows.findIndex((row) => row.getAttribute("aria-selected") === "true"),
    };
  });
}

async function opens(stage: Stage, wanted: (shown: Shown) => boolean): Promise<Shown> {
  return stage.until("the list at the caret", async () => {
    const shown = await listed(stage);
    return shown !== null && wanted(shown) ? shown : null;
  });
}

async function closes(stage: Stage): Promise<void> {
  await stage.until("no list at the caret", async () => (await listed(stage)) === null);
}

export const caret: Scene[] = [
  ...["console.html", "editable.html", "frame.html"].map(
    (page): Scene => ({
      name: `list: on ${page} a slash finds, arrows choose, Enter inserts and sends nothing`,
      page,
      play: async (stage) => {
        const { console, page: tab } = stage;
        await stage.panel();
        await console.type("好的，");
        const sent = await console.sent();
        await tab.keyboard.type("/yunfeixian");
        const { titles } = await opens(stage, (shown) => shown.titles[0]?.includes("运费险") === true);
        assert(titles.length > 0);
        await stage.shot(`list ${page} 1 open`);
        await stage.press("Enter");
        await stage.panelSays(say("notice_inserted"));
        await closes(stage);
        const draft = await console.draft();
        assert(draft.startsWith("好的，") && !draft.includes("/"), `what was typed is replaced: ${draft}`);
        await stage.rest();
        assert.deepEqual(await console.sent(), sent, "the Enter that took the reply sends nothing");
        await stage.shot(`list ${page} 2 inserted`);
        await stage.press("Control+z");
        await console.reads("好的，/yunfeixian");
      },
    }),
  ),
  {
    name: "list: a search that finds nothing is not sent by the first Enter",
    page: "console.html",
    play: async (stage) => {
      const { console, page: tab } = stage;
      await stage.panel();
      const sent = await console.sent();
      await console.type("/xyzqq");
      await stage.overlaySays(say("page_list_none").replace(/\s+/g, " "));
      await stage.shot("list nothing found");
      await stage.press("Enter");
      await closes(stage);
      await stage.rest();
      assert.deepEqual(await console.sent(), sent);
      await console.reads("/xyzqq");
      // Who does mean it presses Enter once more.
      await tab.keyboard.press("Enter");
      await stage.until("it is sent", async () => (await console.sent()).at(-1) === "/xyzqq");
    },
  },
  {
    name: "list: arrows go round the choice, Escape closes it and it stays closed for that word",
    page: "console.html",
    play: async (stage) => {
      const { console, page: tab } = stage;
      await stage.panel();
      await console.type("/");
      const all = await opens(stage, (shown) => shown.titles.length === 9 && shown.chosen === 0);
      await stage.press("ArrowDown");
      await opens(stage, (shown) => shown.chosen === 1);
      await stage.press("ArrowUp");
      await opens(stage, (shown) => shown.chosen === 0);
      await stage.press("Escape");
      await closes(stage);
      await tab.keyboard.type("fp");
      await console.reads("/fp");
      await stage.checked();
      assert.equal(await listed(stage), null, "it stays closed while the word is typed on");
      await console.clear();
      await tab.keyboard.type("/");
      const again = await opens(stage, (shown) => shown.chosen === 0);
      assert.deepEqual(again.titles, all.titles);
      await console.clear();
      // Where nobody means a list.
      for (const words of ["运费是1/2", "http:/", "和/或"]) {
        await tab.keyboard.type(words);
        await console.reads(words);
        await stage.checked();
        assert.equal(await listed(stage), null, `a list for ${words}`);
        await console.clear();
      }
    },
  },
  {
    name: "list: an abbreviation alone is taken by Tab; after other words Enter sends until an arrow chooses",
    page: "console.html",
    play: async (stage) => {
      const { console, page: tab } = stage;
      await stage.panel();
      await console.type("nh");
      await opens(stage, (shown) => shown.chosen === 0);
      await stage.press("Tab");
      await stage.panelSays(say("notice_inserted"));
      const greeting = await console.draft();
      assert(greeting.startsWith("您好"), greeting);
      await console.clear();
      await tab.keyboard.type("在的，nh");
      await opens(stage, (shown) => shown.chosen === -1);
      await stage.shot("list abbreviation 1 not chosen");
      await stage.press("ArrowDown");
      await opens(stage, (shown) => shown.chosen === 0);
      await stage.press("Enter");
      await console.reads(`在的，${greeting}`);
      await console.clear();
      await tab.keyboard.type("在的，nh");
      await opens(stage, (shown) => shown.chosen === -1);
      await stage.press("Enter");
      await stage.until("sent as typed", async () => (await console.sent()).includes("在的，nh"));
    },
  },
  {
    name: "list: Alt and Ctrl with a digit take that row, and a row can be clicked",
    page: "console.html",
    play: async (stage) => {
      const { console, page: tab } = stage;
      await stage.panel();
      await console.type("/tuihuo");
      await opens(stage, (shown) => shown.titles.length > 1);
      await stage.clickOn(".list .option:nth-child(1)");
      await closes(stage);
      await stage.until("the composer has the focus", () => console.focused());
      await stage.until("the words are replaced or asked for", async () => {
        return !(await console.draft()).includes("/") || (await (await stage.panel()).$("#form")) !== null;
      });
      await stage.press("Escape");
      await console.clear();
      await tab.keyboard.type("nh");
      await opens(stage, (shown) => shown.chosen === 0);
      await stage.press("Control+1");
      await stage.until("the greeting", async () => (await console.draft()).startsWith("您好"));
    },
  },
  {
    name: "list: an input method that composes behind the slash keeps its keys",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await console.type("/");
      await opens(stage, (shown) => shown.chosen === 0);
      const method = await stage.session.inputMethod(stage.page);
      await method.compose("fapiao");
      await console.reads("/fapiao");
      await stage.rest();
      await method.commit("发票");
      await console.reads("/发票");
      const { titles } = await opens(stage, (shown) => shown.titles.some((title) => title.includes("发票")));
      assert(titles.length > 0);
      await stage.shot("list ime 1 committed");
    },
  },
  ...["console.html", "editable.html"].map(
    (page): Scene => ({
      name: `list: on ${page} a space behind an abbreviation puts the reply there, and Backspace right after gives back what was typed`,
      page,
      play: async (stage) => {
        const { console, page: tab } = stage;
        const panel = await stage.panel();
        await add(stage, "请按尺码表选");
        await stage.press("F2");
        await hasFocus(stage, "editor");
        await panel.type("#editor-letters", "cm");
        await stage.press("Enter");
        await stage.panelSays(say("notice_saved"));
        // Alone any, among other words one of her own, and a unit is a unit.
        await console.clear();
        await tab.keyboard.type("nh");
        await opens(stage, (shown) => shown.chosen === 0);
        await stage.overlaySays(say("page_list_space").replace(/\s+/g, " "));
        await stage.press(" ");
        await stage.until("the greeting", async () => (await console.draft()).startsWith("您好"));
        await console.clear();
        for (const words of ["长60cm ", "在的，nh "]) {
          await tab.keyboard.type(words);
          await console.holds(words.trimEnd());
          await stage.checked();
          assert.equal((await console.draft()).trimEnd(), words.trimEnd());
          await console.clear();
        }
        await tab.keyboard.type("亲，cm");
        await opens(stage, (shown) => shown.chosen === -1);
        await stage.shot(`list ${page} 3 space`);
        await stage.press(" ");
        await console.reads("亲，请按尺码表选");
        await stage.panelSays(say("notice_inserted"));
        await stage.press("Backspace");
        await stage.until("what was typed", async () => (await console.draft()).trimEnd() === "亲，cm");
        await tab.keyboard.type("长");
        await console.holds("长");
        assert.match(await console.draft(), /^亲，cm[ \u00a0]长$/);
        await stage.press("Backspace");
        await stage.press("Backspace");
        // The space counts as typed only once the draft without it was looked at.
        await console.reads("亲，cm");
        await opens(stage, (shown) => shown.chosen === -1);
        await stage.checked();
        await stage.press(" ");
        await console.reads("亲，请按尺码表选");
        await stage.panelSays(say("notice_inserted"));
        // One undo takes it back as well, and typing goes on behind it.
        await stage.press("Control+z");
        await stage.until("undone", async () => (await console.draft()).trimEnd() === "亲，cm");
        // A browser may select what its undo brings back.
        await stage.press("End");
        await stage.press("Backspace");
        await console.reads("亲，cm");
        await opens(stage, (shown) => shown.chosen === -1);
        await stage.checked();
        await stage.press(" ");
        await console.reads("亲，请按尺码表选");
        await tab.keyboard.type("你");
        // What is typed and taken back before it was looked at is as if never typed.
        await stage.panelSays("称呼客户用“您”");
        await stage.press("Backspace");
        await stage.press("Backspace");
        await stage.rest();
        await console.reads("亲，请按尺码表");
      },
    }),
  ),
  {
    name: "list: an input method keeps its space, also where its letters are an abbreviation",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await (await console.composer()).click();
      const method = await stage.session.inputMethod(stage.page);
      // The letters stand in the composer while the space chooses a candidate.
      await method.compose("nh");
      await console.reads("nh");
      await stage.rest();
      assert.equal(await listed(stage), null);
      await method.commit("你好");
      await console.reads("你好");
      await stage.checked();
      assert.equal(await console.draft(), "你好");
      // What it commits as letters is an abbreviation like one that is typed.
      await console.clear();
      await method.compose("nh");
      await method.commit("nh");
      await opens(stage, (shown) => shown.chosen === 0);
      await console.reads("nh");
    },
  },
];
