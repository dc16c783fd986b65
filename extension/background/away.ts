/**
 * How Deti stands on a page, on the toolbar button of its tab: the page lets
 * nothing of it be seen, or the check is paused there. The browser forgets it when
 * the tab goes to another page.
 */

/** Where the button opens something. */
const POPUP = "popup/popup.html";

/** Says it, or takes it back; `false` for any other message. */
export function stands(message: unknown, sender: chrome.runtime.MessageSender): boolean {
  if (sender.id !== chrome.runtime.id || sender.tab?.id === undefined || sender.frameId !== 0) return false;
  if (typeof message !== "object" || message === null) return false;
  const { type, away, paused } = message as { type?: unknown; away?: unknown; paused?: unknown };
  if (type !== "deti-stands") return false;
  void say(sender.tab.id, away !== null, paused === true);
  return true;
}

async function say(tabId: number, away: boolean, paused: boolean): Promise<void> {
  const { action, i18n } = chrome;
  // A tab may close meanwhile.
  try {
    const text = away ? "!" : paused ? "II" : null;
    await action.setBadgeText({ tabId, text } as object);
    if (text !== null) await action.setBadgeBackgroundColor({ tabId, color: away ? "#8a5e0e" : "#5d636c" });
    const said = away ? "ext_action_away" : paused ? "ext_action_paused" : null;
    await action.setTitle({ tabId, title: said === null ? await action.getTitle({}) : i18n.getMessage(said) });
    // Where nothing is seen there is one thing to do, and a click does it.
    await action.setPopup({ tabId, popup: away ? "" : POPUP });
  } catch {}
}
