//! Ranges of units, to be asked about in logarithmic time. A draft may have
//! as many of them as it has characters, and every finding asks.

use crate::sort;

/// Ranges of units.
#[derive(Debug, Clone, Default)]
pub(super) struct Ranges {
    /// By start, then by end.
    list: Vec<(u32, u32)>,
    /// For each range, the farthest end of it and those before it.
    farthest: Vec<u32>,
    /// For each range, the nearest end of it and those after it.
    nearest: Vec<u32>,
    /// All ends, sorted.
    ends: Vec<u32>,
}

impl Ranges {
    pub(super) fn of(mut list: Vec<(u32, u32)>) -> Ranges {
        sort::by_key(&mut list, |(start, end)| [*start, *end, 0, 0]);
        let mut ends: Vec<u32> = list.iter().map(|(_, end)| *end).collect();
        let mut farthest = ends.clone();
        for place in 1..farthest.len() {
            farthest[place] = farthest[place].max(farthest[place - 1]);
        }
        let mut nearest = ends.clone();
        for place in (1..nearest.len()).rev() {
            nearest[place - 1] = nearest[place - 1].min(nearest[place]);
        }
        sort::by_key(&mut ends, |end| [*end, 0, 0, 0]);
        Ranges { list, farthest, nearest, ends }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Where they start, each place once.
    pub(super) fn starts(&self) -> impl Iterator<Item = u32> {
        let starts = |group: &[(u32, u32)]| group.first().map(|(start, _)| *start);
        self.list.chunk_by(|one, next| one.0 == next.0).filter_map(starts)
    }

    /// How many ranges start before a unit.
    fn before(&self, unit: u32) -> usize {
        self.list.partition_point(|(start, _)| *start < unit)
    }

    /// Whether a range that starts before `unit` ends after `other`.
    fn spans(&self, unit: u32, other: u32) -> bool {
        self.before(unit).checked_sub(1).and_then(|last| self.farthest.get(last)) > Some(&other)
    }

    /// Whether any of them shares a unit with this range.
    pub(super) fn overlap(&self, start: u32, end: u32) -> bool {
        self.spans(end, start)
    }

    /// Whether any of them holds this range.
    pub(super) fn hold(&self, start: u32, end: u32) -> bool {
        self.spans(start + 1, end.saturating_sub(1))
    }

    /// Whether any of them lies within this range.
    pub(super) fn lie_in(&self, start: u32, end: u32) -> bool {
        self.nearest.get(self.before(start)).is_some_and(|nearest| *nearest <= end)
    }

    /// Whether any of them starts from `first` to `last`.
    pub(super) fn start_in(&self, first: u32, last: u32) -> bool {
        self.list.get(self.before(first)).is_some_and(|(start, _)| *start <= last)
    }

    /// Whether any of them ends from `first` to `last`.
    pub(super) fn end_in(&self, first: u32, last: u32) -> bool {
        let place = self.ends.partition_point(|end| *end < first);
        self.ends.get(place).is_some_and(|end| *end <= last)
    }

    /// Whether any of them takes a word out: it is the word, it is longer and
    /// holds it, or its edge goes through it. One that lies within a longer word
    /// leaves it.
    pub(super) fn take(&self, start: u32, end: u32) -> bool {
        self.take_part(start, end) || self.list.binary_search(&(start, end)).is_ok()
    }

    /// The same, but for one that is the word and nothing else.
    pub(super) fn take_part(&self, start: u32, end: u32) -> bool {
        self.spans(start, start) || self.spans(end, end)
    }

    /// The ranges that start after `first` and before `last`, by start; of
    /// those that start together, the longest.
    pub(super) fn starting_between(
        &self,
        first: u32,
        last: u32,
    ) -> impl Iterator<Item = (u32, u32)> {
        let (mut place, end) = (self.before(first + 1), self.before(last));
        std::iter::from_fn(move || {
            let (start, _) = *self.list.get(place).filter(|_| place < end)?;
            place = self.before(start + 1);
            let (_, longest) = self.list.get(place - 1)?;
            Some((start, *longest))
        })
    }
}
