/**
 * Pages that were open before the extension was installed or updated.
 *
 * Firefox runs content scripts in open pages by itself; Chrome does not. Both
 * are asked, because a page script that already runs in a page notices that
 * and leaves the second one nothing to do.
 */

/** Runs the manifest's content scripts in every open page that they match. */
export async function bringIntoOpenPages(): Promise<void> {
  const scripts = chrome.runtime.getManifest().content_scripts ?? [];
  for (const { matches = [], js = [], css = [], all_frames: allFrames = false } of scripts) {
    for (const tab of await chrome.tabs.query({ url: matches })) {
      if (tab.id === undefined) continue;
      const target = { tabId: tab.id, allFrames };
      // A page may close or navigate meanwhile, or be one that the browser
      // protects; the others still get theirs.
      if (css.length > 0) await chrome.scripting.insertCSS({ target, files: css }).catch(() => {});
      if (js.length > 0) await chrome.scripting.executeScript({ target, files: js }).catch(() => {});
    }
  }
}
