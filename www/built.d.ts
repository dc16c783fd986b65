/** What the build lays beside the training page's script. */

declare module "*/deti_sandbox.js" {
  import type { Stage } from "./console/stage.ts";

  /** Loads the wasm. */
  export default function init(from: { module_or_path: URL }): Promise<unknown>;
  export function train(stage: Stage, element: HTMLElement): Promise<void>;
}

declare module "*/page/page-site.js" {
  export function start(options: { base?: string; languages?: readonly string[] }): Promise<() => void>;
}
