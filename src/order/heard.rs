//! What a buyer said about paying: that it is not wanted, that it is for later,
//! that something is in the way. How each is recognised is data.

use serde::{Deserialize, Serialize};

use crate::order::when::{When, when};
use crate::rule::Saying;
#[cfg(feature = "toml")]
use crate::rule::Vocabulary;
use crate::saying::{Found, Means, Sayings};
use crate::sort;

/// Why an order stays unpaid, as far as the buyer's words tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Nothing was said: it may have been forgotten.
    #[default]
    Forgot,
    /// Something about the goods or the delivery is not clear yet.
    Hesitating,
    /// The price, or another shop's.
    Comparing,
    /// Paying did not work.
    Payment,
    /// The wrong thing was ordered, or to the wrong address.
    Wrong,
    /// It is not wanted any longer.
    Unwanted,
}

impl Cause {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Forgot,
        Self::Hesitating,
        Self::Comparing,
        Self::Payment,
        Self::Wrong,
        Self::Unwanted,
    ];

    /// Its name in packs and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Forgot => "forgot",
            Self::Hesitating => "hesitating",
            Self::Comparing => "comparing",
            Self::Payment => "payment",
            Self::Wrong => "wrong",
            Self::Unwanted => "unwanted",
        }
    }
}

/// What some words of a buyer mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// The order is not wanted any longer.
    Declined,
    /// Something is complained about, and not settled.
    Complaint,
    /// A complaint is settled.
    Settled,
    /// It is wanted after all.
    Wants,
    /// It is for later.
    Later,
    /// Something about the goods or the delivery is not clear yet.
    Hesitating,
    /// The price, or another shop's.
    Comparing,
    /// Paying did not work.
    Payment,
    /// The wrong thing was ordered, or to the wrong address.
    Wrong,
    /// It is paid, the buyer says.
    Paid,
    /// Something was bought here: it was ordered, came, or is to be given back.
    Bought,
    /// Thanks or a nod, and nothing else.
    Thanks,
}

impl Meaning {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Declined,
        Self::Complaint,
        Self::Settled,
        Self::Wants,
        Self::Later,
        Self::Hesitating,
        Self::Comparing,
        Self::Payment,
        Self::Wrong,
        Self::Paid,
        Self::Bought,
        Self::Thanks,
    ];

    /// Its name in packs and records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Complaint => "complaint",
            Self::Settled => "settled",
            Self::Wants => "wants",
            Self::Later => "later",
            Self::Hesitating => "hesitating",
            Self::Comparing => "comparing",
            Self::Payment => "payment",
            Self::Wrong => "wrong",
            Self::Paid => "paid",
            Self::Bought => "bought",
            Self::Thanks => "thanks",
        }
    }

    fn cause(self) -> Option<Cause> {
        match self {
            Self::Declined => Some(Cause::Unwanted),
            Self::Hesitating => Some(Cause::Hesitating),
            Self::Comparing => Some(Cause::Comparing),
            Self::Payment => Some(Cause::Payment),
            Self::Wrong => Some(Cause::Wrong),
            Self::Wants | Self::Later => Some(Cause::Forgot),
            Self::Complaint | Self::Settled | Self::Paid | Self::Bought | Self::Thanks => None,
        }
    }
}

/// Something that a buyer said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// What it means.
    pub meaning: Meaning,
    /// When it was said, as far as anybody knows; milliseconds since the epoch.
    pub at: u64,
    /// For [`Meaning::Later`]: when that is.
    pub when: Option<When>,
    /// The words.
    pub words: String,
}

impl Heard {
    /// Why the order is unpaid, if the words tell.
    pub fn cause(&self) -> Option<Cause> {
        match self.when {
            Some(When::Thinking) => Some(Cause::Hesitating),
            _ => self.meaning.cause(),
        }
    }
}

/// How one meaning is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// What it means.
    pub means: Meaning,
    /// For what is for later: when. `said` is the time that the words say; `hours`,
    /// `days`, `hour`… take the first number in them.
    #[serde(default)]
    pub when: String,
    /// Phrases of which one is enough, in the language of rules.
    pub(crate) any: Vec<String>,
    /// Phrases that take the meaning away from words that they share a character
    /// with: `要不要` is not `不要`.
    #[serde(default)]
    pub(crate) not: Vec<String>,
    /// Contexts that must be there.
    #[serde(default)]
    pub(crate) with: Vec<String>,
    /// Contexts that take the meaning away.
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    /// The line of the pack that it begins on.
    #[serde(skip)]
    pub(crate) line: usize,
    /// Sentences that mean it.
    #[serde(default, skip_serializing)]
    pub yes: Vec<String>,
    /// Sentences that do not.
    #[serde(default, skip_serializing)]
    pub no: Vec<String>,
}

impl Means for Said {
    fn saying(&self) -> Saying<'_> {
        let Self { line, any, not, with, unless, .. } = self;
        Saying { line: *line, any, not, with, unless }
    }
}

/// What is recognised in a buyer's words, pack by pack.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Ear(Vec<Sayings<Said>>);

impl Ear {
    /// Also recognises these, in words of their own.
    #[cfg(feature = "toml")]
    pub(crate) fn learn(&mut self, vocabulary: Vocabulary, said: Vec<Said>) {
        if !said.is_empty() {
            self.0.push(Sayings::new(vocabulary, said));
        }
    }

    /// Everything that a message means, in the order of its words. Where several
    /// phrases share words, the longest is meant; what is said twice is said once,
    /// where it was said last.
    pub fn listen(&self, text: &str, at: u64) -> Vec<Heard> {
        let mut found: Vec<(&Said, Found)> = self.0.iter().flat_map(|it| it.find(text)).collect();
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        sort::by_key(&mut found, |(_, one)| [place(one.start), place(one.end), 0, 0]);
        let length = |one: &Found| one.end - one.start;
        let longer = |one: &Found, other: &Found| {
            one.start < other.end && other.start < one.end && length(one) < length(other)
        };
        let kept = found.iter().filter(|(_, one)| !found.iter().any(|(_, it)| longer(one, it)));
        let mut all: Vec<Heard> = Vec::new();
        for (said, Found { words, .. }) in kept {
            let when = (said.means == Meaning::Later).then(|| when(&said.when, words));
            all.retain(|heard| (heard.meaning, heard.when) != (said.means, when));
            all.push(Heard { meaning: said.means, at, when, words: words.clone() });
        }
        all
    }
}
