/**
 * `cargo xtask bench panel`: how long an agent waits for the first verdict and
 * for her replies when a page opens, with none of her own and with thousands.
 *
 * The times are the browser's own: from the page's navigation to the moment the
 * first word is underlined in it, and to the moment the replies stand in the
 * panel. Pages are opened in turn, one kind after the other, so that whatever
 * else runs on the machine meets both.
 */

import { writeFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { own } from "../harness/library.ts";
import { Stage } from "../harness/stage.ts";
import { ask, until } from "../harness/until.ts";
import { browser, program } from "./asked.ts";

const COUNT = 5000;
const ROUNDS = 9;
/** The first verdict may come so much later with thousands of replies, in milliseconds. */
const BUDGET_MS = 50;

interface Times {
  /** The first word is underlined. */
  verdict: number;
  /** The replies stand in the panel. */
  replies: number;
  /** The panel's longest piece of work, in which nothing else happens; 0 below what the browser tells of. */
  longest: number;
}

/** Notes when the first underline is there; runs in every frame before anything else. */
function watch(count: number): void {
  Object.assign(window, { seen: new Promise<number>((seen) => {
    const look = () => {
      const isThere =
        location.pathname.endsWith("/panel/panel.html")
          ? document.querySelector(count === 0 ? "#replies .reply" : "#replies .reply[data-own]") !== null
          : [...CSS.highlights.keys()].some((name) => name.startsWith("deti-"));
      if (isThere) seen(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    look();
  }) });
  // An agent who types as soon as there is something to type into.
  const type = () => {
    const composer = document.querySelector<HTMLElement>("#composer");
    composer?.focus();
    const typed = composer !== null && document.execCommand("insertText", false, "不行，今天发不了");
    if (!typed) requestAnimationFrame(type);
  };
  addEventListener("load", type);
}

/** What the panel keeps for so many replies. */
function fill(count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, place) => `own-${1_790_000_000_000 + place}`);
  const words = ["发货", "退货", "运费", "尺码", "优惠", "发票", "快递", "质保", "换货", "库存"];
  const records = ids.map((id, place) => {
    const about = words[place % words.length];
    const body = `亲，关于${about}的第${place}个问题这样处理：请您先把订单号发给我，我为您核对后马上回复，一般十分钟内就有结果，给您添麻烦了。`;
    const reply = { id, folder: `第${place % 40}组`, title: `${about}说明${place}`, abbreviation: `a${place}`, body };
    return [`reply:${id}`, { format: 1, reply, updated: 1_790_000_000_000, written: 1_790_000_000_000, past: [] }];
  });
  return chrome.storage.local.set({ ...Object.fromEntries(records), "replies:order": { format: 1, ids } });
}

async function times(page: Page, address: string, count: number): Promise<Times> {
  await page.goto(address);
  const from = await page.evaluate(() => performance.timeOrigin);
  const verdict = await page.evaluate(() => (window as unknown as { seen: Promise<number> }).seen);
  // On a slow machine the page may have started the panel anew.
  const panel = await until(
    page,
    "the agent's replies",
    async () => {
      const panel = page.frames().find((frame) => frame.url().endsWith("/panel/panel.html"));
      const all = panel && (await ask(() => own(panel)));
      return panel && all && all.length >= Math.min(count, 1) ? panel : null;
    },
    60_000,
  );
  const replies = await panel.evaluate(() => (window as unknown as { seen: Promise<number> }).seen);
  const longest = await panel.evaluate(
    () =>
      new Promise<number>((told) => {
        let longest = 0;
        new PerformanceObserver((list) => {
          longest = Math.max(longest, ...list.getEntries().map((entry) => entry.duration));
        }).observe({ type: "longtask", buffered: true });
        // What was buffered is handed over before the document is idle twice.
        requestIdleCallback(() => requestIdleCallback(() => told(longest)));
      }),
  );
  return { verdict: verdict - from, replies: replies - from, longest };
}

const median = (all: number[]) => all.sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;

const stages = await Promise.all([0, COUNT].map(async (count) => {
  const stage = await Stage.open(browser, program, "editable.html");
  await stage.page.evaluateOnNewDocument(watch, count);
  if (count > 0) await (await stage.panel()).evaluate(fill, count);
  return { count, stage, all: [] as Times[] };
}));
try {
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { count, stage, all } of stages) {
      const one = await times(stage.page, stage.site.at("editable.html"), count);
      // The first visit compiles what the later ones find compiled.
      if (round > 0) all.push(one);
    }
  }
  const told = (all: Times[], what: keyof Times) => Math.round(median(all.map((one) => one[what])));
  const lines = stages.map(({ count, all }) =>
    `| ${count.toLocaleString("en")} | ${told(all, "verdict")} ms | ${told(all, "replies")} ms | ${told(all, "longest")} ms |`,
  );
  const table = [
    "| own replies | first verdict | replies listed | longest piece of work in the panel |",
    "|---:|---:|---:|---:|",
    ...lines,
    "",
  ].join("\n");
  console.log(table);
  const out = process.env["DETI_TABLE"];
  if (out) await writeFile(out, table);
  const [none, many] = stages.map(({ all }) => told(all, "verdict"));
  if ((many ?? 0) - (none ?? 0) > BUDGET_MS) {
    console.error(`the first verdict comes more than ${BUDGET_MS} ms later`);
    process.exitCode = 1;
  }
} finally {
  for (const { stage } of stages) await stage.close();
}
