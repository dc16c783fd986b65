/**
 * The built extension, as it ships or with what a scene wants otherwise: quick replies of
 * its own before the others, limits that do not depend on the time of day, and permissions
 * that an agent has granted.
 */

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

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

interface Permissions {
  permissions: string[];
  optional_permissions: string[];
}

export async function shelf(
  built: string,
  replies: readonly string[],
  limits: Readonly<Record<string, string>>,
  granted: readonly string[],
): Promise<Shelf> {
  const usual = replies.length + granted.length + Object.keys(limits).length === 0;
  if (usual) return { folder: resolve(built), remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "deti-scene-"));
  await cp(built, folder, { recursive: true });
  const file = join(folder, "packs/stock.json");
  const stock = JSON.parse(await readFile(file, "utf8")) as { replies: object[]; limits: Limit[] };
  const [model] = stock.replies;
  const own = replies.map((body, index) => ({
    ...model,
    id: `scene-${index}`,
    title: { hans: `${index}`, hant: `${index}` },
    body: { hans: body, hant: body },
  }));
  stock.replies.unshift(...own);
  for (const limit of stock.limits) limit.value = limits[limit.name] ?? limit.value;
  await writeFile(file, JSON.stringify(stock));
  const manifestFile = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as Permissions;
  manifest.permissions.push(...granted);
  manifest.optional_permissions = manifest.optional_permissions.filter((one) => !granted.includes(one));
  await writeFile(manifestFile, JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
