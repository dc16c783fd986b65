/** Chromium, driven by the DevTools protocol over a pipe. */

import puppeteer, { type CDPSession, type Frame, type Target } from "puppeteer-core";
import type { Session, Wanted } from "./session.ts";
import { shelf } from "./shelf.ts";

/** @param profile Where it keeps things; without one, in a folder that goes with it. */
export async function chromium(program: string, wanted: Wanted, profile?: string): Promise<Session> {
  const browser = await puppeteer.launch({
    executablePath: program,
    pipe: true,
    enableExtensions: true,
    headless: !wanted.window,
    defaultViewport: wanted.window ? null : { width: wanted.width, height: wanted.height },
    ...(profile === undefined ? {} : { userDataDir: profile }),
    env: { ...process.env, ...speaks(wanted.language) },
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(wanted.window ? [] : ["--disable-gpu", `--window-size=${wanted.width},${wanted.height}`]),
      ...(wanted.dark ? ["--force-dark-mode"] : []),
      `--lang=${wanted.language}`,
      `--accept-lang=${wanted.language}`,
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const built = await shelf("dist/chrome", wanted.replies, wanted.limits, wanted.granted);
  /** The extension's background, the newest one: it ends and comes back by itself. */
  let background: Target | undefined;
  browser.on("targetcreated", (target: Target) => {
    if (target.type() === "service_worker") background = target;
  });
  const worker = async () => {
    const worker = await background?.worker();
    if (!worker) throw new Error("the extension has no background");
    return worker;
  };

  const session: Session = {
    name: "chromium",
    browser,
    open: async (url) => {
      const [page = await browser.newPage()] = await browser.pages();
      await page.goto(url);
      // The window comes to the front before a hand is on the keyboard.
      await page.bringToFront();
      return page;
    },
    install: async () => {
      const started = new Promise<Target>((started) => {
        const see = (target: Target) => {
          if (target.type() !== "service_worker") return;
          browser.off("targetcreated", see);
          started(target);
        };
        browser.on("targetcreated", see);
      });
      await browser.installExtension(built.folder);
      background = await started;
    },
    // What the protocol loads is not loaded again when the browser opens; but the
    // same folder is the same extension, and has what that has kept.
    resume: () => session.install(),
    // Loading it again from its folder is what an update does: the old one
    // ends, and the new one starts while its pages are open.
    reload: () => session.install(),
    inputMethod: async (page) => {
      const cdp = await page.createCDPSession();
      // An input method takes the key before the page: it sees key code 229.
      const key = (type: "rawKeyDown" | "keyUp") =>
        cdp.send("Input.dispatchKeyEvent", { type, key: "Process", windowsVirtualKeyCode: 229 });
      return {
        compose: async (text) => {
          await key("rawKeyDown");
          await cdp.send("Input.imeSetComposition", {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          });
          await key("keyUp");
        },
        commit: async (text) => {
          await key("rawKeyDown");
          await cdp.send("Input.insertText", { text });
          // The composition is over when the key comes up: it is an Enter then.
          await cdp.send("Input.dispatchKeyEvent", {
            type: "keyUp",
            key: "Enter",
            code: "Enter",
            windowsVirtualKeyCode: 13,
          });
        },
      };
    },
    shadow: async (page, look, ...rest) => {
      const cdp = await page.createCDPSession();
      try {
        const root = await closedRoot(cdp);
        if (root === null) return null;
        const { result, exceptionDetails } = await cdp.send("Runtime.callFunctionOn", {
          objectId: root,
          functionDeclaration: `function (...rest) { return (${look})(this, ...rest); }`,
          arguments: rest.map((value) => ({ value })),
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? "failed");
        return result.value;
      } finally {
        await cdp.detach();
      }
    },
    killPanel: async (_page, panel) => {
      const { client } = panel as Frame & { client: CDPSession };
      // A crashed target does not answer.
      client.send("Page.crash").catch(() => {});
      await new Promise<void>((gone) => {
        if (panel.detached) gone();
        else client.once("Inspector.targetCrashed", () => gone());
      });
    },
    endBackground: async () => {
      const ended = await worker();
      background = undefined;
      await ended.close();
    },
    // While there is no background nobody counts.
    badge: async () => {
      const counting = await background?.worker();
      return (await counting?.evaluate(() => chrome.action.getBadgeText({}))) ?? "";
    },
    zoom: async (page, factor) => {
      await page.bringToFront();
      await (await worker()).evaluate(async (factor) => {
        const [tab] = await chrome.tabs.query({ active: true });
        if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, factor);
      }, factor);
    },
    close: () => browser.close().finally(built.remove),
  };
  return session;
}

/** The one closed shadow root of the document, as a handle; null where there is none now. */
async function closedRoot(cdp: CDPSession): Promise<string | null> {
  const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === "closed") {
        return hold(cdp, shadow.nodeId);
      }
    }
    open.push(...(node.children ?? []));
  }
  return null;
}

/**
 * A handle of a node that was seen. Between the look and the hold the page may
 * have taken the node away, as it does while the extension is loaded again:
 * then there is none, which is an answer and not a failure.
 */
async function hold(cdp: CDPSession, nodeId: number): Promise<string | null> {
  try {
    const { object } = await cdp.send("DOM.resolveNode", { nodeId });
    return object.objectId ?? null;
  } catch (error) {
    if (error instanceof Error && error.message.includes("No node with given id")) return null;
    throw error;
  }
}

/** On Linux, Chromium speaks the language of its environment. */
function speaks(language: string): Record<string, string> {
  const locale = language.replace("-", "_");
  return { LANGUAGE: locale, LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8` };
}
