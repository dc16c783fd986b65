//! A phrase to recognise: literal words, with `…` for a short gap within the
//! sentence and `#` for a number in digits or in Chinese.
//!
//! `预计…#天` is found in 预计比原计划晚1天到. A gap never crosses the end of a
//! sentence, so that a cause in one sentence does not pair with a verb in the
//! next.

use serde::{Deserialize, Serialize};

/// The longest gap, in characters.
const GAP: usize = 14;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Words(Vec<char>),
    Number,
    Gap,
}

/// A compiled phrase. Matched against simplified, lower-case text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Phrase(Vec<Part>);

impl Phrase {
    /// Reads a phrase; says what is wrong with one that would match anything.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        for c in fold(text) {
            match (c, parts.last_mut()) {
                ('…', _) => parts.push(Part::Gap),
                ('#', _) => parts.push(Part::Number),
                (_, Some(Part::Words(words))) => words.push(c),
                _ => parts.push(Part::Words(vec![c])),
            }
        }
        match (parts.first(), parts.last()) {
            (None, _) | (_, None) => Err("an empty phrase matches everything".to_owned()),
            (Some(Part::Gap), _) | (_, Some(Part::Gap)) => Err(format!(
                "the phrase `{text}` begins or ends with a gap; leave the `…` out there"
            )),
            _ => Ok(Self(parts)),
        }
    }

    /// Where the phrase first stands in folded text, as a range of characters.
    pub(crate) fn find(&self, text: &[char]) -> Option<(usize, usize)> {
        (0..text.len()).find_map(|start| Some((start, end(&self.0, text, start)?)))
    }
}

impl TryFrom<String> for Phrase {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

impl From<Phrase> for String {
    fn from(Phrase(parts): Phrase) -> Self {
        let write = |part| match part {
            Part::Words(words) => words.into_iter().collect(),
            Part::Number => "#".to_owned(),
            Part::Gap => "…".to_owned(),
        };
        parts.into_iter().map(write).collect()
    }
}

/// Text as phrases see it. Keeps the number and the places of characters. `回覆` and
/// `答覆` are written with a character of their own, which is `复` here as well.
pub(crate) fn fold(text: &str) -> Vec<char> {
    let same = |c: char| if c == '覆' { '复' } else { c.to_ascii_lowercase() };
    crate::text::simplify(text).chars().map(same).collect()
}

fn end(parts: &[Part], text: &[char], at: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    let here = text.get(at..)?;
    match part {
        Part::Words(words) => {
            here.starts_with(words).then(|| end(rest, text, at + words.len())).flatten()
        }
        Part::Number => {
            let digits = here.iter().take_while(|c| is_number(**c)).count();
            (digits > 0).then(|| end(rest, text, at + digits)).flatten()
        }
        Part::Gap => {
            let room = here.iter().take(GAP).take_while(|c| !ends_sentence(**c)).count();
            (0..=room).find_map(|skipped| end(rest, text, at + skipped))
        }
    }
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十两半".contains(c)
}

fn ends_sentence(c: char) -> bool {
    "。！？!?；;\n".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrase: &str, text: &str) -> Option<String> {
        let (start, end) = Phrase::parse(phrase).unwrap().find(&fold(text))?;
        Some(text.chars().skip(start).take(end - start).collect())
    }

    #[test]
    fn a_phrase_is_found_within_its_sentence() {
        for (phrase, text, expected) in [
            ("抱歉", "非常抱歉让您久等", Some("抱歉")),
            ("预计…#天", "预计比原计划晚1天到达", Some("预计比原计划晚1天")),
            ("晚#天", "大概晚两天到", Some("晚两天")),
            ("晚#天", "晚几天到", None),
            ("预计…#天", "预计会到。请等3天", None),
            ("坏果…赔", "有坏果您拍照给我，我们全额赔付", Some("坏果您拍照给我，我们全额赔")),
            ("预计…到", "预计到", Some("预计到")),
        ] {
            assert_eq!(found(phrase, text).as_deref(), expected, "{phrase} in {text}");
        }
    }

    #[test]
    fn a_phrase_is_written_as_it_was_read() {
        for phrase in ["抱歉", "预计…#天", "#…#", "ok…了"] {
            assert_eq!(String::from(Phrase::parse(phrase).unwrap()), phrase);
        }
    }

    #[test]
    fn a_phrase_that_matches_anything_is_refused() {
        for phrase in ["", "…", "…到", "到…"] {
            assert!(Phrase::parse(phrase).is_err(), "{phrase:?}");
        }
    }
}
