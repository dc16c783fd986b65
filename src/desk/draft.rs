//! The draft on the desk: its text, what was found in it, what the agent leaves.

use crate::desk::Language;
use crate::desk::splice::{carried_over, difference, place_in, splice};
use crate::desk::wire::{Mark, Revision};
use crate::rule::{Checker, Context, Edit, Finding, Level};
use crate::sort;

/// "Fix all" ends by itself; this many passes bound it all the same.
const PASSES: usize = 8;

/// The composer's text and the verdict on it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub text: String,
    pub revision: Revision,
    pub caret: u32,
    /// Everything found in the text.
    all: Vec<Finding>,
    /// What the agent left as it is: rule and words, while they stay.
    ignored: Vec<(String, String)>,
    /// Which of the shown findings the agent looks at.
    pub current: Option<usize>,
}

/// The draft with every first rewrite in it.
pub(super) struct Fixed {
    /// The one edit that makes it of the draft.
    pub edit: Edit,
    /// Where the caret goes, in the text as it then reads.
    pub caret: u32,
    /// How many of the shown findings are gone.
    pub settled: usize,
}

impl Draft {
    /// Checks the text as it stands.
    pub fn check(&mut self, checker: &Checker, buyer: Option<&str>) {
        self.all = checker.check(&self.text, &Context { buyer });
        let all = &self.all;
        self.ignored.retain(|(rule, words)| {
            all.iter().any(|finding| finding.rule == *rule && finding.found == *words)
        });
        self.look_at_caret();
    }

    /// Forgets what was found, such as when the check is paused.
    pub fn unchecked(&mut self) {
        self.all.clear();
        self.current = None;
    }

    /// Forgets what the agent left as it is.
    pub fn ignore_nothing(&mut self) {
        self.ignored.clear();
    }

    /// What is found and not ignored, in text order.
    pub fn shown(&self) -> impl Iterator<Item = &Finding> {
        self.all.iter().filter(|finding| !self.is_ignored(finding))
    }

    /// Whether something shown blocks.
    pub fn blocks(&self) -> bool {
        self.first_block().is_some()
    }

    /// The first shown finding that blocks.
    pub fn first_block(&self) -> Option<usize> {
        self.shown().position(|finding| finding.level == Level::Block)
    }

    /// Looks at the gravest finding that touches the caret, else at the first
    /// that blocks.
    pub fn look_at_caret(&mut self) {
        let touching = self
            .shown()
            .enumerate()
            .filter(|(_, finding)| finding.start <= self.caret && self.caret <= finding.end);
        let gravest =
            touching.max_by_key(|(place, finding)| (finding.level, std::cmp::Reverse(*place)));
        self.current = gravest.map(|(place, _)| place).or_else(|| self.first_block());
    }

    /// Leaves a shown finding as it is; a block cannot be left.
    pub fn ignore(&mut self, mark: usize) {
        let left = self.shown().nth(mark).filter(|finding| finding.level != Level::Block);
        if let Some(left) = left.map(|finding| (finding.rule.clone(), finding.found.clone())) {
            self.ignored.push(left);
            self.look_at_caret();
        }
    }

    /// How many of the shown findings have a rewrite.
    pub fn fixable(&self) -> usize {
        self.shown().filter(|finding| !finding.rewrites.is_empty()).count()
    }

    /// A rewrite of a shown finding. Without a place: of the finding that the
    /// agent looks at, else of the first that has one.
    pub fn rewrite(&self, mark: Option<usize>, which: usize) -> Option<Edit> {
        let finding = match mark.or(self.current) {
            Some(place) => self.shown().nth(place)?,
            None => self.shown().find(|finding| !finding.rewrites.is_empty())?,
        };
        finding.rewrites.get(which).cloned()
    }

    /// Every first rewrite at once, if there is any.
    pub fn fix_all(&self, checker: &Checker, buyer: Option<&str>) -> Option<Fixed> {
        let context = Context { buyer };
        let (text, edits) = if self.ignored.is_empty() {
            let rewritten = checker.rewrite(&self.text, &context);
            (rewritten.text, rewritten.edits)
        } else {
            let text = self.fix_the_rest(checker, &context);
            let edit = difference(&self.text, &text);
            (text, vec![edit])
        };
        let left = checker.check(&text, &context);
        let left = left.iter().filter(|finding| !self.is_ignored(finding)).count();
        (text != self.text).then(|| Fixed {
            edit: difference(&self.text, &text),
            caret: place_in(&text, carried_over(self.caret, &edits)),
            settled: self.shown().count().saturating_sub(left),
        })
    }

    /// The findings as the page shows them.
    pub fn marks(&self, language: Language) -> Vec<Mark> {
        self.shown().map(|finding| mark(finding, language)).collect()
    }

    /// "Fix all" that leaves alone what the agent leaves alone.
    fn fix_the_rest(&self, checker: &Checker, context: &Context<'_>) -> String {
        let mut text = self.text.clone();
        for _ in 0..PASSES {
            let found = checker.check(&text, context);
            let mut edits: Vec<&Edit> = found
                .iter()
                .filter(|finding| !self.is_ignored(finding))
                .filter_map(|finding| finding.rewrites.first())
                .collect();
            sort::by_key(&mut edits, |edit| [edit.end, edit.start, 0, 0]);
            let mut rewritten = text.clone();
            let mut from = u32::MAX;
            for edit in edits.into_iter().rev().filter(|edit| edit.start <= edit.end) {
                if edit.end > from {
                    continue;
                }
                if let Some(better) = splice(&rewritten, edit) {
                    rewritten = better;
                    from = edit.start;
                }
            }
            if rewritten == text {
                break;
            }
            text = rewritten;
        }
        text
    }

    fn is_ignored(&self, finding: &Finding) -> bool {
        let left =
            |(rule, words): &(String, String)| *rule == finding.rule && *words == finding.found;
        finding.level != Level::Block && self.ignored.iter().any(left)
    }
}

/// A finding as it is shown.
pub(super) fn mark(finding: &Finding, language: Language) -> Mark {
    Mark {
        start: finding.start,
        end: finding.end,
        level: finding.level,
        found: finding.found.clone(),
        why: language.words(&finding.why).to_owned(),
        source: finding.source.clone(),
        rewrites: finding.rewrites.iter().map(|edit| edit.text.clone()).collect(),
    }
}
