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
  /** Sites, by their patterns, that the browser allows when the extension asks, without asking the agent; Chromium once. */
  allows: readonly string[];
  /** The replica that stands for a console's addresses. */
  replica?: string;
  /** The host of the page, which no manifest names and the agent has allowed by a click. */
  own?: string;
  /** Hosts of other machines that are looked for on this one. */
  hosts: readonly string[];
  /** Files of the extension that hold nothing of use. */
  broken: readonly string[];
  /** The source of a script that runs in the page side's own world, before it. */
  ear?: string;
  /** Phrases that the check looks for beside the handbook's. */
  phrases: readonly string[];
  /** Headers that the server sends with every answer: a policy, and what it makes necessary. */
  headers: Readonly<Record<string, string>>;
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
  allows: [],
  hosts: [],
  broken: [],
  phrases: [],
  headers: {},
};

/** Limits by which a reminder is due at any time of day, as soon as its order is seen. */
export const ANY_TIME: Wanted["limits"] = {
  quiet: "00:00-00:00",
  first: "0",
  first_returning: "0",
  contact: "0",
};

/** Typing by an input method, with the composition events that one makes. */
export interface InputMethod {
  /** The uncommitted text becomes this. */
  compose(text: string): Promise<void>;
  /** Enter ends the composition with this text; its release is an Enter of its own. */
  commit(text: string): Promise<void>;
}

/** What the browser itself says of what a page costs. */
export interface Meter {
  /** Milliseconds that the main thread of the page has worked so far. */
  work(): Promise<number>;
  /** What is held after garbage was collected, each in the unit that its name says. */
  memory(): Promise<Record<string, number>>;
  /** Presses a key that types this character, or `Backspace` or `Enter`. */
  press(key: string): Promise<void>;
  /** Makes page and panel so many times slower. */
  slow(factor: number): Promise<void>;
}

/** What the toolbar button opened. */
export interface Popup {
  /** What it says. */
  says(): Promise<string>;
  /** The ids of the buttons that can be pressed. */
  buttons(): Promise<string[]>;
  /** Presses a button as a hand does; the popup may close by it. */
  press(id: string): Promise<void>;
  /** Closes it without a choice. */
  close(): Promise<void>;
  /** Its whole document, for axe and pictures; only where the driver reaches it. */
  page: Page | null;
}

/** How a page is shown. */
export type Medium = "print" | "forced-colors" | "reduced-motion";

/**
 * The desk's own window. Firefox's driver does not see a page of an extension, so there the
 * browser itself is asked, for no more than this.
 */
export interface DeskWindow {
  /** How many of them there are. */
  count(): Promise<number>;
  /** Types into the box. */
  type(text: string): Promise<void>;
  /** Presses a key: `Enter`, `Alt+Enter`. */
  press(keys: string): Promise<void>;
  /** What is on the clipboard; the box is empty before. */
  copied(): Promise<string>;
  /** Evaluates on the closed shadow root of its page, as `Session.shadow`. */
  look<T, A extends unknown[]>(look: (root: ShadowRoot, ...rest: A) => T, ...rest: A): Promise<T | null>;
  /** Writes a picture of it to this file. */
  shot(path: string): Promise<void>;
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
  /** The agent leaves the machine, or comes back. */
  away(away: boolean): Promise<void>;
  /** What stands on the toolbar button of the page in front. */
  badge(): Promise<string>;
  /** Clicks the toolbar button. */
  pressButton(): Promise<void>;
  /** The desk's own window, once it is there. */
  desk(): Promise<DeskWindow>;
  /** Clicks the toolbar button of the page in front, and returns what it opened. */
  popup(page: Page): Promise<Popup>;
  /** Takes a site away from the extension, as an agent does in the browser's own settings. */
  withdraw(pattern: string): Promise<void>;
  zoom(page: Page, factor: number): Promise<void>;
  /** Shows the page as on paper, or to a reader with wishes of her own; until the browser is closed. */
  media(page: Page, medium: Medium): Promise<void>;
  meter(page: Page): Promise<Meter>;
  /** Cuts the browser off the network, or brings it back. */
  offline(page: Page, offline: boolean): Promise<void>;
  /** Has the whole browser stand still as on a machine that sleeps, or lets it go on. */
  asleep(asleep: boolean): Promise<void>;
  close(): Promise<void>;
}
