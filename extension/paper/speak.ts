/**
 * How a page of the extension's own begins: its words, in the browser's language, and
 * its parts by their ids. How it looks is in `paper.css`; what it is for it knows itself.
 */

/** Puts the words where they belong, and returns what finds a part. */
export function speak(): (id: string) => HTMLElement {
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
    element.textContent = chrome.i18n.getMessage(element.dataset["word"] ?? "");
  }
  document.documentElement.lang = languageOf(chrome.i18n.getUILanguage());
  document.title = chrome.i18n.getMessage("name");
  return part;
}

/** The language of the words, by the browser's name of its own. */
function languageOf(browsers: string): string {
  if (!browsers.startsWith("zh")) return "en";
  return /hant|tw|hk|mo/i.test(browsers) ? "zh-Hant-TW" : "zh-Hans-CN";
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`there is no ${id}`);
  return element;
}
