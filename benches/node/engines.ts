/** Everything that is measured, behind one face. */

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import type * as deti from "../../npm/index.d.ts";

/** A list of phrases, made ready. */
export interface Built {
  /** Looks through a text and counts what it found. */
  hits(text: string): number;
  free?(): void;
}

/** One library. */
export interface Engine {
  readonly name: string;
  /** Whether it is one of npm's. */
  readonly peer: boolean;
  build(phrases: readonly string[]): Built | Promise<Built>;
}

const require = createRequire(`${process.cwd()}/benches/node/package.json`);
const version = (name: string) => (require(`${name}/package.json`) as { version: string }).version;
const built = pathToFileURL(`${process.cwd()}/dist/npm/node.js`).href;
const { Checker, builtIn } = (await import(built)) as typeof deti;

/** Deti as it ships, with these packs before the generated list. */
function shipped(name: string, packs: readonly deti.Pack[]): Engine {
  return {
    name,
    peer: false,
    async build(phrases) {
      const list = phrases.length > 0 ? [{ rule: "generated", phrases }] : [];
      const checker = await Checker.load([...packs, ...list]);
      return { hits: (text) => checker.check(text).length, free: () => checker.free() };
    },
  };
}

/** The phrases alone, as the peers have them. */
export const plain = shipped("deti, the phrases alone", []);
/** Every rule of the handbook beside them. */
export const whole = shipped("deti, with the built-in packs", [builtIn]);

function peer(name: string, build: (phrases: readonly string[]) => Built): Engine {
  return { name: `${name} ${version(name)}`, peer: true, build };
}

type Search = new (phrases: readonly string[]) => { search(text: string): unknown[] };

export const engines: readonly Engine[] = [
  whole,
  plain,
  peer("fastscan", (phrases) => {
    const scanner = new (require("fastscan") as Search)(phrases);
    return { hits: (text) => scanner.search(text).length };
  }),
  peer("ahocorasick", (phrases) => {
    const automaton = new (require("ahocorasick") as Search)(phrases);
    return { hits: (text) => automaton.search(text).length };
  }),
  peer("mint-filter", (phrases) => {
    type Mint = new (phrases: readonly string[]) => { filter(text: string, how: object): { words: unknown[] } };
    const mint = new (require("mint-filter") as { Mint: Mint }).Mint(phrases);
    return { hits: (text) => mint.filter(text, { replace: false }).words.length };
  }),
  peer("sensitive-word-tool", (phrases) => {
    type Tool = new (options: { wordList: readonly string[] }) => { match(text: string): string[] };
    const { SensitiveWordTool } = require("sensitive-word-tool") as { SensitiveWordTool: Tool };
    const tool = new SensitiveWordTool({ wordList: phrases });
    return { hits: (text) => tool.match(text).length };
  }),
  {
    name: "one RegExp alternation",
    peer: false,
    build(phrases) {
      // The longest first, as somebody would write it who knows that the first wins.
      const ordered = [...phrases].sort((one, other) => other.length - one.length);
      const all = new RegExp(ordered.join("|"), "g");
      return {
        hits(text) {
          all.lastIndex = 0;
          let count = 0;
          while (all.exec(text) !== null) count += 1;
          return count;
        },
      };
    },
  },
];
