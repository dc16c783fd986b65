/** Documents that change under Deti, and frames within frames. */

import assert from "node:assert/strict";
import { say } from "../../harness/words.ts";
import type { Scene } from "../../scene.ts";
import { FORBIDDEN, WARNED } from "../drafts.ts";
import { works } from "./works.ts";

/** How many elements of ours the page holds. */
const HOSTS = () => document.querySelectorAll("[data-deti-host]").length;

export const documents: Scene[] = [
  {
    name: "hostile: a page that opens its document anew under Deti gets a new Deti, and of the old one nothing acts",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      await works(stage);
      await page.evaluate(async () => {
        const html = await (await fetch("./console.html")).text();
        document.open();
        // The same module would not run a second time.
        document.write(html.replace("console.js", "console.js?again"));
        document.close();
      });
      await works(stage);
      assert.equal(await page.evaluate(HOSTS), 1);
      // Nor does it matter how a page gets another root.
      await page.evaluate(() => {
        const root = document.documentElement;
        const copy = root.cloneNode(false) as HTMLElement;
        copy.append(...root.childNodes);
        root.replaceWith(copy);
      });
      await stage.panel();
      await stage.console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Enter");
      await stage.overlaySays(say("page_send_anyway"));
      assert.equal(await page.evaluate(HOSTS), 1);
    },
  },
  {
    name: "hostile: a page that opens its document anew and puts the same root back has a guard as before",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      await stage.panel();
      await page.evaluate(() => {
        const root = document.documentElement;
        const box = document.querySelector<HTMLTextAreaElement>("#composer")!;
        const went: string[] = [];
        Object.assign(window, { went });
        document.open();
        document.close();
        document.replaceChild(root, document.documentElement);
        // What the page itself heard at its document is gone as well; this is its way to send.
        box.addEventListener("keydown", (event) => {
          if (event.key === "Enter") went.push(box.value);
        });
      });
      await stage.panel();
      await (await console.composer()).click();
      await page.keyboard.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      await stage.press("Enter");
      await stage.overlaySays(say("page_send_anyway"));
      assert.deepEqual(await page.evaluate(() => (window as unknown as { went: string[] }).went), []);
      assert.equal(await page.evaluate(HOSTS), 1);
    },
  },
  {
    name: "hostile: a page that gets a new root again and again is left alone after a while, and the toolbar button says so",
    page: "console.html",
    play: async (stage) => {
      const { page, session } = stage;
      await stage.panel();
      await page.evaluate(() => {
        const quarrel = { begun: 0 };
        Object.assign(window, { quarrel });
        const change = () => {
          if (document.querySelector("[data-deti-host]") === null) return;
          quarrel.begun += 1;
          const root = document.documentElement;
          const copy = root.cloneNode(false) as HTMLElement;
          copy.append(...root.childNodes);
          root.replaceWith(copy);
          watch();
        };
        const watch = () => new MutationObserver(change).observe(document.documentElement, { childList: true });
        watch();
        change();
      });
      await stage.until("the button says that the page has its way", async () => (await session.badge()) === "!", 30_000);
      const begun = await page.evaluate(() => (window as unknown as { quarrel: { begun: number } }).quarrel.begun);
      assert(begun < 12, `it did not begin for ever: ${begun}`);
      await stage.console.type(FORBIDDEN.text);
      await stage.press("Enter");
      await stage.until("the message is sent", async () => (await stage.console.sent()).includes(FORBIDDEN.text));
    },
  },
  {
    name: "hostile: a composer in a sandboxed frame is nobody's but the page's, and the page's own still works",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      await stage.panel();
      await page.evaluate(async () => {
        const frame = document.createElement("iframe");
        frame.sandbox.add("allow-scripts");
        frame.srcdoc = `<textarea id="composer" autofocus></textarea><div id="send">send</div><script>
          addEventListener("message", (event) => event.source.postMessage({ frames: parent.length }, "*"));
        </script>`;
        const loaded = new Promise((loaded) => frame.addEventListener("load", loaded));
        document.querySelector("#messages")?.append(frame);
        await loaded;
      });
      // The frame sees no more of Deti than the page does: itself and nobody else.
      const frames = await page.evaluate(
        () =>
          new Promise<number>((told) => {
            addEventListener("message", ({ data }) => told((data as { frames: number }).frames), { once: true });
            document.querySelector("iframe")?.contentWindow?.postMessage("how many", "*");
          }),
      );
      assert.equal(frames, 1);
      const [inner] = page.frames().filter((frame) => frame.url() === "about:srcdoc");
      assert(inner, "the sandboxed frame");
      await inner.type("#composer", FORBIDDEN.text);
      await stage.rest();
      await stage.underlines();
      assert.equal(await inner.$eval("#composer", (box) => (box as HTMLTextAreaElement).value), FORBIDDEN.text);
      await works(stage);
    },
  },
  {
    name: "hostile: a console that somebody embeds in a page of theirs is served in the top page only, once",
    page: "console.html",
    play: async (stage) => {
      const { page } = stage;
      await stage.panel();
      // The same console within itself, and within that once more.
      await page.evaluate(async () => {
        const embed = async (view: Window, depth: number) => {
          const frame = view.document.createElement("iframe");
          frame.style.cssText = "width: 900px; height: 600px";
          const loaded = new Promise((loaded) => frame.addEventListener("load", loaded));
          frame.src = `./console.html?depth=${depth}`;
          view.document.body.append(frame);
          await loaded;
          return frame.contentWindow as Window;
        };
        await embed(await embed(window, 1), 2);
      });
      const hosts = await Promise.all(
        page.frames().filter((frame) => frame.url().includes("/console.html")).map((frame) => frame.evaluate(HOSTS)),
      );
      assert.deepEqual(hosts, [1, 0, 0]);
      await stage.console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
    },
  },
];
