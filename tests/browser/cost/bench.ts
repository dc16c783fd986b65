/**
 * `cargo xtask bench browser`: what Deti costs on a busy console, beside the
 * same page without it: two thousand messages, ten more a second, a draft of
 * two hundred characters, the handbook and ten thousand phrases.
 *
 * Both pages are open, and each thing is measured on one and then on the
 * other, so that whatever else runs on the machine meets both. Work is the
 * processor's time of the page's main thread, which does not count what others
 * do; the times from a key on are what an agent waits, and count it.
 */

import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { phrases } from "../../../benches/node/chance.ts";
import { browser, program } from "../run/asked.ts";
import { mean, p50, p95, told } from "./figures.ts";
import { SHIFT, shift } from "./shift.ts";
import { Side, SPAN, type Start } from "./side.ts";

const PHRASES = 10_000;
const ROUNDS = 7;
/** Chromium can be made so many times slower. */
const SLOWER = browser === "chromium" ? 4 : 1;
const ARRIVING = 10;
/** More than this after the first hour is growth, in MiB. */
const FLAT = 1;

/** A draft of two hundred characters, of which the last are typed while it is measured. */
const BEFORE =
  "您好，您拍下的保温杯已经为您备好了，杯身是双层的不锈钢，装热水外面不会烫手，盖子可以当小杯子用，盖里有一圈可以拆下来洗的胶圈。" +
  "颜色有米白和墨绿两种，图片是在自然光下拍的，收到的和图片相近。杯子里配了一张清洗的说明，第一次用之前用温水冲一冲就好，" +
  "杯套是另外的一款，您若也想要，可以一起放进购物车里，";
const TYPED = "让您久等了，不好意思，我这边看到包裹在准备了，有消息就告诉您";
const LAST = "思";

const stock = JSON.parse(await readFile("dist/chrome/packs/stock.json", "utf8")) as { replies: { body: { hans: string } }[] };
const list = phrases(stock.replies.map(({ body }) => body.hans), PHRASES);

interface Measured {
  starts: Start[];
  /** A span without a key, with the focus and without. */
  idle: number[];
  away: number[];
  /** A span with a key. */
  keys: number[];
  /** A span in which messages arrive, with the focus and without. */
  arriving: number[];
  arrivingAway: number[];
  letters: number[];
  verdicts: number[];
  underlines: number[];
  busyLetters: number[];
  busyVerdicts: number[];
  held: Record<string, number>[];
}

const empty = (): Measured => ({
  starts: [], idle: [], away: [], keys: [], arriving: [], arrivingAway: [],
  letters: [], verdicts: [], underlines: [], busyLetters: [], busyVerdicts: [], held: [],
});

/** The last words of the draft typed, and taken back. */
const there = [...TYPED];
const andBack = [...there, ...there.map(() => "Backspace")];
/** The last letter of what is underlined typed and taken back. */
const overAndOver = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? "Backspace" : LAST));

const steps: [string, (side: Side, to: Measured) => Promise<void>][] = [
  ["start", async (side, to) => {
    await side.meter.slow(SLOWER);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const one = await side.start();
      // The first visit compiles what the later ones find compiled.
      if (round > 0) to.starts.push(one);
    }
    await side.meter.slow(1);
  }],
  ["idle", async (side, to) => {
    await side.draft(BEFORE);
    await side.presses(there.slice(0, 4));
    to.idle = await side.spans(40);
    await side.focus(false);
    to.away = await side.spans(40);
  }],
  ["keys", async (side, to) => {
    await side.draft(BEFORE);
    to.keys = await side.presses(andBack);
  }],
  ["messages", async (side, to) => {
    await side.draft(BEFORE);
    await side.does("start");
    to.arriving = await side.spans(40);
    await side.focus(false);
    await side.spans(4);
    to.arrivingAway = await side.spans(40);
    await side.does("stop");
  }],
  ["a hand's keys", async (side, to) => {
    await side.meter.slow(SLOWER);
    await side.draft(BEFORE);
    await side.presses(there.slice(0, 2));
    await heard(side);
    await side.presses(andBack.slice(2));
    const quiet = await heard(side);
    to.letters = quiet.letters;
    to.verdicts = quiet.verdicts;
    await side.draft(`${BEFORE}让您久等了，不好意${LAST}`);
    await side.presses(overAndOver.slice(0, 2));
    await heard(side);
    await side.presses(overAndOver);
    to.underlines = (await heard(side)).underlines;
    await side.draft(BEFORE);
    await side.does("start");
    await side.presses(andBack);
    const busy = await heard(side);
    await side.does("stop");
    to.busyLetters = busy.letters;
    to.busyVerdicts = busy.verdicts;
    await side.meter.slow(1);
  }],
];

async function heard(side: Side): Promise<Pick<Measured, "letters" | "verdicts" | "underlines">> {
  const letters = await side.letters();
  const heard = side.hasDeti ? (await side.heard()).heard : [];
  return {
    letters,
    verdicts: heard.map(({ verdict }) => verdict),
    underlines: heard.flatMap(({ painted }) => painted ?? []),
  };
}

const load = () => loadavg()[0] ?? Number.NaN;
const loads = [load()];
const sides = [await Side.open(browser, program, false, list), await Side.open(browser, program, true, list)] as const;
const [plain, deti] = [empty(), empty()];
try {
  for (const [what, step] of steps) {
    process.stderr.write(`${browser}: ${what}\n`);
    await step(sides[0], plain);
    await step(sides[1], deti);
    loads.push(load());
  }
  process.stderr.write(`${browser}: a shift\n`);
  for (const side of sides) await side.draft("");
  [plain.held, deti.held] = await Promise.all([shift(sides[0]), shift(sides[1])]);
  loads.push(load());
} finally {
  for (const { stage } of sides) await stage.close();
}

const table = report();
console.log(table);
const out = process.env["DETI_TABLE"];
if (out) await writeFile(out, table);

function report(): string {
  const pair = (all: readonly number[]) => `${told(p50(all))} / ${told(p95(all))}`;
  const verdict = (value: number, most: number) => `${told(value)}: ${value <= most ? "holds" : "missed"}`;
  const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
  /** What a span is worked beyond one in which nothing happens. */
  const beyond = (spans: readonly number[], idle: readonly number[]) => spans.map((one) => SLOWER * (one - mean(idle)));
  const perMessage = (spans: readonly number[], idle: readonly number[]) =>
    (mean(beyond(spans, idle)) * 1000) / SPAN / ARRIVING;
  const perSecond = (spans: readonly number[]) => (SLOWER * mean(spans) * 1000) / SPAN;
  const fine = browser === "chromium";
  const keys = (of: Measured) => beyond(of.keys, of.idle);
  const addedKey = fine ? p95(keys(deti)) - p95(keys(plain)) : mean(keys(deti)) - mean(keys(plain));
  const worked = (of: Measured) => (fine ? pair(keys(of)) : told(mean(keys(of))));
  const from = (of: Measured, what: (start: Start) => number) => of.starts.map(what);
  const inserted = from(deti, ({ inserted, ready }) => ready - inserted);
  const signed = (value: number) => `${value < 0 ? "−" : "+"} ${told(Math.abs(value))}`;
  const added = (of: (side: Measured) => number) => signed(of(deti) - of(plain));

  const rows = [
    row("key → verdict, 200 characters, 10,000 phrases", "–", pair(deti.verdicts), "", `2 p95, ${verdict(p95(deti.verdicts), 2)}`),
    row("the same while messages arrive", "–", pair(deti.busyVerdicts), "", ""),
    row("key → letter painted, underline painted", pair(plain.letters), pair(deti.underlines),
      `${signed(p50(deti.underlines) - p50(plain.letters))} / ${signed(p95(deti.underlines) - p95(plain.letters))}`,
      `16 p95, ${verdict(p95(deti.underlines), 16)}`),
    row("key → letter painted", pair(plain.letters), pair(deti.letters), added(({ letters }) => p50(letters)), ""),
    row("the same while messages arrive", pair(plain.busyLetters), pair(deti.busyLetters), added(({ busyLetters }) => p50(busyLetters)), ""),
    row(`work per key${fine ? "" : ", mean"}`, worked(plain), worked(deti), signed(addedKey), `${fine ? "+ 1 p95" : "+ 1"}, ${verdict(addedKey, 1)}`),
    row("work per arriving message, composer in focus", ...both((of) => perMessage(of.arriving, of.idle)), ""),
    row("the same, no composer in focus", ...both((of) => perMessage(of.arrivingAway, of.away)), ""),
    row("work per idle second, composer in focus", ...both((of) => perSecond(of.idle)), ""),
    row("the same, no composer in focus", ...both((of) => perSecond(of.away)), ""),
    row("navigation → load event", pair(from(plain, ({ loaded }) => loaded)), pair(from(deti, ({ loaded }) => loaded)),
      added((of) => p50(from(of, ({ loaded }) => loaded))), ""),
    row("navigation → panel ready", "–", pair(from(deti, ({ ready }) => ready)), "", ""),
    row("panel inserted → ready", "–", pair(inserted), "", `200 p95, ${verdict(p95(inserted), 200)}`),
    ...memory(row),
  ];
  function both(of: (side: Measured) => number): [string, string, string] {
    return [told(of(plain)), told(of(deti)), added(of)];
  }
  const slow = SLOWER === 1 ? "as fast as the machine is" : `slowed down ${SLOWER} times (work: measured without, times ${SLOWER})`;
  return [
    `**${browser === "chromium" ? "Chromium" : "Firefox"}**, ${slow}; ${cpus().length} cores with a load of ${loads.map((one) => one.toFixed(1)).join(", ")} meanwhile. Milliseconds, p50 / p95.`,
    "",
    row("", "without Deti", "with Deti", "added", "budget"),
    "|---|---:|---:|---:|---|",
    ...rows,
    "",
    `A shift: ${SHIFT}.`,
    "",
  ].join("\n");
}

/** What is held when the shift begins, after its first hour, and after its last. */
function memory(row: (...cells: string[]) => string): string[] {
  const names = Object.keys(deti.held[0] ?? {});
  return names.map((name) => {
    const of = ({ held }: Measured) => [held[0], held[1], held.at(-1)].map((at) => at?.[name] ?? Number.NaN);
    const says = (all: number[]) => (all.some(Number.isNaN) ? "–" : all.map(told).join(", "));
    const growth = (all: number[]) => (Number.isNaN(all[2]) ? 0 : (all[2] ?? 0) - (all[1] ?? 0));
    const grown = growth(of(deti)) - growth(of(plain));
    const budget = name.endsWith("MiB") ? `flat, grown by ${told(grown)}: ${grown <= FLAT ? "holds" : "missed"}` : "";
    return row(`shift: ${name} at first, after 1 hour, after 8`, says(of(plain)), says(of(deti)), "", budget);
  });
}
