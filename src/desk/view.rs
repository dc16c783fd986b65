//! What the panel shows: one value, drawn by whoever has a screen.
//!
//! A view holds facts and keys, not sentences: the interface's words are the
//! panel's, in its own language. Texts from the page, from packs and from
//! replies are here as they are, and are only ever drawn as text.

use crate::desk::Language;
use crate::desk::wire::{Mark, Placement};

/// Everything on the panel.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// The language of the interface, and of the marks' sentences.
    pub language: Language,
    /// The state of the check, for the bar.
    pub check: CheckState,
    /// The buyer who has waited longest on screen.
    pub waiting: Option<Waiting>,
    /// The draft's findings, in text order.
    pub marks: Vec<Mark>,
    /// Which of [`marks`](Self::marks) the agent is looking at.
    pub current: Option<usize>,
    /// How many findings "fix all" would settle.
    pub fixable: usize,
    /// The draft whose sending was held, if any.
    pub held: Option<Held>,
    /// The reminder that is due first, offered under *now*.
    pub due: Option<OrderRow>,
    /// Which list is open.
    pub tab: Tab,
    /// The words in the search box.
    pub query: String,
    /// The replies that match, best first.
    pub replies: Vec<ReplyRow>,
    /// Which reply the arrow keys are on.
    pub chosen: usize,
    /// The orders seen on the page.
    pub orders: Vec<OrderRow>,
    /// The number of the order whose values fill in a reply's fields: the only
    /// one on the page, or the one that the agent chose.
    pub order: Option<String>,
    /// The form that asks for missing fields before a reply is inserted.
    pub form: Option<FieldForm>,
    /// What has just happened, until the next thing happens.
    pub notice: Option<Notice>,
    /// Where the panel is.
    pub placement: Placement,
    /// Whether the settings are open.
    pub settings: bool,
    /// Whether the page is dark.
    pub dark: bool,
    /// How many sends were released with a reason since the page opened.
    pub overrides: usize,
    /// Those releases, newest first. They live as long as the page.
    pub notes: Vec<Note>,
}

/// A send that was released with a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Milliseconds since the epoch.
    pub at: u64,
    /// What was sent.
    pub words: String,
    /// Why, as the agent gave it.
    pub reason: String,
}

/// The state of the check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CheckState {
    /// Waiting for the page.
    #[default]
    Starting,
    /// Every change is checked.
    On,
    /// The agent paused it.
    Paused,
    /// There is no composer on the page yet.
    NoComposer,
}

/// A buyer who waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The buyer's name as shown.
    pub buyer: String,
    /// Milliseconds since the epoch when the wait began.
    pub since: u64,
}

/// A draft whose sending is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The text.
    pub text: String,
    /// Whether the panel is asking why to send it anyway.
    pub asking_reason: bool,
}

/// The lists of the panel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// Quick replies.
    #[default]
    Replies,
    /// Orders.
    Orders,
    /// Notes: what was released with which reason.
    Notes,
}

/// A reply in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyRow {
    /// The reply's id.
    pub id: String,
    /// Its title, in the draft's script.
    pub title: String,
    /// Character ranges of the title that matched, as `(start, end)` in `char`s.
    pub title_hits: Vec<(usize, usize)>,
    /// Its folder.
    pub folder: String,
    /// The text as it would be inserted now; open fields stand as `{name}`.
    pub body: String,
    /// Character ranges of the body that matched, as `(start, end)` in `char`s.
    pub body_hits: Vec<(usize, usize)>,
    /// The fields that have no value yet.
    pub missing: Vec<String>,
}

/// An order in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// The order number.
    pub number: String,
    /// What the status words mean.
    pub status: crate::order::Status,
    /// The status as the page words it.
    pub status_text: String,
    /// The item.
    pub item: String,
    /// The amount as the page shows it.
    pub amount: String,
    /// When it was placed, as the page shows it.
    pub created: String,
    /// When it closes, as the page shows it.
    pub closes: String,
    /// How often this order was reminded from here.
    pub reminded: usize,
    /// The reminder, ready to insert; empty for an order not to be reminded.
    pub reminder: String,
    /// The fields that keep the reminder from being inserted.
    pub missing: Vec<String>,
}

/// A small form: one line for each missing field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldForm {
    /// The reply that is to be inserted.
    pub reply: String,
    /// Its title.
    pub title: String,
    /// The fields, with what was entered so far.
    pub fields: Vec<(String, String)>,
}

impl FieldForm {
    /// The place of the first field that is still empty, where the typing goes
    /// on; the first of all when none is.
    pub fn first_empty(&self) -> usize {
        self.fields.iter().position(|(_, value)| value.trim().is_empty()).unwrap_or(0)
    }
}

/// What has just happened, in a word; the panel says it in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The text stands in the composer.
    Inserted,
    /// The rewrite stands in the composer; this many findings are settled.
    Rewritten(usize),
    /// The reminder stands in the composer.
    ReminderWritten,
    /// The composer did not take the text: the draft is as it was, the text
    /// is on the clipboard.
    Copied,
    /// The draft changed meanwhile; nothing was written.
    TextChanged,
    /// There is no composer to write to; the text is on the clipboard.
    NoComposer,
    /// The reply cannot be inserted: these fields have no value.
    Missing(Vec<String>),
    /// A send was released with this reason.
    Released(String),
    /// Nothing in the draft to rewrite.
    NothingToFix,
    /// No order on the page is waiting for payment.
    NothingDue,
    /// The page shows no conversation, so there is nobody to remind.
    NoBuyer,
}
