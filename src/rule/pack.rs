//! A rule pack as it is written: TOML, read and kept with its lines.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::finding::{Level, Words};
use crate::pack::{Problem, line_of};

/// One parsed rule pack.
#[derive(Debug, Clone, Default)]
pub struct Pack {
    pub(super) file: String,
    pub(super) words: BTreeMap<String, Vec<Phrase>>,
    pub(super) contexts: Vec<ContextEntry>,
    pub(super) allow: Vec<Phrase>,
    pub(super) rules: Vec<RuleEntry>,
}

/// A phrase and the line it stands on.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) text: String,
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
}

#[derive(Debug, Clone)]
pub(super) struct ContextEntry {
    pub(super) name: String,
    pub(super) place: Where,
    /// How far before or after the words found it may stand, in characters.
    pub(super) reach: Option<u16>,
    pub(super) phrases: Vec<Phrase>,
}

#[derive(Debug, Clone)]
pub(super) struct RuleEntry {
    pub(super) id: String,
    pub(super) line: usize,
    pub(super) level: Level,
    pub(super) why: Words,
    pub(super) source: String,
    pub(super) quoted: bool,
    pub(super) yields: bool,
    pub(super) unless: Vec<String>,
    pub(super) allow: Vec<Phrase>,
    pub(super) rewrite: Vec<RewriteEntry>,
    pub(super) finds: Vec<FindEntry>,
    pub(super) sentences: Vec<Sentence>,
}

#[derive(Debug, Clone)]
pub(super) struct FindEntry {
    pub(super) phrases: Vec<Phrase>,
    pub(super) level: Option<Level>,
    pub(super) with: Vec<String>,
    pub(super) unless: Vec<String>,
    pub(super) shop: Vec<String>,
    pub(super) views: Vec<View>,
    pub(super) rewrite: Vec<RewriteEntry>,
}

/// Another reading of the draft that a phrase may be found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum View {
    /// Latin syllables, or Zhuyin, in place of characters.
    Pinyin,
    /// Other characters of the same sound.
    Sound,
}

/// Where a context is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Where {
    /// In the same clause, ending before the words found.
    Before,
    /// In the same clause, starting after the words found.
    After,
    /// In the same clause, or the clauses that the words found reach over.
    Clause,
    /// In the same sentence.
    Sentence,
    /// Anywhere in the draft.
    Draft,
    /// Overlapping the words found.
    Over,
    /// In the buyer's last message.
    Buyer,
}

/// What could stand instead.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RewriteEntry {
    pub(super) hans: String,
    pub(super) hant: String,
    #[serde(default)]
    pub(super) over: Over,
}

/// How much of the draft a rewrite replaces.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[allow(dead_code, reason = "the header is for people; its keys must be there")]
    pack: String,
    #[allow(dead_code, reason = "as above")]
    version: String,
    #[allow(dead_code, reason = "as above")]
    source: String,
    #[serde(default)]
    words: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    context: Vec<RawContext>,
    #[serde(default)]
    allow: Vec<Spanned<String>>,
    #[serde(default)]
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContext {
    name: String,
    #[serde(rename = "where")]
    place: Where,
    reach: Option<u16>,
    find: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: Spanned<String>,
    level: Level,
    why: Words,
    source: String,
    #[allow(dead_code, reason = "the seed and section, for whoever edits the pack")]
    seed: String,
    #[serde(default)]
    quoted: bool,
    #[serde(default)]
    yields: bool,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    allow: Vec<Spanned<String>>,
    #[serde(default)]
    rewrite: Vec<RewriteEntry>,
    find: Vec<RawFind>,
    bad: Scripts,
    good: Scripts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFind {
    any: Vec<Spanned<String>>,
    level: Option<Level>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    shop: Vec<String>,
    #[serde(default)]
    views: Vec<View>,
    #[serde(default)]
    rewrite: Vec<RewriteEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scripts {
    hans: Vec<Spanned<String>>,
    hant: Vec<Spanned<String>>,
}

impl Pack {
    /// Reads a pack. What cannot be read is left out and said in the problems.
    pub fn parse(file: &str, toml: &str) -> (Pack, Vec<Problem>) {
        match toml::from_str::<File>(toml) {
            Ok(raw) => (Pack::from_file(file, toml, raw), Vec::new()),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                let problem = Problem::at(file, toml, offset, error.message().to_owned());
                (Pack { file: file.to_owned(), ..Pack::default() }, vec![problem])
            }
        }
    }

    /// The sentences that the pack's rules carry about themselves.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.rules.iter().flat_map(|rule| &rule.sentences)
    }

    /// The file's name as it was given.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The slugs of the pack's rules.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.id.as_str())
    }

    fn from_file(file: &str, toml: &str, raw: File) -> Pack {
        let phrases = |list: Vec<Spanned<String>>| -> Vec<Phrase> {
            list.into_iter()
                .map(|text| Phrase {
                    line: line_of(toml, text.span().start),
                    text: text.into_inner(),
                })
                .collect()
        };
        let rule = |raw: RawRule| {
            let line = line_of(toml, raw.id.span().start);
            let id = raw.id.into_inner();
            let mut sentences = Vec::new();
            for (bad, scripts) in [(true, raw.bad), (false, raw.good)] {
                for phrase in phrases(scripts.hans).into_iter().chain(phrases(scripts.hant)) {
                    let (text, line) = (phrase.text, phrase.line);
                    sentences.push(Sentence { rule: id.clone(), text, bad, line });
                }
            }
            let find = |raw: RawFind| FindEntry {
                phrases: phrases(raw.any),
                level: raw.level,
                with: raw.with,
                unless: raw.unless,
                shop: raw.shop,
                views: raw.views,
                rewrite: raw.rewrite,
            };
            RuleEntry {
                id,
                line,
                level: raw.level,
                why: raw.why,
                source: raw.source,
                quoted: raw.quoted,
                yields: raw.yields,
                unless: raw.unless,
                allow: phrases(raw.allow),
                rewrite: raw.rewrite,
                finds: raw.find.into_iter().map(find).collect(),
                sentences,
            }
        };
        let context = |raw: RawContext| ContextEntry {
            name: raw.name,
            place: raw.place,
            reach: raw.reach,
            phrases: phrases(raw.find),
        };
        Pack {
            file: file.to_owned(),
            words: raw.words.into_iter().map(|(name, list)| (name, phrases(list))).collect(),
            contexts: raw.context.into_iter().map(context).collect(),
            allow: phrases(raw.allow),
            rules: raw.rule.into_iter().map(rule).collect(),
        }
    }
}
