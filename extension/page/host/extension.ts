/**
 * The page side inside the extension: addresses, words and commands come from
 * the browser, secrets go to the background.
 */
import type { Life } from "../life.ts";
import type { Command, Host } from "./host.ts";

export function extensionHost(): Host {
  const panelUrl = chrome.runtime.getURL("panel/panel.html");
  return {
    panelUrl,
    panelOrigin: new URL(panelUrl).origin,
    highlightSheet: null,
    word: (key, value) => chrome.i18n.getMessage(key, value),
    register: async (secret) => {
      await chrome.runtime.sendMessage({ type: "deti-register", secret });
    },
    alive,
    attend,
  };
}

/**
 * An updated or removed extension leaves its scripts in open pages, where
 * `runtime.id` is gone (and reading it may throw).
 */
function alive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

function attend(life: Life, command: (command: Command) => void): void {
  const hear = (message: unknown, sender: chrome.runtime.MessageSender) => {
    if (sender.id !== chrome.runtime.id || typeof message !== "object" || message === null) return;
    const { type, command: asked } = message as { type?: unknown; command?: unknown };
    if (type !== "deti-command") return;
    if (asked === "focus-panel" || asked === "toggle-fold") command(asked);
  };
  chrome.runtime.onMessage.addListener(hear);
  // A lifeline: it breaks when the extension goes, and also when the
  // background merely rests, so its breaking only asks the question. A
  // background at rest is not woken for it; every later event asks again.
  const line = chrome.runtime.connect({ name: "life" });
  line.onDisconnect.addListener(() => {
    if (!alive()) life.end();
  });
  life.onEnd(() => {
    if (!alive()) return;
    chrome.runtime.onMessage.removeListener(hear);
    line.disconnect();
  });
}
