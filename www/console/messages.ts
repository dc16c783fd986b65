/** The messages of the conversation on screen, oldest first, newest in view. */

import type { Chats, Conversation, Message } from "./chats.ts";
import { day, stamp, time } from "./clock.ts";
import { el, write } from "./dom.ts";
import { avatar } from "./list.ts";
import type { Shop } from "./shop.ts";

/** A gap after which a console prints the time again. */
const GAP = 5 * 60_000;

export class Messages {
  readonly head: HTMLElement;
  readonly root: HTMLElement;
  private readonly name = el("h1", "", { id: "buyer-name" });
  private readonly tags = el("span", "tags");
  private last: Message | undefined;

  constructor(
    private readonly chats: Chats,
    private readonly shop: Shop,
  ) {
    this.head = el("header", "chat-head", {}, this.name, this.tags);
    this.root = el("div", "messages", {
      id: "messages",
      role: "log",
      tabindex: "0",
      "aria-label": shop.words.messages,
    });
    chats.on("switched", (conversation) => this.fill(conversation));
    chats.on("listed", () => this.fill(chats.active));
    chats.on("said", ({ conversation, message }) => {
      if (conversation !== chats.active) return;
      this.add(message);
      if (message.who === "buyer") this.markRead();
      this.toNewest();
    });
    // The assistant may take some of the width, and the lines break anew.
    new ResizeObserver(() => this.toNewest()).observe(this.root);
    this.fill(chats.active);
  }

  private fill(conversation: Conversation): void {
    write(this.name, conversation.buyer);
    this.tags.replaceChildren(...conversation.tags.map((tag) => el("span", "tag", {}, tag)));
    this.tags.classList.toggle("returning", conversation.returning);
    this.root.replaceChildren();
    this.last = undefined;
    for (const message of conversation.messages) this.add(message);
    if (conversation.messages.at(-1)?.who === "buyer") this.markRead();
    this.toNewest();
  }

  private add(message: Message): void {
    if (!this.last || message.at - this.last.at > GAP) {
      const when = `${day(message.at, Date.now(), this.shop.words.today)} ${time(message.at)}`;
      this.root.append(el("div", "when", {}, when));
    }
    // What the buyer wrote shows that the lines before it were read.
    if (message.who === "buyer") this.markRead();
    this.root.append(this.drawn(message));
    this.last = message;
  }

  private drawn(message: Message): HTMLElement {
    const { words, agent } = this.shop;
    const { who, id } = message;
    const text = el("div", "text", {}, message.text);
    const line = el("div", `message ${who}`, { "data-id": id, title: stamp(message.at) });
    if (who === "system") {
      line.append(text);
    } else if (who === "buyer") {
      line.append(avatar(this.chats.active.buyer, this.chats.active.key), text);
    } else {
      const name = who === "bot" ? words.bot : agent;
      const state = el("span", "state", {}, words.unread);
      const by = el("div", "by", {}, who === "bot" ? name : "", who === "bot" ? "" : state);
      line.append(el("div", "stack", {}, text, by), avatar(name, who));
    }
    return line;
  }

  private markRead(): void {
    for (const state of this.root.querySelectorAll(".state")) {
      write(state, this.shop.words.read);
      state.closest(".message")?.classList.add("read");
    }
  }

  private toNewest(): void {
    this.root.scrollTop = this.root.scrollHeight;
  }
}
