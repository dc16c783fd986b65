//! Roughly where the words of each set stand: in which of the short regions
//! that a draft is cut into. That is a bit for each set and region, and a
//! phrase whose words are not all in the regions around its anchor is not there.

use super::anchor::{NEEDS, Within};
use super::hits::Hit;
use super::place::{ends_clause, ends_sentence};
use super::rows::Rows;
use crate::text::Folded;

/// A region has so many units: fewer only at the end of a draft, and more only
/// until its clause ends.
const LEAST: usize = 6;
const MOST: usize = 24;

/// In more regions than this it is not looked where a word is: a draft of a
/// single long clause would be looked through again and again.
const WINDOW: u32 = 8;

/// The number of a set that regions are marked with.
pub(super) type Mark = u32;

/// The mark of sets so common that it is not worth the while to ask for them.
pub(super) const EVERYWHERE: Mark = 0;

/// The marks of every atom, in words of 64.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Where the marks of each atom start in the list, and at last where they end.
    starts: Vec<u32>,
    list: Vec<(u32, u64)>,
    words: usize,
}

impl Marks {
    /// Of rows of marks for each atom, sorted.
    pub(super) fn of(rows: &Rows, marks: usize) -> Marks {
        let mut list: Vec<(u32, u64)> = Vec::new();
        let mut starts = vec![0];
        for atom in 0..rows.len() as u32 {
            let start = list.len();
            for mark in rows.row(atom) {
                let (word, bit) = (mark / 64, 1 << (mark % 64));
                match list.get_mut(start..).and_then(<[_]>::last_mut) {
                    Some((last, bits)) if *last == word => *bits |= bit,
                    _ => list.push((word, bit)),
                }
            }
            starts.push(list.len() as u32);
        }
        Marks { starts, list, words: marks.div_ceil(64) }
    }

    #[inline]
    fn of_atom(&self, atom: u32) -> &[(u32, u64)] {
        let bounds = self.starts.get(atom as usize).zip(self.starts.get(atom as usize + 1));
        let list = bounds.and_then(|(from, to)| self.list.get(*from as usize..*to as usize));
        list.unwrap_or_default()
    }
}

/// A stretch of a draft.
#[derive(Debug, Clone, Copy)]
struct Region {
    start: u32,
    /// The first and the last region that its clauses stand in, and its sentences.
    clause: (u32, u32),
    sentence: (u32, u32),
}

/// The regions of a draft.
#[derive(Debug, Default)]
pub(super) struct Regions {
    list: Vec<Region>,
    /// The region of each unit.
    of_unit: Vec<u32>,
    /// The marks of each region, one after the other.
    bits: Vec<u64>,
    /// The marks of the whole draft.
    whole: Vec<u64>,
}

impl Regions {
    /// Marks where the hits of a draft are.
    pub(super) fn read(&mut self, marks: &Marks, folded: &Folded, hits: &[Hit]) {
        self.whole.clear();
        self.bits.clear();
        if marks.words == 0 {
            return;
        }
        self.cut(folded);
        self.whole.resize(marks.words, 0);
        self.bits.resize(marks.words * self.list.len(), 0);
        for hit in hits {
            let Some(region) = self.of_unit.get(hit.start as usize) else { continue };
            let start = *region as usize * marks.words;
            let Some(row) = self.bits.get_mut(start..start + marks.words) else { continue };
            for (word, bits) in marks.of_atom(hit.atom) {
                if let Some(row) = row.get_mut(*word as usize) {
                    *row |= bits;
                }
            }
        }
        for row in self.bits.chunks_exact(marks.words) {
            for (all, bits) in self.whole.iter_mut().zip(row) {
                *all |= bits;
            }
        }
        // What is everywhere is not looked for.
        if let Some(all) = self.whole.first_mut() {
            *all |= 1 << EVERYWHERE;
        }
    }

    /// Cuts a draft into regions, where clauses end if it can be.
    fn cut(&mut self, folded: &Folded) {
        self.list.clear();
        self.of_unit.clear();
        let mut length = 0;
        let (mut clause, mut sentence) = (0, 0);
        let mut before: Option<char> = None;
        for (place, unit) in (0..).zip(&folded.units) {
            let ended = before.is_some_and(ends_clause);
            if before.is_none() || length >= MOST || (ended && length >= LEAST) {
                let number = self.list.len() as u32;
                clause = if ended { number } else { clause };
                sentence = if before.is_some_and(ends_sentence) { number } else { sentence };
                let (clause, sentence) = ((clause, number), (sentence, number));
                self.list.push(Region { start: place, clause, sentence });
                length = 0;
            }
            length += 1;
            self.of_unit.push(self.list.len() as u32 - 1);
            before = Some(unit.form);
        }
        // What begins with a region goes on until the region before the next
        // one that begins something.
        for place in (1..self.list.len()).rev() {
            let Region { clause, sentence, .. } = self.list[place];
            let before = &mut self.list[place - 1];
            if clause.0 < place as u32 {
                before.clause.1 = clause.1;
            }
            if sentence.0 < place as u32 {
                before.sentence.1 = sentence.1;
            }
        }
    }

    /// Whether all of these stand anywhere in the draft.
    #[inline]
    pub(super) fn any(&self, needs: &[Mark; NEEDS]) -> bool {
        let is = |mark: Mark| {
            self.whole.get(mark as usize / 64).is_some_and(|bits| bits >> (mark % 64) & 1 == 1)
        };
        needs.iter().all(|mark| is(*mark))
    }

    /// Whether all of these may stand from the unit `first` to the unit `last`,
    /// within what the unit `at` stands in; then the first unit where they may.
    pub(super) fn near(
        &self,
        needs: &[Mark; NEEDS],
        at: u32,
        (first, last): (u32, u32),
        within: Within,
    ) -> Option<u32> {
        let count = self.list.len();
        let region = |unit: u32| self.of_unit.get(unit as usize).copied();
        let own = self.list.get(region(at)? as usize)?;
        let (from, to) = match within {
            Within::Clause => own.clause,
            Within::Sentence => own.sentence,
            Within::Draft => (0, count as u32 - 1),
        };
        let from = from.max(region(first).unwrap_or_default());
        let to = to.min(region(last).unwrap_or(u32::MAX));
        let words = self.whole.len();
        let stands = |mark: Mark| {
            let word = mark as usize / 64;
            let bits = |region: u32| self.bits.get(region as usize * words + word);
            let is = |bits: &u64| bits >> (mark % 64) & 1 == 1;
            mark == EVERYWHERE || (from..=to).any(|region| bits(region).is_some_and(is))
        };
        let near = to - from >= WINDOW || needs.iter().all(|mark| stands(*mark));
        near.then(|| first.max(self.list.get(from as usize).map_or(0, |region| region.start)))
    }
}
