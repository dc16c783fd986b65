/** Whether a check's cost grows with the draft and not faster. */

import { median, work } from "./measure.ts";
import type { Built } from "./engines.ts";

const SMALL = 2_000;
const LARGE = 100_000;

/** How much dearer the large draft may be. */
export const MOST = LARGE / SMALL;

/** Pieces of which drafts are made that are hard on some part of a check. */
function kinds(phrases: readonly string[]): [string, string][] {
  const longest = [...phrases].sort((one, other) => other.length - one.length).slice(0, 200);
  return [
    ["all but the last character of long phrases", longest.map((phrase) => phrase.slice(0, -1)).join("")],
    ["nothing but phrases", longest.join("")],
    ["nothing but findings", "不好意思，今天一定发货，加我微信。"],
    ["one clause of words that rules begin with", "不能保证今天加微信转账退款发票好评返现"],
    ["refusals side by side", "不"],
    ["a word that many phrases begin with", "您"],
    ["a finding in every character", "你"],
    ["words that phrases begin with, and nothing else", "您是不是我要可以给我您不会"],
    ["questions that are none", "行不行是不是能不能"],
    ["quotation marks that never close", "“「《不行"],
    ["quotation marks one after another", "”“”“"],
    ["brackets that never close", "(（[【"],
    ["digits", "1380013800"],
    ["numbers in characters", "一二三四五六七八九十"],
    ["account names", "abc_123-"],
    ["letters that could be pinyin", "weixinzhuanzhang"],
    ["the same with spaces", "wei xin zhuan zhang "],
    ["the same in Zhuyin", "ㄨㄟㄒㄧㄣ"],
    ["doubled characters", "微微微微信信信信"],
    ["halves of characters", "亻言亻"],
    ["invisible characters between two halves", `加${"\u200B".repeat(60)}微`],
    ["nothing but invisible characters", "\u200B"],
    ["combining marks", "加\u0336\u0301微\u0336信\u0301"],
    ["spaces and signs", "加 . * 微 - / 信 ~ "],
    ["commas", "，"],
    ["line breaks", "行\n不\n"],
    ["pictures and flags", "😀🇨🇳👨‍👩‍👧1️⃣"],
    ["lone surrogates", "\ud83d不\udc00行"],
    ["sealed words", "¥abcdefgh¥"],
    ["links", "https://a.example.com/x?y=1&"],
    ["one character", "好"],
  ];
}

/** What one kind of draft came to. */
export interface Growth {
  readonly kind: string;
  /** Microseconds of the small and of the large draft. */
  readonly small: number;
  readonly large: number;
}

/** Checks every kind in both lengths. */
export function growth(checker: Built, phrases: readonly string[]): Growth[] {
  return kinds(phrases).map(([kind, piece]) => {
    const [short, long] = [SMALL, LARGE].map((length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
    const runs = (text: string | undefined, count: number) =>
      (work(() => {
        for (let run = 0; run < count; run += 1) checker.hits(text ?? "");
      }) / count) * 1000;
    // By turns. The first ones warm up: the memory grows to what the large draft
    // needs, and the collector learns how many findings live for how long.
    const turns = Array.from({ length: 10 }, () => ({ small: runs(short, 40), large: runs(long, 1) }));
    const measured = turns.slice(3);
    return { kind, small: median(measured.map(({ small }) => small)), large: median(measured.map(({ large }) => large)) };
  });
}
