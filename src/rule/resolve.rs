//! Deciding which matches hold: what stands around them, and which rule
//! speaks where several do.

use super::compile::{Compiled, Find, Purpose};
use super::finding::Level;
use super::follow::Match;
use super::pack::Where;
use super::place::Places;
use crate::sort;
use crate::text::{Folded, Quote};

/// The characters that words of telling end with.
const TELLING: &[char] = &['说', '讲', '问', '写', '提', '喊', '道', '言'];
/// What may stand between such a word and what was told.
const LINKS: &[char] = &['的', '了', '过', '到', '是', '着', ','];

/// A match that holds.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) found: Match,
    pub(super) find: u32,
    pub(super) level: Level,
}

/// What stands around the matches of a draft.
pub(super) struct Around<'a> {
    pub(super) compiled: &'a Compiled,
    pub(super) folded: &'a Folded,
    pub(super) places: &'a Places,
    /// The contexts found in the draft.
    pub(super) contexts: &'a [Match],
    /// The contexts found in the buyer's message.
    pub(super) buyer: &'a [Match],
}

impl Around<'_> {
    /// The matches that hold, in text order.
    pub(super) fn resolve(&self, matches: Vec<Match>) -> Vec<Held> {
        let mut held: Vec<Held> = Vec::new();
        let quoted: Vec<(u32, usize, usize)> =
            matches.iter().filter_map(|found| self.quoted(found)).collect();
        for found in matches {
            if let Purpose::Find(number) = found.purpose
                && let Some(find) = self.compiled.finds.get(number as usize)
                && self.holds(&found, find)
                && !self.reaches(&found, find.rule, &quoted)
            {
                held.push(Held { found, find: number, level: find.level });
            }
        }
        let rule = |held: &Held| self.compiled.finds[held.find as usize].rule;
        // A gap may run over a comma. Where the same rule finds its words within
        // one clause, what stands before the comma is not meant.
        let within: Vec<Held> = held.iter().filter(|held| !self.crosses(held)).cloned().collect();
        held.retain(|wide| {
            let meant = |one: &Held| {
                rule(one) == rule(wide)
                    && one.level >= wide.level
                    && wide.found.start < one.found.start
                    && one.found.end == wide.found.end
            };
            !(self.crosses(wide) && within.iter().any(meant))
        });
        sort::by_key(&mut held, |held| {
            let length = held.found.end - held.found.start;
            [!(held.level as u32), !(length as u32), held.found.start as u32, held.find]
        });
        let mut kept: Vec<Held> = Vec::new();
        for next in held {
            let taken = kept.iter().any(|kept| rule(kept) == rule(&next) && overlap(kept, &next));
            if !taken {
                kept.push(next);
            }
        }
        let yields = |held: &Held| self.compiled.rules[rule(held) as usize].yields;
        let specific: Vec<Held> = kept.iter().filter(|held| !yields(held)).cloned().collect();
        kept.retain(|held| !yields(held) || !specific.iter().any(|other| overlap(other, held)));
        sort::by_key(&mut kept, |held| {
            [held.found.start as u32, held.found.end as u32, rule(held), 0]
        });
        kept
    }

    fn holds(&self, found: &Match, find: &Find) -> bool {
        let rule = &self.compiled.rules[find.rule as usize];
        let quoted = || self.folded.quotes.iter().any(|quote| holds(quote, found));
        (rule.quoted || !quoted())
            && find.with.iter().all(|context| self.stands(*context, found))
            && !find.unless.iter().any(|context| self.stands(*context, found))
    }

    /// A match that a quotation holds whole: its rule, and where it is. Not of
    /// a rule that looks into quotations.
    fn quoted(&self, found: &Match) -> Option<(u32, usize, usize)> {
        let Purpose::Find(number) = found.purpose else { return None };
        let rule = self.compiled.finds.get(number as usize)?.rule;
        let inside = self.folded.quotes.iter().any(|quote| holds(quote, found));
        let looks = self.compiled.rules[rule as usize].quoted;
        (inside && !looks).then_some((rule, found.start, found.end))
    }

    /// Whether a match reaches from before a report into its words, and those
    /// are a match of the rule on their own: `说“加我微信”` only says that
    /// somebody wrote it. In `加我“微信”` the signs report nothing.
    fn reaches(&self, found: &Match, rule: u32, quoted: &[(u32, usize, usize)]) -> bool {
        self.folded.quotes.iter().any(|quote| {
            found.start < quote.start
                && quote.start < found.end
                && found.end <= quote.end
                && self.reports(quote)
                && quoted.iter().any(|(other, start, end)| {
                    *other == rule && quote.start <= *start && *end <= quote.end
                })
        })
    }

    /// Whether a word of telling stands before a quotation.
    fn reports(&self, quote: &Quote) -> bool {
        let before = self.folded.units.get(..quote.start).unwrap_or_default().iter().rev();
        let word = before.map(|unit| unit.form).find(|form| !LINKS.contains(form));
        word.is_some_and(|form| TELLING.contains(&form))
    }

    fn stands(&self, context: u32, found: &Match) -> bool {
        let is = |other: &&Match| matches!(other.purpose, Purpose::Context { context: number, .. } if number == context);
        self.contexts.iter().filter(is).any(|other| self.near(other, found))
            || self.buyer.iter().any(|other| is(&other))
    }

    /// Whether a match lies in more than one clause.
    fn crosses(&self, held: &Held) -> bool {
        let last = held.found.end.saturating_sub(1);
        self.places.clause(held.found.start) != self.places.clause(last)
    }

    fn near(&self, context: &Match, found: &Match) -> bool {
        let Purpose::Context { place, reach, .. } = context.purpose else { return false };
        let near = |from: usize, to: usize| to >= from && to - from <= usize::from(reach);
        let last = found.end.saturating_sub(1);
        let between = |number: fn(&Places, usize) -> u32| {
            number(self.places, context.start) <= number(self.places, last)
                && number(self.places, found.start)
                    <= number(self.places, context.end.saturating_sub(1))
        };
        match place {
            Where::Before => between(Places::clause) && near(context.end, found.start),
            Where::After => between(Places::clause) && near(found.end, context.start),
            Where::Clause => between(Places::clause),
            Where::Sentence => between(Places::sentence),
            Where::Draft => true,
            Where::Over => context.start < found.end && found.start < context.end,
            Where::Buyer => false,
        }
    }
}

fn holds(quote: &Quote, found: &Match) -> bool {
    quote.start <= found.start && found.end <= quote.end
}

fn overlap(one: &Held, other: &Held) -> bool {
    one.found.start < other.found.end && other.found.start < one.found.end
}
