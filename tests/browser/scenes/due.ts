/** What is due while nobody looks: the count on the toolbar button, the alarm, the notification. */

import assert from "node:assert/strict";
import type { Frame } from "puppeteer-core";
import { click } from "../harness/hand.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";

/** The extension's storage, as the panel's document reaches it in both browsers. */
interface Storage {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

/**
 * Leaves for the background what becomes due, as a panel does; `after` counts
 * milliseconds from now. The panel leaves its own whenever it learns more of the
 * page, so what is left here must be there still once everything has come to rest.
 */
async function leave(
  stage: Stage,
  panel: Frame,
  items: { id: string; after: number }[],
  quiet = { from: 0, to: 0 },
): Promise<void> {
  const left = () =>
    panel.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, { storage: { local: Storage } } | undefined>;
      return JSON.stringify((await (browser ?? chrome)?.storage.local.get("watch"))?.["watch"] ?? null);
    });
  await stage.until("the panel has left its own", async () => (await left()).includes('"id"'));
  await stage.until("what is left stays", async () => {
    await panel.evaluate(async (items, quiet) => {
      const { browser, chrome } = globalThis as unknown as Record<string, { storage: { local: Storage } } | undefined>;
      const due = items.map(({ id, after }) => ({ id, at: Date.now() + after }));
      await (browser ?? chrome)?.storage.local.set({ watch: { items: due, quiet } });
    }, items, quiet);
    const ours = await left();
    for (let time = 0; time < 3; time += 1) await stage.rest();
    return (await left()) === ours;
  });
}

/** What the agent was told of. */
async function told(panel: Frame): Promise<string[]> {
  return panel.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { storage: { local: Storage } } | undefined>;
    const kept = await (browser ?? chrome)?.storage.local.get("told");
    return (kept?.["told"] ?? []) as string[];
  });
}

async function counts(stage: Stage, badge: string): Promise<void> {
  let now = "";
  await stage
    .until(`the button counts “${badge}”`, async () => {
      now = await stage.session.badge();
      return now === badge;
    })
    .catch((error: Error) => {
      throw new Error(`${error.message}; it counts “${now}”`);
    });
}

export const due: Scene[] = [
  {
    name: "due: the toolbar button counts the orders that are due, and no longer those that were declined",
    page: "console.html",
    wants: { limits: ANY_TIME },
    play: async (stage) => {
      const panel = await stage.panel();
      await stage.panelSays(say("due"));
      await counts(stage, "1");
      await stage.console.show("c-5079");
      await counts(stage, "2");
      await click(panel, "#tab-orders");
      await panel.focus("#board");
      await stage.page.keyboard.press("ArrowDown");
      await stage.page.keyboard.press("x");
      await counts(stage, "1");
    },
  },
  {
    name: "due: an alarm outlives the background's end",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await leave(stage, panel, [{ id: "order 1 1", after: 3000 }, { id: "order 2 1", after: 3_600_000 }]);
      await counts(stage, "");
      await stage.session.endBackground();
      await counts(stage, "1");
    },
  },
  {
    name: "due: a background that is ended over its alarm, at whatever moment, counts when the alarm comes again",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      const after = 2000;
      await leave(stage, panel, [{ id: "order 1 1", after }, { id: "order 2 1", after: 3_600_000 }]);
      await counts(stage, "");
      // Whenever it wakes it is ended, for as long as one answer could take.
      const over = Date.now() + 2 * after;
      await stage.until("the moment is over", async () => {
        await stage.session.endBackground().catch(() => {});
        return Date.now() > over;
      });
      await stage.until("the button counts", async () => (await stage.session.badge()) === "1", 90_000);
    },
  },
  {
    name: "due: an alarm outlives the browser's end",
    page: "console.html",
    wants: { restarts: true },
    play: async (stage) => {
      const panel = await stage.panel();
      await leave(stage, panel, [{ id: "order 1 1", after: 10_000 }, { id: "order 2 1", after: 3_600_000 }]);
      await counts(stage, "");
      // A page without a console has no panel that could count.
      const again = await stage.restart("nothing.html");
      await counts(again, "1");
    },
  },
  {
    name: "due: what is due is told once, and not again after the background's end",
    page: "console.html",
    wants: { granted: ["notifications", "idle"] },
    play: async (stage) => {
      const panel = await stage.panel();
      await leave(stage, panel, [{ id: "order 1 1", after: -1 }]);
      await stage.until("it was told", async () => (await told(panel)).includes("order 1 1"));
      await stage.session.endBackground();
      await leave(stage, panel, [{ id: "order 1 1", after: -1 }, { id: "order 2 1", after: -1 }]);
      await stage.until("the other one was told too", async () => (await told(panel)).includes("order 2 1"));
      assert.deepEqual(await told(panel), ["order 1 1", "order 2 1"]);
      await leave(stage, panel, [{ id: "order 2 1", after: -1 }]);
      await counts(stage, "1");
    },
  },
  {
    name: "due: what is not due for a while is not told again, and its next reminder is",
    page: "console.html",
    wants: { granted: ["notifications", "idle"] },
    play: async (stage) => {
      const panel = await stage.panel();
      await leave(stage, panel, [{ id: "order 1 1", after: -1 }]);
      await stage.until("it was told", async () => (await told(panel)).includes("order 1 1"));
      // Its buyer said that it is for later: it is not watched, and another one is due.
      await leave(stage, panel, [{ id: "order 2 1", after: -1 }]);
      await stage.until("the other one was told", async () => (await told(panel)).includes("order 2 1"));
      // Due again, it is the same: told anew, it would stand behind the other one.
      await leave(stage, panel, [{ id: "order 1 1", after: -1 }, { id: "order 2 1", after: -1 }]);
      await counts(stage, "2");
      assert.deepEqual(await told(panel), ["order 1 1", "order 2 1"]);
      await leave(stage, panel, [{ id: "order 1 2", after: -1 }, { id: "order 2 1", after: -1 }]);
      await stage.until("the second reminder was told", async () => (await told(panel)).includes("order 1 2"));
      assert.deepEqual(await told(panel), ["order 2 1", "order 1 2"]);
    },
  },
  {
    name: "due: in the quiet hours nothing is told, and it is told once when they are over",
    page: "console.html",
    wants: { granted: ["notifications", "idle"] },
    play: async (stage) => {
      const panel = await stage.panel();
      const items = [{ id: "order 1 1", after: -1 }];
      // All day is quiet, so that it is at whatever time this plays.
      await leave(stage, panel, items, { from: 0, to: 1440 });
      await counts(stage, "1");
      assert.deepEqual(await told(panel), []);
      await leave(stage, panel, items);
      await stage.until("it was told", async () => (await told(panel)).join() === "order 1 1");
    },
  },
  {
    name: "due: who is away is not told, and is told once on coming back",
    page: "console.html",
    // Firefox asks its own idle service, which nothing in WebDriver BiDi can set; its window
    // could only be told to replace the extension's own function, and then that would be tested.
    only: "chromium",
    wants: { granted: ["notifications", "idle"] },
    play: async (stage) => {
      const panel = await stage.panel();
      await stage.session.away(true);
      await leave(stage, panel, [{ id: "order 1 1", after: -1 }]);
      await counts(stage, "1");
      assert.deepEqual(await told(panel), []);
      await stage.session.away(false);
      await stage.until("it was told", async () => (await told(panel)).join() === "order 1 1");
    },
  },
  {
    name: "due: without the agent's leave nothing is told, and the count is there all the same",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await leave(stage, panel, [{ id: "order 1 1", after: -1 }]);
      await counts(stage, "1");
      assert.deepEqual(await told(panel), []);
    },
  },
];
