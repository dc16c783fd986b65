/** Timing: every engine in every round, so that what drifts hits all alike. */

/** What a number of samples came to, in microseconds. */
export interface Times {
  readonly median: number;
  readonly p99: number;
}

/** How long one engine is measured in one round. */
const ROUND_MS = 25;
const ROUNDS = 11;
/** A check that takes longer is not measured: it would take minutes. */
export const TOO_LONG_MS = 20;

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

function quantile(samples: readonly number[], share: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** How much of the processor's time something takes, in milliseconds: what else runs does not count. */
export function work(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How long something takes, in milliseconds. */
export function once(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * Times single calls: each engine's call is given 0, 1, 2 … and does the next
 * piece of its work. The result is the median over the rounds of each round's
 * median and 99th percentile; none for an engine that takes too long. A call may
 * be several checks.
 */
export function times(calls: readonly ((turn: number) => void)[], checks = 1): (Times | undefined)[] {
  const fits = (call: (turn: number) => void, turn: number) => once(() => call(turn)) < TOO_LONG_MS * checks;
  const fast = calls.map((call) => fits(call, 0) || fits(call, 1));
  const rounds: Times[][] = calls.map(() => []);
  for (let round = -1; round < ROUNDS; round += 1) {
    for (let place = 0; place < calls.length; place += 1) {
      // Whoever comes first in one round comes later in the next.
      const at = (place + round + 1) % calls.length;
      const call = calls[at];
      if (call === undefined || !fast[at]) continue;
      const samples: number[] = [];
      const end = performance.now() + ROUND_MS;
      for (let turn = 0, before = performance.now(); before < end || turn < 3; turn += 1) {
        call(turn);
        const after = performance.now();
        samples.push((after - before) * 1000);
        before = after;
      }
      // The round before the first one warms up.
      if (round >= 0) rounds[at]?.push({ median: median(samples), p99: quantile(samples, 0.99) });
    }
  }
  return rounds.map((list, at) =>
    fast[at] ? { median: median(list.map((one) => one.median)), p99: median(list.map((one) => one.p99)) } : undefined,
  );
}
