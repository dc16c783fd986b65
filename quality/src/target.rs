//! How good is good enough.

use deti::rule::Level;

use crate::score::{Score, Share};

/// A bound on a share, in whole per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// This much or more.
    AtLeast(usize),
    /// This much or less.
    AtMost(usize),
}

/// A figure beside its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// What is measured.
    pub name: &'static str,
    /// What it came to.
    pub share: Share,
    /// What it should come to.
    pub goal: Goal,
}

impl Target {
    /// Whether the figure keeps to its bound, unrounded. Of nothing, everything holds.
    pub fn holds(&self) -> bool {
        let Share { part, whole } = self.share;
        match self.goal {
            Goal::AtLeast(percent) => part * 100 >= whole * percent,
            Goal::AtMost(percent) => part * 100 <= whole * percent,
        }
    }
}

/// Every figure that has a bound, in the order of the report.
pub fn targets(score: &Score) -> [Target; 6] {
    let recall = |level| score.by_level.get(&level).copied().unwrap_or_default().recall();
    let target = |name, share, goal| Target { name, share, goal };
    [
        target("recall of block", recall(Level::Block), Goal::AtLeast(97)),
        target("recall of warn", recall(Level::Warn), Goal::AtLeast(93)),
        target("recall of tip", recall(Level::Tip), Goal::AtLeast(80)),
        target("false alarms", score.false_alarms, Goal::AtMost(2)),
        target("overflagging", score.overflagging, Goal::AtMost(3)),
        target("rewrites clean", score.rewrites_clean, Goal::AtLeast(100)),
    ]
}
