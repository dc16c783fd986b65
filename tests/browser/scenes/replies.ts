/** Quick replies: found, inserted at the caret, read back. */

import assert from "node:assert/strict";
import { click } from "../harness/hand.ts";
import type { Stage } from "../harness/stage.ts";
import { add } from "../harness/library.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** Waits until the panel's search box has the focus. */
async function inSearch(stage: Stage): Promise<void> {
  const panel = await stage.panel();
  await stage.until("the search box has the focus", () =>
    panel.evaluate(() => document.hasFocus() && document.activeElement?.id === "search"),
  );
}

/** What the first reply of the list would insert. */
async function firstReply(stage: Stage): Promise<string> {
  const panel = await stage.panel();
  return panel.$eval("#replies .reply .words", (words) => words.getAttribute("title") ?? "");
}

export const replies: Scene[] = [
  ...["console.html", "editable.html", "frame.html"].map(
    (page): Scene => ({
      name: `replies: on ${page} a reply is found by typing and inserted at the caret`,
      page,
      play: async (stage) => {
        const { console, page: tab } = stage;
        await stage.panel();
        await console.type("前后");
        await stage.press("ArrowLeft");
        await stage.press("Alt+q");
        await inSearch(stage);
        const all = await firstReply(stage);
        await tab.keyboard.type("发票");
        const reply = await stage.until("a reply about invoices", async () => {
          const first = await firstReply(stage);
          return first.includes("发票") && first !== all ? first : "";
        });
        await stage.shot(`replies ${page} 1 found`);
        const sent = await console.sent();
        await stage.press("Enter");
        await console.reads(`前${reply}后`);
        await stage.panelSays(say("notice_inserted"));
        await stage.until("the composer has the focus again", () => console.focused());
        // The caret stands after what was inserted.
        await tab.keyboard.type("x");
        await console.reads(`前${reply}x后`);
        await stage.rest();
        assert.deepEqual(await console.sent(), sent, "the Enter that took the reply sends nothing");
        await stage.shot(`replies ${page} 2 inserted`);
      },
    }),
  ),
  ...["console.html", "frame.html"].map(
    (page): Scene => ({
      name: `replies: on ${page} the keys work after a click on messages or orders, and not from a field of the page`,
      page,
      wants: { replies: ["亲，在的呢"] },
      play: async (stage) => {
        const { console, page: tab } = stage;
        await stage.panel();
        await stage.until("the own reply is the first", async () => (await firstReply(stage)) === "亲，在的呢");
        for (const place of ["#messages", "#order-cards"]) {
          await console.clear();
          await tab.click(place);
          await stage.until(`${place} has taken the keyboard`, async () => !(await console.focused()));
          await stage.press("Alt+1");
          await console.reads("亲，在的呢");
        }
        await tab.click("#messages");
        await stage.until("the messages have taken the keyboard", async () => !(await console.focused()));
        await stage.press("Alt+q");
        await inSearch(stage);
        await console.clear();
        await tab.evaluate(() => {
          const box = document.createElement("input");
          document.body.prepend(box);
          box.focus();
        });
        await stage.until("the field has the keyboard", async () => !(await console.focused()));
        await stage.press("Alt+1");
        await stage.press("Alt+s");
        await stage.rest();
        assert.equal(await console.draft(), "");
        assert.equal(await tab.evaluate(() => document.activeElement?.localName), "input");
      },
    }),
  ),
  {
    name: "replies: right after a click on another conversation, nothing of the buyer before is written",
    page: "console.html",
    play: async (stage) => {
      const { console, page: tab } = stage;
      const panel = await stage.panel();
      await add(stage, "{buyer}您好");
      // A page at work leaves no idle moment to tell the panel in.
      await tab.evaluate(() => {
        const work = () => {
          const until = performance.now() + 15;
          while (performance.now() < until);
          requestAnimationFrame(work);
        };
        work();
      });
      const buyer = () => tab.$eval("#buyer-name", (name) => name.textContent ?? "");
      for (const [from, to] of [["c-5112", "c-5090"], ["c-5090", "c-5112"], ["c-5112", "c-5097"]] as const) {
        await console.clear();
        await console.show(from);
        const before = await buyer();
        await stage.until(`the panel would write to ${before}`, async () => (await firstReply(stage)).startsWith(before));
        await (await console.composer()).click();
        await console.show(to);
        await stage.press("Alt+1");
        const after = await buyer();
        assert.notEqual(after, before);
        const form = async () => (await panel.$(".form")) !== null;
        await stage.until("an answer", async () => {
          const refused = (await stage.says()).includes(say("notice_other_conversation"));
          return refused || (await form()) || (await console.draft()) !== "";
        });
        const draft = await console.draft();
        assert(!draft.includes(before), `for ${after} it says ${draft}`);
        if (await form()) await stage.press("Escape");
      }
    },
  },
  {
    name: "replies: a form offers the orders of a buyer who has several, and says when it goes with its conversation",
    page: "console.html",
    wants: { replies: ["订单 {order_no}，{item}"] },
    play: async (stage) => {
      const { console, page: tab } = stage;
      const panel = await stage.panel();
      const cards = await tab.$$eval("#order-cards .order-number", (all) =>
        all.map((number) => /[0-9A-Z][0-9A-Z-]{9,24}/.exec(number.textContent ?? "")?.[0] ?? ""),
      );
      assert(cards.length > 1, "a buyer with several orders");
      const offered = () =>
        panel.$$eval(".form .kinds button", (all) => all.map((order) => order.textContent ?? ""));
      const asks = async () => {
        await (await console.composer()).click();
        await stage.press("Alt+1");
        await stage.until("every order is offered", async () => (await offered()).length === cards.length);
      };
      await asks();
      assert.deepEqual((await offered()).map((order) => order.split(" · ")[0]), cards);
      await stage.shot("replies orders 1 offered");
      await click(panel, ".form .kinds button:nth-of-type(2)");
      await stage.until("the form has the keyboard", () =>
        panel.evaluate(() => document.activeElement?.id === "field-0"),
      );
      await stage.press("Enter");
      await console.holds(`订单 ${cards[1]}，`);
      await console.clear();
      await asks();
      await console.show("c-5112");
      await stage.panelSays(say("notice_form_left").replace("$FIRST$", "0"));
      assert.equal(await panel.$(".form"), null);
    },
  },
  {
    name: "replies: Alt+1 inserts the first of the list without leaving the composer, and Ctrl+Z undoes it",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await console.type("亲，");
      const reply = await firstReply(stage);
      await stage.press("Alt+1");
      await console.reads(`亲，${reply}`);
      await stage.press("Control+z");
      await console.reads("亲，");
    },
  },
  {
    name: "replies: Alt or Ctrl with a digit inserts the reply of that number, in the composer and in the panel; both at once do nothing",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      for (const words of ["第一条话", "第二条话", "第三条话"]) await add(stage, words);
      await console.clear();
      await console.type("亲，");
      await stage.press("Alt+2");
      await console.reads("亲，第二条话");
      await stage.press("Control+3");
      await console.reads("亲，第二条话第三条话");
      await console.clear();
      // On some keyboards that is how a sign is written.
      await stage.press("Control+Alt+1");
      await stage.press("Alt+Shift+1");
      await stage.rest();
      await stage.rest();
      assert.equal(await console.draft(), "");
      for (const keys of ["Control+1", "Alt+1"]) {
        await stage.press("Alt+q");
        await inSearch(stage);
        await stage.press("Control+Alt+2");
        await stage.rest();
        await stage.press(keys);
        await console.reads("第一条话");
        await stage.until("the composer has the focus", () => console.focused());
        await console.clear();
      }
      assert.equal(await panel.$eval("#search", (box) => (box as HTMLInputElement).value), "");
    },
  },
  {
    name: "replies: the parcel's number comes from the page, with its place and its age, and never from another buyer's card",
    page: "console.html",
    play: async (stage) => {
      const { console, page: tab } = stage;
      const panel = await stage.panel();
      await add(stage, "单号{tracking}，请查收", "单号");
      await console.clear();
      // Of a buyer with several orders it is not known whose it is; then it is called by its name.
      await tab.keyboard.type("/danhao");
      await stage.overlaySays(`{${say("field_tracking")}}`);
      await stage.press("Escape");
      await console.clear();
      await console.show("c-5097");
      const number = (await tab.$eval(".order-tracking", (fact) => fact.textContent ?? "")).replace(/^\S+ /, "");
      const words = `单号${number}，请查收`;
      await stage.until("the number in the list", async () => (await firstReply(stage)) === words);
      await panel.focus("#search");
      await stage.press("Alt+i");
      await panel.waitForSelector("#details");
      const from = await panel.$eval("#details", (details) => details.textContent ?? "");
      assert.match(from, new RegExp(`${say("field_tracking")}\\D+1\\D+\\d{1,2}:\\d\\d`));
      await stage.shot("replies tracking");
      await (await console.composer()).click();
      await stage.press("Alt+1");
      await console.reads(words);
      await console.clear();
      // A console that still shows the last buyer's card.
      await tab.$eval("#order-cards", (cards) => Object.assign(cards, { replaceChildren: () => {} }));
      await console.show("c-5112");
      await stage.press("Alt+1");
      await stage.panelSays(say("reply_stale").replace("$FIRST$", ""));
      await stage.panelSays(say("field_tracking"));
      await stage.rest();
      assert.equal(await console.draft(), "");
      await stage.shot("replies tracking stale");
    },
  },
];
