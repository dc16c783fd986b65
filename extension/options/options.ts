/**
 * The one choice that a browser lets only a page of the extension's own make:
 * whether the agent is notified. The permission is the setting; nothing else is
 * kept.
 */

/** To notify, and to see whether somebody is there to be notified. */
const WANTED = { permissions: ["notifications", "idle"] } satisfies chrome.permissions.Permissions;

for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
  element.textContent = chrome.i18n.getMessage(element.dataset["word"] ?? "");
}
const language = chrome.i18n.getUILanguage();
document.documentElement.lang = language.startsWith("zh")
  ? /hant|tw|hk|mo/i.test(language)
    ? "zh-Hant-TW"
    : "zh-Hans-CN"
  : "en";
document.title = chrome.i18n.getMessage("name");

const notify = document.querySelector<HTMLInputElement>("#notify");
const refused = document.querySelector<HTMLElement>("#refused");

async function show(): Promise<void> {
  if (notify !== null) notify.checked = await chrome.permissions.contains(WANTED);
}

notify?.addEventListener("change", (event) => {
  if (!event.isTrusted) return;
  const { checked } = notify;
  // Asked at once: a browser forgets the hand behind an event after the first wait.
  const asked = checked ? chrome.permissions.request(WANTED) : chrome.permissions.remove(WANTED);
  void asked
    .then((done) => {
      if (refused !== null) refused.hidden = !checked || done;
    })
    .finally(show);
});
void show();
