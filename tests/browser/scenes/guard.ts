/** The send guard: what is held, what is not, and that nothing is sent twice. */

import assert from "node:assert/strict";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";

const GESTURES: Record<string, (stage: Stage) => Promise<void>> = {
  "at Enter": (stage) => stage.press("Enter"),
  "at the button": (stage) => stage.console.send(),
};

/** Sends and waits until the message list shows it, once. */
async function sends(stage: Stage, send: () => Promise<void>, text: string): Promise<void> {
  const before = (await stage.console.sent()).length;
  await send();
  await stage.until(`“${text}” is sent`, async () => (await stage.console.sent()).at(-1) === text);
  await stage.rest();
  assert.equal((await stage.console.sent()).length, before + 1, "sent once");
  await stage.console.reads("");
}

export const guard: Scene[] = [
  ...["console.html", "editable.html", "frame.html"].flatMap((page) =>
    Object.entries(GESTURES).map(
      ([where, gesture]): Scene => ({
        name: `guard: on ${page} a forbidden draft is held ${where}, and its rewrite is sent once`,
        page,
        play: async (stage) => {
          const { console } = stage;
          await stage.panel();
          const before = await console.sent();
          await console.type(FORBIDDEN.text);
          await stage.underlines(FORBIDDEN.mark);
          await gesture(stage);
          await stage.panelSays(say("held"));
          await stage.rest();
          assert.deepEqual(await console.sent(), before);
          assert.equal(await console.draft(), FORBIDDEN.text);
          await stage.shot(`guard ${page} ${where}`);

          await (await console.composer()).focus();
          await stage.press("Alt+Enter");
          await stage.underlines();
          const rewritten = await console.draft();
          assert.notEqual(rewritten, FORBIDDEN.text);
          await sends(stage, () => gesture(stage), rewritten);
        },
      }),
    ),
  ),
  ...Object.entries(GESTURES).map(
    ([where, gesture]): Scene => ({
      name: `guard: a forbidden draft is held ${where} also before its verdict is there`,
      page: "console.html",
      play: async (stage) => {
        const { console, page } = stage;
        await stage.panel();
        // A first verdict, so that the check is awake.
        await console.type("好");
        await stage.checked();
        await console.clear();
        const before = await console.sent();
        await (await console.composer()).click();
        await page.keyboard.type(FORBIDDEN.text);
        await gesture(stage);
        await stage.panelSays(say("held"));
        await stage.rest();
        assert.deepEqual(await console.sent(), before);
      },
    }),
  ),
  {
    name: "guard: what is allowed goes at once, by either gesture, and a warning holds nothing",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await console.type("您好，马上为您安排");
      await sends(stage, () => stage.press("Enter"), "您好，马上为您安排");
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await sends(stage, () => console.send(), WARNED.text);
    },
  },
  {
    name: "guard: a held draft is sent anyway with a reason, by keyboard, and the reason is noted",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      const panel = await stage.panel();
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Enter");
      await stage.panelSays(say("held"));
      await stage.overlaySays(say("page_send_anyway"));
      await stage.clickOn(".card .quiet");
      await stage.panelSays(say("reason_ask"));
      await stage.shot("guard anyway 1 reasons");
      await stage.until("the first reason has the focus", () =>
        panel.evaluate(() => document.activeElement?.id === "reason"),
      );
      await sends(stage, () => stage.press("1"), FORBIDDEN.text);
      await (await panel.waitForSelector("#tab-notes, [role=tab]:last-of-type"))?.evaluate((tab) =>
        (tab as HTMLElement).focus(),
      );
      await stage.press("Enter");
      await stage.panelSays(say("reason_quote"));
      await stage.panelSays(FORBIDDEN.text);
      await stage.shot("guard anyway 2 notes");

      // The reason was for that message. The same words to the next buyer are held again.
      const sent = await console.sent();
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Enter");
      await stage.panelSays(say("held"));
      await stage.rest();
      assert.deepEqual(await console.sent(), sent);
    },
  },
  {
    name: "guard: Shift+Enter breaks the line of a forbidden draft, and nothing is held",
    page: "console.html",
    play: async (stage) => {
      const { console } = stage;
      await stage.panel();
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Shift+Enter");
      await console.holds(`${FORBIDDEN.text}\n`);
      assert(!(await stage.says()).includes(say("held")));
    },
  },
];
