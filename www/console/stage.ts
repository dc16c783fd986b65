/**
 * What the console lends to a drill: a buyer enters, speaks, and hears what
 * the agent sends to that conversation. The other side is `src/stage.rs`.
 */

import type { Console } from "./page.ts";
import type { ConversationOnFile } from "./shop.ts";

export class Stage {
  private key = "";
  private deafen: (() => void) | undefined;

  constructor(private readonly page: Console) {}

  isTraditional(): boolean {
    return this.page.shop.language === "zh-TW";
  }

  /** Puts a buyer's conversation on screen; the same buyer starts anew. */
  enter(conversation: ConversationOnFile): void {
    const { chats } = this.page;
    this.key = chats.add(conversation, Date.now()).key;
    chats.show(this.key);
  }

  say(text: string): void {
    this.page.chats.say(this.key, "buyer", text, Date.now());
  }

  /** Calls back with what is sent to the buyer; without a listener, no more. */
  hear(listener?: (text: string) => void): void {
    this.deafen?.();
    this.deafen =
      listener &&
      this.page.chats.on("said", ({ conversation, message }) => {
        if (message.who === "agent" && conversation.key === this.key) listener(message.text);
      });
  }
}
