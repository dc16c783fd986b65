//! What the agent's words amount to: a greeting, an apology, a cause, an
//! action, a date. How each is recognised is data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::phrase::{Phrase, fold};
use crate::rule::Finding;

/// The cues that a drill can react to, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cues(pub(super) BTreeMap<String, Cue>);

/// How one cue is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cue {
    pub(super) phrases: Vec<Phrase>,
    /// Slugs of rules whose findings are this cue.
    pub(super) rules: Vec<String>,
    /// Cues that, found in the same line, keep this one from its phrases.
    pub(super) unless: Vec<String>,
}

/// A cue found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The cue's name.
    pub cue: String,
    /// The agent's words that are it.
    pub found: String,
}

impl Cues {
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
}
