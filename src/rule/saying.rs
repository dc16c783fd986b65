//! Packs whose phrases tell what somebody means, where nothing speaks against them:
//! what buyers say about paying, what agents promise.
//!
//! The language of phrases, its words and its contexts are those of rules. What a
//! saying means is for whoever asks: it is told by its number.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::finding::{Level, Words};
use super::pack::{ContextEntry, FindEntry, Pack, Phrase, RuleEntry, Where};

/// What sayings speak of: words by their names, and what may stand around.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// The words of each name.
    pub(crate) words: BTreeMap<String, Vec<String>>,
    /// What may stand around the words found.
    pub(crate) contexts: Vec<Nearby>,
}

/// What may stand around the words found, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nearby {
    name: String,
    #[serde(rename = "where")]
    place: Where,
    #[serde(default)]
    reach: Option<u16>,
    find: Vec<String>,
}

/// Phrases that mean one thing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Saying<'a> {
    /// The line that it begins on, where that is known.
    pub line: usize,
    /// Phrases of which one is enough.
    pub any: &'a [String],
    /// Phrases that take the meaning away from words that they share a character with.
    pub not: &'a [String],
    /// Contexts that must be there.
    pub with: &'a [String],
    /// Contexts that take the meaning away.
    pub unless: &'a [String],
}

impl Pack {
    /// A pack of sayings: each is a rule that is called by its place in the list.
    pub(crate) fn of_sayings<'a>(
        file: &str,
        known: &Vocabulary,
        sayings: impl IntoIterator<Item = Saying<'a>>,
    ) -> Pack {
        let mut pack = Pack { file: file.to_owned(), ..Pack::default() };
        let phrases = |list: &[String], line| -> Vec<Phrase> {
            list.iter().map(|text| Phrase { text: text.clone(), line }).collect()
        };
        let words = known.words.iter();
        pack.words = words.map(|(name, list)| (name.clone(), phrases(list, 0))).collect();
        let context = |near: &Nearby| ContextEntry {
            name: near.name.clone(),
            line: 0,
            place: near.place,
            reach: near.reach,
            shop: Vec::new(),
            phrases: phrases(&near.find, 0),
        };
        pack.contexts = known.contexts.iter().map(context).collect();
        for (place, saying) in sayings.into_iter().enumerate() {
            let (id, line) = (place.to_string(), saying.line);
            let mut unless = saying.unless.to_vec();
            if !saying.not.is_empty() {
                let name = format!("not {id}");
                pack.contexts.push(ContextEntry {
                    name: name.clone(),
                    line,
                    place: Where::Over,
                    reach: None,
                    shop: Vec::new(),
                    phrases: phrases(saying.not, line),
                });
                unless.push(name);
            }
            let find = FindEntry {
                phrases: phrases(saying.any, line),
                with: saying.with.to_vec(),
                ..FindEntry::default()
            };
            pack.rules.push(RuleEntry {
                id,
                line,
                top: line,
                level: Level::Tip,
                why: Words::default(),
                why_in: Vec::new(),
                source: String::new(),
                quoted: true,
                yields: false,
                unless,
                views: Vec::new(),
                allow: Vec::new(),
                rewrite: Vec::new(),
                finds: vec![find],
                sentences: Vec::new(),
            });
        }
        pack
    }
}
