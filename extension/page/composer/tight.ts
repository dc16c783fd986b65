/**
 * An edit no wider than what it changes, so that an editor's own formatting,
 * mentions and undo keep what was right before.
 */

/** One range of a text and what takes its place, in UTF-16 code units. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/**
 * The same change without what stays the same at its two ends. A change never
 * begins or ends inside a character, and never takes everything away where
 * something could be put: some editors carry out a deletion in another way
 * than a replacement.
 */
export function tightened(before: string, change: Change): Change {
  const old = before.slice(change.start, change.end);
  const { text } = change;
  const shorter = Math.min(old.length, text.length);
  let head = 0;
  while (head < shorter && old[head] === text[head]) head += 1;
  while (head > 0 && !(isBorder(old, head) && isBorder(text, head))) head -= 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  while (tail > 0 && !(isBorder(old, old.length - tail) && isBorder(text, text.length - tail))) tail -= 1;

  const tight = { start: change.start + head, end: change.end - tail, text: text.slice(head, text.length - tail) };
  return tight.text === "" && tight.start < tight.end ? widened(before, tight) : tight;
}

/** A deletion as a replacement by the character beside it, if there is one on its line. */
function widened(before: string, { start, end }: Change): Change {
  let from = start - 1;
  while (from > 0 && !isBorder(before, from)) from -= 1;
  if (from >= 0 && before[from] !== "\n") return { start: from, end, text: before.slice(from, start) };
  let to = end + 1;
  while (to < before.length && !isBorder(before, to)) to += 1;
  if (to <= before.length && before[end] !== "\n") return { start, end: to, text: before.slice(end, to) };
  return { start, end, text: "" };
}

/** Whether a character as a reader sees it can end here: not within an emoji, not before a mark. */
function isBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const after = text.codePointAt(at) ?? 0;
  const isLow = after >= 0xdc00 && after <= 0xdfff;
  if (isLow && /[\ud800-\udbff]/.test(text[at - 1] ?? "")) return false;
  if (text[at - 1] === "\u200d") return false;
  return !/^[\p{M}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0e\ufe0f]/u.test(text.slice(at, at + 2));
}
