import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";

import { Life } from "./life.ts";
import { Pulse } from "./pulse.ts";

/** A pulse on a clock of its own, and how often it started the panel again. */
function pulsing(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const life = new Life();
  const started = { again: 0 };
  const pulse: Pulse = new Pulse(
    life,
    () => {},
    () => {
      started.again += 1;
      pulse.opened();
    },
  );
  const passes = (milliseconds: number) => {
    // One by one: what a timer sets is due in its turn.
    for (let passed = 0; passed < milliseconds; passed += 1) t.mock.timers.tick(1);
  };
  return { pulse, passes, started };
}

test("pulse: a panel that answers in time is on", (t) => {
  const { pulse, passes, started } = pulsing(t);
  pulse.opened();
  passes(900);
  pulse.ready();
  pulse.asked();
  passes(100);
  pulse.answered(true);
  passes(60_000);
  assert.deepEqual([pulse.health, started.again], ["on", 0]);
});

test("pulse: a text that waits for longer than 300 ms turns the check off, and the panel is started again once", (t) => {
  const { pulse, passes, started } = pulsing(t);
  pulse.opened();
  pulse.ready();
  pulse.asked();
  passes(299);
  assert.equal(pulse.health, "starting");
  passes(10);
  assert.deepEqual([pulse.health, started.again], ["off", 0]);
  passes(2_000);
  assert.equal(started.again, 1);
  passes(600_000);
  assert.deepEqual([pulse.health, started.again], ["off", 1]);
});

test("pulse: a panel that is slow to come is waited for, and is on when it comes", (t) => {
  const { pulse, passes, started } = pulsing(t);
  pulse.opened();
  passes(3_100);
  assert.equal(pulse.health, "off");
  assert(pulse.comes, "it may still come");
  passes(6_000);
  pulse.ready();
  pulse.asked();
  pulse.answered(true);
  passes(60_000);
  assert.deepEqual([pulse.health, started.again], ["on", 0]);
});

test("pulse: one that never comes is tried twice", (t) => {
  const { pulse, passes, started } = pulsing(t);
  pulse.opened();
  passes(600_000);
  assert.deepEqual([pulse.health, started.again], ["off", 1]);
});

test("pulse: a panel that is gone a second time waits for the agent", (t) => {
  const { pulse, passes, started } = pulsing(t);
  for (const _ of [1, 2]) {
    pulse.opened();
    pulse.ready();
    pulse.answered(true);
    pulse.lost();
    passes(60_000);
  }
  assert.equal(started.again, 1);
});
