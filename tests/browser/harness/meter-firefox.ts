/**
 * What Firefox says of a page's cost. WebDriver BiDi has no words for it; the
 * browser's own window has the processor's time of each thread, which asks
 * nothing of the page, and the memory of each process. The panel lies in the
 * page's process there, on the same thread, so both are one figure.
 */

import type { KeyInput, Page } from "puppeteer-core";
import type { Chrome } from "./firefox.ts";
import type { Meter } from "./session.ts";

export async function firefoxMeter(chrome: Chrome, page: Page): Promise<Meter> {
  return {
    work: async () =>
      chrome.call(async () => {
        const { osPid } = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal;
        const { children } = await ChromeUtils.requestProcInfo();
        const process = children.find(({ pid }) => pid === osPid);
        // A process's main thread has the process's own number.
        const thread = process?.threads.find(({ tid }) => tid === osPid);
        if (thread === undefined) throw new Error("the page's process tells nothing");
        return thread.cpuTime / 1e6;
      }),
    memory: async () => {
      await chrome.tidied();
      return chrome.call(async () => {
        const { osPid } = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal;
        const { children } = await ChromeUtils.requestProcInfo();
        const process = children.find(({ pid }) => pid === osPid);
        return { "process MiB": (process?.memory ?? 0) / 2 ** 20 };
      });
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    slow: async (factor) => {
      if (factor !== 1) throw new Error("Firefox cannot be slowed down");
    },
  };
}
