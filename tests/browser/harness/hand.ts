/**
 * The agent's hand: it clicks what it sees lying still. What moves between the look and the
 * click is missed by the browser's driver, which computes where to click before it clicks.
 */

import type { ElementHandle, Frame } from "puppeteer-core";

/** How long something may take to be there and to lie still, in milliseconds. */
const PATIENCE = 20_000;

/** Clicks the middle of something in a document, once it is there and lies still. */
export async function click(document: Frame, what: string | ElementHandle): Promise<void> {
  const end = Date.now() + PATIENCE;
  do {
    // Looked for again each time: what is drawn anew is another element.
    const element = typeof what === "string" ? await document.waitForSelector(what) : what;
    if (await element?.evaluate(liesStill)) return element?.click();
  } while (Date.now() < end);
  throw new Error(`never lay still: ${what}`);
}

/** Whether an element is shown and stays where it is for two frames and an idle moment. */
async function liesStill(element: Element): Promise<boolean> {
  const where = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].join();
  };
  const before = where();
  await new Promise<void>((rested) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => requestIdleCallback(() => rested(), { timeout: 1000 }));
    });
  });
  return where() === before && element.checkVisibility();
}
