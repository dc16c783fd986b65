//! Reads the cues of a file: the shared ones, or a drill's own. A cue carries
//! sentences about itself, and they must hold.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Lines;
use crate::drill::cue::{Cue, Cues};
use crate::pack::Problem;
use crate::phrase::Phrase;

/// The file of shared cues.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueFile {
    #[serde(rename = "pack")]
    _pack: String,
    #[serde(rename = "version")]
    _version: String,
    #[serde(rename = "source")]
    _source: String,
    cues: BTreeMap<String, CueData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueData {
    #[serde(default)]
    phrases: Vec<Spanned<String>>,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    unless: Vec<Spanned<String>>,
    /// Sentences in which the cue must be found by its phrases.
    #[serde(default)]
    hits: Vec<Spanned<String>>,
    /// Sentences in which it must not be found.
    #[serde(default)]
    leaves: Vec<Spanned<String>>,
}

impl Cues {
    /// Reads a file of cues. Where a cue fails its own sentences, a problem
    /// names the line.
    pub fn parse(file: &str, toml: &str) -> (Self, Vec<Problem>) {
        let lines = Lines::new(file, toml);
        match toml::from_str::<CueFile>(toml) {
            Ok(file) => Self::read(file.cues, &Self::default(), &lines),
            Err(error) => (Self::default(), vec![lines.error(&error)]),
        }
    }

    /// These cues together with a drill's own, which win over shared ones of
    /// the same name.
    pub(super) fn with(&self, own: &Self) -> Self {
        let mut all = self.0.clone();
        all.extend(own.0.iter().map(|(name, cue)| (name.clone(), cue.clone())));
        Self(all)
    }

    pub(super) fn knows(&self, cue: &str) -> bool {
        self.0.contains_key(cue)
    }

    pub(super) fn read(
        data: BTreeMap<String, CueData>,
        shared: &Self,
        lines: &Lines<'_>,
    ) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut own = Self::default();
        for (name, cue) in &data {
            let mut phrases = Vec::new();
            for phrase in &cue.phrases {
                match Phrase::parse(phrase.get_ref()) {
                    Ok(phrase) => phrases.push(phrase),
                    Err(message) => problems.push(lines.problem(phrase.span().start, message)),
                }
            }
            let unless = cue.unless.iter().map(|other| other.get_ref().clone()).collect();
            own.0.insert(name.clone(), Cue { phrases, rules: cue.rules.clone(), unless });
        }
        let all = shared.with(&own);
        for (name, cue) in &data {
            for other in cue.unless.iter().filter(|other| !all.knows(other.get_ref())) {
                let message = format!("the cue `{}` is not defined", other.get_ref());
                problems.push(lines.problem(other.span().start, message));
            }
            let hears = |sentence: &str| all.hear(sentence, &[]).iter().any(|h| h.cue == *name);
            for sentence in cue.hits.iter().filter(|sentence| !hears(sentence.get_ref())) {
                let message = format!("`{name}` is not found in its own sentence");
                problems.push(lines.problem(sentence.span().start, message));
            }
            for sentence in cue.leaves.iter().filter(|sentence| hears(sentence.get_ref())) {
                let message = format!("`{name}` is found in a sentence that it should leave alone");
                problems.push(lines.problem(sentence.span().start, message));
            }
        }
        (own, problems)
    }
}
