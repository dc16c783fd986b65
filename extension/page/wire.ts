// The messages between the page and the panel.
// Generated from src/desk/wire.rs by `cargo xtask types`; not edited by hand.
// A key is never missing: what may be absent is null.

/** What the page tells the panel. */
export type FromPage = { "type": "hello",
  /** The adapter's id, such as `sandbox`. */
  site: string,
  /** The page's host name; preferences are kept by it. */
  host: string,
  /** The browser's languages, most wanted first (BCP 47). */
  languages: Array<string>,
  /** Whether the page itself is dark. */
  dark: boolean }
  | { "type": "draft",
  /** The state of the text. */
  revision: number,
  /** The whole text, as the buyer would receive it. */
  text: string,
  /** Where the caret is. */
  caret: number }
  | { "type": "caret",
  /** The state of the text. */
  revision: number,
  /** Where the caret is. */
  caret: number }
  | { "type": "focus",
  /** Whether it has the focus now. */
  focused: boolean }
  | { "type": "ask",
  /** What was asked for. */
  ask: Ask }
  | { "type": "held",
  /** The text that was about to be sent. */
  text: string }
  | { "type": "sent",
  /** The text that was sent. */
  text: string }
  | { "type": "wrote",
  /** The write's number. */
  id: number,
  /** What was read back. */
  outcome: WriteOutcome }
  | { "type": "conversation",
  /** The conversation. */
  conversation: SeenConversation }
  | { "type": "orders",
  /** The order cards, in page order. */
  cards: Array<SeenOrder> }
  | { "type": "rows",
  /** The rows on screen, from the top. */
  rows: Array<SeenRow> }
  | { "type": "placed",
  /** Where it is now. */
  placement: Placement }
  | { "type": "theme",
  /** Whether the page is dark. */
  dark: boolean };

/** What the panel tells the page. */
export type ToPage = { "type": "ready" }
  | { "type": "verdict",
  /** The state of the text that this is about. */
  revision: number,
  /** Everything to underline, in text order. */
  marks: Array<Mark>,
  /** Which mark's card to show at the caret, if any. */
  card: number | null,
  /** Whether a send gesture on this text is to be held. */
  block: boolean }
  | { "type": "write",
  /** The write's number; comes back in [`FromPage::Wrote`]. */
  id: number,
  /**
   * The key of the conversation that it is for. If another one is on screen,
   * nothing is written.
   */
  conversation: string,
  /**
   * The text that the offsets are about. If the composer holds another
   * text, nothing is written.
   */
  before: string,
  /** Where the replaced range starts. */
  start: number,
  /** Where it ends; equal to `start` for an insertion. */
  end: number,
  /** What replaces it. */
  text: string,
  /** Where the caret goes, counted in the new text. */
  caret: number }
  | { "type": "list",
  /** The list; none closes it. */
  list: List | null }
  | { "type": "look" }
  | { "type": "release",
  /** The text. */
  text: string }
  | { "type": "copy",
  /** The text. */
  text: string }
  | { "type": "focus-composer" }
  | { "type": "focus-panel" }
  | { "type": "place",
  /** Where. */
  placement: Placement }
  | { "type": "drag",
  /** Where in the panel the pointer is, in CSS pixels from its left. */
  x: number,
  /** From its top. */
  y: number }
  | { "type": "pause",
  /** Whether it is paused. */
  paused: boolean };

/** A request by key or click, from the page or from the panel. */
export type Ask = { "what": "take-rewrite",
  /** Which mark of the last verdict. */
  mark: number | null,
  /** Which of its rewrites. */
  rewrite: number }
  | { "what": "fix-all" }
  | { "what": "ignore",
  /** Which mark of the last verdict. */
  mark: number }
  | { "what": "send-anyway" }
  | { "what": "focus-panel" }
  | { "what": "insert-reply",
  /** The place in the list as it is shown. */
  place: number }
  | { "what": "move-list",
  /** How many rows down; up if negative. */
  rows: number }
  | { "what": "take-listed",
  /** Which row; none for the chosen one. */
  place: number | null }
  | { "what": "close-list" }
  | { "what": "add-reply" }
  | { "what": "write-reminder" }
  | { "what": "fold",
  /** Whether it is to be folded. */
  folded: boolean };

/** The side of the window that the panel is docked to. */
export type Dock = "left" | "right" | "float";

/** How grave a finding is. */
export type Level = "tip" | "warn" | "block";

/** The replies that what is typed at the caret finds. */
export type List = {
  /** The state of the text that this is about. */
  revision: number,
  /** Where what was typed starts; the list hangs there. */
  start: number,
  /** Where it ends. */
  end: number,
  /** The replies, best first; empty if what was typed finds none. */
  rows: Array<ListRow>,
  /**
   * The row that Enter takes. While nothing is chosen, Enter is not the
   * list's; an arrow key chooses, unless there are no rows.
   */
  chosen: number | null };

/** A reply in the list at the caret. */
export type ListRow = {
  /** Its title. */
  title: string,
  /** The ranges of the title that matched. */
  titleHits: Array<[number, number]>,
  /** Its folder. */
  folder: string,
  /** What is typed to find it. */
  abbreviation: string,
  /** The first line of what it says, from the first match on if that is late. */
  body: string,
  /** The ranges of that line that matched. */
  bodyHits: Array<[number, number]>,
  /** Whether it is asked for something before it is inserted. */
  asks: boolean };

/** A finding as the page shows it: a range to underline and a card. */
export type Mark = {
  /** Where the words start. */
  start: number,
  /** Where they end. */
  end: number,
  /** How grave it is. */
  level: Level,
  /** The words found. */
  found: string,
  /** One line: why, in the interface's language. */
  why: string,
  /** Where the rule comes from, short: `售前手册 三(5)`. */
  source: string,
  /**
   * What could stand there instead, best first; an empty one means leaving
   * the words out. A rewrite may reach further than `found`, up to the whole
   * sentence: only the panel, asked by [`Ask::TakeRewrite`], knows its range.
   */
  rewrites: Array<string> };

/** Where the panel is. */
export type Placement = {
  /** Which side it is docked to, or floating. */
  dock: Dock,
  /** Left edge when floating, in CSS pixels of the window. */
  x: number,
  /** Top edge when floating. */
  y: number,
  /** Whether it is folded to a tab. */
  folded: boolean };

/** The conversation that the page shows. */
export type SeenConversation = {
  /** What tells conversations apart on this console; names collide. */
  key: string,
  /** The buyer's name as shown, often masked. */
  buyer: string,
  /** The messages on screen, oldest first. */
  messages: Array<SeenMessage> };

/** One message that the page shows. */
export type SeenMessage = {
  /** The console's own id of the message, if it has one. */
  id: string | null,
  /** Who wrote it. */
  who: Who,
  /** What it says. */
  text: string,
  /** When it was written, as the page words it; empty where it does not. */
  time: string };

/**
 * An order card as the page shows it. Every value is the page's own text;
 * what it means is for [`crate::order`] to say.
 */
export type SeenOrder = {
  /** The order number. */
  number: string,
  /**
   * The buyer's name on the card itself; empty where the card shows none and
   * is of the conversation beside it.
   */
  buyer: string,
  /** The status words. */
  status: string,
  /** The item's name. */
  item: string,
  /** The amount, currency sign included. */
  amount: string,
  /** When it was placed. */
  created: string,
  /** When it closes, or how long until then. */
  closes: string,
  /** The number of its parcel. */
  tracking: string };

/** A row of the conversation list. Every value is the page's own text. */
export type SeenRow = {
  /** What tells conversations apart on this console. */
  key: string,
  /** The buyer's name as shown. */
  buyer: string,
  /** The beginning of the last message. */
  preview: string,
  /** When that was, as the page words it. */
  time: string,
  /** Whether the buyer waits for an answer; none if the page does not tell. */
  waiting: boolean | null,
  /** Whether the buyer is online; none if the page does not tell. */
  online: boolean | null };

/** Who wrote a message. */
export type Who = "buyer" | "agent" | "bot" | "system";

/** What became of a write. */
export type WriteOutcome = "arrived" | "text-changed" | "other-conversation" | "refused" | "no-composer";
