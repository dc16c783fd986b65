/** A loaded checker: writes drafts into the wasm's memory, reads numbers back. */

import type { Checker, Context, Edit, Finding, Level, Rewritten } from "../index.d.ts";
import type { Engine } from "./deti_checker.js";
import { kind, text as demandText } from "./demand.ts";
import { type Draft, Found, type Rule } from "./finding.ts";

const LEVELS: readonly Level[] = ["tip", "warn", "block"];

export class Loaded implements Checker {
  readonly #memory: WebAssembly.Memory;
  readonly #rules: readonly Rule[];
  #engine: Engine | undefined;
  #buyer: string | undefined;
  /** The room for a draft: where it lies and how long it is. */
  #at = 0;
  #room = 0;
  /** Views of the memory; new ones whenever it has grown. */
  #units = new Uint16Array();
  #numbers = new Uint32Array();

  constructor(memory: WebAssembly.Memory, engine: Engine) {
    this.#memory = memory;
    this.#engine = engine;
    this.#rules = engine.rules();
  }

  check(text: string, context?: Context): Finding[] {
    const engine = this.#give("check", text, context);
    const count = engine.check(text.length);
    if (count === 0) return [];
    const from = engine.answer() >>> 2;
    if (this.#numbers.buffer !== this.#memory.buffer) this.#numbers = new Uint32Array(this.#memory.buffer);
    const numbers = this.#numbers;
    const draft = new Checked(text, this.#buyer, (text, buyer) => this.#rewrites(text, buyer));
    const findings = new Array<Finding>(count);
    for (let place = 0; place < count; place += 1) {
      const at = from + 4 * place;
      // The wasm writes four numbers a finding, each in its bounds.
      const [start, end] = [numbers[at]!, numbers[at + 1]!];
      const [rule, level] = [this.#rules[numbers[at + 2]!]!, LEVELS[numbers[at + 3]!]!];
      findings[place] = new Found(draft, place, rule, level, start, end);
    }
    return findings;
  }

  rewrite(text: string, context?: Context): Rewritten {
    const { edits, settled } = this.#give("rewrite", text, context).rewrite(text.length);
    const rewritten = edit(text, edits);
    return { text: rewritten, edits, settled, left: this.check(rewritten, context) };
  }

  free(): void {
    this.#engine?.free();
    this.#engine = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #rewrites(text: string, buyer: string | undefined): Edit[][] {
    return this.#give("rewrites", text, { buyer }).rewrites(text.length);
  }

  /** Lays the draft and the buyer's message before the engine. */
  #give(what: string, text: string, context: Context | undefined): Engine {
    const engine = this.#engine;
    if (engine === undefined) throw new Error(`${what}: this checker has been freed`);
    demandText(text, `${what}: text`);
    if (context !== undefined && (typeof context !== "object" || context === null)) {
      throw new TypeError(`${what}: the context must be an object, not ${kind(context)}`);
    }
    const buyer = context?.buyer ?? undefined;
    if (buyer !== undefined) demandText(buyer, `${what}: buyer`);
    if (buyer !== this.#buyer) {
      engine.buyer(buyer);
      this.#buyer = buyer;
    }
    const { length } = text;
    if (length > this.#room) {
      this.#at = engine.room(length) >>> 1;
      this.#room = length;
    }
    if (this.#units.buffer !== this.#memory.buffer) this.#units = new Uint16Array(this.#memory.buffer);
    const [units, from] = [this.#units, this.#at];
    for (let at = 0; at < length; at += 1) units[from + at] = text.charCodeAt(at);
    return engine;
  }
}

/** A draft that was checked; its rewrites are asked for once. */
class Checked implements Draft {
  #asked: Edit[][] | undefined;

  constructor(
    readonly text: string,
    readonly buyer: string | undefined,
    readonly ask: (text: string, buyer: string | undefined) => Edit[][],
  ) {}

  rewrites(): Edit[][] {
    return (this.#asked ??= this.ask(this.text, this.buyer));
  }
}

/** The text with edits made in it; they stand in its order. */
function edit(text: string, edits: readonly Edit[]): string {
  let done = "";
  let from = 0;
  for (const { start, end, text: words } of edits) {
    done += text.slice(from, start) + words;
    from = end;
  }
  return done + text.slice(from);
}
