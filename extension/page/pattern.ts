/**
 * The patterns of an adapter. The build lets through only such as are short
 * and say how often at most; here the text that they are held against is
 * bounded too, since a page can write any.
 */

/** As much of a text as a pattern looks at, in UTF-16 code units. */
const LOOKED_AT = 1000;

const known = new Map<string, RegExp>();

/** The first match; null if there is none, or a second one where it must be the only one. */
export function found(text: string, pattern: string, once = false): RegExpMatchArray | null {
  const [first, second] = text.slice(0, LOOKED_AT).matchAll(compiled(pattern));
  return first === undefined || (once && second !== undefined) ? null : first;
}

/** The text without what the pattern matches at its end. */
export function withoutEnd(text: string, pattern: string): string {
  const from = Math.max(0, text.length - LOOKED_AT);
  const end = text.slice(from);
  for (const match of end.matchAll(compiled(pattern))) {
    if (match.index + match[0].length === end.length) return text.slice(0, from + match.index).trimEnd();
  }
  return text;
}

function compiled(pattern: string): RegExp {
  let made = known.get(pattern);
  if (made === undefined) known.set(pattern, (made = new RegExp(pattern, "g")));
  return made;
}
