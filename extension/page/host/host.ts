/**
 * What the page side needs from wherever it runs: the extension, or the
 * training site that carries its own copy of the assistant.
 */
import type { Life } from "../life.ts";

/** Something that the browser itself was asked for, by a shortcut or the toolbar. */
export type Command = "focus-panel" | "toggle-fold";

export interface Host {
  /** The panel's document. */
  readonly panelUrl: string;
  /** The panel's origin, the only one that is ever spoken to. */
  readonly panelOrigin: string;
  /** The sheet that paints highlights, if the page side has to link it itself. */
  readonly highlightSheet: string | null;
  /** A sentence of the interface. */
  word(key: string, value?: string): string;
  /** Makes the secret known to the panel of this tab, once. */
  register(secret: string): Promise<void>;
  /** Whether the owner of this script is still there. */
  alive(): boolean;
  /** Hears commands, and the owner's end, while the life lasts. */
  attend(life: Life, command: (command: Command) => void): void;
}
