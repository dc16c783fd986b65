/**
 * The replicas of the consoles, below the consoles' own addresses, with the
 * adapters that ship: what is read of each, before and after what its page does
 * to a reader, that a reply arrives in its box with this buyer's name, and that
 * a forbidden message is held at every gesture.
 */

import assert from "node:assert/strict";
import { NOTHING, type Row, ROWS } from "../consoles/table.ts";
import { click } from "../harness/hand.ts";
import { type Lines, ReplicaPage } from "../harness/replica.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN } from "./drafts.ts";

/** Waits until exactly this is read. */
async function reading(stage: Stage, page: ReplicaPage, expected: Lines): Promise<void> {
  let now = NOTHING;
  await stage
    .until("the page reads as it should", async () => {
      now = await page.lines();
      return JSON.stringify(now) === JSON.stringify(expected);
    })
    .catch(() => assert.deepEqual(now, expected));
}

/** Writes the first reply by its key; the page's own program has it. */
async function writes(stage: Stage, page: ReplicaPage, words: string): Promise<void> {
  await page.click("composer");
  // The panel has heard whose conversation this is.
  await stage.rest();
  await stage.press("Alt+1");
  await page.reads(words);
  await page.clear();
}

/** A forbidden draft stays where it is, however it is sent. */
async function holds(stage: Stage, page: ReplicaPage, { keys = ["Enter", "Control+Enter"], unguarded }: Row): Promise<void> {
  await page.type(FORBIDDEN.text);
  const gestures = keys.map((key) => () => stage.press(key));
  if (unguarded !== true) gestures.push(() => page.click("send"));
  for (const send of gestures) {
    await send();
    await stage.panelSays(say("held"));
    await stage.rest();
    assert.deepEqual(await page.sent(), []);
    assert.equal(await page.text(), FORBIDDEN.text);
  }
  await page.clear();
}

/** The panel's board has this order. */
async function boards(stage: Stage, order: string): Promise<void> {
  const panel = await stage.panel();
  await click(panel, "#tab-orders");
  await stage.panelSays(order);
}

/** A message longer than the console takes. */
const TOO_LONG = "好".repeat(2001);

const long: Scene = {
  name: "replica: tiktok-shop takes no message longer than it may be; it is on the clipboard instead",
  page: "https://seller-us.tiktok.com/chat/inbox/current?shop_region=US",
  wants: { replica: "tiktok-shop", replies: [TOO_LONG] },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "tiktok-shop");
    await stage.panel();
    await page.click("composer");
    await stage.rest();
    await stage.press("Alt+1");
    await stage.panelSays(say("notice_copied"));
    assert.equal(await page.text(), "");
  },
};

const read = ROWS.map(
  (row): Scene => ({
    name: `replica: ${row.page}, with ${row.trap}, is read, written to and guarded`,
    page: row.address,
    wants: {
      replica: row.page,
      ...(row.own === true ? { own: new URL(row.address).hostname } : {}),
      replies: [row.nameless === true ? "您好，马上为您查" : "{buyer}您好"],
      limits: ANY_TIME,
    },
    play: async (stage) => {
      const page = await ReplicaPage.at(stage, row.adapter);
      if (row.late !== undefined) {
        await stage.rest();
        assert.deepEqual([await page.lines(), await stage.panelFrame()], [NOTHING, null]);
        await page.does(row.late);
      }
      await stage.panel();
      if (row.unnamed !== undefined) {
        const { key, buyer } = await page.lines();
        assert.deepEqual([key, buyer], ["", ""]);
        await page.does(row.unnamed);
      }
      await reading(stage, page, row.reads);
      await stage.shot(`replica ${row.page}`);
      const words = (buyer: string) => (row.nameless === true ? "您好，马上为您查" : `${buyer}您好`);
      await writes(stage, page, words(row.reads.buyer));
      await holds(stage, page, row);
      if (row.board !== undefined) {
        const [mine, hers] = row.board;
        await boards(stage, mine);
        assert(!(await stage.says()).includes(hers), "an order of another buyer");
      }
      let now = row.reads;
      if (row.meanwhile !== undefined) {
        await page.does(row.meanwhile);
        await reading(stage, page, now);
      }
      if (row.other !== undefined) {
        await page.open("2000000002");
        now = { ...now, ...row.other };
        await reading(stage, page, now);
        if (row.board !== undefined) await boards(stage, row.board[1]);
        await writes(stage, page, words(now.buyer));
        assert.deepEqual(await page.sent(), []);
      }
      for (const [act, reads] of row.turns ?? []) {
        await page.does(act);
        now = { ...now, ...reads };
        await reading(stage, page, now);
      }
    },
  }),
);

export const replicas: Scene[] = [...read, long];
