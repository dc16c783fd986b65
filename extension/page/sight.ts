/** What the page shows, told to the panel only when it is something else. */
import type { Opened } from "./conversation.ts";
import { readOrders } from "./orders.ts";
import { readRows } from "./rows.ts";
import type { Site } from "./surface.ts";
import type { FromPage, SeenConversation, SeenOrder, SeenRow } from "./wire.ts";

const NOBODY: SeenConversation = { key: "", buyer: "", returning: null, messages: [] };

export class Sight {
  #conversation = "";
  #orders = "";
  #rows = "[]";

  constructor(
    private readonly site: Site,
    private readonly opened: Opened,
    private readonly say: (message: FromPage) => void,
  ) {}

  /** A new panel has seen nothing yet. */
  forget(): void {
    this.#conversation = "";
    this.#orders = "";
    this.#rows = "[]";
  }

  look(): void {
    const { ground } = this.site;
    // A page that had a conversation and has none any more shows nobody's.
    const conversation = this.opened.read(ground) ?? (this.#conversation === "" ? null : NOBODY);
    const seen = JSON.stringify(conversation);
    if (conversation !== null && seen !== this.#conversation) {
      this.#conversation = seen;
      this.say({ type: "conversation", conversation });
    }
    const cards = readOrders(ground);
    const known = JSON.stringify(cards.map(withoutSeconds));
    if (known !== this.#orders) {
      this.#orders = known;
      this.say({ type: "orders", cards });
    }
    const rows = readRows(ground);
    const listed = JSON.stringify(rows.map(withoutTime));
    if (listed !== this.#rows) {
      this.#rows = listed;
      this.say({ type: "rows", rows });
    }
  }
}

/** Nor is a clock that counts how long a buyer waits. */
function withoutTime(row: SeenRow): SeenRow {
  return { ...row, time: "" };
}

/** A running countdown is not news every second. */
function withoutSeconds(card: SeenOrder): SeenOrder {
  return { ...card, closes: card.closes.replace(/\d+\s*(?:秒|s\b)|(?<=:\d\d):\d\d\b/g, "") };
}
