/**
 * What the page side needs from wherever it runs: the extension, or the
 * training site that carries its own copy of the assistant.
 */
import type { Life } from "../life.ts";
import type { Away } from "../overlay/host.ts";
import type { Paused, Span } from "../wire.ts";

/** Something that the browser itself was asked for, by a shortcut or the toolbar. */
export type Command = "focus-panel" | "toggle-fold" | "go-on" | { pause: Span };

/** How Deti stands on a page, for the browser's own button. */
export interface Standing {
  /** Why nothing of Deti is seen, if nothing is. */
  away: Away | null;
  paused: Paused | null;
  /** Whether the panel answers. */
  ready: boolean;
  /** Whether something tells the conversation on screen from others. */
  conversation: boolean;
}

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
  /** The agent's own adapter that is kept under this id, as it is kept. */
  ownAdapter(id: string): Promise<unknown>;
  /** Whether the owner of this script is still there. */
  alive(): boolean;
  /** What the browser's own button says of this page: nothing of Deti is seen there, or the check is paused. */
  stands(away: Away | null, paused: boolean): void;
  /** Hears commands, questions how it stands, and the owner's end, while the life lasts. */
  attend(life: Life, command: (command: Command) => void, standing: () => Standing): void;
}
