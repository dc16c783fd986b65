//! What a phrase finds that another one of the same find has found already:
//! texts are made from it, with its gaps empty and full, and if one other phrase
//! finds them all, it adds nothing.
//!
//! What stands twice as it is written, `twice` says.

use super::checker::{Checker, Context};
use super::pack::{FindEntry, Over, Pack, Phrase, RuleEntry};
use super::pattern::{Choice, Edge, Item, parse};
use super::witness::Look;
use crate::pack::Problem;

/// Characters for gaps: no rule speaks of them, and no two are alike.
const FILL: [char; 8] = ['琥', '珀', '珊', '瑚', '玛', '瑙', '翡', '翠'];

/// A phrase of more texts is not looked at.
const TEXTS: usize = 400;

/// Says every phrase that another one makes idle, but for the first packs,
/// which are known to hold.
pub(super) fn shadowed(packs: &[Pack], held: usize) -> Vec<Problem> {
    let look = Look::at(packs);
    let mut problems = Vec::new();
    for pack in packs.iter().skip(held) {
        for rule in &pack.rules {
            for find in &rule.finds {
                let said = idle(&look, rule, find).into_iter();
                let problem =
                    |(line, message)| Problem { file: pack.file().to_owned(), line, message };
                problems.extend(said.map(problem));
            }
        }
    }
    problems
}

/// A phrase, or one of its words if it is nothing but one of some words.
struct Part {
    number: usize,
    shown: String,
    items: Vec<Item>,
}

fn idle(look: &Look<'_>, rule: &RuleEntry, find: &FindEntry) -> Vec<(usize, String)> {
    // A longer word is heard in pinyin where its parts alone are not.
    if !(find.views.is_empty() && rule.views.is_empty()) {
        return Vec::new();
    }
    let other = find.otherwise.iter().flat_map(|other| &other.rewrite);
    let own = if find.rewrite.is_empty() { &rule.rewrite } else { &find.rewrite };
    let mut exact = false;
    for entry in own.iter().chain(other) {
        // What a group took may differ though the words are the same.
        if entry.hans.contains('{') || entry.hant.contains('{') {
            return Vec::new();
        }
        exact |= matches!(entry.over, Over::Match | Over::Rest);
    }
    let phrases: Vec<&Phrase> = find.phrases.iter().collect();
    let checker = look.checker(&phrases, &[], &[]);
    let parts = parts(&phrases);
    let found: Vec<Vec<usize>> =
        parts.iter().map(|part| found_by(look, &checker, part, exact)).collect();
    let mut said: Vec<(usize, usize, Vec<&str>)> = Vec::new();
    for (place, (part, by)) in parts.iter().zip(&found).enumerate() {
        // Of two that find the same, the later one is idle.
        let idle = |other: &&usize| {
            let back = parts.iter().zip(&found).enumerate();
            let mut back = back.filter(|(_, (one, _))| one.number == **other);
            !back.any(|(at, (_, by))| at > place && by.contains(&part.number))
        };
        let Some(other) = by.iter().find(idle) else { continue };
        match said.iter_mut().find(|(own, by, _)| (*own, by) == (part.number, other)) {
            Some((_, _, words)) => words.push(&part.shown),
            None => said.push((part.number, *other, vec![&part.shown])),
        }
    }
    let told = |(own, other, words): &(usize, usize, Vec<&str>)| {
        let (own, other) = (phrases.get(*own)?, phrases.get(*other)?);
        let (text, line) = (&other.text, other.line);
        let message = match words.as_slice() {
            [word] => {
                format!(
                    "`{word}` adds nothing: `{text}` (line {line}) finds all that it finds; remove it"
                )
            }
            words => format!(
                "{} add nothing: `{text}` (line {line}) finds all that they find; remove them",
                listed(words)
            ),
        };
        Some((own.line, message))
    };
    said.iter().filter_map(told).collect()
}

/// Some words, and how many more there are.
pub(super) fn listed(words: &[&str]) -> String {
    let shown: Vec<String> = words.iter().take(3).map(|word| format!("`{word}`")).collect();
    match words.len() {
        count @ 4.. => format!("{} and {} more", shown.join(", "), count - 3),
        _ => shown.join(", "),
    }
}

fn parts(phrases: &[&Phrase]) -> Vec<Part> {
    let mut parts = Vec::new();
    for (number, phrase) in phrases.iter().enumerate() {
        let items = parse(&phrase.text).unwrap_or_default();
        match items.as_slice() {
            [Item::Any { choices, optional: false }] => {
                parts.extend(choices.iter().map(|choice| {
                    let (Choice::Literal(shown) | Choice::Named(shown)) = choice;
                    let item = Item::Any { choices: vec![choice.clone()], optional: false };
                    Part { number, shown: shown.clone(), items: vec![item] }
                }));
            }
            _ => parts.push(Part { number, shown: phrase.text.clone(), items }),
        }
    }
    parts
}

/// The other phrases that find every text of a part: at least its words, and
/// `exact`ly those if that is what a rewrite replaces.
fn found_by(look: &Look<'_>, checker: &Checker, part: &Part, exact: bool) -> Vec<usize> {
    let texts = texts(look, &part.items);
    if texts.is_empty() || texts.len() > TEXTS {
        return Vec::new();
    }
    let mut by: Option<Vec<usize>> = None;
    for text in texts {
        let findings = checker.check(&text, &Context::default());
        let number = |rule: &str| rule.parse::<usize>().unwrap_or(usize::MAX);
        let Some(own) = findings.iter().find(|own| number(&own.rule) == part.number) else {
            return Vec::new();
        };
        let others = findings.iter().filter(|other| {
            let same = (other.start, other.end) == (own.start, own.end);
            same || (!exact && other.start <= own.start && own.end <= other.end)
        });
        let others: Vec<usize> = others.map(|other| number(&other.rule)).collect();
        let left = match by {
            None => others,
            Some(by) => by.into_iter().filter(|one| others.contains(one)).collect(),
        };
        let left: Vec<usize> = left.into_iter().filter(|one| *one != part.number).collect();
        if left.is_empty() {
            return left;
        }
        by = Some(left);
    }
    by.unwrap_or_default()
}

/// Texts that a phrase finds: each of its words in turn, its gaps empty, full,
/// and with a comma if they may hold one; words around it where no edge is.
fn texts(look: &Look<'_>, items: &[Item]) -> Vec<String> {
    let words: Vec<Vec<String>> = items
        .iter()
        .map(|item| match item {
            Item::Any { choices, optional } => {
                let words = choices.iter().flat_map(|choice| look.words(choice, 0));
                words.chain(optional.then(String::new)).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    let mut chosen = vec![vec![0; items.len()]];
    for (place, words) in words.iter().enumerate() {
        for number in 1..words.len() {
            let mut turn = vec![0; items.len()];
            turn[place] = number;
            chosen.push(turn);
        }
        if chosen.len() > TEXTS {
            return Vec::new();
        }
    }
    let has = |wanted: &dyn Fn(bool) -> bool| {
        items.iter().any(|item| matches!(item, Item::Gap { wide, .. } if wanted(*wide)))
    };
    let fills = if has(&|wide| wide) {
        3
    } else if has(&|_| true) {
        2
    } else {
        1
    };
    let all = chosen.iter().flat_map(|chosen| (0..fills).map(move |fill| (chosen, fill)));
    all.map(|(chosen, fill)| text(items, &words, chosen, fill)).collect()
}

fn text(items: &[Item], words: &[Vec<String>], chosen: &[usize], fill: usize) -> String {
    let mut text = String::new();
    match items.first() {
        Some(Item::Edge(Edge::First)) => {}
        Some(Item::Edge(_)) => text.push_str("翡翠，"),
        _ => text.push_str("翡翠"),
    }
    for (place, item) in items.iter().enumerate() {
        match item {
            Item::Any { .. } => {
                let word = words.get(place).zip(chosen.get(place));
                text.push_str(word.and_then(|(words, at)| words.get(*at)).map_or("", |word| word));
            }
            Item::Gap { most, wide } => {
                let most = usize::from(*most);
                let comma = fill == 2 && *wide && most > 1;
                let signs = FILL.iter().cycle().take(if fill == 0 { 0 } else { most });
                for (at, sign) in signs.enumerate() {
                    text.push(if comma && at == most / 2 { '，' } else { *sign });
                }
            }
            Item::Edge(_) => {}
        }
    }
    match items.last() {
        Some(Item::Edge(Edge::Last)) => {}
        Some(Item::Edge(_)) => text.push_str("，琥珀"),
        _ => text.push_str("琥珀"),
    }
    text
}
