/** The board of orders: what is due and why, the reminder, and whose it is. */

import assert from "node:assert/strict";
import { board, buyerSays, choose, listed, rows } from "../harness/board.ts";
import { click } from "../harness/hand.ts";
import { ANY_TIME } from "../harness/session.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** The unpaid orders of the console's buyers, by conversation. */
const UNPAID = {
  "c-5108": "2847163950274170158",
  "c-5112": "2847163950281904417",
  "c-5079": "2847163950218840046",
} as const;

export const orders: Scene[] = [
  {
    name: "orders: the board says what is due and why not, and the reminder is written for this buyer",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await stage.panelSays(say("due"));
      const panel = await board(stage);
      const item = "手工牛皮杯套";
      await listed(stage, panel, say("board_due"), item, "¥99.00", "t***8 小鹿");
      // What is paid or closed already is this page's business, not the board's.
      await listed(stage, panel, say("board_other"), "316不锈钢保温杯", say("because_paid"));
      await stage.shot("orders 1 board");

      await choose(stage, panel, UNPAID["c-5108"]);
      await stage.shot("orders 2 chosen");
      // What the buyer said tells why; one key says otherwise.
      const pressed = () =>
        panel.$$eval(".about-order [aria-pressed=true]", (all) => all.map((one) => one.firstChild?.textContent));
      await stage.until("comparing prices", async () => (await pressed()).includes(say("cause_comparing")));
      await stage.page.keyboard.press("1");
      await stage.until("may have forgotten", async () => (await pressed()).includes(say("cause_forgot")));
      await stage.page.keyboard.press("t");
      await stage.until("the formal tone", async () => (await pressed()).includes(say("tone_formal")));
      const words = await panel.$eval(".reminder-words", (words) => words.textContent ?? "");
      assert(words.includes(UNPAID["c-5108"]), words);
      await stage.page.keyboard.press("Enter");
      await console.reads(words);
      await stage.panelSays(say("notice_reminder"));
      await stage.until("the composer has the focus", () => console.focused());
      assert(!/[{}]/.test(words), `an open field in: ${words}`);
      await stage.checked();
      assert.deepEqual(await stage.underlined(), [], `the reminder does not check clean: ${words}`);
      assert(!(await console.sent()).includes(words), "a reminder is never sent by itself");
      await stage.shot("orders 3 reminder");

      // A buyer whose orders are all shipped is not reminded.
      await console.clear();
      await console.show("c-5097");
      await stage.until("nothing due here", async () => {
        const due = (await rows(panel, say("board_due"))).flat().join(" ");
        return due.includes(item) && !due.includes(say("order_here"));
      });
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await stage.panelSays(say("notice_nothing_due"));
      assert.equal(await console.draft(), "");
    },
  },
  {
    name: "orders: the orders of the whole shop are not taken for this buyer's",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { page } = stage;
      const panel = await board(stage);
      const other = say("board_other");
      await stage.until("this buyer's orders", async () => (await rows(panel, other)).length === 2);
      await page.click("[data-tab=shop]");
      // The cards of the others are there; the one that is known stays known.
      await stage.until("nothing of the page", async () => (await rows(panel, other)).length === 0);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      assert.equal((await rows(panel, say("board_due"))).length, 1);
      await page.click("[data-tab=buyer]");
      await stage.until("this buyer's orders again", async () => (await rows(panel, other)).length === 2);
    },
  },
  {
    name: "orders: a reminder is refused on another conversation, also where the masked names are the same",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { console } = stage;
      const panel = await board(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await console.show("c-5112");
      // She said that she hesitates, and is left to think.
      await listed(stage, panel, say("board_later"), "四件套", "海边的风", "犹豫");
      await choose(stage, panel, UNPAID["c-5108"]);
      await stage.page.keyboard.press("Enter");
      await stage.panelSays(say("notice_other_buyer").replace("$buyer$", "t***8 小鹿"));
      assert.equal(await console.draft(), "");
      await stage.shot("orders 4 refused");

      // The same masked name, another conversation.
      await console.show("c-5079");
      await listed(stage, panel, say("board_due"), "落地灯", "t***8 小鹿", say("order_here"));
      await choose(stage, panel, UNPAID["c-5108"]);
      await stage.page.keyboard.press("Enter");
      // What the other one said last tells the two apart.
      const [before = ""] = say("notice_same_name_last").replace("$buyer$", "t***8 小鹿").split("$last$");
      await stage.panelSays(`${before}急！！杯套能不能便宜点`);
      assert.equal(await console.draft(), "");
      const chosen = await rows(panel, say("board_due"));
      const here = chosen.filter((row) => row.join(" ").includes(say("order_here")));
      assert.equal(here.length, 1, "one buyer is on screen, not two of the same name");

      // Alt+U reminds who is on screen.
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds(UNPAID["c-5079"]);
    },
  },
  {
    name: "orders: a sent reminder is counted, also after a reload, and the order that is paid then is closed with its minutes",
    page: "console.html",
    wants: { limits: { ...ANY_TIME, gap: "180" } },
    play: async (stage) => {
      const { console, page } = stage;
      let panel = await board(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds("手工牛皮杯套");
      await stage.checked();
      await page.keyboard.press("Enter");
      await stage.until("it is sent", async () => (await console.draft()) === "");
      const counted = say("order_reminded").replace("$count$", "1");
      await listed(stage, panel, say("board_later"), "手工牛皮杯套", counted);
      await stage.shot("orders 5 counted");
      // The scripted buyer pays.
      await listed(stage, panel, say("board_paid"), "手工牛皮杯套", say("order_paid_after").split("$")[0] ?? "");
      await stage.shot("orders 6 paid");

      // The page forgets, the book does not.
      await page.reload();
      panel = await board(stage);
      const all = async () => (await rows(panel, say("board_due"))).flat().join(" ");
      await listed(stage, panel, say("board_later"), "手工牛皮杯套", counted);
      assert(!(await all()).includes("手工牛皮杯套"), "a counted reminder is not due again");
    },
  },
  {
    name: "orders: a buyer who declines in the chat is not reminded any longer",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { console } = stage;
      const panel = await board(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await buyerSays(stage, "杯套我不要了，谢谢");
      const why = say("because_declined").split("$")[0] ?? "";
      await listed(stage, panel, say("board_never"), "手工牛皮杯套", why);
      await stage.shot("orders 7 declined");
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await stage.panelSays(say("notice_nothing_due"));
      assert.equal(await console.draft(), "");
    },
  },
  {
    name: "orders: one entered by hand is on the board, and still there after a reload",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { page } = stage;
      let panel = await board(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await click(panel, "#enter-order");
      await stage.until("the form", () => panel.evaluate(() => document.activeElement?.id === "enter-number"));
      await page.keyboard.type("9988776655443322");
      await page.keyboard.press("Tab");
      await page.keyboard.type("定制刻字笔");
      await page.keyboard.press("Tab");
      await page.keyboard.press("End");
      await page.keyboard.type("45");
      await stage.shot("orders 8 by hand");
      await page.keyboard.press("Enter");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套", "t***8 小鹿");
      const entered = async () => (await rows(panel, say("board_later"))).flat().join(" ");
      await stage.until("it goes with the other order", async () => (await entered()).includes("定制刻字笔"));
      await page.reload();
      panel = await board(stage);
      await stage.until("it is still known", async () => (await stage.says()).includes("定制刻字笔"));
    },
  },
  {
    name: "orders: two hundred orders, long names, a low window and one half larger",
    page: "console.html",
    wants: { limits: ANY_TIME, width: 1280, height: 720 },
    play: async (stage) => {
      const { page } = stage;
      const panel = await board(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      const counted = () =>
        panel.$$eval("#board .part-name .number", (all) => all.reduce((sum, it) => sum + Number(it.textContent), 0));
      const before = await counted();
      await page.evaluate(() => {
        const [card] = document.querySelectorAll("#order-cards > .order-card");
        const cards = document.querySelector("#order-cards");
        if (card === undefined || cards === null) throw new Error("no card");
        for (let number = 0; number < 200; number += 1) {
          const another = card.cloneNode(true) as HTMLElement;
          const write = (css: string, text: string) => {
            const place = another.querySelector(css);
            if (place !== null) place.textContent = text;
          };
          write(".order-number", String(2847163950300000000n + BigInt(number)));
          write(".order-item", `第 ${number} 件 ${"很长很长的商品名称".repeat(5)}`);
          write(".order-amount", `¥${number + 100}.00`);
          cards.append(another);
        }
      });
      // One buyer's orders go together: one is due, the others go with it.
      // The list shows a hundred and counts all: with the last one it stands still. One that
      // is still to come would take the place of the row that is chosen at the list's end.
      const many = say("board_later");
      await stage.until("a hundred of them", async () => (await rows(panel, many)).length >= 100);
      await stage.until("all of them, and no more", async () => {
        const all = await counted();
        await stage.rest();
        return all >= before + 200 && all === (await counted());
      });
      await panel.focus("#board");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      const shown = () =>
        panel.evaluate(() => {
          const list = document.querySelector("#board")?.getBoundingClientRect();
          const row = document.querySelector("#board [aria-selected=true]")?.getBoundingClientRect();
          return !!list && !!row && row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
        });
      await stage.until("the chosen row is in sight", shown);
      await stage.shot("orders 9 two hundred");
      await page.keyboard.press("End");
      await stage.until("the last row is in sight", shown);
      await stage.session.zoom(page, 1.5);
      await panel.focus("#board");
      await page.keyboard.press("ArrowUp");
      // So large, the list has less room than a row: where it begins is in sight.
      let places = { list: [0, 0], row: [0, 0] };
      await stage
        .until("the chosen row is in sight, larger", async () => {
          places = await panel.evaluate(() => {
            const reach = (css: string) => {
              const box = document.querySelector(css)?.getBoundingClientRect();
              return box === undefined ? [0, 0] : [box.top, box.bottom];
            };
            return { list: reach("#board"), row: reach("#board [aria-selected=true]") };
          });
          const [[above = 0, below = 0], [top = 0]] = [places.list, places.row];
          return top >= above - 1 && top + 8 <= below;
        })
        .catch((error: Error) => {
          throw new Error(`${error.message}; from top to bottom: ${JSON.stringify(places)}`);
        });
      await stage.shot("orders 10 larger");
    },
  },
  {
    name: "orders: a promise in a sent message is offered, noted, and kept",
    page: "console.html",
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await stage.panel();
      await console.type("好的，我核实后明天给您答复");
      await stage.checked();
      await page.keyboard.press("Enter");
      await stage.panelSays("明天给您答复");
      await stage.shot("orders 11 promise");
      // The next buyer is on screen: the offer says to whom it was.
      await console.show("c-5097");
      const [before = ""] = say("promise_offer_to").replace("$buyer$", "t***8 小鹿").split("$words$");
      await stage.panelSays(before);
      await stage.shot("orders 11 promise to another");
      await click(panel, ".offer .plain");
      await click(panel, "#tab-notes");
      await stage.until("it is noted", () =>
        panel.$$eval(".promises li", (all) =>
          all.some((one) => /明天给您答复.*小鹿/s.test(one.textContent ?? "")),
        ),
      );
      await stage.shot("orders 12 noted");
      await click(panel, ".promises li .text");
      await stage.until("it is kept", async () => (await panel.$$(".promises li")).length === 0);
    },
  },
];
