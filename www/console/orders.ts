/**
 * The order panel. One tab shows the orders of the buyer on screen, the other
 * those of the whole shop, as on the real ones: whoever reads the panel has
 * to look which tab is selected.
 */

import type { Chats, Order } from "./chats.ts";
import { left, stamp } from "./clock.ts";
import { el, write } from "./dom.ts";
import { hue } from "./list.ts";
import type { Words } from "./shop.ts";

type Which = "buyer" | "shop";

export class Orders {
  readonly root: HTMLElement;
  private which: Which = "buyer";
  private readonly tabs: Record<Which, HTMLButtonElement>;
  private readonly cards: HTMLElement;
  private readonly countdowns: { element: HTMLElement; closesAt: number }[] = [];

  constructor(
    private readonly chats: Chats,
    private readonly words: Words,
  ) {
    this.tabs = { buyer: this.tab("buyer", words.buyerOrders), shop: this.tab("shop", words.shopOrders) };
    const bar = el("div", "order-tabs", { role: "tablist" }, this.tabs.buyer, this.tabs.shop);
    this.cards = el("div", "order-cards", {
      id: "order-cards",
      role: "tabpanel",
      tabindex: "0",
      "aria-label": words.orders,
    });
    this.root = el("aside", "orders", { id: "orders", "aria-label": words.orders }, bar, this.cards);
    chats.on("switched", () => this.fill());
    chats.on("ordered", () => this.fill());
    chats.on("listed", () => this.fill());
    this.fill();
  }

  /** Lets the countdowns run. */
  refresh(now: number): void {
    for (const { element, closesAt } of this.countdowns) {
      write(element, left(closesAt - now, this.words.left));
    }
  }

  private tab(which: Which, name: string): HTMLButtonElement {
    const tab = el(
      "button",
      "",
      { type: "button", role: "tab", "data-tab": which, "aria-controls": "order-cards" },
      name,
    );
    tab.addEventListener("click", () => {
      this.which = which;
      this.fill();
    });
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = this.tabs[which === "buyer" ? "shop" : "buyer"];
      other.click();
      other.focus();
    });
    return tab;
  }

  private fill(): void {
    for (const [which, tab] of Object.entries(this.tabs)) {
      tab.setAttribute("aria-selected", String(which === this.which));
      tab.tabIndex = which === this.which ? 0 : -1;
    }
    this.countdowns.length = 0;
    const own = this.which === "buyer";
    const cards = own
      ? this.chats.active.orders.map((order) => this.card(order))
      : this.chats.all.flatMap(({ buyer, orders }) => orders.map((order) => this.card(order, buyer)));
    this.cards.replaceChildren(
      ...(cards.length > 0 ? cards : [el("p", "nothing", {}, this.words.noOrders)]),
    );
    this.cards.scrollTop = 0;
    this.refresh(Date.now());
  }

  private card(order: Order, buyer?: string): HTMLElement {
    const { words } = this;
    const open = order.closesAt !== null;
    const fact = (name: string, cls: string, value: string) =>
      el("div", "fact", {}, el("dt", "", {}, name), el("dd", cls, {}, value));
    const facts = el(
      "dl",
      "",
      {},
      fact(words.number, "order-number", order.number),
      fact(words.created, "order-created", stamp(order.createdAt)),
    );
    if (order.closesAt !== null) {
      const closes = fact(words.closes, "order-closes", "");
      const element = closes.querySelector<HTMLElement>(".order-closes");
      if (element) this.countdowns.push({ element, closesAt: order.closesAt });
      facts.append(closes);
    }
    if (order.tracking !== undefined) facts.append(fact(words.tracking, "order-tracking", order.tracking));
    const card = el(
      "article",
      open ? "order-card open" : "order-card",
      {},
      el(
        "header",
        "",
        {},
        el("span", "order-status", {}, order.status),
        ...(buyer === undefined ? [] : [el("span", "order-buyer", {}, buyer)]),
      ),
      el(
        "div",
        "goods",
        {},
        el("span", `art hue-${hue(order.item)}`, { "aria-hidden": "true" }, order.art),
        el(
          "div",
          "goods-about",
          {},
          el("div", "order-item", {}, order.item),
          el("div", "order-spec", {}, order.spec),
        ),
        el("div", "order-amount", {}, order.amount),
      ),
      facts,
    );
    if (order.track.length > 0) card.append(this.track(order));
    return card;
  }

  private track(order: Order): HTMLElement {
    const steps = order.track.map(({ at, text }) =>
      el("li", "", {}, el("time", "", {}, stamp(at).slice(5, 16)), el("span", "", {}, text)),
    );
    return el("section", "track", {}, el("h3", "", {}, this.words.track), el("ol", "", {}, ...steps));
  }
}
