//! A rule pack as it was read.
//!
//! What is wrong with a pack is said by its lines, and proved by its own
//! sentences, when it is read. A pack that is passed on has been found good:
//! it goes without both.

use serde::{Deserialize, Serialize};

use super::finding::{Level, Words};

/// One rule pack.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Pack {
    pub(super) file: String,
    /// Whether its file is TOML from end to end.
    #[serde(skip)]
    #[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "for whoever reads packs"))]
    pub(super) whole: bool,
    /// What it calls itself.
    #[serde(default)]
    pub(super) name: String,
    /// The line that says so.
    #[serde(skip)]
    #[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "for whoever reads packs"))]
    pub(super) line: usize,
    pub(super) words: Vec<(String, Vec<Phrase>)>,
    pub(super) contexts: Vec<ContextEntry>,
    pub(super) allow: Vec<Phrase>,
    /// Longer words, in which a single character is not a word of its own.
    #[serde(default)]
    pub(super) compounds: Vec<Phrase>,
    pub(super) rules: Vec<RuleEntry>,
}

/// A phrase and the line it stands on.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Phrase {
    pub(super) text: String,
    #[serde(skip)]
    pub(super) line: usize,
}

/// A sentence that a rule carries about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The rule's slug.
    pub rule: String,
    /// The sentence.
    pub text: String,
    /// Whether the rule is to find it; else it is to leave it alone.
    pub bad: bool,
    /// Its line in the pack.
    pub line: usize,
    /// The shop that it is said in, if it must be a certain one: settings that
    /// are on, or with `!` off.
    pub shop: Vec<String>,
}

/// A rule in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts<'a> {
    /// Its slug.
    pub id: &'a str,
    /// How grave it is; some of what it finds may be milder.
    pub level: Level,
    /// Where it comes from, short.
    pub source: &'a str,
    /// How many phrases it finds.
    pub phrases: usize,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ContextEntry {
    pub(super) name: String,
    #[serde(skip)]
    pub(super) line: usize,
    pub(super) place: Where,
    /// How far from the words found it may stand, in characters; in a
    /// sentence, how far from their clause.
    pub(super) reach: Option<u16>,
    /// The shops that it stands in, as in a find.
    #[serde(default)]
    pub(super) shop: Vec<String>,
    pub(super) phrases: Vec<Phrase>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct RuleEntry {
    pub(super) id: String,
    #[serde(skip)]
    pub(super) line: usize,
    /// Where its part of the file begins.
    #[serde(skip)]
    #[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "for whoever reads packs"))]
    pub(super) top: usize,
    pub(super) level: Level,
    pub(super) why: Words,
    /// Why in other shops; the first that is for the shop stands for `why`.
    #[serde(default)]
    pub(super) why_in: Vec<WhyEntry>,
    pub(super) source: String,
    pub(super) quoted: bool,
    pub(super) yields: bool,
    pub(super) unless: Vec<String>,
    /// The views of the finds that name none.
    #[serde(default)]
    pub(super) views: Vec<View>,
    pub(super) allow: Vec<Phrase>,
    pub(super) rewrite: Vec<RewriteEntry>,
    pub(super) finds: Vec<FindEntry>,
    #[serde(skip)]
    pub(super) sentences: Vec<Sentence>,
}

/// Why words should not be sent in certain shops.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct WhyEntry {
    #[serde(skip)]
    pub(super) line: usize,
    /// The shops, as in a find.
    pub(super) shop: Vec<String>,
    pub(super) words: Words,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct FindEntry {
    #[serde(skip)]
    #[cfg_attr(not(feature = "toml"), allow(dead_code, reason = "for whoever reads packs"))]
    pub(super) line: usize,
    pub(super) phrases: Vec<Phrase>,
    pub(super) level: Option<Level>,
    pub(super) with: Vec<String>,
    pub(super) unless: Vec<String>,
    pub(super) shop: Vec<String>,
    pub(super) views: Vec<View>,
    pub(super) rewrite: Vec<RewriteEntry>,
    /// What the same phrases mean in every other shop.
    #[serde(default)]
    pub(super) otherwise: Option<Otherwise>,
}

/// What phrases mean in a shop that they are not written for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Otherwise {
    pub(super) level: Option<Level>,
    pub(super) unless: Vec<String>,
    pub(super) rewrite: Vec<RewriteEntry>,
}

/// Another reading of the draft that a phrase may be found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum View {
    /// Latin syllables, or Zhuyin, in place of characters.
    Pinyin,
    /// Other characters of the same sound.
    Sound,
}

/// Where a context is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Where {
    /// In the same clause, ending before the words found.
    Before,
    /// In the same clause, starting after the words found.
    After,
    /// In the same clause, or the clauses that the words found reach over, and
    /// near them.
    Clause,
    /// In the same sentence, and near their clause.
    Sentence,
    /// Anywhere in the draft.
    Draft,
    /// Overlapping the words found.
    Over,
    /// In the buyer's last message.
    Buyer,
}

/// What could stand instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RewriteEntry {
    #[serde(skip)]
    pub(super) line: usize,
    pub(super) hans: String,
    pub(super) hant: String,
    pub(super) over: Over,
}

/// How much of the draft a rewrite replaces.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Over {
    /// The words found.
    #[default]
    Match,
    /// From the words found to the end of their clause.
    Rest,
    /// The clauses that the words found stand in.
    Clause,
    /// The sentence.
    Sentence,
}

impl Pack {
    /// The sentences that the pack's rules carry about themselves.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.rules.iter().flat_map(|rule| &rule.sentences)
    }

    /// What the pack calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file's name as it was given.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What each rule is, in short.
    pub fn facts(&self) -> impl Iterator<Item = Facts<'_>> {
        self.rules.iter().map(|rule| Facts {
            id: &rule.id,
            level: rule.level,
            source: &rule.source,
            phrases: rule.finds.iter().map(|find| find.phrases.len()).sum(),
        })
    }

    /// The slugs of the pack's rules.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.id.as_str())
    }
}
