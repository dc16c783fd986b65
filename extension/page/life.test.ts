import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";

import { Life } from "./life.ts";

const ears = (life: Life) => getEventListeners(life.signal, "abort").length;

test("life: a timer that rang, or was cancelled, leaves nothing behind", async () => {
  const life = new Life();
  life.after(1000, () => {})();
  await new Promise<void>((rang) => life.after(0, rang));
  assert.equal(ears(life), 0);
});

test("life: a timer does not outlive it", async () => {
  const life = new Life();
  let rang = 0;
  life.after(0, () => (rang += 1));
  life.end();
  life.after(0, () => (rang += 1));
  await new Promise((later) => setTimeout(later, 5));
  assert.equal(rang, 0);
});

test("life: a child that ended leaves nothing with its parent", () => {
  const parent = new Life();
  for (let count = 0; count < 5; count += 1) new Life(parent).end();
  assert.equal(ears(parent), 0);
});
