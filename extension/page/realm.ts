/**
 * The page's own objects. An extension's script sees a page through a veil in
 * Firefox, and a few things work only without it. What comes from there is the
 * page's: it may be given away, and it is never believed.
 */

interface Veiled {
  wrappedJSObject?: unknown;
}
declare const cloneInto: <T>(value: T, place: object) => T;

/** The window's own constructors; those of this script where there is no veil. */
export function constructorsOf(view: Window): typeof globalThis {
  return unveiled(view) as unknown as typeof globalThis;
}

/** The object as the page has it. */
export function unveiled<T extends object>(object: T): T {
  return ((object as Veiled).wrappedJSObject as T | undefined) ?? object;
}

/** A plain value that the page's own constructors can read. */
export function handed<T extends object>(value: T, view: Window): T {
  const page = unveiled(view);
  return page === view ? value : cloneInto(value, page);
}
