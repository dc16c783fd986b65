//! Loading packs as their author wrote them: read, looked through, proved.
//!
//! A pack that holds is passed on as a value and is not tried again; a pack
//! with a problem is refused, and all its problems are said at once.

use std::collections::HashSet;

use super::overlay::{Change, Overlay};
use super::pack::{Pack, RuleEntry};
use super::proof::Proof;
use super::refuse::Refusal;
use super::{compound, shadow, twice, witness};
use crate::pack::Problem;
use crate::shop::Shop;

/// Packs that were tried.
#[derive(Debug, Clone, Default)]
pub struct Trial {
    /// The packs, as far as they could be read.
    pub packs: Vec<Pack>,
    /// Everything that speaks against them, by file and line. Packs with a
    /// problem are refused.
    pub problems: Vec<Problem>,
    /// What was looked at.
    pub tally: Tally,
    /// The shop that they are used in.
    pub shop: Shop,
    /// What the shop's file changes.
    pub changes: Vec<Change>,
}

/// How much there is in packs, and how much of it was run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The rules.
    pub rules: usize,
    /// The phrases that rules find.
    pub phrases: usize,
    /// The sentences that were run.
    pub sentences: usize,
    /// The wordings of rewrites that were checked.
    pub rewrites: usize,
}

impl Trial {
    /// Loads packs that are used together: each file's name and its text.
    pub fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Trial {
        Trial::beside(Vec::new(), files)
    }

    /// Loads packs that are used together with others which are known to hold,
    /// and whose own sentences are not run again.
    pub fn beside<'a>(
        known: Vec<Pack>,
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Trial {
        let (held, mut packs) = (known.len(), known);
        let mut problems = Vec::new();
        for (file, text) in files {
            if packs.iter().skip(held).any(|pack| pack.file() == file) {
                let message = "is given twice; name it once".to_owned();
                problems.push(Problem { file: file.to_owned(), line: 0, message });
                continue;
            }
            let (pack, wrong) = Pack::parse(file, text);
            packs.push(pack);
            problems.extend(wrong);
        }
        Trial::tried(packs, held, problems)
    }

    /// Tries packs that were read, with the problems of reading them.
    pub fn read(packs: Vec<Pack>, problems: Vec<Problem>) -> Trial {
        Trial::tried(packs, 0, problems)
    }

    /// Tries packs of which the first ones are known to hold.
    fn tried(packs: Vec<Pack>, held: usize, mut problems: Vec<Problem>) -> Trial {
        let new = packs.get(held..).unwrap_or_default();
        if new.is_empty() {
            return Trial { packs, problems, ..Trial::default() };
        }
        let mut refusal = Refusal::new(&packs);
        refusal.look();
        problems.append(&mut refusal.problems);
        problems.extend(twice::twice(&packs));
        problems.extend(compound::trial::idle(&packs, held));
        let mut tally = count(new);
        if !new.iter().any(|pack| shared_is_wrong(pack, &problems)) {
            let known: HashSet<(String, usize)> =
                problems.iter().map(|problem| (problem.file.clone(), problem.line)).collect();
            let never = witness::never(&packs, held).into_iter();
            problems.extend(never.filter(|one| !known.contains(&(one.file.clone(), one.line))));
            let known: HashSet<(String, usize)> =
                problems.iter().map(|problem| (problem.file.clone(), problem.line)).collect();
            let idle = shadow::shadowed(&packs, held).into_iter();
            problems.extend(idle.filter(|one| !known.contains(&(one.file.clone(), one.line))));
            let sound = |rule: &RuleEntry, pack: &Pack| !is_wrong(rule, pack, &problems);
            let proof = Proof::of(&packs, held, sound);
            (tally.sentences, tally.rewrites) = (proof.sentences, proof.rewrites);
            problems.extend(proof.problems);
        }
        problems.retain(|problem| new.iter().any(|pack| pack.file() == problem.file));
        sort(&packs, &mut problems);
        Trial { packs, problems, tally, shop: Shop::default(), changes: Vec::new() }
    }

    /// The same packs in a shop: its file's name and its text. The file is
    /// tried as the packs were.
    #[must_use]
    pub fn in_shop(self, file: &str, text: &str) -> Trial {
        let (overlay, mut problems) = Overlay::parse(file, text);
        let (packs, changes, wrong) = overlay.apply(&self.packs);
        problems.extend(wrong);
        let mut refusal = Refusal::new(&packs);
        refusal.changes(&overlay);
        problems.append(&mut refusal.problems);
        problems.extend(twice::added(&self.packs, &overlay));
        let mut tally = self.tally;
        tally.phrases +=
            overlay.rules.iter().map(|change| change.find.phrases.len()).sum::<usize>();
        if problems.is_empty() && self.problems.is_empty() {
            problems.extend(witness::never_added(&packs, &overlay));
            let proof = Proof::in_shop(&packs, &overlay);
            tally.sentences += proof.sentences;
            tally.rewrites += proof.rewrites;
            problems.extend(proof.problems);
        }
        problems.sort_by_key(|problem| problem.line);
        problems.dedup();
        problems.splice(..0, self.problems);
        Trial { packs, problems, tally, shop: overlay.shop().clone(), changes }
    }
}

fn count(packs: &[Pack]) -> Tally {
    let rules = packs.iter().flat_map(|pack| &pack.rules);
    let finds = rules.clone().flat_map(|rule| &rule.finds);
    let phrases = finds.map(|find| find.phrases.len()).sum();
    Tally { rules: rules.count(), phrases, ..Tally::default() }
}

/// Whether something is wrong with what all rules of a pack share: then what
/// their sentences say is worth nothing.
fn shared_is_wrong(pack: &Pack, problems: &[Problem]) -> bool {
    let contexts = pack.contexts.iter().flat_map(|context| {
        let phrases = context.phrases.iter().map(|phrase| phrase.line);
        phrases.chain([context.line])
    });
    let words = pack.words.iter().flat_map(|(_, list)| list);
    let words = words.chain(&pack.allow).chain(&pack.compounds);
    let lines: Vec<usize> = contexts.chain(words.map(|phrase| phrase.line)).collect();
    !pack.whole
        || pack.words.iter().any(|(_, list)| list.is_empty())
        || problems
            .iter()
            .any(|problem| problem.file == pack.file() && lines.contains(&problem.line))
}

/// Whether something is wrong within the lines of a rule.
fn is_wrong(rule: &RuleEntry, pack: &Pack, problems: &[Problem]) -> bool {
    let lines = rule.top..end(rule, pack);
    problems.iter().any(|problem| problem.file == pack.file() && lines.contains(&problem.line))
}

/// The line after a rule: where the next one starts.
fn end(rule: &RuleEntry, pack: &Pack) -> usize {
    let next = pack.rules.iter().map(|other| other.top).filter(|top| *top > rule.top).min();
    next.unwrap_or(usize::MAX)
}

/// By file, in the order of the packs, and by line.
fn sort(packs: &[Pack], problems: &mut Vec<Problem>) {
    let place = |file: &str| packs.iter().position(|pack| pack.file() == file);
    problems.sort_by_cached_key(|problem| (place(&problem.file), problem.line));
    problems.dedup();
}
