//! The score as a table for a terminal.

use std::fmt::{self, Write as _};

use deti::rule::Level;

use crate::score::{Case, Count, Score, Share};
use crate::target::{Goal, targets};

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "{} drafts: {} clean, {} with labels; {} contested",
            self.drafts,
            self.false_alarms.whole,
            self.drafts - self.false_alarms.whole,
            self.contested
        )?;
        writeln!(
            out,
            "\n{:<24} {:>6} {:>6} {:>6} {:>8} {:>7} {:>6}",
            "", "labels", "found", "missed", "recall", "alarms", "over"
        )?;
        for (rule, count) in &self.by_rule {
            row(out, rule, count)?;
        }
        writeln!(out)?;
        for level in [Level::Block, Level::Warn, Level::Tip] {
            row(out, word(level), &self.by_level.get(&level).copied().unwrap_or_default())?;
        }
        writeln!(out)?;
        for target in targets(self) {
            let (sign, percent) = match target.goal {
                Goal::AtLeast(percent) => ('≥', percent),
                Goal::AtMost(percent) => ('≤', percent),
            };
            let Share { part, whole } = target.share;
            writeln!(
                out,
                "{:<24} {part:>6} of {whole:<5} {:>8}   target {sign} {percent} %: {}",
                target.name,
                percent_of(target.share),
                if target.holds() { "holds" } else { "MISSED" }
            )?;
        }
        Ok(())
    }
}

impl Score {
    /// Whether every target is met.
    pub fn holds(&self) -> bool {
        targets(self).iter().all(|target| target.holds())
    }

    /// The drafts behind the figures, a line each.
    pub fn cases(&self) -> String {
        let mut text = String::new();
        for (kind, cases) in [
            ("missed", &self.missed),
            ("false alarm", &self.alarms),
            ("overflagged", &self.over),
            ("rewrite not clean", &self.unclean),
        ] {
            for Case { id, words, text: draft } in cases {
                let words: Vec<String> =
                    words.iter().map(|(rule, words)| format!("{rule}[{words}]")).collect();
                let draft = draft.replace(['\n', '\r'], "⏎");
                let _ = writeln!(text, "{kind}: {id} {} in {draft}", words.join(" "));
            }
        }
        text
    }
}

fn row(out: &mut fmt::Formatter<'_>, name: &str, count: &Count) -> fmt::Result {
    writeln!(
        out,
        "{name:<24} {:>6} {:>6} {:>6} {:>8} {:>7} {:>6}",
        count.labels,
        count.found,
        count.labels - count.found,
        percent_of(count.recall()),
        count.alarms,
        count.over
    )
}

fn percent_of(share: Share) -> String {
    share.percent().map_or_else(|| "-".to_owned(), |percent| format!("{percent:.1} %"))
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Block => "block",
        Level::Warn => "warn",
        Level::Tip => "tip",
    }
}
