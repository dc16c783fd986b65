//! From packs to chains: every phrase becomes steps over sets of atoms.

use std::collections::HashMap;

use super::class;
use super::finding::{Level, Words};
use super::lexicon::{Atom, Builder, Lexicon, Set};
use super::pack::{Pack, Phrase, RewriteEntry, RuleEntry, View, Where};
use super::pattern::{Choice, Edge, Item, parse};
use crate::pack::Problem;
use crate::shop::Shop;
use crate::text::fold_phrase;

/// The bit of hits that read exactly as the atom does.
pub(super) const EXACT: u8 = 1;
/// The bit of hits that are spelled in part.
pub(super) const SPELLED: u8 = 2;
/// The bit of hits that only sound alike.
pub(super) const SOUNDING: u8 = 4;

/// Everything that a check needs.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) lexicon: Lexicon,
    pub(super) chains: Vec<Chain>,
    /// For each set, the chains of rules and contexts that begin with it.
    pub(super) heads: Vec<Vec<u32>>,
    /// For each set, the allowed chains that begin with it.
    pub(super) allow_heads: Vec<Vec<u32>>,
    pub(super) rules: Vec<Rule>,
    pub(super) finds: Vec<Find>,
    /// Whether any chain looks at the buyer's message.
    pub(super) asks_buyer: bool,
    pub(super) shop: Shop,
}

/// A phrase as steps, and what it is for.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    /// A place that the first set must start at.
    pub(super) edge: Option<Edge>,
    /// The steps; the first is a set.
    pub(super) steps: Vec<Step>,
    pub(super) purpose: Purpose,
    /// Which hits count.
    pub(super) views: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Set { set: Set, optional: bool, group: Option<u8> },
    Gap { most: u8, wide: bool },
    Edge(Edge),
}

/// What a chain's match means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A rule speaks against it.
    Find(u32),
    /// It is fine, and so is every word in it; for one rule or for all.
    Allow(Option<u32>),
    /// It is the context of this number.
    Context { context: u32, place: Where, reach: u16 },
}

/// A rule without its phrases.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) why: Words,
    pub(super) source: String,
    pub(super) quoted: bool,
    pub(super) yields: bool,
}

/// Phrases of a rule that share their conditions.
#[derive(Debug, Clone)]
pub(super) struct Find {
    pub(super) rule: u32,
    pub(super) level: Level,
    pub(super) with: Vec<u32>,
    pub(super) unless: Vec<u32>,
    pub(super) rewrites: Vec<RewriteEntry>,
}

/// Compiles packs for a shop. What does not compile is left out and said.
pub(super) fn compile(packs: &[Pack], shop: &Shop) -> (Option<Compiled>, Vec<Problem>) {
    let mut work = Work::new(packs);
    for pack in packs {
        work.file = pack.file.clone();
        for phrase in &pack.allow {
            work.chain(phrase, Purpose::Allow(None), EXACT);
        }
        for context in &pack.contexts {
            if !work.applies(context.line, &context.shop, shop) {
                continue;
            }
            let number = work.context(&context.name);
            for phrase in &context.phrases {
                let views = if context.place == Where::Buyer { EXACT } else { EXACT | SPELLED };
                let reach = context.reach.unwrap_or(u16::MAX);
                let purpose = Purpose::Context { context: number, place: context.place, reach };
                work.chain(phrase, purpose, views);
            }
        }
        for rule in &pack.rules {
            work.rule(rule, shop);
        }
    }
    work.finish(shop)
}

struct Work<'a> {
    file: String,
    builder: Builder,
    words: HashMap<&'a str, &'a [Phrase]>,
    contexts: Vec<String>,
    chains: Vec<Chain>,
    rules: Vec<Rule>,
    finds: Vec<Find>,
    problems: Vec<Problem>,
}

impl<'a> Work<'a> {
    fn new(packs: &'a [Pack]) -> Work<'a> {
        let named = packs.iter().flat_map(|pack| pack.words.iter());
        let mut contexts: Vec<String> = Vec::new();
        for context in packs.iter().flat_map(|pack| &pack.contexts) {
            if !contexts.contains(&context.name) {
                contexts.push(context.name.clone());
            }
        }
        Work {
            file: String::new(),
            builder: Builder::new(),
            words: named.map(|(name, list)| (name.as_str(), list.as_slice())).collect(),
            contexts,
            chains: Vec::new(),
            rules: Vec::new(),
            finds: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn say(&mut self, line: usize, message: String) {
        self.problems.push(Problem { file: self.file.clone(), line, message });
    }

    fn context(&self, name: &str) -> u32 {
        self.contexts.iter().position(|known| known == name).unwrap_or_default() as u32
    }

    fn contexts(&mut self, line: usize, names: &[String]) -> Vec<u32> {
        let mut numbers = Vec::new();
        for name in names {
            if self.contexts.contains(name) {
                numbers.push(self.context(name));
            } else {
                self.say(
                    line,
                    format!("no context is called `{name}`; write it under [[context]]"),
                );
            }
        }
        numbers
    }

    fn rule(&mut self, entry: &RuleEntry, shop: &Shop) {
        if self.rules.iter().any(|rule| rule.id == entry.id) {
            self.say(entry.line, format!("the rule `{}` is there already; rename it", entry.id));
            return;
        }
        let number = self.rules.len() as u32;
        self.rules.push(Rule {
            id: entry.id.clone(),
            why: entry.why.clone(),
            source: entry.source.clone(),
            quoted: entry.quoted,
            yields: entry.yields,
        });
        for phrase in &entry.allow {
            self.chain(phrase, Purpose::Allow(Some(number)), EXACT);
        }
        for find in &entry.finds {
            let line = find.phrases.first().map_or(entry.line, |phrase| phrase.line);
            let other = match (self.applies(line, &find.shop, shop), &find.otherwise) {
                (true, _) => None,
                (false, Some(other)) => Some(other),
                (false, None) => continue,
            };
            let mut unless = self.contexts(line, &entry.unless);
            unless.extend(self.contexts(line, &find.unless));
            unless
                .extend(other.map(|other| self.contexts(line, &other.unless)).unwrap_or_default());
            let with = self.contexts(line, &find.with);
            let level = other.and_then(|other| other.level).or(find.level).unwrap_or(entry.level);
            let own = other.map_or(&find.rewrite, |other| &other.rewrite);
            let rewrites =
                [own, &find.rewrite, &entry.rewrite].into_iter().find(|list| !list.is_empty());
            let views = find.views.iter().fold(EXACT, |views, view| {
                views | if *view == View::Pinyin { SPELLED } else { SOUNDING | SPELLED }
            });
            self.finds.push(Find {
                rule: number,
                level,
                with,
                unless,
                rewrites: rewrites.cloned().unwrap_or_default(),
            });
            let purpose = Purpose::Find(self.finds.len() as u32 - 1);
            for phrase in &find.phrases {
                self.chain(phrase, purpose, views);
            }
        }
    }

    /// Whether the shop is one that the phrases are for: every setting named is
    /// on, and every one named with `!` is off.
    fn applies(&mut self, line: usize, settings: &[String], shop: &Shop) -> bool {
        let mut applies = true;
        for setting in settings {
            let (name, wanted) = match setting.strip_prefix('!') {
                Some(name) => (name, false),
                None => (setting.as_str(), true),
            };
            match shop.setting(name) {
                Some(value) => applies &= value == wanted,
                None => self.say(line, format!("the shop profile has no setting `{name}`")),
            }
        }
        applies
    }

    fn chain(&mut self, phrase: &Phrase, purpose: Purpose, views: u8) {
        let items = match parse(&phrase.text) {
            Ok(items) => items,
            Err(message) => return self.say(phrase.line, message),
        };
        let mut steps = Vec::new();
        let mut group = 0;
        for item in items {
            steps.push(match item {
                Item::Gap { most, wide } => Step::Gap { most, wide },
                Item::Edge(edge) => Step::Edge(edge),
                Item::Any { choices, optional } => {
                    let literal = matches!(choices.as_slice(), [Choice::Literal(_)]) && !optional;
                    group += u8::from(!literal);
                    let mut atoms = Vec::new();
                    if let Err(message) = self.atoms(&choices, &mut atoms, 0) {
                        return self.say(phrase.line, message);
                    }
                    let set = self.builder.set(atoms);
                    Step::Set { set, optional, group: (!literal).then_some(group) }
                }
            });
        }
        for steps in without_optional_heads(steps) {
            let (edge, steps) = match steps.split_first() {
                Some((Step::Edge(edge), rest)) => (Some(*edge), rest.to_vec()),
                _ => (None, steps),
            };
            if !matches!(steps.first(), Some(Step::Set { .. })) {
                let message = format!("`{}` must begin with a word", phrase.text);
                return self.say(phrase.line, message);
            }
            self.chains.push(Chain { edge, steps, purpose, views });
        }
    }

    fn atoms(
        &mut self,
        choices: &[Choice],
        atoms: &mut Vec<Atom>,
        depth: u8,
    ) -> Result<(), String> {
        for choice in choices {
            match choice {
                Choice::Literal(text) => {
                    let text = fold_phrase(text);
                    if text.is_empty() {
                        return Err("a phrase of spaces and signs can never match".to_owned());
                    }
                    atoms.push(self.builder.atom(text));
                }
                Choice::Named(name) => {
                    if let Some(place) = class::NAMES.iter().position(|known| known == name) {
                        atoms.push(place as Atom);
                        continue;
                    }
                    let words = self.words.get(name.as_str()).copied();
                    let words = words.filter(|_| depth < 4).ok_or_else(|| {
                        format!("no words are called `{name}`; write them under [words]")
                    })?;
                    for word in words {
                        match parse(&word.text)?.as_slice() {
                            [Item::Any { choices, optional: false }] => {
                                self.atoms(choices, atoms, depth + 1)?;
                            }
                            _ => return Err(format!("`{}` is more than one word", word.text)),
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn finish(mut self, shop: &Shop) -> (Option<Compiled>, Vec<Problem>) {
        let count = self.builder.sets();
        let mut heads = vec![Vec::new(); count];
        let mut allow_heads = vec![Vec::new(); count];
        let mut sounded = vec![false; count];
        for (number, chain) in self.chains.iter().enumerate() {
            if let Some(Step::Set { set, .. }) = chain.steps.first() {
                let allows = matches!(chain.purpose, Purpose::Allow(_));
                let heads = if allows { &mut allow_heads } else { &mut heads };
                heads[*set as usize].push(number as u32);
            }
            if chain.views != EXACT {
                for step in &chain.steps {
                    if let Step::Set { set, .. } = step {
                        sounded[*set as usize] = true;
                    }
                }
            }
        }
        let buyer =
            |chain: &Chain| matches!(chain.purpose, Purpose::Context { place: Where::Buyer, .. });
        let asks_buyer = self.chains.iter().any(buyer);
        let (chains, rules, finds) = (self.chains, self.rules, self.finds);
        match self.builder.build(&sounded) {
            Ok(lexicon) => {
                let shop = shop.clone();
                let compiled = Compiled {
                    lexicon,
                    chains,
                    heads,
                    allow_heads,
                    rules,
                    finds,
                    asks_buyer,
                    shop,
                };
                (Some(compiled), self.problems)
            }
            Err(error) => {
                let message = format!("the packs are too large to match: {error}");
                self.problems.push(Problem { file: self.file, line: 0, message });
                (None, self.problems)
            }
        }
    }
}

/// A phrase that may begin with nothing is two phrases, so that every chain
/// begins with a word that must stand there.
fn without_optional_heads(steps: Vec<Step>) -> Vec<Vec<Step>> {
    let place = steps.iter().position(|step| !matches!(step, Step::Edge(_))).unwrap_or_default();
    match steps.get(place) {
        Some(Step::Set { set, optional: true, group }) => {
            let mut with = steps.clone();
            with[place] = Step::Set { set: *set, optional: false, group: *group };
            let mut without = steps;
            without.remove(place);
            let mut all = vec![with];
            all.extend(without_optional_heads(without));
            all
        }
        _ => vec![steps],
    }
}
