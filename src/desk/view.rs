//! What the panel shows: one value, drawn by whoever has a screen.
//!
//! A view holds facts and keys, not sentences: the interface's words are the
//! panel's, in its own language. Texts from the page, from packs and from
//! replies are here as they are, and are only ever drawn as text.

use std::rc::Rc;

use crate::day::Day;
use crate::desk::wire::{Mark, Placement};
use crate::desk::{Language, Unkept};
use crate::order::{Cause, Decision, Mark as OrderMark, Reason, Tone};
use crate::pack::Problem;
use crate::promise::{Offer, Promise};
use crate::reply::{Did, Known, Plan, Refusal, Reply};
use crate::text::Script;

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
    /// The replies that match, best first, as far as they are shown.
    pub replies: Vec<ReplyRow>,
    /// How many more match.
    pub more: usize,
    /// The folders of all replies that may be said here, and how many are in each.
    pub folders: Vec<(String, usize)>,
    /// How many replies are not offered here today.
    pub away: usize,
    /// Whether only those are listed.
    pub only_away: bool,
    /// The consoles that are known: this one, and those that replies are for.
    pub platforms: Vec<String>,
    /// The replies that end within three days, the next to end first.
    pub ending: Vec<Ending>,
    /// The editor of a reply, if it is open.
    pub editor: Option<Editor>,
    /// What an import would do, if one is being looked at.
    pub plan: Option<Plan>,
    /// What the replies are called that the plan names by their ids.
    pub plan_names: Vec<(String, String)>,
    /// The recycle bin, newest first, if it is open.
    pub bin: Option<Vec<BinRow>>,
    /// What can be undone in the library.
    pub undo: Option<Did>,
    /// How many records could not be kept so far.
    pub unkept: usize,
    /// Records that could not be read: what is wrong with them and where they
    /// are now.
    pub aside: Vec<Problem>,
    /// Which reply the arrow keys are on.
    pub chosen: usize,
    /// The orders seen on the page.
    pub orders: Vec<OrderRow>,
    /// All orders that are known, by what is to be done about them.
    pub board: Rc<Board>,
    /// What the day asks to be looked after.
    pub daily: Rc<Daily>,
    /// What becomes due while nobody looks; nothing can be said about that before
    /// what is kept was read.
    pub watch: Option<Rc<Watch>>,
    /// The buyer on screen, as the page names it.
    pub conversation: String,
    /// How reminders sound.
    pub tone: Tone,
    /// What the message just sent promises, offered to be noted.
    pub offer: Option<Offer>,
    /// The promises that are not kept yet, those that are to be kept first first.
    pub promises: Vec<Promise>,
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// The fields whose value was seen too long ago.
    pub stale: Vec<String>,
    /// The values of the page that stand in the body: where each stands there
    /// and when it was seen.
    pub from: Vec<(String, Known)>,
    /// What is typed to find it.
    pub abbreviation: String,
    /// Whether it is the agent's own, and can be changed.
    pub own: bool,
    /// The day on which its words were last changed.
    pub updated: Option<Day>,
    /// The last day on which it may be said.
    pub until: Option<Day>,
    /// How often it was used.
    pub uses: u32,
    /// Why it cannot be inserted here today, if it cannot.
    pub away: Option<Away>,
}

/// Why a reply is not offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Away {
    /// This was its last day.
    Ended(Day),
    /// This will be its first day.
    NotYet(Day),
    /// It is for these consoles only.
    Elsewhere(Vec<String>),
    /// The agent has hidden it.
    Hidden,
}

/// A reply that ends soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The reply's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// In how many days; 0 is today.
    pub days: i32,
}

/// The editor of a reply.
#[derive(Debug, Clone, PartialEq)]
pub struct Editor {
    /// The reply as it reads now; an empty id for a new one.
    pub reply: Reply,
    /// Whether saving it changes one of the agent's own replies; otherwise it
    /// makes one.
    pub own: bool,
    /// What the check finds in the body, by script.
    pub marks: Vec<(Script, Mark)>,
    /// Braces in the body that are no fields.
    pub strays: Vec<String>,
    /// Whether saving was asked for and something would be held: the next time
    /// it is saved all the same.
    pub asked: bool,
    /// Whether it has words that are not saved.
    pub unsaved: bool,
    /// Whether closing it was asked for with such words: the next time they go.
    pub leaving: bool,
}

/// A reply in the recycle bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinRow {
    /// Its key in the bin.
    pub entry: String,
    /// Its title.
    pub title: String,
    /// Its folder.
    pub folder: String,
    /// What it says.
    pub body: String,
    /// When it was thrown away, in milliseconds since the epoch.
    pub deleted: u64,
}

/// The orders by what is to be done about them. A long list shows its beginning;
/// the counts are of all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// Which of them are shown.
    pub filter: Filter,
    /// To be reminded now; what is most at stake first.
    pub due: Vec<OrderRow>,
    /// To be decided later; what comes first first.
    pub later: Vec<OrderRow>,
    /// Not to be reminded.
    pub never: Vec<OrderRow>,
    /// Paid after a reminder from here, the newest first.
    pub paid: Vec<OrderRow>,
    /// How many are in each of the four.
    pub counts: [usize; 4],
    /// Buyers who asked and have not ordered.
    pub asked: Vec<AskedRow>,
    /// When the next of those that wait is to be decided, in milliseconds since
    /// the epoch: an alarm is worth setting for then.
    pub next: Option<u64>,
}

/// The day's check list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Daily {
    /// How many orders are to be reminded now, whatever the board's filter.
    pub due: usize,
    /// The numbers of orders that somebody should look after.
    pub abnormal: Vec<String>,
    /// The names of buyers who wait for an answer.
    pub unanswered: Vec<String>,
    /// The words of promises that are to be kept before midnight.
    pub promised: Vec<String>,
}

/// What becomes due, for who reminds the agent while no panel looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watch {
    /// What tells each apart, and when it is due in milliseconds since the epoch
    /// (0 for now); the next first.
    pub items: Vec<(String, u64)>,
    /// The quiet hours: the minute of the day at which they begin, and that at
    /// which they end.
    pub quiet: (u32, u32),
}

/// Which orders the board shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those of the buyer on screen.
    Here,
    /// Those that nobody was reminded of yet.
    Fresh,
}

/// A buyer who asked and has not ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedRow {
    /// What tells the buyer apart; goes back in the agent's marks.
    pub id: String,
    /// The buyer's name as shown.
    pub buyer: String,
    /// The beginning of what was said last.
    pub preview: String,
    /// What is to be done.
    pub decision: Decision,
    /// Why; the reason that decides stands first.
    pub reasons: Vec<Reason>,
    /// How many follow-ups were sent.
    pub sent: usize,
    /// Whether this buyer's conversation is on screen.
    pub here: bool,
    /// The words, ready to insert.
    pub words: String,
}

/// An order in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// The order number.
    pub number: String,
    /// The buyer's name as shown; empty if nobody knows whose it is.
    pub buyer: String,
    /// Whether this buyer's conversation is on screen: only then is a reminder
    /// written.
    pub here: bool,
    /// What is to be done about it; none if it is not on the board.
    pub decision: Option<Decision>,
    /// Why; the reason that decides stands first, hints last.
    pub reasons: Vec<Reason>,
    /// When it closes, in milliseconds since the epoch.
    pub closes_at: Option<u64>,
    /// Why it is unpaid.
    pub cause: Cause,
    /// What the agent says about it.
    pub mark: Option<OrderMark>,
    /// How many minutes after its last reminder it was seen to be paid.
    pub paid_after: Option<u32>,
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
    pub fields: Vec<FormField>,
    /// The fields that the page fills in, with where their values stand there.
    pub known: Vec<(String, Known)>,
}

/// One line of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormField {
    /// The field's name.
    pub name: String,
    /// What was entered or chosen so far.
    pub value: String,
    /// What can be chosen; empty for anything.
    pub choices: Vec<String>,
}

impl FieldForm {
    /// The place of the first field that is still empty, where the typing goes
    /// on; the first of all when none is.
    pub fn first_empty(&self) -> usize {
        self.fields.iter().position(|field| field.value.trim().is_empty()).unwrap_or(0)
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
    /// Another conversation came on screen meanwhile; nothing was written.
    OtherConversation,
    /// There is no composer to write to; the text is on the clipboard.
    NoComposer,
    /// The reply cannot be inserted: these fields have no value.
    Missing(Vec<String>),
    /// It cannot be inserted: the values of these fields were seen too long ago,
    /// or beside another conversation. The page is asked for them again.
    Stale(Vec<(String, Known)>),
    /// It cannot be inserted: there are no replies with these ids to take in.
    Broken(Vec<String>),
    /// It is not offered, and why.
    NotOffered(Away),
    /// It has these braces that are no fields: asked for again, it is inserted as
    /// it stands.
    Strays(Vec<String>),
    /// The editor has words that are not saved: closed again, they go.
    Unsaved,
    /// Replies stand by how well they match; where one would be moved to is not
    /// seen.
    NotWhileSearching,
    /// The library was changed like this.
    Changed(Did),
    /// The change was undone.
    Undone(Did),
    /// The library cannot be changed like that.
    Refused(Refusal),
    /// The words have findings that the check would hold; saving again saves
    /// them.
    Unfitting,
    /// What was changed could not be kept, and why; it is still here.
    NotKept(Unkept),
    /// A send was released with this reason.
    Released(String),
    /// Nothing in the draft to rewrite.
    NothingToFix,
    /// No order is waiting for a reminder.
    NothingDue,
    /// The order is of another buyer than the one on screen: of this one.
    OtherBuyer(String),
    /// It is not to be reminded now, and why.
    NotNow(Reason),
    /// That is not how this limit is written: its name.
    NoLimit(String),
    /// The page shows no conversation, so there is nobody to remind.
    NoBuyer,
}
