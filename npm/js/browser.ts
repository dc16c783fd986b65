/** The package in a browser: its files are fetched from beside this script. */

import type * as api from "../index.d.ts";
import { loading } from "./load.ts";

export { builtIn } from "./packs.ts";

const get = async (address: URL): Promise<Response> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.pathname}: the server answered ${response.status}`);
  return response;
};

// Written out, so that a bundler finds the files.
export const Checker: typeof api.Checker = {
  load: loading({
    wasm: () => get(new URL("./deti_checker_bg.wasm", import.meta.url)),
    packs: async () => (await get(new URL("./packs.json", import.meta.url))).json(),
  }),
};
