/** What runs of Deti on a page where nobody writes: next to nothing. */

import assert from "node:assert/strict";
import type { Counts } from "../cost/counts.ts";
import { askEar } from "../cost/side.ts";
import type { Stage } from "../harness/stage.ts";
import type { Scene } from "../scene.ts";
import { WARNED } from "./drafts.ts";

/** So long the page is left to itself, in milliseconds. */
const WHILE = 3000;
/** Messages that arrive meanwhile. */
const MANY = 60;

/** Lets a time go by on the page's clock, with so many messages in it that the page writes into its list. */
async function goesBy(stage: Stage, messages: number): Promise<Counts> {
  await stage.rest();
  await askEar(stage.page);
  await stage.page.evaluate(
    (messages, time) =>
      new Promise<void>((over) => {
        const list = document.querySelector("#messages")!;
        const from = performance.now();
        let count = 0;
        const arrive = () => {
          const passed = performance.now() - from;
          if (count < messages && passed >= (count * time) / messages) {
            const [first] = list.querySelectorAll(".message");
            list.append(first!.cloneNode(true));
            count += 1;
          }
          if (passed < time || count < messages) setTimeout(arrive, 10);
          else over();
        };
        arrive();
      }),
    messages,
    WHILE,
  );
  return askEar(stage.page);
}

export const cost: Scene[] = [
  {
    name: "cost: on a page where nothing happens nothing of Deti runs, whether the composer has the focus or not",
    page: "editable.html",
    wants: { ear: "tests/browser/cost/counts.ts" },
    play: async (stage) => {
      // The page's own clock, which draws once a second, is not what is asked for here.
      await stage.page.evaluateOnNewDocument(() => {
        if (location.protocol === "http:") Object.assign(window, { setInterval: () => 0 });
      });
      await stage.page.reload();
      await stage.panel();
      await stage.console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      for (const focused of [true, false]) {
        if (!focused) await stage.page.evaluate(() => (document.activeElement as HTMLElement).blur());
        // What came before has its last look.
        await goesBy(stage, 0);
        const { events, longest: _, ...counts } = await goesBy(stage, 0);
        assert.deepEqual(counts, { observers: 0, frames: 0, idle: 0, timers: 0, looks: 0 }, focused ? "in focus" : "out of focus");
        assert.deepEqual(events, {}, focused ? "in focus" : "out of focus");
      }
    },
  },
  {
    name: "cost: where no composer has the focus a message that arrives leaves a mark only, and the page is looked at once a second",
    page: "console.html",
    wants: { ear: "tests/browser/cost/counts.ts" },
    play: async (stage) => {
      await stage.panel();
      await stage.page.evaluate(() => (document.activeElement as HTMLElement).blur());
      const started = Date.now();
      const counts = await goesBy(stage, MANY);
      // The clock of who looks on: a machine that is busy takes longer.
      const most = 2 + Math.ceil((Date.now() - started) / 1000);
      assert(counts.observers >= MANY / 2, `each is heard of: ${counts.observers}`);
      assert.equal(counts.looks, 0, "nothing is looked at where it is heard");
      assert(counts.idle <= most && counts.frames <= 3 * most, `looked at ${counts.idle} times, ${counts.frames} frames, in ${most} seconds`);
      assert(counts.idle > 0, "it is looked at");
    },
  },
];
