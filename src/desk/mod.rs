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
//!   that is held, `writing` what was written and has not come back.
//! - `replies` and `orders` are the two lists, `caret` the one at the caret, and
//!   `catalogue` what can be found in them;
//! - `board` is all orders by what is to be done about them, `asked` the buyers who
//!   have not ordered, `promises` what the agent committed to, `daily` what a day
//!   asks to be looked after.
//!   `insert` fills a reply in and writes it, `shelf` is the library of replies and
//!   what is kept of it.
//! - `hear` answers the page, `act` the agent.

mod act;
mod asked;
mod board;
mod caret;
mod catalogue;
mod daily;
mod draft;
mod event;
mod guard;
mod hear;
mod insert;
mod language;
mod limits;
mod orders;
mod packs;
mod promises;
#[cfg(feature = "toml")]
mod read;
mod replies;
mod said;
mod shelf;
mod splice;
mod stock;
pub mod view;
pub mod wire;
mod writing;

use crate::chat::{self, Waits};
use crate::reply::{self, Library};
use crate::text::{Script, script_of};
use crate::zone::Zone;

pub use event::{Effect, Event, FocusTarget, PanelEvent, Preferences, Unkept};
pub use language::Language;
pub use packs::Packs;
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
        let mut effects = match event {
            Event::Page(said) => self.hear(said, now),
            Event::Panel(did) => self.act(did, now),
            Event::Restored(preferences) => self.restored(preferences),
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
                self.tick();
                Vec::new()
            }
            Event::PageGone => {
                self.clear_page();
                Vec::new()
            }
        };
        self.plan_orders();
        self.show_orders(typing);
        effects.extend(self.keep());
        self.list_replies();
        effects
    }

    /// What the panel shows now.
    pub fn view(&self) -> View {
        View {
            language: self.language,
            check: self.check_state(),
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
            away: self.catalogue.away,
            only_away: self.replies.only_away,
            platforms: self.platforms(),
            ending: self.replies.ending.clone(),
            editor: self.shelf.editor.clone(),
            plan: self.shelf.plan.clone(),
            plan_names: self.plan_names(),
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
            offer: self.promises.offer.clone(),
            promises: self.promises.book.open().into_iter().cloned().collect(),
            order: self.order_at_hand().map(|order| order.number.clone()),
            form: self.form(),
            notice: self.notice.clone(),
            placement: self.preferences.placement,
            settings: self.settings,
            dark: self.dark,
            overrides: self.guard.overrides,
            notes: self.guard.notes.clone(),
        }
    }

    fn check_state(&self) -> CheckState {
        match self.meeting {
            Meeting::Waiting | Meeting::Greeted => CheckState::Starting,
            _ if self.preferences.paused => CheckState::Paused,
            Meeting::Ready => CheckState::NoComposer,
            Meeting::Working => CheckState::On,
        }
    }

    /// Checks the draft as it stands, unless the check is paused.
    fn check(&mut self) {
        if self.preferences.paused {
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
        self.draft = draft::Draft::default();
        self.conversation = SeenConversation::default();
        self.at_caret = caret::CaretList::default();
        self.orders.seen.clear();
        self.asked.listened.clear();
        self.clear_conversation();
    }

    /// Forgets what was about the conversation on screen.
    fn clear_conversation(&mut self) {
        self.draft.ignore_nothing();
        self.guard.let_go();
        self.writes.forget_reminders();
        self.orders.chosen = None;
        self.promises.offer = None;
        self.replies.form = None;
        self.replies.waiting = None;
        self.replies.meant = None;
        self.notice = None;
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
