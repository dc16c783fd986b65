/** What a scene is. */

import type { Wanted } from "./harness/session.ts";
import type { Stage } from "./harness/stage.ts";

export interface Scene {
  /** What holds when the scene has been played, in a sentence. */
  name: string;
  /** The page of the sandbox that it plays on. */
  page: string;
  /** The one browser that it is about, where the other has no such thing. */
  only?: "chromium" | "firefox";
  /** What it wants of the browser beyond the usual. */
  wants?: Partial<Wanted>;
  play: (stage: Stage) => Promise<void>;
}
