/**
 * One of the two pages that are measured beside each other: the busy console
 * in a browser of its own, with the extension or without it.
 */

import { setTimeout as passes } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Meter } from "../harness/session.ts";
import { Stage } from "../harness/stage.ts";
import { until } from "../harness/until.ts";
import type { Heard, Started } from "./ear.ts";

const ADDRESS = "https://mms.pinduoduo.com/chat-merchant/index.html";

/** A hand on the keyboard: so many milliseconds from key to key. */
const PACE = 250;

/** The first of the replies in the panel. */
export const REPLY = "好的，这边帮您核对一下，请稍等";

/** The moments of a page's start, in milliseconds since its navigation. */
export interface Start extends Started {
  loaded: number;
}

export class Side {
  private constructor(
    readonly stage: Stage,
    readonly meter: Meter,
    readonly hasDeti: boolean,
  ) {}

  static async open(browser: string, program: string, hasDeti: boolean, phrases: readonly string[]): Promise<Side> {
    const wanted = { replica: "busy", extension: hasDeti, ear: "tests/browser/cost/ear.ts", phrases, replies: [REPLY] };
    const stage = await Stage.open(browser, program, ADDRESS, wanted);
    return new Side(stage, await stage.session.meter(stage.page), hasDeti);
  }

  /** Opens the page anew, and says when what was there. */
  async start(): Promise<Start> {
    const { page } = this.stage;
    await page.goto(this.stage.site.at(ADDRESS));
    await until(page, "the console", () => page.evaluate(() => "replica" in window));
    const started = this.hasDeti
      ? await until(page, "a panel that is ready", async () => {
          const { started } = await this.heard();
          return started.ready > started.inserted ? started : null;
        }, 60_000)
      : { inserted: Number.NaN, ready: Number.NaN };
    await page.evaluate(listen);
    const loaded = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      return navigation?.loadEventEnd ?? Number.NaN;
    });
    return { ...started, loaded };
  }

  /** What was heard in the page side's world since it was last asked. */
  heard(): Promise<{ heard: Heard[]; started: Started }> {
    return askEar(this.stage.page);
  }

  /** How long after its key each letter was painted, since it was last asked. */
  letters(): Promise<number[]> {
    return this.stage.page.evaluate(() => (window as unknown as { letters: number[] }).letters.splice(0));
  }

  does(act: string): Promise<void> {
    return this.stage.page.evaluate((act) => window.replica.acts[act]!(), act);
  }

  async focus(focused: boolean): Promise<void> {
    await this.stage.page.evaluate((focused) => {
      const composer = window.replica.composer();
      if (focused) composer.focus();
      else composer.blur();
    }, focused);
  }

  /** Puts a draft into the composer, as if it had been typed before. */
  async draft(text: string): Promise<void> {
    await this.focus(true);
    await this.stage.page.evaluate((text) => {
      const composer = window.replica.composer() as HTMLTextAreaElement;
      composer.value = text;
      composer.setSelectionRange(text.length, text.length);
      composer.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, text);
  }

  /** The page's work in each of so many spans as long as one from key to key, in milliseconds. */
  async spans(count: number, act: (span: number) => Promise<void> = async () => {}): Promise<number[]> {
    const work: number[] = [];
    let before = await this.meter.work();
    for (let span = 0; span < count; span += 1) {
      const next = passes(PACE);
      await act(span);
      await next;
      const now = await this.meter.work();
      work.push(now - before);
      before = now;
    }
    return work;
  }

  /** Presses keys as a hand does, and says what the page worked for each. */
  presses(keys: readonly string[]): Promise<number[]> {
    return this.spans(keys.length, (span) => this.meter.press(keys[span]!));
  }
}

/** What an ear in the page side's world has to say. */
export async function askEar<T>(page: Page): Promise<T> {
  const answer = await page.evaluate(
    () =>
      new Promise<string>((told) => {
        addEventListener("deti-cost-answer", (event) => told((event as CustomEvent<string>).detail), { once: true });
        dispatchEvent(new Event("deti-cost-ask"));
      }),
  );
  return JSON.parse(answer) as T;
}

/** The milliseconds of one span. */
export const SPAN = PACE;

/** Notes when each letter is painted; runs in the page. */
function listen(): void {
  const letters: number[] = [];
  Object.assign(window, { letters });
  let key = Number.NaN;
  addEventListener("keydown", ({ timeStamp }) => (key = timeStamp), { capture: true });
  addEventListener("input", () => {
    const pressed = key;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => letters.push(performance.now() - pressed);
      port2.postMessage(null);
    });
  });
}
