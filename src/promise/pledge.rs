//! How a commitment in a sent message is recognised: data.

use serde::{Deserialize, Serialize};

use crate::order::{Limits, When, named, number_within};
use crate::phrase::{Phrase, fold};
use crate::zone::Zone;

/// How one kind of commitment is recognised, and when it is to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// When it is to be kept, as in the packs of what buyers say; the number is
    /// `number`, else that in the words.
    pub when: String,
    /// The number of minutes, hours or days where the words have none.
    #[serde(default)]
    pub number: Option<u32>,
    /// Phrases of which one is enough.
    pub(crate) any: Vec<Phrase>,
    /// Phrases that take it away from words that they share a character with.
    #[serde(default)]
    pub(crate) unless: Vec<Phrase>,
    /// Sentences that promise it.
    #[serde(default, skip_serializing)]
    pub yes: Vec<String>,
    /// Sentences that do not.
    #[serde(default, skip_serializing)]
    pub no: Vec<String>,
}

/// All kinds of commitments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pledges(pub(crate) Vec<Pledge>);

/// A commitment that was found, to be noted or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The words that commit.
    pub words: String,
    /// By when, in milliseconds since the epoch.
    pub by: u64,
}

impl Pledge {
    /// Where it stands in folded words, if it does: the longest of its phrases.
    fn find(&self, folded: &[char]) -> Option<(usize, usize)> {
        let barred: Vec<_> = self.unless.iter().filter_map(|it| it.find(folded)).collect();
        let clear = |(start, end): &(usize, usize)| {
            !barred.iter().any(|(from, to)| from < end && start < to)
        };
        let here = self.any.iter().filter_map(|it| it.find(folded)).filter(clear);
        here.max_by_key(|(start, end)| end - start)
    }

    /// When it is to be kept, said in these words.
    fn when(&self, words: &[char]) -> When {
        let number = self.number.or_else(|| number_within(words)).unwrap_or(1);
        named(&self.when, number).unwrap_or(When::Unnamed)
    }

    /// What is wrong with it, for the pack's author.
    #[cfg(feature = "toml")]
    pub(crate) fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if matches!(self.when(&[]), When::Unnamed) {
            wrong.push(format!("`when = \"{}\"` names no time", self.when));
        }
        if self.any.is_empty() || self.yes.is_empty() || self.no.is_empty() {
            wrong.push("a promise needs phrases in `any`, and sentences in `yes` and `no`".into());
        }
        let found = |text: &&String| self.find(&fold(text)).is_some();
        let missed = self.yes.iter().filter(|text| !found(text));
        wrong.extend(missed.map(|text| format!("“{text}” should promise it and does not")));
        let met = self.no.iter().filter(found);
        wrong.extend(met.map(|text| format!("“{text}” promises it and should not")));
        wrong
    }
}

impl Pledges {
    /// The commitment in a message sent at `at`. Of several, one that names its time
    /// stands before those that do not, and then that which is to be kept first.
    pub fn offer(&self, sent: &str, at: u64, zone: &Zone, limits: &Limits) -> Option<Offer> {
        let folded = fold(sent);
        let found: Vec<(usize, usize, &Pledge)> = self
            .0
            .iter()
            .filter_map(|pledge| pledge.find(&folded).map(|(start, end)| (start, end, pledge)))
            .collect();
        let offers = found.iter().filter_map(|(start, end, pledge)| {
            let by = pledge.when(&folded[*start..*end]).moment(at, zone, limits)?;
            let words = sent.chars().skip(*start).take(end - start).collect();
            Some((pledge.number.is_some(), Offer { words, by }))
        });
        offers.min_by_key(|(unnamed, offer)| (*unnamed, offer.by)).map(|(_, offer)| offer)
    }
}
