//! Order cards, from one of them: which of its words are the number, the amount,
//! the status, the item.

use super::names::alike;
use super::places::{anchors, listed, single, tree, within};
use super::seen::{SeenElement, SeenLeaf};
use super::value::{list, map, text, words_of};
use crate::order::{Amount, Status};
use crate::record::Value;

/// What an order number looks like, wherever it stands in the words of its element.
const NUMBER: &str = "([0-9A-Z][0-9A-Z-]{9,24})";

/// A number has so many digits at least: fewer are a telephone's or a count.
const DIGITS: usize = 10;

pub(super) fn places(element: &SeenElement) -> Vec<String> {
    let tree = tree(&element.path);
    match tree.first() {
        Some(node) if alike(node).next().is_some() => listed(&[tree]),
        _ => single(tree),
    }
}

/// Whether one of the words on the card is an order number.
pub(super) fn has_number(element: &SeenElement) -> bool {
    number(&element.leaves).is_some()
}

pub(super) fn made(element: &SeenElement, places: &[String], buyer: &str) -> Option<Value> {
    let leaves = &element.leaves;
    let at = number(leaves)?;
    let mut taken = vec![at];
    let mut entries = vec![
        ("within", list(&[anchors(tree(&element.path)), vec!["body".to_owned()]].concat())),
        ("cards", list(places)),
        ("number", reader(&leaves[at], Some(NUMBER))),
    ];
    let mut find = |name: &'static str, fits: &dyn Fn(&str) -> bool| {
        let found = (0..leaves.len()).find(|at| !taken.contains(at) && fits(&leaves[*at].text));
        if let Some(at) = found {
            taken.push(at);
            entries.push((name, reader(&leaves[at], None)));
        }
    };
    find("status", &|text| Status::of(text) != Status::Unknown && text.chars().count() <= 16);
    find("amount", &|text| Amount::read(text).is_some());
    find("created", &is_moment);
    find("buyer", &|text| !buyer.is_empty() && text == buyer);
    let rest = (0..leaves.len()).filter(|at| !taken.contains(at) && is_title(&leaves[*at].text));
    if let Some(at) = rest.max_by_key(|at| leaves[*at].text.chars().count()) {
        entries.push(("item", reader(&leaves[at], None)));
    }
    Some(map(entries))
}

fn reader(leaf: &SeenLeaf, pattern: Option<&str>) -> Value {
    let places: Vec<String> = within(&leaf.path).into_iter().take(2).collect();
    let Value::Map(mut entries) = words_of(&places) else { return Value::Null };
    if places.is_empty() {
        entries.retain(|(name, _)| name != "css");
    }
    entries.extend(pattern.map(|pattern| ("match".to_owned(), text(pattern))));
    Value::Map(entries)
}

/// Which of the words are the order's number: those with the longest run of digits.
fn number(leaves: &[SeenLeaf]) -> Option<usize> {
    let run = |text: &str| {
        let parts =
            text.split(|c: char| !(c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-'));
        let fits = parts.filter(|part| part.len() <= 25 && !part.contains("--"));
        let labelled = text.contains("订单")
            || text.contains("訂單")
            || text.to_ascii_lowercase().contains("order");
        let digits = |part: &str| {
            let digits = part.chars().filter(char::is_ascii_digit).count();
            // A telephone's number looks like one of eleven digits.
            let phone = digits == 11 && part.starts_with('1') && !labelled;
            if phone { 0 } else { digits }
        };
        fits.map(digits).max().unwrap_or(0)
    };
    let moment = |at: &usize| !is_moment(&leaves[*at].text);
    let best = (0..leaves.len())
        .filter(moment)
        .max_by_key(|at| (run(&leaves[*at].text), usize::MAX - at))?;
    (run(&leaves[best].text) >= DIGITS).then_some(best)
}

/// `2026-11-06 10:01`, `2026/11/6`, `2026年11月6日`.
fn is_moment(text: &str) -> bool {
    let mut parts = text.trim().split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty());
    let year = parts.next().is_some_and(|it| it.len() == 4 && it.starts_with("20"));
    let small = |part: Option<&str>| part.is_some_and(|it| it.len() <= 2);
    year && small(parts.next()) && small(parts.next())
}

fn is_title(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !text.trim_end().ends_with([':', '：'])
}
