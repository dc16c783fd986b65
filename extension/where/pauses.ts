/**
 * The pauses that are kept, as far as the page of choices shows them. What a pause
 * means is the core's (`src/desk/pauses.rs`); here it is only seen and ended.
 */

const KEY = "pauses";
const FORMAT = 1;
const HOUR = 3_600_000;

export interface Pauses {
  /** When the pause everywhere ends, in milliseconds since the epoch. */
  hour: number | null;
  /** The hosts that are paused. */
  sites: string[];
}

interface Kept {
  format?: unknown;
  hour?: unknown;
  sites?: unknown;
}

export async function pauses(now: number): Promise<Pauses> {
  const { hour, sites } = await record();
  // A moment further away is of a clock that was ahead.
  const holds = typeof hour === "number" && hour > now && hour <= now + HOUR;
  return { hour: holds ? hour : null, sites: Object.keys(typeof sites === "object" && sites !== null ? sites : {}) };
}

/** Ends the pause everywhere. */
export async function endHour(): Promise<void> {
  await change((kept) => delete kept.hour);
}

/** Ends the pauses of these hosts. */
export async function endSites(hosts: readonly string[]): Promise<void> {
  await change(({ sites }) => hosts.forEach((host) => delete (sites as Record<string, unknown> | undefined)?.[host]));
}

async function change(act: (kept: Kept) => void): Promise<void> {
  const kept = await record();
  if (kept.format !== FORMAT) return;
  act(kept);
  await chrome.storage.local.set({ [KEY]: kept });
}

/** As this version writes it; of any other nothing is known. */
async function record(): Promise<Kept> {
  const kept = (await chrome.storage.local.get(KEY))[KEY] as Kept | undefined | null;
  return kept?.format === FORMAT ? kept : {};
}
