/**
 * `cargo xtask run --headless`: the scene plays by itself with real keys. Each
 * line says what was done and what came of it, after it has been seen to be
 * so; the first step that does not hold ends the scene with an error. Pictures
 * are numbered in the order of the steps.
 */

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { ANY_TIME } from "../harness/session.ts";
import { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import { browser, program } from "./asked.ts";

const pictures = process.env["DETI_PICTURES"] ?? "dist/scene";
await rm(pictures, { recursive: true, force: true });

// The scene ends with a reminder, also where it is played at night.
const stage = await Stage.open(browser, program, "console.html", { limits: ANY_TIME }, pictures);
const { console: desk, page } = stage;

let steps = 0;
/** Does one step, leaves its picture, and says what happened. */
async function step(picture: string, act: () => Promise<string>): Promise<void> {
  steps += 1;
  const number = String(steps).padStart(2, "0");
  try {
    const happened = await act();
    const file = `${number}-${picture}`;
    await stage.shot(file);
    console.log(`${number} ${happened}`);
  } catch (error) {
    await stage.shot(`${number}-${picture}-FAILED`).catch(() => {});
    console.error(`${number} ${picture}: ${(error as Error).message}`);
    throw error;
  }
}

try {
  await step("panel", async () => {
    await stage.panel();
    return `The panel stands beside the composer on ${page.url()}`;
  });
  await step("card", async () => {
    await desk.type("亲，这个不行");
    await stage.underlines("warn 不行");
    await stage.overlaySays("无法帮到您");
    return "Typed “亲，这个不行”: 不行 is underlined, and the card offers 无法帮到您";
  });
  await step("rewritten", async () => {
    await stage.press("Alt+Enter");
    await desk.reads("亲，这个无法帮到您");
    await stage.underlines();
    return "Alt+Enter: the draft reads “亲，这个无法帮到您” and is clean";
  });
  await step("undone", async () => {
    await stage.press("Control+z");
    await desk.reads("亲，这个不行");
    await desk.clear();
    return "Ctrl+Z: the draft was as it had been typed; then it was cleared";
  });
  const sent = await desk.sent();
  const forbidden = "不好意思，无法开具发票";
  await step("held", async () => {
    await desk.type(forbidden);
    await stage.underlines("warn 不好意思", "block 无法开具发票");
    await stage.press("Enter");
    await stage.panelSays(say("held"));
    await stage.rest();
    assert.deepEqual(await desk.sent(), sent);
    assert.equal(await desk.draft(), forbidden);
    return `Typed “${forbidden}” and pressed Enter: held, nothing was sent`;
  });
  let mended = "";
  await step("fixed", async () => {
    await stage.press("Alt+Shift+Enter");
    await stage.underlines();
    mended = await desk.draft();
    assert.notEqual(mended, forbidden);
    return `Alt+Shift+Enter: the draft reads “${mended}”`;
  });
  await step("sent", async () => {
    await stage.press("Enter");
    await stage.until("the message is sent", async () => (await desk.sent()).at(-1) === mended);
    assert.equal((await desk.sent()).length, sent.length + 1);
    return "Enter: sent, once";
  });
  await step("search", async () => {
    const panel = await stage.panel();
    await stage.press("Alt+q");
    await stage.until("the search box has the focus", () =>
      panel.evaluate(() => document.hasFocus() && document.activeElement?.id === "search"),
    );
    await page.keyboard.type("发货");
    await stage.until("a reply about shipping", () =>
      panel.$eval("#replies .reply", (reply) => reply.textContent?.includes("发货")),
    );
    return "Alt+Q, then 发货: the panel shows the replies about shipping";
  });
  await step("reply", async () => {
    const panel = await stage.panel();
    const reply = await panel.$eval("#replies .reply .words", (words) => words.getAttribute("title") ?? "");
    await stage.press("Enter");
    await desk.reads(reply);
    await stage.until("the composer has the focus", () => desk.focused());
    await stage.underlines();
    const read = await desk.draft();
    await desk.clear();
    return `Enter: the draft reads “${read}”`;
  });
  await step("reminder", async () => {
    await stage.press("Alt+u");
    await stage.until("a reminder in the draft", async () => (await desk.draft()).length > 10);
    await stage.panelSays(say("notice_reminder"));
    await stage.underlines();
    return `Alt+U: for the unpaid order the draft reads “${await desk.draft()}”`;
  });
  console.log(`\nThe scene holds: ${steps} steps in ${browser}. Pictures are in ${pictures}/`);
} finally {
  await stage.close();
}
