//! What happens to a desk, and what it wants done.

use crate::desk::view;
use crate::desk::wire::{self, FromPage, Placement, ToPage};

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
    /// The port to the page is gone.
    PageGone,
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
    /// Goes back to the composer.
    Leave,
}

/// What the desk wants done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Say this to the page.
    Page(ToPage),
    /// Fetch what is kept for this host, and answer with [`Event::Restored`].
    /// Later [`Effect::Store`]s are for the same host.
    Restore(String),
    /// Keep these preferences for the host.
    Store(Preferences),
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
}

/// What is remembered, by host.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Where the panel is.
    pub placement: Placement,
    /// Whether the check is paused.
    pub paused: bool,
}
