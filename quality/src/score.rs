//! Counting: what was labelled, what was found, and what was found for nothing.
//!
//! A label is found when a finding of its rule, or of one that is accepted for
//! it, overlaps its words. A false alarm is a clean draft with a warning or a
//! block; overflagging is a warning or a block, on a draft that has labels, that
//! overlaps none of them. (So a refusal found again inside the words of a more
//! specific label is no overflagging.) A rewrite is clean when the rewritten
//! draft, checked again, has no finding at all.
//!
//! Contested drafts are left out, but a warning or a block on a contested clean
//! one is a false alarm; the share is of all clean drafts.

use std::collections::BTreeMap;

use deti::rule::{Checker, Context, Finding, Level};

use crate::draft::{Draft, Label};

/// Rules of which either is accepted for the other.
const CONFUSABLE: [[&str; 2]; 9] = [
    ["coercion", "privacy-leak"],
    ["coercion", "review-cashback"],
    ["delay-brush-off", "impatience"],
    ["interrogation", "after-sales-blame"],
    ["shipping-promise", "unfulfillable-promise"],
    ["abuse", "impatience"],
    ["off-platform-contact", "offline-payment"],
    ["interrogation", "impatience"],
    ["off-platform-contact", "other-shop-link"],
];

/// What one rule, or one level, came to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Labels of uncontested drafts.
    pub labels: usize,
    /// Those of them that were found.
    pub found: usize,
    /// Clean drafts that it cried wolf on.
    pub alarms: usize,
    /// Its findings that overlap no label.
    pub over: usize,
}

impl Count {
    fn label(&mut self, found: bool) {
        self.labels += 1;
        self.found += usize::from(found);
    }

    /// The labels that were found.
    pub fn recall(&self) -> Share {
        Share { part: self.found, whole: self.labels }
    }
}

/// A part of a whole.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub part: usize,
    /// Of how many.
    pub whole: usize,
}

impl Share {
    /// The share in per cent; none of nothing.
    pub fn percent(self) -> Option<f64> {
        (self.whole > 0).then(|| 100.0 * self.part as f64 / self.whole as f64)
    }
}

/// A draft behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The draft's name.
    pub id: String,
    /// The rules and their words: what was missed, or what was found instead.
    pub words: Vec<(String, String)>,
    /// The draft; for a rewrite that is not clean, the rewritten one.
    pub text: String,
}

/// The figures, and the drafts behind them.
#[derive(Debug, Default)]
pub struct Score {
    /// Drafts that were read.
    pub drafts: usize,
    /// Drafts that careful people disagree about.
    pub contested: usize,
    /// By the rule's slug.
    pub by_rule: BTreeMap<String, Count>,
    /// By level.
    pub by_level: BTreeMap<Level, Count>,
    /// Clean drafts with a warning or a block, of all clean drafts.
    pub false_alarms: Share,
    /// Warnings and blocks that overlap no label, of all on drafts with labels.
    pub overflagging: Share,
    /// Rewritten drafts without any finding, of all that had one.
    pub rewrites_clean: Share,
    /// Labels that were not found.
    pub missed: Vec<Case>,
    /// The false alarms.
    pub alarms: Vec<Case>,
    /// The findings that overlap no label.
    pub over: Vec<Case>,
    /// The rewritten drafts in which something is still found.
    pub unclean: Vec<Case>,
}

/// Checks every draft and counts.
pub fn score(checker: &Checker, drafts: &[Draft]) -> Score {
    let mut score = Score { drafts: drafts.len(), ..Score::default() };
    for draft in drafts {
        let findings = checker.check(&draft.text, &Context::default());
        if draft.labels.is_empty() {
            score.clean(draft, &findings);
        }
        if draft.contested() {
            score.contested += 1;
            continue;
        }
        if !draft.labels.is_empty() {
            score.labelled(draft, &findings);
        }
        if !findings.is_empty() {
            score.rewritten(checker, draft);
        }
    }
    score
}

impl Score {
    fn clean(&mut self, draft: &Draft, findings: &[Finding]) {
        let graves: Vec<&Finding> = graves(findings).collect();
        self.false_alarms.whole += 1;
        self.false_alarms.part += usize::from(!graves.is_empty());
        let mut rules: Vec<&str> = graves.iter().map(|finding| finding.rule.as_str()).collect();
        let mut levels: Vec<Level> = graves.iter().map(|finding| finding.level).collect();
        rules.sort_unstable();
        rules.dedup();
        levels.sort_unstable();
        levels.dedup();
        rules.into_iter().for_each(|rule| self.rule(rule).alarms += 1);
        levels.into_iter().for_each(|level| self.level(level).alarms += 1);
        if !graves.is_empty() {
            self.alarms.push(case(draft, graves));
        }
    }

    fn labelled(&mut self, draft: &Draft, findings: &[Finding]) {
        for label in &draft.labels {
            let found = findings
                .iter()
                .any(|finding| accepted(&finding.rule, label) && overlaps(finding, label, draft));
            self.rule(&label.rule).label(found);
            self.level(label.severity).label(found);
            if !found {
                let words = vec![(label.rule.clone(), label.span.clone())];
                self.missed.push(Case { id: draft.id.clone(), words, text: draft.text.clone() });
            }
        }
        for finding in graves(findings) {
            self.overflagging.whole += 1;
            if !draft.labels.iter().any(|label| overlaps(finding, label, draft)) {
                self.overflagging.part += 1;
                self.rule(&finding.rule).over += 1;
                self.level(finding.level).over += 1;
                self.over.push(case(draft, [finding]));
            }
        }
    }

    fn rewritten(&mut self, checker: &Checker, draft: &Draft) {
        let context = Context::default();
        let text = checker.rewrite(&draft.text, &context).text;
        let left = checker.check(&text, &context);
        self.rewrites_clean.whole += 1;
        self.rewrites_clean.part += usize::from(left.is_empty());
        if !left.is_empty() {
            self.unclean.push(Case { text, ..case(draft, &left) });
        }
    }

    fn rule(&mut self, rule: &str) -> &mut Count {
        self.by_rule.entry(rule.to_owned()).or_default()
    }

    fn level(&mut self, level: Level) -> &mut Count {
        self.by_level.entry(level).or_default()
    }
}

/// The findings that count as flagging a draft; a tip does not.
fn graves(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.level >= Level::Warn)
}

/// Whether a finding of this rule may stand for the label.
fn accepted(rule: &str, label: &Label) -> bool {
    let pair = |pair: &[&str; 2]| pair.contains(&rule) && pair.contains(&label.rule.as_str());
    rule == label.rule || CONFUSABLE.iter().any(pair)
}

/// Whether a finding has a character of the label's words, wherever they stand.
fn overlaps(finding: &Finding, label: &Label, draft: &Draft) -> bool {
    label.places(&draft.text).any(|(start, end)| finding.start < end && start < finding.end)
}

fn case<'a>(draft: &Draft, findings: impl IntoIterator<Item = &'a Finding>) -> Case {
    let words = findings.into_iter().map(|found| (found.rule.clone(), found.found.clone()));
    Case { id: draft.id.clone(), words: words.collect(), text: draft.text.clone() }
}
