//! In what a row differs from the reply whose place it takes.

use super::Part;
use crate::day::Day;
use crate::reply::{Reply, Wording};

/// The parts in which a row says something else; what it leaves open is not
/// said otherwise.
pub(super) fn differences(known: &Reply, row: &Reply) -> Vec<Part> {
    let wording = |known: &Wording, row: &Wording| {
        let scripts = [(&known.hans, &row.hans), (&known.hant, &row.hant)];
        !is_one_of(known, row) && scripts.iter().any(|(known, row)| !row.is_empty() && known != row)
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

impl Part {
    /// What stands in this part of a reply, to be shown beside what another has
    /// there: always as many texts, in the same order.
    pub fn of(self, reply: &Reply) -> Vec<String> {
        let both = |words: &Wording| vec![words.hans.clone(), words.hant.clone()];
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Self::Folder => both(&reply.folder),
            Self::Title => {
                vec![reply.title.hans.clone(), reply.title.hant.clone(), reply.pinyin.clone()]
            }
            Self::Abbreviation => vec![reply.abbreviation.clone()],
            Self::Tags => vec![reply.tags.join("、")],
            Self::Body => both(&reply.body),
            Self::Platforms => vec![reply.platforms.join("、")],
            Self::Days => vec![day(reply.valid_from), day(reply.valid_until)],
            Self::Source => vec![reply.source.clone()],
        }
    }
}

/// What the row does not say stays as it is, the words of the other script too.
pub(super) fn keep_unsaid(row: &mut Reply, known: &Reply) {
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
        if is_one_of(known, row) {
            row.clone_from(known);
        }
        text(&mut row.hans, &known.hans);
        text(&mut row.hant, &known.hant);
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

/// Whether words of no named script are those of either.
fn is_one_of(known: &Wording, row: &Wording) -> bool {
    row.hant.is_empty() && (row.hans == known.hans || row.hans == known.hant)
}
