/** What the agent has made is there again: after a restart, and after there was no room for it. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Frame } from "puppeteer-core";
import { click } from "../harness/hand.ts";
import { add, hasFocus, own, records } from "../harness/library.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** What is said of a reply's uses, without the number. */
const USED = say("reply_uses").split("$")[0] ?? "";

/** What the panel says of the chosen reply below the list. */
function details(panel: Frame): Promise<string> {
  return panel.$eval("#details", (details) => details.textContent ?? "");
}

/** A storage, and what it lets a scene do. Each function travels to the panel as text. */
interface Store {
  what: string;
  page: string;
  scene: Partial<Scene>;
  /** Puts so much into it that nothing else has room. */
  fill: () => void | Promise<void>;
  empty: () => void | Promise<void>;
  /** How many replies it holds. */
  replies: () => number | Promise<number>;
}

const STORES: Store[] = [
  {
    what: "the extension's storage",
    page: "console.html",
    // Firefox sets no bound of its own to it.
    scene: { only: "chromium" },
    fill: async () => {
      const { local } = chrome.storage;
      const used = await local.getBytesInUse(null);
      const names = 'filler""'.length;
      await local.set({ filler: "x".repeat(local.QUOTA_BYTES - used - names) });
    },
    empty: () => chrome.storage.local.remove("filler"),
    replies: async () => {
      const keys = Object.keys(await chrome.storage.local.get(null));
      return keys.filter((key) => key.startsWith("reply:")).length;
    },
  },
  {
    what: "the site's storage",
    page: "index.html",
    scene: { wants: { extension: false } },
    fill: () => {
      let filler = "";
      for (let more = 1 << 20; more > 0; ) {
        try {
          localStorage.setItem("filler", filler + "x".repeat(more));
          filler += "x".repeat(more);
        } catch {
          more >>= 1;
        }
      }
    },
    empty: () => localStorage.removeItem("filler"),
    replies: () => Object.keys(localStorage).filter((key) => key.startsWith("reply:")).length,
  },
];

export const keeping: Scene[] = [
  {
    name: "keeping: after the browser was closed and opened, the agent's replies, their order and their uses are there",
    page: "console.html",
    wants: { restarts: true },
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      for (const words of ["头一句", "第二句", "第三句"]) await add(stage, words);
      await hasFocus(stage, "search");
      await stage.press("Alt+ArrowDown");
      await stage.until("moved down", async () => (await own(panel)).join() === "第二句,头一句,第三句");
      await stage.press("Alt+Delete");
      await stage.until("one thrown away", async () => (await own(panel)).join() === "第二句,第三句");
      await console.clear();
      await stage.press("Alt+2");
      await console.reads("第三句");
      await stage.panelSays(say("notice_inserted"));
      const kept = await stage.until("everything is kept", async () => {
        const all = await records(panel);
        const { ids = {} } = (all["replies:uses"] ?? {}) as { ids?: object };
        return Object.keys(ids).length === 1 ? all : null;
      });
      assert.deepEqual(
        Object.keys(kept).map((key) => key.split(":")[0]).sort(),
        ["bin", "replies", "replies", "reply", "reply"],
      );

      const again = await stage.restart();
      const later = await again.panel();
      await again.until("the same replies in the same order", async () => (await own(later)).join() === "第二句,第三句");
      assert.deepEqual(await records(later), kept);
      await (await again.console.composer()).click();
      await again.press("Alt+q");
      await hasFocus(again, "search");
      await again.page.keyboard.type("第三句");
      await again.press("Alt+i");
      await again.until("it was used", async () => (await details(later)).includes(USED));
      await again.shot("keeping 1 restarted");
      await again.press("Enter");
      await again.console.reads("第三句");
    },
  },
  ...STORES.map(
    ({ what, page, scene, fill, empty, replies }): Scene => ({
      name: `keeping: where ${what} is full that is said, nothing is lost, and with room again it is kept`,
      page,
      ...scene,
      play: async (stage) => {
        const { console } = stage;
        const panel = await stage.panel();
        const name = what.replace(/\W+/g, " ");
        const all = ["放得下的一句", "放不下的一句"];
        await add(stage, "放得下的一句");
        await stage.until("it is kept", async () => (await panel.evaluate(replies)) === 1);
        await panel.evaluate(fill);
        await add(stage, "放不下的一句");
        await stage.panelSays(say("notice_full"));
        await stage.panelSays(say("unkept").replace("$FIRST$", "1"));
        await stage.shot(`keeping 2 full ${name}`);
        // It is there to be used, and a use that is not counted is nothing to stop for.
        assert.deepEqual(await own(panel), all);
        await console.clear();
        await stage.press("Alt+2");
        await console.reads("放不下的一句");
        await stage.panelSays(say("notice_inserted"));
        await stage.rest();
        await stage.panelSays(say("notice_inserted"));
        assert.equal(await panel.evaluate(replies), 1);
        await panel.evaluate(empty);
        await click(panel, ".strip button");
        await stage.until("both are kept", async () => (await panel.evaluate(replies)) === 2);
        await stage.until("nothing is said any more", async () => (await panel.$(".strip button")) === null);
        await stage.page.reload();
        const again = await stage.panel();
        await stage.until("both are there", async () => (await own(again)).join() === all.join());
      },
    }),
  ),
  {
    name: "keeping: what the first version kept is read by this one",
    page: "console.html",
    play: async (stage) => {
      const kept = JSON.parse(await readFile("tests/library/first-format.json", "utf8")) as Record<string, unknown>;
      const first = await stage.panel();
      await first.evaluate((kept) => chrome.storage.local.set(kept), kept);
      await stage.page.reload();
      const panel = await stage.panel();
      await stage.until("the reply that may be said", async () => (await own(panel)).join() === "顺丰");
      await click(panel, "#open-shelf");
      await click(panel, "#away");
      await stage.until("the one of a console elsewhere", async () => (await own(panel)).join() === "双11");
      assert.equal(await panel.$(".strip[role=status]"), null, "a record was set aside");
    },
  },
];
