/** Brings the wasm up, once, and loads checkers with it. */

import type { Checker, Pack, Shop } from "../index.d.ts";
import init, { Loader } from "./deti_checker.js";
import { Loaded } from "./checker.ts";
import { kind, object } from "./demand.ts";
import { add, builtIn, isBuiltIn } from "./packs.ts";

/** How files of the package are read here. */
export interface Files {
  wasm(): Promise<BufferSource | Response>;
  packs(): Promise<unknown>;
}

/** `Checker.load`, for a place where files are read like this. */
export function loading(files: Files): (packs?: readonly Pack[], shop?: Shop | string) => Promise<Checker> {
  let memory: Promise<WebAssembly.Memory> | undefined;
  let built: Promise<unknown> | undefined;

  const start = async (): Promise<WebAssembly.Memory> => {
    const exports = await init({ module_or_path: await files.wasm() });
    return exports.memory;
  };
  return async (packs = [builtIn], shop = {}) => {
    if (!Array.isArray(packs)) throw new TypeError(`packs must be an array, not ${kind(packs)}`);
    // A start that failed is tried again the next time.
    memory ??= start().catch((error: unknown) => ((memory = undefined), Promise.reject(error)));
    if (packs.some(isBuiltIn)) {
      built ??= files.packs().catch((error: unknown) => ((built = undefined), Promise.reject(error)));
    }
    const [own, ready] = await Promise.all([built, memory]);
    if (typeof shop !== "string") object(shop, "shop", Object.keys(Loader.shop()));
    const loader = new Loader();
    try {
      add(loader, packs, own);
    } catch (error) {
      loader.free();
      throw error;
    }
    return new Loaded(ready, loader.finish(shop));
  };
}
