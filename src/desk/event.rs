//! What happens to a desk, and what it wants done.

use crate::desk::view;
use crate::desk::wire::{self, FromPage, Placement, ToPage};
use crate::order::{Cause, Mark, Order, Tone};
use crate::record::{Record, Value};
use crate::reply::{Change, Reply, Row};
use crate::zone::Zone;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The page said something.
    Page(FromPage),
    /// The agent did something in the panel.
    Panel(PanelEvent),
    /// Preferences came back from storage: the answer to [`Effect::Restore`],
    /// the defaults if nothing is kept or storage failed.
    Restored(Preferences),
    /// Records came: all that are kept, once at the start, and later those that
    /// another tab wrote or, without a value, took away. Nothing is stored
    /// before the first time.
    Stored(Vec<Record>),
    /// What the [`Effect::Store`] of this number wanted is kept.
    StoreDone(u32),
    /// It is not: nothing of it may be counted on.
    StoreFailed {
        /// The number of the [`Effect::Store`].
        id: u32,
        /// Why.
        reason: Unkept,
    },
    /// How many minutes the agent's clock is ahead of UTC; dates need it.
    Clock(i32),
    /// The same with the moments at which the clock jumps, before and after.
    Zone(Zone),
    /// Time has passed.
    Tick,
    /// The port to the page is gone.
    PageGone,
}

/// Why something could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unkept {
    /// There is no room left for it.
    Full,
    /// Something else, as the storage says it.
    Failed(String),
}

/// Something that the agent did in the panel.
#[derive(Debug, Clone, PartialEq)]
pub enum PanelEvent {
    /// The same requests that a page key can make.
    Ask(wire::Ask),
    /// Typed in the search box.
    Search(String),
    /// Moved the choice in the reply list by this many rows.
    Choose(i32),
    /// Lists only the replies that are not offered here today, or all again.
    Away(bool),
    /// Wants to see more of the replies that match.
    More,
    /// Opened a list.
    Open(view::Tab),
    /// Inserts the reply with this id.
    InsertReply(String),
    /// Filled in a field of the form.
    Fill {
        /// The field's name.
        field: String,
        /// What was entered.
        value: String,
    },
    /// Closed the form without inserting.
    CloseForm,
    /// Submitted the form.
    SubmitForm,
    /// Chose the order whose values fill in the replies' fields.
    ChooseOrder(String),
    /// Writes the reminder of the order with this number.
    WriteReminder(String),
    /// Says something about an order, or nothing any longer.
    MarkOrder {
        /// The order's number.
        number: String,
        /// What.
        mark: Option<Mark>,
    },
    /// Says why an order is unpaid; none leaves it to the buyer's words.
    Because {
        /// The order's number.
        number: String,
        /// Why.
        cause: Option<Cause>,
    },
    /// The buyer of this order is not to be disturbed, or may be again.
    LeaveAlone {
        /// The order's number.
        number: String,
        /// Whether to leave the buyer alone.
        alone: bool,
    },
    /// Reminders are to sound like this.
    Tone(Tone),
    /// Shows a part of the board.
    Filter(view::Filter),
    /// Enters an order by hand, of the buyer on screen.
    EnterOrder(Box<wire::SeenOrder>),
    /// Takes in orders of a file.
    TakeOrders(Vec<Order>),
    /// Writes the follow-up of a buyer who asked, named as in the board.
    WriteFollowUp(String),
    /// A buyer who asked needs no follow-up, or may have one again.
    LetAsked {
        /// The buyer, named as in the board.
        id: String,
        /// Whether to leave the buyer alone.
        alone: bool,
    },
    /// Gives a limit of a platform (empty for all), or takes it back.
    Limit {
        /// The platform.
        platform: String,
        /// The limit's name.
        name: String,
        /// Its value as it is written; none takes it back.
        value: Option<String>,
    },
    /// Notes the promise that is offered, by this time or by the offered one.
    NotePromise(Option<u64>),
    /// Does not note it.
    NoPromise,
    /// The promise with this id was kept.
    PromiseKept(String),
    /// It is to be kept by another time.
    PutOffPromise {
        /// The promise's id.
        id: String,
        /// In milliseconds since the epoch.
        by: u64,
    },
    /// It is not to be remembered.
    DropPromise(String),
    /// Looks at a finding.
    Look(usize),
    /// Gave the reason for sending a held text anyway.
    Reason(String),
    /// Goes back to editing a held text.
    KeepEditing,
    /// Pauses or resumes the check.
    Pause(bool),
    /// Pressed the handle, at this place of the panel.
    Drag {
        /// CSS pixels from the panel's left.
        x: f64,
        /// From its top.
        y: f64,
    },
    /// Docks to a side.
    Dock(wire::Dock),
    /// Opens or closes the settings.
    Settings(bool),
    /// Opens the editor: with the reply of this id, or with a new one whose words
    /// are those of the draft. One of the shop's is saved as the agent's own.
    OpenEditor(Option<String>),
    /// The reply in the editor reads like this now.
    Edit(Box<Reply>),
    /// Saves what is in the editor. Words that the check would hold are saved
    /// when this comes a second time.
    Save,
    /// Closes the editor without saving. Words that are not saved go when this
    /// comes a second time.
    CloseEditor,
    /// Changes the library in a way that writes no words: moves, throws away,
    /// brings back, hides.
    Change(Box<Change>),
    /// Puts one of the agent's own replies before or behind another one, and into
    /// its folder.
    Put {
        /// The reply's id.
        id: String,
        /// The own reply that it is put beside.
        beside: String,
        /// Whether behind it.
        after: bool,
    },
    /// Puts one of the agent's own replies a row further down, or up. Its folder
    /// stays.
    Step {
        /// The reply's id.
        id: String,
        /// Whether down.
        down: bool,
    },
    /// Undoes the last change of the library.
    Undo,
    /// Opens or closes the recycle bin.
    Bin(bool),
    /// Shows what importing these rows would do, if only that there are none; with
    /// nothing, shows it no more.
    Plan(Option<Vec<Row>>),
    /// Imports what the plan says.
    Import,
    /// Tries once more to keep what could not be kept.
    StoreAgain,
    /// Wants the agent's own replies as a file.
    SaveFile,
    /// Goes back to the composer.
    Leave,
}

/// What the desk wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Say this to the page.
    Page(ToPage),
    /// Fetch what is kept for this host, and answer with [`Event::Restored`].
    /// Later [`Effect::Remember`]s are for the same host.
    Restore(String),
    /// Keep these preferences for the host.
    Remember(Preferences),
    /// Keep these records, and answer with [`Event::StoreDone`] or
    /// [`Event::StoreFailed`]. Records are taken away only when the others are
    /// written: one of those may be what is left of them.
    Store {
        /// The number of this effect.
        id: u32,
        /// The records to write, by key.
        put: Vec<(String, Value)>,
        /// The keys of those to take away.
        remove: Vec<String>,
    },
    /// Offer these replies as a file.
    File(Vec<Reply>),
    /// Move the keyboard's focus within the panel.
    Focus(FocusTarget),
}

/// A place in the panel that can take the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FocusTarget {
    /// The search box.
    Search,
    /// The list of reasons for sending anyway.
    Reasons,
    /// The first field of the form that is still empty.
    Form,
    /// The editor of a reply.
    Editor,
}

/// What is remembered, by host.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Where the panel is.
    pub placement: Placement,
    /// Whether the check is paused.
    pub paused: bool,
    /// After how many minutes a value of the page is stale; 0 for the usual ten.
    pub stale_after: u32,
    /// How reminders sound.
    pub tone: Tone,
}
