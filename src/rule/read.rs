//! A rule pack as it is written: TOML, read with the line of every phrase.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::finding::{Level, Words};
use super::pack::{
    ContextEntry, FindEntry, Pack, Phrase, RewriteEntry, RuleEntry, Sentence, View, Where,
};
use crate::pack::{Problem, line_of};

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
