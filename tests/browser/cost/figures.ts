/** Sums over what was measured. */

export function quantile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const p50 = (all: readonly number[]) => quantile(all, 0.5);
export const p95 = (all: readonly number[]) => quantile(all, 0.95);

export function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

/** A figure as a table has it: three digits that mean something. */
export function told(value: number): string {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  const digits = size >= 99.5 ? 0 : size >= 9.95 ? 1 : 2;
  return value.toFixed(digits).replace(/^-(0\.?0*)$/, "$1");
}
