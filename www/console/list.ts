/** The list of conversations: who waits, how long, what is unread. */

import type { Chats, Conversation } from "./chats.ts";
import { wait } from "./clock.ts";
import { el, write } from "./dom.ts";
import type { Words } from "./shop.ts";

interface Row {
  button: HTMLButtonElement;
  clock: HTMLElement;
  preview: HTMLElement;
  unread: HTMLElement;
}

/** Three minutes: what the platforms count. */
const LATE = 180_000;

export class List {
  readonly root: HTMLElement;
  private readonly rows = new Map<string, Row>();
  private readonly count = el("span", "count", {});
  private readonly box = el("div", "conversations", { id: "conversations" });

  constructor(
    private readonly chats: Chats,
    private readonly words: Words,
  ) {
    const head = el("div", "list-head", {}, el("span", "", {}, words.open), this.count);
    this.root = el("nav", "list", { "aria-label": words.open }, head, this.box);
    const refresh = () => this.refresh(Date.now());
    chats.on("switched", refresh);
    chats.on("said", refresh);
    chats.on("listed", () => this.fill());
    this.fill();
  }

  /** Brings every row up to date: what was said last, the clock, the count. */
  refresh(now: number): void {
    for (const conversation of this.chats.all) {
      const row = this.rows.get(conversation.key);
      if (row) this.update(row, conversation, now);
    }
  }

  private fill(): void {
    this.rows.clear();
    this.box.replaceChildren(...this.chats.all.map((conversation) => this.row(conversation)));
    write(this.count, String(this.chats.all.length));
    this.refresh(Date.now());
  }

  private row(conversation: Conversation): HTMLElement {
    const { key, buyer } = conversation;
    const row: Row = {
      button: el("button", "conversation", { type: "button", "data-key": key, title: buyer }),
      clock: el("span", "clock"),
      preview: el("span", "preview"),
      unread: el("span", "unread"),
    };
    row.button.append(
      avatar(buyer, key),
      el(
        "span",
        "about",
        {},
        el("span", "line", {}, el("span", "name", {}, buyer), row.clock),
        el("span", "line", {}, row.preview, row.unread),
      ),
    );
    row.button.addEventListener("click", () => this.chats.show(key));
    this.rows.set(key, row);
    return row.button;
  }

  private update(row: Row, conversation: Conversation, now: number): void {
    const { waitingSince, unread, messages } = conversation;
    const active = conversation === this.chats.active;
    row.button.classList.toggle("active", active);
    if (active) row.button.setAttribute("aria-current", "true");
    else row.button.removeAttribute("aria-current");
    row.button.classList.toggle("returning", conversation.returning);
    row.button.classList.toggle("offline", conversation.offline);
    row.button.classList.toggle("waiting", waitingSince !== null);
    row.button.classList.toggle("late", waitingSince !== null && now - waitingSince > LATE);
    write(row.clock, waitingSince === null ? this.words.answered : wait(now - waitingSince));
    write(row.preview, messages.at(-1)?.text ?? "");
    write(row.unread, unread > 0 ? String(unread) : "");
  }
}

/** A disc with the name's most telling character, in one of six quiet hues. */
export function avatar(name: string, key: string): HTMLElement {
  const letters = [...name].filter((c) => c !== "*" && c !== "_" && c !== " ");
  const letter = letters.find((c) => /\p{Script=Han}/u.test(c)) ?? letters[0] ?? "客";
  return el("span", `avatar hue-${hue(key)}`, { "aria-hidden": "true" }, letter);
}

/** One of the six hues, the same for the same words. */
export function hue(words: string): number {
  return [...words].reduce((sum, c, i) => sum + (c.codePointAt(0) ?? 0) * (i + 1), 0) % 6;
}
