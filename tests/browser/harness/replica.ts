/** A replica of a console, as an agent's hands have it, and what the page side reads of it. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type { Adapter } from "../../../extension/page/adapter.ts";
import type { Reading } from "../consoles/reading.ts";
import { bundled } from "../consoles/serve.ts";
import { selectAll } from "./selection.ts";
import type { Stage } from "./stage.ts";
import { say } from "./words.ts";

declare const read: (adapter: Adapter) => Reading;

/** What is read of a page, each thing as a line. */
export interface Lines {
  key: string;
  buyer: string;
  messages: string[];
  orders: string[];
  rows: string[];
}

export class ReplicaPage {
  private constructor(
    private readonly stage: Stage,
    private readonly adapter: Adapter,
  ) {}

  static async at(stage: Stage, id: string): Promise<ReplicaPage> {
    await stage.until("a replica", () => stage.page.evaluate(() => "replica" in window));
    const script = await readFile(`dist/chrome/sites/${id}.js`, "utf8");
    const adapter = JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1)) as Adapter;
    await stage.page.evaluate(await bundled("tests/browser/consoles/reading.ts"));
    return new ReplicaPage(stage, adapter);
  }

  /** What the page side reads now. */
  async lines(): Promise<Lines> {
    const { conversation, orders, rows } = await this.stage.page.evaluate((adapter) => read(adapter), this.adapter);
    return {
      key: conversation?.key ?? "",
      buyer: conversation?.buyer ?? "",
      messages: (conversation?.messages ?? []).map(({ who, text, id, time }) => line(who, text, id, time)),
      orders: orders.map(({ number, status, amount, item, created }) => line(number, status, amount, item, created)),
      rows: rows.map(({ key, buyer, preview, time, waiting }) => line(key, buyer, preview, time, waiting ? "waits" : "")),
    };
  }

  /** Lets the page do something by itself. */
  async does(act: string): Promise<void> {
    await this.stage.page.evaluate((act) => window.replica.acts[act]!(), act);
  }

  /** Clicks into the box, until the caret is there. */
  private async enter(): Promise<void> {
    await this.click("composer");
    await this.stage.until("the caret is in the box", () =>
      this.stage.page.evaluate(() => window.replica.composer()!.matches(":focus-within")),
    );
    await this.stage.rest();
  }

  async type(text: string): Promise<void> {
    await this.enter();
    await this.stage.page.keyboard.type(text);
    await this.reads(text);
  }

  /** Asserts that a forbidden draft is held however it would be sent, and deletes it. */
  async holds(forbidden: string, ...ways: ("Enter" | "send")[]): Promise<void> {
    const before = await this.sent();
    await this.clear();
    await this.type(forbidden);
    for (const way of ways) {
      await (way === "send" ? this.click("send") : this.stage.press("Enter"));
      await this.stage.panelSays(say("held"));
      await this.stage.rest();
      assert.deepEqual(await this.sent(), before);
    }
    await this.clear();
  }

  /** Deletes the draft by keys, the page's own program's too. */
  async clear(): Promise<void> {
    await this.enter();
    await selectAll(this.stage.page);
    await this.stage.press("Backspace");
    const shown = () =>
      this.stage.page.evaluate(() => {
        const box = window.replica.composer()!;
        return "value" in box ? box.value : box.innerText.trim();
      });
    await this.stage.until("an empty draft", async () => (await this.text()) === "" && (await shown()) === "");
  }

  /** Waits until the page's own program has this draft. */
  async reads(text: string): Promise<void> {
    let now = "";
    await this.stage
      .until(`the page holds “${text}”`, async () => (now = await this.text()) === text)
      .catch(async (error: Error) => {
        const at = await this.stage.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80));
        throw new Error(`${error.message}; it holds “${now}”, and the keyboard is at ${at}; the panel says “${await this.stage.says()}”`);
      });
  }

  text(): Promise<string> {
    return this.stage.page.evaluate(() => window.replica.text());
  }

  sent(): Promise<string[]> {
    return this.stage.page.evaluate(() => window.replica.sent);
  }

  /** Opens another conversation as an agent does. */
  async open(key: string): Promise<void> {
    await this.press(await this.stage.page.evaluate((key) => middle(window.replica.row(key)!), key));
  }

  async click(part: "composer" | "send"): Promise<void> {
    await this.press(await this.stage.page.evaluate((part) => middle(window.replica[part]()!), part));
  }

  private async press({ x, y }: { x: number; y: number }): Promise<void> {
    await this.stage.page.mouse.click(x, y);
  }
}

declare const middle: (element: HTMLElement) => { x: number; y: number };

function line(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}
