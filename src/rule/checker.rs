//! The check itself: fold, scan, follow, resolve, word.

use super::around::Contexts;
use super::chain::Purpose;
use super::compile::{Compiled, compile};
use super::edit::word;
use super::finding::{Finding, Rewritten, Words};
use super::follow::{Allowed, Asked, Match, Room, Trail};
use super::pack::Pack;
use super::painted::Painted;
use super::place::Places;
use super::quotes::Quotes;
use super::ranges::Ranges;
use super::region::Regions;
use super::resolve::{Around, Held};
use super::scan::Scan;
use super::settle;
use crate::pack::Problem;
use crate::shop::Shop;
use crate::text::{Folded, script_of_utf16};

/// Packs, compiled for one shop.
#[derive(Debug)]
pub struct Checker {
    compiled: Compiled,
}

/// What is known beside the draft.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// The buyer's last message.
    pub buyer: Option<&'a str>,
}

/// So much of a draft is read. No chat takes a message of this length, and a
/// check must end soon whatever is pasted.
const LONGEST: usize = 1 << 16;

/// Room that checks work in. One is kept beside a checker by a caller that
/// checks at every key, so that no check has to ask for memory.
#[derive(Debug, Default)]
pub struct Scratch {
    folded: Folded,
    scan: Scan,
    regions: Regions,
    pub(super) room: Room,
    places: Places,
}

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

    /// What the rules find in a draft, in text order. Of a draft longer than
    /// 65,536 UTF-16 code units, only so much is read.
    pub fn check(&self, draft: &str, context: &Context<'_>) -> Vec<Finding> {
        let raw: Vec<u16> = draft.encode_utf16().collect();
        self.check_utf16(&raw, context)
    }

    /// What the rules find in a draft as JavaScript holds it: UTF-16, lone
    /// surrogates included; those are read as signs that mean nothing.
    pub fn check_utf16(&self, draft: &[u16], context: &Context<'_>) -> Vec<Finding> {
        let mut scratch = Scratch::default();
        let held = self.held(draft, context, &mut scratch);
        if held.is_empty() {
            return Vec::new();
        }
        let Scratch { folded, places, .. } = &scratch;
        let script = script_of_utf16(draft);
        let finding = |held: &Held| {
            let find = &self.compiled.finds[held.find as usize];
            let rule = &self.compiled.rules[held.rule as usize];
            let (start, end) = folded.raw(held.found.start, held.found.end);
            let words = draft.get(start as usize..end as usize).unwrap_or(&[]);
            let entries = self.compiled.rewrites.get(find.rewrites.0..find.rewrites.1);
            let edit = |entry| word(entry, &held.found, folded, places, draft, script);
            Finding {
                rule: rule.id.clone(),
                level: held.level,
                start,
                end,
                found: String::from_utf16_lossy(words),
                why: rule.why.clone(),
                source: rule.source.clone(),
                rewrites: entries.unwrap_or_default().iter().map(edit).collect(),
            }
        };
        held.iter().map(finding).collect()
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
        for held in self.held(draft, context, scratch) {
            let (start, end) = scratch.folded.raw(held.found.start, held.found.end);
            out.extend([start, end, held.rule, held.level as u32]);
        }
    }

    /// The rules, in the order that [`Checker::scan_utf16`] counts them.
    pub fn rules(&self) -> impl Iterator<Item = RuleFacts<'_>> {
        let rules = self.compiled.rules.iter();
        rules.map(|rule| RuleFacts { id: &rule.id, why: &rule.why, source: &rule.source })
    }

    /// Settles what can be settled: takes the best rewrite of every finding,
    /// checks again, and goes on until nothing is found or nothing gets better.
    pub fn rewrite(&self, draft: &str, context: &Context<'_>) -> Rewritten {
        settle::settle(self, draft, context)
    }

    /// The matches that hold. Most drafts are in order, so the finds are
    /// followed first, as if nothing excused them; only where one is found is
    /// it asked what does.
    fn held(&self, draft: &[u16], context: &Context<'_>, scratch: &mut Scratch) -> Vec<Held> {
        let compiled = &self.compiled;
        let draft = draft.get(..LONGEST).unwrap_or(draft);
        let Scratch { folded, scan, regions, room, places } = scratch;
        folded.fold(draft);
        scan.read(compiled, draft, folded);
        let quotes = Quotes::of(folded);
        let hits = &scan.hits;
        regions.read(&compiled.marks, folded, hits.all());
        let (quotes, none, near) = (&quotes, &Allowed::default(), &mut Allowed::default());
        let mut trail = Trail { compiled, folded, quotes, hits, regions, allowed: none, room };
        let mut finds = trail.matches(&compiled.finding, Asked::default());
        if finds.is_empty() {
            return Vec::new();
        }
        let units = folded.units.len();
        *near = allowed_near(&mut trail, &finds);
        near.compounds = compiled.compounds.stand(folded, hits);
        if !near.is_empty() {
            trail.allowed = near;
            finds = trail.again(&finds);
            if finds.is_empty() {
                return Vec::new();
            }
        }
        let (mut contexts, mut buyer) = <(Contexts, Contexts)>::default();
        let entries = compiled.asked_by(&finds);
        if entries.contains(&true) {
            let asked = Asked { entries: Some(&entries), at: None };
            contexts = around(&mut trail, asked);
            if let Some(message) = context.buyer.filter(|_| !compiled.buyer.is_empty()) {
                buyer = said(compiled, message, asked);
            }
        }
        places.read(folded);
        let (contexts, buyer) = (&contexts, &buyer);
        Around { compiled, units, places, quotes, contexts, buyer }.resolve(finds)
    }
}

/// The allowed phrases that may take a word of a match out.
fn allowed_near(trail: &mut Trail<'_>, finds: &[Match]) -> Allowed {
    let (compiled, units) = (trail.compiled, trail.folded.units.len());
    if compiled.allowing.is_empty() {
        return Allowed::default();
    }
    let slack = trail.hits.slack();
    let mut near = Painted::new(units);
    let mut painted = 0;
    for found in finds {
        // Where a word is taken out, the phrase may reach farther.
        let reach = compiled.chains.get(found.chain as usize).map_or(u32::MAX, |chain| chain.reach);
        let before = compiled.allowing.reach.saturating_add(slack) as usize;
        let behind = found.start.saturating_add(reach.saturating_add(slack) as usize);
        let end = found.end.max(behind).min(units);
        // They come by their starts, so that no unit is painted twice.
        near.paint(found.start.saturating_sub(before).max(painted), end);
        painted = painted.max(end);
    }
    allowed(trail, Some(&near))
}

/// The contexts that stand in a draft.
fn around(trail: &mut Trail<'_>, asked: Asked<'_>) -> Contexts {
    let mut allowed = allowed(trail, None);
    let Trail { compiled, folded, .. } = *trail;
    allowed.compounds = trail.allowed.compounds.clone();
    let mut trail = Trail { allowed: &allowed, room: &mut *trail.room, ..*trail };
    let mut matches = trail.matches(&compiled.around, asked);
    matches.retain(|found| !(compiled.is_over(found.purpose) && parted(folded, found)));
    Contexts::of(compiled, &matches)
}

/// The contexts that a buyer's message is.
fn said(compiled: &Compiled, message: &str, asked: Asked<'_>) -> Contexts {
    let raw: Vec<u16> = message.encode_utf16().collect();
    let Scratch { mut folded, mut scan, mut regions, mut room, .. } = Scratch::default();
    folded.fold(&raw);
    scan.read(compiled, &raw, &folded);
    let (folded, quotes, hits) = (&folded, &Quotes::of(&folded), &scan.hits);
    regions.read(&compiled.marks, folded, hits.all());
    let (regions, none, room) = (&regions, &Allowed::default(), &mut room);
    let mut trail = Trail { compiled, folded, quotes, hits, regions, allowed: none, room };
    let allowed = allowed(&mut trail, None);
    trail.allowed = &allowed;
    Contexts::of(compiled, &trail.matches(&compiled.buyer, asked))
}

/// Where any words are fine, and where the words of a rule are: the phrases
/// that begin at some units.
fn allowed(trail: &mut Trail<'_>, at: Option<&Painted>) -> Allowed {
    let mut everywhere = Vec::new();
    let mut by_rule: Vec<(u32, Vec<(u32, u32)>)> = Vec::new();
    let none = &Allowed::default();
    let mut trail = Trail { allowed: none, room: &mut *trail.room, ..*trail };
    let index = &trail.compiled.allowing;
    for found in trail.matches(index, Asked { entries: None, at }) {
        if parted(trail.folded, &found) {
            continue;
        }
        let range = (found.start as u32, found.end as u32);
        match found.purpose {
            Purpose::Allow(Some(rule)) => match by_rule.iter_mut().find(|own| own.0 == rule) {
                Some((_, ranges)) => ranges.push(range),
                None => by_rule.push((rule, vec![range])),
            },
            _ => everywhere.push(range),
        }
    }
    let by_rule = by_rule.into_iter().map(|(rule, ranges)| (rule, Ranges::of(ranges))).collect();
    Allowed { everywhere: Ranges::of(everywhere), by_rule, compounds: Ranges::default() }
}

/// Whether a line break parts a match. What excuses words must not be parted:
/// `行` and, on the next line, `不行` are not `行不行`.
fn parted(folded: &Folded, found: &Match) -> bool {
    let after_first = folded.units.get(found.start + 1..found.end).unwrap_or_default();
    after_first.iter().any(|unit| unit.line)
}
