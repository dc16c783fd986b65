//! Deciding which matches hold: what stands around them, and which rule
//! speaks where several do.

use super::around::Contexts;
use super::chain::Purpose;
use super::compile::{Compiled, Find, Rule};
use super::finding::Level;
use super::follow::Match;
use super::painted::Painted;
use super::place::Places;
use super::quotes::Quotes;
use super::ranges::Ranges;
use crate::sort;

/// A match that holds.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) found: Match,
    pub(super) find: u32,
    pub(super) rule: u32,
    pub(super) level: Level,
}

/// What stands around the matches of a draft.
pub(super) struct Around<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) units: usize,
    pub(super) places: &'a Places,
    pub(super) quotes: &'a Quotes,
    /// The contexts found in the draft.
    pub(super) contexts: &'a Contexts,
    /// The contexts found in the buyer's message.
    pub(super) buyer: &'a Contexts,
}

impl Around<'_> {
    /// The matches that hold, in text order.
    pub(super) fn resolve(&self, matches: Vec<Match>) -> Vec<Held> {
        let quoted = self.quoted(&matches);
        let mut held: Vec<Held> = Vec::with_capacity(matches.len());
        for found in matches {
            if let Some((number, find, rule)) = self.find(&found)
                && self.holds(&found, find, rule)
                && !self.reaches(&found, find.rule, &quoted)
            {
                held.push(Held { found, find: number, rule: find.rule, level: find.level });
            }
        }
        self.drop_what_is_meant_narrower(&mut held);
        self.drop_doubles(&mut held);
        self.drop_what_yields(&mut held);
        sort::by_key(&mut held, |held| {
            [held.found.start as u32, held.found.end as u32, held.rule, 0]
        });
        held
    }

    fn find(&self, found: &Match) -> Option<(u32, &Find, &Rule)> {
        let Purpose::Find(number) = found.purpose else { return None };
        let find = self.compiled.finds.get(number as usize)?;
        Some((number, find, self.compiled.rules.get(find.rule as usize)?))
    }

    fn holds(&self, found: &Match, find: &Find, rule: &Rule) -> bool {
        (rule.quoted || !self.quotes.hold(found.start, found.end))
            && find.with.iter().all(|context| self.stands(*context, found))
            && !find.unless.iter().any(|context| self.stands(*context, found))
    }

    fn stands(&self, context: u32, found: &Match) -> bool {
        self.contexts.stand(context, found, self.places)
            || self.buyer.stand(context, found, self.places)
    }

    /// The matches that a quotation holds whole, by rule. Not of a rule that
    /// looks into quotations.
    fn quoted(&self, matches: &[Match]) -> Vec<(u32, Ranges)> {
        let mut rules: Vec<(u32, Vec<(u32, u32)>)> = Vec::new();
        if self.quotes.is_empty() {
            return Vec::new();
        }
        for found in matches {
            if let Some((_, find, rule)) = self.find(found)
                && !rule.quoted
                && self.quotes.hold(found.start, found.end)
            {
                let range = (found.start as u32, found.end as u32);
                match rules.iter_mut().find(|(known, _)| *known == find.rule) {
                    Some((_, ranges)) => ranges.push(range),
                    None => rules.push((find.rule, vec![range])),
                }
            }
        }
        rules.into_iter().map(|(rule, ranges)| (rule, Ranges::of(ranges))).collect()
    }

    /// Whether a match reaches from before a report into its words, and those
    /// are a match of the rule on their own: `说“加我微信”` only says that
    /// somebody wrote it. In `加我“微信”` the signs report nothing.
    fn reaches(&self, found: &Match, rule: u32, quoted: &[(u32, Ranges)]) -> bool {
        let Some((_, own)) = quoted.iter().find(|(other, _)| *other == rule) else { return false };
        self.quotes.reached(found.start, found.end).any(|(start, end)| own.lie_in(start, end))
    }

    /// Whether a match lies in more than one clause.
    fn crosses(&self, held: &Held) -> bool {
        self.places.is_parted(held.found.start, held.found.end)
    }

    /// A gap may run over a comma. Where the same rule finds its words within
    /// one clause, what stands before the comma is not meant.
    fn drop_what_is_meant_narrower(&self, held: &mut Vec<Held>) {
        if !held.iter().any(|held| self.crosses(held)) {
            return;
        }
        let key = |held: &Held, level: u32| [held.rule, held.found.end as u32, level];
        let of = |held: &Held| {
            let [rule, end, level] = key(held, held.level as u32);
            [rule, end, level, held.found.start as u32]
        };
        let mut within: Vec<sort::Key> =
            held.iter().filter(|held| !self.crosses(held)).map(of).collect();
        sort::by_key(&mut within, |key| *key);
        held.retain(|wide| {
            // Of those of one level, the last one starts last.
            let meant = |level: u32| {
                let [rule, end, level] = key(wide, level);
                let place = within.partition_point(|key| *key <= [rule, end, level, u32::MAX]);
                place.checked_sub(1).and_then(|last| within.get(last)).is_some_and(|last| {
                    last[..3] == [rule, end, level] && last[3] > wide.found.start as u32
                })
            };
            !(self.crosses(wide) && (wide.level as u32..=Level::Block as u32).any(meant))
        });
    }

    /// Of a rule's matches that overlap, the graver one stays, then the longer,
    /// then the first.
    fn drop_doubles(&self, held: &mut Vec<Held>) {
        let apart = |pair: &[Held]| pair[0].found.end <= pair[1].found.start;
        if held.windows(2).all(apart) {
            return;
        }
        sort::by_key(held, |held| {
            let length = held.found.end - held.found.start;
            let grave = Level::Block as u32 - held.level as u32;
            [held.rule << 2 | grave, !(length as u32), held.found.start as u32, held.found.chain]
        });
        let mut painted = Painted::new(self.units);
        let mut kept: Vec<Held> = Vec::with_capacity(held.len());
        let mut first = 0;
        for next in held.drain(..) {
            if kept.last().is_some_and(|last| last.rule != next.rule) {
                for before in &kept[first..] {
                    painted.clear(before.found.start, before.found.end);
                }
                first = kept.len();
            }
            if !painted.any(next.found.start, next.found.end) {
                painted.paint(next.found.start, next.found.end);
                kept.push(next);
            }
        }
        *held = kept;
    }

    /// A rule that yields is silent where another one speaks, but what holds a
    /// message back gives way only to what holds it back too.
    fn drop_what_yields(&self, held: &mut Vec<Held>) {
        let yields = |held: &Held| {
            self.compiled.rules.get(held.rule as usize).is_some_and(|rule| rule.yields)
        };
        if !held.iter().any(yields) {
            return;
        }
        let (mut spoken, mut blocked) = (Painted::new(self.units), Painted::new(self.units));
        for held in held.iter().filter(|held| !yields(held)) {
            spoken.paint(held.found.start, held.found.end);
            if held.level == Level::Block {
                blocked.paint(held.found.start, held.found.end);
            }
        }
        held.retain(|held| {
            let painted = if held.level == Level::Block { &blocked } else { &spoken };
            !yields(held) || !painted.any(held.found.start, held.found.end)
        });
    }
}
