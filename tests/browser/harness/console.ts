/** The sandbox's console page, as an agent's hands and eyes have it. */

import type { ElementHandle, Frame, Page } from "puppeteer-core";
import { selectAll } from "./selection.ts";
import { ask, rest, until } from "./until.ts";

/** Also in an open shadow root. */
const COMPOSER = "pierce/#composer";

export class Console {
  constructor(private readonly page: Page) {}

  /** The document that holds the composer: the page, or a frame of it. */
  async place(): Promise<Page | Frame> {
    return until(this.page, "a composer on the page", async () => {
      for (const frame of this.page.frames()) {
        if (await ask(() => frame.$(COMPOSER))) return frame;
      }
      return null;
    });
  }

  async composer(): Promise<ElementHandle<Element>> {
    const place = await this.place();
    const composer = await place.$(COMPOSER);
    if (!composer) throw new Error("the composer is gone");
    return composer;
  }

  /** The composer's text. */
  async draft(): Promise<string> {
    const composer = await this.composer();
    return composer.evaluate((box) =>
      box instanceof HTMLTextAreaElement ? box.value : (box as HTMLElement).innerText.trimEnd(),
    );
  }

  /** Where the caret is in a textarea. */
  async caret(): Promise<number> {
    const composer = await this.composer();
    return composer.evaluate((box) => (box as HTMLTextAreaElement).selectionStart);
  }

  /** Clicks into the composer and types with real keys. */
  async type(text: string): Promise<void> {
    const composer = await this.composer();
    await composer.click();
    await this.page.keyboard.type(text);
    await this.holds(text);
  }

  /** Waits until the composer's text is this, or contains it. */
  async holds(text: string): Promise<void> {
    let draft = "";
    await until(this.page, `the composer holds “${text}”`, async () => {
      draft = await this.draft();
      return draft.includes(text);
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it holds “${draft}”`);
    });
  }

  /** Waits until the composer's text is exactly this. */
  async reads(text: string): Promise<void> {
    let draft = "";
    await until(this.page, `the composer reads “${text}”`, async () => {
      draft = await this.draft();
      return draft === text;
    }).catch((error: Error) => {
      throw new Error(`${error.message}; it reads “${draft}”`);
    });
  }

  /**
   * Deletes the draft by keys. A browser may give a key that comes at once after a
   * click to the panel that had the keyboard before, so the caret is waited for.
   */
  async clear(): Promise<void> {
    await (await this.composer()).click();
    await until(this.page, "the caret is in the composer", () => this.focused());
    await rest(this.page);
    await selectAll(this.page);
    await this.page.keyboard.press("Backspace");
    await until(this.page, "the composer is empty", async () => (await this.draft()) === "");
  }

  async focused(): Promise<boolean> {
    const composer = await this.composer();
    return composer.evaluate((box) => box.ownerDocument.hasFocus() && box.ownerDocument.activeElement === box);
  }

  /** What the agent sent in the conversation on screen, oldest first. */
  async sent(): Promise<string[]> {
    return this.page.$$eval("#messages .message.agent .text", (texts) =>
      texts.map((text) => text.textContent ?? ""),
    );
  }

  /** Clicks the send button. */
  async send(): Promise<void> {
    const place = await this.place();
    const button = await place.$("#send");
    if (!button) throw new Error("the page has no send button");
    await button.click();
  }

  /** Puts another conversation on screen. */
  async show(key: string): Promise<void> {
    await this.page.click(`.conversation[data-key="${key}"]`);
  }
}
