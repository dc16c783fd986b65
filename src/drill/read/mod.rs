//! Reads packs of drills: TOML in, drills out, and the list of problems, each
//! with its line.

mod cues;
mod scene;

use super::cue::Cues;
use super::scene::Drill;
use crate::pack::Problem;

/// The file of the cues that all drills share.
const CUES: &str = "drills/cues.toml";

/// Reads packs: each with its name below the folder of packs, such as
/// `drills/cues.toml`, and its text. Those of other folders are passed over,
/// and drills are taken in the order of their names.
pub fn read_packs<'a>(
    packs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> (Vec<Drill>, Vec<Problem>) {
    let mut packs: Vec<(&str, &str)> =
        packs.into_iter().filter(|(name, _)| name.starts_with("drills/")).collect();
    packs.sort_unstable();
    let shared = packs.iter().find(|(name, _)| *name == CUES);
    let (cues, mut problems) =
        shared.map_or_else(Default::default, |(name, text)| Cues::parse(name, text));
    let mut drills = Vec::new();
    for (name, text) in packs.into_iter().filter(|(name, _)| *name != CUES) {
        let (drill, wrong) = Drill::parse(name, text, &cues);
        drills.extend(drill);
        problems.extend(wrong);
    }
    (drills, problems)
}

/// Finds the line of a place in a file.
pub(super) struct Lines<'a> {
    file: &'a str,
    text: &'a str,
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text }
    }

    /// A problem at a byte of the file.
    pub(super) fn problem(&self, at: usize, message: impl Into<String>) -> Problem {
        Problem::at(self.file, self.text, at, message)
    }

    /// What the TOML reader could not read.
    pub(super) fn error(&self, error: &toml::de::Error) -> Problem {
        self.problem(error.span().map_or(0, |span| span.start), error.message())
    }
}
