//! What stands in packs twice: the same phrase under the same conditions, the
//! same word in a list, and a phrase that holds a shorter one which is found
//! already.
//!
//! Phrases are compared as they are read: folded, and the words of a group in
//! any order. So a traditional and a simplified writing are the same.

use std::collections::HashMap;

use super::overlay::Overlay;
use super::pack::{ContextEntry, FindEntry, Over, Pack, Phrase, RuleEntry};
use super::pattern::{Choice, Edge, Item, parse};
use crate::pack::Problem;
use crate::text::fold_phrase;

/// Says everything that stands twice.
pub(super) fn twice(packs: &[Pack]) -> Vec<Problem> {
    noted(packs).problems
}

/// The same for what a shop's file adds to packs.
pub(super) fn added(packs: &[Pack], overlay: &Overlay) -> Vec<Problem> {
    let mut twice = noted(packs);
    twice.problems.clear();
    let file = overlay.file.as_str();
    for change in &overlay.rules {
        let rules = packs.iter().flat_map(|pack| pack.rules.iter().map(|rule| (pack.file(), rule)));
        for (pack, rule) in rules.filter(|(_, rule)| rule.id == change.id.text) {
            let under = conditions(rule, &change.find);
            for phrase in &change.find.phrases {
                twice.phrase(file, phrase, &rule.id, &under);
            }
            let mut words = HashMap::new();
            for find in rule.finds.iter().filter(|find| conditions(rule, find) == under) {
                note(&mut words, pack, &find.phrases);
            }
            twice.held(file, rule, &change.find, words);
            for phrase in &change.allow {
                twice.phrase(file, phrase, &rule.id, &format!("allowed for {}", rule.id));
            }
        }
    }
    twice.problems
}

/// All phrases of packs, with what stands there twice.
fn noted(packs: &[Pack]) -> Twice<'_> {
    let mut twice = Twice { problems: Vec::new(), known: HashMap::new() };
    for pack in packs {
        let file = pack.file();
        for (name, list) in &pack.words {
            twice.list(file, &format!("the words `{name}`"), list);
        }
        for phrase in &pack.allow {
            twice.phrase(file, phrase, "", "");
        }
        twice.list(file, "the compounds", &pack.compounds);
        for context in &pack.contexts {
            let ContextEntry { name, place, reach, shop, .. } = context;
            let place = format!("context {name} {place:?} {reach:?} {shop:?}");
            for phrase in &context.phrases {
                twice.phrase(file, phrase, name, &place);
            }
        }
        for rule in &pack.rules {
            twice.rule(file, rule);
        }
    }
    twice
}

/// Where a phrase stands first.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    rule: &'a str,
    line: usize,
}

struct Twice<'a> {
    problems: Vec<Problem>,
    /// What is known under which conditions.
    known: HashMap<(String, String), (Place<'a>, String)>,
}

impl<'a> Twice<'a> {
    fn say(&mut self, file: &str, line: usize, message: String) {
        self.problems.push(Problem { file: file.to_owned(), line, message });
    }

    /// Words of which each stands for itself.
    fn list(&mut self, file: &str, what: &str, list: &[Phrase]) {
        let mut known: HashMap<String, &Phrase> = HashMap::new();
        for word in list {
            let Ok(items) = parse(&word.text) else { continue };
            let shape = shape(&items);
            if let Some(other) = known.get(&shape) {
                let message = said(&word.text, &other.text, other.line);
                self.say(file, word.line, format!("{message} in {what}; remove one of the two"));
            }
            known.entry(shape).or_insert(word);
        }
    }

    fn phrase(&mut self, file: &'a str, phrase: &Phrase, rule: &'a str, conditions: &str) {
        let Ok(items) = parse(&phrase.text) else { return };
        self.groups(file, phrase, &items);
        let place = Place { file, rule, line: phrase.line };
        for (shape, text) in shapes(&items, &phrase.text) {
            self.known(place, shape, &text, conditions);
        }
    }

    /// Notes a phrase, and says so if it is known already.
    fn known(&mut self, place: Place<'a>, shape: String, text: &str, conditions: &str) {
        let key = (conditions.to_owned(), shape);
        let Some((other, written)) = self.known.get(&key) else {
            self.known.insert(key, (place, text.to_owned()));
            return;
        };
        let same = if written == text {
            format!("`{text}` is there already")
        } else {
            format!("`{text}` reads like `{written}`, which is there already")
        };
        let of = match other.rule {
            rule if rule == place.rule => String::new(),
            rule => format!(" for `{rule}`"),
        };
        let there = there((other.file, other.line), place.file);
        self.say(place.file, place.line, format!("{same}{of} ({there}); remove one of the two"));
    }

    /// A word that stands twice in one group.
    fn groups(&mut self, file: &str, phrase: &Phrase, items: &[Item]) {
        // A phrase that is one group is compared word by word with all others.
        if bare(items).is_some() {
            return;
        }
        for item in items {
            let Item::Any { choices, .. } = item else { continue };
            let mut known: HashMap<String, &str> = HashMap::new();
            for choice in choices {
                let (Choice::Literal(text) | Choice::Named(text)) = choice;
                if let Some(other) = known.insert(shape_of(choice), text) {
                    let message = if other == text {
                        format!("`{text}` stands twice")
                    } else {
                        format!("`{text}` reads like `{other}`, which stands already")
                    };
                    let message = format!("{message} in a group of `{}`", phrase.text);
                    self.say(file, phrase.line, format!("{message}; remove one of the two"));
                }
            }
        }
    }

    fn rule(&mut self, file: &'a str, rule: &'a RuleEntry) {
        for phrase in &rule.allow {
            self.phrase(file, phrase, &rule.id, &format!("allowed for {}", rule.id));
        }
        for find in &rule.finds {
            let conditions = conditions(rule, find);
            for phrase in &find.phrases {
                self.phrase(file, phrase, &rule.id, &conditions);
            }
            self.held(file, rule, find, HashMap::new());
        }
        let mut sentences: HashMap<(&str, &[String]), usize> = HashMap::new();
        for sentence in &rule.sentences {
            let key = (sentence.text.as_str(), sentence.shop.as_slice());
            if let Some(line) = sentences.insert(key, sentence.line) {
                let message =
                    format!("the sentence `{}` is there already (line {line})", sentence.text);
                self.say(file, sentence.line, format!("{message}; remove one of the two"));
            }
        }
    }

    /// A phrase that holds a shorter one of the same find. Where a rewrite
    /// replaces the words found alone, the longer one makes a difference.
    fn held(&mut self, file: &'a str, rule: &RuleEntry, find: &FindEntry, mut words: Known<'a>) {
        let rewrites = if find.rewrite.is_empty() { &rule.rewrite } else { &find.rewrite };
        if rewrites.iter().any(|entry| matches!(entry.over, Over::Match | Over::Rest)) {
            return;
        }
        let phrases = note(&mut words, file, &find.phrases);
        let allowed: Vec<String> =
            rule.allow.iter().map(|phrase| fold_phrase(&phrase.text)).collect();
        for (folded, text, line) in phrases {
            let Some((short, place)) = shorter(&folded, &words) else { continue };
            if allowed.iter().any(|allowed| folded.contains(allowed)) {
                continue;
            }
            let longer = longer(&folded, short);
            let there = there(*place, file);
            let message = format!("`{text}` holds `{short}` ({there}), which is found already");
            let advice = format!("remove it, or write `{longer}` to mark the longer words too");
            self.say(file, line, format!("{message}, so it adds nothing; {advice}"));
        }
    }
}

/// Words that are phrases of their own, and the file and line of each.
type Known<'a> = HashMap<String, (&'a str, usize)>;

/// Notes the words that are phrases of their own: each folded, as written, and
/// its line.
fn note<'a>(
    words: &mut Known<'a>,
    file: &'a str,
    phrases: &[Phrase],
) -> Vec<(String, String, usize)> {
    let mut noted = Vec::new();
    for phrase in phrases {
        let items = parse(&phrase.text).unwrap_or_default();
        for choice in bare(&items).into_iter().flatten() {
            if let Choice::Literal(text) = choice {
                let folded = fold_phrase(text);
                words.entry(folded.clone()).or_insert((file, phrase.line));
                noted.push((folded, text.clone(), phrase.line));
            }
        }
    }
    noted
}

/// Where something is, as it is said in a file.
fn there((file, line): (&str, usize), here: &str) -> String {
    if file == here { format!("line {line}") } else { format!("{file}:{line}") }
}

/// A shorter word that is found in a longer one wherever that stands.
fn shorter<'w, 'a>(long: &str, words: &'w Known<'a>) -> Option<(&'w str, &'w (&'a str, usize))> {
    let places: Vec<usize> =
        long.char_indices().map(|(place, _)| place).chain([long.len()]).collect();
    let letter = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_lowercase());
    for (number, from) in places.iter().enumerate() {
        for to in &places[number + 1..] {
            let short = &long[*from..*to];
            if short.len() == long.len() {
                continue;
            }
            // Latin letters are not cut out of a longer run.
            let cut = (letter(long[..*from].chars().next_back()) && letter(short.chars().next()))
                || (letter(short.chars().next_back()) && letter(long[*to..].chars().next()));
            if let Some((word, place)) = words.get_key_value(short).filter(|_| !cut) {
                return Some((word, place));
            }
        }
    }
    None
}

/// How a word and its shorter form are written as one phrase.
fn longer(long: &str, short: &str) -> String {
    let (before, after) = long.split_once(short).unwrap_or_default();
    let group = |part: &str| if part.is_empty() { String::new() } else { format!("({part})?") };
    format!("{}{short}{}", group(before), group(after))
}

/// Under which conditions the phrases of a find are found.
fn conditions(rule: &RuleEntry, find: &FindEntry) -> String {
    let sorted = |lists: [&[String]; 2]| {
        let mut names: Vec<&String> = lists.into_iter().flatten().collect();
        names.sort_unstable();
        names.dedup();
        format!("{names:?}")
    };
    let (with, shop) = (sorted([&find.with, &[]]), sorted([&find.shop, &[]]));
    let unless = sorted([&rule.unless, &find.unless]);
    format!("{with} {unless} {shop} {:?} {}", find.views, rule.quoted)
}

fn said(text: &str, other: &str, line: usize) -> String {
    if text == other {
        format!("`{text}` is there already (line {line})")
    } else {
        format!("`{text}` reads like `{other}`, which is there already (line {line}),")
    }
}

/// The words of a phrase that is nothing but one of some words.
fn bare(items: &[Item]) -> Option<&[Choice]> {
    match items {
        [Item::Any { choices, optional: false }] => Some(choices),
        _ => None,
    }
}

/// How a phrase is compared: each word alone if it is one of some words.
fn shapes(items: &[Item], text: &str) -> Vec<(String, String)> {
    match bare(items) {
        Some(choices) => {
            let text = |choice: &Choice| match choice {
                Choice::Literal(text) => text.clone(),
                Choice::Named(name) => format!("{{{name}}}"),
            };
            choices.iter().map(|choice| (shape_of(choice), text(choice))).collect()
        }
        None => vec![(shape(items), text.to_owned())],
    }
}

fn shape(items: &[Item]) -> String {
    let item = |item: &Item| match item {
        Item::Any { choices, optional } => {
            let mut words: Vec<String> = choices.iter().map(shape_of).collect();
            words.sort_unstable();
            format!("({}){}", words.join("|"), if *optional { "?" } else { "" })
        }
        Item::Gap { most, wide } => format!("{}{most}", if *wide { ".," } else { ".." }),
        Item::Edge(edge) => match edge {
            Edge::Start => "^",
            Edge::End => "$",
            Edge::First => "^^",
            Edge::Last => "$$",
        }
        .to_owned(),
    };
    match bare(items) {
        Some([choice]) => shape_of(choice),
        _ => items.iter().map(item).collect(),
    }
}

fn shape_of(choice: &Choice) -> String {
    match choice {
        Choice::Literal(text) => fold_phrase(text),
        Choice::Named(name) => format!("{{{name}}}"),
    }
}
