/** The desk in a window of its own, for chats that are no web page. */

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { axe } from "../harness/axe.ts";
import type { DeskWindow } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN } from "./drafts.ts";

const REPLY = "您好，在的，请问想了解哪一款？";

const draft = (desk: DeskWindow) =>
  desk.look((root) => root.ownerDocument.querySelector<HTMLTextAreaElement>("#composer")?.value ?? "");

const said = (desk: DeskWindow) => desk.look((root) => root.ownerDocument.querySelector("#said")?.textContent ?? "");

const panelSays = (desk: DeskWindow) =>
  desk.look((root) => root.querySelector<HTMLIFrameElement>("iframe.panel.shown")?.contentDocument?.body.innerText ?? "");

const underlined = (desk: DeskWindow) =>
  desk.look((root) =>
    [...root.querySelectorAll(".mirror .sheet > span")].map((span) => `${span.className} ${span.textContent}`).join(),
  );

/** The window, opened by the toolbar button of a page on which Deti cannot be, with its panel at work. */
async function opened(stage: Stage): Promise<DeskWindow> {
  await stage.page.goto("about:blank");
  await (await stage.session.popup(stage.page)).press("desk");
  const desk = await stage.session.desk();
  // It is drawn before it has heard of the box.
  await stage.until("a panel in the desk's window", async () => (await panelSays(desk))?.includes(say("now_draft")) === true);
  return desk;
}

async function reads(stage: Stage, desk: DeskWindow, text: string): Promise<void> {
  await stage.until(`the box reads “${text}”`, async () => (await draft(desk)) === text);
}

export const desk: Scene[] = [
  ...["light", "dark"].map((theme): Scene => ({
    name: `desk: a window of its own checks, rewrites, holds and copies what is no web page's, ${theme}`,
    page: "console.html",
    wants: { dark: theme === "dark", replies: [REPLY] },
    play: async (stage) => {
      const desk = await opened(stage);
      const pictures = `tests/browser/out/${stage.session.name}`;
      await mkdir(pictures, { recursive: true });
      await desk.type(FORBIDDEN.text);
      await stage.until("an underline", async () => (await underlined(desk)) === FORBIDDEN.mark);
      await desk.shot(`${pictures}/desk ${theme} 1 underline.png`);
      await desk.press("Enter");
      await stage.until("what would do harm is held", async () => (await panelSays(desk))?.includes(say("held")));
      await desk.shot(`${pictures}/desk ${theme} 2 held.png`);
      assert.equal(await draft(desk), FORBIDDEN.text);
      assert.equal(await said(desk), "");
      await desk.press("Alt+Enter");
      await stage.until("nothing underlined", async () => (await underlined(desk)) === "");
      const better = (await draft(desk)) ?? "";
      assert.notEqual(better, FORBIDDEN.text);
      await desk.press("Enter");
      await reads(stage, desk, "");
      assert.equal(await said(desk), say("desk_copied"));
      await desk.shot(`${pictures}/desk ${theme} 3 copied.png`);
      assert.equal(await desk.copied(), better);
      await stage.until("an empty box", async () => (await draft(desk)) === "");
      // A reply goes into the box like into any other.
      await desk.press("Alt+1");
      await reads(stage, desk, REPLY);
      // Asked for again, it is the same window, with what is written in it.
      await stage.page.bringToFront();
      await (await stage.session.popup(stage.page)).press("desk");
      await stage.rest();
      assert.equal(await (await stage.session.desk()).count(), 1);
      assert.equal(await draft(desk), REPLY);
    },
  })),
  {
    name: "desk: what is held is copied anyway with a reason, by keyboard, and nothing in the window is out of reach",
    page: "console.html",
    // Firefox's driver does not see a page of an extension.
    only: "chromium",
    play: async (stage) => {
      const { console, page } = stage;
      const address = await (await stage.panel()).evaluate(() => new URL("../desk/desk.html", location.href).href);
      await page.goto(address);
      const panel = await stage.panel();
      assert.deepEqual(await axe(page.mainFrame()), []);
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await page.click("#copy");
      await stage.panelSays(say("held"));
      assert.equal(await console.draft(), FORBIDDEN.text);
      await stage.clickOn(".card .quiet");
      await stage.until("the first reason has the focus", () =>
        panel.evaluate(() => document.activeElement?.id === "reason"),
      );
      await stage.press("1");
      await console.reads("");
      await console.composer().then((box) => box.focus());
      await stage.press("Control+v");
      await console.reads(FORBIDDEN.text);
      // A window with less room leaves the panel some of it, and one with hardly any a tab.
      for (const [width, shown] of [[853, ".open"], [520, ".folded"]] as const) {
        await page.setViewport({ width, height: 480 });
        await stage.until(`at ${width} px the panel shows ${shown}`, () =>
          panel.evaluate((shown) => document.querySelector(`.panel > ${shown}`)?.checkVisibility() ?? false, shown),
        );
      }
    },
  },
];
