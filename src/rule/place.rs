//! Where things stand in a draft: its clauses and its sentences.

use crate::text::Folded;

/// The clause and the sentence of each unit, by number.
#[derive(Debug, Default)]
pub(super) struct Places {
    clause: Vec<u32>,
    sentence: Vec<u32>,
}

/// Whether a unit ends a clause.
pub(super) fn ends_clause(form: char) -> bool {
    form == ',' || ends_sentence(form)
}

/// Whether a unit ends a sentence.
pub(super) fn ends_sentence(form: char) -> bool {
    matches!(form, '。' | '!' | '?' | ';')
}

impl Places {
    /// Numbers the clauses and sentences of a draft. The sign that ends one
    /// belongs to it.
    pub(super) fn of(folded: &Folded) -> Places {
        let mut places = Places::default();
        let (mut clause, mut sentence) = (0, 0);
        let mut before: Option<char> = None;
        for unit in &folded.units {
            if unit.line || before.is_some_and(ends_sentence) {
                sentence += 1;
                clause += 1;
            } else if before.is_some_and(ends_clause) {
                clause += 1;
            }
            places.clause.push(clause);
            places.sentence.push(sentence);
            before = Some(unit.form);
        }
        places
    }

    /// The clause of a unit.
    pub(super) fn clause(&self, unit: usize) -> u32 {
        self.clause.get(unit).copied().unwrap_or_default()
    }

    /// The sentence of a unit.
    pub(super) fn sentence(&self, unit: usize) -> u32 {
        self.sentence.get(unit).copied().unwrap_or_default()
    }

    /// The clauses that a range of units stands in, as a range of units
    /// without the sign at the end.
    pub(super) fn clauses(&self, folded: &Folded, start: usize, end: usize) -> (usize, usize) {
        widen(&self.clause, folded, start, end)
    }

    /// The same for sentences.
    pub(super) fn sentences(&self, folded: &Folded, start: usize, end: usize) -> (usize, usize) {
        widen(&self.sentence, folded, start, end)
    }
}

fn widen(numbers: &[u32], folded: &Folded, start: usize, end: usize) -> (usize, usize) {
    let number = |unit: usize| numbers.get(unit).copied().unwrap_or_default();
    let (first, last) = (number(start), number(end.saturating_sub(1)));
    let from = numbers.partition_point(|other| *other < first);
    let mut to = numbers.partition_point(|other| *other <= last);
    while to > end && folded.units.get(to - 1).is_some_and(|unit| ends_clause(unit.form)) {
        to -= 1;
    }
    (from, to)
}
