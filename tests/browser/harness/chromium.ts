/** Chromium, driven by the DevTools protocol over a pipe. */

import puppeteer, { type CDPSession, type Frame, type KeyInput, type Page, type Target } from "puppeteer-core";
import { stand } from "./asleep.ts";
import { chromiumMeter } from "./meter-chromium.ts";
import type { Popup, Session, Wanted } from "./session.ts";
import { askingFor, shelf } from "./shelf.ts";

/** @param profile Where it keeps things; without one, in a folder that goes with it. */
export async function chromium(program: string, wanted: Wanted, profile?: string): Promise<Session> {
  const browser = await puppeteer.launch({
    executablePath: program,
    pipe: true,
    enableExtensions: true,
    headless: !wanted.window,
    acceptInsecureCerts: wanted.hosts.length > 0,
    defaultViewport: wanted.window ? null : { width: wanted.width, height: wanted.height },
    ...(profile === undefined ? {} : { userDataDir: profile }),
    env: { ...process.env, ...speaks(wanted.language) },
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(wanted.window ? [] : ["--disable-gpu", `--window-size=${wanted.width},${wanted.height}`]),
      ...(wanted.dark ? ["--force-dark-mode"] : []),
      `--lang=${wanted.language}`,
      `--accept-lang=${wanted.language}`,
      ...(wanted.hosts.length > 0
        ? [`--host-resolver-rules=${wanted.hosts.map((host) => `MAP ${host} localhost`).join(", ")}`]
        : []),
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const built = await shelf("dist/chrome", wanted);
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

  /** The extension's id, once it was loaded. */
  let extension = "";
  const start = async () => {
    const started = new Promise<Target>((started) => {
      const see = (target: Target) => {
        if (target.type() !== "service_worker") return;
        browser.off("targetcreated", see);
        started(target);
      };
      browser.on("targetcreated", see);
    });
    extension = await browser.installExtension(built.folder);
    background = await started;
  };
  const click = async (page: Page) => {
    const loaded = (await browser.extensions()).get(extension);
    if (loaded === undefined) throw new Error("the extension is not loaded");
    await page.triggerExtensionAction(loaded);
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
      if (wanted.allows.length > 0 && extension === "") {
        const asks = await askingFor(built.folder, wanted.allows);
        await start();
        await asks();
      }
      await start();
    },
    // What the protocol loads is not loaded again when the browser opens; but the
    // same folder is the same extension, and has what that has kept.
    resume: () => start(),
    // Loading it again from its folder is what an update does: the old one
    // ends, and the new one starts while its pages are open.
    reload: () => start(),
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
    // The machine's own idle state is nobody's to set; what the background hears of it is.
    away: async (away) => {
      await (await worker()).evaluate((away) => {
        chrome.idle.queryState = () => Promise.resolve(away ? "idle" : "active");
        const { dispatch } = chrome.idle.onStateChanged as unknown as { dispatch(state: string): void };
        dispatch.call(chrome.idle.onStateChanged, away ? "idle" : "active");
      }, away);
    },
    // While there is no background nobody counts.
    badge: async () => {
      const counting = await background?.worker();
      const text = counting?.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
      });
      return (await text) ?? "";
    },
    pressButton: async () => {
      const [page] = await browser.pages();
      if (page === undefined) throw new Error("no page");
      await click(page);
    },
    popup: async (page) => {
      const isPopup = (target: Target) => target.url().endsWith("/popup/popup.html");
      // One that was opened before closes by what it did.
      const before = browser.targets().filter(isPopup);
      const opened = browser.waitForTarget((target) => isPopup(target) && !before.includes(target));
      await click(page);
      return popupOf(await (await opened).asPage());
    },
    // The browser's own page of extensions does it by these words.
    withdraw: async (pattern) => {
      const settings = await browser.newPage();
      await settings.goto("chrome://extensions");
      await settings.evaluate(
        (id, pattern) =>
          new Promise<void>((done, failed) => {
            const own = chrome as unknown as {
              developerPrivate: { removeHostPermission(id: string, host: string, done: () => void): void };
            };
            own.developerPrivate.removeHostPermission(id, pattern, () => {
              const { lastError } = chrome.runtime;
              if (lastError === undefined) done();
              else failed(new Error(lastError.message));
            });
          }),
        extension,
        pattern,
      );
      await settings.close();
    },
    desk: async () => {
      const isDesk = (target: Target) => target.type() === "page" && target.url().endsWith("/desk/desk.html");
      const page = await (await browser.waitForTarget(isDesk)).page();
      if (page === null) throw new Error("the desk's window has no page");
      await page.bringToFront();
      return {
        count: async () => browser.targets().filter(isDesk).length,
        type: async (text) => {
          await page.focus("#composer");
          await page.keyboard.type(text);
        },
        press: async (keys) => {
          const modifiers = keys.split("+") as KeyInput[];
          const key = modifiers.pop();
          if (key === undefined) throw new Error("no key");
          for (const modifier of modifiers) await page.keyboard.down(modifier);
          await page.keyboard.press(key);
          for (const modifier of modifiers.reverse()) await page.keyboard.up(modifier);
        },
        copied: async () => {
          await page.focus("#composer");
          await page.keyboard.down("Control");
          await page.keyboard.press("v");
          await page.keyboard.press("a");
          const pasted = await page.$eval("#composer", (box) => (box as HTMLTextAreaElement).value);
          await page.keyboard.up("Control");
          await page.keyboard.press("Backspace");
          return pasted;
        },
        look: (look, ...rest) => session.shadow(page, look, ...rest),
        shot: async (path) => {
          await page.screenshot({ path: path as `${string}.png` });
        },
      };
    },
    zoom: async (page, factor) => {
      await page.bringToFront();
      await (await worker()).evaluate(async (factor) => {
        const [tab] = await chrome.tabs.query({ active: true });
        if (tab?.id !== undefined) await chrome.tabs.setZoom(tab.id, factor);
      }, factor);
    },
    media: async (page, medium) => {
      const features = {
        "forced-colors": { name: "forced-colors", value: "active" },
        "reduced-motion": { name: "prefers-reduced-motion", value: "reduce" },
      };
      const shown = medium === "print" ? { media: "print" } : { features: [features[medium]] };
      // A frame of another origin is told by itself; it lasts as long as the session in which it was told.
      const clients = new Set(page.frames().map((frame) => (frame as Frame & { client: CDPSession }).client));
      for (const client of clients) await client.send("Emulation.setEmulatedMedia", shown);
    },
    meter: chromiumMeter,
    offline: (page, offline) => page.setOfflineMode(offline),
    asleep: (asleep) => stand(browser, asleep),
    close: () => browser.close().finally(built.remove),
  };
  return session;
}

async function popupOf(page: Page): Promise<Popup> {
  await page.waitForSelector("body[data-ready]");
  return {
    says: () => page.evaluate(() => document.body.innerText),
    buttons: () => page.$$eval("button", (all) => all.filter((one) => one.checkVisibility() && !one.disabled).map(({ id }) => id)),
    press: async (id) => {
      await page.click(`#${id}`).catch((error: Error) => {
        // It closes by what it does.
        if (!page.isClosed()) throw error;
      });
    },
    close: () => page.close(),
    page,
  };
}

/**
 * The one closed shadow root of the document, as a handle; null where there is none now.
 * Its host stands in the root or in the body; a page may be deeper than the protocol can say.
 */
async function closedRoot(cdp: CDPSession): Promise<string | null> {
  const { root } = await cdp.send("DOM.getDocument", { depth: 3 });
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
