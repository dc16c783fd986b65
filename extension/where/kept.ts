/**
 * What is kept of where Deti is used: the listed consoles that were switched off,
 * and the sites that the agent allowed. Whether the browser still allows them is
 * the browser's to say, and is asked anew each time.
 */
import { isOneSite } from "./consoles.ts";

export const KEY = "sites";
const FORMAT = 1;

/** A site that was allowed. */
export interface Grant {
  /** When, in milliseconds since the epoch. */
  at: number;
  /** By a click in Deti, or in the browser's own settings. */
  by: "agent" | "browser";
  /** It was switched off again, and stays in the list. */
  off: boolean;
}

export interface Kept {
  /** The consoles that are switched off, by their adapters, and since when. */
  off: Record<string, number>;
  /** By the pattern of the site. */
  granted: Record<string, Grant>;
  /** A newer version wrote it: it is left as it is, and nothing is changed. */
  newer: boolean;
}

/** Storage can hold anything; what is no record is an empty one, and what is no part of one is left out. */
export function read(record: unknown): Kept {
  const kept: Kept = { off: {}, granted: {}, newer: false };
  const { format, off, granted } = objectOf(record);
  if (format !== FORMAT) return { ...kept, newer: typeof format === "number" && format > FORMAT };
  for (const [id, at] of Object.entries(objectOf(off))) {
    if (typeof at === "number") kept.off[id] = at;
  }
  for (const [pattern, grant] of Object.entries(objectOf(granted))) {
    const { at, by, off } = objectOf(grant);
    if (!isOneSite(pattern) || typeof at !== "number") continue;
    kept.granted[pattern] = { at, by: by === "browser" ? "browser" : "agent", off: off === true };
  }
  return kept;
}

export async function load(): Promise<Kept> {
  return read((await chrome.storage.local.get(KEY))[KEY]);
}

export async function save({ off, granted, newer }: Kept): Promise<void> {
  if (!newer) await chrome.storage.local.set({ [KEY]: { format: FORMAT, off, granted } });
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
