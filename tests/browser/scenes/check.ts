/** The live check: from a typed word to its rewrite and back. */

import assert from "node:assert/strict";
import type { Scene } from "../scene.ts";
import { WARNED } from "./drafts.ts";

/** Every page of the sandbox, and how its composer is told in a picture's name. */
const PAGES = ["console.html", "strict.html", "editable.html", "frame.html"];

export const check: Scene[] = [
  ...PAGES.map(
    (page): Scene => ({
      name: `check: on ${page} a word is underlined, explained, rewritten, and undone`,
      page,
      play: async (stage) => {
        const { console } = stage;
        await stage.panel();
        await console.type(WARNED.text);
        await stage.underlines(WARNED.mark);
        await stage.overlaySays(WARNED.better);
        await stage.panelSays(WARNED.better);
        await stage.shot(`check ${page} 1 card`);

        await stage.press("Alt+Enter");
        await console.reads(WARNED.rewritten);
        await stage.underlines();
        await stage.shot(`check ${page} 2 rewritten`);

        await stage.press("Control+z");
        await console.reads(WARNED.text);
        await stage.underlines(WARNED.mark);
        assert.equal(await console.focused(), true);
      },
    }),
  ),
  {
    name: "check: one key rewrites everything, and one undo takes it back",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const draft = "不好意思，这个不行，明天可以到";
      await stage.panel();
      await console.type(draft);
      await stage.until("three words underlined", async () => (await stage.underlined()).length === 3);
      await stage.shot("check all 1 three findings");
      await stage.press("Alt+Shift+Enter");
      await stage.until("a clean draft", async () => {
        const now = await console.draft();
        return now !== draft && now !== "" && (await stage.underlined()).length === 0;
      });
      await stage.shot("check all 2 rewritten");
      await stage.press("Control+z");
      await console.reads(draft);
    },
  },
  {
    name: "check: the pointer over a word opens its card, and a click takes the rewrite",
    page: "console.html",
    play: async (stage) => {
      const { console, page } = stage;
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      // The card of the caret, if there is one, is closed first.
      await stage.press("Escape");
      const word = await stage.until("a place of the word", () => stage.box(".mirror .sheet > span"));
      const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2];
      await page.mouse.move(x - 60, y);
      // A pointer that comes to rest, as a hand moves it.
      let left = 12;
      await stage.until("the card under the pointer", async () => {
        left = Math.max(0, left - 1);
        await page.mouse.move(x - left / 4, y);
        return (await stage.overlay()).includes(WARNED.better);
      });
      const card = await stage.until("a card", () => stage.box(".card"));
      assert(card.bottom <= word.top || card.top >= word.bottom, "the card covers the line");
      await stage.shot("check pointer card");
      await stage.clickOn(".card .take");
      await console.reads(WARNED.rewritten);
      assert.equal(await console.focused(), true, "the click took the caret away");
    },
  },
  {
    name: "check: a word that is typed on is underlined only where it stands now",
    page: "console.html",
    play: async (stage) => {
      const { console, page } = stage;
      await stage.panel();
      await console.type("不好意思");
      await stage.underlines(WARNED.mark);
      await stage.press("Home");
      await page.keyboard.type("亲，");
      await console.reads("亲，不好意思");
      await stage.underlines(WARNED.mark);
      await console.clear();
      await stage.underlines();
    },
  },
];
