/**
 * The consoles that Deti knows, and which of them an address is of. The list is
 * made by the build, from the adapters.
 */
import { covers } from "../page/surface.ts";

export interface Console {
  /** Its adapter. */
  id: string;
  /** The name by which its agents know it. */
  title: string;
  matches: string[];
  /** It stands on hosts of the shops' own, so the agent allows each herself. */
  own: boolean;
}

/** The adapter for a site of which nothing is known. */
export const ELSEWHERE = "elsewhere";

export async function consoles(): Promise<Console[]> {
  const answer = await fetch(chrome.runtime.getURL("sites/consoles.json"));
  return (await answer.json()) as Console[];
}

/** Those that the manifest lists. */
export function listed(all: readonly Console[]): Console[] {
  return all.filter(({ own }) => !own);
}

/** The listed console that the page belongs to. */
export function consoleAt(all: readonly Console[], address: URL): Console | undefined {
  return listed(all).find(({ matches }) => matches.some((pattern) => covers(pattern, address)));
}

/** What the browser is asked for, for exactly this page's site; `null` where no page can be used. */
export function patternOf(address: URL): string | null {
  const { protocol, hostname } = address;
  return /^https?:$/.test(protocol) && hostname !== "" ? `${protocol}//${hostname}/*` : null;
}

/** Whether a pattern is of one site as a whole, as this extension asks for them, and not of several. */
export function isOneSite(pattern: unknown): pattern is string {
  return typeof pattern === "string" && /^https?:\/\/[^/*]+\/\*$/.test(pattern);
}

/** The site's name, as it stands in the address bar. */
export function hostOf(pattern: string): string {
  return pattern.split("/")[2] ?? pattern;
}
