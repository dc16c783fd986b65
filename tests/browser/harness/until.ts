/** Waits for conditions, never for a time. */

import type { Page } from "puppeteer-core";

/** How long a condition may take before the scene has failed. */
const PATIENCE = 20_000;

/**
 * Asks again, a painted frame later each time, until the answer is truthy, and
 * returns it. `what` completes the sentence "… never happened".
 */
export async function until<T>(
  page: Page,
  what: string,
  condition: () => Promise<T> | T,
  patience = PATIENCE,
): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await condition();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await frame(page);
  }
}

/** The next painted frame of the page. */
export async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
}

/**
 * Lets the page and everything that listens to it come to rest: two frames and
 * a task of low priority. For asserting that something did *not* happen.
 */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((rested) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => requestIdleCallback(() => rested(), { timeout: 1000 }));
        });
      }),
  );
}

/** An answer from a frame that may go away in the middle of the question. */
export async function ask<T>(question: () => Promise<T>): Promise<T | null> {
  try {
    return await question();
  } catch {
    return null;
  }
}
