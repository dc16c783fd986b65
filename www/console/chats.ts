/**
 * The conversations of a console and what happens in them. Draws nothing:
 * the parts of the page listen for what changed and draw their own piece.
 */

import type { ConversationOnFile, OrderOnFile, Reaction, Shop, Who } from "./shop.ts";

export interface Message {
  id: string;
  who: Who;
  text: string;
  at: number;
}

export interface Order extends Omit<OrderOnFile, "created" | "closes" | "track"> {
  createdAt: number;
  closesAt: number | null;
  track: { at: number; text: string }[];
}

export interface Conversation {
  key: string;
  buyer: string;
  tags: string[];
  returning: boolean;
  offline: boolean;
  unread: number;
  waitingSince: number | null;
  messages: Message[];
  orders: Order[];
  reactions: Reaction[];
  otherwise: string[];
  draft: string;
}

interface Changes {
  /** Another conversation is on screen. */
  switched: Conversation;
  /** A conversation joined the list or left it. */
  listed: Conversation;
  /** A message was added. */
  said: { conversation: Conversation; message: Message };
  /** An order changed. */
  ordered: Conversation;
}

type Listener<K extends keyof Changes> = (what: Changes[K]) => void;

export class Chats {
  readonly all: Conversation[];
  active: Conversation;
  private listeners: { [K in keyof Changes]: Set<Listener<K>> } = {
    switched: new Set(),
    listed: new Set(),
    said: new Set(),
    ordered: new Set(),
  };
  private count = 0;

  constructor(shop: Shop, now: number) {
    this.all = shop.conversations.map((file) => this.opened(file, now));
    const first = this.all[0];
    if (!first) throw new Error("a console needs a conversation");
    first.unread = 0;
    this.active = first;
  }

  /** Calls `listener` on every such change; returns what ends it. */
  on<K extends keyof Changes>(what: K, listener: Listener<K>): () => void {
    this.listeners[what].add(listener);
    return () => this.listeners[what].delete(listener);
  }

  find(key: string): Conversation | undefined {
    return this.all.find((conversation) => conversation.key === key);
  }

  /** Puts a conversation on screen. */
  show(key: string): void {
    const conversation = this.find(key);
    if (!conversation || conversation === this.active) return;
    this.active = conversation;
    conversation.unread = 0;
    this.tell("switched", conversation);
  }

  /** Adds a conversation at the top of the list; one with its key gives way. */
  add(file: ConversationOnFile, now: number): Conversation {
    const conversation = this.opened(file, now);
    const place = this.all.findIndex((other) => other.key === conversation.key);
    if (place >= 0) this.all.splice(place, 1);
    this.all.unshift(conversation);
    this.tell("listed", conversation);
    if (this.active.key === conversation.key) {
      this.active = conversation;
      this.tell("switched", conversation);
    }
    return conversation;
  }

  /** Adds a message to a conversation, as it happens. */
  say(key: string, who: Who, text: string, now: number): void {
    const conversation = this.find(key);
    if (!conversation) return;
    const message = this.message(who, text, now);
    conversation.messages.push(message);
    if (who === "agent") conversation.waitingSince = null;
    if (who === "buyer") {
      conversation.waitingSince ??= now;
      if (conversation !== this.active) conversation.unread += 1;
    }
    this.tell("said", { conversation, message });
  }

  /** The buyer paid an order. */
  pay(key: string, number: string, status: string): void {
    const conversation = this.find(key);
    const order = conversation?.orders.find((one) => one.number === number);
    if (!conversation || !order) return;
    order.status = status;
    order.closesAt = null;
    this.tell("ordered", conversation);
  }

  private tell<K extends keyof Changes>(what: K, change: Changes[K]): void {
    for (const listener of this.listeners[what]) listener(change);
  }

  private message(who: Who, text: string, at: number): Message {
    this.count += 1;
    return { id: `m-${String(this.count).padStart(4, "0")}`, who, text, at };
  }

  private opened(file: ConversationOnFile, now: number): Conversation {
    const minutes = (n: number) => Math.round(n * 60_000);
    return {
      key: file.key,
      buyer: file.buyer,
      tags: file.tags,
      returning: file.returning ?? false,
      offline: file.offline ?? false,
      unread: file.unread,
      waitingSince: file.waited === null ? null : now - file.waited * 1000,
      messages: file.messages.map((m) => this.message(m.who, m.text, now - minutes(m.ago))),
      orders: file.orders.map(({ created, closes, track, ...order }) => ({
        ...order,
        createdAt: now - minutes(created),
        closesAt: closes === undefined ? null : now + minutes(closes),
        track: (track ?? []).map(({ ago, text }) => ({ at: now - minutes(ago), text })),
      })),
      reactions: [...file.reactions],
      otherwise: [...file.otherwise],
      draft: "",
    };
  }
}
