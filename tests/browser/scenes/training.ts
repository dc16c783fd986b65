/** The training page as a plain static site: no extension, the same assistant. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Stage } from "../harness/stage.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";

/** A buyer takes her time to write; a play has to be waited for. */
const PATIENCE = 30_000;

/** A word of the training page. */
function word(key: string): string {
  const words = JSON.parse(readFileSync("www/words/zh_CN.json", "utf8")) as Record<
    string,
    { message: string }
  >;
  const message = words[key]?.message;
  assert(message, `no word for ${key}`);
  return message;
}

/** Starts the drill and waits until the buyer has said what she came for. */
async function start(stage: Stage): Promise<void> {
  const button = await stage.page.waitForSelector("[data-drill=snow-strawberries] button.primary");
  await button?.click();
  await buyerSays(stage, "明天孩子生日要用的");
}

async function buyerSays(stage: Stage, words: string): Promise<void> {
  await stage.until(`the buyer says ${words}`, async () => (await buyer(stage)).join("\n").includes(words), PATIENCE);
}

/** What the buyer wrote. */
function buyer(stage: Stage): Promise<string[]> {
  return stage.page.$$eval("#messages .message.buyer .text", (lines) =>
    lines.map((line) => line.textContent ?? ""),
  );
}

/** Writes a line, waits for the check to have seen it, and sends it. */
async function answer(stage: Stage, line: string): Promise<void> {
  const before = (await buyer(stage)).length;
  await stage.console.type(line);
  await stage.rest();
  await stage.press("Enter");
  await stage.until("the line is sent", async () => (await stage.console.sent()).includes(line));
  await stage.until("she answers", async () => (await buyer(stage)).length > before, PATIENCE);
}

async function ends(stage: Stage, how: string): Promise<number> {
  await stage.until(
    `the sheet says ${word(how)}`,
    () => stage.page.$eval(".sheet .total .title", (title) => title.textContent).then((said) => said === word(how), () => false),
    PATIENCE,
  );
  return Number(await stage.page.$eval(".sheet .total .number", (number) => number.textContent));
}

const alone = { extension: false };

export const training: Scene[] = [
  {
    name: "training: without the extension the page's own assistant checks, rewrites and holds",
    page: "index.html",
    wants: alone,
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await stage.shot("training 1 page");
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await stage.overlaySays(WARNED.better);
      await stage.press("Alt+Enter");
      await console.reads(WARNED.rewritten);
      await console.clear();
      const before = await console.sent();
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Enter");
      await stage.rest();
      assert.deepEqual(await console.sent(), before);
      await stage.shot("training 2 held");
    },
  },
  {
    name: "training: the drill ends well for who says where, why, what is done and when",
    page: "index.html",
    wants: alone,
    play: async (stage) => {
      await stage.panel();
      await start(stage);
      await stage.shot("training well 1 opening");
      await answer(stage, "您好，您先别着急，我马上为您核实");
      await answer(
        stage,
        "您买的草莓目前在沈阳中转场，当地这两天暴雪，快递小哥需要等道路畅通才能发车。我们已经和物流协商，优先为您派送，预计比原计划晚1天到达。为表歉意，给您申请了10元无门槛券，到货后如果有坏果，您拍照给我，我们全额赔付。",
      );
      const score = await ends(stage, "endedWell");
      assert(score >= 90, `a handbook answer scores ${score}`);
      await stage.shot("training well 2 sheet");
    },
  },
  {
    name: "training: the drill ends badly for who brushes her off, and the sheet quotes the lines",
    page: "index.html",
    wants: alone,
    play: async (stage) => {
      await stage.panel();
      await start(stage);
      await answer(stage, "亲，您耐心等等吧");
      await answer(stage, "以物流为准，再等等");
      const score = await ends(stage, "endedBadly");
      assert(score < 40, `a brush-off scores ${score}`);
      const quotes = await stage.page.$$eval(".sheet blockquote", (quotes) =>
        quotes.map((quote) => quote.textContent ?? ""),
      );
      assert(
        quotes.some((quote) => quote.includes("耐心等")),
        `no quote of what was written: ${quotes.join(" | ")}`,
      );
      await stage.shot("training badly sheet");
    },
  },
  {
    name: "training: with the extension its own panel is there, and the page's copy stays away",
    page: "index.html",
    play: async (stage) => {
      const panel = await stage.panel();
      assert.match(await panel.evaluate(() => location.protocol), /^(chrome|moz)-extension:$/);
      await stage.rest();
      const hosts = await stage.page.evaluate(() => document.querySelectorAll("[data-deti-host]").length);
      assert.equal(hosts, 1);
      await stage.console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
    },
  },
];
