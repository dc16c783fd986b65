//! A pack's sentences about itself, run; and its rewrites, checked.

use std::cell::OnceCell;

use super::broad::{Broad, Told};
use super::checker::{Checker, Context};
use super::finding::{Edit, Finding};
use super::overlay::Overlay;
use super::pack::{Pack, Phrase, RewriteEntry, RuleEntry, Sentence};
use super::wording::{Wording, filled, wordings};
use crate::pack::Problem;
use crate::shop::Shop;

/// What came of running the sentences of packs.
#[derive(Debug, Default)]
pub(super) struct Proof {
    pub(super) problems: Vec<Problem>,
    pub(super) sentences: usize,
    pub(super) rewrites: usize,
}

/// The packs compiled for one shop; and, when a sentence is worded in both
/// scripts, once more with the scripts of their rewrites changed round.
struct Both<'a> {
    checker: Checker,
    shop: Shop,
    /// The packs with the scripts changed round.
    packs: &'a [Pack],
    round: OnceCell<Checker>,
}

impl<'a> Both<'a> {
    fn new(packs: &[Pack], round: &'a [Pack], shop: &Shop) -> Both<'a> {
        let checker = Checker::new(packs, shop).0;
        Both { checker, shop: shop.clone(), packs: round, round: OnceCell::new() }
    }

    fn round(&self) -> &Checker {
        self.round.get_or_init(|| Checker::new(self.packs, &self.shop).0)
    }
}

impl Proof {
    /// Runs the sentences of the rules that are `sound`, each in its shop. Of
    /// the first packs, which are known to hold, only the rewrites are checked:
    /// a new rule may find them.
    pub(super) fn of(
        packs: &[Pack],
        held: usize,
        sound: impl Fn(&RuleEntry, &Pack) -> bool,
    ) -> Proof {
        let round: Vec<Pack> = packs.iter().map(changed_round).collect();
        let mut shops = vec![Both::new(packs, &round, &Shop::default())];
        let mut proof = Proof::default();
        let (known, new) = packs.split_at_checked(held).unwrap_or((packs, &[]));
        let mut broad = Broad::default();
        let is_new = |rule: &str| at(new, rule).is_some();
        for pack in new {
            for rule in pack.rules.iter().filter(|rule| sound(rule, pack)) {
                for sentence in &rule.sentences {
                    let both = in_shop(&mut shops, &sentence.shop, packs, &round);
                    proof.run(pack.file(), sentence, both);
                }
                for wording in wordings(rule) {
                    let both = in_shop(&mut shops, &wording.conditions(), packs, &round);
                    for entry in wording.entries {
                        for told in proof.alone(entry, &wording, &both.checker, |_| true) {
                            if told.by != rule.id && is_new(&told.by) {
                                broad.note(told, Some((pack.file(), entry.line)));
                            } else {
                                proof.say(pack.file(), entry.line, told.message());
                            }
                        }
                    }
                }
            }
        }
        let Some(assumed) = shops.first() else { return proof };
        for wording in known.iter().flat_map(|pack| &pack.rules).flat_map(wordings) {
            for entry in wording.entries {
                for told in proof.alone(entry, &wording, &assumed.checker, is_new) {
                    broad.note(told, None);
                }
            }
        }
        proof
            .problems
            .extend(broad.problems(packs, |rule| {
                (phrases_of(new, rule), at(new, rule).unwrap_or_default())
            }));
        proof
    }

    /// Runs what a shop's file says about itself, and rewrites what the packs
    /// find in this shop once more.
    pub(super) fn in_shop(packs: &[Pack], overlay: &Overlay) -> Proof {
        let round: Vec<Pack> = packs.iter().map(changed_round).collect();
        let shop = overlay.shop();
        let both = Both::new(packs, &round, shop);
        let file = overlay.file.as_str();
        let mut proof = Proof::default();
        for sentence in overlay.rules.iter().flat_map(|change| &change.sentences) {
            proof.run(file, sentence, &both);
        }
        let mut told: Vec<(&str, String)> = Vec::new();
        let mut broad = Broad::default();
        let own = |entry| overlay.rules.iter().any(|change| change.rewrite.contains(entry));
        for rule in packs.iter().flat_map(|pack| &pack.rules) {
            let changed = overlay.line_of(&rule.id);
            for wording in wordings(rule).into_iter().filter(|wording| wording.is_for(shop)) {
                for entry in wording.entries {
                    for told in proof.alone(entry, &wording, &both.checker, |_| true) {
                        if own(entry) {
                            proof.say(file, entry.line, told.message());
                        } else {
                            // The lines of a pack mean nothing in the shop's file.
                            broad.note(told, None);
                        }
                    }
                }
            }
            // What is said of other rules' sentences, their rewrites have shown.
            for sentence in rule.sentences.iter().filter(|own| own.bad && changed > 0) {
                let findings = both.checker.check(&sentence.text, &Context::default());
                let meant = sentence.shop.is_empty()
                    && findings.iter().any(|finding| finding.rule == rule.id);
                if meant {
                    for (by, message) in proof.rewritten(sentence, &both, &findings) {
                        // One sentence shows it; a rule's others say the same.
                        let pair = (rule.id.as_str(), by);
                        if !told.contains(&pair) {
                            proof.say(file, overlay.line_of(&pair.1).max(changed), message);
                            told.push(pair);
                        }
                    }
                }
            }
        }
        proof.problems.extend(broad.problems(packs, |rule| {
            let changes = overlay.rules.iter().filter(|change| change.id.text == rule);
            let phrases = changes.flat_map(|change| &change.find.phrases);
            (phrases.map(|phrase| (file, phrase)).collect(), (file, overlay.line_of(rule)))
        }));
        proof
    }

    fn say(&mut self, file: &str, line: usize, message: String) {
        self.problems.push(Problem { file: file.to_owned(), line, message });
    }

    fn run(&mut self, file: &str, sentence: &Sentence, both: &Both<'_>) {
        self.sentences += 1;
        let (rule, text) = (&sentence.rule, &sentence.text);
        let findings = both.checker.check(text, &Context::default());
        let own = findings.iter().find(|finding| finding.rule == *rule);
        match (sentence.bad, own) {
            (true, None) => {
                let message = format!("`{rule}` does not find `{text}`; widen a phrase");
                self.say(file, sentence.line, message);
            }
            (false, Some(own)) => {
                let message = format!("`{rule}` finds `{}` in `{text}`", own.found);
                let message = format!("{message}, which it is to leave alone; add an exception");
                self.say(file, sentence.line, message);
            }
            (false, None) => {}
            (true, Some(_)) => {
                for (_, message) in self.rewritten(sentence, both, &findings) {
                    self.say(file, sentence.line, message);
                }
            }
        }
    }

    /// Words every rewrite of what a rule finds in a sentence. What is found
    /// then is told, with the rule that finds it.
    fn rewritten(
        &mut self,
        sentence: &Sentence,
        both: &Both<'_>,
        findings: &[Finding],
    ) -> Vec<(String, String)> {
        let context = Context::default();
        let text = &sentence.text;
        let mut told = Vec::new();
        let mut tell = |reads: &str, left: &Finding| {
            let found = format!("where `{}` finds `{}`", left.rule, left.found);
            let advice = "word the rewrite another way, or add an exception";
            let message = format!("`{text}` is rewritten as `{reads}`, {found}; {advice}");
            told.push((left.rule.clone(), message));
        };
        for (place, checker) in [&both.checker, both.round()].into_iter().enumerate() {
            let again = if place > 0 { checker.check(text, &context) } else { findings.to_vec() };
            for (number, finding) in again.iter().enumerate() {
                if finding.rule != sentence.rule {
                    continue;
                }
                for edit in &finding.rewrites {
                    self.rewrites += 1;
                    let reads = edited(text, edit);
                    let left = both.checker.check(&reads, &context);
                    if let Some(left) = new(&again, number, &left) {
                        tell(&reads, left);
                    }
                }
            }
            let all = checker.rewrite(text, &context);
            if let Some(left) = all.left.first() {
                tell(&all.text, left);
            }
        }
        told.dedup();
        told
    }

    /// Checks a rewrite as a draft of its own. What a rule that matters finds in
    /// it is told, with the rule.
    fn alone(
        &mut self,
        entry: &RewriteEntry,
        wording: &Wording<'_>,
        checker: &Checker,
        matters: impl Fn(&str) -> bool,
    ) -> Vec<Told> {
        let mut told = Vec::new();
        for template in [&entry.hans, &entry.hant] {
            for text in filled(template, &wording.phrases) {
                self.rewrites += 1;
                let findings = checker.check(&text, &Context::default());
                if let Some(found) = findings.iter().find(|found| matters(&found.rule)) {
                    told.push(Told { by: found.rule.clone(), text, found: found.found.clone() });
                }
            }
        }
        told
    }
}

/// The file and the line of a rule.
fn at<'a>(packs: &'a [Pack], rule: &str) -> Option<(&'a str, usize)> {
    let rules = packs.iter().flat_map(|pack| pack.rules.iter().map(|rule| (pack.file(), rule)));
    rules.into_iter().find(|(_, own)| own.id == rule).map(|(file, own)| (file, own.line))
}

/// The phrases of a rule, each with its file.
fn phrases_of<'a>(packs: &'a [Pack], rule: &str) -> Vec<(&'a str, &'a Phrase)> {
    let rules = packs.iter().flat_map(|pack| pack.rules.iter().map(|rule| (pack.file(), rule)));
    let own = rules.filter(|(_, own)| own.id == rule);
    let finds = own.flat_map(|(file, own)| own.finds.iter().map(move |find| (file, find)));
    finds.flat_map(|(file, find)| find.phrases.iter().map(move |own| (file, own))).collect()
}

/// The packs compiled for the assumed shop, changed to what a sentence asks for.
fn in_shop<'b, 'a>(
    shops: &'b mut Vec<Both<'a>>,
    conditions: &[String],
    packs: &[Pack],
    round: &'a [Pack],
) -> &'b Both<'a> {
    let shop = Shop::default().with(conditions);
    let place = shops.iter().position(|both| both.shop == shop);
    let place = place.unwrap_or_else(|| {
        shops.push(Both::new(packs, round, &shop));
        shops.len() - 1
    });
    &shops[place]
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

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::{Proof, wordings};
    use crate::rule::{Checker, Pack};
    use crate::shop::Shop;

    const FILES: [(&str, &str); 10] = [
        ("compounds", include_str!("../../packs/rules/compounds.toml")),
        ("contact", include_str!("../../packs/rules/contact.toml")),
        ("diversion", include_str!("../../packs/rules/diversion.toml")),
        ("urgency", include_str!("../../packs/rules/urgency.toml")),
        ("manner", include_str!("../../packs/rules/manner.toml")),
        ("money", include_str!("../../packs/rules/money.toml")),
        ("order", include_str!("../../packs/rules/order.toml")),
        ("promise", include_str!("../../packs/rules/promise.toml")),
        ("words", include_str!("../../packs/rules/words.toml")),
        ("advertising", include_str!("../../packs/rules/advertising.toml")),
    ];

    /// A team lead changes one setting: no rewrite of that shop may then be
    /// one that its own rules find.
    #[test]
    fn each_setting_alone_leaves_every_rewrite_clean() {
        let packs: Vec<Pack> =
            FILES.map(|(file, text)| Pack::parse(file, text).0).into_iter().collect();
        let mut told = Vec::new();
        for name in Shop::SETTINGS {
            let is_on = Shop::default().setting(name) == Some(true);
            let shop = Shop::default().with(&[format!("{}{name}", if is_on { "!" } else { "" })]);
            let checker = Checker::new(&packs, &shop).0;
            let mut proof = Proof::default();
            for rule in packs.iter().flat_map(|pack| &pack.rules) {
                for wording in wordings(rule).iter().filter(|wording| wording.is_for(&shop)) {
                    for entry in wording.entries {
                        let found = proof.alone(entry, wording, &checker, |_| true);
                        told.extend(found.iter().map(|told| format!("{name}: {}", told.message())));
                    }
                }
            }
            assert!(proof.rewrites > 0, "{name}");
        }
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}
