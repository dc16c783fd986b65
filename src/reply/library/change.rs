//! What can be changed in a library, and why a change is refused.

use crate::reply::{Reply, Wording};

/// A change of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A new reply of the agent's own. An empty id, or one that is taken, is
    /// replaced by a new one.
    Add {
        /// The reply.
        reply: Reply,
        /// The own reply that it goes in front of; at the end without one.
        before: Option<String>,
    },
    /// Other words for the agent's own reply with the same id.
    Edit {
        /// The reply as it is to be.
        reply: Reply,
    },
    /// Words from elsewhere for the agent's own reply with the same id; those that
    /// stood there go to the bin.
    Replace {
        /// The reply as it is to be.
        reply: Reply,
    },
    /// Into a folder, and to a place among the agent's own replies.
    Move {
        /// The reply's id.
        id: String,
        /// The folder.
        folder: Wording,
        /// The own reply that it goes in front of; at the end without one.
        before: Option<String>,
    },
    /// Into the recycle bin.
    Delete {
        /// The reply's id.
        id: String,
    },
    /// Back from the recycle bin.
    Restore {
        /// The entry's key in the bin.
        entry: String,
    },
    /// Out of the recycle bin for good.
    Forget {
        /// The entry's key in the bin.
        entry: String,
    },
    /// The whole recycle bin away.
    Empty,
    /// Hides a reply of the shop's, or shows it again.
    Hide {
        /// The reply's id.
        id: String,
        /// Whether it is hidden.
        hidden: bool,
    },
    /// Several changes that are one step: all of them, or none.
    Several(Vec<Change>),
}

/// What was done, for whoever tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Did {
    /// A reply with this id was added.
    Added(String),
    /// The reply with this id was edited.
    Edited(String),
    /// The reply with this id was edited, and the words that stood there are in the bin.
    Replaced(String),
    /// The reply with this id was moved.
    Moved(String),
    /// The reply with this id was thrown away.
    Deleted(String),
    /// A reply came back from the bin and has this id.
    Restored(String),
    /// So many entries of the bin are gone for good.
    Emptied(usize),
    /// The shop's reply with this id was hidden.
    Hidden(String),
    /// The shop's reply with this id is shown again.
    Shown(String),
    /// So many changes at once, such as an import.
    Several(usize),
}

/// Why a change cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such reply.
    Unknown,
    /// It is the shop's: it can be hidden, and copied to the agent's own.
    NotOwn,
    /// It has no title.
    NoTitle,
    /// It says nothing.
    NoBody,
    /// It ends before it begins.
    Days,
}

impl Refusal {
    /// What keeps a reply out of a library, if anything does.
    pub fn of(reply: &Reply) -> Option<Self> {
        let reversed = reply.valid_from.zip(reply.valid_until).is_some_and(|(a, b)| b < a);
        if reply.body.is_empty() {
            Some(Self::NoBody)
        } else if reply.title.is_empty() {
            Some(Self::NoTitle)
        } else {
            reversed.then_some(Self::Days)
        }
    }
}
