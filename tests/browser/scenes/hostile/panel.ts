/** A page that is not to be trusted: what it tries, and what it gets. */

import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { click } from "../../harness/hand.ts";
import type { Stage } from "../../harness/stage.ts";
import type { Scene } from "../../scene.ts";
import { ask } from "../../harness/until.ts";
import { WARNED } from "../drafts.ts";

/** Longer than a panel takes to get ready, to draw and to answer, in milliseconds. */
const TO_ANSWER = 3000;

/** The panel's address, which a page may know: it is the same for everyone. */
async function panelAddress(stage: Stage): Promise<string> {
  const panel = await stage.panel();
  // In Chromium it is another one in every session; here the page has learned it.
  return panel.evaluate(() => chrome.runtime.getURL("panel/panel.html"));
}

/** Has the page listen for every message from before its first script on. */
async function listen(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener("message", (event) => heard.push(JSON.stringify(event.data)), true);
  });
  await page.reload();
}

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

export const panel: Scene[] = [
  {
    name: "hostile: the page sees no frame, no shadow root, no element of the panel, and hears nothing",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      await listen(page);
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await stage.press("Alt+Enter");
      await console.reads(WARNED.rewritten);
      const seen = await page.evaluate(() => ({
        frames: window.length,
        iframes: document.querySelectorAll("iframe").length,
        roots: [...document.querySelectorAll("*")].filter((element) => element.shadowRoot).length,
        focus: document.activeElement?.id,
        words: document.documentElement.textContent?.includes("检查已开启"),
        globals: Object.keys(window).filter((name) => /deti/i.test(name)),
      }));
      assert.deepEqual(seen, {
        frames: 0,
        iframes: 0,
        roots: 0,
        focus: "composer",
        words: false,
        globals: [],
      });
      assert.deepEqual(await heard(page), []);
    },
  },
  {
    name: "hostile: a page that embeds the panel, reads it and forges a port gets a blank that says and does nothing",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      const address = await panelAddress(stage);
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      const got = await page.evaluate(async (address) => {
        const frame = document.createElement("iframe");
        const heard: string[] = [];
        addEventListener("message", (event) => heard.push(JSON.stringify(event.data)));
        const loaded = new Promise((loaded) => frame.addEventListener("load", loaded));
        frame.src = address;
        frame.id = "stolen";
        document.body.append(frame);
        await loaded;
        let document_: string;
        try {
          document_ = String(frame.contentWindow?.document.body.textContent);
        } catch (error) {
          document_ = (error as Error).name;
        }
        const ports = [];
        for (const secret of ["", "guess", null, 1, { length: 1 }, ["x"], undefined]) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = (event) => heard.push(`port: ${JSON.stringify(event.data)}`);
          frame.contentWindow?.postMessage({ deti: secret }, "*", [port2]);
          port1.postMessage({
            type: "hello",
            site: "sandbox",
            host: "localhost",
            languages: ["zh-CN"],
            dark: false,
          });
          port1.postMessage({ type: "draft", revision: 1, text: "不好意思", caret: 4 });
          port1.postMessage({ type: "ask", ask: { what: "fix-all" } });
          ports.push(port1);
        }
        frame.contentWindow?.postMessage({ type: "ask", ask: { what: "fix-all" } }, "*");
        Object.assign(window, { stolen: { ports, heard } });
        return document_;
      }, address);
      assert.equal(got, "SecurityError");
      const inStolen = async <T>(look: () => T) => {
        const stolen = await (await page.$("#stolen"))?.contentFrame();
        return ask(() => stolen?.evaluate(look) ?? Promise.resolve(null));
      };
      await stage.until("the stolen panel is there", () => inStolen(() => document.readyState === "complete"));
      const now = () => page.evaluate(() => performance.now());
      const from = await now();
      await stage.until("it has had the time to answer", async () => (await now()) > from + TO_ANSWER);
      assert.deepEqual(await page.evaluate(() => (window as unknown as { stolen: { heard: string[] } }).stolen.heard), []);
      assert.equal(await inStolen(() => document.body.innerText.trim()), "", "it shows nothing to click");
      assert.equal(await inStolen(() => document.querySelector("#panel")?.childElementCount), 0);
      assert.equal(await console.draft(), WARNED.text);
      await stage.shot("hostile embedded");
      // The real one still works.
      await (await console.composer()).focus();
      await stage.press("Alt+Enter");
      await console.reads(WARNED.rewritten);
    },
  },
  {
    name: "hostile: keys and clicks that the page makes up are not the agent's",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      const card = await stage.until("a card", () => stage.box(".card .take"));
      await page.evaluate(({ left, top }) => {
        const box = document.querySelector("#composer");
        const keys = [
          { key: "Enter", code: "Enter", keyCode: 13, altKey: true },
          { key: "Enter", code: "Enter", keyCode: 13, altKey: true, shiftKey: true },
          { key: "u", code: "KeyU", keyCode: 85, altKey: true },
          { key: "1", code: "Digit1", keyCode: 49, altKey: true },
          { key: "p", code: "KeyP", keyCode: 80, altKey: true },
          { key: "Escape", code: "Escape", keyCode: 27 },
        ];
        for (const key of keys) {
          for (const type of ["keydown", "keypress", "keyup"]) {
            box?.dispatchEvent(
              new KeyboardEvent(type, { ...key, bubbles: true, cancelable: true, composed: true }),
            );
          }
        }
        // Where the card's button is, on whatever element of the page says it is there.
        for (const target of document.elementsFromPoint(left + 4, top + 4)) {
          for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
            target.dispatchEvent(
              new MouseEvent(type, { bubbles: true, composed: true, clientX: left + 4, clientY: top + 4 }),
            );
          }
        }
      }, card);
      await stage.rest();
      await stage.rest();
      assert.equal(await console.draft(), WARNED.text);
      assert.notEqual(await stage.overlay(), "", "the card is still there");
    },
  },
  {
    name: "hostile: what Deti adds to the page comes back when the page takes it away",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      await stage.panel();
      await page.evaluate(() => document.querySelector("[data-deti-host]")?.remove());
      await stage.until("the element is back", () =>
        page.evaluate(() => document.querySelectorAll("[data-deti-host]").length === 1),
      );
      await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      await page.evaluate(() => {
        document.querySelector("[data-deti-host]")?.setAttribute("style", "display: none");
      });
      await stage.overlaySays(WARNED.better);
    },
  },
  {
    name: "hostile: what a buyer writes is text, whatever it looks like",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      const panel = await stage.panel();
      const name = `<img src=x onerror="document.title='taken'">`;
      await page.evaluate((name) => {
        const status = document.querySelector("#order-cards .order-item");
        if (status) status.textContent = name;
      }, name);
      // The board shows it at any hour.
      await click(panel, "[role=tab]:nth-of-type(2)");
      await stage.panelSays(name);
      assert.equal(await panel.evaluate(() => document.querySelectorAll("img").length), 0);
      assert.notEqual(await panel.evaluate(() => document.title), "taken");
    },
  },
];
