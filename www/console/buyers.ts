/**
 * The scripted buyers: what they answer to what was sent, and who writes by
 * themselves. Each reaction is used once, so a talk comes to an end.
 */

import type { Chats } from "./chats.ts";
import type { Shop } from "./shop.ts";

/** Brings the buyers of a shop to life. */
export function enliven(chats: Chats, shop: Shop, paid: string): void {
  for (const { after, key, text } of shop.arrivals) {
    setTimeout(() => chats.say(key, "buyer", text, Date.now()), after * 1000);
  }
  chats.on("said", ({ conversation, message }) => {
    if (message.who !== "agent") return;
    const fits = conversation.reactions.findIndex(({ when }) =>
      when.some((word) => message.text.includes(word)),
    );
    const [reaction] = fits < 0 ? [] : conversation.reactions.splice(fits, 1);
    const lines = reaction?.say ?? conversation.otherwise.splice(0, 1);
    const first = reaction?.after ?? 4000;
    lines.forEach((line, i) => {
      setTimeout(() => chats.say(conversation.key, "buyer", line, Date.now()), first + i * 1600);
    });
    const pays = reaction?.pays;
    if (pays) setTimeout(() => chats.pay(conversation.key, pays, paid), first - 600);
  });
}
