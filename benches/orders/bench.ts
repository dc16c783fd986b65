/** A plan of thousands of unpaid orders, in the wasm that a browser runs. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

interface Bench {
  plan(): number;
}

interface Module {
  initSync(options: { module: BufferSource }): void;
  Bench: new (count: number) => Bench;
}

const COUNT = 10_000;
const ROUNDS = 30;
const BUDGET_MS = 20;

/** The processor's time that something takes, in milliseconds: what else runs does not count. */
function work(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const [script, wasm] = process.argv.slice(2);
if (script === undefined || wasm === undefined) throw new Error("which module?");
const module = (await import(pathToFileURL(script).href)) as Module;
module.initSync({ module: readFileSync(wasm) });
const bench = new module.Bench(COUNT);

const times = Array.from({ length: ROUNDS }, () => work(() => bench.plan())).sort((a, b) => a - b);
const middle = times[ROUNDS / 2] ?? NaN;
console.log(`${COUNT} orders, ${bench.plan()} to be reminded`);
console.log(`a plan: least ${times[0]?.toFixed(1)} ms, half of ${ROUNDS} within ${middle.toFixed(1)} ms`);
if (middle > BUDGET_MS) {
  console.error(`more than ${BUDGET_MS} ms for a plan`);
  process.exitCode = 1;
}
