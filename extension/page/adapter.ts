/**
 * What a site adapter says, as TypeScript sees it.
 *
 * An adapter is data (`extension/sites/*.json`): ordered places for each slot,
 * and readers for values. It cannot say press, type or send. What each word
 * means stands in the schema beside the adapters; `place.ts` finds, `read.ts`
 * reads, `ground.ts` says where is looked.
 */

import type { Slot } from "./wire.ts";

/** An element by its selector, or by a selector with conditions. */
export type Place = string | PlaceParts;

export interface PlaceParts {
  css?: string;
  within?: string;
  text?: readonly string[];
  matching?: string;
  not?: readonly string[];
  leaf?: boolean;
  style?: Style;
  label?: string;
  value?: "next" | "child";
  odd?: boolean;
  inner?: string;
}

export interface Style {
  property: string;
  value: string;
}

/** Places, best first: the first that means anything is taken. */
export type Candidates = readonly Place[];

/** What can be seen on one element; in the long form, everything said must hold. */
export type Sign = string | { css?: string; has?: Place; in?: string; style?: Style; matching?: string };

export type Signs = readonly Sign[];

export interface Reader {
  css?: Candidates;
  read: "text" | "own-text" | "attribute" | "style" | "json" | "address";
  attribute?: string;
  property?: string;
  path?: readonly string[];
  part?: "path" | "query" | "hash";
  name?: string;
  join?: string;
  alone?: boolean;
  ignore?: string;
  match?: string;
  once?: boolean;
  form?: string;
  strip?: readonly string[];
  unless?: string;
  means?: readonly { says: string; means: string }[];
}

/** One reader, or several of which the first that reads anything counts. */
export type Readers = Reader | readonly Reader[];

export interface Conversation {
  key?: Readers;
  buyer?: Readers;
  messages?: Candidates;
  /** How the rows stand in time: as in the page, or by their inline `top`. */
  sequence?: "page" | "top";
  id?: Readers;
  text?: Readers;
  time?: Readers;
  /** What can be seen on a message of the agent that the buyer has read. */
  receipt?: Signs;
  /** What is on the page when the buyer has bought here before. */
  returning?: Candidates;
  roles?: { buyer?: Signs; agent?: Signs; bot?: Signs; system?: Signs };
}

export interface Orders {
  within: Candidates;
  only?: readonly Place[];
  cards: Candidates;
  pick?: "every" | "first" | "only";
  number: Readers;
  buyer?: Readers;
  status?: Readers;
  item?: Readers;
  amount?: Readers;
  created?: Readers;
  closes?: Readers;
  tracking?: Readers;
}

export interface Rows {
  all: Candidates;
  key: Readers;
  buyer: Readers;
  preview?: Readers;
  time?: Readers;
  /** What can be seen on a row while its buyer waits for an answer. */
  waiting?: Signs;
  /** What can be seen on a row while its buyer is online. */
  online?: Signs;
  /** What can be seen on a row whose buyer has bought here before. */
  returning?: Signs;
}

/** A page of the console: where it is, and what is where on it. */
export interface Surface {
  matches: readonly string[];
  when?: { path?: string; query?: string; hash?: string };
  frames?: Candidates;
  shadow?: readonly string[];
  scope?: { css: string; id: Reader };
  away?: Candidates;
  composer: Candidates;
  /** The composer is whichever of these has the focus, until another one gets it. */
  focused?: boolean;
  ways?: readonly ("paste" | "markup" | "input" | "native")[];
  longest?: number;
  send: Candidates;
  /** How many of each slot are there while a conversation is open. */
  expect?: Partial<Record<Slot, { least: number; most?: number }>>;
  sendKeys?: readonly string[];
  conversation?: Conversation;
  orders?: readonly Orders[];
  rows?: Rows;
}

export interface Adapter {
  id: string;
  announce?: boolean;
  surfaces: readonly Surface[];
}

/** An address that is none of the console's pages: nothing is there. */
export const NOWHERE: Surface = { matches: [], composer: [], send: [] };
