//! The quotations of a draft, and which of them report what somebody said.

use super::ranges::Ranges;
use crate::text::Folded;

/// The characters that words of telling end with.
const TELLING: &[char] = &['说', '讲', '问', '写', '提', '喊', '道', '言'];
/// What may stand between such a word and what was told.
const LINKS: &[char] = &['的', '了', '过', '到', '是', '着', ','];

/// The quotations of a draft.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    ranges: Ranges,
    /// The starts of those with a word of telling before them, sorted.
    reports: Vec<u32>,
}

impl Quotes {
    pub(super) fn of(folded: &Folded) -> Quotes {
        if folded.quotes.is_empty() {
            return Quotes::default();
        }
        let list = folded.quotes.iter().map(|quote| (quote.start as u32, quote.end as u32));
        let (ranges, length) = (Ranges::of(list.collect()), folded.units.len() as u32);
        let mut reports = Vec::new();
        let (mut before, mut told) = (0, false);
        for start in ranges.starts() {
            // The last word before it, or before the quotation that was looked at.
            let units = folded.units.get(before..start as usize).unwrap_or_default();
            if let Some(word) = units.iter().rev().find(|unit| !LINKS.contains(&unit.form)) {
                told = TELLING.contains(&word.form);
            }
            if told && start < length {
                reports.push(start);
            }
            before = start as usize;
        }
        Quotes { ranges, reports }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether a quotation opens at a unit.
    pub(super) fn open_at(&self, at: usize) -> bool {
        self.ranges.start_in(at as u32, at as u32)
    }

    /// Whether a quotation closes before a unit.
    pub(super) fn close_at(&self, at: usize) -> bool {
        self.ranges.end_in(at as u32, at as u32)
    }

    /// Whether a quotation holds a range of units whole.
    pub(super) fn hold(&self, start: usize, end: usize) -> bool {
        self.ranges.hold(start as u32, end as u32)
    }

    /// The reports that open within a range of units and last until its end or
    /// longer; of those that open together, the longest.
    pub(super) fn reached(&self, start: usize, end: usize) -> impl Iterator<Item = (u32, u32)> {
        let reaches = move |range: &(u32, u32)| {
            end as u32 <= range.1 && self.reports.binary_search(&range.0).is_ok()
        };
        self.ranges.starting_between(start as u32, end as u32).filter(reaches)
    }
}
