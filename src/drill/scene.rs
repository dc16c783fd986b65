//! What a drill file says, read and checked: every state and cue that it names
//! exists, and every reaction has something to say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cue::Cues;
use crate::rule::Words;
use crate::text::Script;

/// A drill.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Drill {
    /// What tells drills apart.
    pub id: String,
    /// The version, such as `0.1.0`.
    pub version: String,
    /// Where the case comes from.
    pub source: String,
    /// Its title.
    pub title: Words,
    /// What the agent is to know before it starts, one sentence each.
    pub brief: Vec<Words>,
    /// The buyer.
    pub buyer: Buyer,
    /// What the buyer writes first.
    pub opening: Vec<Line>,
    /// The order that it is about.
    pub order: OrderFacts,
    /// How a cue changes the mood. What soothes does so once; what hurts, each
    /// time. `silence` is what a wait does.
    pub feels: BTreeMap<String, i32>,
    /// Reactions that come before those of any state.
    pub always: Vec<Reaction>,
    /// The states by name.
    pub states: BTreeMap<String, State>,
    /// What a good answer holds.
    pub asks: Vec<Ask>,
    /// A good greeting, for the score sheet.
    pub greeting: Line,
    /// A good kind word, for the score sheet.
    pub empathy: Line,
    /// Which waits cost points.
    pub waits: Waits,
    pub(super) cues: Cues,
}

/// The buyer of a drill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    /// The name as the console shows it.
    pub name: Line,
    /// From 0, lost, to 10, content.
    pub mood: i32,
    /// The state at the start.
    pub state: String,
    /// The state once the mood is at 0.
    pub lost: String,
}

/// Words that the buyer or the console's order panel says, in both scripts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Simplified.
    pub hans: String,
    /// Traditional.
    pub hant: String,
}

impl Line {
    /// The words in a script.
    pub fn in_script(&self, script: Script) -> &str {
        match script {
            Script::Hans => &self.hans,
            Script::Hant => &self.hant,
        }
    }
}

/// The order, as the console's order panel shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderFacts {
    /// The order number.
    pub number: String,
    /// The status words.
    pub status: Line,
    /// The item.
    pub item: Line,
    /// The variant and the amount of it.
    pub spec: Line,
    /// The amount with its currency sign.
    pub amount: Line,
    /// One character that stands for the picture.
    pub art: String,
    /// Minutes since it was placed.
    pub created: u32,
    /// What the carrier reported, newest first.
    pub track: Vec<Step>,
}

/// One report of the carrier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Minutes ago.
    pub ago: u32,
    /// What it says.
    pub text: Line,
}

/// A state that the buyer can be in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Seconds of silence until she writes again; `None` if she has time.
    pub patience: Option<u32>,
    /// What she writes into the silence, in turn; after the last she is lost.
    pub silence: Vec<Line>,
    /// What she answers; the first reaction that fits is taken.
    pub reactions: Vec<Reaction>,
    /// Whether the play ends here, and if so whether well.
    pub end: Option<bool>,
    /// Said on entering a state that the mood led to.
    pub say: Vec<Line>,
}

/// An answer to what was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// Cues that must all be in the line.
    pub on: Vec<String>,
    /// Cues of which one must be in the line, unless the list is empty.
    pub any: Vec<String>,
    /// Cues that must all have been heard so far, this line included.
    pub known: Vec<String>,
    /// Cues that must not have been heard so far.
    pub unknown: Vec<String>,
    /// What she says: one of these.
    pub say: Vec<Line>,
    /// The state afterwards, if it is another.
    pub go: Option<String>,
}

/// Something that a good answer holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The cue that shows it.
    pub cue: String,
    /// What it is called on the score sheet.
    pub name: Words,
    /// What it is worth.
    pub worth: i32,
    /// A sentence that says it well.
    pub better: Line,
}

/// Which waits cost points, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// A longer one is late.
    pub late: u32,
    /// A longer one needs an apology.
    pub sorry: u32,
}
