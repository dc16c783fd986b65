/** Languages, light and dark, and what axe has to say about the panel. */

import assert from "node:assert/strict";
import type { ElementHandle, Frame } from "puppeteer-core";
import { axe } from "../harness/axe.ts";
import { click } from "../harness/hand.ts";
import { add, hasFocus } from "../harness/library.ts";
import { selectAll } from "../harness/selection.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { type Language, say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** The browser's language, the words' folder, the document's language, the page. */
const LANGUAGES: [string, Language, string, string][] = [
  ["zh-CN", "zh_CN", "zh-Hans-CN", "console.html"],
  ["zh-TW", "zh_TW", "zh-Hant-TW", "console.html?script=hant"],
  ["en", "en", "en", "console.html"],
];

/**
 * What axe finds wrong in the list at the caret. It stands in a closed shadow
 * root, where axe cannot look: so a copy of the layer is put into the page, with
 * its style sheet.
 */
async function axeOfList(stage: Stage): Promise<string[]> {
  const layer = await stage.session.shadow(stage.page, (root) => ({
    sheet: root.querySelector("style")?.textContent ?? "",
    face: root.querySelector(".list")?.parentElement?.className ?? "",
    list: root.querySelector(".list")?.outerHTML ?? "",
  }));
  assert(layer !== null && layer.list !== "", "no list at the caret");
  await stage.page.evaluate(({ sheet, face, list }) => {
    const copy = document.body.appendChild(document.createElement("div"));
    copy.id = "copy";
    const style = document.createElement("style");
    style.textContent = sheet;
    // In a root of its own, as it is: the page's style sheet means other things.
    const root = copy.attachShadow({ mode: "open" });
    root.append(style);
    const layer = root.appendChild(document.createElement("div"));
    layer.className = face;
    layer.insertAdjacentHTML("beforeend", list);
  }, layer);
  // The caret stays in the composer: arrow keys choose, and what is chosen scrolls into view.
  const found = (await axe(stage.page, "#copy")).filter((what) => !what.startsWith("scrollable-region-focusable"));
  await stage.page.evaluate(() => document.querySelector("#copy")?.remove());
  return found;
}

/** The screens of the library of replies, one after the other, each handed over while it is open. */
/** In a low window the list still has room for three whole replies. */
async function threeRows(stage: Stage): Promise<void> {
  const panel = await stage.panel();
  await stage.until("three whole rows", () =>
    panel.evaluate(() => {
      const rows = [...document.querySelectorAll("#replies .reply")].map((row) => row.getBoundingClientRect());
      const end = document.querySelector("#replies")?.getBoundingClientRect().bottom ?? 0;
      return rows.filter((row) => row.height > 0 && row.bottom <= end + 0.5).length >= 3;
    }),
  );
}

async function shelf(stage: Stage, seen: (name: string) => Promise<void>): Promise<void> {
  const { console, page: tab } = stage;
  const panel = await stage.panel();
  for (const words of ["亲，今天拍下明天发", "{尾号}{原因|尺码|颜色}"]) await add(stage, words);
  await hasFocus(stage, "search");
  await stage.press("Alt+i");
  await panel.waitForSelector("#details");
  await seen("library");
  await stage.press("Alt+i");
  await stage.press("F2");
  await hasFocus(stage, "editor");
  await panel.focus("#editor-body");
  await selectAll(stage.page);
  await tab.keyboard.type("本店不支持退货，也无法开具发票");
  await stage.until("findings under the words", async () => (await panel.$$(".editor-marks li")).length > 1);
  await seen("editor");
  // Words that were not saved take a second one.
  await stage.press("Escape");
  await stage.panelSays(say("notice_unsaved"));
  await stage.press("Escape");
  await stage.until("the editor is closed", async () => (await panel.$("#editor")) === null);
  await panel.focus("#search");
  await stage.press("Alt+Delete");
  await click(panel, "#open-shelf");
  await seen("shelf");
  await click(panel, ".shelf button:nth-of-type(1)");
  await panel.waitForSelector(".thrown");
  await seen("bin");
  await stage.press("Escape");
  await panel.waitForSelector(".thrown", { hidden: true });
  const file = await panel.waitForSelector("#import");
  await (file as ElementHandle<HTMLInputElement>).uploadFile(`${process.cwd()}/tests/browser/files/qianniu-gb18030.csv`);
  await panel.waitForSelector(".planned");
  await seen("dry run");
  await stage.press("Escape");
  await panel.waitForSelector(".planned", { hidden: true });
  await console.clear();
  await stage.press("Alt+1");
  await hasFocus(stage, "field-0");
  await seen("form");
  await stage.press("Escape");
  await console.clear();
  await tab.keyboard.type("/");
  await stage.until("the list at the caret", () => stage.box(".list .option:nth-child(9)"));
  await seen("list");
}

/** The panel with everything on it: findings, an unpaid order, a held draft. */
async function full(stage: Stage): Promise<Frame> {
  const panel = await stage.panel();
  await stage.console.type("不好意思，无法开具发票");
  await stage.until("two words underlined", async () => (await stage.underlined()).length === 2);
  await stage.press("Enter");
  await stage.rest();
  return panel;
}

export const look: Scene[] = [
  ...LANGUAGES.map(
    ([tag, language, lang, page]): Scene => ({
      name: `look: the interface is in ${tag} where the browser is`,
      page,
      wants: { language: tag, limits: ANY_TIME },
      play: async (stage) => {
        const panel = await full(stage);
        for (const key of ["tab_replies", "tab_orders", "tab_notes", "held", "due"]) {
          await stage.panelSays(say(key, language));
        }
        await stage.overlaySays(say("page_send_anyway", language));
        assert.equal(await panel.evaluate(() => document.documentElement.lang), lang);
        await stage.shot(`look ${tag}`);
        await click(panel, "#open-settings");
        await stage.panelSays(say("privacy", language));
        await stage.shot(`look ${tag} settings`);
      },
    }),
  ),
  ...[false, true].map(
    (dark): Scene => ({
      name: `look: ${dark ? "dark" : "light"}, every list, and axe finds nothing`,
      page: "console.html",
      wants: { dark },
      play: async (stage) => {
        const theme = dark ? "dark" : "light";
        const panel = await full(stage);
        await stage.until(`a ${theme} panel`, () =>
          panel.evaluate((theme) => document.documentElement.dataset["theme"] === theme, theme),
        );
        await stage.shot(`look ${theme} 1 held`);
        assert.deepEqual(await axe(panel), []);
        for (const [place, list] of ["replies", "orders", "notes"].entries()) {
          await click(panel, `[role=tab]:nth-of-type(${place + 1})`);
          await stage.until(`the ${list}`, () =>
            panel.evaluate(
              (place) => document.querySelectorAll("[role=tab]")[place]?.ariaSelected === "true",
              place,
            ),
          );
          await stage.shot(`look ${theme} ${place + 2} ${list}`);
          assert.deepEqual(await axe(panel), [], list);
        }
        await click(panel, "#open-settings");
        await panel.waitForSelector("#settings:not([hidden])");
        await stage.shot(`look ${theme} 5 settings`);
        assert.deepEqual(await axe(panel), [], "settings");
      },
    }),
  ),
  ...[false, true].map((dark): Scene => {
    const theme = dark ? "dark" : "light";
    return {
      name: `look: the library of replies in ${theme}, and axe finds nothing`,
      page: "console.html",
      wants: { dark },
      play: async (stage) => {
        const wrong: string[] = [];
        await shelf(stage, async (name) => {
          await stage.shot(`look ${theme} ${name}`);
          const found = name === "list" ? await axeOfList(stage) : await axe(await stage.panel());
          wrong.push(...found.map((what) => `${name}: ${what}`));
        });
        assert.deepEqual(wrong, []);
      },
    };
  }),
  ...[false, true].map((dark): Scene => {
    const theme = dark ? "dark" : "light";
    return {
      name: `look: the library of replies at one and a half times the size in a low window, in ${theme}`,
      page: "console.html",
      wants: { dark, width: 1280, height: 720 },
      play: async (stage) => {
        await stage.session.zoom(stage.page, 1.5);
        await threeRows(stage);
        assert.deepEqual(await axe(await stage.panel()), []);
        await shelf(stage, async (name) => {
          await stage.shot(`look ${theme} zoomed ${name}`);
          const box = await stage.box(name === "list" ? ".list" : ".panel");
          const view = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
          assert(box !== null && box.left >= 0 && box.top >= 0, `${name} is on screen`);
          assert(box.right <= view.width && box.bottom <= view.height, `${name} is on screen whole`);
        });
      },
    };
  }),
];
