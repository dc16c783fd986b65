//! Where things stand in a draft: its clauses and its sentences.

use crate::text::Folded;

/// The clauses and the sentences of a draft, by the units that they start with.
#[derive(Debug, Default)]
pub(super) struct Places {
    clauses: Vec<u32>,
    sentences: Vec<u32>,
    /// How many units there are.
    length: u32,
}

/// The last of the signs that end something: all letters of Han come after it,
/// so that most units are told by this alone.
const LAST: char = '。';

/// Whether a unit ends a clause.
#[inline]
pub(super) fn ends_clause(form: char) -> bool {
    form <= LAST && (form == ',' || ends_sentence(form))
}

/// Whether a unit ends a sentence.
#[inline]
pub(super) fn ends_sentence(form: char) -> bool {
    matches!(form, '。' | '!' | '?' | ';')
}

impl Places {
    /// Finds the clauses and sentences of another draft, in the same room. The
    /// sign that ends one belongs to it.
    pub(super) fn read(&mut self, folded: &Folded) {
        self.clauses.clear();
        self.sentences.clear();
        self.length = folded.units.len() as u32;
        let (mut clause, mut sentence) = (false, false);
        for (place, unit) in (0..).zip(&folded.units) {
            if clause || unit.line {
                self.clauses.push(place);
                if sentence || unit.line {
                    self.sentences.push(place);
                }
            }
            clause = ends_clause(unit.form);
            sentence = clause && unit.form != ',';
        }
    }

    /// Whether a range of units lies in more than one clause.
    pub(super) fn is_parted(&self, start: usize, end: usize) -> bool {
        number(&self.clauses, start) != number(&self.clauses, end.saturating_sub(1))
    }

    /// The clauses that a range of units stands in, from the first unit of the
    /// first to the last one's end.
    pub(super) fn clause_around(&self, start: usize, end: usize) -> (u32, u32) {
        self.around(&self.clauses, start, end)
    }

    /// The same for sentences.
    pub(super) fn sentence_around(&self, start: usize, end: usize) -> (u32, u32) {
        self.around(&self.sentences, start, end)
    }

    /// The clauses that a range of units stands in, as a range of units
    /// without the sign at the end.
    pub(super) fn clauses(&self, folded: &Folded, start: usize, end: usize) -> (usize, usize) {
        without_sign(self.clause_around(start, end), folded, end)
    }

    /// The same for sentences.
    pub(super) fn sentences(&self, folded: &Folded, start: usize, end: usize) -> (usize, usize) {
        without_sign(self.sentence_around(start, end), folded, end)
    }

    fn around(&self, starts: &[u32], start: usize, end: usize) -> (u32, u32) {
        let first = number(starts, start).checked_sub(1);
        let after = number(starts, end.saturating_sub(1));
        let from = first.and_then(|first| starts.get(first)).copied().unwrap_or_default();
        (from, starts.get(after).copied().unwrap_or(self.length))
    }
}

/// How many of these start at a unit or before it.
fn number(starts: &[u32], unit: usize) -> usize {
    starts.partition_point(|start| *start as usize <= unit)
}

fn without_sign((from, to): (u32, u32), folded: &Folded, end: usize) -> (usize, usize) {
    let mut to = to as usize;
    while to > end && folded.units.get(to - 1).is_some_and(|unit| ends_clause(unit.form)) {
        to -= 1;
    }
    (from as usize, to)
}
