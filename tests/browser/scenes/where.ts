/**
 * Where Deti is used: on the listed consoles until the agent says otherwise, on any
 * other site when she allows it.
 *
 * The browser's own question cannot be answered by a driver. In Firefox it is left out,
 * and all the rest is played. In Chromium the browser allows the site beforehand, as it
 * would for who was asked by an earlier version; so what is not played there is the
 * question, that its answer comes when the popup is gone, and allowing a second time.
 */

import assert from "node:assert/strict";
import type { Page, Target } from "puppeteer-core";
import { axe } from "../harness/axe.ts";
import { click } from "../harness/hand.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { WARNED } from "./drafts.ts";
import { works } from "./hostile/works.ts";

/** A site that no manifest names; without https, as a shop's own machine may be. */
const SHOP = "shop.example";
const PATTERN = `http://${SHOP}/*`;

const WANTS = { hosts: [SHOP], allows: [PATTERN] };

/** How many elements of ours the page holds. */
const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll("[data-deti-host]").length);

/** Opens a page of the shop that nobody has allowed. */
async function shop(stage: Stage, page = "console.html"): Promise<void> {
  const address = new URL(stage.site.at(page));
  address.hostname = SHOP;
  await stage.page.goto(address.href);
}

/** Puts the focus where the agent writes: there Deti comes. */
async function write(stage: Stage): Promise<void> {
  await (await stage.console.composer()).click();
  await stage.panel();
}

async function gone(stage: Stage): Promise<void> {
  await stage.until("nothing of Deti on the page", async () => (await hosts(stage.page)) === 0);
}

/** Presses a button of the popup of the page in front. */
async function press(stage: Stage, id: string): Promise<void> {
  const popup = await stage.session.popup(stage.page);
  assert((await popup.buttons()).includes(id), `${id} is among ${await popup.buttons()}`);
  await popup.press(id);
}

/** The page of choices, opened from the popup; it is in front then. */
async function choices(stage: Stage): Promise<Page> {
  const popup = await stage.session.popup(stage.page);
  const opened = new Promise<Target>((opened) => stage.session.browser.once("targetcreated", opened));
  await popup.press("all");
  const page = await (await opened).asPage();
  await page.waitForSelector("body[data-ready]");
  return page;
}

/**
 * Waits until the list shows a site so: its state, and the parts of its row. The list
 * may be behind another tab, where no picture is painted: so its own changes are heard.
 */
async function lists(page: Page, site: string, wanted: string): Promise<void> {
  const row = (site: string): string => {
    const row = [...document.querySelectorAll<HTMLElement>("li")].find((one) => one.dataset["site"] === site);
    if (row === undefined) return "";
    const parts = [...row.children].filter((part) => !(part as HTMLElement).hidden && part.textContent !== "");
    return [row.dataset["state"], ...parts.map(({ className }) => className)].join(" ");
  };
  const isSo = `((site, wanted) => (${row})(site) === wanted)(${JSON.stringify(site)}, ${JSON.stringify(wanted)})`;
  await page.waitForFunction(isSo, { polling: "mutation", timeout: 20_000 }).catch(async (error: Error) => {
    throw new Error(`${site} is not listed as ${wanted} but as ${await page.evaluate(row, site)}: ${error.message}`);
  });
}

/** Clicks a button of a site in the list. */
async function choose(page: Page, site: string, button: string): Promise<void> {
  await page.bringToFront();
  await page.click(`li[data-site="${site}"] .${button}`);
}

export const where: Scene[] = [
  {
    name: "where: a site that nobody allowed has nothing of Deti; allowed by a click it works at once and after loading anew, and is given back by a click",
    page: "nothing.html",
    wants: WANTS,
    play: async (stage) => {
      const { page, session, console } = stage;
      await shop(stage);
      await console.type(WARNED.text);
      await stage.rest();
      assert.equal(await hosts(page), 0);
      const popup = await session.popup(page);
      assert.deepEqual(await popup.buttons(), ["use", "desk", "all"]);
      assert((await popup.says()).includes(SHOP));
      await popup.press("use");
      await stage.until("Deti is on the page", async () => (await hosts(page)) === 1);
      // What was written before is checked as it stands.
      await stage.panel();
      await stage.underlines(WARNED.mark);
      await console.clear();
      await works(stage);
      await stage.shot("where 1 allowed");
      await page.reload();
      await write(stage);
      await works(stage);
      await press(stage, "stop");
      await gone(stage);
      await page.reload();
      await (await console.composer()).click();
      await stage.rest();
      assert.equal(await hosts(page), 0);
      const off = await session.popup(page);
      assert.deepEqual(await off.buttons(), ["use", "desk", "all"]);
    },
  },
  {
    name: "where: on an allowed site a contenteditable works, and one in a frame, and the composer is where the focus is",
    page: "nothing.html",
    wants: WANTS,
    play: async (stage) => {
      await shop(stage);
      await press(stage, "use");
      for (const name of ["editable.html", "frame.html"]) {
        await shop(stage, name);
        await write(stage);
        await works(stage);
      }
      await shop(stage);
      await stage.page.evaluate(() => {
        const other = document.createElement("textarea");
        other.id = "other";
        document.body.prepend(other);
      });
      await write(stage);
      await stage.page.click("#other");
      await stage.page.keyboard.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await stage.press("Alt+Enter");
      await stage.until("it is rewritten where it stands", () =>
        stage.page.$eval("#other", (box, text) => (box as HTMLTextAreaElement).value === text, WARNED.rewritten),
      );
    },
  },
  {
    name: "where: the page of choices lists every site, switches each off and on, and what it says follows",
    page: "console.html",
    wants: WANTS,
    play: async (stage) => {
      const { page } = stage;
      await stage.panel();
      const list = await choices(stage);
      await lists(list, "sandbox", "on name hosts state by change");
      await lists(list, "pinduoduo", "on name hosts state by change");
      await choose(list, "sandbox", "change");
      await lists(list, "sandbox", "off name hosts state by change");
      await page.bringToFront();
      await gone(stage);
      await page.reload();
      await (await stage.console.composer()).click();
      await gone(stage);
      await choose(list, "sandbox", "change");
      await lists(list, "sandbox", "on name hosts state by change");
      await page.bringToFront();
      await works(stage);
      await shop(stage);
      await press(stage, "use");
      await write(stage);
      await lists(list, PATTERN, "on name state by change");
      await page.bringToFront();
      const panel = await stage.panel();
      await click(panel, "#open-pause");
      await click(panel, "#pause-site");
      await lists(list, PATTERN, "paused name state by change go-on");
      await choose(list, PATTERN, "go-on");
      await lists(list, PATTERN, "on name state by change");
      await choose(list, PATTERN, "change");
      await lists(list, PATTERN, "off name state by change forget");
      await page.bringToFront();
      await gone(stage);
      if (stage.session.name === "firefox") {
        await choose(list, PATTERN, "change");
        await lists(list, PATTERN, "on name state by change");
        await page.bringToFront();
        await write(stage);
        await works(stage);
        await choose(list, PATTERN, "change");
        await lists(list, PATTERN, "off name state by change forget");
      }
      await choose(list, PATTERN, "forget");
      await lists(list, PATTERN, "");
    },
  },
  {
    name: "where: what is taken away in the browser's own settings is noticed at once",
    page: "nothing.html",
    wants: WANTS,
    play: async (stage) => {
      await shop(stage);
      await press(stage, "use");
      await write(stage);
      await stage.session.withdraw(PATTERN);
      await stage.page.bringToFront();
      await gone(stage);
      const list = await choices(stage);
      await lists(list, PATTERN, "withheld name state by change forget");
    },
  },
  {
    name: "where: an allowed site outlives an update of the extension and the end of its background",
    page: "nothing.html",
    wants: WANTS,
    play: async (stage) => {
      const { session, console } = stage;
      await shop(stage);
      await press(stage, "use");
      await write(stage);
      await session.endBackground();
      await stage.page.reload();
      await write(stage);
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      const old = await stage.page.waitForSelector("[data-deti-host]");
      await session.reload();
      await stage.until("the old element is gone", async () => !(await old?.evaluate((it) => it.isConnected)));
      await stage.until("one element of ours on the page", async () => (await hosts(stage.page)) === 1);
      await write(stage);
      await stage.underlines(WARNED.mark);
      await console.clear();
      await works(stage);
    },
  },
  {
    name: "where: a page that wants to be allowed, or to have the check paused, gets neither",
    page: "nothing.html",
    wants: WANTS,
    play: async (stage) => {
      const { page } = stage;
      const beg = () =>
        page.evaluate((pattern) => {
          const wishes = [
            { type: "deti-site-wanted", site: pattern },
            { type: "deti-site", site: pattern, on: true },
            { type: "deti-site", site: "sandbox", on: false },
            { type: "deti-command", command: "pause-hour" },
            { type: "deti-stands", away: null, paused: true },
          ];
          const world = window as unknown as Record<string, { runtime?: { sendMessage?: (wish: object) => unknown } } | undefined>;
          for (const wish of wishes) {
            window.postMessage(wish, "*");
            try {
              world["chrome"]?.runtime?.sendMessage?.(wish);
            } catch {}
          }
          const composer = document.querySelector<HTMLElement>("#composer");
          composer?.focus();
          for (const type of ["keydown", "keyup"]) {
            composer?.dispatchEvent(new KeyboardEvent(type, { key: "p", code: "KeyP", altKey: true, bubbles: true, composed: true }));
          }
          history.replaceState(null, "", "?deti=allow");
          document.title = "mms.pinduoduo.com";
        }, PATTERN);
      await shop(stage);
      await beg();
      await stage.rest();
      assert.equal(await hosts(page), 0);
      const popup = await stage.session.popup(page);
      // It says what the browser says, not what the page calls itself.
      assert((await popup.says()).includes(SHOP));
      await popup.press("use");
      await write(stage);
      await beg();
      await stage.rest();
      await works(stage);
      assert.notEqual(await stage.session.badge(), "II");
    },
  },
  {
    name: "where: no page beside the listed consoles can look for Deti by an address that never changes",
    page: "nothing.html",
    // Firefox gives every installation an address of its own.
    only: "chromium",
    wants: WANTS,
    play: async (stage) => {
      const { page } = stage;
      await page.goto(stage.site.at("console.html"));
      const panel = await stage.panel();
      const fixed = await panel.evaluate(() => location.href);
      assert(fixed.endsWith("/panel/panel.html"));
      await shop(stage);
      const loads = (address: string) =>
        page.evaluate((address) => fetch(address).then(({ ok }) => ok, () => false), address);
      assert.equal(await loads(fixed), false);
      assert.equal(await loads(fixed.replace("panel.html", "elsewhere.html")), false, "nor by the other name");
    },
  },
  ...[false, true].map(
    (dark): Scene => ({
      name: `where: the popup and the page of choices in ${dark ? "dark" : "light"}, and axe finds nothing`,
      page: "nothing.html",
      wants: { ...WANTS, dark, width: 1280, height: 720 },
      play: async (stage) => {
        const theme = dark ? "dark" : "light";
        const { session } = stage;
        const look = async (name: string) => {
          const popup = await session.popup(stage.page);
          // Firefox's popup is no page to its driver.
          if (popup.page !== null) {
            await popup.page.screenshot({ path: `tests/browser/out/chromium/where ${theme} popup ${name}.png` });
            assert.deepEqual(await axe(popup.page.mainFrame()), [], name);
          }
          await popup.close();
        };
        await shop(stage);
        await look("unknown");
        await press(stage, "use");
        await write(stage);
        await look("used");
        const panel = await stage.panel();
        await click(panel, "#open-pause");
        await click(panel, "#pause-hour");
        await stage.panelSays(say("now_paused"));
        await look("paused");
        const list = await choices(stage);
        await list.bringToFront();
        await lists(list, PATTERN, "paused name state by change");
        await list.screenshot({ path: `tests/browser/out/${session.name}/where ${theme} choices.png`, fullPage: true });
        assert.deepEqual(await axe(list.mainFrame()), []);
      },
    }),
  ),
];
