/** What Chromium says of a page's cost: the DevTools protocol's own figures. */

import type { CDPSession, Frame, Page } from "puppeteer-core";
import type { Meter } from "./session.ts";

const NAMED: Readonly<Record<string, { key: string; code: number }>> = {
  Backspace: { key: "Backspace", code: 8 },
  Enter: { key: "Enter", code: 13 },
};

export async function chromiumMeter(page: Page): Promise<Meter> {
  const cdp = await page.createCDPSession();
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const metric = async (from: CDPSession, name: string) => {
    const { metrics } = await from.send("Performance.getMetrics");
    return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  };
  /** The panel is a process of its own. */
  const panel = () => {
    const frame = page.frames().find((frame) => frame.url().endsWith("/panel/panel.html"));
    return frame === undefined ? null : (frame as Frame & { client: CDPSession }).client;
  };
  /** The frames that are processes of their own. */
  const apart = new Set<CDPSession>();
  let slower = 1;
  cdp.on("sessionattached", (frame: CDPSession) => {
    apart.add(frame);
    // A new one is as slow as the page from its first moment on.
    const slowed = slower === 1 ? Promise.resolve() : frame.send("Emulation.setCPUThrottlingRate", { rate: slower });
    void slowed.then(() => frame.send("Runtime.runIfWaitingForDebugger")).catch(() => {});
  });
  cdp.on("sessiondetached", (frame: CDPSession) => apart.delete(frame));
  const filter = [{ type: "iframe", exclude: false }, { exclude: true }];
  await cdp.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
  return {
    work: async () => 1000 * (await metric(cdp, "ThreadTime")),
    memory: async () => {
      const held = async (of: CDPSession, name: string) => {
        await of.send("HeapProfiler.collectGarbage");
        await of.send("HeapProfiler.collectGarbage");
        const { usedSize, embedderHeapUsedSize, backingStorageSize } = await of.send("Runtime.getHeapUsage");
        return { [`${name} MiB`]: (usedSize + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0)) / 2 ** 20 };
      };
      const inPage = await held(cdp, "page");
      const nodes = await metric(cdp, "Nodes");
      const listeners = await metric(cdp, "JSEventListeners");
      const inPanel = panel();
      const ofPanel = inPanel === null ? {} : { ...(await held(inPanel, "panel")), "wasm MiB": await wasm(inPanel) };
      return { ...inPage, ...ofPanel, nodes, listeners };
    },
    press: async (key) => {
      const { key: name, code: windowsVirtualKeyCode } = NAMED[key] ?? { key, code: 229 };
      const text = key === "Enter" ? "\r" : name === "Backspace" ? "" : key;
      const about = { key: name, windowsVirtualKeyCode: NAMED[key] === undefined ? 0 : windowsVirtualKeyCode };
      await cdp.send("Input.dispatchKeyEvent", { type: text === "" ? "rawKeyDown" : "keyDown", ...about, ...(text === "" ? {} : { text }) });
      await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...about });
    },
    slow: async (rate) => {
      await cdp.send("Emulation.setCPUThrottlingRate", { rate });
      slower = rate;
      for (const frame of apart) await frame.send("Emulation.setCPUThrottlingRate", { rate });
    },
  };
}

/** What all the wasm of a document has taken, in MiB. */
async function wasm(document: CDPSession): Promise<number> {
  const { result: kind } = await document.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  if (kind.objectId === undefined) return 0;
  const { objects } = await document.send("Runtime.queryObjects", { prototypeObjectId: kind.objectId });
  const { result } = await document.send("Runtime.callFunctionOn", {
    objectId: objects.objectId ?? "",
    functionDeclaration: "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }",
    returnByValue: true,
  });
  return Number(result.value) / 2 ** 20;
}
