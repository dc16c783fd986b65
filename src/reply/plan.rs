//! What an import would do, before it does anything.
//!
//! A file's rows are held against the library, one after the other. Each is new,
//! or changes a reply of the agent's own, or is there already, or is refused.
//! [`Plan::change`] is all of it as one [`Change`], which is undone as one.

use std::collections::BTreeMap;

use crate::reply::{Change, Library, Refusal, Reply, Wording};

/// A title made of the first words is no longer than this.
const TITLE: usize = 16;

/// No message on any console is longer.
const LONGEST: usize = 4_000;

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
    /// The reply as it would be in the library.
    pub reply: Reply,
    /// What would become of it.
    pub fate: Fate,
    /// The reply that has this abbreviation already.
    pub abbreviation_of: Option<String>,
}

/// What would become of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is added.
    New,
    /// It takes the place of the own reply that has its id, or its folder and
    /// title; the parts that differ.
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

/// What importing these rows would do.
pub fn plan(library: &Library, rows: Vec<Row>) -> Plan {
    let mut planner = Planner::new(library);
    Plan { rows: rows.into_iter().map(|row| planner.row(row)).collect() }
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

    /// The import as one change; `None` if nothing would change.
    pub fn change(&self) -> Option<Change> {
        let change = |row: &Planned| match row.fate {
            Fate::New => Some(Change::Add { reply: row.reply.clone(), before: None }),
            Fate::Changed(_) => Some(Change::Edit { reply: row.reply.clone() }),
            Fate::Duplicate(_) | Fate::Refused(_) => None,
        };
        let changes: Vec<Change> = self.rows.iter().filter_map(change).collect();
        (!changes.is_empty()).then_some(Change::Several(changes))
    }
}

/// Where a reply is found again: by its id, by where it stands, by what it says.
struct Planner<'a> {
    library: &'a Library,
    by_name: BTreeMap<(String, String), &'a Reply>,
    by_body: BTreeMap<String, Same>,
    by_abbreviation: BTreeMap<String, String>,
}

impl<'a> Planner<'a> {
    fn new(library: &'a Library) -> Self {
        let mut planner = Self {
            library,
            by_name: BTreeMap::new(),
            by_body: BTreeMap::new(),
            by_abbreviation: BTreeMap::new(),
        };
        for reply in library.own().map(|own| own.reply) {
            planner.by_name.entry(name_of(reply)).or_insert(reply);
        }
        let shop = library.shop().iter();
        for reply in library.own().map(|own| own.reply).chain(shop) {
            let same = Same::Reply(reply.id.clone());
            planner.by_body.entry(said(&reply.body)).or_insert(same);
            planner.abbreviate(reply);
        }
        planner
    }

    fn row(&mut self, Row { line, reply }: Row) -> Planned {
        let mut reply = tidy(reply);
        let fate = self.fate(line, &mut reply);
        let other = self.by_abbreviation.get(&reply.abbreviation.to_lowercase());
        let abbreviation_of = other.filter(|id| **id != reply.id).cloned();
        if matches!(fate, Fate::New | Fate::Changed(_)) {
            self.by_body.entry(said(&reply.body)).or_insert(Same::Row(line));
            self.abbreviate(&reply);
        }
        Planned { line, reply, fate, abbreviation_of }
    }

    fn fate(&self, line: usize, reply: &mut Reply) -> Fate {
        let length = reply.body.hans.chars().count().max(reply.body.hant.chars().count());
        match Refusal::of(reply) {
            Some(Refusal::Days) => return Fate::Refused(Why::Days),
            Some(_) => return Fate::Refused(Why::NoBody),
            None if length > LONGEST => return Fate::Refused(Why::TooLong(length)),
            None => {}
        }
        let by_id = self.library.get(&reply.id).filter(|_| !reply.id.is_empty());
        let named = || self.by_name.get(&name_of(reply)).copied();
        if let Some(known) = by_id.or_else(named) {
            let parts = differences(known, reply);
            if parts.is_empty() {
                return Fate::Duplicate(Same::Reply(known.id.clone()));
            }
            if self.library.is_own(&known.id) {
                reply.id.clone_from(&known.id);
                keep_unsaid(reply, known);
                return Fate::Changed(parts);
            }
            // The shop's own words stand; the agent gets another reply.
            reply.id.clear();
        }
        match self.by_body.get(&said(&reply.body)) {
            Some(Same::Row(other)) if *other == line => Fate::New,
            Some(same) => Fate::Duplicate(same.clone()),
            None => Fate::New,
        }
    }

    fn abbreviate(&mut self, reply: &Reply) {
        if !reply.abbreviation.is_empty() {
            let key = reply.abbreviation.to_lowercase();
            self.by_abbreviation.entry(key).or_insert(reply.id.clone());
        }
    }
}

/// The reply without blanks around its texts, and with a title.
fn tidy(mut reply: Reply) -> Reply {
    for wording in [&mut reply.folder, &mut reply.title, &mut reply.body] {
        for words in [&mut wording.hans, &mut wording.hant] {
            let trimmed = words.trim();
            if trimmed.len() < words.len() {
                *words = trimmed.to_owned();
            }
        }
    }
    reply.abbreviation = reply.abbreviation.split_whitespace().collect();
    if reply.title.is_empty() {
        let Wording { hans, hant } = &reply.body;
        reply.title = Wording { hans: first_words(hans), hant: first_words(hant) };
    }
    reply
}

/// What a reply without a title is called: its first line up to the first stop,
/// cut if that is still long.
pub fn first_words(body: &str) -> String {
    let line = body.trim().lines().next().unwrap_or_default();
    let stop = line.find(['，', '。', '！', '？', '、', ',', '!', '?', '~', '～']);
    let words = match stop.map(|stop| line[..stop].trim()) {
        Some(words) if words.chars().count() > 3 => words,
        _ => line,
    };
    match words.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

fn name_of(reply: &Reply) -> (String, String) {
    let of = |wording: &Wording| {
        let words = if wording.hans.is_empty() { &wording.hant } else { &wording.hans };
        words.clone()
    };
    (of(&reply.folder), of(&reply.title))
}

/// What is said, as two rows that say the same have it.
fn said(body: &Wording) -> String {
    let words = if body.hans.is_empty() { &body.hant } else { &body.hans };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts in which a row says something else; what it leaves open is not
/// said otherwise.
fn differences(known: &Reply, row: &Reply) -> Vec<Part> {
    let wording = |known: &Wording, row: &Wording| {
        let scripts = [(&known.hans, &row.hans), (&known.hant, &row.hant)];
        scripts.iter().any(|(known, row)| !row.is_empty() && known != row)
    };
    let text = |known: &str, row: &str| !row.is_empty() && known != row;
    let list = |known: &[String], row: &[String]| !row.is_empty() && known != row;
    let parts = [
        (Part::Folder, wording(&known.folder, &row.folder)),
        (Part::Title, wording(&known.title, &row.title) || text(&known.pinyin, &row.pinyin)),
        (Part::Abbreviation, text(&known.abbreviation, &row.abbreviation)),
        (Part::Tags, list(&known.tags, &row.tags)),
        (Part::Body, wording(&known.body, &row.body)),
        (Part::Platforms, list(&known.platforms, &row.platforms)),
        (Part::Days, {
            let other = |known, row: Option<_>| row.is_some() && known != row;
            other(known.valid_from, row.valid_from) || other(known.valid_until, row.valid_until)
        }),
        (Part::Source, text(&known.source, &row.source)),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

/// What the row does not say stays as it is.
fn keep_unsaid(row: &mut Reply, known: &Reply) {
    let text = |row: &mut String, known: &String| {
        if row.is_empty() {
            row.clone_from(known);
        }
    };
    for (row, known) in [
        (&mut row.folder, &known.folder),
        (&mut row.title, &known.title),
        (&mut row.body, &known.body),
    ] {
        // Words of one script only stand for both, unless they are the known ones.
        if row.is_empty() || (row.hant.is_empty() && row.hans == known.hans) {
            row.clone_from(known);
        }
    }
    text(&mut row.pinyin, &known.pinyin);
    text(&mut row.abbreviation, &known.abbreviation);
    text(&mut row.source, &known.source);
    for (row, known) in [(&mut row.tags, &known.tags), (&mut row.platforms, &known.platforms)] {
        if row.is_empty() {
            row.clone_from(known);
        }
    }
    row.valid_from = row.valid_from.or(known.valid_from);
    row.valid_until = row.valid_until.or(known.valid_until);
    row.updated = row.updated.or(known.updated);
}
