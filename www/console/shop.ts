/**
 * What a console knows when it opens: the shop, its words, its conversations.
 * The shapes of `data/hans.json` and `data/hant.json`; times in them count
 * back from the moment the page opened, so the page is always of today.
 */

export type Who = "buyer" | "agent" | "bot" | "system";

/** A message on file; `ago` counts minutes. */
export interface PastMessage {
  who: Who;
  text: string;
  ago: number;
}

/** An order on file; `created` counts minutes back, `closes` minutes ahead. */
export interface OrderOnFile {
  number: string;
  status: string;
  item: string;
  spec: string;
  amount: string;
  created: number;
  closes?: number;
  /** The carrier and the number of the parcel. */
  tracking?: string;
  /** One character that stands for the product's picture. */
  art: string;
  /** What the carrier reported, newest first. */
  track?: { ago: number; text: string }[];
}

/** What a scripted buyer answers, once, when a sent message has one of the words. */
export interface Reaction {
  when: string[];
  after: number;
  say: string[];
  /** The order that the buyer pays with it. */
  pays?: string;
}

export interface ConversationOnFile {
  key: string;
  buyer: string;
  tags: string[];
  unread: number;
  /** Whether the buyer has bought here before. */
  returning?: boolean;
  /** Whether the buyer is offline. */
  offline?: boolean;
  /** Seconds that the buyer has waited, or null when answered. */
  waited: number | null;
  messages: PastMessage[];
  orders: OrderOnFile[];
  reactions: Reaction[];
  /** Said in turn when no reaction fits; then the buyer is silent. */
  otherwise: string[];
}

export interface Words {
  sandbox: string;
  sandboxNote: string;
  variants: string;
  training: string;
  plain: string;
  strict: string;
  editable: string;
  frame: string;
  online: string;
  open: string;
  answered: string;
  buyerOrders: string;
  shopOrders: string;
  orders: string;
  noOrders: string;
  number: string;
  created: string;
  closes: string;
  tracking: string;
  left: string;
  track: string;
  placeholder: string;
  send: string;
  hint: string;
  messages: string;
  today: string;
  bot: string;
  read: string;
  unread: string;
}

export interface Shop {
  language: string;
  shop: string;
  agent: string;
  figures: { name: string; value: string }[];
  words: Words;
  conversations: ConversationOnFile[];
  /** Messages that come in by themselves, `after` seconds from the start. */
  arrivals: { after: number; key: string; text: string }[];
}

/** The script that the address asks for: `?script=hant`, else Simplified. */
export function askedScript(): "hans" | "hant" {
  return new URLSearchParams(location.search).get("script") === "hant" ? "hant" : "hans";
}

/** Reads the shop of a script from the page's own origin. */
export async function readShop(script: "hans" | "hant"): Promise<Shop> {
  const file = await fetch(`./data/${script}.json`);
  if (!file.ok) throw new Error(`data/${script}.json: ${file.status}`);
  return (await file.json()) as Shop;
}
