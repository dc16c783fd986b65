/** The day's check list above the board: what it says, and how an agent goes through it. */

import assert from "node:assert/strict";
import type { ElementHandle, Frame } from "puppeteer-core";
import { axe } from "../harness/axe.ts";
import { board as open, listed } from "../harness/board.ts";
import { click } from "../harness/hand.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** Orders that somebody should look after: more than the list shows at once. */
const FILE = `${process.cwd()}/tests/browser/files/odd-orders.csv`;

/** Takes in the file of orders. */
async function takeIn(stage: Stage, panel: Frame): Promise<void> {
  const file = await panel.waitForSelector("#import-orders");
  await (file as ElementHandle<HTMLInputElement>).uploadFile(FILE);
  await click(panel, "#plan-import");
  await stage.panelSays(say("intake_taken").replace("$FIRST$", "9"));
}

/** The row that has the keyboard, and whether the whole of it is before the agent's eyes. */
async function here(panel: Frame): Promise<{ id: string; seen: boolean }> {
  return panel.evaluate(() => {
    const row = document.activeElement;
    const list = document.querySelector("#daily-list")?.getBoundingClientRect();
    const box = row?.getBoundingClientRect();
    if (!row || !list || !box) return { id: "", seen: false };
    const within = box.top >= list.top - 1 && box.bottom <= list.bottom + 1;
    // Nothing lies over its first and its last line.
    const at = (y: number) => row.contains(document.elementFromPoint(box.left + 16, y));
    return { id: row.id, seen: within && at(box.top + 3) && at(box.bottom - 3) };
  });
}

/** Presses a key, and waits until the row at this place has the keyboard and is seen. */
async function goes(stage: Stage, panel: Frame, key: string, place: number): Promise<void> {
  await stage.press(key);
  let now = { id: "", seen: false };
  await stage
    .until(`${key} goes to row ${place}`, async () => {
      now = await here(panel);
      return now.id === `errand-${place}` && now.seen;
    })
    .catch((error: Error) => {
      throw new Error(`${error.message}; it is at ${now.id || "nothing"}${now.seen ? "" : ", out of sight"}`);
    });
}

/** Goes through the whole list by the keyboard, and out of it. */
async function through(stage: Stage, panel: Frame): Promise<void> {
  await panel.focus("#board");
  await goes(stage, panel, "d", 0);
  const last = (await panel.$$(".errand")).length - 1;
  await stage.press("Escape");
  await stage.press("d");
  await goes(stage, panel, "End", last);
  await goes(stage, panel, "Home", 0);
  assert(last >= 9, `${last + 1} rows`);
  await goes(stage, panel, "ArrowDown", 1);
  await goes(stage, panel, "End", last);
  await goes(stage, panel, "ArrowDown", last);
  await goes(stage, panel, "ArrowUp", last - 1);
  // A hand that knows the way does not wait for what it sees.
  await stage.press("ArrowUp");
  await stage.press("ArrowUp");
  await stage.press("ArrowUp");
  await goes(stage, panel, "ArrowUp", last - 5);
  await goes(stage, panel, "Home", 0);
  await goes(stage, panel, "ArrowUp", 0);
  await stage.press("Escape");
  await stage.until("the list is closed, its line has the keyboard", () =>
    panel.evaluate(() => {
      const head = document.activeElement;
      return head?.id === "daily" && head.ariaExpanded === "false";
    }),
  );
}

const checks: Scene[] = [false, true].map((dark): Scene => {
  const theme = dark ? "dark" : "light";
  return {
    name: `daily: the day's check in ${theme}, by the keyboard, at one and a half times the size as well, and axe finds nothing`,
    page: "console.html",
    wants: { limits: ANY_TIME, dark, width: 1280, height: 720 },
    play: async (stage) => {
      const panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await stage.shot(`daily ${theme} 0 before`);
      await takeIn(stage, panel);
      await listed(stage, panel, say("board_never"), "陶瓷花瓶");
      await through(stage, panel);
      await panel.focus("#board");
      await goes(stage, panel, "d", 0);
      await stage.shot(`daily ${theme} 1 open`);
      // Name and badge stand apart, and a short name stands whole.
      const cut = await panel.$$eval(".errand .buyer", (all) =>
        all.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent),
      );
      assert.deepEqual(cut, []);
      const gap = await panel.$eval(".errand .mine", (badge) => {
        const name = badge.previousElementSibling?.getBoundingClientRect();
        return name === undefined ? 0 : badge.getBoundingClientRect().left - name.right;
      });
      assert(gap >= 4, `${gap} px between the name and the badge`);
      assert.deepEqual(await axe(panel), []);
      // The list stays open while the page grows.
      await stage.session.zoom(stage.page, 1.5);
      await goes(stage, panel, "End", (await panel.$$(".errand")).length - 1);
      await stage.shot(`daily ${theme} 2a larger, at the end`);
      await stage.press("Escape");
      await through(stage, panel);
      await panel.focus("#board");
      await goes(stage, panel, "d", 0);
      await stage.shot(`daily ${theme} 2 larger`);
      assert.deepEqual(await axe(panel), []);
      // Enter goes to the order: the list makes room, the board has the keyboard.
      await goes(stage, panel, "ArrowDown", 1);
      await stage.press("Enter");
      await stage.until("the row of the board is chosen", () =>
        panel.evaluate(() => document.activeElement?.id === "board" && document.querySelector("#board [aria-selected=true]")?.textContent?.includes("地垫")),
      );
      await stage.shot(`daily ${theme} 3 larger, chosen`);
    },
  };
});

export const daily: Scene[] = [
  ...checks,
  {
    name: "daily: what is due is offered above the replies; on the board it is its row, which stays where it is, and words find it",
    page: "console.html",
    wants: { limits: ANY_TIME, width: 1280, height: 720 },
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await stage.panel();
      const offered = () => panel.$eval(".due-place", (place) => place.getBoundingClientRect().height > 0);
      const top = () => panel.$eval("#board", (list) => Math.round(list.getBoundingClientRect().top));
      await stage.until("it is offered above the replies", offered);
      // The page counts down to a moment, and here is the moment.
      const says = await panel.$eval(".due", (due) => due.textContent ?? "");
      assert(!says.includes("剩余"), says);
      await stage.shot("daily 1 offered");
      // By the keyboard: no pointer rests on the lists and holds still what is above them.
      await panel.focus("#tab-replies");
      await stage.press("ArrowRight");
      await panel.waitForSelector("#pane-orders.open");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await stage.until("it is offered by its row alone", async () => !(await offered()));
      const before = await top();
      await console.show("c-5112");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await stage.rest();
      assert.equal(await top(), before, "the board stands still when another conversation is opened");

      await takeIn(stage, panel);
      await panel.focus("#board");
      await stage.press("f");
      await stage.until("the box has the keyboard", () =>
        panel.evaluate(() => document.activeElement?.id === "find-order"),
      );
      await page.keyboard.type("小雀 9009");
      const all = () => panel.$$eval("#board [role=option]", (all) => all.map((row) => row.textContent ?? ""));
      await stage.until("one row is left", async () => (await all()).length === 1);
      assert.match((await all()).join(), /陶瓷花瓶/);
      await stage.shot("daily 2 found");
      assert.deepEqual(await axe(panel), []);
      await stage.press("ArrowDown");
      await stage.until("the row is chosen, the list has the keyboard", () =>
        panel.evaluate(
          () =>
            document.activeElement?.id === "board" &&
            document.querySelector("#board [aria-selected=true]")?.textContent?.includes("陶瓷花瓶"),
        ),
      );
      await stage.press("f");
      await stage.until("the box has the keyboard", () =>
        panel.evaluate(() => document.activeElement?.id === "find-order"),
      );
      await stage.press("Escape");
      await stage.until("every row is there again", async () => (await all()).length > 9);

      await click(panel, "#tab-replies");
      await console.show("c-5079");
      await stage.until("the lamp is offered above the replies", () =>
        panel.$eval(".due-place", (place) => place.textContent?.includes("落地灯")),
      );
      await stage.session.zoom(page, 1.5);
      await stage.shot("daily 3 larger, offered");
      const whole = () => panel.evaluate(() => {
        const now = document.querySelector("#now")?.getBoundingClientRect();
        const due = document.querySelector(".due")?.getBoundingClientRect();
        return !!now && !!due && due.top >= now.top - 1 && due.bottom <= now.bottom + 1;
      });
      await stage.until("what is due is not cut", whole);
    },
  },
];
