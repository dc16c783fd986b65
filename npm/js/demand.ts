/** Refuses what is not what it should be, by name and place. */

/** The value, if it is a string. */
export function text(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${what} must be a string, not ${kind(value)}`);
}

/** The value, if it is an object with no other keys than these. */
export function object(value: unknown, what: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`${what} must be an object, not ${kind(value)}`);
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) throw new TypeError(`${what} has no "${key}"; it may have ${keys.join(", ")}`);
  }
  return value as Record<string, unknown>;
}

/** What a person would call it. */
export function kind(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : typeof value === "object" ? "an object" : typeof value;
}
