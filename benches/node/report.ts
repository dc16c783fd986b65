/** The figures as text: for a terminal, and for the README. */

import type { Growth } from "./linear.ts";
import type { Times } from "./measure.ts";

/** One engine with one list. */
export interface Row {
  readonly name: string;
  readonly peer: boolean;
  /** Milliseconds. */
  readonly build: number;
  /** By length; no times for an engine that takes too long. */
  readonly checks: readonly { length: number; times: Times | undefined; hits: number | undefined }[];
  /** Microseconds a key. */
  readonly typing: number | undefined;
  /** Mebibytes. */
  readonly memory: number;
}

/** Every engine with one list. */
export interface Result {
  readonly size: number;
  readonly rows: readonly Row[];
}

/** A target and whether it holds. */
export interface Verdict {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
  readonly holds: boolean;
}

export interface Report {
  /** The machine and its Node. */
  readonly about: string;
  readonly results: readonly Result[];
  readonly growths: readonly Growth[];
  readonly verdicts: readonly Verdict[];
}

/** Everything, for a terminal. */
export function told({ about, results, growths, verdicts }: Report): string {
  const lines = [about, ""];
  for (const { size, rows } of results) {
    lines.push(`${whole(size)} phrases`);
    const lengths = rows[0]?.checks.map(({ length }) => length) ?? [];
    const heads = lengths.flatMap((length) => [`${length}: µs`, "p99", "hits"]);
    lines.push(columns(["", "build ms", ...heads, "key µs", "MiB"]));
    for (const row of rows) {
      const checks = row.checks.flatMap(({ times, hits }) => [figure(times?.median), figure(times?.p99), whole(hits)]);
      lines.push(columns([row.name, figure(row.build), ...checks, figure(row.typing), figure(row.memory)]));
    }
    lines.push("");
  }
  lines.push("Long drafts (the built-in packs and 10,000 phrases): 2,000 characters, 100,000, times as much");
  for (const { kind, small, large } of growths) {
    lines.push(`  ${kind.padEnd(44)} ${figure(small).padStart(8)} ${figure(large).padStart(9)} ${figure(large / small).padStart(6)}`);
  }
  lines.push("");
  for (const { what, value, unit, target, holds } of verdicts) {
    lines.push(`${holds ? "holds " : "MISSED"}  ${what}: ${figure(value)} ${unit}, target ${target}`);
  }
  if (rowsWithout(results)) lines.push("", NOT_MEASURED);
  return `${lines.join("\n")}\n`;
}

const NOT_MEASURED = "– : not measured, because a single check takes more than 20 ms there.";

/** What the README shows. */
export function markdown({ about, results, verdicts }: Report): string {
  const at = (size: number, name: string) => results.find((one) => one.size === size)?.rows.find((row) => row.name === name);
  const lines = [
    `Median µs a check on ${about}; ${DRAFTS_ARE}`,
    "",
    "| | 10,000 phrases: 50 / 200 / 500 characters | p99 at 200 | 1,000 / 50,000 phrases, 500 characters | a key | build ms, 10,000 / 50,000 | MiB at 10,000 | hits |",
    "|---|---|---|---|---|---|---|---|",
  ];
  for (const { name } of results[0]?.rows ?? []) {
    const [small, middle, large] = [1_000, 10_000, 50_000].map((size) => at(size, name));
    const check = (row: Row | undefined, length: number) => row?.checks.find((one) => one.length === length);
    const cells = [
      name,
      [50, 200, 500].map((length) => figure(check(middle, length)?.times?.median)).join(" / "),
      figure(check(middle, 200)?.times?.p99),
      `${figure(check(small, 500)?.times?.median)} / ${figure(check(large, 500)?.times?.median)}`,
      figure(middle?.typing),
      `${figure(middle?.build)} / ${figure(large?.build)}`,
      figure(middle?.memory),
      whole(check(middle, 200)?.hits),
    ];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  lines.push("");
  if (rowsWithout(results)) lines.push(NOT_MEASURED, "");
  for (const { what, value, unit, target, holds } of verdicts) {
    lines.push(`- ${what}: **${figure(value)} ${unit}** (target: ${target}${holds ? "" : "; missed"})`);
  }
  return `${lines.join("\n")}\n`;
}

const DRAFTS_ARE =
  "the same 40 drafts and the same generated phrases for all, in rounds; a key is one of 200 while a draft grows; hits are those of the 40 drafts of 200 characters.";

function rowsWithout(results: readonly Result[]): boolean {
  return results.some(({ rows }) => rows.some(({ checks }) => checks.some(({ times }) => times === undefined)));
}

/** Three digits that count. */
function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "–";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toFixed(value >= 10 ? 0 : value >= 1 ? 1 : 2);
}

function whole(value: number | undefined): string {
  return value === undefined ? "–" : value.toLocaleString("en");
}

function columns([name = "", ...cells]: readonly string[]): string {
  return `  ${name.padEnd(32)}${cells.map((cell) => cell.padStart(9)).join("")}`;
}
