//! Wording a rewrite: which range it replaces, and with what.

use super::finding::Edit;
use super::follow::Match;
use super::lean::with_its_rest;
use super::pack::{Over, RewriteEntry};
use super::place::Places;
use crate::text::{Folded, Script};

/// The edit that a rewrite means for a match.
pub(super) fn word(
    entry: &RewriteEntry,
    found: &Match,
    folded: &Folded,
    places: &Places,
    raw: &[u16],
    script: Script,
) -> Edit {
    let template = if script == Script::Hant { &entry.hant } else { &entry.hans };
    let (start, end) = range(entry.over, found, folded, places);
    let replaced = raw.get(start as usize..end as usize).unwrap_or(&[]);
    let mut text = fill(template, found, folded, raw, replaced);
    if entry.over != Over::Match && !template.contains("{0}") && !text.is_empty() {
        // What was a question is answered now, not asked.
        if let Some(end) = after_question(folded, end).filter(|_| !asks(&text)) {
            text.push('。');
            return Edit { start, end, text };
        }
    }
    if text.is_ascii() && !text.is_empty() {
        text = in_english(&text, raw, start, replaced);
    }
    Edit { start, end, text }
}

/// English words keep the blank before them, and begin a sentence with a capital.
fn in_english(text: &str, raw: &[u16], start: u32, replaced: &[u16]) -> String {
    let is_blank = |unit: &&u16| **unit == u16::from(b' ');
    let blanks = replaced.iter().take_while(is_blank).count();
    let before = raw.get(..start as usize).unwrap_or_default();
    let before = before.iter().rev().find(|unit| !is_blank(unit)).copied();
    let begins = before
        .is_none_or(|unit| char::from_u32(unit.into()).is_some_and(|c| ".!?。！？\n".contains(c)));
    let mut words = " ".repeat(blanks);
    let mut letters = text.chars();
    if let Some(first) = letters.next() {
        words.push(if begins { first.to_ascii_uppercase() } else { first });
    }
    words.push_str(letters.as_str());
    words
}

/// Where the signs end that make a question of the words before a place.
fn after_question(folded: &Folded, end: u32) -> Option<u32> {
    let next = folded.units.partition_point(|unit| unit.start < end);
    let signs = folded.units.get(next..).unwrap_or_default().iter();
    let signs = signs.take_while(|unit| matches!(unit.form, '?' | '!'));
    let (mut last, mut asked) = (None, false);
    for sign in signs {
        last = Some(sign.end);
        asked |= sign.form == '?';
    }
    last.filter(|_| asked)
}

/// Whether words ask something.
fn asks(words: &str) -> bool {
    const ENDS: [&str; 9] = ["吗", "嗎", "呢", "么", "麼", "吧", "没", "不", "？"];
    const INSIDE: [&str; 14] = [
        "什么",
        "什麼",
        "哪",
        "几",
        "幾",
        "多少",
        "怎么",
        "怎麼",
        "如何",
        "是否",
        "还是",
        "還是",
        "好不好",
        "是不是",
    ];
    let last = words.rsplit(['，', '。']).next().unwrap_or_default();
    ENDS.iter().any(|end| last.ends_with(end)) || INSIDE.iter().any(|inside| last.contains(inside))
}

/// The raw range that is replaced. A whole clause takes the signs and pictures
/// at its edges along.
fn range(over: Over, found: &Match, folded: &Folded, places: &Places) -> (u32, u32) {
    let (from, to) = match over {
        Over::Match => return folded.raw(found.start, found.end),
        Over::Rest => (found.start, places.clauses(folded, found.start, found.end).1),
        Over::Clause => {
            let (from, to) = places.clauses(folded, found.start, found.end);
            (from, with_its_rest(folded, to))
        }
        Over::Sentence => places.sentences(folded, found.start, found.end),
    };
    let start = if over == Over::Rest {
        folded.raw(found.start, found.end).0
    } else {
        match from.checked_sub(1).and_then(|before| folded.units.get(before)) {
            Some(before) if !folded.units[from].line => before.end,
            Some(_) => folded.units[from].start,
            None => 0,
        }
    };
    let end = match folded.units.get(to) {
        Some(next) if !next.line => next.start,
        Some(_) => folded.raw(from, to).1,
        None => folded.length,
    };
    (start, end.max(start))
}

/// Puts the words that the phrase's groups took in the place of `{1}`, `{2}`…,
/// and all the words replaced in the place of `{0}`.
fn fill(template: &str, found: &Match, folded: &Folded, raw: &[u16], replaced: &[u16]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let number = rest[open + 1..].chars().next().and_then(|digit| digit.to_digit(10));
        let group = found.groups.iter().find(|(group, _, _)| Some(u32::from(*group)) == number);
        if number == Some(0) {
            text.push_str(String::from_utf16_lossy(replaced).trim());
        } else if let Some((_, start, end)) = group {
            text.push_str(&written(folded, raw, *start, *end));
        }
        rest = rest[open..].find('}').map_or("", |close| &rest[open + close + 1..]);
    }
    text.push_str(rest);
    text
}

/// The words as written, without what stands between their characters.
fn written(folded: &Folded, raw: &[u16], start: usize, end: usize) -> String {
    let units = folded.units.get(start..end).unwrap_or(&[]);
    let mut words = String::new();
    let mut last = None;
    for unit in units {
        if last != Some(unit.start) {
            let piece = raw.get(unit.start as usize..unit.end as usize).unwrap_or(&[]);
            words.push_str(&String::from_utf16_lossy(piece));
        }
        last = Some(unit.start);
    }
    words
}
