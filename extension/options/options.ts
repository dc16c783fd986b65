/**
 * The choices that a browser lets only a page of the extension's own make: where
 * Deti is used, and whether the agent is notified. What a permission says is the
 * setting.
 */
import { speak } from "../paper/speak.ts";
import { showSites } from "./sites.ts";

/** To notify, and to see whether somebody is there to be notified. */
const WANTED = { permissions: ["notifications", "idle"] } satisfies chrome.permissions.Permissions;

const parts = speak();
const notify = parts("notify") as HTMLInputElement;

async function show(): Promise<void> {
  notify.checked = await chrome.permissions.contains(WANTED);
}

notify.addEventListener("change", (event) => {
  if (!event.isTrusted) return;
  const { checked } = notify;
  // Asked at once: a browser forgets the hand behind an event after the first wait.
  const asked = checked ? chrome.permissions.request(WANTED) : chrome.permissions.remove(WANTED);
  void asked
    .then((done) => {
      parts("refused").hidden = !checked || done;
    })
    .finally(show);
});
void show();
void showSites(parts);
