/**
 * Where a scene plays: one browser, one page of the sandbox, the panel, and
 * the words for what a scene does and sees.
 */

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, KeyInput, Page } from "puppeteer-core";
import { chromium } from "./chromium.ts";
import { Console } from "./console.ts";
import { firefox } from "./firefox.ts";
import { type Session, USUAL, type Wanted } from "./session.ts";
import { serve, type Site } from "./site.ts";
import { ask, frame, rest, until } from "./until.ts";
import { say } from "./words.ts";

/** What a stage was opened with. */
interface Opening {
  browser: string;
  program: string;
  address: string;
  wanted: Wanted;
  pictures: string;
  /** The folder of a browser that is opened again. */
  profile: string | undefined;
  site: Site;
}

/** Whether this is where the panel's document stands, by either of its names. */
export function isPanel(path: string | null): boolean {
  return path !== null && /\/panel\/(panel|elsewhere)\.html$/.test(path);
}

export class Stage {
  /** The sandbox's console. */
  readonly console: Console;

  private closing?: Promise<void>;
  /** The stage after a restart. */
  private next?: Promise<Stage>;

  private constructor(
    private readonly opening: Opening,
    readonly session: Session,
    readonly page: Page,
  ) {
    this.console = new Console(page);
  }

  /** Opens a page of the sandbox in a browser of its own. */
  static async open(
    browser: string,
    program: string,
    address: string,
    wanted: Partial<Wanted> = {},
    pictures = `tests/browser/out/${browser}`,
  ): Promise<Stage> {
    const hosts = address.startsWith("https://") ? [new URL(address).hostname] : [];
    const all: Wanted = { ...USUAL, hosts, ...wanted };
    if (all.own !== undefined) all.allows = [...all.allows, `https://${all.own}/*`];
    const profile = all.restarts ? await mkdtemp(join(tmpdir(), "deti-profile-")) : undefined;
    const opening = { browser, program, address, wanted: all, pictures, profile, site: await serve(all.replica, all.headers) };
    const stage = await Stage.raise(opening, async (session) => {
      if (all.extension) await session.install();
    });
    if (all.own !== undefined) await stage.allow();
    return stage;
  }

  /** Allows the site of the page, as the agent does, and loads the page anew: from then on Deti is there before the page's own scripts. */
  private async allow(): Promise<void> {
    try {
      const popup = await this.session.popup(this.page);
      await popup.press("use");
      await this.until("Deti is on the page", () => this.page.evaluate(() => document.querySelector("[data-deti-host]") !== null));
      await this.page.reload();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  private static async raise(opening: Opening, ready: (session: Session) => Promise<void>): Promise<Stage> {
    const { browser, program, address, wanted, profile, site } = opening;
    const launch = browser === "firefox" ? firefox : chromium;
    let session: Session | undefined;
    try {
      session = await launch(program, wanted, profile);
      await ready(session);
      return new Stage(opening, session, await session.open(site.at(address)));
    } catch (error) {
      // What did not open whole leaves nothing behind.
      await session?.close();
      await clear(opening);
      throw error;
    }
  }

  get site(): Site {
    return this.opening.site;
  }

  /**
   * Closes the browser and opens it again, on the same page or on another: this
   * stage is over then, and the new one plays.
   */
  async restart(address = this.opening.address): Promise<Stage> {
    await this.session.close();
    this.next = Stage.raise({ ...this.opening, address }, (session) => session.resume());
    return this.next;
  }

  close(): Promise<void> {
    this.closing ??= this.next === undefined
      ? this.session.close().finally(() => clear(this.opening))
      : this.next.then((stage) => stage.close());
    return this.closing;
  }

  /** Waits for a condition; `what` completes “never happened: …”. */
  until<T>(
    what: string,
    condition: () => Promise<T> | T,
    patience?: number,
  ): Promise<NonNullable<T>> {
    return until(this.page, what, condition, patience);
  }

  /** Lets everything come to rest, to assert that something did not happen. */
  rest(): Promise<void> {
    return rest(this.page);
  }

  /**
   * The panel's document, once the panel works: it draws when the page side has
   * its line to it, and the frame is shown when the line stands.
   */
  async panel(): Promise<Frame> {
    return this.until("a panel that works", async () => {
      const shown = await this.session.shadow(this.page, (root) => root.querySelector("iframe.panel.shown") !== null);
      const panel = shown ? await this.panelFrame() : null;
      return panel !== null && (await text(panel)) !== "" ? panel : null;
    });
  }

  /** The panel's document, in whatever state, if there is one now. */
  async panelFrame(): Promise<Frame | null> {
    for (const frame of this.page.frames()) {
      const path = await ask(() => frame.evaluate(() => location.pathname));
      if (isPanel(path)) return frame;
    }
    return null;
  }

  /** Everything that the panel says. */
  async says(): Promise<string> {
    const panel = await this.panelFrame();
    return panel === null ? "" : text(panel);
  }

  /** Waits until the panel says these words. */
  async panelSays(words: string | RegExp): Promise<void> {
    let says = "";
    await this.until(`the panel says ${words}`, async () => {
      says = await this.says();
      return typeof words === "string" ? says.includes(words) : words.test(says);
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it says “${says.replace(/\s+/g, " ").slice(0, 200)}”`);
    });
  }

  /** What is underlined in the composer: `block 不支持退货`, in text order. */
  async underlined(): Promise<string[]> {
    const mirrored = await this.session.shadow(this.page, (root) =>
      [...root.querySelectorAll(".mirror .sheet > span")].map(
        (span) => `${span.className} ${span.textContent}`,
      ),
    );
    const place = await this.console.place();
    const painted = await place.evaluate(() =>
      [...CSS.highlights]
        .filter(([name]) => name.startsWith("deti-"))
        .flatMap(([name, ranges]) => [...ranges].map((range) => ({ name, range: range as Range })))
        .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
        .map(({ name, range }) => `${name.replace("deti-", "")} ${range}`),
    );
    return [...(mirrored ?? []), ...painted];
  }

  /** Waits until exactly these words are underlined. */
  async underlines(...marks: string[]): Promise<void> {
    let now: string[] = [];
    await this.until(`underlined: ${marks.join(", ") || "nothing"}`, async () => {
      now = await this.underlined();
      return now.join("\n") === marks.join("\n");
    }).catch((error: Error) => {
      throw new Error(`${error.message}; underlined is ${now.join(", ") || "nothing"}`);
    });
  }

  /** Where something that the page side draws is on the screen. */
  async box(css: string): Promise<{ left: number; top: number; right: number; bottom: number } | null> {
    return this.session.shadow(
      this.page,
      (root, css) => {
        const box = root.querySelector(css)?.getBoundingClientRect();
        return box ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : null;
      },
      css,
    );
  }

  /** Clicks the middle of something that the page side draws, once it lies still, as a hand does. */
  async clickOn(css: string): Promise<void> {
    const box = await this.until(`the page side shows ${css}, and it lies still`, async () => {
      const before = await this.box(css);
      await this.rest();
      const now = await this.box(css);
      return JSON.stringify(before) === JSON.stringify(now) ? now : null;
    });
    await this.page.mouse.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  }

  /** Waits until the draft was checked: for asserting that nothing is said about it. */
  async checked(): Promise<void> {
    await this.panelSays(say("now_draft"));
    await this.rest();
    await this.rest();
  }

  /** The words that the page side draws: the card, the badge. */
  async overlay(): Promise<string> {
    const words = await this.session.shadow(this.page, (root) => {
      const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
      const walk = (node: Node): string => {
        // By kind, not by class: this may run in a process with classes of its own.
        if (node.nodeType === 3) return node.nodeValue ?? "";
        const element = node as Element;
        if (element.matches("style, .mirror") || !shown(element)) return "";
        return [...node.childNodes].map(walk).join(" ");
      };
      return [...root.childNodes].map(walk).join(" ").replace(/\s+/g, " ").trim();
    });
    return words ?? "";
  }

  /** Waits until the page side shows these words. */
  async overlaySays(words: string | RegExp): Promise<void> {
    let shows = "";
    await this.until(`the page side shows ${words}`, async () => {
      shows = await this.overlay();
      return typeof words === "string" ? shows.includes(words) : words.test(shows);
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it shows “${shows}”`);
    });
  }

  /** Presses a key, with modifiers: `Alt+Shift+Enter`. */
  async press(keys: string): Promise<void> {
    const modifiers = keys.split("+") as KeyInput[];
    const key = modifiers.pop();
    if (key === undefined) throw new Error("no key");
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    for (const modifier of modifiers.reverse()) await this.page.keyboard.up(modifier);
  }

  /** Writes a picture of the window to `<pictures>/<name>.png`. */
  async shot(name: string): Promise<void> {
    await mkdir(this.opening.pictures, { recursive: true });
    await frame(this.page);
    await this.page.screenshot({ path: `${this.opening.pictures}/${name}.png` });
  }
}

async function text(frame: Frame): Promise<string> {
  return (await ask(() => frame.evaluate(() => document.body?.innerText))) ?? "";
}

async function clear({ site, profile }: Opening): Promise<void> {
  await site.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true });
}
