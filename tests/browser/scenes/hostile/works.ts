/** That the extension works on a page, from the first word to the sent message. */

import assert from "node:assert/strict";
import type { Stage } from "../../harness/stage.ts";
import { say } from "../../harness/words.ts";
import { FORBIDDEN, WARNED } from "../drafts.ts";

/** A word is underlined and replaced, a forbidden draft is held and says why, what is allowed is sent once. */
export async function works(stage: Stage): Promise<void> {
  const { console } = stage;
  await stage.panel();
  await console.type(FORBIDDEN.text);
  await stage.underlines(FORBIDDEN.mark);
  await stage.press("Enter");
  await stage.overlaySays(say("page_send_anyway"));
  assert.equal(await console.draft(), FORBIDDEN.text);
  await console.clear();
  await console.type(WARNED.text);
  await stage.underlines(WARNED.mark);
  await stage.press("Alt+Enter");
  await console.reads(WARNED.rewritten);
  await sends(stage, WARNED.rewritten);
}

/** Enter sends what is in the composer, whatever state the check is in. */
export async function sends(stage: Stage, text: string): Promise<void> {
  const { console } = stage;
  const count = async () => (await console.sent()).filter((one) => one === text).length;
  const before = await count();
  await stage.press("Enter");
  await stage.until(`“${text}” is sent`, async () => (await count()) > before);
  await stage.rest();
  assert.equal(await count(), before + 1, "sent once");
  await console.reads("");
}
