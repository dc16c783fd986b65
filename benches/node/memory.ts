/** What an engine holds once it is built: measured in a process of its own. */

import { execFileSync } from "node:child_process";
import { argv, execArgv, execPath } from "node:process";

import type { Engine } from "./engines.ts";

declare const gc: () => void;

/** Heap and what lies beside it, wasm memory included, in bytes. */
function held(): number {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** In the process of its own: builds, and says what that holds. */
export async function report(engine: Engine, phrases: readonly string[]): Promise<void> {
  const before = held();
  const built = await engine.build(phrases);
  const after = held();
  // Used once more, so that it is alive until here.
  process.stdout.write(JSON.stringify({ bytes: after - before, hits: built.hits("好") }));
}

/** Starts that process and returns the mebibytes. */
export function memory(place: number, count: number): number {
  const words = [...execArgv, argv[1] ?? "", "--memory", String(place), String(count)];
  const said = JSON.parse(execFileSync(execPath, words, { encoding: "utf8" })) as { bytes: number };
  return said.bytes / 2 ** 20;
}
