/**
 * A machine that sleeps: every process of the browser stands still at once, and
 * goes on at once. Their clocks go on meanwhile, so that every timer is late
 * when they wake, which is more than a machine does to them.
 */

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser } from "puppeteer-core";

/** Stops the browser, or lets it go on. */
export async function stand(browser: Browser, still: boolean): Promise<void> {
  const first = browser.process()?.pid;
  if (first === undefined) throw new Error("the browser has no process");
  const all = await family(first);
  // The parent sleeps first and wakes last: it would take a child that does not answer for one that hangs.
  for (const pid of still ? all : all.reverse()) process.kill(pid, still ? "SIGSTOP" : "SIGCONT");
}

/** A process and all that it has started, parents before their children. */
async function family(first: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
  const pairs = stdout.trim().split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const all = [first];
  for (const parent of all) all.push(...pairs.flatMap(([pid, of]) => (pid !== undefined && of === parent ? [pid] : [])));
  return all;
}
