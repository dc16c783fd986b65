/**
 * The shipped wasm beside what npm has: same drafts, same phrases, one process.
 *
 * Prints tables, and with `--markdown FILE` writes the one that the README
 * shows. Started by `cargo xtask bench`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { argv } from "node:process";

import { drafts, phrases } from "./chance.ts";
import { type Built, type Engine, engines, plain, whole } from "./engines.ts";
import { type Growth, MOST, growth } from "./linear.ts";
import { median, times } from "./measure.ts";
import { memory, report } from "./memory.ts";
import { type Result, type Row, type Verdict, markdown, told } from "./report.ts";

const SIZES = [1_000, 10_000, 50_000];
const LENGTHS = [50, 200, 500];
const DRAFTS = 40;
const BUILDS = 5;

interface Line {
  text: string;
  labels: unknown[];
}

const corpus = readFileSync("tests/corpus/drafts.jsonl", "utf8").trim().split("\n").map((line) => JSON.parse(line) as Line);
/** What agents write when nothing is wrong with it. */
const sentences = corpus.filter((draft) => draft.labels.length === 0).map((draft) => draft.text.replaceAll("\n", "，"));

if (argv[2] === "--memory") {
  const [place, count] = argv.slice(3).map(Number);
  const engine = engines[place ?? -1];
  if (engine === undefined) throw new Error(`no engine ${place}`);
  await report(engine, phrases(sentences, count ?? 0));
} else {
  const results: Result[] = [];
  for (const size of SIZES) results.push(await measured(size));
  const growths = await longDrafts();
  const about = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.versions.node}`;
  const all = { about, results, growths, verdicts: judged(results, growths) };
  process.stdout.write(told(all));
  if (argv[2] === "--markdown") writeFileSync(argv[3] ?? "", markdown(all));
}

/** Every engine with a list of this size. */
async function measured(size: number): Promise<Result> {
  const list = phrases(sentences, size);
  process.stderr.write(`${size} phrases: build`);
  const builds: number[][] = engines.map(() => []);
  const built: Built[] = [];
  for (let round = 0; round < BUILDS; round += 1) {
    for (const [at, engine] of engines.entries()) {
      built[at]?.free?.();
      const start = performance.now();
      built[at] = await engine.build(list);
      builds[at]?.push(performance.now() - start);
    }
  }
  const checks = LENGTHS.map((length) => {
    process.stderr.write(`, ${length} characters`);
    const texts = drafts(sentences, list, length, DRAFTS);
    const timed = times(built.map(({ hits }) => (turn) => void hits(texts[turn % DRAFTS] ?? "")));
    const hits = built.map((one, at) => (timed[at] ? texts.reduce((sum, text) => sum + one.hits(text), 0) : undefined));
    return { length, timed, hits };
  });
  process.stderr.write(", typing");
  const texts = drafts(sentences, list, 200, DRAFTS);
  const typed = texts.map((text) => Array.from({ length: text.length }, (_, end) => text.slice(0, end + 1)));
  const typing = times(
    built.map(({ hits }) => (turn) => {
      for (const text of typed[turn % DRAFTS] ?? []) hits(text);
    }),
    200,
  );
  built.forEach((one) => one.free?.());
  process.stderr.write(", memory\n");
  return {
    size,
    rows: engines.map((engine, at) => ({
      name: engine.name,
      peer: engine.peer,
      build: median(builds[at] ?? []),
      checks: checks.map(({ length, timed, hits }) => ({ length, times: timed[at], hits: hits[at] })),
      typing: typing[at] && typing[at].median / 200,
      memory: memory(at, size),
    })),
  };
}

/** How the whole check's cost grows with the draft. */
async function longDrafts(): Promise<Growth[]> {
  process.stderr.write("long drafts\n");
  const list = phrases(sentences, 10_000);
  const checker = await whole.build(list);
  const growths = growth(checker, list);
  checker.free?.();
  return growths;
}

/** The targets, and whether they hold. */
function judged(results: readonly Result[], growths: readonly Growth[]): Verdict[] {
  const rows = results.find(({ size }) => size === 10_000)?.rows ?? [];
  const row = (engine: Engine) => rows.find(({ name }) => name === engine.name);
  const check = (row: Row | undefined) => row?.checks.find(({ length }) => length === 200)?.times?.median ?? NaN;
  const fastest = Math.min(...rows.filter(({ peer }) => peer).map(check).filter((time) => !Number.isNaN(time)));
  const load = row(plain)?.build ?? NaN;
  const ratios = growths.map(({ kind, small, large }) => ({ kind, ratio: large / small }));
  const worst = ratios.reduce((one, other) => (other.ratio > one.ratio ? other : one));
  const verdict = (what: string, value: number, unit: string, target: string, holds: boolean): Verdict =>
    ({ what, value, unit, target, holds });
  // What the peers do too, and what only Deti does: the same targets for both.
  const speed = (engine: Engine, what: string): Verdict[] => {
    const cost = check(row(engine));
    const times = fastest / cost;
    return [
      verdict(`a check, ${what}, 200 characters`, cost, "µs", "at most 8", cost <= 8),
      verdict("the same, how many times faster than the fastest npm peer", times, "×", "at least 5", times >= 5),
    ];
  };
  return [
    ...speed(plain, "10,000 phrases alone"),
    ...speed(whole, "10,000 phrases and the built-in packs"),
    verdict("loading 10,000 phrases", load, "ms", "at most 20", load <= 20),
    verdict(
      `100,000 characters beside 2,000, the worst of ${growths.length} kinds (${worst.kind})`,
      worst.ratio,
      "×",
      `at most ${MOST}`,
      worst.ratio <= MOST,
    ),
  ];
}
