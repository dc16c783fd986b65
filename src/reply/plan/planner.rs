//! Which of the library's replies a row means.
//!
//! What a reply says is the surest sign of it. Its folder and title are one too,
//! unless the title is only the words' beginning, which many replies may share.
//! An id is ours only if nobody else writes such ids: the numbers of a stranger's
//! sheet are numbers. And each reply is meant by one row at most, so that no row's
//! words are lost behind another's.

use std::collections::{BTreeMap, BTreeSet};

use super::ids;
use super::parts::{differences, keep_unsaid};
use super::tidy::{first_words, tidy};
use super::{Fate, Plan, Planned, Row, Same, Why};
use crate::reply::{Broken, Library, Refusal, Reply, Wording, same_words};

/// No message on any console is longer.
const LONGEST: usize = 4_000;

/// Replies within replies go no deeper than some steps, and each step may tell which
/// reply another row means.
const STEPS: usize = 6;

/// What importing these rows would do.
pub fn plan(library: &Library, rows: Vec<Row>) -> Plan {
    let mut rows: Vec<Row> =
        rows.into_iter().map(|Row { line, reply }| Row { line, reply: tidy(reply) }).collect();
    let mut planner = Planner::new(library);
    planner.refer(&mut rows);
    // A row that says what a reply says has it before one that is only called so.
    let exact: Vec<Option<&Reply>> = rows.iter().map(|row| planner.exact(&row.reply)).collect();
    for known in exact.iter().flatten() {
        planner.meant.insert(&known.id);
    }
    let planned = rows.into_iter().zip(exact).map(|(row, exact)| planner.row(row, exact));
    let mut rows: Vec<Planned> = planned.collect();
    ids::follow(&mut rows, library);
    Plan { rows }
}

/// Where a reply is found again: by where it stands, and by what it says.
struct Planner<'a> {
    library: &'a Library,
    by_name: BTreeMap<(String, String), Vec<&'a Reply>>,
    by_body: BTreeMap<String, Same>,
    by_abbreviation: BTreeMap<String, Same>,
    /// The ids of the replies that a row means.
    meant: BTreeSet<&'a str>,
    /// The rows that change a reply, by its id.
    changed: BTreeMap<&'a str, usize>,
}

impl<'a> Planner<'a> {
    fn new(library: &'a Library) -> Self {
        let mut planner = Self {
            library,
            by_name: BTreeMap::new(),
            by_body: BTreeMap::new(),
            by_abbreviation: BTreeMap::new(),
            meant: BTreeSet::new(),
            changed: BTreeMap::new(),
        };
        for reply in library.own().map(|own| own.reply) {
            planner.by_name.entry(name_of(reply)).or_default().push(reply);
        }
        let shop = library.shop().iter();
        for reply in library.own().map(|own| own.reply).chain(shop) {
            let same = Same::Reply(reply.id.clone());
            planner.says(&reply.body, &same);
            planner.abbreviate(reply, same);
        }
        planner
    }

    /// Has the rows take in what they take in by the library's ids, as far as other
    /// rows mean its replies: else a row would not be seen to say what is there.
    fn refer(&self, rows: &mut [Row]) {
        let as_written: Vec<(usize, Wording)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.reply.body.refers())
            .map(|(place, row)| (place, row.reply.body.clone()))
            .collect();
        let mut before = BTreeMap::new();
        for _ in 0..if as_written.is_empty() { 0 } else { STEPS } {
            let known = self.known(rows);
            if known == before {
                break;
            }
            for (place, body) in &as_written {
                let reply = &mut rows[*place].reply;
                reply.body.clone_from(body);
                reply.body.refer(|id| known.get(id).copied());
            }
            before = known;
        }
    }

    /// The ids of the replies that rows mean, by the ids that the file has for them.
    fn known(&self, rows: &[Row]) -> BTreeMap<String, &'a str> {
        let exact: Vec<Option<&Reply>> = rows.iter().map(|row| self.exact(&row.reply)).collect();
        let mut meant: BTreeSet<&str> =
            exact.iter().flatten().map(|known| known.id.as_str()).collect();
        let mut known = BTreeMap::new();
        for (row, exact) in rows.iter().zip(exact) {
            let reply = &row.reply;
            let named = || self.named(reply, &meant);
            let Some(means) = exact.or_else(named).or_else(|| self.said(reply)) else { continue };
            meant.insert(&means.id);
            if !reply.id.is_empty() {
                known.entry(reply.id.clone()).or_insert(means.id.as_str());
            }
        }
        known
    }

    /// The reply that says what the row says.
    fn said(&self, row: &Reply) -> Option<&'a Reply> {
        match self.by_body.get(&same_words(words(&row.body)))? {
            Same::Reply(id) => self.library.get(id),
            Same::Row(_) => None,
        }
    }

    /// The own reply that is called like the row and says the same, or has its
    /// id and one of the two.
    fn exact(&self, row: &Reply) -> Option<&'a Reply> {
        let called = self.by_name.get(&name_of(row)).into_iter().flatten().copied();
        called.into_iter().find(|known| says_same(known, row)).or_else(|| self.by_id(row))
    }

    /// The reply with the row's id, if that id means it.
    fn by_id(&self, row: &Reply) -> Option<&'a Reply> {
        let known = self.library.get(&row.id).filter(|_| !row.id.is_empty())?;
        let alike = || says_same(known, row) || (is_named(row) && name_of(known) == name_of(row));
        (self.library.is_made_here(&row.id) || alike()).then_some(known)
    }

    /// An own reply that is called like the row, and that no other row means.
    fn named(&self, row: &Reply, meant: &BTreeSet<&str>) -> Option<&'a Reply> {
        let called = self.by_name.get(&name_of(row)).filter(|_| is_named(row))?;
        called.iter().find(|known| !meant.contains(known.id.as_str())).copied()
    }

    fn row(&mut self, Row { line, mut reply }: Row, exact: Option<&'a Reply>) -> Planned {
        let known = exact.or_else(|| self.named(&reply, &self.meant));
        let id = reply.id.clone();
        let fate = self.fate(line, &mut reply, known);
        let was = known.filter(|_| matches!(fate, Fate::Changed(_))).cloned();
        let same = match &was {
            Some(known) => Same::Reply(known.id.clone()),
            None => Same::Row(line),
        };
        let mut abbreviation_of = None;
        if matches!(fate, Fate::New | Fate::Changed(_)) {
            let other = self.by_abbreviation.get(&reply.abbreviation.to_lowercase());
            abbreviation_of = other.filter(|other| **other != same).cloned();
            self.says(&reply.body, &Same::Row(line));
            self.abbreviate(&reply, same);
        }
        let (strays, broken) = (reply.body.strays(), Broken::default());
        Planned { line, id, reply, fate, was, abbreviation_of, strays, broken }
    }

    fn fate(&mut self, line: usize, reply: &mut Reply, known: Option<&'a Reply>) -> Fate {
        let length = reply.body.hans.chars().count().max(reply.body.hant.chars().count());
        match Refusal::of(reply) {
            Some(Refusal::Days) => return Fate::Refused(Why::Days),
            Some(_) => return Fate::Refused(Why::NoBody),
            None if length > LONGEST => return Fate::Refused(Why::TooLong(length)),
            None => {}
        }
        // An id that is not ours is none.
        reply.id.clear();
        if let Some(known) = known {
            let parts = differences(known, reply);
            if parts.is_empty() {
                return Fate::Duplicate(Same::Reply(known.id.clone()));
            }
            // The shop's own words stand; the agent gets another reply.
            if self.library.is_own(&known.id) {
                if let Some(first) = self.changed.get(known.id.as_str()) {
                    return self.unless_said(line, reply, Some(*first));
                }
                self.meant.insert(&known.id);
                self.changed.insert(&known.id, line);
                reply.id.clone_from(&known.id);
                keep_unsaid(reply, known);
                return Fate::Changed(parts);
            }
        }
        self.unless_said(line, reply, None)
    }

    /// New, unless it is said already: by a reply, or by an earlier row.
    fn unless_said(&self, line: usize, reply: &Reply, first: Option<usize>) -> Fate {
        match self.by_body.get(&same_words(words(&reply.body))) {
            Some(Same::Row(other)) if *other == line => Fate::New,
            Some(_) if first.is_some() => Fate::Duplicate(Same::Row(first.unwrap_or(line))),
            Some(same) => Fate::Duplicate(same.clone()),
            None => Fate::New,
        }
    }

    fn says(&mut self, body: &Wording, same: &Same) {
        for words in [&body.hans, &body.hant] {
            if !words.is_empty() {
                self.by_body.entry(same_words(words)).or_insert_with(|| same.clone());
            }
        }
    }

    fn abbreviate(&mut self, reply: &Reply, same: Same) {
        if !reply.abbreviation.is_empty() {
            let key = reply.abbreviation.to_lowercase();
            self.by_abbreviation.entry(key).or_insert(same);
        }
    }
}

fn words(wording: &Wording) -> &str {
    if wording.hans.is_empty() { &wording.hant } else { &wording.hans }
}

fn name_of(reply: &Reply) -> (String, String) {
    (words(&reply.folder).to_owned(), words(&reply.title).to_owned())
}

/// Whether somebody gave it its title.
fn is_named(reply: &Reply) -> bool {
    words(&reply.title) != first_words(words(&reply.body))
}

/// Whether the row says what the reply says in one of its scripts.
fn says_same(known: &Reply, row: &Reply) -> bool {
    let row = same_words(words(&row.body));
    same_words(&known.body.hans) == row || same_words(&known.body.hant) == row
}
