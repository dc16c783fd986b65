//! What stands around a match: the contexts that excuse it or that it needs.

use super::chain::Purpose;
use super::compile::Compiled;
use super::follow::Match;
use super::pack::Where;
use super::place::Places;
use super::ranges::Ranges;

/// Where the words of a context may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ContextEntry {
    /// The number of the context's name; several entries may have one.
    pub(super) name: u32,
    pub(super) place: Where,
    /// How far from the words found, in units; in a sentence, how far from
    /// their clause.
    pub(super) reach: u16,
}

impl Where {
    /// How far a context reaches that does not say it. What stands twelve
    /// characters away is about something else: an apology at the start of a
    /// long sentence excuses nothing at its end.
    pub(super) fn reach(self) -> u16 {
        match self {
            Where::Clause | Where::Sentence => 12,
            Where::Before | Where::After | Where::Draft | Where::Over | Where::Buyer => u16::MAX,
        }
    }
}

/// The contexts that were found, by entry.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    list: Vec<(ContextEntry, Ranges)>,
}

impl Contexts {
    /// Sorts the matches of contexts by entry.
    pub(super) fn of(compiled: &Compiled, matches: &[Match]) -> Contexts {
        let mut entries: Vec<(u32, Vec<(u32, u32)>)> = Vec::new();
        for found in matches {
            let Purpose::Context(entry) = found.purpose else { continue };
            let range = (found.start as u32, found.end as u32);
            match entries.iter_mut().find(|(known, _)| *known == entry) {
                Some((_, ranges)) => ranges.push(range),
                None => entries.push((entry, vec![range])),
            }
        }
        let list = entries.into_iter().filter_map(|(entry, ranges)| {
            Some((*compiled.contexts.get(entry as usize)?, Ranges::of(ranges)))
        });
        Contexts { list: list.collect() }
    }

    /// Whether a context of a name stands where it counts for a match.
    pub(super) fn stand(&self, name: u32, found: &Match, places: &Places) -> bool {
        let of_name = self.list.iter().filter(|(entry, _)| entry.name == name);
        of_name.into_iter().any(|(entry, ranges)| near(*entry, ranges, found, places))
    }
}

fn near(entry: ContextEntry, ranges: &Ranges, found: &Match, places: &Places) -> bool {
    let (start, end) = (found.start as u32, found.end as u32);
    let reach = u32::from(entry.reach);
    let clause = || {
        let (from, to) = places.clause_around(found.start, found.end);
        (from.max(start.saturating_sub(reach)), to.min(end.saturating_add(reach)))
    };
    match entry.place {
        Where::Before => {
            let (clause, _) = places.clause_around(found.start, found.end);
            ranges.end_in((clause + 1).max(start.saturating_sub(reach)), start)
        }
        Where::After => {
            let (_, clause) = places.clause_around(found.start, found.end);
            ranges.start_in(end, end.saturating_add(reach).min(clause.saturating_sub(1)))
        }
        Where::Clause => {
            let (from, to) = clause();
            ranges.overlap(from, to)
        }
        Where::Sentence => {
            let (from, to) = places.sentence_around(found.start, found.end);
            let (before, after) = clause();
            let from = from.max(before.saturating_sub(reach));
            ranges.overlap(from, to.min(after.saturating_add(reach)))
        }
        Where::Over => ranges.overlap(start, end),
        // They were looked for in the draft, and in the buyer's message.
        Where::Draft | Where::Buyer => true,
    }
}
