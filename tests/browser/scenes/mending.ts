/** What an adapter no longer finds is said, and pointing at it mends it; on an unknown page it makes it read. */

import assert from "node:assert/strict";
import type { ElementHandle } from "puppeteer-core";
import { overlaps } from "../../../extension/page/geometry.ts";
import { axe } from "../harness/axe.ts";
import { click } from "../harness/hand.ts";
import { fileAt } from "../harness/library.ts";
import { MendingHands } from "../harness/mending.ts";
import { ReplicaPage } from "../harness/replica.ts";
import { ANY_TIME } from "../harness/session.ts";
import type { Stage } from "../harness/stage.ts";
import { say } from "../harness/words.ts";
import type { Scene } from "../scene.ts";
import { FORBIDDEN, WARNED } from "./drafts.ts";

const LOST = say("lost").split("$")[0] ?? "";
const RENAMED = "https://im.kwaixiaodian.com/workbench";
const UNKNOWN = "https://chat.unknown.example/desk";

const SMALL = { width: 1280, height: 720 };

/** Points at everything but the composer. */
async function pointAtAll(hands: MendingHands): Promise<void> {
  await hands.point("buyer", ".whom", 1);
  await hands.point("row", ".talk-active", 3);
  await hands.point("theirs", ".from-guest .bubble", 0);
  await hands.says("theirs", say("mend_also").replace("$part$", say("part_own")));
  await hands.point("own", ".from-shop .bubble", 2);
  await hands.says("theirs", say("mend_found").replace("$count$", "2"));
  await hands.point("order", ".deal-no", 2, 1);
  await hands.point("send", ".go", 1);
}

/** The reply with the buyer's name arrives, and her order is on the board. */
async function reads(stage: Stage, page: ReplicaPage, buyer: string, order: string): Promise<void> {
  await page.click("composer");
  await stage.rest();
  await stage.press("Alt+1");
  await page.reads(`${buyer}您好`);
  await page.clear();
  const panel = await stage.panel();
  await click(panel, "#tab-orders");
  await stage.panelSays(order);
}

const renamed = (dark: boolean): Scene => ({
  name: `mending: a console that changed its names is said to be lost when it is, and pointing at its parts mends it for good, ${dark ? "dark" : "light"}`,
  page: RENAMED,
  wants: { ...SMALL, dark, replica: "renamed", replies: ["{buyer}您好"], limits: ANY_TIME },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const hands = new MendingHands(stage);
    const shade = dark ? "dark" : "light";
    await stage.panel();
    await page.click("composer");
    await stage.rest();
    // An empty page and a page that lost its names look the same.
    assert(!(await stage.says()).includes(LOST));
    await page.type("您好");
    await stage.press("Enter");
    await stage.until("it is sent", async () => (await page.sent()).length === 1);
    await stage.until("the panel says what is lost", async () => (await stage.says()).includes(LOST), 30_000);
    await stage.until("messages are lost", async () => (await stage.says()).includes(say("slot_messages")), 30_000);
    await stage.shot(`mending ${shade} 1 lost`);
    await hands.press(`.lost button ::-p-text(${say("mend_open")})`);
    await stage.panelSays(say("part_theirs"));
    await stage.shot(`mending ${shade} 2 open`);
    assert.deepEqual(await axe(await stage.panel()), []);
    await page.does("forget");
    await hands.point("buyer", ".whom", 1);
    await hands.point("row", ".talk-active", 3);
    await hands.point("theirs", ".from-guest .bubble", 0);
    await hands.begin("own");
    const own = await stage.page.$eval(".from-shop .bubble", (it) => it.getBoundingClientRect().toJSON() as DOMRect);
    await stage.page.mouse.move(own.left + 10, own.top + 5);
    await stage.shot(`mending ${shade} 3 pointing`);
    await stage.press("Escape");

    await hands.point("own", ".from-shop .bubble", 3);
    await hands.point("order", ".deal-no", 2, 1);
    await hands.point("send", ".go", 1);
    await hands.unnoticed();
    await stage.shot(`mending ${shade} 4 mended`);
    assert.deepEqual(await axe(await stage.panel()), []);
    await hands.save();
    await reads(stage, page, "林小鹿", "牛皮杯套");
    await page.holds(FORBIDDEN.text, "Enter", "send");
    await page.open("2000000002");
    await reads(stage, page, "陈碗家", "陶瓷碗");
    assert(!(await stage.says()).includes(LOST));
    // The page is loaded anew, and the adapter is there before the panel is.
    await stage.page.reload();
    const again = await ReplicaPage.at(stage, "kuaishou-shop");
    await stage.panel();
    await reads(stage, again, "林小鹿", "牛皮杯套");
    await click(await stage.panel(), "#open-settings");
    await stage.panelSays(say("own_title"));
    await stage.panelSays("im.kwaixiaodian.com");
    await stage.shot(`mending ${shade} 5 kept`);
    assert.deepEqual(await axe(await stage.panel()), []);
    await hands.press(`.consoles button ::-p-text(${say("own_remove")})`);
    const rows = async () => (await stage.panel()).$$eval(".consoles > ul > li", (all) => all.length);
    await stage.until("it is gone", async () => (await rows()) === 0);
    await hands.press(`.consoles button ::-p-text(${say("undo")})`);
    await stage.until("it is back", async () => (await rows()) === 1);
  },
});

const unknown: Scene = {
  name: "mending: on a page of which nothing is known the focused box is checked, and pointing at its parts makes it read",
  page: UNKNOWN,
  wants: { ...SMALL, replica: "renamed", own: "chat.unknown.example", replies: ["您好，马上为您查", "{buyer}您好"], limits: ANY_TIME },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "elsewhere");
    const hands = new MendingHands(stage);
    await page.click("composer");
    await stage.panel();
    await page.type(WARNED.text);
    await stage.panelSays(say("now_draft"));
    await page.clear();
    await page.type(FORBIDDEN.text);
    await stage.press("Enter");
    await stage.panelSays(say("held"));
    assert.deepEqual(await page.sent(), []);
    await page.clear();
    await stage.rest();
    await stage.press("Alt+1");
    await page.reads("您好，马上为您查");
    await page.clear();
    await hands.open();
    await stage.panelSays(say("mend_unknown"));
    // Messages and orders are nobody's before there is a name.
    await hands.says("theirs", say("mend_waits"));
    await page.does("forget");
    await hands.point("composer", ".ql-editor", 1);
    await pointAtAll(hands);
    await hands.unnoticed();
    await stage.shot("mending unknown");
    await hands.save();
    await page.click("composer");
    await stage.rest();
    await stage.press("Alt+2");
    await page.reads("林小鹿您好");
    await page.clear();
    await page.holds(FORBIDDEN.text, "Enter", "send");
    await page.open("2000000002");
    await page.click("composer");
    await stage.rest();
    // What was used last stands first.
    await stage.press("Alt+1");
    await page.reads("陈碗家您好");
  },
};

const keyboard: Scene = {
  name: "mending: by keyboard alone: the arrows go outwards, inwards and beside, Enter takes, Escape leaves everything as it was",
  page: RENAMED,
  wants: { replica: "renamed" },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const hands = new MendingHands(stage);
    await page.click("composer");
    await hands.open();
    const panel = await stage.panel();
    const begin = async () => {
      await panel.focus("#point-composer");
      await stage.press("Enter");
      await stage.overlaySays(say("page_point_composer"));
      await stage.overlaySays("div");
    };
    await page.does("forget");
    await begin();
    const first = await hands.told();
    await stage.press("ArrowUp");
    await stage.until("outwards", async () => (await hands.told()) !== first);
    await stage.press("ArrowDown");
    await stage.until("back inwards", async () => (await hands.told()) === first);
    await stage.press("ArrowRight");
    await stage.until("beside", async () => (await hands.told())?.startsWith("button") === true);
    await stage.press("Escape");
    await stage.until("nothing is pointed at", async () => (await stage.box(".pointer-hint")) === null);
    await stage.until("the keyboard is where it was", () => panel.evaluate(() => document.activeElement?.id === "point-composer"));
    assert.equal(await panel.$eval("#mend-save", (it) => (it as HTMLButtonElement).disabled), true);
    await begin();
    await stage.press("Enter");
    await hands.says("composer", say("mend_found").replace("$count$", "1"));
    await hands.unnoticed();
    assert.equal(await panel.$eval("#mend-save", (it) => (it as HTMLButtonElement).disabled), false);
  },
};

const hostilePicking: Scene = {
  name: "mending: a page cannot press, choose or end what the agent points at",
  page: RENAMED,
  wants: { replica: "renamed" },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const hands = new MendingHands(stage);
    await page.click("composer");
    await hands.open();
    await hands.begin("theirs");
    const before = await hands.told();
    await page.does("press");
    await stage.rest();
    assert.equal(await hands.told(), before);
    assert.deepEqual(await page.sent(), []);
    await stage.press("Escape");
  },
};

const zoomed = (dark: boolean): Scene => ({
  name: `mending: at one and a half times the size in a low window, ${dark ? "dark" : "light"}, everything that is asked and said is on screen`,
  page: RENAMED,
  wants: { ...SMALL, dark, replica: "renamed" },
  play: async (stage) => {
    const shade = dark ? "dark" : "light";
    await stage.session.zoom(stage.page, 1.5);
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const hands = new MendingHands(stage);
    await page.click("composer");
    await hands.open();
    await stage.shot(`mending zoomed ${shade} 1 open`);
    await hands.begin("theirs");
    const { left, top } = await stage.page.$eval(".from-guest .bubble", (it) => it.getBoundingClientRect().toJSON() as DOMRect);
    await stage.page.mouse.move(left + 10, top + 5);
    await stage.until("a message is outlined", async () => (await stage.box(".pointed")) !== null);
    await stage.shot(`mending zoomed ${shade} 2 pointing`);
    const hint = await stage.box(".pointer-hint");
    const view = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    assert(hint !== null && hint.left >= 0 && hint.top >= 0 && hint.right <= view.width && hint.bottom <= view.height);
    await stage.press("Escape");
    const panel = await stage.panel();
    for (const control of ["#point-order", "#mend-save"]) {
      await panel.$eval(control, (it) => it.scrollIntoView({ block: "center" }));
      const whole = await panel.$eval(control, (it) => {
        const box = it.getBoundingClientRect();
        return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      });
      assert(whole, `${control} can be brought on screen whole`);
    }
    await stage.shot(`mending zoomed ${shade} 3 end`);

    // With the messages the newest one is known, and there is no room beside it: the
    // panel folds by itself, and opens over it when the agent wants it.
    await hands.point("buyer", ".whom", 1);
    await hands.point("theirs", ".from-guest .bubble", 0);
    await hands.point("own", ".from-shop .bubble", 2);
    const width = async () => {
      const box = await stage.box(".panel");
      return box === null ? 0 : box.right - box.left;
    };
    await stage.until("a tab", async () => (await width()) < 100 && (await panel.evaluate(() => innerWidth)) < 100);
    await stage.clickOn(".panel");
    await stage.until("the panel", async () => (await width()) > 200);
    await stage.rest();
    await stage.shot(`mending zoomed ${shade} 4 opened`);
    assert(await stage.box("iframe.panel.shown"), "it stays open");
    const box = await stage.box(".panel");
    const draft = await stage.page.$eval(".ql-editor", (it) => it.getBoundingClientRect().toJSON() as DOMRect);
    assert(box !== null && !overlaps(box, draft), "and never covers the composer");
  },
});

/** An adapter for the page, as a colleague would pass it on. */
const PASSED_ON = "adapter.json";

const files: Scene = {
  name: "mending: an adapter from a file is shown before it is taken, a wrong one is refused by place, and taking it is undone",
  page: RENAMED,
  wants: { ...SMALL, replica: "renamed", replies: ["{buyer}您好"], limits: ANY_TIME },
  play: async (stage) => {
    const page = await ReplicaPage.at(stage, "kuaishou-shop");
    const panel = await stage.panel();
    await page.click("composer");
    await click(panel, "#open-settings");
    await panel.waitForSelector("#settings:not([hidden])");
    const bring = async (name: string) => {
      const file = (await panel.waitForSelector(".consoles input[type=file]")) as ElementHandle<HTMLInputElement>;
      await file.uploadFile(fileAt(name));
    };
    const refused = () => panel.$$eval(".own-plan .wrong li", (all) => all.map((it) => it.textContent ?? ""));
    const kept = () => panel.$$eval(".consoles > ul > li", (all) => all.length);

    await bring("adapter-wrong.json");
    await stage.until("each fault is said with its place", async () => {
      const said = await refused();
      return said.some((it) => it.startsWith("surfaces[0].click")) && said.some((it) => it.startsWith("surfaces[0].composer[0]"));
    });
    await stage.shot("mending file 1 refused");
    const takes = `.own-plan button ::-p-text(${say("own_take")})`;
    assert.equal(await panel.$(takes), null, "what is wrong cannot be taken");

    // A file that is no adapter at all takes nothing away.
    await bring("orders.csv");
    await stage.panelSays(say("trouble_file"));
    assert.equal(await kept(), 0);

    await bring(PASSED_ON);
    await stage.until("it says where it counts", async () =>
      (await panel.$eval(".own-plan", (it) => it.textContent ?? "")).includes("https://im.kwaixiaodian.com/*"),
    );
    assert.deepEqual(await refused(), []);
    await stage.shot("mending file 2 planned");
    assert.deepEqual(await axe(panel), []);
    assert.equal(await kept(), 0, "nothing is kept before it is taken");
    await click(panel, takes);
    await stage.until("it is kept", async () => (await kept()) === 1);
    await click(panel, "#open-settings");
    await panel.waitForSelector("#settings[hidden]");
    await reads(stage, page, "林小鹿", "牛皮杯套");

    await click(panel, "#open-settings");
    await click(panel, `.consoles button ::-p-text(${say("undo")})`);
    await stage.until("it is gone", async () => (await kept()) === 0);
  },
};

export const mending: Scene[] = [
  renamed(false), renamed(true), zoomed(false), zoomed(true), unknown, keyboard, hostilePicking, files,
];
