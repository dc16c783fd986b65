//! What a format cannot hold, counted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use deti::reply::{Reply, Wording};
use deti::text::Script;

use crate::Format;

/// A thing that some replies have and the format does not hold.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Loss {
    /// What is missing or otherwise.
    pub what: Lost,
    /// In how many replies.
    pub replies: usize,
    /// What it is by name, where that can be said: the snippets that are nowhere, the
    /// folder of those that have none.
    pub names: Vec<String>,
    /// The format.
    pub format: Format,
    /// The script that was written where the format holds one.
    #[serde(skip)]
    pub script: Script,
}

/// What a format may not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lost {
    /// The words in the other script.
    Script,
    /// The folder.
    Folder,
    /// The title.
    Title,
    /// The abbreviation.
    Abbreviation,
    /// The tags.
    Tags,
    /// The consoles that it is for.
    Platforms,
    /// The days on which it may be said.
    Days,
    /// The day on which it was looked over.
    Updated,
    /// Where the wording comes from.
    Source,
    /// Fields, which stand as `{name}`.
    Fields,
    /// Dates, which the agent fills in.
    Dates,
    /// Where the caret goes.
    Cursor,
    /// Another reply's words, which stand in full.
    Snippet,
    /// The words of replies that are nowhere, or that take in themselves.
    Nowhere,
    /// Line breaks, which are spaces.
    Lines,
    /// Commas, quotes or braces, which are full-width.
    Marks,
    /// Words that are too long, which are cut.
    Length,
    /// Nothing of it: what a spreadsheet would compute stands behind an apostrophe,
    /// which is taken off again where the file is read here.
    Formula,
    /// Nothing of it, but a spreadsheet that opens the file would compute it: the
    /// other tool would say an apostrophe aloud.
    Computed,
    /// Nothing of it, but that the tool has no replies without a folder: it is in
    /// this one there.
    Unfiled,
}

impl Lost {
    /// Everything that may be lost.
    pub const ALL: [Self; 20] = [
        Self::Script,
        Self::Folder,
        Self::Title,
        Self::Abbreviation,
        Self::Tags,
        Self::Platforms,
        Self::Days,
        Self::Updated,
        Self::Source,
        Self::Fields,
        Self::Dates,
        Self::Cursor,
        Self::Snippet,
        Self::Nowhere,
        Self::Lines,
        Self::Marks,
        Self::Length,
        Self::Formula,
        Self::Computed,
        Self::Unfiled,
    ];
}

impl fmt::Display for Loss {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, format) = (self.replies, self.format.title());
        let (replies, have) = if count == 1 { ("reply", "has") } else { ("replies", "have") };
        write!(formatter, "{count} {replies} ")?;
        let script = match self.script {
            Script::Hans => "simplified",
            Script::Hant => "traditional",
        };
        match self.what {
            Lost::Script => {
                write!(formatter, "{have} two scripts; {format} holds one: the {script} is written")
            }
            Lost::Folder => write!(formatter, "{have} a folder; {format} holds none"),
            Lost::Title => write!(formatter, "{have} a title; {format} holds none"),
            Lost::Abbreviation => {
                write!(formatter, "{have} an abbreviation that {format} cannot hold")
            }
            Lost::Tags => write!(formatter, "{have} tags that {format} cannot hold"),
            Lost::Platforms => write!(formatter, "{have} platforms; {format} holds none"),
            Lost::Days => write!(formatter, "{have} first or last days; {format} holds none"),
            Lost::Updated => write!(formatter, "{have} a date of change; {format} holds none"),
            Lost::Source => write!(formatter, "{have} a source; {format} holds none"),
            Lost::Fields => {
                write!(formatter, "{have} fields; {format} holds none: they stand as {{name}}")
            }
            Lost::Dates => {
                write!(
                    formatter,
                    "{have} dates; {format} asks for them instead of working them out"
                )
            }
            Lost::Cursor => write!(formatter, "{have} a place for the caret; {format} holds none"),
            Lost::Snippet => {
                let take = if count == 1 { "takes" } else { "take" };
                write!(formatter, "{take} in another reply's words; {format} gets them in full")
            }
            Lost::Nowhere => {
                let (take, names) = (if count == 1 { "takes" } else { "take" }, &self.names);
                write!(
                    formatter,
                    "{take} in replies that are nowhere, or that take in themselves: {}",
                    names.join(", ")
                )
            }
            Lost::Lines => write!(formatter, "{have} line breaks; {format} gets spaces"),
            Lost::Length => {
                write!(formatter, "{have} more words than {format} can hold; they are cut")
            }
            Lost::Formula => write!(
                formatter,
                "{have} words that a spreadsheet would compute; an apostrophe stands before them"
            ),
            Lost::Computed => write!(
                formatter,
                "{have} words that a spreadsheet would compute; read the file with {format} only"
            ),
            Lost::Unfiled => {
                write!(
                    formatter,
                    "{have} no folder; {format} gets the folder {}",
                    self.names.join(", ")
                )
            }
            Lost::Marks => write!(
                formatter,
                "{have} commas, quotes or braces that {format} would misread; they are full-width"
            ),
        }
    }
}

/// What is being counted while a file is written.
pub(crate) struct Losses {
    format: Format,
    script: Script,
    counts: BTreeMap<Lost, usize>,
    nowhere: BTreeSet<String>,
    no_folder: &'static str,
}

impl Losses {
    pub fn new(format: Format, script: Script) -> Self {
        Self { format, script, counts: BTreeMap::new(), nowhere: BTreeSet::new(), no_folder: "" }
    }

    /// Notes something of one reply, if it is so.
    pub fn note(&mut self, what: Lost, so: bool) {
        if so {
            *self.counts.entry(what).or_default() += 1;
        }
    }

    /// Notes the snippets of one reply that are nowhere.
    pub fn note_nowhere(&mut self, ids: &[impl AsRef<str>]) {
        self.note(Lost::Nowhere, !ids.is_empty());
        self.nowhere.extend(ids.iter().map(|id| id.as_ref().to_owned()));
    }

    /// Notes that a reply without a folder is in this one there.
    pub fn note_unfiled(&mut self, folder: &'static str) {
        self.note(Lost::Unfiled, true);
        self.no_folder = folder;
    }

    /// Counts what the format has no place for, whatever it says.
    pub fn what_it_cannot_hold(&mut self, replies: &[Reply]) {
        if matches!(self.format, Format::Csv | Format::Excel | Format::Pack) {
            return;
        }
        let titled = !matches!(self.format, Format::Qianniu);
        let foldered = !matches!(self.format, Format::Espanso);
        let tagged = matches!(self.format, Format::Espanso);
        for reply in replies {
            let two = |words: &Wording| {
                !words.hans.is_empty() && !words.hant.is_empty() && words.hans != words.hant
            };
            self.note(Lost::Script, two(&reply.body) || two(&reply.title) || two(&reply.folder));
            self.note(Lost::Folder, !foldered && !reply.folder.is_empty());
            self.note(Lost::Title, !titled && !reply.title.is_empty());
            self.note(Lost::Tags, !tagged && !reply.tags.is_empty());
            self.note(Lost::Platforms, !reply.platforms.is_empty());
            self.note(Lost::Days, reply.valid_from.is_some() || reply.valid_until.is_some());
            self.note(Lost::Updated, reply.updated.is_some());
            self.note(Lost::Source, !reply.source.is_empty());
        }
    }

    /// Everything that was counted.
    pub fn told(self) -> Vec<Loss> {
        let Self { format, script, counts, nowhere, no_folder } = self;
        let nowhere: Vec<String> = nowhere.into_iter().collect();
        let loss = |(what, replies)| {
            let names = match what {
                Lost::Nowhere => nowhere.clone(),
                Lost::Unfiled => vec![no_folder.to_owned()],
                _ => Vec::new(),
            };
            Loss { what, replies, names, format, script }
        };
        counts.into_iter().map(loss).collect()
    }
}
