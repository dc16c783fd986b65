/**
 * The desk's own window in Firefox. Its driver never learns that a window has loaded
 * a page of an extension, so the browser's own window looks, types and takes pictures.
 */

import { writeFile } from "node:fs/promises";
import type { DeskWindow } from "./session.ts";

/** What the browser's own window can be asked for. */
interface Asked {
  call<T, A extends unknown[]>(run: (...rest: A) => T, ...rest: A): Promise<Awaited<T>>;
  /** In the process of the page in front of this window; the desk's if it is named. */
  inFront(script: string, desk?: "desk"): Promise<string>;
  inPage<T>(look: string, rest: unknown[], desk?: "desk"): Promise<T | null>;
}

/** Waits for the window, and for the page in it. */
export async function deskWindow(chrome: Asked): Promise<DeskWindow> {
  await chrome.call(async () => {
    const { desks } = globalThis;
    while (desks().length === 0) await new Promise((later) => requestAnimationFrame(later));
  });
  return {
    count: () => chrome.call(() => globalThis.desks().length),
    type: async (text) => {
      await chrome.inFront(hand(`hand.commitCompositionWith(${JSON.stringify(text)}, null);`), "desk");
    },
    press: async (keys) => {
      const modifiers = keys.split("+");
      const key = modifiers.pop() ?? "";
      const code = /^\d$/.test(key) ? `Digit${key}` : key;
      const keyCode = key === "Enter" ? 13 : key.charCodeAt(0);
      const held = modifiers.map((name) => `hand.keydown(new content.KeyboardEvent("", { key: "${name}", keyCode: 0 }));`);
      const left = modifiers.map((name) => `hand.keyup(new content.KeyboardEvent("", { key: "${name}", keyCode: 0 }));`);
      const event = `new content.KeyboardEvent("", { key: "${key}", code: "${code}", keyCode: ${keyCode} })`;
      await chrome.inFront(hand(`${held.join("")} hand.keydown(${event}); hand.keyup(${event}); ${left.join("")}`), "desk");
    },
    copied: () =>
      chrome.call(() => {
        const kept = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
        kept.init(null);
        kept.addDataFlavor("text/plain");
        Services.clipboard.getData(kept, Services.clipboard.kGlobalClipboard);
        const found: { value?: { QueryInterface(kind: unknown): { data: string } } } = {};
        kept.getTransferData("text/plain", found);
        return found.value?.QueryInterface(Ci.nsISupportsString).data ?? "";
      }),
    look: (look, ...rest) => chrome.inPage(look.toString(), rest, "desk"),
    shot: async (path) => {
      const picture = await chrome.call(async () => {
        const [desk] = globalThis.desks();
        if (desk === undefined) return "";
        const { currentWindowGlobal } = desk.gBrowser.selectedBrowser.browsingContext;
        const bitmap = await currentWindowGlobal.drawSnapshot(null, 1, "white");
        const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas") as HTMLCanvasElement;
        [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
        canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
        return canvas.toDataURL("image/png").split(",")[1] ?? "";
      });
      await writeFile(path, Buffer.from(picture, "base64"));
    },
  };
}

/** A script of the page's process that has a hand on the keyboard. */
function hand(does: string): string {
  return `{
    const hand = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    hand.beginInputTransactionForTests(content);
    ${does}
    sendAsyncMessage("deti:answer", "");
  }`;
}
