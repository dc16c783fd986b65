//! "Fix all": rewrites, taken together and checked again.

use super::checker::{Checker, Context};
use super::finding::{Edit, Finding, Level, Rewritten};
use super::painted::Painted;
use super::pieces::Pieces;
use super::repeat::once;
use crate::sort;

/// After so many rounds in which nothing gets better, the draft is as good as it
/// gets.
const ROUNDS: usize = 8;

/// Settles what can be settled in a draft.
///
/// Whenever the draft has got better, everything begins anew from there. So what
/// comes out is a draft that this very search cannot better: to settle it again
/// changes nothing.
pub(super) fn settle(checker: &Checker, draft: &str, context: &Context<'_>) -> Rewritten {
    let desk = Desk { checker, context };
    let mut now = desk.read(Pieces::of(draft));
    let before = now.left.len();
    let mut best = now.clone();
    let mut seen = vec![draft.to_owned()];
    let mut round = 0;
    while round < ROUNDS {
        let chosen = choose(&now.left, round / 2);
        if chosen.is_empty() {
            break;
        }
        now = desk.rewrite(&now, &chosen);
        if seen.contains(&now.text) && round > 2 {
            break;
        }
        round += 1;
        if now.weight() < best.weight() {
            best = now.clone();
            seen.clear();
            round = 0;
        }
        seen.push(now.text.clone());
        if now.left.is_empty() {
            break;
        }
    }
    let Reading { pieces, text, left } = best;
    let settled = before.saturating_sub(left.len());
    Rewritten { text, edits: pieces.edits(), settled, left }
}

/// A draft on its way, and what is found in it.
#[derive(Debug, Clone)]
struct Reading {
    pieces: Pieces,
    text: String,
    left: Vec<Finding>,
}

impl Reading {
    /// How bad it is: a single block is worse than any number of tips.
    fn weight(&self) -> (usize, usize, usize) {
        let count = |level| self.left.iter().filter(|finding| finding.level == level).count();
        (count(Level::Block), count(Level::Warn), count(Level::Tip))
    }
}

/// Where drafts are checked again.
struct Desk<'a> {
    checker: &'a Checker,
    context: &'a Context<'a>,
}

impl Desk<'_> {
    fn read(&self, pieces: Pieces) -> Reading {
        let text = pieces.text();
        let left = self.checker.check(&text, self.context);
        Reading { pieces, text, left }
    }

    /// Takes rewrites together and says each thing once. A refusal may need the
    /// very apology that another clause has made: then its next rewrite is tried,
    /// and if that is no better, the thing is said twice.
    fn rewrite(&self, draft: &Reading, chosen: &[Chosen]) -> Reading {
        let whole: Vec<Edit> = chosen.iter().map(|one| one.edit.clone()).collect();
        let mut short = whole.clone();
        if !once(&draft.text, &mut short) {
            return self.read(draft.pieces.with(&whole));
        }
        let mut other: Vec<Edit> = chosen
            .iter()
            .zip(&short)
            .map(|(one, short)| if one.edit == *short { &one.edit } else { &one.next })
            .cloned()
            .collect();
        let whole = self.read(draft.pieces.with(&whole));
        once(&draft.text, &mut other);
        let shorter = [short, other].into_iter().map(|edits| self.read(draft.pieces.with(&edits)));
        shorter.into_iter().find(|read| read.weight() <= whole.weight()).unwrap_or(whole)
    }
}

/// A rewrite to take, and the next one of the same words; itself if there is none.
struct Chosen {
    edit: Edit,
    next: Edit,
}

/// The rewrites to take together: grave and wide ones first, none over another.
fn choose(findings: &[Finding], place: usize) -> Vec<Chosen> {
    let mut order: Vec<&Finding> = findings.iter().collect();
    let width =
        |finding: &Finding| finding.rewrites.first().map_or(0, |edit| edit.end - edit.start);
    sort::by_key(&mut order, |finding| {
        [!(finding.level as u32), !width(finding), finding.start, 0]
    });
    let ends = findings.iter().flat_map(|finding| &finding.rewrites).map(|edit| edit.end);
    let mut taken = Painted::new(ends.max().unwrap_or_default() as usize);
    let mut chosen: Vec<Chosen> = Vec::new();
    for finding in order {
        let edit = finding.rewrites.get(place).or_else(|| finding.rewrites.last());
        if let Some(edit) = edit
            && !taken.any(edit.start as usize, edit.end as usize)
        {
            taken.paint(edit.start as usize, edit.end as usize);
            let same = |next: &&Edit| (next.start, next.end) == (edit.start, edit.end);
            let next = finding.rewrites.get(place + 1).filter(same).unwrap_or(edit).clone();
            chosen.push(Chosen { edit: edit.clone(), next });
        }
    }
    sort::by_key(&mut chosen, |one| [one.edit.start, 0, 0, 0]);
    chosen
}
