/** Packs as they are given, handed to the loader one by one. */

import type { BuiltIn, Level, Pack, Words } from "../index.d.ts";
import type { Loader } from "./deti_checker.js";
import { kind, object, text } from "./demand.ts";

/** Stands for the packs that come with this package. */
export const builtIn: BuiltIn = Object.freeze({ builtIn: true });

/** Whether a pack stands for them. */
export function isBuiltIn(pack: unknown): boolean {
  return typeof pack === "object" && pack !== null && "builtIn" in pack && pack.builtIn === true;
}

/** Adds every pack; the error of one names its place. */
export function add(loader: Loader, packs: readonly Pack[], built: unknown): void {
  packs.forEach((pack: unknown, at) => {
    const place = `packs[${at}]`;
    if (isBuiltIn(pack)) {
      loader.built(built);
    } else if (typeof pack === "string") {
      loader.toml(place, pack, false);
    } else if (typeof pack === "object" && pack !== null && "toml" in pack) {
      const { name, toml, tried } = object(pack, place, ["name", "toml", "tried"]);
      if (tried !== undefined && typeof tried !== "boolean") {
        throw new TypeError(`${place}.tried must be true or false, not ${kind(tried)}`);
      }
      loader.toml(text(name, `${place}.name`), text(toml, `${place}.toml`), tried === true);
    } else if (typeof pack === "object" && pack !== null && "phrases" in pack) {
      addPhrases(loader, place, pack);
    } else {
      throw new TypeError(
        `${place} must be builtIn, TOML text, { name, toml } or { rule, phrases }, not ${kind(pack)}`,
      );
    }
  });
}

function addPhrases(loader: Loader, place: string, pack: object): void {
  const { rule, phrases, level, why, source } = object(pack, place, ["rule", "phrases", "level", "why", "source"]);
  if (!Array.isArray(phrases)) throw new TypeError(`${place}.phrases must be an array, not ${kind(phrases)}`);
  phrases.forEach((phrase: unknown, at) => {
    if (/[\r\n]/.test(text(phrase, `${place}.phrases[${at}]`))) {
      throw new TypeError(`${place}.phrases[${at}] has a line break: a phrase is one line`);
    }
  });
  const about = {
    rule: text(rule, `${place}.rule`),
    // What these may be, the loader knows.
    ...(level !== undefined && { level: level as Level }),
    ...(why !== undefined && { why: why as Words }),
    ...(source !== undefined && { source: text(source, `${place}.source`) }),
  };
  loader.phrases(place, about, phrases.join("\n"));
}
