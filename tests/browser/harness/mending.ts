/** Pointing at parts of a page, as an agent does: in the panel what, on the page where. */

import assert from "node:assert/strict";
import type { Part } from "../../../extension/page/wire.ts";
import { click } from "./hand.ts";
import type { Stage } from "./stage.ts";
import { say } from "./words.ts";

export class MendingHands {
  constructor(private readonly stage: Stage) {}

  /** Opens what shows where things are found, from the settings. */
  async open(): Promise<void> {
    const panel = await this.stage.panel();
    await click(panel, "#open-settings");
    await this.stage.until("the settings", () => panel.$eval("#settings", (it) => !(it as HTMLElement).hidden));
    await this.press(`.consoles button ::-p-text(${say("mend_title")})`);
    await this.stage.panelSays(say("part_composer"));
  }

  /** Presses something in the panel. */
  async press(css: string): Promise<void> {
    const panel = await this.stage.panel();
    await click(panel, css);
  }

  /** Asks to point at a part. */
  async begin(part: Part): Promise<void> {
    const panel = await this.stage.panel();
    await this.stage.until(`${part} can be pointed at`, () => panel.$eval(`#point-${part}`, (it) => !(it as HTMLButtonElement).disabled));
    await this.press(`#point-${part}`);
    await this.stage.overlaySays(say(`page_point_${part}`));
  }

  /** Points at a part where it is on the page, so many elements out of what lies there, and waits until so many are read. */
  async point(part: Part, css: string, read: number, out = 0): Promise<void> {
    await this.begin(part);
    const { x, y } = await this.stage.page.$eval(css, (it) => {
      const box = it.getBoundingClientRect();
      return { x: box.left + Math.min(box.width, 60) / 2, y: box.top + Math.min(box.height, 30) / 2 };
    });
    await this.stage.page.mouse.move(x, y);
    await this.stage.until(`${css} is outlined`, async () => (await this.stage.box(".pointed")) !== null);
    for (let step = 0; step < out; step += 1) await this.stage.press("ArrowUp");
    if (out > 0) await this.stage.press("Enter");
    else await this.stage.page.mouse.click(x, y);
    await this.says(part, read === 0 ? /./ : say("mend_found").replace("$count$", String(read)));
  }

  /** Waits until the panel says this of a part. */
  async says(part: Part, words: string | RegExp): Promise<void> {
    const panel = await this.stage.panel();
    let said = "";
    await this.stage
      .until(`${part}: ${words}`, async () => {
        said = (await panel.$eval(`#point-${part}`, (it) => it.closest("li")?.querySelector(".count")?.textContent)) ?? "";
        return typeof words === "string" ? said === words : words.test(said);
      })
      .catch((error: Error) => {
        throw new Error(`${error.message}; it says “${said}”`);
      });
  }

  /** What the page side says of the element that is chosen while somebody points. */
  async told(): Promise<string> {
    const seen = (root: ShadowRoot) => root.querySelector(".pointer-hint .seen")?.textContent ?? "";
    return (await this.stage.session.shadow(this.stage.page, seen)) ?? "";
  }

  async save(): Promise<void> {
    await this.press("#mend-save");
    await this.stage.panelSays(say("notice_adapter_kept"));
  }

  /** What the page heard while somebody pointed; what it hears of the focus does not count. */
  async unnoticed(): Promise<void> {
    const noticed = await this.stage.page.evaluate(() => (window as unknown as { noticed: string[] }).noticed);
    assert.deepEqual(noticed.filter((type) => type !== "focusin"), []);
  }
}
