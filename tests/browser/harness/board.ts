/** The board of orders in the panel, as an agent sees it and moves in it. */

import type { Frame } from "puppeteer-core";
import { click } from "./hand.ts";
import type { Stage } from "./stage.ts";

/** Opens the list of orders, with the keyboard in it. */
export async function board(stage: Stage): Promise<Frame> {
  const panel = await stage.panel();
  await click(panel, "#tab-orders");
  await panel.waitForSelector("#pane-orders.open");
  return panel;
}

/** The rows of a part of the board, each as its lines. */
export async function rows(panel: Frame, part: string): Promise<string[][]> {
  return panel.$$eval(
    "#board [role=group]",
    (parts, part) =>
      parts
        .filter((one) => one.getAttribute("aria-label") === part && !(one as HTMLElement).hidden)
        .flatMap((one) => [...one.querySelectorAll("[role=option]")])
        .map((row) => (row as HTMLElement).innerText.split("\n").map((line) => line.trim())),
    part,
  );
}

/** Waits until a row of this part says all of these words. */
export async function listed(stage: Stage, panel: Frame, part: string, ...words: string[]): Promise<string> {
  let now: string[] = [];
  return stage
    .until(`under ${part}: ${words.join(", ")}`, async () => {
      now = (await rows(panel, part)).map((row) => row.join(" "));
      return now.find((row) => words.every((word) => row.includes(word)));
    })
    .catch((error: Error) => {
      throw new Error(`${error.message}; there is ${now.join(" | ") || "nothing"}`);
    });
}

/** Chooses the row of an order by the keyboard. */
export async function choose(stage: Stage, panel: Frame, number: string): Promise<void> {
  const chosen = () =>
    panel.evaluate(() => document.querySelector(".about-order .order-number")?.textContent ?? "");
  await walk(stage, panel, `the order ${number}`, async () => (await chosen()) === number);
}

/** Chooses the row that says these words, by the keyboard. */
export async function chooseRow(stage: Stage, panel: Frame, words: string): Promise<void> {
  const chosen = () =>
    panel.evaluate(() => document.querySelector("#board [aria-selected=true]")?.textContent ?? "");
  await walk(stage, panel, `the row of ${words}`, async () => (await chosen()).includes(words));
}

/** Goes down the board from its first row, a row at a time, each drawn before the next key. */
async function walk(stage: Stage, panel: Frame, what: string, isIt: () => Promise<boolean>): Promise<void> {
  const place = () =>
    panel.$$eval("#board [role=option]", (all) => all.findIndex((row) => row.getAttribute("aria-selected") === "true"));
  await panel.focus("#board");
  await stage.page.keyboard.press("Home");
  await stage.until("the first row is chosen", async () => (await place()) === 0);
  while (!(await isIt())) {
    const here = await place();
    await stage.page.keyboard.press("ArrowDown");
    await stage.until(`${what} is chosen`, async () => (await place()) > here);
  }
}

/** Picks from a closed list by its keys: nothing else makes a change that a hand made. */
export async function pick(stage: Stage, panel: Frame, list: string, value: string): Promise<void> {
  const steps = async () =>
    panel.$eval(
      list,
      (list, value) => {
        const { options, selectedIndex } = list as HTMLSelectElement;
        return [...options].findIndex((option) => option.value === value) - selectedIndex;
      },
      value,
    );
  for (let left = await steps(); left !== 0; left = await steps()) {
    const before = left;
    await panel.focus(list);
    await stage.page.keyboard.press(left > 0 ? "ArrowDown" : "ArrowUp");
    await stage.until(`another choice in ${list}`, async () => (await steps()) !== before);
    // What is chosen may draw the list anew, and gives it the keyboard again.
    await stage.until(`the keyboard in ${list}`, () =>
      panel.evaluate((list) => document.activeElement === document.querySelector(list), list),
    );
  }
}

/** Something that the buyer on screen says. */
export async function buyerSays(stage: Stage, words: string): Promise<void> {
  await stage.page.evaluate((words) => {
    const text = document.createElement("div");
    text.className = "text";
    text.textContent = words;
    const line = document.createElement("div");
    line.className = "message buyer";
    line.dataset["id"] = `said-${words}`;
    line.append(text);
    document.querySelector("#messages")?.append(line);
  }, words);
}
