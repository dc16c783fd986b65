//! The check itself: fold, scan, follow, resolve, word.

use super::compile::{Compiled, Purpose, compile};
use super::edit::word;
use super::finding::{Finding, Rewritten, Words};
use super::follow::{Match, Trail, covers};
use super::pack::{Pack, Where};
use super::place::Places;
use super::resolve::{Around, Held};
use super::scan::scan;
use super::settle;
use crate::pack::Problem;
use crate::shop::Shop;
use crate::text::{Folded, fold, script_of};

/// Packs, compiled for one shop.
#[derive(Debug)]
pub struct Checker {
    compiled: Option<Compiled>,
}

/// What is known beside the draft.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The buyer's last message.
    pub buyer: Option<&'a str>,
}

/// Room that checks work in. One is kept beside a checker by a caller that
/// checks at every key, so that no check has to ask for memory.
#[derive(Debug, Default)]
pub struct Scratch {}

/// What a rule says about itself.
#[derive(Debug, Clone, Copy)]
pub struct RuleFacts<'a> {
    /// Its slug.
    pub id: &'a str,
    /// Why its words should not be sent.
    pub why: &'a Words,
    /// Where it comes from, short.
    pub source: &'a str,
}

impl Checker {
    /// Compiles packs for a shop. What does not compile is left out and said in
    /// the problems; what compiles works.
    pub fn new(packs: &[Pack], shop: &Shop) -> (Checker, Vec<Problem>) {
        let (compiled, problems) = compile(packs, shop);
        (Checker { compiled }, problems)
    }

    /// What the rules find in a draft, in text order.
    pub fn check(&self, draft: &str, context: &Context<'_>) -> Vec<Finding> {
        let Some(compiled) = &self.compiled else { return Vec::new() };
        let folded = fold(draft);
        let places = Places::of(&folded);
        let matches = follow(compiled, draft, &folded, |purpose| {
            !matches!(purpose, Purpose::Context { place: Where::Buyer, .. })
        });
        let (contexts, finds): (Vec<_>, Vec<_>) =
            matches.into_iter().partition(|found| matches!(found.purpose, Purpose::Context { .. }));
        if finds.is_empty() {
            return Vec::new();
        }
        let buyer = match context.buyer {
            Some(message) if compiled.asks_buyer => {
                follow(compiled, message, &fold(message), |purpose| {
                    matches!(purpose, Purpose::Context { place: Where::Buyer, .. })
                })
            }
            _ => Vec::new(),
        };
        let around = Around {
            compiled,
            folded: &folded,
            places: &places,
            contexts: &contexts,
            buyer: &buyer,
        };
        let raw: Vec<u16> = draft.encode_utf16().collect();
        let script = script_of(draft);
        let finding = |held: &Held| {
            let find = &compiled.finds[held.find as usize];
            let rule = &compiled.rules[find.rule as usize];
            let (start, end) = folded.raw(held.found.start, held.found.end);
            let words = raw.get(start as usize..end as usize).unwrap_or(&[]);
            Finding {
                rule: rule.id.clone(),
                level: held.level,
                start,
                end,
                found: String::from_utf16_lossy(words),
                why: rule.why.clone(),
                source: rule.source.clone(),
                rewrites: find
                    .rewrites
                    .iter()
                    .map(|entry| word(entry, &held.found, &folded, &places, &raw, script))
                    .collect(),
            }
        };
        around.resolve(finds).iter().map(finding).collect()
    }

    /// What the rules find in a draft as JavaScript holds it: UTF-16, lone
    /// surrogates included; those are read as signs that mean nothing.
    pub fn check_utf16(&self, draft: &[u16], context: &Context<'_>) -> Vec<Finding> {
        self.check(&String::from_utf16_lossy(draft), context)
    }

    /// The same as numbers alone, for a caller that pays for every string. For
    /// each finding, in text order, four numbers are added to `out`: where it
    /// starts and ends in UTF-16 code units, the rule's place in
    /// [`Checker::rules`], and the level (0 a tip, 1 a warning, 2 a block).
    pub fn scan_utf16(
        &self,
        draft: &[u16],
        context: &Context<'_>,
        scratch: &mut Scratch,
        out: &mut Vec<u32>,
    ) {
        let _ = scratch;
        for finding in self.check_utf16(draft, context) {
            let rule = self.rules().position(|rule| rule.id == finding.rule).unwrap_or_default();
            out.extend([finding.start, finding.end, rule as u32, finding.level as u32]);
        }
    }

    /// The rules, in the order that [`Checker::scan_utf16`] counts them.
    pub fn rules(&self) -> impl Iterator<Item = RuleFacts<'_>> {
        let rules = self.compiled.iter().flat_map(|compiled| &compiled.rules);
        rules.map(|rule| RuleFacts { id: &rule.id, why: &rule.why, source: &rule.source })
    }

    /// Settles what can be settled: takes the best rewrite of every finding,
    /// checks again, and goes on until nothing is found or nothing gets better.
    pub fn rewrite(&self, draft: &str, context: &Context<'_>) -> Rewritten {
        settle::settle(self, draft, context)
    }
}

/// The phrases of a text: first the allowed ones, then those that are asked
/// for, over the words that no allowed phrase took out.
fn follow(
    compiled: &Compiled,
    raw: &str,
    folded: &Folded,
    wanted: impl Fn(Purpose) -> bool,
) -> Vec<Match> {
    let hits = scan(compiled, raw, folded);
    let trail = Trail { compiled, folded, hits: &hits, allowed: &[] };
    let allowed = trail.matches(&compiled.allow_heads, |_| true);
    let mut everywhere = Vec::new();
    let mut by_rule = Vec::new();
    for found in allowed.into_iter().filter(|found| !parted(folded, found)) {
        match found.purpose {
            Purpose::Allow(Some(rule)) => by_rule.push((rule, found.start, found.end)),
            _ => everywhere.push((found.start, found.end)),
        }
    }
    let hits = if everywhere.is_empty() {
        hits
    } else {
        hits.without(folded.units.len(), |hit| {
            let (start, end) = (hit.start as usize, hit.end as usize);
            everywhere.iter().any(|(from, to)| covers(*from, *to, start, end))
        })
    };
    let trail = Trail { compiled, folded, hits: &hits, allowed: &by_rule };
    let mut matches = trail.matches(&compiled.heads, wanted);
    matches.retain(|found| !(is_over(found.purpose) && parted(folded, found)));
    matches
}

/// Whether a line break parts a match. What excuses words must not be parted:
/// `行` and, on the next line, `不行` are not `行不行`.
fn parted(folded: &Folded, found: &Match) -> bool {
    let after_first = folded.units.get(found.start + 1..found.end).unwrap_or_default();
    after_first.iter().any(|unit| unit.line)
}

fn is_over(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Context { place: Where::Over, .. })
}
