/** What wasm-bindgen lays beside the package's scripts. */

declare module "*/deti_checker.js" {
  import type { Edit, Level, Words } from "../index.d.ts";

  /** Loads the wasm. */
  export default function init(from: {
    module_or_path: BufferSource | Response;
  }): Promise<{ readonly memory: WebAssembly.Memory }>;

  export class Loader {
    /** The shop that is assumed, with every setting. */
    static shop(): object;
    built(packs: unknown): void;
    toml(name: string, text: string, tried: boolean): void;
    phrases(name: string, rule: { rule: string; level?: Level; why?: Words; source?: string }, lines: string): void;
    /** Spends the loader, also when it throws. */
    finish(shop: object | string): Engine;
    free(): void;
  }

  export class Engine {
    room(units: number): number;
    buyer(message: string | undefined): void;
    check(units: number): number;
    answer(): number;
    rules(): { id: string; why: Words; source: string }[];
    rewrites(units: number): Edit[][];
    rewrite(units: number): { edits: Edit[]; settled: number };
    free(): void;
  }
}
