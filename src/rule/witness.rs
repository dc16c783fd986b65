//! Whether a phrase can be found at all: texts are made from it, and it is
//! looked for in them by the check itself, with everything that is allowed.
//!
//! A phrase that is found in one of them is proved to be able to match. One
//! that is found in none cannot: something swallows it, or its places
//! contradict each other.

use std::collections::HashMap;

use super::checker::{Checker, Context};
use super::finding::{Level, Words};
use super::overlay::Overlay;
use super::pack::{FindEntry, Pack, Phrase, RuleEntry};
use super::pattern::{Choice, Edge, Item, parse};
use crate::pack::Problem;
use crate::shop::Shop;
use crate::text::fold_phrase;

/// What each class of signs can look like.
const CLASSES: &[(&str, &str)] = &[
    ("n", "3"),
    ("digits", "86427531"),
    ("handle", "abcd1234"),
    ("link", "www.example.com"),
    ("email", "a@example.com"),
    ("token", "￥AbCd12345678￥"),
    ("veiled", "一三八零零一二三四五六"),
    ("date", "12.3"),
    ("phone", "13800138000"),
    ("ship-time", "48小时"),
    ("refund-time", "48小时"),
];

/// What can stand between two words, without a gap and in one.
const BETWEEN: &[(&str, &str)] =
    &[("", ""), (" ", " "), ("", "的"), ("，", "，"), ("\n", "\n"), ("", "看看")];

/// After so many texts a phrase is given up.
const TEXTS: usize = 4000;

/// Says every phrase that can never be found, but for the first packs, which
/// are known to hold.
pub(super) fn never(packs: &[Pack], held: usize) -> Vec<Problem> {
    let look = Look::at(packs);
    let everywhere = everywhere(packs);
    let mut problems = Vec::new();
    for pack in packs.iter().skip(held) {
        let file = pack.file();
        let contexts = pack.contexts.iter().flat_map(|context| &context.phrases);
        problems.extend(look.never(file, contexts.collect(), &everywhere, &[]));
        problems.extend(look.never(file, pack.allow.iter().collect(), &[], &[]));
        for rule in &pack.rules {
            let own: Vec<Allowed<'_>> = rule.allow.iter().map(|phrase| (file, phrase)).collect();
            let phrases = rule.finds.iter().flat_map(|find| &find.phrases).collect();
            problems.extend(look.never(file, phrases, &everywhere, &own));
            problems.extend(look.never(file, rule.allow.iter().collect(), &[], &[]));
        }
    }
    problems
}

/// The same for what a shop's file adds. The packs are those that it changed.
pub(super) fn never_added(packs: &[Pack], overlay: &Overlay) -> Vec<Problem> {
    let look = Look::at(packs);
    let mut problems = Vec::new();
    for change in &overlay.rules {
        let file = overlay.file.as_str();
        let everywhere = everywhere(packs);
        let mut allowed = Vec::new();
        for pack in packs {
            for rule in pack.rules.iter().filter(|rule| rule.id == change.id.text) {
                let own = |phrase: &Phrase| change.allow.iter().any(|own| own.text == phrase.text);
                let file = |phrase| if own(phrase) { file } else { pack.file() };
                allowed.extend(rule.allow.iter().map(|phrase| (file(phrase), phrase)));
            }
        }
        let phrases = change.find.phrases.iter().collect();
        problems.extend(look.never(file, phrases, &everywhere, &allowed));
        problems.extend(look.never(file, change.allow.iter().collect(), &[], &[]));
    }
    problems
}

/// What is allowed for every rule.
fn everywhere(packs: &[Pack]) -> Vec<Allowed<'_>> {
    packs.iter().flat_map(|pack| pack.allow.iter().map(|phrase| (pack.file(), phrase))).collect()
}

/// An allowed phrase and its file.
pub(super) type Allowed<'a> = (&'a str, &'a Phrase);

pub(super) struct Look<'a> {
    packs: &'a [Pack],
    words: HashMap<&'a str, &'a [Phrase]>,
}

impl<'a> Look<'a> {
    pub(super) fn at(packs: &'a [Pack]) -> Look<'a> {
        let named = packs.iter().flat_map(|pack| &pack.words);
        let words = named.map(|(name, list)| (name.as_str(), list.as_slice())).collect();
        Look { packs, words }
    }

    /// The phrases that are never found, beside what is allowed for every rule
    /// and what is allowed for theirs.
    fn never(
        &self,
        file: &str,
        phrases: Vec<&Phrase>,
        everywhere: &[Allowed<'_>],
        own: &[Allowed<'_>],
    ) -> Vec<Problem> {
        let parsed: Vec<(&Phrase, Vec<Item>)> = phrases
            .into_iter()
            .filter_map(|phrase| parse(&phrase.text).ok().map(|items| (phrase, items)))
            .collect();
        let all: Vec<&Phrase> = parsed.iter().map(|(phrase, _)| *phrase).collect();
        let checker = self.checker(&all, everywhere, own);
        let alone = words_alone(own);
        let mut problems = Vec::new();
        for (number, (phrase, items)) in parsed.iter().enumerate() {
            let mut say = |message: String| {
                problems.push(Problem { file: file.to_owned(), line: phrase.line, message });
            };
            let mut told = false;
            if let [Item::Any { choices, optional: false }] = items.as_slice() {
                for choice in choices {
                    if let Choice::Literal(text) = choice
                        && let Some((by, line)) = alone.get(&fold_phrase(text))
                    {
                        told = true;
                        let message = "remove one of the two";
                        say(format!(
                            "`{text}` is never found: it is allowed ({by}:{line}); {message}"
                        ));
                    }
                }
            }
            let texts = self.texts(items);
            if told || texts.is_empty() || texts.iter().any(|text| is_found(&checker, number, text))
            {
                continue;
            }
            let found_with = |everywhere: &[Allowed<'_>], own: &[Allowed<'_>]| {
                let alone = self.checker(&[phrase], everywhere, own);
                texts.iter().any(|text| is_found(&alone, 0, text))
            };
            let by = if found_with(&[], &[]) {
                let everywhere = everywhere.iter().find(|one| !found_with(&[**one], &[]));
                everywhere.or_else(|| own.iter().find(|one| !found_with(&[], &[**one])))
            } else {
                None
            };
            let written = &phrase.text;
            say(match by {
                Some((by, other)) => {
                    let (words, line) = (&other.text, other.line);
                    format!(
                        "`{written}` is never found: `{words}`, which is allowed ({by}:{line}), takes its words out; remove one of the two"
                    )
                }
                None => format!("`{written}` can never match: {}", contradiction(items)),
            });
        }
        problems
    }

    /// A checker in which every phrase is a rule of its own.
    pub(super) fn checker(
        &self,
        phrases: &[&Phrase],
        everywhere: &[Allowed<'_>],
        own: &[Allowed<'_>],
    ) -> Checker {
        let texts = |allowed: &[Allowed<'_>]| -> Vec<Phrase> {
            allowed.iter().map(|(_, phrase)| (*phrase).clone()).collect()
        };
        let rule = |(number, phrase): (usize, &&Phrase)| RuleEntry {
            id: number.to_string(),
            line: 0,
            top: 0,
            level: Level::Tip,
            why: Words::default(),
            why_in: Vec::new(),
            source: String::new(),
            quoted: true,
            yields: false,
            unless: Vec::new(),
            views: Vec::new(),
            allow: texts(own),
            rewrite: Vec::new(),
            finds: vec![FindEntry { phrases: vec![(*phrase).clone()], ..FindEntry::default() }],
            sentences: Vec::new(),
        };
        let pack = Pack {
            words: self.packs.iter().flat_map(|pack| pack.words.clone()).collect(),
            allow: texts(everywhere),
            rules: phrases.iter().enumerate().map(rule).collect(),
            ..Pack::default()
        };
        // A shop that publishes everything that a class asks for.
        let shop = Shop {
            telephones: vec!["95555".to_owned()],
            ship_within_hours: Some(48),
            refund_within_hours: Some(48),
            ..Shop::default()
        };
        Checker::new(&[pack], &shop).0
    }

    /// Texts that a phrase is to be found in: each of its words in turn, and
    /// then some of them together.
    fn texts(&self, items: &[Item]) -> Vec<String> {
        let places: Vec<Vec<String>> = items
            .iter()
            .map(|item| match item {
                Item::Any { choices, optional } => {
                    let words = choices.iter().flat_map(|choice| self.words(choice, 0));
                    words.chain(optional.then(String::new)).collect()
                }
                _ => Vec::new(),
            })
            .collect();
        let most = places.iter().map(Vec::len).max().unwrap_or_default();
        let mut texts = Vec::new();
        for (close, wide) in BETWEEN {
            for (place, words) in places.iter().enumerate() {
                for number in 0..words.len().max(1) {
                    let chosen = |other: usize| if other == place { number } else { 0 };
                    texts.push(text(items, &places, chosen, close, wide));
                }
            }
            for number in 1..most {
                texts.push(text(items, &places, |place| number * (place + 1), close, wide));
            }
            if texts.len() > TEXTS {
                break;
            }
        }
        texts
    }

    pub(super) fn words(&self, choice: &Choice, depth: usize) -> Vec<String> {
        let name = match choice {
            Choice::Literal(text) => return vec![text.clone()],
            Choice::Named(name) => name.as_str(),
        };
        if let Some((_, sample)) = CLASSES.iter().find(|(class, _)| *class == name) {
            return vec![(*sample).to_owned()];
        }
        let list = self.words.get(name).copied().unwrap_or_default();
        let items = list.iter().filter(|_| depth < 4).filter_map(|word| parse(&word.text).ok());
        let mut words = Vec::new();
        for item in items.flatten() {
            if let Item::Any { choices, .. } = item {
                words.extend(choices.iter().flat_map(|choice| self.words(choice, depth + 1)));
            }
        }
        words
    }
}

/// A text that a phrase is to be found in.
fn text(
    items: &[Item],
    places: &[Vec<String>],
    chosen: impl Fn(usize) -> usize,
    close: &str,
    wide: &str,
) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (place, item) in items.iter().enumerate() {
        match item {
            Item::Gap { .. } => gap = true,
            Item::Edge(Edge::First | Edge::Last) => {}
            Item::Edge(_) if text.is_empty() => {}
            Item::Edge(_) => text.push('\n'),
            Item::Any { .. } => {
                let words = &places[place];
                if !text.is_empty() {
                    text.push_str(if gap { wide } else { close });
                }
                gap = false;
                if let Some(word) = words.get(chosen(place) % words.len().max(1)) {
                    text.push_str(word);
                }
            }
        }
    }
    text
}

fn is_found(checker: &Checker, number: usize, text: &str) -> bool {
    let id = number.to_string();
    checker.check(text, &Context::default()).iter().any(|finding| finding.rule == id)
}

/// The words that are allowed as they stand, and where.
fn words_alone<'a>(allowed: &[Allowed<'a>]) -> HashMap<String, (&'a str, usize)> {
    let mut alone = HashMap::new();
    for (file, phrase) in allowed {
        if let Ok([Item::Any { choices, optional: false }]) = parse(&phrase.text).as_deref() {
            for choice in choices {
                if let Choice::Literal(text) = choice {
                    alone.insert(fold_phrase(text), (*file, phrase.line));
                }
            }
        }
    }
    alone
}

/// Why a phrase that nothing swallows can still not match, and what to do.
fn contradiction(items: &[Item]) -> &'static str {
    let edge = |wanted: Edge| items.iter().position(|item| *item == Item::Edge(wanted));
    let last = items.len().saturating_sub(1);
    if edge(Edge::First).is_some_and(|place| place > 0) {
        "nothing stands before the start of the draft; write `^^` first"
    } else if edge(Edge::Last).is_some_and(|place| place < last) {
        "nothing stands after the end of the draft; write `$$` last"
    } else {
        "its words and edges leave no room for each other; take an edge or a word out"
    }
}
