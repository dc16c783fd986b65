/** The adapters by themselves: what they say is what browsers know. */

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import type { Scene } from "../scene.ts";

/** The words of the format behind which selectors stand, alone or in a list. */
const SELECTORS = new Set([
  "css", "within", "inner", "has", "in", "ignore", "shadow", "frames", "away", "composer", "send",
  "messages", "cards", "only", "all", "buyer", "agent", "bot", "system", "waiting", "online",
]);

/** Every selector of an adapter. */
function selectors(value: unknown, word = ""): string[] {
  if (typeof value === "string") return SELECTORS.has(word) && value !== "*" ? [value.replace("{id}", "1")] : [];
  if (Array.isArray(value)) return value.flatMap((one) => selectors(one, word));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([word, one]) => selectors(one, word));
}

export const sites: Scene[] = [
  {
    name: "sites: every selector and every pattern of every adapter is one that the browser knows",
    page: "console.html",
    wants: { extension: false },
    play: async (stage) => {
      const files = (await readdir("extension/sites")).filter((file) => !file.includes("schema"));
      assert(files.length > 15, "the adapters are somewhere else");
      for (const file of files) {
        const text = await readFile(`extension/sites/${file}`, "utf8");
        const { surfaces } = JSON.parse(text) as { surfaces: unknown };
        const patterns = [...text.matchAll(/"(?:match|matching|unless)": ("(?:[^"\\]|\\.)*")/g)].map(([, one]) => JSON.parse(one!) as string);
        const wrong = await stage.page.evaluate(
          (selectors, patterns) => {
            const refused = (act: () => unknown) => {
              try {
                act();
                return false;
              } catch {
                return true;
              }
            };
            return [
              ...selectors.filter((css) => refused(() => document.querySelector(css))),
              ...patterns.filter((pattern) => refused(() => new RegExp(pattern))),
            ];
          },
          selectors(surfaces),
          patterns,
        );
        assert.deepEqual(wrong, [], file);
      }
    },
  },
];
