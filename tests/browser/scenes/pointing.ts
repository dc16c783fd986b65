/** What of a page can be taken for the reply box, where the keyboard begins to point, and what a list or a file may be. */

import assert from "node:assert/strict";
import type { ElementHandle } from "puppeteer-core";
import { click } from "../harness/hand.ts";
import { fileAt } from "../harness/library.ts";
import { MendingHands } from "../harness/mending.ts";
import { ReplicaPage } from "../harness/replica.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN } from "./drafts.ts";

const RENAMED = "https://im.kwaixiaodian.com/workbench";
const UNKNOWN = "https://chat.unknown.example/desk";
const ELSEWHERE = { width: 1280, height: 720, replica: "renamed", own: "chat.unknown.example", limits: ANY_TIME } as const;
const LOST = say("lost").split("$")[0] ?? "";

/** The editor has a line of its own for each paragraph, as most have. */
async function inLines(stage: Stage, text: string): Promise<void> {
  await stage.page.$eval(
    ".ql-editor",
    (it, text) => {
      const line = document.createElement("p");
      line.textContent = text;
      it.replaceChildren(line);
    },
    text,
  );
}

const line: Scene = {
  name: "pointing: a line of text in an editor means the editor, and what cannot be written in is no reply box",
  page: UNKNOWN,
  wants: ELSEWHERE,
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "elsewhere");
    const hands = new MendingHands(stage);
    await page.click("composer");
    const panel = await stage.panel();
    await inLines(stage, "您好");
    await hands.open();

    await hands.begin("composer");
    const { x, y } = await stage.page.$eval(".lines", (it) => {
      const box = it.getBoundingClientRect();
      return { x: box.left + 30, y: box.bottom - 60 };
    });
    await stage.page.mouse.click(x, y);
    await hands.says("composer", say("refused_no_box"));
    assert.equal(await panel.$eval("#mend-save", (it) => (it as HTMLButtonElement).disabled), true);
    await stage.shot("pointing 1 no box");

    await hands.point("composer", ".ql-editor p", 1);
    await stage.shot("pointing 2 the editor");
    await hands.save();
    await page.holds(FORBIDDEN.text, "Enter");
  },
};

/** What is kept of this page is an adapter with this composer. */
async function keeps(stage: Stage, composer: string): Promise<void> {
  const grade = { sure: "high", seen: "2026-11-23", what: "pointed at" };
  const surface = { matches: ["https://chat.unknown.example/*"], composer: [composer], expect: { composer: { least: 1 } } };
  const adapter = {
    ...{ id: "at-chat-unknown-example", title: "chat.unknown.example", source: "there" },
    ...{ evidence: { address: grade, composer: grade }, surfaces: [surface] },
  };
  const panel = await stage.panel();
  await panel.evaluate((kept) => chrome.storage.local.set(kept), { "site:at-chat-unknown-example": { format: 1, adapter } });
  await stage.page.reload();
}

const kept: Scene = {
  name: "pointing: an adapter that was kept with a line of an editor guards the editor, and one with something else says that the reply box is lost",
  page: UNKNOWN,
  wants: ELSEWHERE,
  play: async (stage) => {
    await (await ReplicaPage.at(stage, "elsewhere")).click("composer");
    await keeps(stage, ".ql-editor p");
    const healed = await ReplicaPage.at(stage, "elsewhere");
    await inLines(stage, "您好");
    await stage.panel();
    await healed.holds(FORBIDDEN.text, "Enter");

    await keeps(stage, ".lines");
    const spoiled = await ReplicaPage.at(stage, "elsewhere");
    await spoiled.type("您好");
    await stage.until("the panel says what is lost", async () => (await stage.says()).includes(LOST), 30_000);
    await stage.panelSays(say("part_composer"));
    await stage.shot("pointing 3 lost");
  },
};

const keyboard: Scene = {
  name: "pointing: by keyboard it begins on the page for a part that is not found, too",
  page: RENAMED,
  wants: { replica: "renamed" },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const hands = new MendingHands(stage);
    await page.click("composer");
    await hands.open();
    const panel = await stage.panel();
    for (const part of ["buyer", "row", "send"] as const) {
      await panel.focus(`#point-${part}`);
      await stage.press("Enter");
      await stage.overlaySays(say(`page_point_${part}`));
      await stage.until(`${part}: something is told`, async () => (await hands.told()) !== "");
      assert.notEqual(await stage.box(".pointed"), null);
      const first = await hands.told();
      await stage.until("outwards", async () => {
        await stage.press("ArrowUp");
        return (await hands.told()) !== first;
      });
      if (part !== "send") await stage.press("Escape");
      await stage.until("it ends", async () => part === "send" || (await stage.box(".pointer-hint")) === null);
    }
    await stage.press("Enter");
    await stage.until("it is taken", () => panel.$eval("#mend-save", (it) => !(it as HTMLButtonElement).disabled));
  },
};

const years: Scene = {
  name: "pointing: among ten thousand messages the two sides are found as among ten",
  page: RENAMED,
  wants: { width: 1280, height: 720, replica: "renamed", limits: ANY_TIME },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const hands = new MendingHands(stage);
    await page.click("composer");
    await hands.open();
    await hands.point("buyer", ".whom", 1);
    await stage.page.$eval(".lines", (it) => {
      const sides = [...it.querySelectorAll(".from-guest, .from-shop")];
      it.setAttribute("style", "height: 300px; overflow: auto");
      for (let at = 0; at < 10_000; at += 1) it.append(sides[at % sides.length]!.cloneNode(true));
      it.scrollTop = 0;
    });
    await hands.point("theirs", ".from-guest .bubble", 0);
    await hands.begin("own");
    const own = await stage.page.$eval(".from-shop .bubble", (it) => it.getBoundingClientRect().toJSON() as DOMRect);
    await stage.page.mouse.click(own.left + 10, own.top + 5);
    const found = new RegExp(say("mend_found").replace("$count$", "\\d+"));
    await hands.says("theirs", found);
    await hands.says("own", found);
    await stage.rest();
    assert(!(await stage.says()).includes(say("notice_adapter_slow")));
    await hands.save();
  },
};

const file: Scene = {
  name: "pointing: a file that changes at which keys a message is held says so before it is taken, and one that says where Deti is not wanted is refused",
  page: RENAMED,
  wants: { width: 1280, height: 720, replica: "renamed", limits: ANY_TIME },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const panel = await stage.panel();
    await page.click("composer");
    await click(panel, "#open-settings");
    await panel.waitForSelector("#settings:not([hidden])");
    const bring = async (name: string) => {
      const input = (await panel.waitForSelector(".consoles input[type=file]")) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(fileAt(name));
    };
    const planned = () => panel.$eval(".own-plan", (it) => it.textContent ?? "").catch(() => "");
    const takes = `.own-plan button ::-p-text(${say("own_take")})`;

    await bring("adapter-away.json");
    await stage.until("it is refused by place", async () => (await planned()).includes("surfaces[0].away: "));
    assert.equal(await panel.$(takes), null, "what is wrong cannot be taken");

    await bring("adapter-keys.json");
    const keys = say("own_keys").replace("$keys$", "Shift+Enter");
    await stage.until("it says at which keys", async () => (await planned()).includes(keys));
    await stage.shot("pointing 4 keys");
    await click(panel, takes);
    await stage.panelSays(say("notice_adapter_kept"));
    await stage.panelSays(keys);
  },
};

export const pointing: Scene[] = [line, kept, keyboard, years, file];
