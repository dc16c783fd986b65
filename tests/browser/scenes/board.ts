/**
 * What else comes onto the board and goes from it: files of orders, labelled numbers in a
 * chat, buyers who asked, cards that are ahead of their conversation; and the limits.
 */

import assert from "node:assert/strict";
import { copyFile, mkdtemp, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Frame } from "puppeteer-core";
import { axe } from "../harness/axe.ts";
import { board as open, buyerSays, choose, chooseRow, listed, pick, rows } from "../harness/board.ts";
import { click } from "../harness/hand.ts";
import { selectAll } from "../harness/selection.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** The unpaid orders of two buyers. */
const CUP = "2847163950274170158";
const LAMP = "2847163950218840046";

/** The file of orders that the scenes import. */
const FILE = `${process.cwd()}/tests/browser/files/orders.csv`;

/** Brings the file, as one that was just made: what the page has shown since would hold. */
async function bring(panel: Frame): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "deti-orders-"));
  const copy = join(folder, "orders.csv");
  await copyFile(FILE, copy);
  const made = new Date(Date.now() + 24 * 60 * 60 * 1000);
  await utimes(copy, made, made);
  const file = await panel.waitForSelector("#import-orders");
  await (file as ElementHandle<HTMLInputElement>).uploadFile(copy);
}

/** What a column of the file is, by hand. */
async function map(stage: Stage, panel: Frame, name: string, is: string): Promise<void> {
  await panel.evaluate(() => document.querySelector(".columns")?.setAttribute("open", ""));
  await pick(stage, panel, `[aria-label="${say("intake_column").replace("$FIRST$", name)}"]`, is);
  await stage.until(`${name} is ${is}`, () =>
    panel.$$eval(
      ".column",
      (all, name, is) => all.some((one) => one.textContent?.includes(name) && one.querySelector("select")?.value === is),
      name,
      is,
    ),
  );
}

/** The rows of the dry run: what becomes of each, by its line. */
async function planned(panel: Frame): Promise<string[]> {
  return panel.$$eval(".planned", (all) =>
    all.map((one) =>
      [...one.querySelectorAll(".number, .fate")].map((part) => part.textContent).join(" "),
    ),
  );
}

export const board: Scene[] = [
  {
    name: "board: a file of orders is looked at, its columns mapped, taken in as one step and undone",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await bring(panel);
      // Nothing says which column is the number: the columns are asked for.
      await panel.waitForSelector(".columns[open]");
      await stage.shot("board 1 unknown columns");
      await map(stage, panel, "单号", "number");
      await map(stage, panel, "进度", "status");
      await map(stage, panel, "应收", "amount");
      const [New, changed, refused] = [say("fate_new"), say("fate_changed"), say("fate_refused")];
      await stage.until("every row has its fate", async () => (await planned(panel)).length === 5);
      assert.deepEqual(await planned(panel), [`3 ${changed}`, `4 ${New}`, `5 ${New}`, `6 ${refused}`, `7 ${refused}`]);
      await stage.panelSays(say("remark_no_number"));
      await stage.panelSays(say("remark_no_moment").replace("$FIRST$", "昨天下午"));
      await stage.shot("board 2 dry run");
      assert.deepEqual(await axe(panel), []);
      assert.equal((await rows(panel, say("board_never"))).length, 0, "looking takes nothing in");

      await click(panel, "#plan-import");
      await stage.panelSays(say("intake_taken").replace("$FIRST$", "3"));
      await listed(stage, panel, say("board_due"), "亚麻窗帘", "小马");
      await stage.until("the order of the page is paid by now", async () => {
        const due = (await rows(panel, say("board_due"))).flat().join(" ");
        return !due.includes("手工牛皮杯套");
      });
      await stage.shot("board 3 taken");
      await click(panel, ".orders .strip .plain");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      const all = (await rows(panel, say("board_due"))).flat().join(" ");
      assert(!all.includes("亚麻窗帘"), all);
    },
  },
  {
    name: "board: every limit is in a form; a bad value is refused with how it is written, a good one holds after a reload",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { page } = stage;
      let panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await click(panel, "#open-limits");
      await panel.waitForSelector("#limit-first");
      assert.equal((await panel.$$(".limit")).length, 32, "31 limits, and for which platform");
      await stage.shot("board 4 limits");
      assert.deepEqual(await axe(panel), []);
      const enter = async (name: string, value: string) => {
        await panel.focus(`#limit-${name}`);
        await selectAll(stage.page);
        await page.keyboard.type(value);
        await page.keyboard.press("Tab");
      };
      await enter("quiet", "22-8");
      await stage.panelSays(say("limit_like_hours"));
      await stage.shot("board 5 refused");
      await enter("quiet", "23:00-23:00");
      await stage.until("it is taken", async () => !(await stage.says()).includes(say("limit_like_hours")));
      await enter("first_returning", "100");
      await page.keyboard.press("Escape");
      await listed(stage, panel, say("board_later"), "手工牛皮杯套");
      await page.reload();
      panel = await open(stage);
      await listed(stage, panel, say("board_later"), "手工牛皮杯套");
      // For this platform alone it is otherwise.
      await click(panel, "#open-limits");
      await panel.waitForSelector("#limit-first");
      await pick(stage, panel, "#limit-platform", "sandbox");
      await stage.until("the number of all", () =>
        panel.$eval("#limit-first_returning", (field) => (field as HTMLInputElement).placeholder === "100"),
      );
      await enter("first_returning", "0");
      await page.keyboard.press("Escape");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
    },
  },
  {
    name: "board: a labelled order number that the buyer writes is an order of that conversation, of unknown status",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await buyerSays(stage, "订单号：301928472078 能帮我看下吗");
      await listed(stage, panel, say("board_never"), "301928472078", "t***8 小鹿", say("because_no_status"));
      await buyerSays(stage, "我的电话 13912345678，快递单号 301928472079");
      await stage.rest();
      assert(!(await stage.says()).includes("301928472079"), "a parcel is no order");
    },
  },
  {
    name: "board: a reminder that went out by the console's own button, or past the guard, is counted once",
    page: "console.html",
    wants: { limits: { ...ANY_TIME, gap: "180" } },
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await open(stage);
      const once = say("order_reminded").replace("$count$", "1");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds(CUP);
      await stage.checked();
      await console.send();
      await stage.until("it is sent", async () => (await console.draft()) === "");
      await listed(stage, panel, say("board_later"), "手工牛皮杯套", once);

      await console.show("c-5079");
      await listed(stage, panel, say("board_due"), "落地灯", say("order_here"));
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds(LAMP);
      await stage.checked();
      // A script of the page's own sends: no gesture of the agent's tells of it.
      await page.evaluate(() => document.querySelector<HTMLElement>("#send")?.click());
      await stage.until("it is sent", async () => (await console.draft()) === "");
      await listed(stage, panel, say("board_later"), "落地灯", once);
      // Enter once more sends nothing and counts nothing.
      await (await console.composer()).click();
      await page.keyboard.press("Enter");
      await stage.rest();
      await listed(stage, panel, say("board_later"), "落地灯", once);
    },
  },
  {
    name: "board: who asked and did not order is followed up; who is offline gets words that invite an answer",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await open(stage);
      await console.show("c-5066");
      await listed(stage, panel, say("board_asked"), "夏夜小雨", say("order_here"));
      await chooseRow(stage, panel, "夏夜小雨");
      const words = await stage.until("words that invite an answer", async () => {
        const words = await panel.$eval(".about-order .reminder-words", (words) => words.textContent ?? "");
        return words.includes("您方便的时候回复我") ? words : null;
      });
      await stage.shot("board 6 asked");
      await panel.focus("#board");
      await page.keyboard.press("Enter");
      await console.reads(words);
      await stage.checked();
      await page.keyboard.press("Enter");
      await stage.until("it is sent", async () => (await console.draft()) === "");
      await listed(stage, panel, say("board_asked"), "夏夜小雨", say("asked_sent").replace("$count$", "1"));
      // The agent's mark: left alone, and wanted again.
      await panel.focus("#board");
      await page.keyboard.press("x");
      await listed(stage, panel, say("board_asked"), "夏夜小雨", say("because_left_alone"));
      await panel.focus("#follow-here");
      await page.keyboard.press("Enter");
      await stage.until("wanted again", async () => {
        const asked = (await rows(panel, say("board_asked"))).flat().join(" ");
        return asked.includes("夏夜小雨") && !asked.includes(say("because_left_alone"));
      });
    },
  },
  {
    name: "board: cards that are ahead of the conversation's header are not the previous buyer's",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      // The console brings its parts up to date one after the other: first the card of the buyer
      // who is about to come on screen, a moment later who that is.
      await page.evaluate(() => {
        const cards = document.querySelector("#order-cards");
        const card = cards?.querySelector(".order-card")?.cloneNode(true) as HTMLElement;
        const write = (css: string, text: string) => {
          const place = card.querySelector(css);
          if (place !== null) place.textContent = text;
        };
        write(".order-number", "2847163950281904417");
        write(".order-item", "心悦 长绒棉四件套");
        cards?.replaceChildren(card);
      });
      await listed(stage, panel, say("board_other"), "四件套", say("order_nobody"));
      await console.show("c-5112");
      const ofOther = async () => {
        const all = await Promise.all(["board_due", "board_later", "board_other"].map((part) => rows(panel, say(part))));
        return all.flat().map((row) => row.join(" ")).filter((row) => row.includes("四件套"));
      };
      // At no time it was the other buyer's, and in the end it is this one's.
      await stage.until("it is this buyer's", async () => {
        const row = (await ofOther()).join("\n");
        assert(!row.includes("小鹿"), row);
        return row.includes("海边的风") && row.includes(say("order_here"));
        // A card is in doubt for a while with each buyer that it stood beside.
      }, 30_000);
    },
  },
  ...[false, true].map(
    (dark): Scene => ({
      name: `board: ${dark ? "dark" : "light"}, a chosen row, the form and the page of choices, and axe finds nothing`,
      page: "console.html",
      wants: { limits: ANY_TIME, dark, width: 1280, height: 720 },
      play: async (stage) => {
        const { page } = stage;
        const theme = dark ? "dark" : "light";
        const panel = await open(stage);
        await listed(stage, panel, say("board_due"), "手工牛皮杯套");
        await choose(stage, panel, CUP);
        await stage.shot(`board ${theme} 1 chosen`);
        assert.deepEqual(await axe(panel), []);
        await click(panel, "#enter-order");
        await panel.waitForSelector("#enter-number");
        await stage.shot(`board ${theme} 2 entering`);
        assert.deepEqual(await axe(panel), []);
        await panel.focus("#enter-number");
        await page.keyboard.press("Escape");
        await panel.waitForSelector("#enter-number", { hidden: true });
        await click(panel, "#open-limits");
        await panel.waitForSelector("#limit-first");
        await stage.shot(`board ${theme} 3 limits`);
        assert.deepEqual(await axe(panel), []);
        await page.keyboard.press("Escape");
        await stage.session.zoom(page, 1.5);
        await choose(stage, panel, CUP);
        await stage.shot(`board ${theme} 4 larger`);
        // In a low window the words and the buttons of the chosen row lie below it.
        for (const part of [".reminder-words", ".about-order .main"]) {
          await stage.until(`${part} can be reached`, () =>
            panel.evaluate((part) => {
              const element = document.querySelector(part);
              element?.scrollIntoView({ block: "end" });
              const place = element?.getBoundingClientRect();
              if (!place || place.top < 0 || place.bottom > innerHeight + 1) return false;
              const seen = document.elementFromPoint(place.left + 8, place.bottom - 8);
              return !!seen && element?.contains(seen);
            }, part),
          );
        }
        await stage.shot(`board ${theme} 5 larger, below`);
        // Firefox never tells its driver that a tab has loaded a page of an extension.
        if (stage.session.name === "firefox") return;
        const options = await stage.session.browser.newPage();
        await options.goto(await panel.evaluate(() => new URL("../options/options.html", location.href).href));
        await options.waitForSelector("#notify");
        assert.deepEqual(await axe(options), []);
        await options.screenshot({ path: `tests/browser/out/${stage.session.name}/board ${theme} 6 options.png` });
        await options.close();
      },
    }),
  ),
];
