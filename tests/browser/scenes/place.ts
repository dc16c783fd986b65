/** Where the panel is: beside, never over, moved, folded, remembered. */

import assert from "node:assert/strict";
import { click } from "../harness/hand.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { WARNED } from "./drafts.ts";

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The panel's frame on the screen, once it has its place there. */
async function frame(stage: Stage): Promise<Box | null> {
  const box = await stage.box("iframe.shown");
  return box !== null && box.right - box.left > 20 ? box : null;
}

/** Asserts that the panel covers nothing that the agent needs. */
async function coversNothing(stage: Stage): Promise<void> {
  const needed = ["#composer, #composer-frame", "#send, #composer-frame", "#messages > .message:last-child .text"];
  await stage.until("a panel that covers nothing", async () => {
    const panel = await frame(stage);
    if (!panel) return false;
    for (const css of needed) {
      const box = await stage.page.$eval(css, (element): Box => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { left, top, right, bottom };
      });
      const beside =
        box.right <= panel.left || box.left >= panel.right || box.bottom <= panel.top || box.top >= panel.bottom;
      if (!beside) return false;
    }
    return true;
  });
}

const width = async (stage: Stage) => {
  const box = await frame(stage);
  return box ? box.right - box.left : 0;
};

/** Docks by the settings, as an agent does. */
async function dock(stage: Stage, side: "left" | "right" | "float"): Promise<void> {
  const panel = await stage.panel();
  await click(panel, "#open-settings");
  const place = { left: 0, right: 1, float: 2 }[side];
  await panel.waitForSelector("#settings:not([hidden])");
  const [choice] = (await panel.$$("#settings input[name=dock]")).slice(place);
  assert(choice);
  await click(panel, choice);
  await click(panel, "#open-settings");
}

export const place: Scene[] = [
  ...["console.html", "editable.html", "frame.html", "strict.html"].map(
    (page): Scene => ({
      name: `place: on ${page} the panel covers neither the composer nor the button nor the newest message`,
      page,
      play: async (stage) => {
        await stage.panel();
        await coversNothing(stage);
        await stage.shot(`place ${page}`);
      },
    }),
  ),
  {
    name: "place: at 1280×720 and at 150 % zoom it covers nothing either",
    page: "console.html",
    wants: { width: 1280, height: 720 },
    play: async (stage) => {
      await stage.panel();
      await coversNothing(stage);
      await stage.shot("place 1280x720");
      await stage.session.zoom(stage.page, 1.5);
      await stage.until("a zoomed page", () => stage.page.evaluate(() => innerWidth < 900));
      await coversNothing(stage);
      await stage.console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await stage.overlaySays(WARNED.better);
      await stage.shot("place 1280x720 zoom 150");
    },
  },
  {
    name: "place: docked left and folded, it stays so on this site after a reload",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      await stage.panel();
      await dock(stage, "left");
      await stage.until("a panel at the left", async () => (await frame(stage))?.left === 0);
      await coversNothing(stage);
      await stage.shot("place 1 left");
      const panel = await stage.panel();
      await click(panel, `button[aria-label="${say("fold")}"]`);
      await stage.until("a tab", async () => {
        const now = await width(stage);
        return now > 0 && now < 60;
      });
      await stage.shot("place 2 folded");
      await page.reload();
      await stage.panel();
      await stage.until("still a tab at the left", async () => {
        const box = await frame(stage);
        return box !== null && box.left === 0 && box.right - box.left < 60;
      });
      const again = await stage.panel();
      await click(again, "button.folded");
      await stage.until("the panel", async () => (await width(stage)) > 250);
      assert.equal((await frame(stage))?.left, 0);
    },
  },
  {
    name: "place: dragged by its bar it floats where it is let go, and remembers it",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      const panel = await stage.panel();
      const from = await stage.until("the panel", () => frame(stage));
      const bar = { x: from.left + 120, y: from.top + 14 };
      let moved = 0;
      await stage.until("the pointer over the bar", async () => {
        moved += 1;
        await page.mouse.move(bar.x + (moved % 5), bar.y);
        return panel.evaluate(() => document.querySelector(".bar:hover") !== null);
      });
      await page.mouse.down();
      await stage.until("an outline follows", async () => {
        moved += 10;
        await page.mouse.move(bar.x - moved, bar.y + moved / 3);
        const outline = await stage.box(".outline");
        return outline !== null && outline.right > outline.left && outline.left !== from.left;
      });
      await page.mouse.move(bar.x - 330, bar.y + 60, { steps: 12 });
      await stage.shot("place dragging");
      await page.mouse.up();
      // A hand is never quite still.
      await page.mouse.move(bar.x - 331, bar.y + 60);
      await stage.until("the panel lies elsewhere", async () => {
        const now = await frame(stage);
        return now !== null && now.left !== from.left;
      });
      await coversNothing(stage);
      const there = await stage.until("the panel", () => frame(stage));
      await stage.shot("place floating");
      await page.reload();
      await stage.panel();
      await stage.until("the panel where it was left", async () => {
        const now = await frame(stage);
        return now !== null && Math.abs(now.left - there.left) < 2 && Math.abs(now.top - there.top) < 2;
      });
    },
  },
  {
    name: "keyboard: Alt+Q goes to the panel and Escape back, the caret where it was",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      await console.type("您好马上为您安排");
      await stage.press("ArrowLeft");
      await stage.press("ArrowLeft");
      const caret = await console.caret();
      await stage.press("Alt+q");
      await stage.until("the panel has the keyboard", () => panel.evaluate(() => document.hasFocus()));
      await stage.shot("keyboard panel");
      await stage.press("Escape");
      await stage.until("the composer has the keyboard", () => console.focused());
      assert.equal(await console.caret(), caret);
      // The same key goes both ways.
      await stage.press("Alt+q");
      await stage.until("the panel has the keyboard", () => panel.evaluate(() => document.hasFocus()));
      await stage.press("Alt+q");
      await stage.until("the composer has the keyboard", () => console.focused());
      assert.equal(await console.caret(), caret);
    },
  },
  {
    name: "keyboard: Alt+Q selects what was searched for before, and the next words replace it",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      const searched = () => panel.$eval("#search", (box) => (box as HTMLInputElement).value);
      const selected = () =>
        panel.$eval("#search", (box) => {
          const { selectionStart, selectionEnd, value } = box as HTMLInputElement;
          return document.hasFocus() && document.activeElement === box ? value.slice(selectionStart ?? 0, selectionEnd ?? 0) : null;
        });
      await console.type("您好");
      await stage.press("Alt+q");
      await stage.until("the search has the keyboard", async () => (await selected()) === "");
      await stage.page.keyboard.type("fapiao");
      // Escape would empty the box.
      await stage.press("Alt+q");
      await stage.until("the composer has the keyboard", () => console.focused());
      assert.equal(await searched(), "fapiao");
      await stage.press("Alt+q");
      await stage.until("the words are selected", async () => (await selected()) === "fapiao");
      await stage.page.keyboard.type("kuaidi");
      await stage.until("other words", async () => (await searched()) === "kuaidi");
    },
  },
  {
    name: "keyboard: Tab reaches every control of the panel",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      await console.type("不好意思，这个到不了");
      await stage.underlines(WARNED.mark, "warn 到不了");
      await stage.press("Alt+q");
      await stage.until("the panel has the keyboard", () => panel.evaluate(() => document.hasFocus()));
      // A row of tabs and a group of radio buttons are one stop each, by design.
      const wanted = await panel.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>("button, input, [tabindex]")];
        const shown = all.filter(
          (one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0,
        );
        shown.forEach((one, place) => {
          one.dataset["place"] = String(place);
        });
        return shown.length;
      });
      const reached = new Set<string>();
      /** Notes the control with the focus; false when the panel has lost it. */
      const look = async () => {
        const [inside, place] = await panel.evaluate(() => [
          document.hasFocus(),
          (document.activeElement as HTMLElement | null)?.dataset["place"],
        ]);
        if (inside === true && typeof place === "string") reached.add(place);
        return inside === true;
      };
      // From the search box to the end, then from the end to the beginning.
      for (const key of ["Tab", "Shift+Tab"]) {
        do {
          await stage.press(key);
          await stage.rest();
        } while (await look());
        if (key === "Tab") {
          await stage.press("Shift+Tab");
          await stage.until("the panel has the keyboard again", look);
        }
      }
      const missed = await panel.evaluate(
        (reached) =>
          [...document.querySelectorAll<HTMLElement>("[data-place]")]
            .filter((one) => !reached.includes(one.dataset["place"] ?? ""))
            .map((one) => one.outerHTML),
        [...reached],
      );
      assert.deepEqual(missed, [], `${reached.size} of ${wanted} controls reached`);
    },
  },
];
