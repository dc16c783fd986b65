/** What becomes of a reminder once it stands in a draft, and what the agent says about an order. */

import assert from "node:assert/strict";
import type { Frame } from "puppeteer-core";
import { axe } from "../harness/axe.ts";
import { board as open, buyerSays, choose, listed, rows } from "../harness/board.ts";
import { click } from "../harness/hand.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** The unpaid orders of two buyers. */
const CUP = "2847163950274170158";
const LAMP = "2847163950218840046";

const ONCE = say("order_reminded").replace("$count$", "1");

/** What can be said about the chosen order, as a screen reader would name it. */
async function sayable(panel: Frame): Promise<string[]> {
  return panel.$$eval(".about-order button", (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.querySelector("span")?.textContent ?? ""),
  );
}

/** Presses the button of the chosen order that is called so. */
async function press(stage: Stage, panel: Frame, name: string): Promise<void> {
  await stage.until(`the button ${name}`, async () => (await sayable(panel)).includes(name));
  for (const button of await panel.$$(".about-order .says button")) {
    if ((await button.evaluate((one) => one.querySelector("span")?.textContent)) === name) return click(panel, button);
  }
}

export const reminders: Scene[] = [
  {
    name: "reminders: one that the console did not send is not counted when another conversation's box is empty",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套", say("order_here"));
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds("2847163950274170158");
      await stage.checked();
      const sent = await console.sent();
      // The console has lost its line, and takes no message.
      await page.evaluate(() => {
        const refuse = (event: KeyboardEvent) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          event.stopImmediatePropagation();
        };
        window.addEventListener("keydown", refuse, { capture: true });
      });
      await stage.press("Enter");
      await stage.rest();
      assert.deepEqual(await console.sent(), sent);
      await console.show("c-5097");
      await console.reads("");
      await stage.rest();
      await console.show("c-5108");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套", say("order_here"));
      await stage.checked();
      await listed(stage, panel, say("board_due"), "手工牛皮杯套", say("order_here"));
    },
  },
  {
    name: "reminders: one that waited in its draft during a look at another conversation counts, with a word changed; a number alone counts nothing",
    page: "console.html",
    wants: { limits: { ...ANY_TIME, gap: "180" } },
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await console.show("c-5079");
      await listed(stage, panel, say("board_due"), "落地灯", say("order_here"));
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds(LAMP);
      await console.clear();
      const address = `您的订单 ${LAMP} 已改地址`;
      await console.type(address);
      await page.keyboard.press("Enter");
      await stage.until("it is sent", async () => (await console.sent()).includes(address));

      await console.show("c-5108");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套", say("order_here"));
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds(CUP);
      await stage.panelSays(say("notice_reminder"));
      await console.show("c-5097");
      await stage.until("another draft", async () => (await console.draft()) === "");
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      await console.show("c-5108");
      await console.holds(CUP);
      await (await console.composer()).click();
      await stage.press("Control+Home");
      await page.keyboard.press("Delete");
      await page.keyboard.type("您早，");
      await stage.until("a word is changed", async () => (await console.draft()).startsWith("您早，好"));
      await stage.checked();
      await page.keyboard.press("Enter");
      await stage.until("it is sent", async () => (await console.draft()) === "");
      // The scripted buyer may have paid by now.
      await stage.until("it is counted", async () => {
        const parts = await Promise.all(["board_later", "board_paid"].map((part) => rows(panel, say(part))));
        const all = parts.flat().map((row) => row.join(" "));
        return all.some((row) => row.includes("手工牛皮杯套") && row.includes(ONCE));
      });
      // The message about the address was no reminder.
      const due = await rows(panel, say("board_due"));
      const lamp = due.map((row) => row.join(" ")).find((row) => row.includes("落地灯")) ?? "";
      assert(lamp !== "" && !lamp.includes(ONCE), `due is: ${due.join(" | ")}`);
    },
  },
  {
    name: "reminders: one that was deleted is had again by its key, one that stands is not written twice, and what is typed stays before it",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const { console, page } = stage;
      const panel = await open(stage);
      await listed(stage, panel, say("board_due"), "手工牛皮杯套");
      // The board has its row, whatever stands in the draft; above the replies it is offered.
      const show = async (tab: string) => click(panel, tab);
      await show("#tab-replies");
      await (await console.composer()).click();
      await stage.press("Alt+u");
      await console.holds(CUP);
      const due = async () => (await panel.$(".due")) !== null;
      await stage.until("it is offered no longer", async () => !(await due()));
      await console.clear();
      await stage.until("it is due again", due);
      await stage.press("Alt+u");
      await console.holds(CUP);
      const words = await console.draft();
      await stage.until("it is offered no longer", async () => !(await due()));
      await show("#tab-orders");
      await choose(stage, panel, CUP);
      await page.keyboard.press("Enter");
      await stage.panelSays(say("notice_reminder_stands"));
      assert.equal(await console.draft(), words);
      await stage.until("the composer has the focus", () => console.focused());
      await show("#tab-replies");

      await console.clear();
      await console.type("稍等");
      await page.keyboard.press("Home");
      await stage.until("it is due again", due);
      await stage.press("Alt+u");
      await console.reads(`稍等\n${words}`);
    },
  },
  ...[false, true].map(
    (dark): Scene => ({
      name: `reminders: ${dark ? "dark" : "light"}, what no page shows is said about an order by key and by mouse, and taken back`,
      page: "console.html",
      wants: { limits: ANY_TIME, dark, width: 1280, height: 720 },
      play: async (stage) => {
        const { page } = stage;
        const panel = await open(stage);
        const [due, later, never] = [say("board_due"), say("board_later"), say("board_never")];
        const cup = "手工牛皮杯套";
        await listed(stage, panel, due, cup);
        await choose(stage, panel, CUP);
        await page.keyboard.press("r");
        await listed(stage, panel, later, cup, ONCE);
        await page.keyboard.press("z");
        await listed(stage, panel, due, cup);
        await page.keyboard.press("p");
        await listed(stage, panel, never, cup, say("because_paid"));
        await page.keyboard.press("z");
        await listed(stage, panel, due, cup);
        await press(stage, panel, say("order_declined"));
        await listed(stage, panel, never, cup, say("because_declined_marked"));
        const named = (await sayable(panel)).filter((name) => name === say("order_unmark"));
        assert.equal(named.length, 1, "what takes a mark back is there once");
        await press(stage, panel, say("order_unmark"));
        await listed(stage, panel, due, cup);

        // What the agent knows to be misheard does not hold the order back.
        await buyerSays(stage, "杯套我不要了，谢谢");
        await listed(stage, panel, never, cup, say("because_declined").split("$")[0] ?? "");
        await press(stage, panel, say("order_wanted"));
        await listed(stage, panel, due, cup);
        const words = () => panel.$eval(".reminder-words", (words) => words.textContent ?? "");
        await stage.until("nobody is thanked", async () => (await words()).includes(CUP));
        await stage.shot(`reminders ${dark ? "dark" : "light"} 1 misheard`);
        assert.deepEqual(await axe(panel), []);
        await page.keyboard.press("z");
        await listed(stage, panel, never, cup);
      },
    }),
  ),
];
