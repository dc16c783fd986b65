//! What the agent's words amount to: a greeting, an apology, a cause, an
//! action, a date. How each is recognised is data.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::phrase::{Phrase, fold};
use super::read::Lines;
use crate::pack::Problem;
use crate::rule::Finding;

/// The cues that a drill can react to, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cues(BTreeMap<String, Cue>);

/// How one cue is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Cue {
    phrases: Vec<Phrase>,
    /// Slugs of rules whose findings are this cue.
    rules: Vec<String>,
    /// Cues that, found in the same line, keep this one from its phrases.
    unless: Vec<String>,
}

/// A cue found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The cue's name.
    pub cue: String,
    /// The agent's words that are it.
    pub found: String,
}

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

    /// The names of the cues.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Every cue in a line, each with the first words that are it. `findings`
    /// are those of the live rules on the same line.
    pub fn hear(&self, line: &str, findings: &[Finding]) -> Vec<Heard> {
        let folded = fold(line);
        let by_phrase = |cue: &Cue| cue.phrases.iter().find_map(|phrase| phrase.find(&folded));
        let by_rule = |cue: &Cue| findings.iter().find(|finding| cue.rules.contains(&finding.rule));
        let mut heard = Vec::new();
        for (name, cue) in &self.0 {
            let spoken = |other: &String| {
                self.0
                    .get(other)
                    .is_some_and(|cue| by_rule(cue).is_some() || by_phrase(cue).is_some())
            };
            if let Some(finding) = by_rule(cue) {
                heard.push(Heard { cue: name.clone(), found: finding.found.clone() });
            } else if let Some((start, end)) = by_phrase(cue)
                && !cue.unless.iter().any(spoken)
            {
                let found = line.chars().skip(start).take(end - start).collect();
                heard.push(Heard { cue: name.clone(), found });
            }
        }
        heard
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
