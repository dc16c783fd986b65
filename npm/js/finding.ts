/** A finding that works out its words when they are read. */

import type { Edit, Finding, Level, Words } from "../index.d.ts";

/** What a rule says about itself. */
export interface Rule {
  readonly id: string;
  readonly why: Words;
  readonly source: string;
}

/** The draft that findings belong to. */
export interface Draft {
  readonly text: string;
  /** The rewrites of every finding, in their order. */
  rewrites(): readonly (readonly Edit[])[];
}

export class Found implements Finding {
  readonly rule: string;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  readonly #draft: Draft;
  readonly #rule: Rule;
  readonly #place: number;

  constructor(draft: Draft, place: number, rule: Rule, level: Level, start: number, end: number) {
    this.rule = rule.id;
    this.level = level;
    this.start = start;
    this.end = end;
    this.#draft = draft;
    this.#rule = rule;
    this.#place = place;
  }

  get found(): string {
    return this.#draft.text.slice(this.start, this.end);
  }

  get why(): Words {
    return this.#rule.why;
  }

  get source(): string {
    return this.#rule.source;
  }

  get rewrites(): readonly Edit[] {
    return this.#draft.rewrites()[this.#place] ?? [];
  }

  toJSON(): object {
    const { rule, level, start, end, found, why, source, rewrites } = this;
    return { rule, level, start, end, found, why, source, rewrites };
  }
}
