//! Following a phrase from word to word.
//!
//! The hits are gone through from the last to the first, so that for every set
//! the nearest hit behind is known. A phrase is tried only where the rarest of
//! the words that it cannot do without stands near enough behind the first one,
//! which is almost nowhere.

use super::chain::{Chain, Purpose, Step};
use super::compile::Compiled;
use super::hits::{Hit, Hits};
use super::index::Index;
use super::pattern::Edge;
use super::place::{ends_clause, ends_sentence};
use super::quotes::Quotes;
use super::ranges::Ranges;
use super::table::Table;
use crate::text::Folded;

/// After so many steps of all phrases together it is remembered which ones
/// led nowhere, so that none is tried twice from the same place. Most drafts
/// are done before that, and faster without.
const PATIENCE: u32 = 2_000;

/// No hit behind.
const NONE: u32 = u32::MAX;

/// A phrase found, as a range of units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) purpose: Purpose,
    /// The number of the phrase.
    pub(super) chain: u32,
    /// What it began with.
    pub(super) head: Hit,
    /// Which units each of the phrase's groups took.
    pub(super) groups: Vec<Group>,
}

/// The number of a group, and the units that it took.
pub(super) type Group = (u8, usize, usize);

/// Room for following phrases.
#[derive(Debug, Default)]
pub(super) struct Room {
    /// For each set, where the nearest hit behind starts.
    next: Vec<u32>,
    groups: Vec<Group>,
    /// Steps that led nowhere, with the unit where they were tried.
    nowhere: Table,
    taken: u32,
}

/// A draft with its hits, to follow phrases in.
pub(super) struct Trail<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) folded: &'a Folded,
    pub(super) quotes: &'a Quotes,
    pub(super) hits: &'a Hits,
    /// Units within which a rule's words are fine.
    pub(super) allowed: &'a [(u32, Ranges)],
    pub(super) room: &'a mut Room,
}

impl Trail<'_> {
    /// Follows every phrase of an index that is asked for.
    pub(super) fn matches(
        &mut self,
        index: &Index,
        wanted: impl Fn(Purpose) -> bool,
    ) -> Vec<Match> {
        let mut matches = Vec::new();
        let hits = self.hits.all();
        self.begin();
        let mut next = std::mem::take(&mut self.room.next);
        let sets = self.compiled.sets;
        if next.len() <= sets {
            next.resize(sets + 1, NONE);
        }
        if index.looks_behind {
            next.fill(NONE);
        }
        // What is always near, for the phrases that need nothing.
        next[sets] = 0;
        // Words that are doubled or spelled are longer than they are, and so is
        // what stands between them.
        let slack = self.hits.slack();
        for hit in hits.iter().rev() {
            let Some(begun) = index.begun(hit.atom) else { continue };
            let of_sets = begun.heads.iter().map(|set| index.of_set(*set));
            for starts in std::iter::once(begun.alone).chain(of_sets) {
                for start in starts {
                    let farthest = hit.end.saturating_add(start.need.within).saturating_add(slack);
                    let is_near = next.get(start.need.set as usize) <= Some(&farthest);
                    if is_near && hit.view & start.views != 0 {
                        matches.extend(self.follow(start.chain, hit, &wanted));
                    }
                }
            }
            for set in begun.needed {
                if let Some(next) = next.get_mut(*set as usize) {
                    *next = hit.start;
                }
            }
        }
        self.room.next = next;
        matches.reverse();
        matches
    }

    /// Follows a phrase from a hit, if it is asked for.
    fn follow(
        &mut self,
        number: u32,
        hit: &Hit,
        wanted: impl Fn(Purpose) -> bool,
    ) -> Option<Match> {
        let chain = self.compiled.chains.get(number as usize)?;
        if wanted(chain.purpose) { self.from(number, chain, hit) } else { None }
    }

    /// Follows phrases anew that were found among more hits. Where one led
    /// nowhere then, it does not lead anywhere now.
    pub(super) fn again(&mut self, matches: &[Match]) -> Vec<Match> {
        self.begin();
        let hits = self.hits;
        let found = matches.iter().filter_map(|found| {
            let chain = self.compiled.chains.get(found.chain as usize)?;
            let hit = hits.at(found.start).iter().find(|hit| **hit == found.head)?;
            self.from(found.chain, chain, hit)
        });
        found.collect()
    }

    fn begin(&mut self) {
        self.room.taken = 0;
        self.room.nowhere.clear();
    }

    fn from(&mut self, number: u32, chain: &Chain, hit: &Hit) -> Option<Match> {
        let start = hit.start as usize;
        if chain.edge.is_some_and(|edge| !self.stands(edge, start)) || !self.counts(chain, hit) {
            return None;
        }
        self.room.groups.clear();
        self.note(chain.group, start, hit.end as usize);
        let (from, count) = chain.steps;
        let end = if count == 0 {
            hit.end as usize
        } else {
            self.rest(chain, from as usize, (from + count) as usize, hit.end as usize)?
        };
        let groups = self.room.groups.clone();
        Some(Match { start, end, purpose: chain.purpose, chain: number, head: *hit, groups })
    }

    /// Follows the steps `step..last` of a phrase from a unit; the farthest end
    /// that works.
    fn rest(&mut self, chain: &Chain, step: usize, last: usize, at: usize) -> Option<usize> {
        if step == last {
            return Some(at);
        }
        self.room.taken += 1;
        let key = (step as u64) << 32 | at as u64;
        if self.room.taken > PATIENCE && self.room.nowhere.get(key).is_some() {
            return None;
        }
        let before = self.room.groups.len();
        let end = self.step(chain, step, last, at);
        if end.is_none() {
            self.room.groups.truncate(before);
            if self.room.taken > PATIENCE {
                self.room.nowhere.insert(key, 0);
            }
        }
        end
    }

    fn step(&mut self, chain: &Chain, step: usize, last: usize, at: usize) -> Option<usize> {
        match *self.compiled.steps.get(step)? {
            Step::Edge(edge) if self.stands(edge, at) => self.rest(chain, step + 1, last, at),
            Step::Edge(_) => None,
            Step::Set { set, optional, group } => {
                if self.folded.touches(at) {
                    let hits = self.hits;
                    for hit in hits.at(at).iter().rev() {
                        let fits = hit.view & chain.views != 0
                            && self.compiled.lexicon.holds(set, hit.atom)
                            && self.counts(chain, hit);
                        if fits {
                            let before = self.room.groups.len();
                            self.note(group, at, hit.end as usize);
                            let end = self.rest(chain, step + 1, last, hit.end as usize);
                            if end.is_some() {
                                return end;
                            }
                            self.room.groups.truncate(before);
                        }
                    }
                }
                if optional { self.rest(chain, step + 1, last, at) } else { None }
            }
            Step::Gap { most, wide } => {
                let mut place = at;
                for crossed in 0..=most {
                    if crossed > 0 {
                        let unit = self.folded.units.get(place)?;
                        let stops = if wide { ends_sentence } else { ends_clause };
                        if stops(unit.form) || (unit.line && !wide) {
                            return None;
                        }
                        place = self.hits.after(place);
                    }
                    if let Some(end) = self.rest(chain, step + 1, last, place) {
                        return Some(end);
                    }
                }
                None
            }
        }
    }

    /// Whether a hit counts for the chain's rule: no allowed phrase holds it.
    fn counts(&self, chain: &Chain, hit: &Hit) -> bool {
        if self.allowed.is_empty() {
            return true;
        }
        let Purpose::Find(find) = chain.purpose else { return true };
        let Some(find) = self.compiled.finds.get(find as usize) else { return false };
        let own = self.allowed.iter().filter(|(rule, _)| *rule == find.rule);
        !own.into_iter().any(|(_, ranges)| ranges.take(hit.start, hit.end))
    }

    fn stands(&self, edge: Edge, at: usize) -> bool {
        let unit = self.folded.units.get(at);
        let before = at.checked_sub(1).and_then(|place| self.folded.units.get(place));
        match edge {
            Edge::First => at == 0,
            Edge::Last => unit.is_none(),
            Edge::Start => {
                before.is_none_or(|before| ends_clause(before.form))
                    || unit.is_some_and(|unit| unit.line)
                    || self.quotes.open_at(at)
            }
            Edge::End => {
                unit.is_none_or(|unit| ends_clause(unit.form) || unit.line)
                    || self.quotes.close_at(at)
            }
        }
    }

    fn note(&mut self, group: Option<u8>, start: usize, end: usize) {
        if let Some(group) = group {
            self.room.groups.push((group, start, end));
        }
    }
}
