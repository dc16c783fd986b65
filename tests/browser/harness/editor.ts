/** A page with an editor on it, as an agent's hands have it, and the text that the editor itself holds. */

import type { Editor } from "../editors/page.ts";
import type { Stage } from "./stage.ts";

export class EditorPage {
  private constructor(private readonly stage: Stage) {}

  /** Waits until the editor and the panel are there. */
  static async at(stage: Stage): Promise<EditorPage> {
    await stage.until("an editor", () => stage.page.evaluate(() => "editor" in window));
    await stage.panel();
    return new EditorPage(stage);
  }

  /** Whether a draft can have more than one line. */
  async hasLines(): Promise<boolean> {
    return this.stage.page.evaluate(() => (window as { editor?: Editor }).editor!.element.localName !== "input");
  }

  /** The text of the editor's own model. */
  async text(): Promise<string> {
    return this.stage.page.evaluate(() => (window as { editor?: Editor }).editor!.text());
  }

  /** Waits until the editor's own model holds exactly this. */
  async reads(text: string): Promise<void> {
    let now = "";
    await this.stage
      .until(`the editor holds ${JSON.stringify(text)}`, async () => (now = await this.text()) === text)
      .catch(async (error: Error) => {
        const said = (await this.stage.says()).replace(/\s+/g, " ").slice(0, 60);
        throw new Error(`${error.message}; it holds ${JSON.stringify(now)}; the panel says ${said}`);
      });
  }

  /** Waits until the model holds something else than this, and returns it. */
  async changes(from: string): Promise<string> {
    return this.stage.until("the editor holds something else", async () => {
      const now = await this.text();
      return now === from ? null : now;
    });
  }

  /** Clicks into the editor and types into what was empty. */
  async type(text: string): Promise<void> {
    await this.click();
    await this.stage.page.keyboard.type(text);
    await this.reads(text);
    // Some editors draw once more when the keys rest, and put the caret back then.
    await this.stage.rest();
  }

  /** Clicks into the editor, which may stand in a frame. */
  private async click(): Promise<void> {
    const { x, y } = await this.stage.page.evaluate(() => {
      const { element } = (window as { editor?: Editor }).editor!;
      const box = element.getBoundingClientRect();
      const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
      return { x: box.left + box.width / 2 + (frame?.left ?? 0), y: box.top + box.height / 2 + (frame?.top ?? 0) };
    });
    await this.stage.page.mouse.click(x, y);
  }

  /** Writes a reply by its key, wherever it stands in the panel's list. */
  async insert(reply: string): Promise<void> {
    // The panel has heard of what was typed and written before.
    await this.stage.rest();
    const panel = await this.stage.panel();
    // In one question: a handle for each row is most of a second in Firefox.
    const place = await panel.evaluate((reply) => {
      const rows = [...document.querySelectorAll("#replies .reply .words")];
      return rows.findIndex((words) => words.getAttribute("title") === reply);
    }, reply);
    if (place < 0 || place > 8) throw new Error(`no key writes ${JSON.stringify(reply)}`);
    await this.stage.press(`Alt+${place + 1}`);
  }

  /** Types at the caret. */
  async typesOn(text: string): Promise<void> {
    await this.stage.page.evaluate(() => (window as { editor?: Editor }).editor!.element.focus());
    await this.stage.page.keyboard.type(text);
  }

  /** Pastes into a box of the page's own, by key, and waits until it holds this. */
  async pastes(text: string): Promise<void> {
    const box = await this.stage.page.evaluateHandle(() => document.body.appendChild(document.createElement("textarea")));
    await box.focus();
    await this.stage.press("Control+v");
    await this.stage.until("the clipboard's text", () => box.evaluate((box, text) => box.value === text, text));
    await box.evaluate((box) => box.remove());
  }

  /** Deletes the draft by keys; an editor that learns of a selection late deletes less at first. */
  async clear(): Promise<void> {
    await this.stage.until("an empty draft", async () => {
      await this.stage.press("Control+a");
      await this.stage.rest();
      await this.stage.press("Backspace");
      await this.stage.rest();
      return (await this.text()) === "";
    });
  }

  /** What Enter has sent, oldest first. */
  async sent(): Promise<string[]> {
    return this.stage.page.evaluate(() => (window as { sent?: string[] }).sent ?? []);
  }
}
