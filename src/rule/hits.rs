//! What was found in a draft, by where it starts.

use super::class;
use super::lexicon::{Atom, EXACT};
use super::trie::{Sign, Trie};
use crate::text::Unit;

/// An atom found, as a range of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) atom: Atom,
    /// How it reads: one of the view bits.
    pub(super) view: u8,
}

/// All atoms of a draft, by where they start, then by where they end.
#[derive(Debug, Default)]
pub(super) struct Hits {
    list: Vec<Hit>,
    /// For each unit, its first hit; at last, how many there are.
    first: Vec<u32>,
    /// The syllables that are spelled with several units, in order.
    spelled: Vec<(u32, u32)>,
    /// By how many units the draft is longer than it would be as it is meant.
    slack: u32,
    /// By how many units the longest syllable is longer than one.
    syllable: u32,
}

impl Hits {
    /// The hits that start at a unit.
    #[inline]
    pub(super) fn at(&self, unit: usize) -> &[Hit] {
        let bounds = self.first.get(unit).zip(self.first.get(unit + 1));
        bounds.and_then(|(from, to)| self.list.get(*from as usize..*to as usize)).unwrap_or(&[])
    }

    /// The hits that start from one unit on and before another.
    pub(super) fn between(&self, from: usize, to: usize) -> &[Hit] {
        let bounds = self.first.get(from).zip(self.first.get(to));
        bounds.and_then(|(from, to)| self.list.get(*from as usize..*to as usize)).unwrap_or(&[])
    }

    /// All hits.
    pub(super) fn all(&self) -> &[Hit] {
        &self.list
    }

    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.first.clear();
        self.spelled.clear();
        self.slack = 0;
        self.syllable = 0;
    }

    /// By how many units words may be longer here than they are: those of the
    /// syllables that are spelled and of the characters that are doubled.
    pub(super) fn slack(&self) -> u32 {
        self.slack
    }

    /// By how many units a syllable of the draft may be longer than one.
    pub(super) fn syllable(&self) -> u32 {
        self.syllable
    }

    /// Says that these units are one syllable.
    pub(super) fn spell(&mut self, start: u32, end: u32) {
        let place = self.spelled.partition_point(|(before, _)| *before < start);
        self.spelled.insert(place, (start, end));
        self.stretch(end - start - 1);
        self.syllable = self.syllable.max(end - start - 1);
    }

    /// Says that the draft is longer by some units than it is meant.
    pub(super) fn stretch(&mut self, units: u32) {
        self.slack = self.slack.saturating_add(units);
    }

    /// The unit after the character at a unit: one that is spelled has several.
    #[inline]
    pub(super) fn after(&self, unit: usize) -> usize {
        if self.spelled.is_empty() {
            return unit + 1;
        }
        match self.spelled.binary_search_by_key(&(unit as u32), |(start, _)| *start) {
            Ok(place) => self.spelled[place].1 as usize,
            Err(_) => unit + 1,
        }
    }

    /// Finds the words of a draft, and sorts in among them what else was found,
    /// which comes in order.
    pub(super) fn words(&mut self, words: &Trie, units: &[Unit], mut more: &[Hit]) {
        let list = &mut self.list;
        self.first.resize(units.len() + 1, 0);
        let mut due = more.first().map_or(u32::MAX, |hit| hit.start);
        let mut following = units.iter();
        following.next();
        for ((start, unit), first) in (0..).zip(units).zip(&mut self.first) {
            *first = list.len() as u32;
            if let Some(word) = words.alone(unit.form) {
                push(list, units, start, start as usize + 1, word);
            }
            if let Some(next) = following.next()
                && words.begins(unit.form, next.form)
            {
                longer(list, words, units, start as usize);
            }
            if due == start {
                let count = more.iter().take_while(|hit| hit.start == start).count();
                let (here, rest) = more.split_at(count);
                list.extend_from_slice(here);
                sort(&mut list[*first as usize..]);
                due = rest.first().map_or(u32::MAX, |hit| hit.start);
                more = rest;
            }
        }
        if let Some(all) = self.first.last_mut() {
            *all = list.len() as u32;
        }
    }
}

/// Adds a word that stands somewhere, if it is not cut out of others.
#[inline]
fn push(list: &mut Vec<Hit>, units: &[Unit], start: u32, end: usize, word: u32) {
    if !cut_at(units, start as usize) && !cut_at(units, end) {
        let atom = class::NAMES.len() as Atom + word;
        list.push(Hit { start, end: end as u32, atom, view: EXACT });
    }
}

/// Adds the words of several units that start at one.
fn longer(list: &mut Vec<Hit>, words: &Trie, units: &[Unit], start: usize) {
    let sign = |place: usize| {
        let unit: Option<&Unit> = units.get(place);
        unit.map(|unit| Sign { form: unit.form, joins: unit.touches() })
    };
    words.longer(start, sign, |end, word| push(list, units, start as u32, end, word));
}

/// Sorts the hits of a unit: a handful, nearly in order. What came last goes to
/// its place.
pub(super) fn sort(unit: &mut [Hit]) {
    let key = |hit: &Hit| (hit.end, hit.atom, hit.view);
    for last in 1..unit.len() {
        let mut place = last;
        while place > 0 && key(&unit[place]) < key(&unit[place - 1]) {
            unit.swap(place, place - 1);
            place -= 1;
        }
    }
}

/// Whether a word cannot start with a unit: it is cut out of a run of letters.
#[inline]
fn cuts(before: &Unit, unit: &Unit) -> bool {
    before.form.is_ascii_lowercase() && unit.form.is_ascii_lowercase() && unit.noise == 0
}

/// Whether a word cannot end before a unit.
#[inline]
pub(super) fn cut_at(units: &[Unit], end: usize) -> bool {
    match (end.checked_sub(1).and_then(|last| units.get(last)), units.get(end)) {
        (Some(before), Some(unit)) => cuts(before, unit),
        _ => false,
    }
}
