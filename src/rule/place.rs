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
    /// Numbers the clauses and sentences of another draft, in the same room.
    /// The sign that ends one belongs to it.
    pub(super) fn read(&mut self, folded: &Folded) {
        self.clause.clear();
        self.sentence.clear();
        let (mut clause, mut sentence) = (0, 0);
        let mut before: Option<char> = None;
        for unit in &folded.units {
            if unit.line || before.is_some_and(ends_sentence) {
                sentence += 1;
                clause += 1;
            } else if before.is_some_and(ends_clause) {
                clause += 1;
            }
            self.clause.push(clause);
            self.sentence.push(sentence);
            before = Some(unit.form);
        }
    }

    /// The clause of a unit.
    pub(super) fn clause(&self, unit: usize) -> u32 {
        self.clause.get(unit).copied().unwrap_or_default()
    }

    /// The clauses that a range of units stands in, from the first unit of the
    /// first to the last one's end.
    pub(super) fn clause_around(&self, start: usize, end: usize) -> (u32, u32) {
        around(&self.clause, start, end)
    }

    /// The same for sentences.
    pub(super) fn sentence_around(&self, start: usize, end: usize) -> (u32, u32) {
        around(&self.sentence, start, end)
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

fn around(numbers: &[u32], start: usize, end: usize) -> (u32, u32) {
    let number = |unit: usize| numbers.get(unit).copied().unwrap_or_default();
    let (first, last) = (number(start), number(end.saturating_sub(1)));
    let from = numbers.partition_point(|other| *other < first);
    let to = numbers.partition_point(|other| *other <= last);
    (from as u32, to as u32)
}

fn widen(numbers: &[u32], folded: &Folded, start: usize, end: usize) -> (usize, usize) {
    let (from, to) = around(numbers, start, end);
    let mut to = to as usize;
    while to > end && folded.units.get(to - 1).is_some_and(|unit| ends_clause(unit.form)) {
        to -= 1;
    }
    (from as usize, to)
}
