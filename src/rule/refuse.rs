//! What speaks against packs before a single sentence is run: names that are
//! not there or are there twice, conditions that contradict each other, parts
//! that can do nothing.
//!
//! What stands twice is for `twice` to say, what can never be found for
//! `witness`, and what the sentences say for `proof`.

use std::collections::{HashMap, HashSet};

use super::class;
use super::nearest::hint;
use super::overlay::Overlay;
use super::pack::{ContextEntry, FindEntry, Pack, Phrase, RuleEntry, Where};
use super::pattern::{Choice, Item, parse};
use crate::pack::Problem;
use crate::shop::Shop;

/// Packs that are looked through, and what was found wrong with them.
pub(super) struct Refusal<'a> {
    packs: &'a [Pack],
    /// The pack's words, by name.
    pub(super) words: HashMap<&'a str, &'a [Phrase]>,
    contexts: HashSet<&'a str>,
    file: &'a str,
    /// Whether the file is TOML from end to end.
    whole: bool,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Refusal<'a> {
    pub(super) fn new(packs: &'a [Pack]) -> Refusal<'a> {
        let named = packs.iter().flat_map(|pack| &pack.words);
        let contexts = packs.iter().flat_map(|pack| &pack.contexts);
        Refusal {
            packs,
            words: named.map(|(name, list)| (name.as_str(), list.as_slice())).collect(),
            contexts: contexts.map(|context| context.name.as_str()).collect(),
            file: "",
            whole: true,
            problems: Vec::new(),
        }
    }

    pub(super) fn say(&mut self, line: usize, message: String) {
        self.problems.push(Problem { file: self.file.to_owned(), line, message });
    }

    /// Looks through everything.
    pub(super) fn look(&mut self) {
        let mut packs: HashMap<&str, &str> = HashMap::new();
        let mut rules: HashMap<&str, (&str, usize)> = HashMap::new();
        let mut words: HashMap<&str, &str> = HashMap::new();
        let asked = asked(self.packs);
        let known = asked.iter().all(|name| self.contexts.contains(name));
        for pack in self.packs {
            self.file = pack.file();
            self.whole = pack.whole;
            if let Some(other) = packs.insert(pack.name(), pack.file())
                && !pack.name.is_empty()
            {
                let name = pack.name();
                let message = format!("a pack in {other} is called `{name}` too; rename one");
                self.say(pack.line, message);
            }
            for phrase in &pack.allow {
                self.phrase(phrase);
            }
            for (name, list) in &pack.words {
                self.list(name, list, words.insert(name, pack.file()));
            }
            for context in &pack.contexts {
                self.context(context);
                // A name that is not known may have been meant for this one.
                if known && !asked.contains(context.name.as_str()) {
                    let message = "; name it in `unless` or `with`, or remove it";
                    let message =
                        format!("no rule asks for the context `{}`{message}", context.name);
                    self.say(context.line, message);
                }
            }
            for rule in &pack.rules {
                self.id(rule, rules.get(rule.id.as_str()).copied());
                rules.entry(&rule.id).or_insert((pack.file(), rule.line));
                self.rule(rule);
            }
        }
    }

    /// Looks through what a shop's file adds to rules.
    pub(super) fn changes(&mut self, overlay: &'a Overlay) {
        self.file = &overlay.file;
        for change in &overlay.rules {
            let phrases = change.find.phrases.iter().map(|phrase| self.phrase(phrase));
            let parsed: Vec<Vec<Item>> =
                phrases.collect::<Vec<_>>().into_iter().flatten().collect();
            self.views(change.find.line, &change.find.views, &parsed);
            for phrase in &change.allow {
                self.phrase(phrase);
            }
            let rules = self.packs.iter().flat_map(|pack| &pack.rules);
            let rule = rules.into_iter().find(|rule| rule.id == change.id.text);
            let finds = rule.into_iter().flat_map(|rule| &rule.finds);
            let phrases = finds.flat_map(|find| &find.phrases);
            let all: Vec<Vec<Item>> =
                phrases.filter_map(|phrase| parse(&phrase.text).ok()).collect();
            self.rewrites(&change.rewrite, &all);
        }
    }

    /// A list under [words].
    fn list(&mut self, name: &str, list: &[Phrase], other: Option<&str>) {
        let line = list.first().map_or(0, |phrase| phrase.line);
        if class::NAMES.contains(&name) {
            self.say(line, format!("`{{{name}}}` has a meaning already; rename these words"));
        } else if let Some(other) = other {
            self.say(line, format!("the words `{name}` are in {other} already; rename these"));
        }
        for word in list {
            let Some(items) = self.phrase(word) else { continue };
            if !matches!(items.as_slice(), [Item::Any { optional: false, .. }]) {
                let message = "is more than one word; write alternatives as words of their own";
                self.say(word.line, format!("`{}` {message}", word.text));
            }
            if self.reaches(word, name, 0) {
                self.say(word.line, format!("the words `{name}` are made of themselves here"));
            }
        }
    }

    /// Whether a word is made of the words of this name.
    fn reaches(&self, word: &Phrase, name: &str, depth: usize) -> bool {
        let items = parse(&word.text).unwrap_or_default();
        depth < 4
            && items.iter().any(|item| {
                let Item::Any { choices, .. } = item else { return false };
                choices.iter().any(|choice| match choice {
                    Choice::Named(other) if other == name => true,
                    Choice::Named(other) => self
                        .words
                        .get(other.as_str())
                        .is_some_and(|list| list.iter().any(|w| self.reaches(w, name, depth + 1))),
                    Choice::Literal(_) => false,
                })
            })
    }

    fn context(&mut self, context: &'a ContextEntry) {
        let (name, line) = (&context.name, context.line);
        if context.phrases.is_empty() {
            let message = "has no phrases and can never stand; write them under `find`";
            self.say(line, format!("the context `{name}` {message}"));
        }
        let whole = matches!(context.place, Where::Draft | Where::Over | Where::Buyer);
        if context.reach.is_some() && whole {
            let message =
                "does nothing here; it is for \"before\", \"after\", \"clause\" and \"sentence\"";
            self.say(line, format!("`reach` of the context `{name}` {message}"));
        }
        self.shop(line, &context.shop);
        for phrase in &context.phrases {
            self.phrase(phrase);
        }
    }

    fn id(&mut self, rule: &RuleEntry, other: Option<(&str, usize)>) {
        let id = &rule.id;
        let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
        if !id.chars().all(plain) {
            let message = "is no id; an id is small letters, digits and hyphens: `no-gifts`";
            self.say(rule.line, format!("`{id}` {message}"));
        }
        if let Some((file, line)) = other {
            self.say(rule.line, format!("the rule `{id}` is there already ({file}:{line}); rename this one, or change that one in a shop file"));
        }
    }

    fn rule(&mut self, rule: &'a RuleEntry) {
        self.named(rule.line, &rule.unless);
        for why in &rule.why_in {
            self.shop(why.line, &why.shop);
        }
        for phrase in &rule.allow {
            self.phrase(phrase);
        }
        self.rewrites(&rule.rewrite, &[]);
        let heard = rule.finds.iter().filter(|find| find.views.is_empty());
        let heard = heard.flat_map(|find| &find.phrases);
        let heard: Vec<Vec<Item>> = heard.filter_map(|phrase| parse(&phrase.text).ok()).collect();
        if heard.is_empty() && !rule.views.is_empty() && !rule.finds.is_empty() {
            let message = "every find names views of its own; leave those of the rule out";
            self.say(rule.line, message.to_owned());
        }
        self.views(rule.line, &rule.views, &heard);
        for find in &rule.finds {
            self.find(rule, find);
        }
        for sentence in &rule.sentences {
            self.shop(sentence.line, &sentence.shop);
        }
        for (bad, wanted) in [(true, "bad"), (false, "good")] {
            if self.whole && !rule.sentences.iter().any(|sentence| sentence.bad == bad) {
                let what = if bad { "finds" } else { "leaves alone" };
                let message = format!("write `{wanted}.hans` and `{wanted}.hant`");
                self.say(
                    rule.line,
                    format!("no sentence shows what `{}` {what}; {message}", rule.id),
                );
            }
        }
    }

    fn find(&mut self, rule: &'a RuleEntry, find: &'a FindEntry) {
        let line = find.phrases.first().map_or(find.line, |phrase| phrase.line);
        if find.phrases.is_empty() {
            let message = "[[rule.find]] has no phrases and finds nothing; write some or remove it";
            self.say(find.line, message.to_owned());
        }
        self.named(line, &find.with);
        self.named(line, &find.unless);
        let excused = rule.unless.iter().chain(&find.unless);
        let both: Vec<&String> = excused.filter(|name| find.with.contains(name)).collect();
        if let Some(name) = both.first() {
            let message = "is asked for in `with` and excuses in `unless`: nothing is ever found";
            self.say(line, format!("`{name}` {message}; remove one of the two"));
        }
        self.shop(line, &find.shop);
        let parsed: Vec<Option<Vec<Item>>> =
            find.phrases.iter().map(|phrase| self.phrase(phrase)).collect();
        let parsed: Vec<Vec<Item>> = parsed.into_iter().flatten().collect();
        self.views(line, &find.views, &parsed);
        let otherwise = find.otherwise.as_ref();
        if let Some(other) = otherwise {
            self.named(line, &other.unless);
        }
        let lists = [&find.rewrite, otherwise.map_or(&find.rewrite, |other| &other.rewrite)];
        let lists = if otherwise.is_some() { &lists[..] } else { &lists[..1] };
        for list in lists {
            self.rewrites(list, &parsed);
        }
        if find.rewrite.is_empty() {
            self.groups(&rule.rewrite, &parsed);
        }
        if find.rewrite.is_empty() && rule.rewrite.is_empty() {
            let message = "has no rewrite; write what the agent can say instead";
            self.say(line, format!("what `{}` finds here {message}", rule.id));
        }
    }

    /// Contexts that are asked for by name.
    fn named(&mut self, line: usize, names: &[String]) {
        for name in names {
            if !self.contexts.contains(name.as_str()) {
                let hint = hint(name, self.contexts.iter().copied());
                let hint =
                    if hint.is_empty() { "; write it as [[context]]".to_owned() } else { hint };
                self.say(line, format!("no context is called `{name}`{hint}"));
            }
        }
    }

    /// Settings of the shop, of which `!` asks for the opposite.
    fn shop(&mut self, line: usize, settings: &[String]) {
        for setting in settings {
            let name = setting.strip_prefix('!').unwrap_or(setting);
            if !Shop::SETTINGS.contains(&name) {
                let hint = hint(name, Shop::SETTINGS.iter().copied());
                self.say(line, format!("the shop profile has no setting `{name}`{hint}"));
            } else if settings.contains(&format!("!{setting}")) {
                let message = "can never both stand; remove one of the two";
                self.say(line, format!("`{setting}` and `!{setting}` {message}"));
            }
        }
    }
}

/// The names of the contexts that any rule asks for.
fn asked(packs: &[Pack]) -> HashSet<&str> {
    let rules = packs.iter().flat_map(|pack| &pack.rules);
    let names = rules.flat_map(|rule| {
        let finds = rule.finds.iter().flat_map(|find| {
            let other = find.otherwise.iter().flat_map(|other| &other.unless);
            find.with.iter().chain(&find.unless).chain(other)
        });
        rule.unless.iter().chain(finds)
    });
    names.map(String::as_str).collect()
}
