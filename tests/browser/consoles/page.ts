/**
 * What the replicas have in common: elements, the chosen buyer, boxes that
 * send, and what the scenes ask of a page. A replica's own file makes the
 * elements as its console does; nothing here knows a console's names.
 */
import type { Buyer } from "./shop.ts";

/** A replica as the scenes ask about it. */
export interface Replica {
  composer(): HTMLElement;
  send(): HTMLElement | null;
  /** The row of a buyer in the list. */
  row(key: string): HTMLElement | null;
  /** The draft as the page's own program has it. */
  text(): string;
  /** What was sent, oldest first. */
  sent: string[];
  /** What the page does by itself, by name. */
  acts: Record<string, () => void>;
}

declare global {
  interface Window {
    replica: Replica;
  }
}

type Child = Node | string | null;

/** An element: `h("li.row.active", { title: "…" }, "words", h("b"))`. */
export function h(spec: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement {
  const [name = "div", ...classes] = spec.split(".");
  const element = document.createElement(name);
  element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A page program's own idea of a box's text, which it takes from input events as frameworks do. */
export class Model {
  text = "";

  constructor(
    readonly box: HTMLElement,
    send: (text: string) => void,
    keys = true,
  ) {
    box.addEventListener("input", () => (this.text = this.#shown()));
    box.addEventListener("keydown", (event) => {
      if (!keys || event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.go(send);
    });
  }

  /** Sends what the program holds, and empties the box. */
  go(send: (text: string) => void): void {
    const { text } = this;
    if (text.trim() === "") return;
    this.text = "";
    if (this.box instanceof HTMLTextAreaElement) this.box.value = "";
    else this.box.replaceChildren();
    send(text);
  }

  #shown(): string {
    return this.box instanceof HTMLTextAreaElement ? this.box.value : this.box.innerText.replace(/\n$/, "");
  }
}

/** The conversations of a page, and which one is open. */
export class Chats {
  sent: string[] = [];
  chosen: Buyer;

  constructor(
    readonly all: Buyer[],
    private readonly draw: (chats: Chats) => void,
  ) {
    this.chosen = all[0]!;
  }

  open(key: string): void {
    this.chosen = this.all.find((buyer) => buyer.key === key) ?? this.chosen;
    this.draw(this);
  }

  readonly send = (text: string): void => {
    this.sent.push(text);
    this.chosen.says.push({ who: "agent", text, time: "10:06" });
    this.draw(this);
  };

  /** Rows of the list that open their conversation. */
  rows(row: (buyer: Buyer, isOpen: boolean) => HTMLElement): HTMLElement[] {
    return this.all.map((buyer) => {
      const element = row(buyer, buyer === this.chosen);
      element.addEventListener("click", () => this.open(buyer.key));
      element.dataset["replicaRow"] = buyer.key;
      return element;
    });
  }

  messages(message: (said: Buyer["says"][number], at: number) => HTMLElement): HTMLElement[] {
    return this.chosen.says.map(message);
  }
}

/** Tells the scenes of the page. */
export function present(chats: Chats, model: () => Model, send: () => HTMLElement | null, acts: Replica["acts"] = {}): void {
  window.replica = {
    composer: () => model().box,
    send,
    row: (key) => document.querySelector<HTMLElement>(`[data-replica-row="${key}"]`),
    text: () => model().text,
    sent: chats.sent,
    acts,
  };
}

/** The three columns that every console has. */
export function columns(list: HTMLElement, chat: HTMLElement[], side: HTMLElement | null): HTMLElement {
  return h("main.columns", {}, h("nav.column", {}, list), h("section.column.chat", {}, ...chat), h("aside.column", {}, side));
}
