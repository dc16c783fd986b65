//! "Fix all": rewrites, taken together and checked again.

use super::checker::{Checker, Context};
use super::finding::{Edit, Finding, Level, Rewritten};
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
    let findings = checker.check(draft, context);
    let before = findings.len();
    let mut best = (weight(&findings), Pieces::of(draft), findings.clone());
    let mut pieces = best.1.clone();
    let mut left = findings;
    let mut seen = vec![draft.to_owned()];
    let mut round = 0;
    while round < ROUNDS {
        let mut edits = choose(&left, round / 2);
        if edits.is_empty() {
            break;
        }
        once(&pieces.text(), &mut edits);
        pieces.apply(&edits);
        let text = pieces.text();
        if seen.contains(&text) && round > 2 {
            break;
        }
        left = checker.check(&text, context);
        round += 1;
        if weight(&left) < best.0 {
            best = (weight(&left), pieces.clone(), left.clone());
            seen.clear();
            round = 0;
        }
        seen.push(text);
        if left.is_empty() {
            break;
        }
    }
    let (_, pieces, left) = best;
    Rewritten {
        text: pieces.text(),
        edits: pieces.edits(),
        settled: before.saturating_sub(left.len()),
        left,
    }
}

/// How bad a draft is: a single block is worse than any number of tips.
fn weight(findings: &[Finding]) -> (usize, usize, usize) {
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    (count(Level::Block), count(Level::Warn), count(Level::Tip))
}

/// The rewrites to take together: grave and wide ones first, none over another.
fn choose(findings: &[Finding], place: usize) -> Vec<Edit> {
    let mut order: Vec<&Finding> = findings.iter().collect();
    let width =
        |finding: &Finding| finding.rewrites.first().map_or(0, |edit| edit.end - edit.start);
    sort::by_key(&mut order, |finding| {
        [!(finding.level as u32), !width(finding), finding.start, 0]
    });
    let mut chosen: Vec<Edit> = Vec::new();
    for finding in order {
        let edit = finding.rewrites.get(place).or_else(|| finding.rewrites.last());
        if let Some(edit) = edit
            && !chosen.iter().any(|other| edit.start < other.end && other.start < edit.end)
        {
            chosen.push(edit.clone());
        }
    }
    sort::by_key(&mut chosen, |edit| [edit.start, 0, 0, 0]);
    chosen
}

/// A text made of stretches of the draft and of new words between them.
#[derive(Debug, Clone)]
struct Pieces {
    draft: Vec<u16>,
    list: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Kept(usize, usize),
    New(Vec<u16>),
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Piece::Kept(start, end) => end - start,
            Piece::New(words) => words.len(),
        }
    }

    fn cut(&self, from: usize, to: usize) -> Piece {
        match self {
            Piece::Kept(start, _) => Piece::Kept(start + from, start + to),
            Piece::New(words) => Piece::New(words[from..to].to_vec()),
        }
    }
}

impl Pieces {
    fn of(draft: &str) -> Pieces {
        let draft: Vec<u16> = draft.encode_utf16().collect();
        let list = vec![Piece::Kept(0, draft.len())];
        Pieces { draft, list }
    }

    /// Applies edits of the present text, sorted and apart.
    fn apply(&mut self, edits: &[Edit]) {
        for edit in edits.iter().rev() {
            let (start, end) = (edit.start as usize, edit.end as usize);
            let mut list = Vec::with_capacity(self.list.len() + 2);
            let mut at = 0;
            let mut written = false;
            for piece in &self.list {
                let (from, to) = (at, at + piece.len());
                at = to;
                if from < start {
                    list.push(piece.cut(0, start.min(to) - from));
                }
                if !written && to >= start {
                    list.push(Piece::New(edit.text.encode_utf16().collect()));
                    written = true;
                }
                if to > end {
                    list.push(piece.cut(end.max(from) - from, to - from));
                }
            }
            list.retain(|piece| piece.len() > 0);
            self.list = list;
        }
    }

    fn text(&self) -> String {
        let mut units = Vec::new();
        for piece in &self.list {
            match piece {
                Piece::Kept(start, end) => units.extend_from_slice(&self.draft[*start..*end]),
                Piece::New(words) => units.extend_from_slice(words),
            }
        }
        String::from_utf16_lossy(&units)
    }

    /// What was changed, as edits of the draft.
    fn edits(&self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        let mut at = 0;
        let mut words: Vec<u16> = Vec::new();
        let end = Piece::Kept(self.draft.len(), self.draft.len());
        for piece in self.list.iter().chain([&end]) {
            match piece {
                Piece::New(new) => words.extend_from_slice(new),
                Piece::Kept(start, stop) => {
                    if *start > at || !words.is_empty() {
                        let text = String::from_utf16_lossy(&words);
                        edits.push(Edit { start: at as u32, end: *start as u32, text });
                    }
                    words.clear();
                    at = *stop;
                }
            }
        }
        edits
    }
}
