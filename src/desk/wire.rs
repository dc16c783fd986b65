//! The messages between the page and the panel, defined once.
//!
//! The page side is TypeScript; its types (`extension/page/wire.ts`) are
//! generated from these and checked for drift by `tests/wire.rs`. The page
//! knows the DOM and decides nothing: it says what it sees, and does what it
//! is told. Offsets count UTF-16 code units of the composer's text.
//!
//! # The shape in JavaScript
//!
//! A message is a plain object with serde's shape, tagged by `type` (an [`Ask`]
//! by `what`). Every number is a JavaScript `number`, never a `bigint`: no
//! message holds anything wider than 32 bits or a float. What may be absent is
//! written as `null`, in both directions, so that every key is always there.
//! The panel therefore serializes with
//! `serde_wasm_bindgen::Serializer::json_compatible()` (the default would write
//! `undefined`); reading takes `null`, `undefined` and a missing key alike.
//!
//! A message that does not parse is dropped by the panel: the page's side may be
//! older than the panel for as long as an update takes.

use serde::{Deserialize, Serialize};
#[cfg(feature = "wire")]
use ts_rs::TS;

use super::said::{Asked, Said};
use crate::record::Value;
use crate::rule::Level;
use crate::site::{Count, Part, SeenElement, Slot, Tried};

/// Counts the states of a composer's text. The page raises it with every
/// change, so that an answer can be matched with exactly the text it is about.
pub type Revision = u32;

/// What the page tells the panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[serde(try_from = "Said")]
pub enum FromPage {
    /// The first message on a new port.
    Hello {
        /// The adapter's id, such as `sandbox`.
        site: String,
        /// The page's host name; preferences are kept by it.
        host: String,
        /// The browser's languages, most wanted first (BCP 47).
        languages: Vec<String>,
        /// Whether the page itself is dark.
        dark: bool,
    },
    /// The composer's text changed (never sent while an IME is composing), or a
    /// composer was found, empty as it may be.
    Draft {
        /// The state of the text.
        revision: Revision,
        /// The whole text, as the buyer would receive it.
        text: String,
        /// Where the caret is.
        caret: u32,
    },
    /// The caret moved; the text did not change.
    Caret {
        /// The state of the text.
        revision: Revision,
        /// Where the caret is.
        caret: u32,
    },
    /// The composer gained or lost the focus.
    Focus {
        /// Whether it has the focus now.
        focused: bool,
    },
    /// A trusted key or click asked for something.
    Ask {
        /// What was asked for.
        ask: Ask,
    },
    /// A send gesture was held back, because the last verdict on exactly this
    /// text has a finding that blocks.
    Held {
        /// The text that was about to be sent.
        text: String,
    },
    /// A message went out on the agent's own gesture.
    Sent {
        /// The text that was sent.
        text: String,
    },
    /// What became of a [`ToPage::Write`].
    Wrote {
        /// The write's number.
        id: u32,
        /// What was read back.
        outcome: WriteOutcome,
    },
    /// The conversation on screen, whenever it changes.
    Conversation {
        /// The conversation.
        conversation: SeenConversation,
    },
    /// The orders on screen, whenever they change; an empty list when the
    /// order panel is not there.
    Orders {
        /// The order cards, in page order.
        cards: Vec<SeenOrder>,
    },
    /// The rows of the conversation list, whenever they change; an empty list
    /// when the console has none.
    Rows {
        /// The rows on screen, from the top.
        rows: Vec<SeenRow>,
    },
    /// The agent moved or folded the panel by its handle.
    Placed {
        /// Where it is now.
        placement: Placement,
    },
    /// The page became dark or light.
    Theme {
        /// Whether the page is dark.
        dark: bool,
    },
    /// What the adapter finds on the page, which has come to rest.
    Measured {
        /// What was counted of each slot that it has.
        counts: Vec<Count>,
        /// Whether the agent typed into a text box while no composer was known.
        typed: bool,
    },
    /// What the agent pointed at, as [`ToPage::Point`] asked.
    Pointed {
        /// What was asked for.
        part: Part,
        /// The element; none if the agent wants none.
        element: Option<SeenElement>,
    },
    /// What the selectors of a [`ToPage::Try`] found.
    Tried {
        /// The slot.
        slot: Slot,
        /// What each found, in the same order.
        tried: Vec<Tried>,
    },
    /// The agent's own adapter took too long on this page; it is not used any more.
    TooSlow,
}

/// What the panel tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ToPage {
    /// The panel can check. Sent once, after [`FromPage::Hello`] was handled.
    Ready,
    /// The verdict on one state of the text.
    Verdict {
        /// The state of the text that this is about.
        revision: Revision,
        /// Everything to underline, in text order.
        marks: Vec<Mark>,
        /// Which mark's card to show at the caret, if any.
        card: Option<u32>,
        /// Whether a send gesture on this text is to be held.
        block: bool,
    },
    /// Replace a range of the composer's text, verified by reading back.
    Write {
        /// The write's number; comes back in [`FromPage::Wrote`].
        id: u32,
        /// The key of the conversation that it is for. If another one is on screen,
        /// nothing is written.
        conversation: String,
        /// The text that the offsets are about. If the composer holds another
        /// text, nothing is written.
        before: String,
        /// Where the replaced range starts.
        start: u32,
        /// Where it ends; equal to `start` for an insertion.
        end: u32,
        /// What replaces it.
        text: String,
        /// Where the caret goes, counted in the new text.
        caret: u32,
    },
    /// Show the replies that what is typed at the caret finds, beside that place;
    /// or show them no more.
    List {
        /// The list; none closes it.
        list: Option<List>,
    },
    /// Look at the conversation and the orders anew and say what is there, also
    /// if it is what was said before.
    Look,
    /// Let exactly this text go: the agent chose to send it anyway. The page
    /// releases the gesture that it held, if the composer still holds the text.
    Release {
        /// The text.
        text: String,
    },
    /// Put the text on the clipboard.
    Copy {
        /// The text.
        text: String,
    },
    /// Give the focus back to the composer, caret where it was.
    FocusComposer,
    /// Give the focus to the panel's frame, which only the page can do; the panel
    /// then moves it to where something is asked.
    FocusPanel,
    /// Put the panel there.
    Place {
        /// Where.
        placement: Placement,
    },
    /// The agent pressed the panel's handle: follow the pointer until it is
    /// let go, then answer with [`FromPage::Placed`].
    Drag {
        /// Where in the panel the pointer is, in CSS pixels from its left.
        x: f64,
        /// From its top.
        y: f64,
    },
    /// The check was paused or goes on. While paused there are no underlines, no list
    /// and nothing is held.
    Pause {
        /// The pause; none while the check goes on.
        paused: Option<Paused>,
    },
    /// This adapter lies over what is known of the page: the slots that it has
    /// count. It was held against the format.
    Adapter {
        /// The adapter, as its file has it; none for none.
        #[cfg_attr(feature = "wire", ts(type = "unknown"))]
        own: Option<Value>,
    },
    /// Let the agent point at something, and answer with [`FromPage::Pointed`].
    Point {
        /// At what; none ends it without an answer.
        part: Option<Part>,
    },
    /// Look what each of these selectors finds, and answer with [`FromPage::Tried`].
    Try {
        /// For which slot.
        slot: Slot,
        /// The selectors.
        places: Vec<String>,
        /// The numbers of the elements that are to be among what is found.
        hold: Vec<u32>,
        /// The frames in which they are looked for.
        frames: Vec<String>,
        /// The hosts of the shadow roots.
        shadow: Vec<String>,
    },
    /// Show which elements a slot finds, or show them no more.
    Outline {
        /// The slot.
        slot: Option<Slot>,
    },
}

/// A request by key or click, from the page or from the panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[serde(try_from = "Asked")]
pub enum Ask {
    /// Take a rewrite. Without a mark: of the shown card, else of the first
    /// mark that has one. A mark's number is about the last verdict, so the page
    /// gives one only while that verdict is about the composer's present text.
    TakeRewrite {
        /// Which mark of the last verdict.
        mark: Option<u32>,
        /// Which of its rewrites.
        rewrite: u32,
    },
    /// Take the first rewrite of everything that has one.
    FixAll,
    /// Leave a warning or a tip as it is, for this draft.
    Ignore {
        /// Which mark of the last verdict.
        mark: u32,
    },
    /// Send the held text anyway; the panel asks for the reason.
    SendAnyway,
    /// Focus the panel (or return from it).
    FocusPanel,
    /// Insert the reply at this place of the list, counted from 0.
    InsertReply {
        /// The place in the list as it is shown.
        place: u32,
    },
    /// Move the choice in the list at the caret by this many rows.
    MoveList {
        /// How many rows down; up if negative.
        rows: i32,
    },
    /// Take a reply from the list at the caret: it replaces what was typed.
    TakeListed {
        /// Which row; none for the chosen one.
        place: Option<u32>,
    },
    /// Close the list at the caret.
    CloseList,
    /// Make the draft a reply of the agent's own.
    AddReply,
    /// Write the reminder of the first order that is due.
    WriteReminder,
    /// Fold the panel to a tab, or unfold it.
    Fold {
        /// Whether it is to be folded.
        folded: bool,
    },
    /// Pause the check. Without a span the panel asks for one, or, where the check is
    /// paused already, lets it go on.
    Pause {
        /// For what.
        span: Option<Span>,
    },
    /// Let a paused check go on.
    GoOn,
}

/// What a pause is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// An hour, everywhere.
    Hour,
    /// This site, until the agent goes on.
    Site,
    /// This conversation, whenever it is on screen.
    Conversation,
}

/// A pause that holds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct Paused {
    /// What it is for.
    pub span: Span,
    /// When it ends, in milliseconds since the epoch; none where the agent ends it.
    pub until: Option<f64>,
}

/// A finding as the page shows it: a range to underline and a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Where the words start.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// How grave it is.
    pub level: Level,
    /// The words found.
    pub found: String,
    /// One line: why, in the interface's language.
    pub why: String,
    /// Where the rule comes from, short: `售前手册 三(5)`.
    pub source: String,
    /// What could stand there instead, best first; an empty one means leaving
    /// the words out. A rewrite may reach further than `found`, up to the whole
    /// sentence: only the panel, asked by [`Ask::TakeRewrite`], knows its range.
    pub rewrites: Vec<String>,
}

/// The replies that what is typed at the caret finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct List {
    /// The state of the text that this is about.
    pub revision: Revision,
    /// Where what was typed starts; the list hangs there.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The replies, best first; empty if what was typed finds none.
    pub rows: Vec<ListRow>,
    /// The row that Enter takes. While nothing is chosen, Enter is not the
    /// list's; an arrow key chooses, unless there are no rows.
    pub chosen: Option<u32>,
    /// Whether a space typed now takes a reply as well.
    pub spaces: bool,
    /// Whether Enter closes the list rather than sends: nothing is in the composer but a
    /// search that finds nothing, which nobody means to say to a buyer.
    pub held: bool,
}

/// A reply in the list at the caret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct ListRow {
    /// Its title.
    pub title: String,
    /// The ranges of the title that matched.
    pub title_hits: Vec<(u32, u32)>,
    /// Its folder.
    pub folder: String,
    /// What is typed to find it.
    pub abbreviation: String,
    /// The first line of what it says, from the first match on if that is late.
    pub body: String,
    /// The ranges of that line that matched.
    pub body_hits: Vec<(u32, u32)>,
    /// Whether it is asked for something before it is inserted.
    pub asks: bool,
    /// Whether a value in it was seen too long ago, or beside another conversation.
    pub stale: bool,
}

/// What became of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum WriteOutcome {
    /// It arrived whole.
    Arrived,
    /// The composer held another text; nothing was written.
    TextChanged,
    /// Another conversation is on screen; nothing was written.
    OtherConversation,
    /// The composer did not take it; the draft is as it was.
    Refused,
    /// There is no composer on the page.
    NoComposer,
}

/// The conversation that the page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenConversation {
    /// What tells conversations apart on this console; names collide.
    pub key: String,
    /// The buyer's name as shown, often masked.
    pub buyer: String,
    /// Whether the buyer has bought here before; none if the page does not tell.
    pub returning: Option<bool>,
    /// The messages on screen, oldest first.
    pub messages: Vec<SeenMessage>,
}

/// One message that the page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenMessage {
    /// The console's own id of the message, if it has one.
    pub id: Option<String>,
    /// Who wrote it.
    pub who: Who,
    /// What it says.
    pub text: String,
    /// When it was written, as the page words it; empty where it does not.
    pub time: String,
    /// Whether the other side has read it; none if the page does not tell.
    pub read: Option<bool>,
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The buyer.
    Buyer,
    /// The agent.
    Agent,
    /// An automatic answer of the shop.
    Bot,
    /// The platform.
    System,
}

/// An order card as the page shows it. Every value is the page's own text;
/// what it means is for [`crate::order`] to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenOrder {
    /// The order number.
    pub number: String,
    /// The buyer's name on the card itself; empty where the card shows none and
    /// is of the conversation beside it.
    pub buyer: String,
    /// The status words.
    pub status: String,
    /// The item's name.
    pub item: String,
    /// The amount, currency sign included.
    pub amount: String,
    /// When it was placed.
    pub created: String,
    /// When it closes, or how long until then.
    pub closes: String,
    /// The number of its parcel.
    pub tracking: String,
}

/// A row of the conversation list. Every value is the page's own text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenRow {
    /// What tells conversations apart on this console.
    pub key: String,
    /// The buyer's name as shown.
    pub buyer: String,
    /// The beginning of the last message.
    pub preview: String,
    /// When that was, as the page words it.
    pub time: String,
    /// Whether the buyer waits for an answer; none if the page does not tell.
    pub waiting: Option<bool>,
    /// Whether the buyer is online; none if the page does not tell.
    pub online: Option<bool>,
    /// Whether the buyer has bought here before; none if the page does not tell.
    pub returning: Option<bool>,
}

/// Where the panel is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct Placement {
    /// Which side it is docked to, or floating.
    pub dock: Dock,
    /// Left edge when floating, in CSS pixels of the window.
    pub x: f64,
    /// Top edge when floating.
    pub y: f64,
    /// Whether it is folded to a tab.
    pub folded: bool,
}

impl Default for Placement {
    fn default() -> Self {
        Self { dock: Dock::Right, x: 0.0, y: 0.0, folded: false }
    }
}

/// The side of the window that the panel is docked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum Dock {
    /// The left side.
    Left,
    /// The right side.
    Right,
    /// Not docked.
    Float,
}
