//! What was found in a draft, by where it starts.

use super::lexicon::Atom;

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
    /// Room for merging.
    places: Vec<u32>,
    spare: Vec<Hit>,
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
        self.spelled.push((start, end));
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

    /// Says that the hits of the next unit follow.
    #[inline]
    pub(super) fn unit(&mut self) {
        self.first.push(self.list.len() as u32);
    }

    /// Adds a hit of the unit.
    #[inline]
    pub(super) fn push(&mut self, hit: Hit) {
        self.list.push(hit);
    }

    /// Adds hits in any order. Each goes to its unit's, by counting: there may
    /// be as many as the draft has characters.
    pub(super) fn merge(&mut self, more: &[Hit]) {
        if more.is_empty() {
            return;
        }
        let units = self.first.len().saturating_sub(1);
        let mut places = std::mem::take(&mut self.places);
        places.clear();
        places.resize(units + 1, 0);
        let all = || self.list.iter().chain(more);
        for hit in all() {
            if let Some(count) = places.get_mut(hit.start as usize + 1) {
                *count += 1;
            }
        }
        for place in 1..places.len() {
            places[place] += places[place - 1];
        }
        let none = Hit { start: 0, end: 0, atom: 0, view: 0 };
        let mut list = std::mem::take(&mut self.spare);
        list.clear();
        list.resize(self.list.len() + more.len(), none);
        self.first.clone_from(&places);
        for hit in all() {
            let Some(place) = places.get_mut(hit.start as usize) else { continue };
            list[*place as usize] = *hit;
            *place += 1;
        }
        let key = |hit: &Hit| (hit.end, hit.atom, hit.view);
        for bounds in self.first.windows(2) {
            let unit = &mut list[bounds[0] as usize..bounds[1] as usize];
            // A handful, nearly in order: what came last goes to its place.
            for last in 1..unit.len() {
                let mut place = last;
                while place > 0 && key(&unit[place]) < key(&unit[place - 1]) {
                    unit.swap(place, place - 1);
                    place -= 1;
                }
            }
        }
        self.spare = std::mem::replace(&mut self.list, list);
        self.places = places;
    }
}
