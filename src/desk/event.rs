//! What happens to a desk, and what it wants done.

use crate::desk::view;
use crate::desk::wire::{self, FromPage, Placement, ToPage};
use crate::order::{Cause, Row as OrderRow, Tone};
use crate::record::{Record, Value};
use crate::reply::{Change, Reply, Row};
use crate::site::{Part, Slot};
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
    /// The record of [`PAUSES`](crate::desk::PAUSES) came: before [`Event::Restored`],
    /// and later whenever another tab wrote it; none where there is none.
    Pauses(Option<Value>),
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
    /// Lists only the replies that are apart from the others in this way, or all
    /// again.
    Only(Option<view::Only>),
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
    /// Chose the order whose values fill in the replies' fields, by its id.
    ChooseOrder(String),
    /// Writes the reminder of the order with this id.
    WriteReminder(String),
    /// Says something about an order that no page shows.
    Say {
        /// The order's id.
        id: String,
        /// What.
        say: view::Say,
    },
    /// Says why an order is unpaid; none leaves it to the buyer's words.
    Because {
        /// The order's id.
        id: String,
        /// Why.
        cause: Option<Cause>,
    },
    /// Reminders are to sound like this.
    Tone(Tone),
    /// Shows a part of the board.
    Filter(view::Filter),
    /// Looks for these words on the board.
    FindOrders(String),
    /// Opens the form for an order by hand, of the buyer on screen, or closes it.
    Entry(bool),
    /// Enters what stands in that form.
    EnterOrder(Box<wire::SeenOrder>),
    /// Shows what taking in these orders of a file would do, if only that there are
    /// none; with nothing, shows it no more.
    PlanOrders(Option<Vec<OrderRow>>),
    /// Takes in what is shown.
    TakeOrders,
    /// Undoes that.
    UndoOrders,
    /// Writes the follow-up of a buyer who asked, named as in the board.
    WriteFollowUp(String),
    /// The buyer on screen asked something and is to be followed up.
    FollowHere,
    /// Goes to what a row of the day's check list is about.
    RunErrand(view::Errand),
    /// A buyer who asked needs no follow-up, or may have one again.
    LetAsked {
        /// The buyer, named as in the board.
        id: String,
        /// Whether to leave the buyer alone.
        alone: bool,
    },
    /// Shows the limits of a platform (empty for all), or shows them no more.
    Limits(Option<String>),
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
    /// It is to be kept by tomorrow morning.
    PutOffPromise(String),
    /// It is not to be remembered.
    DropPromise(String),
    /// Looks at a finding.
    Look(usize),
    /// Gave the reason for sending a held text anyway.
    Reason(String),
    /// Goes back to editing a held text.
    KeepEditing,
    /// Opens or closes the question for how long to pause the check.
    Pausing(bool),
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
    /// Something about where things are found on the page.
    Console(ConsoleEvent),
    /// Goes back to the composer.
    Leave,
}

/// Something that the agent did about adapters of her own.
#[derive(Debug, Clone, PartialEq)]
pub enum ConsoleEvent {
    /// Opens what shows where things are found, or closes it: what was pointed at and
    /// is not saved goes then.
    Open(bool),
    /// Wants to point at this, or no longer.
    Point(Option<Part>),
    /// Wants to see what a slot finds, or no longer.
    Outline(Option<Slot>),
    /// Takes the next selector for a slot.
    Next(Slot),
    /// Keeps what was pointed at.
    Save,
    /// Does not want to hear of what is no longer found, until the page is loaded anew.
    Quiet,
    /// Takes away the own adapter with this id.
    Remove(String),
    /// Undoes the last change of the own adapters.
    Undo,
    /// Wants the own adapter with this id as a file.
    Export(String),
    /// Shows what a file would bring; with nothing, shows it no more.
    Plan(Option<Box<Value>>),
    /// Takes in what is shown.
    Take,
}

/// What the desk wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Say this to the page.
    Page(ToPage),
    /// Fetch what is kept for this host and the pauses, and answer with [`Event::Pauses`]
    /// and [`Event::Restored`].
    /// Later [`Effect::Remember`]s are for the same host.
    Restore(String),
    /// Keep these preferences for the host.
    Remember(Preferences),
    /// Keep this record of [`PAUSES`](crate::desk::PAUSES).
    KeepPauses(Value),
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
    /// Offer replies as a file.
    File {
        /// The replies.
        replies: Vec<Reply>,
        /// Others, whose words they take in.
        beside: Vec<Reply>,
    },
    /// Offer an adapter as a file.
    AdapterFile {
        /// The file's name, without its ending.
        name: String,
        /// The adapter.
        adapter: Value,
    },
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
    /// The words of the reply in the editor.
    EditorBody,
    /// What shows where this part of the page is found.
    Part(Part),
    /// The question for how long to pause, or what opens it.
    Pause,
}

/// What is remembered, by host.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Where the panel is.
    pub placement: Placement,
    /// Whether the check is paused at this host, as an earlier version kept it; it is
    /// taken over into the pauses.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub paused: bool,
    /// After how many minutes a value of the page is stale; 0 for the usual ten.
    pub stale_after: u32,
    /// How reminders sound.
    pub tone: Tone,
}
