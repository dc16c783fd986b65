//! What an import would do, before it does anything.
//!
//! A file's rows are held against the library, one after the other. Each is new,
//! or changes a reply of the agent's own, or is there already, or is refused.
//! [`Plan::change`] is all of it as one [`Change`], which is undone as one.
//!
//! `planner` decides, `parts` says in what two replies differ, `tidy` makes of a row
//! what the library would have, `ids` what becomes of the file's own ids: replies take
//! each other in by them.

mod ids;
mod parts;
mod planner;
mod tidy;

use crate::reply::{Broken, Change, Library, Reply};
use crate::text::Script;

pub use planner::plan;
pub use tidy::first_words;

/// One reply of a file that is to be imported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The line of the file, or the row of the sheet, counted from 1.
    pub line: usize,
    /// What it holds. An empty id means that the file has none; an empty title
    /// is made of the first words.
    pub reply: Reply,
}

/// What an import would do, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The rows in the file's order.
    pub rows: Vec<Planned>,
}

/// What would become of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The line of the file, or the row of the sheet, counted from 1.
    pub line: usize,
    /// The id that the file has for it; empty for none.
    pub id: String,
    /// The reply as it would be in the library. What it takes in of new rows it names
    /// by the file's ids, until the change is made.
    pub reply: Reply,
    /// What would become of it.
    pub fate: Fate,
    /// What stands now where the row changes a reply.
    pub was: Option<Reply>,
    /// The reply, or the row, that has this abbreviation already.
    pub abbreviation_of: Option<Same>,
    /// Braces in its words that are no fields, and would be said as they stand.
    pub strays: Vec<String>,
    /// What it takes in and cannot.
    pub broken: Broken,
}

/// What would become of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is added.
    New,
    /// It takes the place of an own reply: of the one that says the same, or that
    /// has its folder and title. The parts that differ.
    Changed(Vec<Part>),
    /// The library, or an earlier row, says the same.
    Duplicate(Same),
    /// It is left out.
    Refused(Why),
}

/// Where the same reply is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Same {
    /// The reply with this id.
    Reply(String),
    /// The row of this line.
    Row(usize),
}

/// A part of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its folder.
    Folder,
    /// Its title, or how that is read.
    Title,
    /// Its abbreviation.
    Abbreviation,
    /// Its tags.
    Tags,
    /// What is said.
    Body,
    /// The consoles that it is for.
    Platforms,
    /// The days on which it may be said.
    Days,
    /// Where the wording comes from.
    Source,
}

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It says nothing.
    NoBody,
    /// It has so many characters, more than any console sends at once.
    TooLong(usize),
    /// It ends before it begins.
    Days,
}

/// How many rows have which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows that are added.
    pub new: usize,
    /// Rows that change a reply.
    pub changed: usize,
    /// Rows that are there already.
    pub duplicate: usize,
    /// Rows that are left out.
    pub refused: usize,
}

impl Planned {
    /// The parts of the reply whose words in this script stay as they were, while
    /// the other script's change: they go on being said.
    pub fn left_behind(&self, script: Script) -> Vec<Part> {
        let Some(was) = &self.was else { return Vec::new() };
        let parts = [
            (Part::Body, &was.body, &self.reply.body),
            (Part::Title, &was.title, &self.reply.title),
            (Part::Folder, &was.folder, &self.reply.folder),
        ];
        let left = parts.into_iter().filter(|(_, was, now)| was.left_behind(now) == Some(script));
        left.map(|(part, ..)| part).collect()
    }
}

impl Plan {
    /// How many rows have which fate.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            *match row.fate {
                Fate::New => &mut tally.new,
                Fate::Changed(_) => &mut tally.changed,
                Fate::Duplicate(_) => &mut tally.duplicate,
                Fate::Refused(_) => &mut tally.refused,
            } += 1;
        }
        tally
    }

    /// The import into this library as one change at this moment; `None` if nothing
    /// would change. Every new reply has its id in it, and is taken in by it.
    pub fn change(&self, library: &Library, now: u64) -> Option<Change> {
        let ids = ids::made(self, library, now);
        let other = |id: &str| ids.by_file.get(id).map(String::as_str);
        let change = |(place, row): (usize, &Planned)| {
            let mut reply = row.reply.clone();
            reply.body.refer(other);
            match row.fate {
                Fate::New => {
                    reply.id.clone_from(ids.new.get(&place)?);
                    Some(Change::Add { reply, before: None })
                }
                Fate::Changed(_) => Some(Change::Replace { reply }),
                Fate::Duplicate(_) | Fate::Refused(_) => None,
            }
        };
        let changes: Vec<Change> = self.rows.iter().enumerate().filter_map(change).collect();
        (!changes.is_empty()).then_some(Change::Several(changes))
    }
}
