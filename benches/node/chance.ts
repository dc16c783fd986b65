/** Phrases and drafts, made anew from a seed: the same on every machine. */

/** Random numbers in [0, 1) from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many characters a phrase has, as often as such lists have it. */
const LENGTHS = [2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6];

/** So many different phrases, of the characters that the sentences are written in. */
export function phrases(sentences: readonly string[], count: number): string[] {
  const characters = [...new Set(sentences.join(""))].filter((one) => /\p{Script=Han}/u.test(one)).sort();
  const next = chance(count);
  const made = new Set<string>();
  while (made.size < count) {
    const length = LENGTHS[Math.floor(next() * LENGTHS.length)] ?? 4;
    let phrase = "";
    for (let at = 0; at < length; at += 1) phrase += characters[Math.floor(next() * characters.length)] ?? "";
    made.add(phrase);
  }
  return [...made];
}

/** Drafts of a length: sentences as agents write them, a phrase in every fifty characters. */
export function drafts(sentences: readonly string[], planted: readonly string[], length: number, count: number): string[] {
  const next = chance(length);
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? "";
  return Array.from({ length: count }, () => {
    let text = "";
    let due = 25;
    while (text.length < length) {
      text += `${pick(sentences)}，`;
      if (text.length >= due) {
        text += pick(planted);
        due += 50;
      }
    }
    return text.slice(text.length - length);
  });
}
