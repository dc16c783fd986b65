//! The rewrites of a rule as they can be offered: for which shop, and with
//! which words in the place of `{1}`.

use super::pack::{RewriteEntry, RuleEntry};
use super::pattern::{Choice, Item, parse};
use crate::shop::Shop;

/// A list of rewrites, the shop they are for, and the phrases whose words they
/// may take over.
pub(super) struct Wording<'a> {
    pub(super) entries: &'a [RewriteEntry],
    shop: &'a [String],
    /// Whether they are for every other shop.
    other: bool,
    pub(super) phrases: Vec<Vec<Item>>,
}

impl Wording<'_> {
    pub(super) fn is_for(&self, shop: &Shop) -> bool {
        let holds = |setting: &String| match setting.strip_prefix('!') {
            Some(name) => shop.setting(name) == Some(false),
            None => shop.setting(setting) == Some(true),
        };
        self.shop.iter().all(holds) != self.other
    }

    /// Settings of a shop that they are for.
    pub(super) fn conditions(&self) -> Vec<String> {
        if !self.other {
            return self.shop.to_vec();
        }
        let opposite = |setting: &String| match setting.strip_prefix('!') {
            Some(name) => name.to_owned(),
            None => format!("!{setting}"),
        };
        self.shop.iter().take(1).map(opposite).collect()
    }
}

/// All rewrites of a rule: those of each find, or the rule's where it has none.
pub(super) fn wordings(rule: &RuleEntry) -> Vec<Wording<'_>> {
    let mut all = Vec::new();
    for find in &rule.finds {
        let parsed = find.phrases.iter().filter_map(|phrase| parse(&phrase.text).ok());
        let phrases: Vec<Vec<Item>> = parsed.collect();
        let entries = own_or(&find.rewrite, &rule.rewrite);
        if let Some(other) = &find.otherwise {
            let entries = own_or(&other.rewrite, entries);
            let phrases = phrases.clone();
            all.push(Wording { entries, shop: &find.shop, other: true, phrases });
        }
        all.push(Wording { entries, shop: &find.shop, other: false, phrases });
    }
    // Without a group to fill, one look at a list is enough for a shop.
    let plain = |wording: &Wording<'_>| {
        !wording.entries.iter().any(|entry| entry.hans.contains('{') || entry.hant.contains('{'))
    };
    let mut seen = Vec::new();
    all.retain(|wording| {
        let key = (wording.entries.as_ptr(), wording.shop, wording.other);
        let new = !plain(wording) || !seen.contains(&key);
        seen.push(key);
        new
    });
    all
}

fn own_or<'a>(own: &'a [RewriteEntry], other: &'a [RewriteEntry]) -> &'a [RewriteEntry] {
    if own.is_empty() { other } else { own }
}

/// A rewrite's words, with each word that a group may have taken in its place.
pub(super) fn filled(template: &str, phrases: &[Vec<Item>]) -> Vec<String> {
    let number = |inside: &str| inside.chars().next().and_then(|digit| digit.to_digit(10));
    let Some(number) = template.split_once('{').and_then(|(_, inside)| number(inside)) else {
        return if template.trim().is_empty() { Vec::new() } else { vec![template.to_owned()] };
    };
    if number == 0 {
        // What is kept of a draft is checked with the draft.
        return Vec::new();
    }
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
