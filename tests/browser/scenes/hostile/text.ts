/** What buyers and pages write: markup, signs that turn the direction, and far too much of it. */

import assert from "node:assert/strict";
import type { Frame } from "puppeteer-core";
import type { Counts } from "../../cost/counts.ts";
import { askEar } from "../../cost/side.ts";
import { click } from "../../harness/hand.ts";
import type { Stage } from "../../harness/stage.ts";
import { say } from "../../harness/words.ts";
import type { Scene } from "../../scene.ts";
import { FORBIDDEN } from "../drafts.ts";
import { works } from "./works.ts";

/** Five million letters. */
const FIVE_MB = 5_000_000;

/** Has the panel keep count of what the page side sends it: the longest message, and the most rows of one. */
async function weigh(panel: Frame): Promise<() => Promise<{ longest: number; rows: number }>> {
  await panel.evaluate(() => {
    const weighed = { longest: 0, rows: 0 };
    Object.assign(window, { weighed });
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
    Object.defineProperty(MessageEvent.prototype, "data", {
      get(this: MessageEvent) {
        const message = data?.call(this) as { rows?: unknown[] };
        weighed.longest = Math.max(weighed.longest, JSON.stringify(message).length);
        weighed.rows = Math.max(weighed.rows, message.rows?.length ?? 0);
        return message;
      },
    });
  });
  return () => panel.evaluate(() => (window as unknown as { weighed: { longest: number; rows: number } }).weighed);
}

/** Who holds up the page or the panel for longer has frozen it, in milliseconds, also on a machine that is busy. */
const FROZEN = 2000;

const EAR = "tests/browser/cost/counts.ts";

/** Has the panel notice how long it stood still at most, from now on: a pulse of its own is late by then. */
async function pulse(panel: Frame): Promise<() => Promise<number>> {
  await panel.evaluate(() => {
    const stood = { longest: 0 };
    Object.assign(window, { stood });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      stood.longest = Math.max(stood.longest, now - last);
      last = now;
    }, 10);
  });
  return () => panel.evaluate(() => (window as unknown as { stood: { longest: number } }).stood.longest);
}

/** Neither the page side's work nor the panel's froze anything. */
async function isFluent(stage: Stage, stood: () => Promise<number>): Promise<void> {
  const { longest } = await askEar<Counts>(stage.page);
  const inPanel = await stood();
  assert(longest > 0 && inPanel > 0, "both were heard of");
  assert(longest < FROZEN, `the page side held up the page for ${longest.toFixed()} ms`);
  // In Firefox the panel shares the page's thread, and stands still for what the page itself does.
  if (stage.session.name === "firefox") return;
  assert(inPanel < FROZEN, `the panel stood still for ${inPanel.toFixed()} ms`);
}

/**
 * Makes words that stand in ten thousand elements in each other; it travels as text. They
 * have no boxes: to lay so deep a thing out is the page's own affair, and browsers give it up.
 */
const DEEP = `(words) => {
  const outer = document.createElement("span");
  outer.style.display = "none";
  let inner = outer;
  for (let depth = 1; depth < 10000; depth += 1) {
    const next = document.createElement("span");
    inner.append(next);
    inner = next;
  }
  inner.textContent = words;
  return outer;
}`;

const DEEP_WORDS = "请问一万层下面还有货吗";

/** Whether the panel was told these words since. */
async function hearing(panel: Frame, words: string): Promise<() => Promise<boolean>> {
  await panel.evaluate((words) => {
    const heard = { them: false };
    Object.assign(window, { heard });
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get;
    Object.defineProperty(MessageEvent.prototype, "data", {
      get(this: MessageEvent) {
        const message = data?.call(this) as unknown;
        heard.them ||= JSON.stringify(message).includes(words);
        return message;
      },
    });
  }, words);
  return () => panel.evaluate(() => (window as unknown as { heard: { them: boolean } }).heard.them);
}

/** More than this, in UTF-16 code units, would be felt: by the page that gathers it, and by the panel. */
const A_LOT = 150_000;

/** Lets a buyer say something, and waits until the panel must have heard of it. */
async function arrives(stage: Stage, text: string): Promise<void> {
  await stage.page.evaluate((text) => {
    const last = document.querySelector("#messages > .message.buyer");
    const message = last?.cloneNode(true) as HTMLElement;
    const words = message.querySelector(".text");
    if (words) words.textContent = text;
    message.dataset["id"] = text;
    document.querySelector("#messages")?.append(message);
  }, text);
  await stage.rest();
}

export const text: Scene[] = [
  {
    name: "hostile: markup and turning signs in a buyer's name, message and order are words, and turn nothing round",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      const panel = await stage.panel();
      const turned = "\u202e\u2066小二<img src=x onerror=\"document.title='taken'\">\u202d";
      await page.evaluate((turned) => {
        for (const css of ["#buyer-name", "#order-cards .order-buyer", "#order-cards .order-item", ".message.buyer .text"]) {
          for (const element of document.querySelectorAll(css)) element.textContent = turned;
        }
      }, turned);
      await click(panel, "[role=tab]:nth-of-type(2)");
      await stage.panelSays("小二<img src=x");
      await stage.rest();
      const seen = await panel.evaluate(() => ({
        turned: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent ?? ""),
        images: document.querySelectorAll("img").length,
        title: document.title,
      }));
      assert.deepEqual({ ...seen, title: seen.title === "taken" }, { turned: false, images: 0, title: false });
      assert.notEqual(await page.title(), "taken");
    },
  },
  {
    name: "hostile: of a message of five megabytes the panel hears the beginning, and the check goes on",
    page: "console.html",
    wants: { ear: EAR },
    play: async (stage) => {
      const { page } = stage;
      const panel = await stage.panel();
      const weighed = await weigh(panel);
      const stood = await pulse(panel);
      await askEar(page);
      // How long the browser takes to lay so much out is the page's own affair.
      await page.evaluate((length) => {
        const message = document.querySelector("#messages > .message.buyer")?.cloneNode(true) as HTMLElement;
        const words = message.querySelector<HTMLElement>(".text");
        if (words) words.style.display = "none";
        if (words) words.textContent = "发票".repeat(length / 2);
        // And long before it were very many others.
        const many = Array.from({ length: 3000 }, (_, place) => {
          const one = document.querySelector("#messages > .message.buyer")?.cloneNode(true) as HTMLElement;
          one.dataset["id"] = `many-${place}`;
          one.style.display = "none";
          return one;
        });
        document.querySelector("#messages")?.append(...many, message);
      }, FIVE_MB);
      for (const place of Array.from({ length: 10 }).keys()) await arrives(stage, `还在吗 ${place}`);
      await works(stage);
      const { longest } = await weighed();
      assert(longest > 0, "the panel heard something");
      assert(longest < A_LOT, `one message had ${longest} letters`);
      await isFluent(stage, stood);
    },
  },
  {
    name: "hostile: a draft of five megabytes is not checked, that is said, and it goes as it is",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      const weighed = await weigh(await stage.panel());
      await (await console.composer()).click();
      await page.evaluate((length) => {
        const box = document.querySelector("#composer") as HTMLTextAreaElement;
        box.value = "无法开具发票".repeat(length / 6);
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }, FIVE_MB);
      await stage.overlaySays(say("page_too_long"));
      await stage.underlines();
      await stage.shot("hostile too long");
      // The console would have to lay five megabytes out; it is enough that it is asked to send them.
      await page.evaluate(() => {
        const box = document.querySelector("#composer") as HTMLTextAreaElement;
        box.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" || box.value.length < 1_000_000) return;
          event.stopImmediatePropagation();
          event.preventDefault();
          box.value = "";
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }, { capture: true });
      });
      await stage.press("Enter");
      await console.reads("");
      await stage.until("nothing is said any more", async () => !(await stage.overlay()).includes(say("page_too_long")));
      await works(stage);
      const { longest } = await weighed();
      assert(longest < A_LOT, `one message had ${longest} letters`);
    },
  },
  {
    name: "hostile: of ten thousand conversations the panel hears of those at the top, and the check goes on",
    page: "console.html",
    wants: { ear: EAR },
    play: async (stage) => {
      const { page } = stage;
      const panel = await stage.panel();
      const weighed = await weigh(panel);
      const stood = await pulse(panel);
      await askEar(page);
      await page.evaluate(() => {
        const list = document.querySelector("#conversations");
        const rows = Array.from({ length: 10_000 }, (_, place) => {
          const one = list?.lastElementChild?.cloneNode(true) as HTMLElement;
          one.classList.remove("active");
          one.dataset["key"] = `many-${place}`;
          // To lay so many out would be the page's own work, and the longest of all.
          one.style.display = "none";
          return one;
        });
        list?.append(...rows);
      });
      for (const place of Array.from({ length: 5 }).keys()) await arrives(stage, `还在吗 ${place}`);
      await works(stage);
      const { longest, rows } = await weighed();
      assert(rows > 50 && rows <= 500, `${rows} rows were told at once`);
      assert(longest < A_LOT, `one message had ${longest} letters`);
      await isFluent(stage, stood);
    },
  },
  {
    name: "hostile: a message of ten thousand elements in each other is read to its end, and the check goes on",
    page: "console.html",
    wants: { ear: EAR },
    play: async (stage) => {
      const { page } = stage;
      const panel = await stage.panel();
      const hears = await hearing(panel, DEEP_WORDS);
      const stood = await pulse(panel);
      await askEar(page);
      await page.evaluate(
        (deep, words) => {
          const message = document.querySelector("#messages > .message.buyer")?.cloneNode(true) as HTMLElement;
          message.dataset["id"] = "deep";
          message.querySelector(".text")?.replaceChildren((0, eval)(deep)(words));
          document.querySelector("#messages")?.append(message);
        },
        DEEP,
        DEEP_WORDS,
      );
      await stage.until("the panel hears the words at the bottom", hears);
      await arrives(stage, "还在吗");
      await works(stage);
      await isFluent(stage, stood);
    },
  },
  {
    name: "hostile: a draft of ten thousand elements in each other is checked and held like any other",
    page: "editable.html",
    play: async (stage) => {
      const { page, console } = stage;
      await stage.panel();
      await (await console.composer()).click();
      const fill = (words: string) =>
        page.evaluate(
          (deep, words) => {
            const box = document.querySelector("#composer");
            box?.replaceChildren(...(words === "" ? [] : [words, (0, eval)(deep)("，谢谢") as Node]));
            box?.dispatchEvent(new Event("input", { bubbles: true }));
          },
          DEEP,
          words,
        );
      await fill(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Enter");
      await stage.overlaySays(say("page_send_anyway"));
      await fill("");
      await works(stage);
    },
  },
];
