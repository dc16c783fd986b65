/**
 * Eight hours at the console in a few minutes: as many conversations, messages
 * and keys as a shift has, one behind the other without the pauses. Keys are
 * real ones; buyers write as fast as the page draws. What waits for hours by
 * the clock does not come to pass.
 */

import { until } from "../harness/until.ts";
import { REPLY, type Side } from "./side.ts";

const HOURS = 8;
/** Of each hour. */
const CONVERSATIONS = 30;
/** Of each conversation. */
const ARRIVING = 20;
const TYPED = ["在的呢亲，这款有现货", "今天拍下明天就能发出"];

export const SHIFT =
  `${HOURS * CONVERSATIONS} conversations with ${HOURS * CONVERSATIONS * ARRIVING} messages of buyers, ` +
  `${HOURS * CONVERSATIONS * (TYPED.length + 1)} sent, a third of them quick replies, ` +
  `${HOURS * CONVERSATIONS * TYPED.join("").length} keys`;

/** What is held at the beginning, and after each hour. */
export async function shift(side: Side): Promise<Record<string, number>[]> {
  const held = [await side.meter.memory()];
  for (let hour = 0; hour < HOURS; hour += 1) {
    for (let conversation = 0; conversation < CONVERSATIONS; conversation += 1) await talk(side, conversation);
    held.push(await side.meter.memory());
  }
  return held;
}

async function talk(side: Side, conversation: number): Promise<void> {
  const { stage, meter } = side;
  const { page } = stage;
  await page.evaluate(async (place, arriving) => {
    document.querySelectorAll<HTMLElement>("[data-replica-row]")[place]?.click();
    for (let count = 0; count < arriving; count += 1) {
      window.replica.acts["arrive"]!();
      await new Promise((painted) => requestAnimationFrame(painted));
    }
    window.replica.composer().focus();
  }, conversation, ARRIVING);
  const sends = async () => {
    const before = await page.evaluate(() => window.replica.sent.length);
    await meter.press("Enter");
    await until(page, "the message is sent", () => page.evaluate((before) => window.replica.sent.length > before, before));
  };
  for (const text of TYPED) {
    for (const key of text) await meter.press(key);
    await until(page, `“${text}” stands there`, () => page.evaluate((text) => window.replica.text() === text, text));
    await sends();
  }
  if (side.hasDeti) {
    await stage.press("Alt+1");
    await until(page, "the reply stands there", () => page.evaluate((text) => window.replica.text() === text, REPLY));
  } else {
    await side.draft(REPLY);
  }
  await sends();
}
