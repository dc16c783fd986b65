/** The check pauses for an hour, for a site, for a conversation, and goes on. */

import assert from "node:assert/strict";
import type { Frame, Page } from "puppeteer-core";
import { axe } from "../harness/axe.ts";
import { click } from "../harness/hand.ts";
import { hasFocus } from "../harness/library.ts";
import type { Stage } from "../harness/stage.ts";
import { until } from "../harness/until.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";
import { sends, works } from "./hostile/works.ts";

const HOUR = 3_600_000;

/** What stands on the toolbar button while the check is paused. */
const PAUSED = "II";

/** Asks for a pause by the keyboard alone, and answers with this digit. */
async function pause(stage: Stage, answer: "1" | "2" | "3"): Promise<void> {
  await stage.press("Alt+p");
  await hasFocus(stage, "pause-hour");
  await stage.press(answer);
}

async function badge(stage: Stage, wanted: string): Promise<void> {
  let shown = "";
  await stage
    .until(`the button shows “${wanted}”`, async () => {
      shown = await stage.session.badge();
      return shown === wanted;
    })
    .catch((error: Error) => {
      throw new Error(`${error.message}; it shows “${shown}”`);
    });
}

/** What is kept of pauses. */
function kept(panel: Frame): Promise<{ hour?: number; sites?: object; conversations?: object[] }> {
  return panel.evaluate(async () => ((await chrome.storage.local.get("pauses"))["pauses"] ?? {}) as object);
}

/** The panel of another tab. */
async function panelOf(page: Page): Promise<Frame> {
  return until(page, "a panel in the other tab", async () => {
    for (const frame of page.frames()) {
      if (await frame.$("#open-pause").catch(() => null)) return frame;
    }
    return null;
  });
}

export const pauses: Scene[] = [
  {
    name: "pause: for an hour by the keyboard; nothing is underlined, listed or held, everything says so, and the same key goes on",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await pause(stage, "1");
      await stage.underlines();
      await stage.panelSays(say("now_paused"));
      const { hour = 0 } = await kept(panel);
      const until = await panel.evaluate((at) => new Date(at).toTimeString().slice(0, 5), hour);
      await stage.panelSays(until);
      await badge(stage, PAUSED);
      await stage.until("the keyboard is back in the composer", () => console.focused());
      await stage.shot("pause 1 hour");
      await sends(stage, FORBIDDEN.text);
      await console.type("/fapiao");
      await stage.rest();
      await stage.rest();
      assert.equal(await stage.box(".list"), null, "no list at the caret");
      await console.clear();
      await console.type(FORBIDDEN.text);
      await stage.press("Alt+p");
      await stage.underlines(FORBIDDEN.mark);
      await stage.until("the button shows what it showed", async () => (await stage.session.badge()) !== PAUSED);
      await stage.press("Enter");
      await stage.panelSays(say("held"));
    },
  },
  {
    name: "pause: of a conversation ends when another one is opened and returns with it",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await pause(stage, "3");
      await stage.underlines();
      await stage.panelSays(say("paused_conversation"));
      await console.show("c-5112");
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await stage.until("the button shows no pause", async () => (await stage.session.badge()) !== PAUSED);
      await console.clear();
      await stage.page.click('.conversation[data-key="c-5079"]');
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await console.clear();
      await stage.page.click(".conversation");
      await stage.panelSays(say("paused_conversation"));
      await badge(stage, PAUSED);
    },
  },
  {
    name: "pause: of a site in one tab shows in the other at once, and ends in both",
    page: "console.html",
    play: async (stage) => {
      const { session, page } = stage;
      const panel = await stage.panel();
      const other = await session.browser.newPage();
      await other.goto(page.url());
      const theirs = await panelOf(other);
      await until(other, "a panel that works", () =>
        theirs.$eval(".state", (state) => ["on", "none"].includes((state as HTMLElement).dataset["state"] ?? "")),
      );
      await page.bringToFront();
      await click(panel, "#open-pause");
      await click(panel, "#pause-site");
      await stage.panelSays(say("paused_site"));
      const says = () => theirs.evaluate(() => document.querySelector<HTMLElement>(".until")?.innerText ?? "");
      await stage.until("the other one says so", async () => (await says()) === say("paused_site"));
      await other.bringToFront();
      await click(theirs, "#go-on");
      await page.bringToFront();
      await works(stage);
      assert.deepEqual((await kept(panel)).sites, {});
    },
  },
  {
    name: "pause: outlives loading anew; one of a clock that was days ahead ends within an hour, and one that is over is over",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      const left = async (after: number) => {
        const panel = await stage.panel();
        // By the page's clock: the panel's own is set in between.
        const hour = (await page.evaluate(() => Date.now())) + after;
        await panel.evaluate((hour) => chrome.storage.local.set({ pauses: { format: 1, hour } }), hour);
        await page.reload();
        return stage.panel();
      };
      await left(30 * 60_000);
      await stage.panelSays(say("now_paused"));
      await console.type(FORBIDDEN.text);
      await stage.rest();
      await stage.underlines();
      const ahead = await left(10 * 24 * HOUR);
      await stage.panelSays(say("now_paused"));
      await stage.until("what is kept ends within an hour", async () => {
        const { hour = 0 } = await kept(ahead);
        return hour > 0 && hour <= (await ahead.evaluate(() => Date.now())) + HOUR;
      });
      // Set ahead by two hours, with the panel looking on: the next look at the clock ends it.
      await ahead.evaluate(() => {
        const { now } = Date;
        Date.now = () => now.call(Date) + 2 * 3_600_000;
        document.dispatchEvent(new Event("visibilitychange"));
      });
      await stage.until("it is over", async () => (await kept(ahead)).hour === undefined, 30_000);
      // The panel whose clock is ahead is gone before the next one is paused.
      await page.reload();
      await left(8000);
      await stage.panelSays(say("now_paused"));
      await console.type(FORBIDDEN.text);
      // It ends by itself.
      await stage.underlines(FORBIDDEN.mark);
    },
  },
  {
    name: "pause: from the toolbar button, which also says until when and lets the check go on",
    page: "console.html",
    play: async (stage) => {
      const { session, page, console } = stage;
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      const popup = await session.popup(page);
      assert.deepEqual(await popup.buttons(), ["pause-hour", "pause-site", "pause-conversation", "fold", "stop", "desk", "all"]);
      await popup.press("pause-site");
      await stage.underlines();
      await badge(stage, PAUSED);
      const again = await session.popup(page);
      assert((await again.says()).includes(say("paused_site")));
      await again.press("go-on");
      await stage.underlines(WARNED.mark);
    },
  },
  ...[false, true].map(
    (dark): Scene => ({
      name: `pause: what asks and what says so in ${dark ? "dark" : "light"}, also at one and a half times the size, and axe finds nothing`,
      page: "console.html",
      wants: { dark, width: 1280, height: 720 },
      play: async (stage) => {
        const theme = dark ? "dark" : "light";
        const panel = await stage.panel();
        await stage.console.type(WARNED.text);
        await stage.underlines(WARNED.mark);
        for (const zoom of [1, 1.5]) {
          await stage.session.zoom(stage.page, zoom);
          await stage.press("Alt+p");
          await hasFocus(stage, "pause-hour");
          await stage.shot(`pause ${theme} ${zoom} asks`);
          assert.deepEqual(await axe(panel), [], "asks");
          await stage.press("1");
          await stage.panelSays(say("now_paused"));
          await stage.shot(`pause ${theme} ${zoom} paused`);
          assert.deepEqual(await axe(panel), [], "paused");
          await stage.press("Alt+p");
          await stage.underlines(WARNED.mark);
        }
        await stage.press("Alt+p");
        await hasFocus(stage, "pause-hour");
        await stage.press("Escape");
        await hasFocus(stage, "open-pause");
        await stage.press("Escape");
        await stage.until("the composer has the keyboard", () => stage.console.focused());
        await pause(stage, "2");
        await panel.evaluate(() => document.querySelector<HTMLElement>(".tool:last-of-type")?.focus());
        await stage.press("Enter");
        await stage.until("a folded panel", () => panel.evaluate(() => document.documentElement.hasAttribute("data-folded")));
        await stage.shot(`pause ${theme} folded`);
        assert.deepEqual(await axe(panel), [], "folded");
      },
    }),
  ),
];
