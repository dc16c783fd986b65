//! Deti's own pack (TOML): everything that a reply is.
//!
//! A pack that ships says everything in both scripts; one that an agent exports
//! may say it in one, so what is not said is left open here.

use deti::day::Day;
use deti::reply::{Reply, Wording};
use serde::Deserialize;
use serde::de::IntoDeserializer as _;
use toml::de::{DeTable, DeValue};

use crate::lines::Lines;
use crate::{Says, Taken};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    id: String,
    #[serde(default)]
    folder: Words,
    #[serde(default)]
    title: Words,
    #[serde(default)]
    pinyin: String,
    #[serde(default)]
    abbreviation: String,
    #[serde(default)]
    tags: Vec<String>,
    body: Words,
    #[serde(default)]
    platforms: Vec<String>,
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    updated: Option<Day>,
    #[serde(default)]
    source: String,
}

/// Words in both scripts, or in one string for both.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    One(String),
    Two(Wording),
}

impl Default for Words {
    fn default() -> Self {
        Self::One(String::new())
    }
}

impl From<Words> for Wording {
    fn from(words: Words) -> Self {
        match words {
            Words::One(words) => Self::one(words),
            Words::Two(words) => words,
        }
    }
}

pub(crate) fn read(text: &str, taken: &mut Taken) {
    let lines = Lines::of(text);
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let line = error.span().map_or(0, |span| lines.at(span.start));
        taken.refuse(line, Says::NotPack, &[error.message()]);
    }
    let mut any = false;
    for (name, value) in document.into_inner() {
        let line = lines.at(name.span().start);
        match (name.get_ref().as_ref(), value.into_inner()) {
            ("pack" | "version" | "source", _) => {}
            ("reply", DeValue::Array(entries)) => {
                any = true;
                for entry in entries {
                    let line = lines.at(entry.span().start);
                    match Entry::deserialize(entry.into_deserializer()) {
                        Ok(entry) => taken.take(line, reply(entry)),
                        Err(error) => {
                            let line = error.span().map_or(line, |span| lines.at(span.start));
                            taken.refuse(line, Says::NotPack, &[error.message()]);
                        }
                    }
                }
            }
            (other, _) => taken.refuse(line, Says::NotOfPack, &[other]),
        }
    }
    if !any && taken.refused.is_empty() {
        taken.refuse(0, Says::NoReplies, &[]);
    }
}

fn reply(entry: Entry) -> Reply {
    Reply {
        id: entry.id,
        folder: entry.folder.into(),
        title: entry.title.into(),
        pinyin: entry.pinyin,
        abbreviation: entry.abbreviation,
        tags: entry.tags,
        body: entry.body.into(),
        platforms: entry.platforms,
        valid_from: entry.valid_from,
        valid_until: entry.valid_until,
        updated: entry.updated,
        source: entry.source,
    }
}

pub(crate) fn write(replies: &[Reply]) -> String {
    let mut out = String::from("pack = \"Deti\"\nversion = \"1\"\nsource = \"Deti\"\n");
    for reply in replies {
        out.push_str("\n[[reply]]\n");
        let mut line = |key: &str, value: String| out.extend([key, " = ", &value, "\n"]);
        let mut text = |key: &str, value: &str| {
            if !value.is_empty() {
                line(key, quoted(value));
            }
        };
        text("id", &reply.id);
        for (key, words) in [("folder", &reply.folder), ("title", &reply.title)] {
            text(&format!("{key}.hans"), &words.hans);
            text(&format!("{key}.hant"), &words.hant);
        }
        text("pinyin", &reply.pinyin);
        text("abbreviation", &reply.abbreviation);
        text("body.hans", &reply.body.hans);
        text("body.hant", &reply.body.hant);
        text("source", &reply.source);
        for (key, day) in [
            ("valid_from", reply.valid_from),
            ("valid_until", reply.valid_until),
            ("updated", reply.updated),
        ] {
            text(key, &day.map(|day| day.to_string()).unwrap_or_default());
        }
        for (key, parts) in [("tags", &reply.tags), ("platforms", &reply.platforms)] {
            if !parts.is_empty() {
                let parts: Vec<String> = parts.iter().map(|part| quoted(part)).collect();
                line(key, format!("[{}]", parts.join(", ")));
            }
        }
    }
    out
}

/// A text in quotes, with what TOML does not allow between them escaped.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
