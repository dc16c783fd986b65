/** Selecting by key, as a hand does that looks before it goes on. */

import type { Page } from "puppeteer-core";
import { ask, until } from "./until.ts";

/**
 * Selects everything in the box that has the keyboard. Firefox hands the key on to
 * its own window, which has the page select a moment later: the next key may be
 * there before.
 */
export async function selectAll(page: Page): Promise<void> {
  const whole = async () => {
    const frames = page.frames().map((frame) => ask(() => frame.evaluate(isWhole)));
    return (await Promise.all(frames)).includes(true);
  };
  // Nor may a key still be on its way where there was nothing to select.
  if (await whole()) return;
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await until(page, "everything is selected", whole);
}

/** Whether this document has the keyboard, and all of the box that has it is selected. */
function isWhole(): boolean {
  let box = document.activeElement;
  while (box?.shadowRoot?.activeElement) box = box.shadowRoot.activeElement;
  if (!document.hasFocus() || box === null) return false;
  // By name, not by class: a page may build its frame with elements of its own realm.
  if (box.localName === "input" || box.localName === "textarea") {
    const { selectionStart, selectionEnd, value } = box as HTMLInputElement;
    return selectionStart === 0 && selectionEnd === value.length;
  }
  if (!(box as HTMLElement).isContentEditable) return false;
  const root = box.getRootNode() as Document & { getSelection?: () => Selection | null };
  const selection = root.getSelection?.() ?? document.getSelection();
  // An editor's own line breaks and fillers are no words.
  const words = (text: string) => text.replace(/[\s\u200b\ufeff]/g, "");
  return words(selection?.toString() ?? "") === words((box as HTMLElement).innerText);
}
