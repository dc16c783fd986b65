/**
 * A browser with the extension in it, and the few things that the two browsers
 * do in different ways. Whatever both do alike, a scene asks of puppeteer.
 */

import type { Browser, Frame, Page } from "puppeteer-core";

/** What a scene may want of its browser. */
export interface Wanted {
  /** The browser's language: `zh-CN`, `zh-TW`, `en`. */
  language: string;
  /** What `prefers-color-scheme` says. */
  dark: boolean;
  width: number;
  height: number;
  /** Whether a person looks on. */
  window: boolean;
  /** Whether the extension is installed before the page opens. */
  extension: boolean;
  /** Quick replies that stand before those of the packs. */
  replies: readonly string[];
  /** Limits of the reminders that the scene wants otherwise than the packs have them. */
  limits: Readonly<Record<string, string>>;
  /** Whether the browser is closed and opened again, and keeps what it keeps meanwhile. */
  restarts: boolean;
  /** Optional permissions that were granted. */
  granted: readonly string[];
}

export const USUAL: Wanted = {
  language: "zh-CN",
  dark: false,
  width: 1366,
  height: 768,
  window: false,
  extension: true,
  replies: [],
  limits: {},
  restarts: false,
  granted: [],
};

/** Limits by which a reminder is due at any time of day, as soon as its order is seen. */
export const ANY_TIME: Wanted["limits"] = { quiet: "00:00-00:00", first: "0", contact: "0" };

/** Typing by an input method, with the composition events that one makes. */
export interface InputMethod {
  /** The uncommitted text becomes this. */
  compose(text: string): Promise<void>;
  /** Enter ends the composition with this text; its release is an Enter of its own. */
  commit(text: string): Promise<void>;
}

export interface Session {
  readonly name: "chromium" | "firefox";
  readonly browser: Browser;
  open(url: string): Promise<Page>;
  install(): Promise<void>;
  /** Waits for the extension that was there when the browser was closed. */
  resume(): Promise<void>;
  /** Reloads the extension, as an update or a developer does. */
  reload(): Promise<void>;
  inputMethod(page: Page): Promise<InputMethod>;
  /**
   * Evaluates in the extension's closed shadow root, which only the browser
   * itself can reach; `null` while there is none. The function travels as
   * text: it sees its arguments and nothing else.
   */
  shadow<T, A extends unknown[]>(
    page: Page,
    look: (root: ShadowRoot, ...rest: A) => T,
    ...rest: A
  ): Promise<T | null>;
  /** Ends the panel from outside, all at once. */
  killPanel(page: Page, panel: Frame): Promise<void>;
  /** Ends the extension's background, as the browser does when it rests. */
  endBackground(): Promise<void>;
  /** The count on the toolbar button. */
  badge(): Promise<string>;
  zoom(page: Page, factor: number): Promise<void>;
  close(): Promise<void>;
}
