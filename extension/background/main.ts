/**
 * The extension's background: it introduces a tab's page script and its panel
 * to each other, passes on what the browser was asked for, brings the page
 * script into pages that were open before the extension was, and watches what
 * is due while no panel looks.
 *
 * It keeps nothing in memory (the browser may end it at any time): the secrets
 * of an introduction wait in session storage, which only the extension's own
 * contexts can read, each for one use.
 */
import { watchDue } from "./due.ts";
import { introduce } from "./introduce.ts";
import { bringIntoOpenPages } from "./open-pages.ts";

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  if (wantsOptions(message, sender)) {
    void chrome.runtime.openOptionsPage();
    answer({ ok: true });
    return false;
  }
  const result = introduce(message, sender);
  if (result === null) return false;
  result.then(
    (ok) => answer({ ok }),
    () => answer({ ok: false }),
  );
  return true;
});

// A page script holds this line to learn that the extension went away.
chrome.runtime.onConnect.addListener(() => {});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === "focus-panel") tell(tab, "focus-panel");
});

chrome.action.onClicked.addListener((tab) => tell(tab, "toggle-fold"));

chrome.runtime.onInstalled.addListener(() => {
  void bringIntoOpenPages();
});

watchDue(() => void toConsole());

/** The panel cannot open another page of the extension by itself in Firefox. */
function wantsOptions(message: unknown, sender: chrome.runtime.MessageSender): boolean {
  if (sender.id !== chrome.runtime.id) return false;
  if (!(sender.url?.startsWith(chrome.runtime.getURL("")) ?? false)) return false;
  return typeof message === "object" && message !== null && "type" in message && message.type === "deti-options";
}

/** Brings a console's tab to the front, with the keyboard in its panel. */
async function toConsole(): Promise<void> {
  const matches = chrome.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches ?? []) ?? [];
  const [tab] = await chrome.tabs.query({ url: matches });
  if (tab?.id === undefined) return;
  await chrome.tabs.update(tab.id, { active: true });
  await chrome.windows.update(tab.windowId, { focused: true });
  tell(tab, "focus-panel");
}

/** A tab without the page script has nobody to listen; that is not an error. */
function tell(tab: chrome.tabs.Tab | undefined, command: "focus-panel" | "toggle-fold"): void {
  if (tab?.id === undefined) return;
  chrome.tabs.sendMessage(tab.id, { type: "deti-command", command }, { frameId: 0 }).catch(() => {});
}
