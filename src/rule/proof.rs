//! A pack's sentences about itself, run; and its rewrites, checked.

use std::collections::HashMap;

use super::checker::{Checker, Context};
use super::finding::{Edit, Finding};
use super::pack::{FindEntry, Pack, RewriteEntry, RuleEntry, Sentence};
use super::pattern::{Choice, Item, parse};
use crate::pack::Problem;
use crate::shop::Shop;

/// What came of running the sentences of packs.
#[derive(Debug, Default)]
pub(super) struct Proof {
    pub(super) problems: Vec<Problem>,
    pub(super) sentences: usize,
    pub(super) rewrites: usize,
}

/// The packs compiled for one shop, and once more with the scripts of their
/// rewrites changed round: so that each sentence is worded in both.
struct Both {
    checker: Checker,
    round: Checker,
}

impl Proof {
    /// Runs the sentences of the rules that are `sound`, each in its shop.
    pub(super) fn of(
        packs: &[Pack],
        shop: &Shop,
        sound: impl Fn(&RuleEntry, &Pack) -> bool,
    ) -> Proof {
        let round: Vec<Pack> = packs.iter().map(changed_round).collect();
        let mut shops: HashMap<Vec<String>, Both> = HashMap::new();
        let mut proof = Proof::default();
        for pack in packs {
            for rule in pack.rules.iter().filter(|rule| sound(rule, pack)) {
                for sentence in &rule.sentences {
                    let both = in_shop(&mut shops, &sentence.shop, shop, packs, &round);
                    proof.run(pack, sentence, both);
                }
                for wording in wordings(rule) {
                    let both = in_shop(&mut shops, &wording.shop, shop, packs, &round);
                    for entry in wording.entries {
                        proof.alone(pack, entry, &wording.phrases, &both.checker);
                    }
                }
            }
        }
        proof
    }

    fn say(&mut self, pack: &Pack, line: usize, message: String) {
        self.problems.push(Problem { file: pack.file().to_owned(), line, message });
    }

    fn run(&mut self, pack: &Pack, sentence: &Sentence, both: &Both) {
        self.sentences += 1;
        let (rule, text) = (&sentence.rule, &sentence.text);
        let findings = both.checker.check(text, &Context::default());
        let own = findings.iter().find(|finding| finding.rule == *rule);
        match (sentence.bad, own) {
            (true, None) => {
                let message = format!("`{rule}` does not find `{text}`; widen a phrase");
                self.say(pack, sentence.line, message);
            }
            (false, Some(own)) => {
                let message = format!("`{rule}` finds `{}` in `{text}`", own.found);
                let message = format!("{message}, which it is to leave alone; add an exception");
                self.say(pack, sentence.line, message);
            }
            (false, None) => {}
            (true, Some(_)) => self.rewritten(pack, sentence, both, &findings),
        }
    }

    /// Words every rewrite of what the rule finds in a sentence.
    fn rewritten(&mut self, pack: &Pack, sentence: &Sentence, both: &Both, findings: &[Finding]) {
        let context = Context::default();
        let text = &sentence.text;
        let mut said = Vec::new();
        for (place, checker) in [&both.checker, &both.round].into_iter().enumerate() {
            let again = if place > 0 { checker.check(text, &context) } else { findings.to_vec() };
            for (number, finding) in again.iter().enumerate() {
                if finding.rule != sentence.rule {
                    continue;
                }
                for edit in &finding.rewrites {
                    self.rewrites += 1;
                    let reads = edited(text, edit);
                    let left = both.checker.check(&reads, &context);
                    said.extend(new(&again, number, &left).map(|left| trouble(&reads, left)));
                }
            }
            let all = checker.rewrite(text, &context);
            said.extend(all.left.first().map(|left| trouble(&all.text, left)));
        }
        said.dedup();
        for message in said {
            self.say(pack, sentence.line, format!("`{text}` is rewritten as {message}"));
        }
    }

    /// Checks a rewrite as a draft of its own.
    fn alone(&mut self, pack: &Pack, entry: &RewriteEntry, finds: &[Vec<Item>], checker: &Checker) {
        for template in [&entry.hans, &entry.hant] {
            for text in filled(template, finds) {
                self.rewrites += 1;
                if let Some(found) = checker.check(&text, &Context::default()).first() {
                    let message =
                        format!("the rewrite `{text}` is itself found by `{}`", found.rule);
                    let message = format!("{message} (`{}`); word it another way", found.found);
                    self.say(pack, entry.line, message);
                }
            }
        }
    }
}

/// The packs compiled for the shop, changed to what a sentence asks for.
fn in_shop<'b>(
    shops: &'b mut HashMap<Vec<String>, Both>,
    conditions: &[String],
    shop: &Shop,
    packs: &[Pack],
    round: &[Pack],
) -> &'b Both {
    shops.entry(conditions.to_vec()).or_insert_with(|| {
        let shop = shop.with(conditions);
        let (checker, round) = (Checker::new(packs, &shop).0, Checker::new(round, &shop).0);
        Both { checker, round }
    })
}

/// The same pack with the other script's words in each rewrite.
fn changed_round(pack: &Pack) -> Pack {
    let mut pack = pack.clone();
    let change = |entries: &mut Vec<RewriteEntry>| {
        for entry in entries {
            std::mem::swap(&mut entry.hans, &mut entry.hant);
        }
    };
    for rule in &mut pack.rules {
        change(&mut rule.rewrite);
        for find in &mut rule.finds {
            change(&mut find.rewrite);
            find.otherwise.iter_mut().for_each(|other| change(&mut other.rewrite));
        }
    }
    pack
}

/// A list of rewrites, the shop they are for, and the phrases whose words they
/// may take over.
struct Wording<'a> {
    entries: &'a [RewriteEntry],
    shop: Vec<String>,
    phrases: Vec<Vec<Item>>,
}

/// All rewrites of a rule.
fn wordings(rule: &RuleEntry) -> Vec<Wording<'_>> {
    let parsed = |find: &FindEntry| -> Vec<Vec<Item>> {
        find.phrases.iter().filter_map(|phrase| parse(&phrase.text).ok()).collect()
    };
    let sharing = rule.finds.iter().filter(|find| find.rewrite.is_empty());
    let phrases = sharing.flat_map(parsed).collect();
    let mut all = vec![Wording { entries: &rule.rewrite, shop: Vec::new(), phrases }];
    for find in &rule.finds {
        let phrases = parsed(find);
        if let (Some(other), Some(first)) = (&find.otherwise, find.shop.first()) {
            let opposite = match first.strip_prefix('!') {
                Some(name) => name.to_owned(),
                None => format!("!{first}"),
            };
            let phrases = phrases.clone();
            all.push(Wording { entries: &other.rewrite, shop: vec![opposite], phrases });
        }
        all.push(Wording { entries: &find.rewrite, shop: find.shop.clone(), phrases });
    }
    all
}

/// A rewrite's words, with each word that a group may have taken in its place.
fn filled(template: &str, phrases: &[Vec<Item>]) -> Vec<String> {
    let number = |inside: &str| inside.chars().next().and_then(|digit| digit.to_digit(10));
    let Some(number) = template.split_once('{').and_then(|(_, inside)| number(inside)) else {
        return if template.trim().is_empty() { Vec::new() } else { vec![template.to_owned()] };
    };
    let mut texts = Vec::new();
    for items in phrases {
        let groups = items.iter().filter_map(|item| match item {
            Item::Any { choices, optional } => (*optional
                || !matches!(choices.as_slice(), [Choice::Literal(_)]))
            .then_some(choices),
            _ => None,
        });
        let group = groups.into_iter().nth((number as usize).saturating_sub(1));
        for choice in group.into_iter().flatten() {
            if let Choice::Literal(word) = choice {
                let filled = template.replacen(&format!("{{{number}}}"), word, 1);
                texts.extend(self::filled(&filled, phrases));
            }
        }
    }
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// A text with an edit made in it.
fn edited(text: &str, edit: &Edit) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) = (edit.start as usize, (edit.end as usize).min(units.len()));
    units.splice(start.min(end)..end, edit.text.encode_utf16());
    String::from_utf16_lossy(&units)
}

/// The first finding that was not there before one of them was rewritten.
fn new<'f>(before: &[Finding], rewritten: usize, after: &'f [Finding]) -> Option<&'f Finding> {
    let others = before.iter().enumerate().filter(|(number, _)| *number != rewritten);
    let mut others: Vec<(&str, &str)> =
        others.map(|(_, other)| (other.rule.as_str(), other.found.as_str())).collect();
    after.iter().find(|finding| {
        let same = (finding.rule.as_str(), finding.found.as_str());
        match others.iter().position(|other| *other == same) {
            Some(place) => {
                others.swap_remove(place);
                false
            }
            None => true,
        }
    })
}

fn trouble(reads: &str, left: &Finding) -> String {
    format!(
        "`{reads}`, where `{}` finds `{}`; word the rewrite another way, or add an exception",
        left.rule, left.found
    )
}
