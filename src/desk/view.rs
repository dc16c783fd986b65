//! What the panel shows: one value, drawn by whoever has a screen.
//!
//! A view holds facts and keys, not sentences: the interface's words are the
//! panel's, in its own language. Texts from the page, from packs and from
//! replies are here as they are, and are only ever drawn as text.

use std::rc::Rc;

use crate::day::Day;
use crate::desk::sought::Sought;
use crate::desk::wire::{Mark, Placement};
use crate::desk::{Language, Paused, Unkept};
use crate::order::{Cause, Decision, Intake, Kind, Reason, Tone};
use crate::pack::Problem;
use crate::promise::Promise;
use crate::reply::{Broken, Did, Known, Plan, Refusal, Reply};
use crate::rule::Level;
use crate::site::{Fault, Own, Part, Refused, Slot};
use crate::text::Script;

/// Everything on the panel.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// The language of the interface, and of the marks' sentences.
    pub language: Language,
    /// The state of the check, for the bar.
    pub check: CheckState,
    /// The pause that holds here, if one does.
    pub paused: Option<Paused>,
    /// Whether the panel asks for how long to pause.
    pub pausing: bool,
    /// Whether something tells the conversation on screen from others, so that a pause
    /// can be for it.
    pub tells_conversations: bool,
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
    /// How many replies are apart from the others, in each way in which some are.
    pub apart: Vec<(Only, usize)>,
    /// Which of those alone are listed.
    pub only: Option<Only>,
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
    /// What the check finds in the plan's rows that would be taken: the row's place, the
    /// level and the words.
    pub plan_marks: Vec<(usize, Level, String)>,
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
    /// What a message that was sent promises, offered to be noted.
    pub offer: Option<PromiseOffer>,
    /// The promises that are not kept yet, those that are to be kept first first.
    pub promises: Vec<Promise>,
    /// The id of the order whose values fill in a reply's fields: the only one on
    /// the page, or the one that the agent chose.
    pub order: Option<String>,
    /// The limits of reminding, if they are open.
    pub limits: Option<Rc<LimitForm>>,
    /// The form for an order by hand, if it is open.
    pub entry: Option<Rc<EntryForm>>,
    /// What taking in a file of orders would do, if one is being looked at.
    pub intake: Option<Rc<Vec<Intake>>>,
    /// How many orders the last file brought or changed, while that can be undone.
    pub taken: Option<usize>,
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
    /// What the adapter no longer finds on the page.
    pub faults: Vec<Fault>,
    /// What shows where things are found, if it is open.
    pub mend: Option<Rc<Mend>>,
    /// The adapters of the agent's own.
    pub consoles: Rc<Vec<ConsoleRow>>,
    /// What a file would bring, if one is being looked at.
    pub console_plan: Option<ConsolePlan>,
    /// Whether the last change of the own adapters can be undone.
    pub console_undo: bool,
}

/// Where things are found on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mend {
    /// Whether no adapter knows this page.
    pub unknown: bool,
    /// What can be pointed at.
    pub rows: Vec<MendRow>,
    /// What the agent is pointing at on the page.
    pub pointing: Option<Part>,
    /// The slot whose elements are shown on the page.
    pub outlined: Option<Slot>,
    /// Whether there is anything to save.
    pub changed: bool,
}

/// A part of the page that can be pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MendRow {
    /// Which.
    pub part: Part,
    /// The slot that it makes known.
    pub slot: Slot,
    /// Whether it was pointed at.
    pub pointed: bool,
    /// How many are read on the page.
    pub found: usize,
    /// Whether another selector can be tried.
    pub more: bool,
    /// The selector that finds it; empty where it was not pointed at.
    pub place: String,
    /// Whether the buyer's name must be known first.
    pub waits: bool,
    /// Why what was pointed at cannot be taken.
    pub refused: Option<Refused>,
}

/// An adapter of the agent's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsoleRow {
    /// Its id.
    pub id: String,
    /// The console's name.
    pub title: String,
    /// The match patterns of its pages.
    pub matches: Vec<String>,
    /// What it says where to find.
    pub slots: Vec<Slot>,
    /// The keys that it takes for sending, of each page that says so.
    pub keys: Vec<Vec<String>>,
    /// When that was last seen to hold.
    pub seen: String,
}

/// What a file of an adapter would bring.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ConsolePlan {
    /// The adapter, if it can be taken.
    pub row: Option<ConsoleRow>,
    /// Whether it takes another one's place.
    pub replaces: bool,
    /// What is wrong with it, each with its place.
    pub refused: Vec<String>,
    /// The adapter itself.
    pub own: Option<Own>,
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

/// In what way replies are apart from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// They are not offered here today.
    Away,
    /// They are the agent's own, and were neither used nor changed for ninety days.
    Unused,
    /// They say what another one says.
    Twins,
}

impl Only {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Away, Self::Unused, Self::Twins];
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
#[derive(Debug, Clone, Default, PartialEq)]
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
    /// What the body takes in and cannot.
    pub broken: Broken,
    /// What another reply is called that has the same abbreviation.
    pub same_letters: Option<String>,
    /// The script whose words still are what they were while the other's are not:
    /// they are what goes out in that script.
    pub old: Option<Script>,
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
    /// The words that are looked for: what has them is shown.
    pub sought: Sought,
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
    /// How many they are.
    pub asked_count: usize,
    /// When the next of those that wait is to be decided, in milliseconds since
    /// the epoch: an alarm is worth setting for then.
    pub next: Option<u64>,
}

/// A commitment in a message that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseOffer {
    /// The words that commit.
    pub words: String,
    /// By when, in milliseconds since the epoch.
    pub by: u64,
    /// To whom, if that is not the buyer on screen.
    pub buyer: Option<String>,
}

/// The day's check list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Daily {
    /// How many orders are to be reminded now, whatever the board's filter.
    pub due: usize,
    /// How many orders somebody should look after, how many buyers wait for an answer,
    /// and how many promises are to be kept before midnight.
    pub counts: [usize; 3],
    /// Each of them, in this order. A long list shows its beginning.
    pub rows: Vec<ErrandRow>,
}

/// A row of the day's check list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrandRow {
    /// What it is about.
    pub errand: Errand,
    /// The buyer's name as shown; empty if nobody knows.
    pub buyer: String,
    /// Whether that buyer's conversation is on screen.
    pub here: bool,
}

/// What somebody should look after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// An order that is not in order.
    Order {
        /// Its id.
        id: String,
        /// The item, else the number.
        title: String,
        /// What is not in order.
        odd: Odd,
    },
    /// A buyer who waits for an answer.
    Buyer {
        /// What tells the buyer apart.
        id: String,
        /// The last words, if the list of conversations shows them.
        said: String,
    },
    /// A promise that is to be kept today.
    Promise {
        /// Its id.
        id: String,
        /// The agent's words.
        words: String,
        /// By when, in milliseconds since the epoch.
        by: u64,
    },
}

/// Why an order is not in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Odd {
    /// The buyer says that it is paid, and the page does not.
    SaysPaid,
    /// The buyer says that paying does not work.
    PaymentFailed,
    /// The buyer complained.
    Complaint,
    /// Money goes back.
    Refunding,
    /// Nobody knows what these status words mean.
    Unknown(String),
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

/// The form for an order by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryForm {
    /// The buyer whose order it will be, as shown: who was on screen when it was opened.
    pub buyer: String,
    /// What was last entered as it cannot be.
    pub wrong: Vec<WrongEntry>,
}

/// What cannot be taken of an order by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongEntry {
    /// The number is none.
    Number,
    /// The page has shown the order with this number.
    Known,
    /// The amount is none, or has no currency.
    Amount,
    /// When it was placed is no moment, or is to come.
    Created,
    /// When it closes is no moment, or has passed.
    Closes,
}

/// The limits of one platform, or of all, to be changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LimitForm {
    /// The platform; empty for all.
    pub platform: String,
    /// The limits, in the order of [`Limits::NAMES`](crate::order::Limits::NAMES).
    pub rows: Vec<LimitRow>,
    /// The limits that were written as they cannot be, until they are written right.
    pub wrong: Vec<String>,
}

/// A limit in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitRow {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// What the agent gave for this platform, as it is written.
    pub own: Option<String>,
    /// What holds where she gives nothing.
    pub usual: String,
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

/// What the agent can say about an order that no page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// What the buyer said was misheard, or does not hold it back.
    Wanted,
    /// The buyer does not want it.
    Declined,
    /// It was paid.
    Paid,
    /// The buyer was reminded of it just now, in another way.
    Reminded,
    /// Not before tomorrow morning.
    Tomorrow,
    /// The buyer is not to be disturbed.
    Alone,
    /// Nothing of this: what was said last is taken back.
    TakeBack,
}

/// An order in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// What tells it apart; goes back in what the agent does about it.
    pub id: String,
    /// The order number.
    pub number: String,
    /// The buyer's name as shown; empty if nobody knows whose it is.
    pub buyer: String,
    /// Its platform, if that is not the one on screen: it is reminded there.
    pub elsewhere: Option<String>,
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
    /// What the agent can say about it now.
    pub say: Vec<Say>,
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
    /// When it closes, as the page shows it; empty where the page counts it down, because
    /// its words would stand still here.
    pub closes: String,
    /// The moment to which the page counts down, in milliseconds since the epoch.
    pub counted_to: Option<u64>,
    /// How often this order was reminded from here.
    pub reminded: usize,
    /// The reminder, ready to insert; empty for an order not to be reminded.
    pub reminder: String,
    /// The fields that keep the reminder from being inserted.
    pub missing: Vec<String>,
}

/// A small form: one line for each missing field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldForm {
    /// The reply that is to be inserted.
    pub reply: String,
    /// Its title.
    pub title: String,
    /// The fields, with what was entered so far.
    pub fields: Vec<FormField>,
    /// The fields that the page fills in, with where their values stand there.
    pub known: Vec<(String, Known)>,
    /// What each of the buyer's orders on screen says of the fields, by their names,
    /// where there are several.
    pub orders: Vec<Vec<(String, String)>>,
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
    /// It stands there already.
    ReminderStands,
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
    /// The reply takes in these, which take in themselves or lie too deep.
    Round(Vec<String>),
    /// It is not offered, and why.
    NotOffered(Away),
    /// It cannot be inserted: these braces in it are no fields.
    Strays(Vec<String>),
    /// The editor has words that are not saved: closed again, they go.
    Unsaved,
    /// Another reply was to be edited, while the editor has words that are not saved.
    StillOpen,
    /// Another conversation came on screen, so the form of the reply with this title
    /// was put away with what was entered in it.
    FormLeft(String),
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
    /// What was chosen is of the conversation of this buyer, which is not on screen.
    TheirConversation(String),
    /// The order is of another buyer of the same name as the one on screen.
    SameName {
        /// Their name.
        buyer: String,
        /// What the other one said last, else the item; empty if nobody knows.
        last: String,
    },
    /// It is not to be reminded now, and why.
    NotNow(Reason),
    /// Nobody knows yet whose the order is.
    NobodysOrder,
    /// The page shows no conversation, so there is nobody to remind.
    NoBuyer,
    /// An adapter of the agent's own is kept.
    AdapterKept,
    /// One was taken away.
    AdapterRemoved,
    /// The last change of the own adapters was undone.
    AdapterUndone,
    /// It cannot be kept: this is wrong with it.
    AdapterRefused(String),
    /// The own adapter took too long on this page.
    AdapterTooSlow,
}
