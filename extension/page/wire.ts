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
  dark: boolean }
  | { "type": "measured",
  /** What was counted of each slot that it has. */
  counts: Array<Count>,
  /** Whether the agent typed into a text box while no composer was known. */
  typed: boolean }
  | { "type": "pointed",
  /** What was asked for. */
  part: Part,
  /** The element; none if the agent wants none. */
  element: SeenElement | null }
  | { "type": "tried",
  /** The slot. */
  slot: Slot,
  /** What each found, in the same order. */
  tried: Array<Tried> }
  | { "type": "too-slow" };

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
  /** The pause; none while the check goes on. */
  paused: Paused | null }
  | { "type": "adapter",
  /** The adapter, as its file has it; none for none. */
  own: unknown }
  | { "type": "point",
  /** At what; none ends it without an answer. */
  part: Part | null }
  | { "type": "try",
  /** For which slot. */
  slot: Slot,
  /** The selectors. */
  places: Array<string>,
  /** The numbers of the elements that are to be among what is found. */
  hold: Array<number>,
  /** The frames in which they are looked for. */
  frames: Array<string>,
  /** The hosts of the shadow roots. */
  shadow: Array<string> }
  | { "type": "outline",
  /** The slot. */
  slot: Slot | null };

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
  folded: boolean }
  | { "what": "pause",
  /** For what. */
  span: Span | null }
  | { "what": "go-on" };

/** What was counted of one slot. */
export type Count = {
  /** Which. */
  slot: Slot,
  /** How many elements its places mean. */
  found: number,
  /** How many of them say what they must: a message who wrote it, a card its number. */
  read: number,
  /** How many the adapter expects at least where a conversation is open. */
  least: number,
  /** How many it expects at most; none where it does not say. */
  most: number | null };

/** The side of the window that the panel is docked to. */
export type Dock = "left" | "right" | "float";

/** Where the inside of an element is another tree. */
export type Hop = "frame" | "shadow";

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
  chosen: number | null,
  /** Whether a space typed now takes a reply as well. */
  spaces: boolean,
  /**
   * Whether Enter closes the list rather than sends: nothing is in the composer but a
   * search that finds nothing, which nobody means to say to a buyer.
   */
  held: boolean };

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
  asks: boolean,
  /** Whether a value in it was seen too long ago, or beside another conversation. */
  stale: boolean };

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

/** What the agent is asked to point at. */
export type Part = "composer" | "send" | "buyer" | "theirs" | "own" | "row" | "order";

/** A pause that holds. */
export type Paused = {
  /** What it is for. */
  span: Span,
  /** When it ends, in milliseconds since the epoch; none where the agent ends it. */
  until: number | null };

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

/** An element beside another one. */
export type SeenBrother = {
  /** Its name. */
  name: string,
  /** Its classes. */
  classes: Array<string>,
  /** Its other attributes, by name. */
  attributes: Array<[string, string]> };

/** The conversation that the page shows. */
export type SeenConversation = {
  /** What tells conversations apart on this console; names collide. */
  key: string,
  /** The buyer's name as shown, often masked. */
  buyer: string,
  /** Whether the buyer has bought here before; none if the page does not tell. */
  returning: boolean | null,
  /** The messages on screen, oldest first. */
  messages: Array<SeenMessage> };

/** An element, and what it stands in. */
export type SeenElement = {
  /** The element itself, then what it stands in, outwards. */
  path: Array<SeenNode>,
  /** The words in it, each with the way from its own element up to this one. */
  leaves: Array<SeenLeaf>,
  /** The match patterns of the adapter's page; empty where no adapter is known. */
  matches: Array<string>,
  /** Whether a message can be written in it: a text field, or an editor as a whole. */
  writable: boolean };

/** Words in an element. */
export type SeenLeaf = {
  /**
   * The element that says them, then what it stands in, up to the described one
   * and without it; empty if it says them itself.
   */
  path: Array<SeenNode>,
  /** What it says. */
  text: string };

/** One message that the page shows. */
export type SeenMessage = {
  /** The console's own id of the message, if it has one. */
  id: string | null,
  /** Who wrote it. */
  who: Who,
  /** What it says. */
  text: string,
  /** When it was written, as the page words it; empty where it does not. */
  time: string,
  /** Whether the other side has read it; none if the page does not tell. */
  read: boolean | null };

/** One element of the way. */
export type SeenNode = {
  /** The same number for the same element, as long as the page lives. */
  number: number,
  /** Its name, such as `div`. */
  name: string,
  /** Its id; empty where it has none. */
  id: string,
  /** Its classes. */
  classes: Array<string>,
  /** Its other attributes, by name. */
  attributes: Array<[string, string]>,
  /** Those inline styles by which consoles tell sides apart. */
  styles: Array<[string, string]>,
  /** Its place among its brothers of the same name, from 1. */
  place: number,
  /** Those beside it that are nearest. */
  brothers: Array<SeenBrother>,
  /** What the element before it on the way stands in, if not in itself. */
  hop: Hop | null };

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
  online: boolean | null,
  /** Whether the buyer has bought here before; none if the page does not tell. */
  returning: boolean | null };

/** A part of a console's page that an adapter can name. */
export type Slot = "composer" | "send" | "key" | "buyer" | "messages" | "rows" | "orders";

/** What a pause is for. */
export type Span = "hour" | "site" | "conversation";

/** What a candidate found. */
export type Tried = {
  /** How many elements. */
  found: number,
  /** Whether those that were pointed at are among them. */
  holds: boolean };

/** Who wrote a message. */
export type Who = "buyer" | "agent" | "bot" | "system";

/** What became of a write. */
export type WriteOutcome = "arrived" | "text-changed" | "other-conversation" | "refused" | "no-composer";
