/** The replies in the panel, as an agent sees them, and as they are kept. */

import type { ElementHandle, Frame, KeyInput, Page } from "puppeteer-core";
import { selectAll } from "./selection.ts";
import { isPanel, type Stage } from "./stage.ts";
import { ask, until } from "./until.ts";

/** The titles of the replies in the panel's list. */
export function titles(panel: Frame): Promise<string[]> {
  return named(panel, "#replies .reply .head");
}

/** The titles of the agent's own. */
export function own(panel: Frame): Promise<string[]> {
  return named(panel, "#replies .reply[data-own] .head");
}

/** In one question: a handle for each row is most of a second in Firefox. */
function named(panel: Frame, heads: string): Promise<string[]> {
  return panel.evaluate(
    (heads) => [...document.querySelectorAll(heads)].map((head) => head.firstChild?.textContent ?? ""),
    heads,
  );
}

/** Waits until this element of the panel has the focus. */
export async function hasFocus(stage: Stage, id: string): Promise<void> {
  await hasFocusIn(stage.page, await stage.panel(), id);
}

/** Waits until the keyboard is there in this panel of this page. */
export async function hasFocusIn(page: Page, panel: Frame, id: string): Promise<void> {
  await until(page, `${id} has the focus`, () =>
    panel.evaluate((id) => document.hasFocus() && document.activeElement?.id === id, id),
  );
}

/** Types a draft and makes it a reply in two keys, or in some more with a title of its own. */
export async function add(stage: Stage, words: string, title = words): Promise<void> {
  const panel = await stage.panel();
  await stage.console.clear();
  await stage.console.type(words);
  await stage.press("Alt+s");
  await hasFocus(stage, "editor");
  if (title !== words) {
    await selectAll(stage.page);
    await stage.page.keyboard.type(title);
  }
  await stage.press("Enter");
  await stage.until(`“${title}” among the agent's own`, async () => (await own(panel)).includes(title));
}

/** Everything that the extension keeps about replies, by key. */
export async function records(panel: Frame): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = await panel.evaluate(() => chrome.storage.local.get(null));
  const ours = Object.entries(all).filter(([key]) => /^(reply|replies|bin|aside):/.test(key));
  return Object.fromEntries(ours);
}

/** A file of the tests, by its name. */
export function fileAt(name: string): string {
  return `${process.cwd()}/tests/browser/files/${name}`;
}

/** Brings a file and waits for its dry run: what becomes of each row. */
export async function bring(stage: Stage, path: string): Promise<string[]> {
  const panel = await stage.panel();
  const file = (await panel.waitForSelector("#import")) as ElementHandle<HTMLInputElement>;
  await file.uploadFile(path);
  await panel.waitForSelector(".planned");
  return panel.$$eval(".planned .fate", (all) => all.map((fate) => fate.textContent ?? ""));
}

/** Exports the agent's own replies by the key that finds the format in its list, and answers with the file. */
export async function exported(stage: Stage, key: KeyInput): Promise<Uint8Array> {
  const panel = await stage.panel();
  await panel.evaluate(() => {
    const kept = window as { saved?: Blob };
    delete kept.saved;
    const make = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = (blob: Blob) => {
      kept.saved = blob;
      return make.call(URL, blob);
    };
    // A browser that tells of a download takes the keyboard for that.
    HTMLAnchorElement.prototype.click = () => {
      URL.createObjectURL = make;
      HTMLAnchorElement.prototype.click = click;
    };
  });
  await panel.focus("#export");
  await hasFocus(stage, "export");
  await stage.page.keyboard.press(key);
  const bytes = await stage.until("a file", () =>
    panel.evaluate(async () => {
      const { saved } = window as { saved?: Blob };
      return saved === undefined ? null : [...new Uint8Array(await saved.arrayBuffer())];
    }),
  );
  return Uint8Array.from(bytes);
}

/** The same page in another tab, with a panel that works. */
export async function anotherTab(stage: Stage): Promise<{ page: Page; panel: Frame }> {
  const page = await stage.session.browser.newPage();
  await page.goto(stage.page.url());
  await page.bringToFront();
  const panel = await until(page, "the other panel", async () => {
    for (const frame of page.frames()) {
      const path = await ask(() => frame.evaluate(() => location.pathname));
      if (isPanel(path) && (await frame.$("#search"))) return frame;
    }
    return null;
  });
  return { page, panel };
}
