//! How a commitment in a sent message is recognised: data.

use serde::{Deserialize, Serialize};

use crate::order::{Limits, When, when};
#[cfg(feature = "toml")]
use crate::order::{SAID, named};
use crate::rule::Saying;
#[cfg(feature = "toml")]
use crate::rule::Vocabulary;
use crate::saying::{Means, Sayings};
use crate::zone::Zone;

/// How one kind of commitment is recognised, and when it is to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// When it is to be kept, as in the packs of what buyers say: `said` is the time
    /// that the words say.
    pub when: String,
    /// The minutes until then where the words say no time.
    #[serde(default)]
    pub number: Option<u32>,
    /// Phrases of which one is enough, in the language of rules.
    pub(crate) any: Vec<String>,
    /// Phrases that take it away from words that they share a character with.
    #[serde(default)]
    pub(crate) not: Vec<String>,
    /// Contexts that must be there.
    #[serde(default)]
    pub(crate) with: Vec<String>,
    /// Contexts that take it away.
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    /// The line of the pack that it begins on.
    #[serde(skip)]
    pub(crate) line: usize,
    /// Sentences that promise it.
    #[serde(default, skip_serializing)]
    pub yes: Vec<String>,
    /// Sentences that do not.
    #[serde(default, skip_serializing)]
    pub no: Vec<String>,
}

/// All kinds of commitments, pack by pack.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Pledges(Vec<Sayings<Pledge>>);

/// A commitment that was found, to be noted or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The words that commit.
    pub words: String,
    /// By when, in milliseconds since the epoch.
    pub by: u64,
}

impl Means for Pledge {
    fn saying(&self) -> Saying<'_> {
        let Self { line, any, not, with, unless, .. } = self;
        Saying { line: *line, any, not, with, unless }
    }
}

impl Pledge {
    /// When it is to be kept, said in these words; and whether they say it.
    fn when(&self, words: &str) -> (When, bool) {
        match (when(&self.when, words), self.number) {
            (When::Unnamed | When::Soon, Some(minutes)) => (When::Minutes(minutes), false),
            (when, _) => (when, true),
        }
    }

    /// What is wrong with it, for the pack's author.
    #[cfg(feature = "toml")]
    pub(crate) fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.when != SAID && named(&self.when, 1).is_none() {
            wrong.push(format!("`when = \"{}\"` names no time", self.when));
        }
        if self.any.is_empty() || self.yes.is_empty() || self.no.is_empty() {
            wrong.push("a promise needs phrases in `any`, and sentences in `yes` and `no`".into());
        }
        wrong
    }
}

impl Pledges {
    /// Also recognises these, in words of their own.
    #[cfg(feature = "toml")]
    pub(crate) fn learn(&mut self, vocabulary: Vocabulary, pledges: Vec<Pledge>) {
        if !pledges.is_empty() {
            self.0.push(Sayings::new(vocabulary, pledges));
        }
    }

    /// The commitment in a message sent at `at`. Of several, one that names its time
    /// stands before those that do not, and then that which is to be kept first.
    pub fn offer(&self, sent: &str, at: u64, zone: &Zone, limits: &Limits) -> Option<Offer> {
        let found = self.0.iter().flat_map(|it| it.find(sent));
        let offers = found.filter_map(|(pledge, found)| {
            let (when, said) = pledge.when(&found.words);
            Some((!said, Offer { by: when.moment(at, zone, limits)?, words: found.words }))
        });
        offers.min_by_key(|(unnamed, offer)| (*unnamed, offer.by)).map(|(_, offer)| offer)
    }

    /// The sentences of the packs that are not taken for what they are.
    #[cfg(feature = "toml")]
    pub(crate) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for pack in &self.0 {
            for pledge in &pack.entries {
                let found = |text: &&String| pack.find(text).iter().any(|(it, _)| *it == pledge);
                let missed = pledge.yes.iter().filter(|text| !found(text));
                wrong.extend(missed.map(|text| format!("“{text}” should promise it and does not")));
                let met = pledge.no.iter().filter(found);
                wrong.extend(met.map(|text| format!("“{text}” promises it and should not")));
            }
        }
        wrong
    }
}
