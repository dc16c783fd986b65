/** A page that changes the language under whoever runs in it, and makes up events and messages. */

import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import { say } from "../../harness/words.ts";
import type { Scene } from "../../scene.ts";
import { FORBIDDEN, WARNED } from "../drafts.ts";
import { works } from "./works.ts";

/**
 * Before any script of the page: everything that a script of the page's world
 * would have to call reports what it is called with, or lies.
 */
function tamper(): void {
  // What a page does it does in its own documents: the panel's is not one of them.
  if (location.protocol !== "http:") return;
  const caught: string[] = [];
  Object.assign(window, { caught });
  const plain = { stringify: JSON.stringify, apply: Reflect.apply, push: (text: string) => (caught[caught.length] = text) };
  const ours = [
    "data-deti", "secret", '"type":"hello"', '"type":"draft"', '"type":"ask"', '"type":"verdict"', "-extension:",
  ];
  // What is asked here is asked of nothing that is wrapped below.
  const isOurs = (text: string) => {
    for (let at = 0; at < ours.length; at += 1) if (text.includes(ours[at] ?? "")) return true;
    return false;
  };
  const tell = (where: string, things: readonly unknown[]) => {
    for (const thing of things) {
      let text: string;
      try {
        text = thing instanceof Element ? thing.outerHTML : typeof thing === "string" ? thing : (plain.stringify(thing) ?? "");
      } catch {
        continue;
      }
      if (isOurs(text)) plain.push(`${where}: ${text.slice(0, 200)}`);
    }
  };
  const wrap = (owner: object, name: string, where = name) => {
    const { value, ...rest } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    if (typeof value !== "function") return;
    Object.defineProperty(owner, name, {
      ...rest,
      value: function (this: unknown, ...all: unknown[]) {
        tell(where, [this, ...all]);
        return plain.apply(value, this, all);
      },
    });
  };
  for (const name of ["push", "map", "filter", "join", "slice", "some", "flatMap", "at"]) wrap(Array.prototype, name, `Array.${name}`);
  for (const name of ["get", "set", "has"]) wrap(Map.prototype, name, `Map.${name}`);
  for (const name of ["add", "has"]) wrap(Set.prototype, name, `Set.${name}`);
  for (const name of ["test", "exec"]) wrap(RegExp.prototype, name, `RegExp.${name}`);
  for (const name of ["then", "catch"]) wrap(Promise.prototype, name, `Promise.${name}`);
  for (const name of ["stringify", "parse"]) wrap(JSON, name, `JSON.${name}`);
  for (const name of ["append", "appendChild", "insertBefore", "setAttribute", "remove"]) {
    for (const { prototype } of [Element, Node]) wrap(prototype, name, `Element.${name}`);
  }
  wrap(MessagePort.prototype, "postMessage", "port");
  wrap(window, "postMessage");
  wrap(Document.prototype, "createElement");
  wrap(EventTarget.prototype, "addEventListener");
  // Every root is open to the page, every frame is, and every channel has a third end.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function () {
    if (this.hasAttribute("data-deti-host")) plain.push("attachShadow");
    return plain.apply(attach, this, [{ mode: "open" }]);
  };
  const Channel = MessageChannel;
  Object.assign(window, {
    MessageChannel: class extends Channel {
      constructor() {
        super();
        plain.push("MessageChannel");
      }
    },
  });
  // What a script of the page's own world cannot do without is not there, or lies.
  for (const name of ["chrome", "browser", "crypto"]) {
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => {
        plain.push(`window.${name}`);
        return undefined;
      },
    });
  }
  Object.defineProperty(Event.prototype, "isTrusted", { get: () => true });
  // An editor's paste that hands out nothing.
  DataTransfer.prototype.setData = () => {
    throw new Error("no");
  };
}

const caught = (page: Page) => page.evaluate(() => (window as unknown as { caught: string[] }).caught);

export const tampering: Scene[] = ["console.html", "editable.html"].map(
  (address): Scene => ({
    name: `hostile: on ${address} a page that tampers with prototypes before Deti comes neither stops it nor learns of it`,
    page: address,
    play: async (stage) => {
      const { page } = stage;
      await page.evaluateOnNewDocument(tamper);
      await page.reload();
      await works(stage);
      assert.deepEqual(await caught(page), []);
    },
  }),
);

export const forgeries: Scene[] = [
  {
    name: "hostile: messages that the page makes up, to its window, its workers and the extension, do nothing",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      const panel = await stage.panel();
      await console.type(WARNED.text);
      await stage.underlines(WARNED.mark);
      const kept = () => panel.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
      const before = await kept();
      const answers = await page.evaluate(async (extension, draft) => {
        const conversation = document.querySelector<HTMLElement>(".conversation.active")?.dataset["key"] ?? "";
        const said = [
          { deti: "guess" },
          { type: "deti-register", secret: "guess" },
          { type: "deti-secret", secret: "guess" },
          { type: "deti-command", command: "toggle-fold" },
          { type: "deti-options" },
          { type: "deti-stands", away: "removed", paused: true },
          { type: "deti-here", adapter: "sandbox" },
          { type: "deti-site-wanted", site: "http://localhost/*" },
          { type: "deti-site", site: "sandbox", on: false },
          { type: "deti-sites-changed" },
          { type: "deti-command", command: "pause-hour" },
          { type: "write", id: 1, start: 0, end: draft.length, text: "taken", before: draft, caret: 5, conversation },
          { type: "release", text: "taken" },
          { type: "pause", paused: { span: "hour", until: 9e15 } },
        ];
        const answers: string[] = [];
        for (const message of said) {
          const { port2 } = new MessageChannel();
          window.postMessage(message, "*", [port2]);
          new BroadcastChannel("deti").postMessage(message);
          window.dispatchEvent(new MessageEvent("message", { data: message, source: window }));
          document.dispatchEvent(new CustomEvent(message.type ?? "deti", { detail: message }));
          const api = (window as { chrome?: { runtime?: { sendMessage?: (...all: unknown[]) => unknown } } }).chrome;
          try {
            answers.push(String(await api?.runtime?.sendMessage?.(extension, message)));
          } catch (error) {
            answers.push((error as Error).name);
          }
        }
        return answers.filter((answer) => answer !== "undefined" && answer !== "Error" && answer !== "TypeError");
      }, await panel.evaluate(() => location.host), WARNED.text);
      assert.deepEqual(answers, []);
      await stage.rest();
      assert.equal(await kept(), before);
      assert.equal(await console.draft(), WARNED.text);
      // Nobody has paused the check.
      await stage.underlines(WARNED.mark);
      assert.notEqual(await stage.session.badge(), "!");
      await stage.press("Alt+Enter");
      await console.reads(WARNED.rewritten);
    },
  },
  {
    name: "hostile: a page that makes believe that an input method composes does not get a forbidden message past the check",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      await stage.panel();
      await page.evaluate(() => {
        const box = document.querySelector("#composer");
        box?.addEventListener("input", () => {
          box.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, composed: true }));
        });
      });
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      const sent = await console.sent();
      await stage.press("Enter");
      await stage.overlaySays(say("page_send_anyway"));
      assert.deepEqual(await console.sent(), sent);
    },
  },
  {
    name: "hostile: keys, presses and drags that the page makes up neither release a held message nor move the panel",
    page: "console.html",
    play: async (stage) => {
      const { page, console } = stage;
      await stage.panel();
      await console.type(FORBIDDEN.text);
      await stage.underlines(FORBIDDEN.mark);
      const sent = await console.sent();
      await stage.press("Enter");
      await stage.overlaySays(say("page_send_anyway"));
      const place = await stage.box("iframe.panel");
      const button = await stage.until("the way past", () => stage.box(".card .quiet"));
      await page.evaluate(({ left, top }) => {
        const host = document.querySelector("[data-deti-host]");
        const at = { bubbles: true, composed: true, cancelable: true, clientX: left + 4, clientY: top + 4, buttons: 1 };
        for (const target of [host, document.elementFromPoint(left + 4, top + 4), document.body]) {
          for (const type of ["pointerdown", "mousedown", "pointermove", "pointerup", "mouseup", "click"]) {
            target?.dispatchEvent(new PointerEvent(type, at));
          }
          host?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }));
        }
        (host as HTMLElement).click();
      }, button);
      await stage.rest();
      await stage.rest();
      assert.deepEqual(await console.sent(), sent);
      assert.equal(await console.draft(), FORBIDDEN.text);
      assert.deepEqual(await stage.box("iframe.panel"), place);
      await stage.overlaySays(say("page_send_anyway"));
    },
  },
];
