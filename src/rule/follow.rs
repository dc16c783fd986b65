//! Following a phrase from word to word.

use super::compile::{Chain, Compiled, Purpose, Step};
use super::pattern::Edge;
use super::place::{ends_clause, ends_sentence};
use super::scan::{Hit, Hits};
use crate::text::Folded;

/// A phrase found, as a range of units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) purpose: Purpose,
    /// Which units each of the phrase's groups took.
    pub(super) groups: Vec<(u8, usize, usize)>,
}

/// A draft with its hits, to follow phrases in.
pub(super) struct Trail<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) folded: &'a Folded,
    pub(super) hits: &'a Hits,
    /// Units within which a rule's words are fine: the rule, from, to.
    pub(super) allowed: &'a [(u32, usize, usize)],
}

impl Trail<'_> {
    /// Follows every phrase of these heads whose purpose is asked for.
    pub(super) fn matches(
        &self,
        heads: &[Vec<u32>],
        wanted: impl Fn(Purpose) -> bool,
    ) -> Vec<Match> {
        let mut matches = Vec::new();
        for hit in self.hits.all() {
            for set in &self.compiled.lexicon.sets_of[hit.atom as usize] {
                for number in &heads[*set as usize] {
                    let chain = &self.compiled.chains[*number as usize];
                    if hit.view & chain.views != 0 && wanted(chain.purpose) {
                        matches.extend(self.from(chain, hit));
                    }
                }
            }
        }
        matches
    }

    fn from(&self, chain: &Chain, hit: &Hit) -> Option<Match> {
        let start = hit.start as usize;
        if chain.edge.is_some_and(|edge| !self.stands(edge, start)) || !self.counts(chain, hit) {
            return None;
        }
        let mut groups = Vec::new();
        note(&mut groups, chain.steps.first(), start, hit.end as usize);
        let end = self.rest(chain, &chain.steps[1..], hit.end as usize, &mut groups)?;
        Some(Match { start, end, purpose: chain.purpose, groups })
    }

    /// Follows the rest of a phrase from a unit; the farthest end that works.
    fn rest(
        &self,
        chain: &Chain,
        steps: &[Step],
        at: usize,
        groups: &mut Vec<(u8, usize, usize)>,
    ) -> Option<usize> {
        let Some((step, after)) = steps.split_first() else { return Some(at) };
        match *step {
            Step::Edge(edge) => {
                if self.stands(edge, at) {
                    self.rest(chain, after, at, groups)
                } else {
                    None
                }
            }
            Step::Set { .. } => self.word(chain, *step, after, at, groups),
            Step::Gap { most, wide } => {
                let mut place = at;
                for crossed in 0..=usize::from(most) {
                    if crossed > 0 {
                        let unit = self.folded.units.get(place)?;
                        let stops = if wide { ends_sentence } else { ends_clause };
                        if stops(unit.form) || (unit.line && !wide) {
                            return None;
                        }
                        place += 1;
                    }
                    let before = groups.len();
                    if let Some(end) = self.rest(chain, after, place, groups) {
                        return Some(end);
                    }
                    groups.truncate(before);
                }
                None
            }
        }
    }

    /// Takes a word of a set, the longest that lets the rest follow.
    fn word(
        &self,
        chain: &Chain,
        step: Step,
        after: &[Step],
        at: usize,
        groups: &mut Vec<(u8, usize, usize)>,
    ) -> Option<usize> {
        let Step::Set { set, optional, .. } = step else { return None };
        if self.folded.touches(at) {
            for hit in self.hits.at(at).iter().rev() {
                let fits = hit.view & chain.views != 0
                    && self.compiled.lexicon.holds(set, hit.atom)
                    && self.counts(chain, hit);
                if fits {
                    let before = groups.len();
                    note(groups, Some(&step), at, hit.end as usize);
                    if let Some(end) = self.rest(chain, after, hit.end as usize, groups) {
                        return Some(end);
                    }
                    groups.truncate(before);
                }
            }
        }
        if optional { self.rest(chain, after, at, groups) } else { None }
    }

    /// Whether a hit counts for the chain's rule: no allowed phrase holds it.
    fn counts(&self, chain: &Chain, hit: &Hit) -> bool {
        let Purpose::Find(find) = chain.purpose else { return true };
        let Some(find) = self.compiled.finds.get(find as usize) else { return false };
        !self.allowed.iter().any(|(rule, from, to)| {
            *rule == find.rule && covers(*from, *to, hit.start as usize, hit.end as usize)
        })
    }

    fn stands(&self, edge: Edge, at: usize) -> bool {
        let unit = self.folded.units.get(at);
        let before = at.checked_sub(1).and_then(|place| self.folded.units.get(place));
        let quoted = |inside: bool| {
            self.folded
                .quotes
                .iter()
                .any(|quote| at == if inside { quote.start } else { quote.end })
        };
        match edge {
            Edge::First => at == 0,
            Edge::Last => unit.is_none(),
            Edge::Start => {
                before.is_none_or(|before| ends_clause(before.form))
                    || unit.is_some_and(|unit| unit.line)
                    || quoted(true)
            }
            Edge::End => {
                unit.is_none_or(|unit| ends_clause(unit.form) || unit.line) || quoted(false)
            }
        }
    }
}

/// Whether an allowed range takes a word out: it holds the word, or its edge
/// goes through it.
pub(super) fn covers(from: usize, to: usize, start: usize, end: usize) -> bool {
    let overlap = from < end && start < to;
    let inside = start <= from && to <= end && (start, end) != (from, to);
    overlap && !inside
}

fn note(groups: &mut Vec<(u8, usize, usize)>, step: Option<&Step>, start: usize, end: usize) {
    if let Some(Step::Set { group: Some(group), .. }) = step {
        groups.push((*group, start, end));
    }
}
