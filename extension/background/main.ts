/**
 * The extension's background: it introduces a tab's page script and its panel
 * to each other, passes on what the browser was asked for, and brings the page
 * script into pages that were open before the extension was.
 *
 * It keeps nothing in memory (the browser may end it at any time): the secrets
 * of an introduction wait in session storage, which only the extension's own
 * contexts can read, each for one use.
 */
import { introduce } from "./introduce.ts";
import { bringIntoOpenPages } from "./open-pages.ts";

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
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

/** A tab without the page script has nobody to listen; that is not an error. */
function tell(tab: chrome.tabs.Tab | undefined, command: "focus-panel" | "toggle-fold"): void {
  if (tab?.id === undefined) return;
  chrome.tabs.sendMessage(tab.id, { type: "deti-command", command }, { frameId: 0 }).catch(() => {});
}
