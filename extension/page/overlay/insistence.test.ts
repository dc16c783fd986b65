import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";

import { Life } from "../life.ts";
import { Insistence } from "./insistence.ts";

/** A page that undoes at once whatever is done. */
function quarrel(t: TestContext, life: Life) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const happened: string[] = [];
  const insistence: Insistence = new Insistence(
    life,
    () => happened.push("again"),
    () => happened.push("has its way"),
  );
  return { insistence, happened, pass: (milliseconds: number) => t.mock.timers.tick(milliseconds) };
}

test("insistence: once or twice is answered at once", (t) => {
  const { insistence, happened } = quarrel(t, new Life());
  insistence.again();
  insistence.again();
  assert.deepEqual(happened, ["again", "again"]);
});

test("insistence: who keeps doing it waits longer each time, and has its way after the seventh", (t) => {
  const { insistence, happened, pass } = quarrel(t, new Life());
  for (const _ of Array(50)) {
    insistence.again();
    pass(5_000);
  }
  assert.equal(happened.indexOf("has its way"), 7);
  assert.equal(happened.filter((one) => one === "again").length, 7);
});

test("insistence: while it waits, more of the same is nothing new", (t) => {
  const { insistence, happened, pass } = quarrel(t, new Life());
  for (const _ of Array(1000)) insistence.again();
  assert.deepEqual(happened, ["again", "again"]);
  pass(250);
  assert.deepEqual(happened, ["again", "again", "again"]);
});

test("insistence: with its life it ends, also in the middle of a wait", (t) => {
  const life = new Life();
  const { insistence, happened, pass } = quarrel(t, life);
  for (const _ of Array(3)) insistence.again();
  life.end();
  pass(60_000);
  insistence.again();
  assert.deepEqual(happened, ["again", "again"]);
});

test("insistence: the agent may have it tried once more", (t) => {
  const { insistence, happened, pass } = quarrel(t, new Life());
  for (const _ of Array(20)) {
    insistence.again();
    pass(5_000);
  }
  insistence.forget();
  insistence.again();
  assert.equal(happened.at(-1), "again");
});
