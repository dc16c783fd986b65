/**
 * Firefox, driven by WebDriver BiDi. What BiDi has no words for (an input
 * method, a closed shadow root, the zoom) is asked of the browser's
 * own window, which `--remote-allow-system-access` opens to the driver.
 */

import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { stand } from "./asleep.ts";
import { firefoxMeter } from "./meter-firefox.ts";
import { deskWindow } from "./firefox-desk.ts";
import type { Session, Wanted } from "./session.ts";
import { shelf } from "./shelf.ts";

/** The id in the manifest. */
const ID = "deti@deti.invalid";

/** A press on a button of the popup, from the browser's own side: to the popup it is a hand's. The popup may close by it, so it answers before. */
const PRESS = `void content.setTimeout(() => {
  const { left, top, width, height } = content.document.getElementById("ID").getBoundingClientRect();
  for (const type of ["mousedown", "mouseup"]) {
    content.synthesizeMouseEvent(type, left + width / 2, top + height / 2, { button: 0, clickCount: 1 });
  }
}, 0)`;

/** @param profile Where it keeps things; without one, in a folder that goes with it. */
export async function firefox(program: string, wanted: Wanted, profile?: string): Promise<Session> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: !wanted.window,
    acceptInsecureCerts: wanted.hosts.length > 0,
    defaultViewport: wanted.window ? null : { width: wanted.width, height: wanted.height },
    ...(profile === undefined ? {} : { userDataDir: profile }),
    args: ["--remote-allow-system-access", `--width=${wanted.width}`, `--height=${wanted.height}`],
    extraPrefsFirefox: {
      "intl.accept_languages": wanted.language,
      "network.dns.localDomains": wanted.hosts.join(","),
      "layout.css.prefers-color-scheme.content-override": wanted.dark ? 0 : 1,
      // A killed process is part of a scene, not a report to send or a reason
      // for the browser to stop.
      "browser.tabs.crashReporting.sendReport": false,
      "dom.ipc.processPrelaunch.enabled": false,
      // A clock in whole milliseconds measures nothing.
      "privacy.reduceTimerPrecision": wanted.ear === undefined,
      // What nobody signed can only be installed for good where this is off.
      "xpinstall.signatures.required": profile === undefined,
      // What the extension asks for is allowed without a question, which no driver could answer.
      "extensions.webextOptionalPermissionPrompts": wanted.allows.length === 0,
    },
  });
  const built = await shelf("dist/firefox", wanted);
  const chrome = await Chrome.of(browser);
  await chrome.call((language: string) => {
    // A browser of that language, without its language pack.
    Services.locale.availableLocales = [language, "en-US"];
    Services.locale.requestedLocales = [language];
    const isDesk = ({ gBrowser }: BrowserWindow) => gBrowser?.selectedBrowser.currentURI.spec.endsWith("/desk/desk.html");
    globalThis.desks = () => [...Services.wm.getEnumerator("navigator:browser")].filter(isDesk);
  }, wanted.language);

  const session: Session = {
    name: "firefox",
    browser,
    open: async (url) => {
      const [page = await browser.newPage()] = await browser.pages();
      await page.goto(url);
      // A new window waits with the caret in the address bar.
      await chrome.call(() => gBrowser.selectedBrowser.focus());
      return page;
    },
    install: async () => {
      if (profile === undefined) await browser.installExtension(built.folder);
      else await chrome.call(installForGood, built.folder, join(profile, "deti.xpi"));
    },
    resume: async () => {
      await chrome.call(async (id: string) => {
        const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        const addon = await AddonManager.getAddonByID(id);
        if (!addon?.isActive) throw new Error("the extension is not there any more");
      }, ID);
    },
    reload: async () => {
      await chrome.call(async (id: string) => {
        const { AddonManager } = ChromeUtils.importESModule(
          "resource://gre/modules/AddonManager.sys.mjs",
        );
        await (await AddonManager.getAddonByID(id)).reload();
      }, ID);
    },
    inputMethod: async () => {
      await chrome.call(() => {
        const method = Cc["@mozilla.org/text-input-processor;1"].createInstance(
          Ci.nsITextInputProcessor,
        );
        if (!method.beginInputTransactionForTests(window)) throw new Error("no input method");
        Object.assign(globalThis, { inputMethod: method });
      });
      return {
        compose: (text) =>
          chrome.call((text: string) => {
            const method = globalThis.inputMethod;
            method.setPendingCompositionString(text);
            method.appendClauseToPendingComposition(text.length, method.ATTR_RAW_CLAUSE);
            method.setCaretInPendingComposition(text.length);
            method.flushPendingComposition(
              new KeyboardEvent("", { key: "Process", keyCode: 229 }),
            );
          }, text),
        commit: (text) =>
          chrome.call((text: string) => {
            const method = globalThis.inputMethod;
            method.commitCompositionWith(
              text,
              new KeyboardEvent("", { key: "Process", keyCode: 229 }),
            );
            method.keyup(new KeyboardEvent("", { key: "Enter", code: "Enter", keyCode: 13 }));
          }, text),
      };
    },
    shadow: async (_page, look, ...rest) => chrome.inPage(look.toString(), rest),
    // Here the panel shares the page's process, so it cannot crash alone; what
    // is left to it is to lose its document.
    killPanel: async (_page, panel) => {
      await panel.evaluate(() => location.replace("about:blank"));
    },
    endBackground: async () => {
      await chrome.call(async (id: string) => {
        await WebExtensionPolicy.getByID(id).extension.terminateBackground();
      }, ID);
    },
    away: async () => {
      throw new Error("the idle service cannot be told that somebody left");
    },
    badge: async () =>
      chrome.call((id: string) => {
        const { ExtensionParent } = ChromeUtils.importESModule(
          "resource://gre/modules/ExtensionParent.sys.mjs",
        );
        const button = ExtensionParent.apiManager.global.browserActionFor(
          WebExtensionPolicy.getByID(id).extension,
        );
        return String(button.action.getContextData(gBrowser.selectedTab).badgeText ?? "");
      }, ID),
    pressButton: async () => {
      await chrome.call((id: string) => {
        const { ExtensionParent } = ChromeUtils.importESModule(
          "resource://gre/modules/ExtensionParent.sys.mjs",
        );
        ExtensionParent.apiManager.global
          .browserActionFor(WebExtensionPolicy.getByID(id).extension)
          .triggerAction(window);
      }, ID);
    },
    desk: () => deskWindow(chrome),
    popup: async () => {
      // One that was opened before closes by what it did; pressed sooner, the button would do no more than that.
      await chrome.popup("closed");
      await session.pressButton();
      await chrome.popup("open");
      const ask = <T>(look: string) => chrome.inPopup<T>(look);
      while ((await ask<boolean>("content.document.body?.dataset.ready !== undefined")) !== true);
      return {
        says: () => ask<string>("content.document.body.innerText"),
        buttons: () =>
          ask<string[]>("[...content.document.querySelectorAll('button')].filter((one) => one.checkVisibility() && !one.disabled).map(({ id }) => id)"),
        press: async (id) => {
          await ask(PRESS.replace("ID", id));
        },
        close: () => chrome.closePopup(),
        page: null,
      };
    },
    // The browser's own page of extensions does it by these words.
    withdraw: async (pattern) => {
      await chrome.call(
        async (id: string, pattern: string) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
          const { extension } = WebExtensionPolicy.getByID(id);
          await ExtensionPermissions.remove(id, { permissions: [], origins: [pattern] }, extension);
        },
        ID,
        pattern,
      );
    },
    zoom: async (_page, factor) => {
      await chrome.call((factor: number) => {
        gBrowser.selectedBrowser.fullZoom = factor;
      }, factor);
    },
    media: async (_page, medium) => {
      await chrome.call((medium: string) => {
        if (medium === "print") gBrowser.selectedBrowser.browsingContext.mediumOverride = "print";
        // Every page in the reader's own colours, which is what a high contrast is.
        if (medium === "forced-colors") Services.prefs.setIntPref("browser.display.document_color_use", 2);
        if (medium === "reduced-motion") Services.prefs.setIntPref("ui.prefersReducedMotion", 1);
      }, medium);
    },
    meter: (page) => firefoxMeter(chrome, page),
    offline: async (_page, offline) => {
      await chrome.call((offline: boolean) => {
        Services.io.offline = offline;
      }, offline);
    },
    asleep: (asleep) => stand(browser, asleep),
    close: () => browser.close().finally(built.remove),
  };
  return session;
}

/**
 * Packs the folder and installs the file, as a person does: what is loaded from
 * a folder is gone when the browser is closed, and what it kept with it.
 */
async function installForGood(folder: string, packed: string): Promise<void> {
  const file = (path: string) => {
    const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    return file;
  };
  const zip = Cc["@mozilla.org/zipwriter;1"].createInstance(Ci.nsIZipWriter);
  const CREATE_TO_WRITE = 0x02 | 0x08 | 0x20;
  zip.open(file(packed), CREATE_TO_WRITE);
  const add = async (path: string, name: string) => {
    const { type } = await IOUtils.stat(path);
    if (type !== "directory") return zip.addEntryFile(name, Ci.nsIZipWriter.COMPRESSION_FASTEST, file(path), false);
    for (const child of await IOUtils.getChildren(path)) {
      const last = PathUtils.filename(child);
      await add(child, name === "" ? last : `${name}/${last}`);
    }
  };
  await add(folder, "");
  zip.close();
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const install = await AddonManager.getInstallForFile(file(packed));
  const addon = await install.install();
  if (!addon.isActive) await addon.enable();
}

/** The browser's own window. */
export class Chrome {
  private constructor(
    private readonly send: Send,
    private readonly context: string,
  ) {}

  static async of(browser: Browser): Promise<Chrome> {
    const { connection } = browser as Browser & { connection: { send: Send } };
    const send: Send = (method, parameters) => connection.send(method, parameters);
    const { result } = await send("browsingContext.getTree", { "moz:scope": "chrome" });
    const context = result.contexts?.[0]?.context;
    if (context === undefined) throw new Error("Firefox shows no window of its own");
    return new Chrome(send, context);
  }

  /** Calls a function there; it travels as text and sees only its arguments. */
  async call<T, A extends unknown[]>(run: (...rest: A) => T, ...rest: A): Promise<Awaited<T>> {
    const { result } = await this.send("script.callFunction", {
      functionDeclaration: `async (rest) => JSON.stringify((await (${run})(...JSON.parse(rest))) ?? null)`,
      arguments: [{ type: "string", value: JSON.stringify(rest) }],
      awaitPromise: true,
      target: { context: this.context },
    });
    if (result.type !== "success") {
      throw new Error(`in Firefox's window: ${result.exceptionDetails?.text}`);
    }
    return JSON.parse(result.result?.value ?? "null") as Awaited<T>;
  }

  /** Has the page's process give back what it does not need. */
  async tidied(): Promise<void> {
    await this.inFront(`
      Cc["@mozilla.org/memory-reporter-manager;1"].getService(Ci.nsIMemoryReporterManager)
        .minimizeMemoryUsage(() => sendAsyncMessage("deti:answer", ""));`);
  }

  /** Calls a function in the page's process, on the extension's shadow root. */
  async inPage<T>(look: string, rest: unknown[], desk?: "desk"): Promise<T | null> {
    const script = `{
      const places = [content.document.documentElement, content.document.body];
      const hosts = places.flatMap((place) => [...(place?.children ?? [])]);
      const root = hosts.map((host) => host.openOrClosedShadowRoot).find((root) => root?.mode === "closed");
      let answer = { value: null };
      try {
        if (root) answer = { value: (${look})(root, ...${JSON.stringify(rest)}) ?? null };
      } catch (error) {
        answer = { error: String(error) };
      }
      sendAsyncMessage("deti:answer", JSON.stringify(answer));
    }`;
    const answer = await this.inFront(script, desk);
    const { value, error } = JSON.parse(answer) as { value: T | null; error?: string };
    if (error !== undefined) throw new Error(`in the shadow root: ${error}`);
    return value;
  }

  /**
   * Waits until the toolbar button's popup is open, or none is left. While it opens, the
   * browser moves its document from one element to another, and what is said to the first
   * is never heard: it is open when its panel is.
   */
  async popup(wanted: "open" | "closed"): Promise<void> {
    await this.call(
      (wanted: string, patience: number) =>
        new Promise<void>((done, failed) => {
          const end = Date.now() + patience;
          const look = () => {
            const all = [...document.querySelectorAll<PopupBrowser>("browser.webextension-popup-browser")];
            const shown = all.find((one) => one.closest<PopupPanel>("panel")?.state === "open");
            const isOpen = shown?.currentURI?.spec.endsWith("/popup/popup.html") === true;
            if (wanted === "open" ? isOpen : all.length === 0) done();
            else if (Date.now() > end) failed(new Error(`the popup is not ${wanted}`));
            else requestAnimationFrame(look);
          };
          look();
        }),
      wanted,
      10_000,
    );
  }

  /** Closes the popup, as a click beside it does. */
  async closePopup(): Promise<void> {
    await this.call(() => {
      document.querySelector("browser.webextension-popup-browser")?.closest<PopupPanel>("panel")?.hidePopup();
    });
    await this.popup("closed");
  }

  /** What an expression says in the popup's process. */
  async inPopup<T>(look: string): Promise<T> {
    const script = `{
      let answer = { value: null };
      try {
        answer = { value: (() => ${look})() ?? null };
      } catch (error) {
        answer = { error: String(error) };
      }
      sendAsyncMessage("deti:answer", JSON.stringify(answer));
    }`;
    const { value, error } = JSON.parse(await this.inFront(script, "popup")) as { value: T; error?: string };
    if (error !== undefined) throw new Error(`in the popup: ${error}`);
    return value;
  }

  /** Runs a script of the browser's own in the page's process, the desk's or the popup's, until it says `deti:answer`. */
  inFront(script: string, place?: "desk" | "popup"): Promise<string> {
    return this.call(
      (script: string, place: string) =>
        new Promise<string>((answered) => {
          const [own] = place === "desk" ? globalThis.desks() : [window as unknown as BrowserWindow];
          if (own === undefined) throw new Error("there is no such window");
          const popup = document.querySelector<PopupBrowser>("browser.webextension-popup-browser");
          const shown = place === "popup" ? popup : own.gBrowser.selectedBrowser;
          if (shown === null) throw new Error("no popup is open");
          const { messageManager } = shown;
          const hear = ({ data }: { data: string }) => {
            messageManager.removeMessageListener("deti:answer", hear);
            answered(data);
          };
          messageManager.addMessageListener("deti:answer", hear);
          const address = `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`;
          messageManager.loadFrameScript(address, false);
        }),
      script,
      place ?? "",
    );
  }
}

interface Answer {
  contexts?: { context: string }[];
  type?: string;
  result?: { value?: string };
  exceptionDetails?: { text: string };
}
type Send = (method: string, parameters: unknown) => Promise<{ result: Answer }>;
