/** Pages that take away, cover or restyle what Deti draws. */

import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import type { Stage } from "../../harness/stage.ts";
import type { Scene } from "../../scene.ts";
import { FORBIDDEN, WARNED } from "../drafts.ts";
import { sends, works } from "./works.ts";

/** So long may a page quarrel before it has its way. */
const QUARREL = 30_000;

/** Whether whoever clicks at this place of the panel's side reaches the panel. */
const isOnTop = (page: Page) =>
  page.evaluate(() => {
    const hit = document.elementFromPoint(innerWidth - 100, innerHeight / 2);
    return hit?.hasAttribute("data-deti-host") ?? false;
  });

/** The panel lies along the whole right side, where it was laid. */
async function liesRight(stage: Stage): Promise<void> {
  await stage.until("a panel along the right side", async () => {
    const box = await stage.box("iframe.panel.shown");
    const { width, height } = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const near = (a = 0, b = 0) => Math.abs(a - b) < 2;
    return near(box?.right, width) && near(box?.left, width - 340) && near(box?.top, 0) && near(box?.bottom, height);
  });
}

/** Style sheets that reach for what is not theirs. */
const SHEETS: [string, string][] = [
  [
    "undoes and hides every element beside its own",
    `html > :not(head, body) {
      all: unset !important; display: none !important; visibility: hidden !important; opacity: 0 !important;
      position: static !important; transform: scale(0) !important; clip-path: inset(50%) !important;
      filter: opacity(0) !important; width: 1px !important; pointer-events: none !important; zoom: 0.1 !important;
    }`,
  ],
  [
    "animates and fades everything",
    `@keyframes away { to { transform: translateX(-9999px); opacity: 0; visibility: hidden } }
     html > :not(head, body) { animation: away 1ms forwards !important; transition: all 60s !important; }`,
  ],
  [
    "has Deti's own element paint over all that is in it",
    `html > :not(head, body)::before, html > :not(head, body)::after {
      content: "检查已通过" !important; display: block !important; position: fixed !important; inset: 0 !important; background: white !important;
    }`,
  ],
  ["moves its own root", "html { transform: translate(60px, 40px) } ::backdrop { background: red !important }"],
  ["scales its own root", "html { transform: scale(0.9); transform-origin: 0 0; overflow: hidden }"],
  [
    "shuts its root and its body up",
    "html, body { overflow: hidden !important; contain: layout paint; filter: grayscale(1); perspective: 100px; will-change: transform }",
  ],
  ["writes from right to left", "html { direction: rtl; unicode-bidi: bidi-override }"],
];

/** Puts a sheet of the page's own behind all others. */
const style = (page: Page, css: string) =>
  page.evaluate((css) => {
    const sheet = document.createElement("style");
    sheet.textContent = css;
    document.head.append(sheet);
  }, css);

export const overlay: Scene[] = [
  {
    name: "hostile: a page that keeps removing Deti has its way after a while, the toolbar button says so, and a click brings it back",
    page: "console.html",
    play: async (stage) => {
      const { page, console, session } = stage;
      await stage.panel();
      await page.evaluate(() => {
        const quarrel = { removed: 0, over: false };
        Object.assign(window, { quarrel });
        const remove = () => {
          const host = document.querySelector("[data-deti-host]");
          if (host === null || quarrel.over) return;
          quarrel.removed += 1;
          host.remove();
        };
        new MutationObserver(remove).observe(document.documentElement, { childList: true });
        remove();
      });
      const removed = () => page.evaluate(() => (window as unknown as { quarrel: { removed: number } }).quarrel.removed);
      await stage.until("the button says that the page has its way", async () => (await session.badge()) === "!", QUARREL);
      const count = await removed();
      assert(count > 3, `it came back more than once: ${count}`);
      assert(count < 12, `it did not come back for ever: ${count}`);
      // Nothing is held of which nothing can be said.
      await console.type(FORBIDDEN.text);
      await sends(stage, FORBIDDEN.text);
      assert.equal(await removed(), count, "it stays away");
      await page.evaluate(() => {
        (window as unknown as { quarrel: { over: boolean } }).quarrel.over = true;
      });
      await session.pressButton();
      await stage.until("the button says nothing any more", async () => (await session.badge()) !== "!");
      await works(stage);
    },
  },
  {
    name: "hostile: what a page lays over the panel goes below it, and a dialog over everything is told on the toolbar button",
    page: "console.html",
    play: async (stage) => {
      const { page, session } = stage;
      await stage.panel();
      await liesRight(stage);
      await page.evaluate(() => {
        const cover = document.createElement("div");
        cover.id = "cover";
        cover.style.cssText =
          "position: fixed; inset: 0 0 0 auto; width: 400px; z-index: 2147483647; background: white; opacity: 0.99";
        document.documentElement.append(cover);
      });
      await stage.until("the panel is in front again", () => isOnTop(page));
      await works(stage);
      assert(await isOnTop(page));
      await stage.shot("hostile covered");

      await page.evaluate(() => {
        const dialog = document.createElement("dialog");
        dialog.style.cssText = "width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; border: 0";
        document.body.append(dialog);
        dialog.showModal();
      });
      await stage.until("the button says that nothing is seen", async () => (await session.badge()) === "!", QUARREL);
      await page.evaluate(() => document.querySelector("dialog")?.remove());
      await stage.until("the button says nothing any more", async () => (await session.badge()) !== "!");
      await works(stage);
    },
  },
  ...SHEETS.map(
    ([what, css]): Scene => ({
      name: `hostile: a page whose style ${what} changes nothing of Deti's`,
      page: "console.html",
      play: async (stage) => {
        const { page } = stage;
        await stage.panel();
        await style(page, css);
        // Any change of the page lets Deti look again.
        await page.evaluate(() => document.documentElement.append(document.createComment("changed")));
        await liesRight(stage);
        await stage.until("the panel is in front", () => isOnTop(page));
        const painted = await page.$eval("[data-deti-host]", (host) =>
          ["::before", "::after"].map((part) => getComputedStyle(host, part).content),
        );
        assert.deepEqual(painted, ["none", "none"], "nothing of Deti's own element lies over the panel");
        await stage.console.type(WARNED.text);
        await stage.underlines(WARNED.mark);
        await stage.overlaySays(WARNED.better);
        // The card stands upright, whole and within the window, in our own direction.
        const card = await stage.session.shadow(page, (root) => {
          const card = root.querySelector(".card");
          if (!card) return null;
          const { left, top, right, bottom, width } = card.getBoundingClientRect();
          const view = card.ownerDocument.defaultView;
          const seen = view !== null && left >= 0 && top >= 0 && right <= view.innerWidth && bottom <= view.innerHeight;
          const { direction, visibility, opacity } = view?.getComputedStyle(card) ?? {};
          return { seen, wide: width > 250, direction, visibility, opacity };
        });
        assert.deepEqual(card, { seen: true, wide: true, direction: "ltr", visibility: "visible", opacity: "1" });
        await stage.shot(`hostile style ${what}`);
        await stage.press("Alt+Enter");
        await stage.console.reads(WARNED.rewritten);
      },
    }),
  ),
];

export const readers: Scene[] = [
  ...[0.5, 2].map(
    (factor): Scene => ({
      name: `hostile: at ${factor * 100} % everything works`,
      page: "console.html",
      play: async (stage) => {
        const { page } = stage;
        await stage.panel();
        const before = await page.evaluate(() => innerWidth);
        await stage.session.zoom(page, factor);
        await stage.until("a zoomed page", () =>
          page.evaluate((wide) => Math.abs(innerWidth - wide) < 5, before / factor),
        );
        await works(stage);
        await stage.shot(`hostile zoom ${factor * 100}`);
      },
    }),
  ),
  {
    name: "hostile: with the reader's own colours the mirrored letters stay invisible and the levels are told apart by their lines",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      await stage.panel();
      await stage.session.media(page, "forced-colors");
      await stage.until("colours of the reader's own", () =>
        page.evaluate(() => matchMedia("(forced-colors: active)").matches),
      );
      await stage.console.type(`${WARNED.text}，${FORBIDDEN.text}`);
      await stage.underlines(WARNED.mark, FORBIDDEN.mark);
      const drawn = await stage.session.shadow(page, (root) => {
        const view = root.ownerDocument.defaultView;
        return [...root.querySelectorAll(".sheet, .sheet > span")].map((element) => {
          const style = view?.getComputedStyle(element);
          const letters = style?.getPropertyValue("-webkit-text-fill-color") ?? "";
          return `${letters.replace(/\s/g, "")} ${style?.textDecorationStyle}`;
        });
      });
      assert.deepEqual(drawn, ["rgba(0,0,0,0) solid", "rgba(0,0,0,0) wavy", "rgba(0,0,0,0) double"]);
      await stage.shot("hostile forced colours");
      await stage.press("Alt+Shift+Enter");
      await stage.underlines();
    },
  },
  {
    name: "hostile: where motion is not wanted nothing moves",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      const panel = await stage.panel();
      await stage.session.media(page, "reduced-motion");
      await stage.console.type(WARNED.text);
      await stage.overlaySays(WARNED.better);
      const moving = (place: ParentNode) =>
        [...place.querySelectorAll("*")].filter((element) => {
          const style = element.ownerDocument.defaultView?.getComputedStyle(element);
          const times = `${style?.transitionDuration}, ${style?.animationDuration}`.split(", ");
          return times.some((time) => parseFloat(time) > 0);
        }).length;
      assert.equal(await stage.session.shadow(page, moving), 0);
      await stage.until("a panel that knows of the wish", () =>
        panel.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches),
      );
      assert.equal(await panel.evaluate(`(${moving})(document)`), 0);
    },
  },
  {
    name: "hostile: on paper there is nothing of Deti, nor the room that it took",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      await stage.panel();
      await liesRight(stage);
      await stage.console.type(WARNED.text);
      await stage.overlaySays(WARNED.better);
      const room = () => page.evaluate(() => getComputedStyle(document.documentElement).paddingRight);
      assert.equal(await room(), "340px");
      await page.evaluate(() => {
        addEventListener("beforeprint", () => {
          const { paddingRight } = getComputedStyle(document.documentElement);
          Object.assign(window, { onPaper: paddingRight });
        });
      });
      await page.pdf({ timeout: 0 });
      assert.equal(await page.evaluate(() => (window as { onPaper?: string }).onPaper), "0px");
      await stage.until("the room is back", async () => (await room()) === "340px");
      await stage.session.media(page, "print");
      const drawn = await stage.session.shadow(page, (root) =>
        [...root.querySelectorAll("*")].filter((element) => element.localName !== "style" && element.checkVisibility()).length,
      );
      assert.equal(drawn, 0);
    },
  },
];
