//! Everything that can be found, prepared once.

use super::arena::{Arena, Hit, Part};
use super::line::{Line, fold};
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
    pub(super) const TITLE_STARTS_SLIP: u32 = 34;
    pub(super) const TITLE_SLIP: u32 = 32;
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
    arena: Arena,
}

/// A reply that a query found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Its place among the replies that the index was made of.
    pub place: usize,
    /// How well it was found; more is better.
    pub rank: u32,
}

impl Found {
    /// Whether its title or its abbreviation is what was looked for, or begins so; for a
    /// query of one word.
    pub fn is_called_so(&self) -> bool {
        self.rank >= rank::ABBREVIATION_STARTS
    }
}

/// What is searched of a reply beside the arena's texts.
#[derive(Debug, Clone)]
struct Entry {
    folder: Vec<Line>,
    abbreviation: Vec<char>,
    /// What its uses are worth, so that more is a greater number.
    worth: u64,
}

impl Index {
    /// Prepares replies, in their order.
    pub fn new<'a>(replies: impl IntoIterator<Item = &'a Reply>) -> Self {
        let mut index = Self::default();
        let replies: Vec<&Reply> = replies.into_iter().collect();
        for (place, reply) in replies.iter().enumerate() {
            for title in lines(&reply.title, &reply.pinyin) {
                index.arena.add(place, Part::Title, &title);
            }
            for tag in &reply.tags {
                index.arena.add(place, Part::Tag, &Line::read(tag));
            }
            let abbreviation = reply.abbreviation.chars().map(fold).collect();
            let folder = lines(&reply.folder, "");
            index.entries.push(Entry { folder, abbreviation, worth: 0 });
        }
        for (place, reply) in replies.iter().enumerate() {
            for body in lines(&reply.body, "") {
                index.arena.add(place, Part::Body, &body);
            }
        }
        index.arena.sort();
        index
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
        let within =
            |place: usize| self.entries.get(place).is_some_and(|entry| entry.is_in(&query.folders));
        let places = 0..self.entries.len();
        let candidates: Vec<bool> = places.map(|place| within(place) && offered(place)).collect();
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

    /// The candidates in which every word is found.
    fn ranked(&self, candidates: &[bool], query: &Query, slips: bool) -> Vec<Found> {
        let mut sums: Vec<u32> = candidates.iter().map(|it| u32::from(*it)).collect();
        for word in &query.words {
            let ranks = self.ranks(word, slips);
            for (sum, rank) in sums.iter_mut().zip(ranks) {
                *sum = if *sum == 0 || rank == 0 { 0 } else { *sum + rank };
            }
        }
        let found = sums.into_iter().enumerate().filter(|(_, sum)| *sum > 0);
        found.map(|(place, sum)| Found { place, rank: sum - 1 }).collect()
    }

    /// How well each reply has the word; 0 where it does not.
    fn ranks(&self, word: &Word, slips: bool) -> Vec<u32> {
        let forms = word.forms.as_slice();
        let mut ranks: Vec<u32> =
            self.entries.iter().map(|entry| entry.abbreviated(forms)).collect();
        let mut raise = |place: usize, rank: u32| {
            if let Some(known) = ranks.get_mut(place) {
                *known = rank.max(*known);
            }
        };
        self.arena.find(word, |hit| raise(hit.reply, rank_of(hit)));
        for other in &word.also {
            // What is called so in another spelling is read so.
            let read = |hit| Hit { written: false, ..hit };
            self.arena.find(other, |hit| raise(hit.reply, rank_of(read(hit))));
        }
        if slips && word.spells {
            self.arena.find_misspelled(forms, |hit| raise(hit.reply, slip_of(hit)));
            for (place, entry) in self.entries.iter().enumerate() {
                if slip::nearly(forms, &entry.abbreviation) {
                    raise(place, rank::SLIP);
                }
            }
        } else if slips {
            for word in word.forgiven() {
                self.arena.find_nearly(&word.forms, |hit| {
                    raise(hit.reply, slip_of(hit));
                });
            }
        }
        ranks
    }
}

/// What a hit is worth.
fn rank_of(hit: Hit) -> u32 {
    match (hit.part, hit.written, hit.begins) {
        (Part::Title, true, true) => rank::TITLE_STARTS,
        (Part::Title, true, false) => rank::TITLE,
        (Part::Title, false, true) => rank::READ_STARTS,
        (Part::Title, false, false) => rank::READ,
        (Part::Tag, true, _) => rank::TAG,
        (Part::Tag, false, true) => rank::TAG_READ,
        (Part::Body, true, _) => rank::BODY,
        (Part::Body, false, _) => rank::BODY_READ,
        (Part::Tag, false, false) => 0,
    }
}

/// What a hit is worth that is there but for a slip.
fn slip_of(hit: Hit) -> u32 {
    match (hit.part, hit.begins) {
        (Part::Title, true) => rank::TITLE_STARTS_SLIP,
        (Part::Title, false) => rank::TITLE_SLIP,
        (Part::Tag, _) => rank::SLIP,
        (Part::Body, _) => rank::BODY_SLIP,
    }
}

impl Entry {
    fn is_in(&self, folders: &[Word]) -> bool {
        let named = |word: &Word| self.folder.iter().any(|line| word.found(line).is_some());
        folders.iter().all(named)
    }

    fn abbreviated(&self, forms: &[char]) -> u32 {
        if self.abbreviation == forms {
            rank::ABBREVIATION
        } else if self.abbreviation.starts_with(forms) {
            rank::ABBREVIATION_STARTS
        } else {
            0
        }
    }
}

/// A wording as it is searched: both scripts, unless they say the same.
fn lines(wording: &Wording, pinyin: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(1);
    for words in [&wording.hans, &wording.hant] {
        let line = Line::read_as(words, pinyin);
        if !words.is_empty() && lines.iter().all(|known| known.forms != line.forms) {
            lines.push(line);
        }
    }
    lines
}
