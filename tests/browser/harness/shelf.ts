/**
 * The built extension, as it ships or with what a scene wants otherwise: quick replies of
 * its own before the others, limits that do not depend on the time of day, permissions
 * and hosts that an agent has granted, and files that are broken.
 */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { bundled } from "../consoles/serve.ts";
import type { Wanted } from "./session.ts";

export interface Shelf {
  /** The folder that a browser loads. */
  folder: string;
  remove(): Promise<void>;
}

interface Limit {
  platform: string;
  name: string;
  value: string;
}

interface Stock {
  rules: { rules: object[] }[];
  replies: object[];
  limits: Limit[];
}

interface Permissions {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
  content_scripts: { js?: string[] }[];
}

export async function shelf(built: string, wanted: Wanted): Promise<Shelf> {
  const { replies, limits, granted, allows, broken, ear, phrases } = wanted;
  const more = replies.length + granted.length + allows.length + broken.length + phrases.length + Object.keys(limits).length;
  if (ear === undefined && more === 0) return { folder: resolve(built), remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "deti-scene-"));
  await cp(built, folder, { recursive: true });
  const file = join(folder, "packs/stock.json");
  const stock = JSON.parse(await readFile(file, "utf8")) as Stock;
  const [model] = stock.replies;
  const own = replies.map((body, index) => ({
    ...model,
    id: `scene-${index}`,
    title: { hans: `${index}`, hant: `${index}` },
    body: { hans: body, hant: body },
  }));
  stock.replies.unshift(...own);
  stock.rules[0]?.rules.push(...tips(phrases));
  for (const limit of stock.limits) limit.value = limits[limit.name] ?? limit.value;
  await writeFile(file, JSON.stringify(stock));
  const manifestFile = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as Permissions;
  manifest.permissions.push(...granted);
  manifest.optional_permissions = manifest.optional_permissions.filter((one) => !granted.includes(one));
  if (ear !== undefined) {
    await writeFile(join(folder, "ear.js"), await bundled(ear));
    for (const { js } of manifest.content_scripts) js?.unshift("ear.js");
  }
  await writeFile(manifestFile, JSON.stringify(manifest));
  for (const name of broken) await writeFile(join(folder, name), "broken");
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The rule of these phrases; none where there are none. */
function tips(phrases: readonly string[]): object[] {
  if (phrases.length === 0) return [];
  const why = { hans: "店铺的词", hant: "店鋪的詞", en: "A word of the shop's." };
  const none = { unless: [], views: [], rewrite: [] };
  const finds = [{ ...none, phrases, level: null, with: [], shop: [], otherwise: null }];
  return [{ ...none, id: "scene-phrases", level: "tip", why, why_in: [], source: "", quoted: false, yields: true, allow: [], finds }];
}

/**
 * Has the extension of this folder ask for these sites outright, until what is returned
 * makes it the shipped one again. What a browser allowed an earlier version it allows the
 * next one that may ask for it, so there is no question, which no driver could answer.
 */
export async function askingFor(folder: string, patterns: readonly string[]): Promise<() => Promise<void>> {
  const file = join(folder, "manifest.json");
  const text = await readFile(file, "utf8");
  const manifest = JSON.parse(text) as Permissions;
  manifest.host_permissions.push(...patterns);
  await writeFile(file, JSON.stringify(manifest));
  return () => writeFile(file, text);
}
