/** The package in Node: its files are read from the disk. */

import { readFile } from "node:fs/promises";

import type * as api from "../index.d.ts";
import { loading } from "./load.ts";

export { builtIn } from "./packs.ts";

const file = (name: string) => new URL(name, import.meta.url);

export const Checker: typeof api.Checker = {
  load: loading({
    wasm: async () => new Uint8Array(await readFile(file("./deti_checker_bg.wasm"))),
    packs: async () => JSON.parse(await readFile(file("./packs.json"), "utf8")) as unknown,
  }),
};
