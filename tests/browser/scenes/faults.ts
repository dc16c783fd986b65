/** What breaks, ends, fills up or stands still around Deti, and that the agent goes on. */

import assert from "node:assert/strict";
import { click } from "../harness/hand.ts";
import { add, own } from "../harness/library.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";
import { sends, works } from "./hostile/works.ts";

/** Ends the background, if there is one just now. */
async function end(stage: Stage): Promise<void> {
  await stage.session.endBackground().catch(() => {});
}

/** Counts the frames that come into the page from now on. On the console these are panels. */
function counted(stage: Stage): () => number {
  let count = 0;
  stage.page.on("frameattached", () => {
    count += 1;
  });
  return () => count;
}

/** Waits for so long by the page's own clock: for what must not happen by then. */
async function passes(stage: Stage, milliseconds: number): Promise<void> {
  const now = () => stage.page.evaluate(() => performance.now());
  const from = await now();
  await stage.until("time passes", async () => (await now()) > from + milliseconds, 4 * milliseconds);
}

/** Puts every kind of rubbish under every key that Deti knows, and some more; runs in the panel. */
async function spoil(): Promise<void> {
  const kept = await chrome.storage.local.get(null);
  const rubbish = [null, 7, "x", [], { format: 99 }, { format: 1 }, { format: 1, ids: 3, reply: [] }, [[[]]]];
  const known = ["watch", "told", "replies:order", "replies:uses", "orders:book", "promises:book", "preferences:localhost"];
  const keys = [...new Set([...Object.keys(kept), ...known])];
  // Each of them is every kind of rubbish once.
  const all = keys.map((key, place) => [key, rubbish[place % rubbish.length]]);
  const more = rubbish.flatMap((what, place) => ["reply", "bin", "order", "promise"].map((kind) => [`${kind}:own-${place}`, what]));
  await chrome.storage.local.set(Object.fromEntries([...all, ...more]));
}

/** Longer than a panel that went away is waited for before it is started again. */
const RESTART = 3000;

/** So long the machine sleeps: longer than a text waits, than a silent panel, than one that is late. */
const NAPS = [500, 2000, 5000];

const HOUR = 3_600_000;

/** A reply longer than the console lets anybody write. */
const LONG = "这是一条很长的话术，一共有四十多个字，页面只收二十个字，多的它会自己截掉，看看会怎么样呢";

export const faults: Scene[] = [
  ...["console.html", "editable.html"].map((at): Scene => ({
    name: `fault: on ${at} a reply that the console cuts short while another buyer is opened leaves her draft alone`,
    page: at,
    wants: { replies: [LONG] },
    play: async (stage) => {
      const { console, page } = stage;
      await stage.panel();
      await console.show("c-5079");
      await console.type("乙的草稿");
      await console.show("c-5108");
      await console.reads("");
      // The console cuts what is too long, and the agent, who sees it, has gone on.
      await page.evaluate(() => {
        const box = document.querySelector<HTMLElement>("#composer")!;
        const cut = () => {
          const text = box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? "");
          if (text.length <= 20) return;
          if (box instanceof HTMLTextAreaElement) box.value = text.slice(0, 20);
          else box.textContent = text.slice(0, 20);
        };
        box.addEventListener("input", cut, true);
      });
      for (const wait of [240, 300, 360, 420, 480]) {
        await console.show("c-5108");
        await (await console.composer()).click();
        await stage.checked();
        await page.evaluate((wait) => {
          const leave = () => document.querySelector<HTMLElement>('.conversation[data-key="c-5079"]')!.click();
          const box = document.querySelector("#composer")!;
          box.addEventListener("input", () => setTimeout(leave, wait), { capture: true, once: true });
        }, wait);
        await stage.press("Alt+1");
        await stage.until("another buyer's draft is shown", async () => (await console.draft()) === "乙的草稿");
        await passes(stage, 600);
        assert.equal(await console.draft(), "乙的草稿", `${wait} ms after the reply was written`);
      }
    },
  })),
  {
    name: "fault: the background may end at any moment, also between the page's word and the panel's question",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      await stage.panel();
      await end(stage);
      await works(stage);
      await end(stage);
      await add(stage, "后台停了也留得住");
      await stage.console.clear();
      for (const reload of [1, 2, 3]) {
        const panels = counted(stage);
        // The page side has said its secret by the time that the frame is there.
        page.once("frameattached", () => void end(stage));
        await page.reload();
        const panel = await stage.panel();
        assert.equal(panels(), 1, `reload ${reload}: the first panel is the one that works`);
        await stage.until("the reply is there", async () => (await own(panel)).includes("后台停了也留得住"));
        page.removeAllListeners("frameattached");
      }
      // While the agent's words are being kept.
      await Promise.all([add(stage, "一边写一边停"), end(stage)]);
      await stage.console.clear();
      await stage.page.reload();
      const panel = await stage.panel();
      await stage.until("both replies are there", async () => {
        const kept = await own(panel);
        return ["后台停了也留得住", "一边写一边停"].every((one) => kept.includes(one));
      });
      await end(stage);
      await works(stage);
    },
  },
  {
    name: "fault: a panel that crashes is started again once, and then when the agent asks",
    page: "console.html",
    play: async (stage) => {
      const { console, page, session } = stage;
      const panels = counted(stage);
      await session.killPanel(page, await stage.panel());
      await console.type(WARNED.text);
      await stage.panel();
      await stage.underlines(WARNED.mark);
      const again = panels();
      await session.killPanel(page, await stage.panel());
      await page.keyboard.type("。");
      await stage.overlaySays(say("page_check_off"));
      await passes(stage, RESTART);
      assert.equal(panels(), again, "it is left alone");
      await stage.shot("fault crashed twice");
      await sends(stage, `${WARNED.text}。`);
      await console.type(FORBIDDEN.text);
      await sends(stage, FORBIDDEN.text);
      await stage.clickOn(".badge button");
      await works(stage);
      assert(!(await stage.overlay()).includes(say("page_check_off")), "the badge is gone");
    },
  },
  {
    name: "fault: a panel that cannot start is tried twice, the badge says so, and sending works",
    page: "console.html",
    // Firefox's driver takes the reload for aborted when the panel's frame is given up meanwhile.
    only: "chromium",
    wants: { broken: ["panel/deti_panel_bg.wasm"] },
    play: async (stage) => {
      const { console } = stage;
      const panels = counted(stage);
      await stage.page.reload();
      await stage.overlaySays(say("page_check_off"));
      await stage.until("it was tried again", () => panels() === 2, 30_000);
      await passes(stage, 3 * RESTART);
      assert.equal(panels(), 2, "and no more");
      await console.type(FORBIDDEN.text);
      await sends(stage, FORBIDDEN.text);
      await stage.shot("fault cannot start");
    },
  },
  {
    name: "fault: a panel that is slow lets the message go after a moment, and goes on when it is back",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      const panels = counted(stage);
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      const busy = panel.evaluate(() => {
        const end = performance.now() + 1200;
        while (performance.now() < end);
      });
      await stage.page.keyboard.type("了");
      await sends(stage, `${WARNED.text}了`);
      await busy;
      await works(stage);
      assert.equal(panels(), 0, "it is the same panel");
    },
  },
  {
    name: "fault: what is kept may be anything, at the start and while a panel looks on, and what is new is kept beside it",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await add(stage, "先前的一句");
      await stage.console.clear();
      await panel.evaluate(spoil);
      // As another tab that writes it while this one looks on.
      await works(stage);
      assert((await own(panel)).includes("先前的一句"), "what is on screen stays");
      await panel.evaluate(spoil);
      await stage.page.reload();
      await works(stage);
      await add(stage, "后来的一句");
      await stage.console.clear();
      await stage.page.reload();
      const again = await stage.panel();
      await stage.until("the new one is there", async () => (await own(again)).includes("后来的一句"));
    },
  },
  {
    name: "fault: with a full storage at the start everything works, and what is written meanwhile is kept when there is room",
    page: "console.html",
    // Firefox sets no bound of its own to it.
    only: "chromium",
    play: async (stage) => {
      const panel = await stage.panel();
      await panel.evaluate(async () => {
        const { local } = chrome.storage;
        const used = await local.getBytesInUse(null);
        await local.set({ filler: "x".repeat(local.QUOTA_BYTES - used - 'filler""'.length) });
      });
      await stage.page.reload();
      await works(stage);
      await add(stage, "放不下的一句");
      await stage.panelSays(say("notice_full"));
      const full = await stage.panel();
      await full.evaluate(() => chrome.storage.local.remove("filler"));
      await click(full, ".strip button");
      await stage.until("it is kept", async () =>
        full.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).some((key) => key.startsWith("reply:"))),
      );
    },
  },
  {
    name: "fault: two tabs have a panel each, and neither takes the other's port",
    page: "console.html",
    play: async (stage) => {
      const { session, site, page } = stage;
      await stage.panel();
      const other = await session.browser.newPage();
      await other.goto(site.at("console.html"));
      await other.bringToFront();
      await other.waitForSelector("#composer");
      await other.click("#composer");
      await other.keyboard.type(FORBIDDEN.text);
      await page.bringToFront();
      // Both at once, and one more that starts anew.
      await page.reload();
      await works(stage);
      await other.bringToFront();
      const draft = await other.$eval("#composer", (box) => (box as HTMLTextAreaElement).value);
      assert.equal(draft, FORBIDDEN.text, "what was done in one tab is nothing to the other");
      await other.close();
      await works(stage);
    },
  },
  {
    name: "fault: without a network everything works, also a panel that has to start again",
    page: "console.html",
    play: async (stage) => {
      const { page, session } = stage;
      const panel = await stage.panel();
      await session.offline(page, true);
      await stage.until("no network", () => page.evaluate(() => !navigator.onLine));
      await works(stage);
      await session.killPanel(page, panel);
      await stage.console.type(WARNED.text);
      await stage.panel();
      await stage.underlines(WARNED.mark);
      await stage.console.clear();
      await works(stage);
      await session.offline(page, false);
    },
  },
  {
    name: "fault: a clock that is set forward and back changes nothing of the check, nor of what the agent wrote",
    page: "console.html",
    play: async (stage) => {
      const panel = await stage.panel();
      await add(stage, "钟走错之前的一句");
      await stage.console.clear();
      const DAY = 24 * HOUR;
      for (const shift of [-HOUR, DAY, 365 * DAY, -365 * DAY, 0]) {
        await panel.evaluate((shift) => {
          const world = window as unknown as { right?: () => number };
          world.right ??= Date.now;
          const { right } = world;
          Date.now = () => right.call(Date) + shift;
        }, shift);
        await works(stage);
        assert((await own(panel)).includes("钟走错之前的一句"));
      }
      await stage.page.reload();
      const again = await stage.panel();
      await stage.until("the reply is there", async () => (await own(again)).includes("钟走错之前的一句"));
    },
  },
  {
    name: "fault: after the machine slept, late timers stop nothing and say nothing wrong",
    page: "console.html",
    play: async (stage) => {
      const { page, session } = stage;
      await stage.panel();
      const panels = counted(stage);
      for (const nap of NAPS) {
        await stage.console.type(WARNED.text.slice(0, -1));
        // A key whose verdict is on its way, or is not, when the machine goes to sleep.
        const key = page.keyboard.type(WARNED.text.slice(-1));
        await session.asleep(true);
        await new Promise((woken) => setTimeout(woken, nap));
        await session.asleep(false);
        await key;
        await stage.underlines(WARNED.mark);
        assert(!(await stage.overlay()).includes(say("page_check_off")), "nobody says that the check is off");
        await stage.console.clear();
      }
      await works(stage);
      assert.equal(panels(), 0, "it is the same panel");
    },
  },
];
