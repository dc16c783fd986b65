/**
 * The extension's background: it introduces a tab's page script and its panel
 * to each other, passes on what the browser was asked for, keeps the page script
 * where the agent uses Deti and nowhere else, opens the desk in a window of its
 * own, and watches what is due while no panel looks.
 *
 * It keeps nothing in memory (the browser may end it at any time): the secrets
 * of an introduction wait in session storage, which only the extension's own
 * contexts can read, each for one use.
 */
import { ownAdapter } from "./adapter.ts";
import { stands } from "./away.ts";
import { openDesk } from "./desk.ts";
import { watchDue } from "./due.ts";
import { introduce } from "./introduce.ts";
import { answerAboutSites, bringIntoOpenPages, pagesInUse, watchSites } from "./sites.ts";

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  if (wantsOptions(message, sender)) {
    void chrome.runtime.openOptionsPage();
    answer({ ok: true });
    return false;
  }
  if (wantsDesk(message, sender)) {
    void openDesk();
    answer({ ok: true });
    return false;
  }
  if (stands(message, sender)) return false;
  const adapter = ownAdapter(message, sender);
  if (adapter !== null) {
    adapter.then(answer, () => answer(null));
    return true;
  }
  const result = introduce(message, sender) ?? answerAboutSites(message, sender);
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
  if (command === "focus-panel") void tell(tab, "focus-panel");
  if (command === "open-desk") void openDesk();
});

// The button opens the popup, but on a page that lets nothing of Deti be seen: there a click tries again.
chrome.action.onClicked.addListener((tab) => void tell(tab, "toggle-fold"));

chrome.runtime.onInstalled.addListener(() => {
  void bringIntoOpenPages();
});

watchDue(() => void toConsole());
watchSites();

/** The panel cannot open another page of the extension by itself in Firefox. */
function wantsOptions(message: unknown, sender: chrome.runtime.MessageSender): boolean {
  if (sender.id !== chrome.runtime.id) return false;
  if (!(sender.url?.startsWith(chrome.runtime.getURL("")) ?? false)) return false;
  return typeof message === "object" && message !== null && "type" in message && message.type === "deti-options";
}

/** Only the popup asks for it. */
function wantsDesk(message: unknown, sender: chrome.runtime.MessageSender): boolean {
  if (sender.id !== chrome.runtime.id || sender.url !== chrome.runtime.getURL("popup/popup.html")) return false;
  return typeof message === "object" && message !== null && "type" in message && message.type === "deti-desk";
}

/** Brings a console's tab to the front, with the keyboard in its panel. */
async function toConsole(): Promise<void> {
  const [tab] = await chrome.tabs.query({ url: await pagesInUse() });
  if (tab?.id === undefined) return;
  await chrome.tabs.update(tab.id, { active: true });
  await chrome.windows.update(tab.windowId, { focused: true });
  await tell(tab, "focus-panel");
}

/** Whether somebody listens: a tab without the page script has nobody, and that is not an error. */
async function tell(tab: chrome.tabs.Tab | undefined, command: "focus-panel" | "toggle-fold"): Promise<boolean> {
  if (tab?.id === undefined) return false;
  const said = chrome.tabs.sendMessage(tab.id, { type: "deti-command", command }, { frameId: 0 });
  return said.then(
    () => true,
    () => false,
  );
}
