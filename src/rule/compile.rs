//! From packs to chains: every phrase becomes steps over sets of atoms.

use super::anchor::{self, Anchor, Facts};
use super::around::ContextEntry;
use super::chain::{Chain, Head, Purpose, Step};
use super::class;
use super::compound::Compounds;
use super::finding::{Level, Words};
use super::follow::Match;
use super::index::Index;
use super::lexicon::{Atom, Builder, EXACT, Lexicon, SOUNDING, SPELLED, Set};
use super::pack::{Pack, Phrase, RewriteEntry, RuleEntry, View, Where};
use super::pattern::{Choice, Edge, Item, is_literal, parse};
use super::region::{EVERYWHERE, Mark, Marks};
use super::rows::Rows;
use super::trie::Trie;
use crate::pack::Problem;
use crate::shop::Shop;
use crate::sort;

/// Everything that a check needs.
#[derive(Debug)]
pub(super) struct Compiled {
    pub(super) lexicon: Lexicon,
    pub(super) chains: Vec<Chain>,
    /// The steps of all chains, one after the other.
    pub(super) steps: Vec<Step>,
    /// What regions are marked with.
    pub(super) marks: Marks,
    /// The chains of the rules.
    pub(super) finding: Index,
    /// The chains of the allowed phrases.
    pub(super) allowing: Index,
    /// The chains of the contexts, in the draft and in the buyer's message.
    pub(super) around: Index,
    pub(super) buyer: Index,
    pub(super) contexts: Vec<ContextEntry>,
    pub(super) rules: Vec<Rule>,
    pub(super) finds: Vec<Find>,
    /// The rewrites of all finds.
    pub(super) rewrites: Vec<RewriteEntry>,
    pub(super) compounds: Compounds,
    pub(super) shop: Shop,
}

impl Compiled {
    /// For each entry of a context, whether any of these matches asks for it.
    pub(super) fn asked_by(&self, finds: &[Match]) -> Vec<bool> {
        let mut names = vec![false; self.contexts.len()];
        for found in finds {
            if let Purpose::Find(find) = found.purpose
                && let Some(find) = self.finds.get(find as usize)
            {
                for name in find.with.iter().chain(&find.unless) {
                    names[*name as usize] = true;
                }
            }
        }
        self.contexts.iter().map(|entry| names[entry.name as usize]).collect()
    }

    /// Whether a match is a context that must overlap the words found.
    pub(super) fn is_over(&self, purpose: Purpose) -> bool {
        let Purpose::Context(entry) = purpose else { return false };
        self.contexts.get(entry as usize).is_some_and(|entry| entry.place == Where::Over)
    }
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
    /// The first of its rewrites, and the first after them.
    pub(super) rewrites: (usize, usize),
}

/// Signs that part words: none of them is a phrase.
const SIGNS: &str = "，,。.！!？?；;：:、…";

/// Compiles packs for a shop. What does not compile is left out and said.
pub(super) fn compile(packs: &[Pack], shop: &Shop) -> (Compiled, Vec<Problem>) {
    let mut work = Work::new(packs);
    for pack in packs {
        work.file = &pack.file;
        for phrase in &pack.allow {
            work.chain(phrase, Purpose::Allow(None), EXACT);
        }
        for context in &pack.contexts {
            if !work.applies(context.line, &context.shop, shop) {
                continue;
            }
            let views = if context.place == Where::Buyer { EXACT } else { EXACT | SPELLED };
            let (name, _) = work.names.add(symbols(&context.name));
            let reach = context.reach.unwrap_or_else(|| context.place.reach());
            let purpose = Purpose::Context(work.entries.len() as u32);
            work.entries.push(ContextEntry { name, place: context.place, reach });
            for phrase in &context.phrases {
                work.chain(phrase, purpose, views);
            }
        }
        for rule in &pack.rules {
            work.rule(rule, shop);
        }
    }
    work.finish(Compounds::of(packs), shop)
}

/// A name as a word of symbols.
fn symbols(name: &str) -> impl Iterator<Item = u32> {
    // The leading number keeps the empty name a name.
    std::iter::once(0).chain(name.chars().map(u32::from))
}

/// The words of a name, as far as they are known.
enum Named<'a> {
    Unread(&'a [Phrase]),
    /// They are being read: who meets them again names them by themselves.
    Reading,
    Read(Vec<Atom>),
}

struct Work<'a> {
    file: &'a str,
    builder: Builder,
    /// The names of the words, and their words.
    named: Trie,
    words: Vec<Named<'a>>,
    /// The names of the contexts, and the entries of all packs.
    names: Trie,
    entries: Vec<ContextEntry>,
    /// The slugs of the rules.
    slugs: Trie,
    chains: Vec<Chain>,
    steps: Vec<Step>,
    rules: Vec<Rule>,
    finds: Vec<Find>,
    rewrites: Vec<RewriteEntry>,
    problems: Vec<Problem>,
}

impl<'a> Work<'a> {
    fn new(packs: &'a [Pack]) -> Work<'a> {
        let (mut named, mut words) = (Trie::default(), Vec::new());
        for (name, list) in packs.iter().flat_map(|pack| &pack.words) {
            match named.add(symbols(name)) {
                (_, true) => words.push(Named::Unread(list)),
                (known, false) => words[known as usize] = Named::Unread(list),
            }
        }
        let mut names = Trie::default();
        for context in packs.iter().flat_map(|pack| &pack.contexts) {
            names.add(symbols(&context.name));
        }
        Work {
            file: "",
            builder: Builder::default(),
            named,
            words,
            names,
            entries: Vec::new(),
            slugs: Trie::default(),
            chains: Vec::new(),
            steps: Vec::new(),
            rules: Vec::new(),
            finds: Vec::new(),
            rewrites: Vec::new(),
            problems: Vec::new(),
        }
    }

    fn say(&mut self, line: usize, message: String) {
        self.problems.push(Problem { file: self.file.to_owned(), line, message });
    }

    fn contexts(&mut self, line: usize, names: &[String]) -> Vec<u32> {
        let mut numbers = Vec::new();
        for name in names {
            match self.names.get(symbols(name)) {
                Some(number) => numbers.push(number),
                None => self.say(
                    line,
                    format!("no context is called `{name}`; write it under [[context]]"),
                ),
            }
        }
        numbers
    }

    fn rule(&mut self, entry: &RuleEntry, shop: &Shop) {
        if let (_, false) = self.slugs.add(symbols(&entry.id)) {
            self.say(entry.line, format!("the rule `{}` is there already; rename it", entry.id));
            return;
        }
        let number = self.rules.len() as u32;
        let mut why = &entry.why;
        for other in entry.why_in.iter().rev() {
            if self.applies(other.line, &other.shop, shop) {
                why = &other.words;
            }
        }
        self.rules.push(Rule {
            id: entry.id.clone(),
            why: why.clone(),
            source: entry.source.clone(),
            quoted: entry.quoted,
            yields: entry.yields,
        });
        for phrase in &entry.allow {
            self.chain(phrase, Purpose::Allow(Some(number)), EXACT);
        }
        let own = self.rewrites(&entry.rewrite);
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
            let rewrites = match (other, &find.rewrite) {
                (Some(other), _) if !other.rewrite.is_empty() => self.rewrites(&other.rewrite),
                (_, rewrites) if !rewrites.is_empty() => self.rewrites(rewrites),
                _ => own,
            };
            let asked = if find.views.is_empty() { &entry.views } else { &find.views };
            let views = asked.iter().fold(EXACT, |views, view| {
                views | if *view == View::Pinyin { SPELLED } else { SOUNDING | SPELLED }
            });
            let purpose = Purpose::Find(self.finds.len() as u32);
            self.finds.push(Find { rule: number, level, with, unless, rewrites });
            for phrase in &find.phrases {
                self.chain(phrase, purpose, views);
            }
        }
    }

    fn rewrites(&mut self, entries: &[RewriteEntry]) -> (usize, usize) {
        let from = self.rewrites.len();
        self.rewrites.extend_from_slice(entries);
        (from, self.rewrites.len())
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
        // Most phrases of a large pack are a word and nothing else.
        let done =
            if !phrase.text.is_empty() && phrase.text.chars().all(|sign| SIGNS.contains(sign)) {
                Err("a phrase of spaces and signs stands everywhere; write words".to_owned())
            } else if is_literal(&phrase.text) {
                self.literal(&phrase.text).map(|atom| {
                    self.builder.ask(atom, views);
                    self.push(None, Head::Atom(atom), None, &[], purpose, views);
                })
            } else {
                self.phrase(phrase, purpose, views)
            };
        if let Err(message) = done {
            self.say(phrase.line, message);
        }
    }

    fn phrase(&mut self, phrase: &Phrase, purpose: Purpose, views: u8) -> Result<(), String> {
        let mut steps = Vec::new();
        let mut group = 0;
        for item in parse(&phrase.text)? {
            steps.push(match item {
                Item::Gap { most, wide } => Step::Gap { most, wide },
                Item::Edge(edge) => Step::Edge(edge),
                Item::Any { choices, optional } => {
                    let literal = matches!(choices.as_slice(), [Choice::Literal(_)]) && !optional;
                    group += u8::from(!literal);
                    let mut atoms = Vec::new();
                    self.atoms(&choices, &mut atoms)?;
                    for atom in &atoms {
                        self.builder.ask(*atom, views);
                    }
                    let set = self.builder.set(atoms);
                    Step::Set { set, optional, group: (!literal).then_some(group) }
                }
            });
        }
        for steps in without_optional_heads(steps) {
            let (edge, steps) = match steps.split_first() {
                Some((Step::Edge(edge), rest)) => (Some(*edge), rest),
                _ => (None, steps.as_slice()),
            };
            let Some((Step::Set { set, group, .. }, rest)) = steps.split_first() else {
                return Err(format!("`{}` must begin with a word", phrase.text));
            };
            self.push(edge, Head::Set(*set), *group, rest, purpose, views);
        }
        Ok(())
    }

    fn push(
        &mut self,
        edge: Option<Edge>,
        head: Head,
        group: Option<u8>,
        rest: &[Step],
        purpose: Purpose,
        views: u8,
    ) {
        let steps = (self.steps.len() as u32, rest.len() as u32);
        self.steps.extend_from_slice(rest);
        self.chains.push(Chain { edge, head, group, steps, reach: 0, purpose, views });
    }

    fn literal(&mut self, text: &str) -> Result<Atom, String> {
        let atom = self.builder.literal(text);
        atom.ok_or_else(|| "a phrase of spaces and signs can never match".to_owned())
    }

    fn atoms(&mut self, choices: &[Choice], atoms: &mut Vec<Atom>) -> Result<(), String> {
        for choice in choices {
            match choice {
                Choice::Literal(text) => atoms.push(self.literal(text)?),
                Choice::Named(name) => match class::NAMES.iter().position(|known| known == name) {
                    Some(place) => atoms.push(place as Atom),
                    None => self.words(name, atoms)?,
                },
            }
        }
        Ok(())
    }

    /// The words of a name, which may have names among them.
    fn words(&mut self, name: &str, atoms: &mut Vec<Atom>) -> Result<(), String> {
        let unknown = || format!("no words are called `{name}`; write them under [words]");
        let place = self.named.get(symbols(name)).ok_or_else(unknown)? as usize;
        let known = self.words.get_mut(place).ok_or_else(unknown)?;
        let list = match std::mem::replace(known, Named::Reading) {
            Named::Unread(list) => list,
            Named::Reading => return Err(format!("the words `{name}` name themselves")),
            Named::Read(read) => {
                atoms.extend_from_slice(&read);
                *known = Named::Read(read);
                return Ok(());
            }
        };
        let mut read = Vec::new();
        let done = self.each_word(list, &mut read);
        atoms.extend_from_slice(&read);
        self.words[place] = if done.is_ok() { Named::Read(read) } else { Named::Unread(list) };
        done
    }

    fn each_word(&mut self, list: &[Phrase], atoms: &mut Vec<Atom>) -> Result<(), String> {
        for word in list {
            if is_literal(&word.text) {
                atoms.push(self.literal(&word.text)?);
                continue;
            }
            match parse(&word.text)?.as_slice() {
                [Item::Any { choices, optional: false }] => self.atoms(choices, atoms)?,
                _ => return Err(format!("`{}` is more than one word", word.text)),
            }
        }
        Ok(())
    }

    fn finish(mut self, compounds: Compounds, shop: &Shop) -> (Compiled, Vec<Problem>) {
        let facts = anchor::facts(&self.builder);
        let mut anchors: Vec<Option<Anchor>> = Vec::with_capacity(self.chains.len());
        for chain in &mut self.chains {
            let (reach, anchor) = anchor::measure(chain, &self.steps, &facts, &self.builder);
            chain.reach = reach;
            anchors.push(anchor);
        }
        let (marks, rows) = self.marks(&facts, &anchors);
        let chosen = |is: &dyn Fn(Purpose) -> bool| {
            let numbers = (0..).zip(&self.chains).filter(|(_, chain)| is(chain.purpose));
            let numbers: Vec<u32> = numbers.map(|(number, _)| number).collect();
            Index::of(&self.chains, &numbers, &anchors, &marks, &self.builder)
        };
        let is_context = |purpose, buyer: bool| match purpose {
            Purpose::Context(entry) => {
                (self.entries[entry as usize].place == Where::Buyer) == buyer
            }
            _ => false,
        };
        let compiled = Compiled {
            finding: chosen(&|purpose| matches!(purpose, Purpose::Find(_))),
            allowing: chosen(&|purpose| matches!(purpose, Purpose::Allow(_))),
            around: chosen(&|purpose| is_context(purpose, false)),
            buyer: chosen(&|purpose| is_context(purpose, true)),
            marks: rows,
            lexicon: self.builder.build(),
            chains: self.chains,
            steps: self.steps,
            contexts: self.entries,
            rules: self.rules,
            finds: self.finds,
            rewrites: self.rewrites,
            compounds,
            shop: shop.clone(),
        };
        (compiled, self.problems)
    }

    /// A mark for each set that is asked about, and the marks of every atom.
    /// Those of common sets are next to each other, because the atoms of common
    /// sets are in many.
    fn marks(&self, facts: &[Facts], anchors: &[Option<Anchor>]) -> (Vec<Mark>, Marks) {
        let sets = self.builder.sets();
        let mut asked = vec![false; sets.len()];
        for set in anchors.iter().flatten().flat_map(|anchor| anchor.needs) {
            asked[set as usize] = facts[set as usize].common < anchor::OFTEN;
        }
        let mut order: Vec<Set> = (0..).zip(&asked).filter(|(_, is)| **is).map(|it| it.0).collect();
        sort::by_key(&mut order, |set| [!facts[*set as usize].common, 0, 0, 0]);
        let mut marks = vec![EVERYWHERE; sets.len()];
        for (mark, set) in (EVERYWHERE + 1..).zip(&order) {
            marks[*set as usize] = mark;
        }
        let pairs = order
            .iter()
            .flat_map(|set| sets.row(*set).iter().map(|atom| (*atom, marks[*set as usize])));
        let rows = Rows::of(self.builder.count(), pairs);
        // Without a phrase of several words, nobody asks.
        let count = if anchors.iter().any(Option::is_some) { order.len() + 1 } else { 0 };
        (marks, Marks::of(&rows, count))
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
