//! Everything that can be found, prepared once.

use super::line::Line;
use super::query::{Query, Word};
use super::slip;
use crate::reply::{Reply, Wording};
use crate::sort;

/// How well a word is found. An abbreviation typed out is meant; then what is
/// called so, then what is read so, then what speaks of it.
mod rank {
    pub(super) const ABBREVIATION: u32 = 100;
    pub(super) const TITLE_STARTS: u32 = 90;
    pub(super) const TITLE: u32 = 80;
    pub(super) const READ_STARTS: u32 = 70;
    pub(super) const READ: u32 = 60;
    pub(super) const ABBREVIATION_STARTS: u32 = 50;
    pub(super) const TAG: u32 = 40;
    pub(super) const TAG_READ: u32 = 35;
    /// From here on a word is called so, with a slip or without.
    pub(super) const SLIP: u32 = 30;
    pub(super) const BODY: u32 = 20;
    pub(super) const BODY_READ: u32 = 10;
    pub(super) const BODY_SLIP: u32 = 5;
}

/// Replies prepared for being found.
#[derive(Debug, Clone, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

/// A reply that a query found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Its place among the replies that the index was made of.
    pub place: usize,
    /// How well it was found; more is better.
    pub rank: u32,
}

/// A reply as it is searched. A text is here once if both scripts say the same.
#[derive(Debug, Clone)]
struct Entry {
    folder: Vec<Line>,
    title: Vec<Line>,
    abbreviation: Vec<char>,
    tags: Vec<Line>,
    body: Vec<Line>,
    /// What its uses are worth, so that more is a greater number.
    worth: u64,
}

impl Index {
    /// Prepares replies, in their order.
    pub fn new<'a>(replies: impl IntoIterator<Item = &'a Reply>) -> Self {
        Self { entries: replies.into_iter().map(Entry::new).collect() }
    }

    /// Says what the uses of each reply are worth (see
    /// [`Use::worth`](crate::reply::Use)), by its place.
    pub fn weigh(&mut self, worth: impl Fn(usize) -> Option<f64>) {
        for (place, entry) in self.entries.iter_mut().enumerate() {
            // Numbers above zero are in the order of their bits.
            entry.worth = worth(place).map_or(0, |worth| worth.max(0.0).to_bits());
        }
    }

    /// The replies that match and are offered, best first; all of them if nothing
    /// is looked for. Among equals those come first that are used more and of late,
    /// and then the order that they are in.
    pub fn search(&self, query: &Query, offered: impl Fn(usize) -> bool) -> Vec<Found> {
        let within = |entry: &Entry| {
            let named = |word: &Word| entry.folder.iter().any(|line| word.found(line).is_some());
            query.folders.iter().all(named)
        };
        let candidates: Vec<usize> = (0..self.entries.len())
            .filter(|place| within(&self.entries[*place]) && offered(*place))
            .collect();
        let mut found = self.ranked(&candidates, query, false);
        let best = found.iter().map(|found| found.rank).max().unwrap_or(0);
        if !query.words.is_empty() && best < rank::SLIP * query.words.len() as u32 {
            found = self.ranked(&candidates, query, true);
        }
        sort::by_key(&mut found, |found| {
            let worth = !self.entries.get(found.place).map_or(0, |entry| entry.worth);
            [!found.rank, (worth >> 32) as u32, worth as u32, found.place as u32]
        });
        found
    }

    fn ranked(&self, candidates: &[usize], query: &Query, slips: bool) -> Vec<Found> {
        let rank = |place: &usize| {
            let entry = self.entries.get(*place)?;
            let ranks = query.words.iter().map(|word| entry.rank(word, slips));
            Some(Found { place: *place, rank: ranks.sum::<Option<u32>>()? })
        };
        candidates.iter().filter_map(rank).collect()
    }
}

impl Entry {
    fn new(reply: &Reply) -> Self {
        Self {
            folder: lines(&reply.folder, ""),
            title: lines(&reply.title, &reply.pinyin),
            abbreviation: reply.abbreviation.chars().map(super::line::fold).collect(),
            tags: reply.tags.iter().map(|tag| Line::read(tag)).collect(),
            body: lines(&reply.body, ""),
            worth: 0,
        }
    }

    /// How well a word is found; `None` if it is not.
    fn rank(&self, word: &Word, slips: bool) -> Option<u32> {
        let forms = word.forms.as_slice();
        if self.abbreviation == forms {
            return Some(rank::ABBREVIATION);
        }
        let begins = |found: Option<(usize, usize)>, start: u32, within: u32| {
            found.map(|(at, _)| if at == 0 { start } else { within })
        };
        let titled = self.title.iter().filter_map(|title| {
            begins(title.find(forms), rank::TITLE_STARTS, rank::TITLE)
                .or_else(|| begins(word.read(title), rank::READ_STARTS, rank::READ))
        });
        if let Some(best) = titled.max() {
            return Some(best);
        }
        if !forms.is_empty() && self.abbreviation.starts_with(forms) {
            return Some(rank::ABBREVIATION_STARTS);
        }
        if self.tags.iter().any(|tag| tag.find(forms).is_some()) {
            return Some(rank::TAG);
        }
        if self.tags.iter().any(|tag| word.read(tag).is_some_and(|(at, _)| at == 0)) {
            return Some(rank::TAG_READ);
        }
        if slips && self.slipped(forms) {
            return Some(rank::SLIP);
        }
        if self.body.iter().any(|body| body.find(forms).is_some()) {
            return Some(rank::BODY);
        }
        if forms.len() > 1 && self.body.iter().any(|body| word.read(body).is_some()) {
            return Some(rank::BODY_READ);
        }
        let nearly = |body: &Line| !word.spells && slip::find(body, forms).is_some();
        (slips && self.body.iter().any(nearly)).then_some(rank::BODY_SLIP)
    }

    /// Whether it is called nearly so.
    fn slipped(&self, forms: &[char]) -> bool {
        slip::nearly(forms, &self.abbreviation)
            || self.title.iter().chain(&self.tags).any(|line| slip::find(line, forms).is_some())
    }
}

/// A wording as it is searched: both scripts, unless they say the same.
fn lines(wording: &Wording, pinyin: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(1);
    for words in [&wording.hans, &wording.hant] {
        let line = Line::read_as(words, pinyin);
        if !words.is_empty() && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
