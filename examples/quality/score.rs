//! Scoring as `reference/rules.md` defines it: a label is found when a finding
//! of its rule, or of one that is accepted for it, overlaps its span.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use deti::rule::{Checker, Context, Finding, Level};
use serde::Deserialize;

/// A labelled draft.
#[derive(Debug, Deserialize)]
pub struct Draft {
    id: String,
    text: String,
    labels: Vec<Label>,
    #[serde(default)]
    note: String,
}

/// One label of a draft.
#[derive(Debug, Deserialize)]
struct Label {
    rule: String,
    span: String,
    severity: Level,
}

/// Rules that are accepted for each other.
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

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    labels: usize,
    found: usize,
}

/// The figures, and the drafts behind them.
#[derive(Debug, Default)]
pub struct Score {
    by_rule: BTreeMap<String, Count>,
    by_level: BTreeMap<Level, Count>,
    clean: usize,
    alarms: Vec<String>,
    findings: usize,
    over: Vec<String>,
    flagged: usize,
    unclean: Vec<String>,
    missed: Vec<String>,
}

/// Reads a file of JSON lines.
pub fn read(text: &str) -> Result<Vec<Draft>, serde_json::Error> {
    text.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str).collect()
}

/// Checks every draft and counts.
pub fn score(checker: &Checker, drafts: &[Draft]) -> Score {
    let context = Context::default();
    let mut score = Score::default();
    for draft in drafts {
        let findings = checker.check(&draft.text, &context);
        let contested = draft.note.contains("CONTESTED");
        let graves = || findings.iter().filter(|finding| finding.level >= Level::Warn);
        if draft.labels.is_empty() {
            score.clean += 1;
            if graves().next().is_some() {
                score.alarms.push(tell(draft, &findings));
            }
        } else if !contested {
            score.labels(draft, &findings);
            for finding in graves() {
                score.findings += 1;
                let labelled = spans(draft).any(|(_, start, end)| overlaps(finding, start, end));
                if !labelled {
                    score.over.push(tell(draft, std::slice::from_ref(finding)));
                }
            }
        }
        if !findings.is_empty() {
            score.flagged += 1;
            let rewritten = checker.rewrite(&draft.text, &context);
            if !rewritten.left.is_empty() {
                let left = tell(draft, &rewritten.left);
                score.unclean.push(format!("{left} <- {}", rewritten.text));
            }
        }
    }
    score
}

impl Score {
    fn labels(&mut self, draft: &Draft, findings: &[Finding]) {
        for label in &draft.labels {
            let accepted = |rule: &str| {
                rule == label.rule
                    || CONFUSABLE
                        .iter()
                        .any(|pair| pair.contains(&rule) && pair.contains(&label.rule.as_str()))
            };
            let found = spans(draft).filter(|(other, _, _)| std::ptr::eq(*other, label)).any(
                |(_, start, end)| {
                    findings
                        .iter()
                        .any(|finding| accepted(&finding.rule) && overlaps(finding, start, end))
                },
            );
            for count in [
                self.by_rule.entry(label.rule.clone()).or_default(),
                self.by_level.entry(label.severity).or_default(),
            ] {
                count.labels += 1;
                count.found += usize::from(found);
            }
            if !found {
                self.missed
                    .push(format!("{} {} [{}] {}", draft.id, label.rule, label.span, draft.text));
            }
        }
    }

    /// The figures as text; with the drafts behind them if asked.
    pub fn report(&self, list: bool) -> String {
        let mut text = String::new();
        let mut line = |name: &str, count: &Count| {
            let share = percent(count.found, count.labels);
            let missed = count.labels - count.found;
            let _ = writeln!(
                text,
                "{name:<24} {:>4} labels {:>4} found {missed:>4} missed {share:>6.1} %",
                count.labels, count.found
            );
        };
        for (rule, count) in &self.by_rule {
            line(rule, count);
        }
        for (level, count) in self.by_level.iter().rev() {
            line(&format!("level {level:?}").to_lowercase(), count);
        }
        for (name, part, whole) in [
            ("false alarms", &self.alarms, self.clean),
            ("overflagging", &self.over, self.findings),
        ] {
            let share = percent(part.len(), whole);
            let _ = writeln!(text, "{name:<24} {:>4} of {whole:<5} {share:>6.1} %", part.len());
        }
        let clean = self.flagged - self.unclean.len();
        let share = percent(clean, self.flagged);
        let _ = writeln!(
            text,
            "{:<24} {clean:>4} of {:<5} {share:>6.1} %",
            "rewrites clean", self.flagged
        );
        if list {
            for (name, lines) in [
                ("MISSED", &self.missed),
                ("ALARM", &self.alarms),
                ("OVER", &self.over),
                ("UNCLEAN", &self.unclean),
            ] {
                for entry in lines {
                    let _ = writeln!(text, "{name} {entry}");
                }
            }
        }
        text
    }
}

/// Every place where a label's span stands in the draft, in UTF-16.
fn spans(draft: &Draft) -> impl Iterator<Item = (&Label, u32, u32)> {
    draft.labels.iter().flat_map(move |label| {
        draft.text.match_indices(&label.span).map(move |(at, _)| {
            let start = draft.text[..at].encode_utf16().count() as u32;
            (label, start, start + label.span.encode_utf16().count() as u32)
        })
    })
}

fn overlaps(finding: &Finding, start: u32, end: u32) -> bool {
    finding.start < end && start < finding.end
}

fn tell(draft: &Draft, findings: &[Finding]) -> String {
    let found: Vec<String> =
        findings.iter().map(|finding| format!("{}[{}]", finding.rule, finding.found)).collect();
    format!("{} {} in {}", draft.id, found.join(" "), draft.text)
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}
