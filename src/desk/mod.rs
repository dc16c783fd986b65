//! The panel's state machine: an [`Event`] in, [`Effect`]s and a [`View`] out.
//!
//! The desk is where everything that an agent works with meets: the draft and
//! its verdict, the replies, the orders on the page, the held message. It asks
//! the checker, it decides what is shown and what is written, and it touches
//! nothing itself: whoever owns it carries out the effects. No order of events
//! is wrong; what cannot be meant is left undone.
//!
//! - [`wire`] is what the page and the panel say to each other, [`view`] what
//!   the panel draws.
//! - `draft` holds the composer's text and the verdict on it, `guard` the message
//!   that is held, `writing` what was written and has not come back, `standing` the
//!   reminders that were written into a draft and not sent yet.
//! - `replies` and `orders` are the two lists, `caret` the one at the caret, `expand`
//!   an abbreviation with a space behind it, and `catalogue` what can be found in them;
//! - `whose` decides which buyer the cards on the page are of, `listen` hears what is
//!   said in a conversation; `board` is all orders by what is to be done about them,
//!   `asked` the buyers who have not ordered, `promises` what the agent committed to,
//!   `marks` what she says about an order, `sought` what she looks for, `daily` what a day asks to be looked after,
//!   `intake` a file of orders before and after it is taken in, `enter` an order entered
//!   by hand.
//! - `insert` fills a reply in and writes it, `shelf` is the library of replies and
//!   what is kept of it, `spare` says which of them could go.
//! - `console` is where things are found on the page: what the adapter no longer
//!   finds, and the agent's own adapters.
//! - `pauses` are what is kept of pauses, `pausing` whether one holds here and now.
//! - `hear` answers the page, `act` the agent.

mod act;
mod asked;
mod board;
mod caret;
mod catalogue;
mod console;
mod daily;
mod draft;
mod enter;
mod errands;
mod event;
mod expand;
mod guard;
mod hear;
mod insert;
mod intake;
mod language;
mod limits;
mod listen;
mod marks;
mod orders;
mod packs;
mod pauses;
mod pausing;
mod promises;
#[cfg(feature = "toml")]
mod read;
mod replies;
mod said;
mod shelf;
mod sought;
mod spare;
mod splice;
mod standing;
mod stock;
pub mod view;
mod whose;
pub mod wire;
mod writing;

use crate::chat::{self, Waits};
use crate::order::{Order, TakenIn};
use crate::reply::{self, Library};
use crate::text::{Script, script_of};
use crate::zone::Zone;

pub use event::{ConsoleEvent, Effect, Event, FocusTarget, PanelEvent, Preferences, Unkept};
pub use language::Language;
pub use packs::Packs;
pub use pauses::KEY as PAUSES;
pub use pauses::Paused;
pub use sought::Sought;
pub use stock::Stock;
pub use view::View;
use view::{CheckState, Notice, Tab, Waiting};
use wire::{FromPage, SeenConversation, ToPage};

/// Milliseconds since the epoch, as the owner's clock has it.
pub type Millis = u64;

/// One agent's desk beside one page.
pub struct Desk {
    stock: Stock,
    language: Language,
    preferences: Preferences,
    /// How far the page and the panel have got with each other.
    meeting: Meeting,
    dark: bool,
    settings: bool,
    tab: Tab,
    notice: Option<Notice>,
    draft: draft::Draft,
    guard: guard::Guard,
    writes: writing::Writes,
    conversation: SeenConversation,
    waits: Waits,
    /// When the conversation's name was last said, and when it was another one.
    conversation_seen: Millis,
    conversation_since: Millis,
    /// The adapter's id.
    site: String,
    /// The page's host.
    host: String,
    pause: pausing::Pause,
    /// The moment of the last event, and how many minutes the agent's clock is
    /// ahead of UTC.
    now: Millis,
    offset: Option<i32>,
    /// The agent's clock, as far as it was said.
    zone: Zone,
    library: Library,
    shelf: shelf::Shelf,
    catalogue: catalogue::Catalogue,
    replies: replies::ReplyList,
    at_caret: caret::CaretList,
    orders: orders::OrderList,
    asked: asked::Asked,
    promises: promises::PromiseList,
    shown: daily::Shown,
    console: console::Console,
}

/// How far the page and the panel have got with each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Meeting {
    /// The page has said nothing yet.
    #[default]
    Waiting,
    /// The page said hello; its preferences are being fetched.
    Greeted,
    /// The panel said that it is ready; there is no composer yet.
    Ready,
    /// There is a composer.
    Working,
}

impl Desk {
    /// A desk with nothing on it.
    pub fn new(mut stock: Stock) -> Self {
        let library = Library::new(std::mem::take(&mut stock.replies));
        let mut desk = Self {
            stock,
            language: Language::default(),
            preferences: Preferences::default(),
            meeting: Meeting::default(),
            dark: false,
            settings: false,
            tab: Tab::default(),
            notice: None,
            draft: draft::Draft::default(),
            guard: guard::Guard::default(),
            writes: writing::Writes::default(),
            conversation: SeenConversation::default(),
            waits: Waits::default(),
            conversation_seen: 0,
            conversation_since: 0,
            site: String::new(),
            host: String::new(),
            pause: pausing::Pause::default(),
            now: 0,
            offset: None,
            zone: Zone::default(),
            library,
            shelf: shelf::Shelf::default(),
            catalogue: catalogue::Catalogue::default(),
            replies: replies::ReplyList::default(),
            at_caret: caret::CaretList::default(),
            orders: orders::OrderList::default(),
            asked: asked::Asked::default(),
            promises: promises::PromiseList::default(),
            shown: daily::Shown::default(),
            console: console::Console::default(),
        };
        desk.orders.limit(&desk.stock.limits);
        desk.list_replies();
        desk
    }

    /// This desk's name among those that share one storage: it makes what they
    /// count at once add up.
    #[must_use]
    pub fn in_tab(mut self, name: String) -> Self {
        self.library = std::mem::take(&mut self.library).in_tab(name);
        self
    }

    /// Takes in what happened, and says what is to be done, in this order.
    pub fn handle(&mut self, event: Event, now: Millis) -> Vec<Effect> {
        self.now = now;
        let typing = matches!(
            event,
            Event::Page(FromPage::Draft { .. } | FromPage::Caret { .. } | FromPage::Focus { .. })
        );
        // What is decided about orders is decided for this moment.
        self.plan_orders();
        self.settle_pauses();
        let mut effects = match event {
            Event::Page(said) => self.hear(said, now),
            Event::Panel(did) => self.act(did, now),
            Event::Restored(preferences) => self.restored(preferences),
            Event::Pauses(record) => {
                self.heard_pauses(record.as_ref());
                self.settle_pauses();
                Vec::new()
            }
            Event::Stored(records) => {
                self.stored(records, now);
                Vec::new()
            }
            Event::StoreDone(id) => {
                self.store_done(id);
                Vec::new()
            }
            Event::StoreFailed { id, reason } => {
                self.store_failed(id, reason);
                Vec::new()
            }
            Event::Clock(offset) => {
                self.offset = Some(offset);
                self.zone = Zone::fixed(offset);
                Vec::new()
            }
            Event::Zone(zone) => {
                self.offset = Some(zone.offset(now));
                self.zone = zone;
                Vec::new()
            }
            Event::Tick => {
                self.forget_old();
                self.settle_console();
                Vec::new()
            }
            Event::PageGone => {
                self.clear_page();
                Vec::new()
            }
        };
        self.settle_orders();
        self.plan_orders();
        self.show_orders(typing);
        effects.extend(self.keep());
        effects.extend(self.tell_adapter());
        effects.extend(self.tell_pause());
        self.list_replies();
        effects
    }

    /// What the panel shows now.
    pub fn view(&self) -> View {
        View {
            language: self.language,
            check: self.check_state(),
            paused: self.paused(),
            pausing: self.pause.asking,
            tells_conversations: self.tells_conversations(),
            waiting: self
                .waits
                .since(&self.conversation.key)
                .map(|since| Waiting { buyer: self.conversation.buyer.clone(), since }),
            marks: self.draft.marks(self.language),
            current: self.draft.current,
            fixable: self.draft.fixable(),
            held: self.guard.held.clone(),
            due: self.due().map(|order| self.order_row(order)),
            tab: self.tab,
            query: self.replies.query.clone(),
            replies: self.replies.rows.clone(),
            more: self.replies.more,
            folders: self.folders(),
            apart: self.apart(),
            only: self.replies.only,
            platforms: self.platforms(),
            ending: self.replies.ending.clone(),
            editor: self.shelf.editor.clone(),
            plan: self.shelf.plan.clone(),
            plan_names: self.plan_names(),
            plan_marks: self.shelf.plan_marks.clone(),
            bin: self.shelf.bin.then(|| self.bin_rows()),
            undo: self.library.can_undo().cloned(),
            unkept: reply::changes_in(&self.shelf.unkept),
            aside: self.shelf.aside.clone(),
            chosen: self.replies.chosen,
            orders: self.orders.seen.iter().map(|order| self.order_row(order)).collect(),
            board: self.shown.board.clone(),
            daily: self.shown.daily.clone(),
            watch: self.shown.watch.clone(),
            conversation: self.conversation.buyer.clone(),
            tone: self.preferences.tone,
            offer: self.promise_offer(),
            promises: self.promises.book.open().into_iter().cloned().collect(),
            order: self.order_at_hand().map(Order::id),
            limits: self.orders.form.clone(),
            entry: self.orders.entering.as_ref().map(|entering| entering.form.clone()),
            intake: self.orders.intake.clone(),
            taken: self.orders.taken.as_ref().map(TakenIn::count),
            form: self.form(),
            notice: self.notice.clone(),
            placement: self.preferences.placement,
            settings: self.settings,
            dark: self.dark,
            overrides: self.guard.overrides,
            notes: self.guard.notes.clone(),
            faults: self.faults(),
            mend: self.mend(),
            consoles: self.console_rows(),
            console_plan: self.console_plan(),
            console_undo: self.can_undo_console(),
        }
    }

    fn check_state(&self) -> CheckState {
        match self.meeting {
            Meeting::Waiting | Meeting::Greeted => CheckState::Starting,
            _ if self.paused().is_some() => CheckState::Paused,
            Meeting::Ready => CheckState::NoComposer,
            Meeting::Working => CheckState::On,
        }
    }

    /// Checks the draft as it stands, unless the check is paused.
    fn check(&mut self) {
        if self.paused().is_some() {
            self.draft.unchecked();
        } else {
            let buyer = chat::last_words(&self.conversation);
            self.draft.check(&self.stock.checker, buyer);
        }
    }

    /// The verdict on the draft, for the page.
    fn verdict(&self) -> Effect {
        let released = self.guard.lets_go(&self.draft.text);
        Effect::Page(ToPage::Verdict {
            revision: self.draft.revision,
            marks: self.draft.marks(self.language),
            card: self.draft.current.and_then(|place| u32::try_from(place).ok()),
            block: self.draft.blocks() && !released,
        })
    }

    /// The script that the agent writes in, else the buyer, else the interface.
    fn script(&self) -> Script {
        let buyer = chat::last_words(&self.conversation).unwrap_or_default();
        let decided = [self.draft.text.as_str(), buyer].into_iter().find_map(decided_script);
        decided.unwrap_or_else(|| self.language.script())
    }

    /// Forgets everything about the page; what the agent released stays noted.
    fn clear_page(&mut self) {
        self.meeting = Meeting::Waiting;
        self.forget_told();
        self.draft = draft::Draft::default();
        self.conversation = SeenConversation::default();
        self.at_caret = caret::CaretList::default();
        self.orders.seen.clear();
        self.orders.whose = whose::Whose::default();
        self.asked.listened.clear();
        self.writes.reminders = standing::Standings::default();
        self.console.clear();
        self.clear_conversation();
    }

    /// Forgets what was about the conversation on screen.
    fn clear_conversation(&mut self) {
        self.draft.ignore_nothing();
        self.guard.let_go();
        self.writes.leave_conversation();
        self.writes.reminders.come_to(&self.conversation.key, &self.draft.text);
        self.orders.chosen = None;
        let left = self.replies.form.take();
        self.replies.waiting = None;
        self.notice = left.map(|open| Notice::FormLeft(open.form.title));
    }
}

/// The text's script, if its characters tell. A text that one traditional
/// character would turn to traditional has told nothing.
fn decided_script(text: &str) -> Option<Script> {
    match script_of(text) {
        Script::Hant => Some(Script::Hant),
        Script::Hans => (script_of(&format!("{text}們")) == Script::Hans).then_some(Script::Hans),
    }
}
