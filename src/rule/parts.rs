//! What speaks against the parts of a rule: its phrases, the views that they
//! ask for, and its rewrites.

use super::class;
use super::nearest::hint;
use super::pack::{Phrase, RewriteEntry, View};
use super::pattern::{Choice, Item, parse};
use super::refuse::Refusal;
use crate::text::{fold_phrase, is_simplified_only, is_traditional_only, sound};

impl Refusal<'_> {
    /// A phrase that can be read and whose names are known; what is not is said.
    pub(super) fn phrase(&mut self, phrase: &Phrase) -> Option<Vec<Item>> {
        let items = match parse(&phrase.text) {
            Ok(items) => items,
            Err(message) => {
                self.say(phrase.line, message);
                return None;
            }
        };
        let mut whole = true;
        for choice in choices(&items) {
            let wrong = match choice {
                Choice::Literal(text) if fold_phrase(text).is_empty() => {
                    format!(
                        "`{text}` in `{}` is only signs, which are not read, and can never match; write words",
                        phrase.text
                    )
                }
                Choice::Named(name) if !self.is_named(name) => {
                    let known = self.words.keys().copied().chain(class::NAMES);
                    let hint = hint(name, known);
                    let hint = if hint.is_empty() {
                        "; write them under [words]".to_owned()
                    } else {
                        hint
                    };
                    format!("no words are called `{name}`{hint}")
                }
                _ => continue,
            };
            self.say(phrase.line, wrong);
            whole = false;
        }
        let says = |choice: &Choice| match choice {
            Choice::Literal(text) => fold_phrase(text).chars().any(char::is_alphanumeric),
            Choice::Named(_) => true,
        };
        if whole && !choices(&items).any(says) {
            let message = "is only signs, which stand everywhere; write words";
            self.say(phrase.line, format!("`{}` {message}", phrase.text.escape_debug()));
            whole = false;
        }
        if matches!(items.last(), Some(Item::Gap { .. })) {
            let message = "ends with a gap, which reaches for nothing; end with a word";
            self.say(phrase.line, format!("`{}` {message}", phrase.text));
            whole = false;
        }
        let first = items.iter().find(|item| !matches!(item, Item::Edge(_)));
        if matches!(first, Some(Item::Gap { .. })) {
            let message = "begins with a gap, which reaches for nothing; begin with a word";
            self.say(phrase.line, format!("`{}` {message}", phrase.text));
            whole = false;
        }
        whole.then_some(items)
    }

    fn is_named(&self, name: &str) -> bool {
        self.words.contains_key(name) || class::NAMES.contains(&name)
    }

    /// Views that could not find anything that is not found without them.
    pub(super) fn views(&mut self, line: usize, views: &[View], phrases: &[Vec<Item>]) {
        if views.is_empty() || phrases.is_empty() {
            return;
        }
        let has = |view| views.contains(&view);
        if views.len() > 1 {
            let what = if has(View::Pinyin) && has(View::Sound) {
                "`sound` hears what is spelled in pinyin too; leave `pinyin` out"
            } else {
                "a view is named twice; name it once"
            };
            return self.say(line, what.to_owned());
        }
        // A single character is never taken for its sound, and a word of two
        // only where it is spelled.
        let long = phrases.iter().map(|items| self.sounded(items, 0)).max().unwrap_or_default();
        if long < 2 {
            let message = "no word here has two characters with a sound; leave `views` out";
            self.say(line, message.to_owned());
        } else if long < 3 && has(View::Sound) {
            let message = "words of two characters are only heard as pinyin; write \"pinyin\"";
            self.say(line, message.to_owned());
        }
    }

    /// The length of the longest word that has a character with a sound.
    fn sounded(&self, items: &[Item], depth: usize) -> usize {
        let long = |choice: &Choice| match choice {
            Choice::Literal(text) => {
                let text = fold_phrase(text);
                let heard = text.chars().any(|form| sound(form) != form);
                if heard { text.chars().count() } else { 0 }
            }
            Choice::Named(name) if depth < 4 => {
                let list = self.words.get(name.as_str()).copied().unwrap_or_default();
                let words = list.iter().filter_map(|word| parse(&word.text).ok());
                words.map(|items| self.sounded(&items, depth + 1)).max().unwrap_or_default()
            }
            Choice::Named(_) => 0,
        };
        choices(items).map(long).max().unwrap_or_default()
    }

    /// Rewrites of these phrases: their script, and what they take over.
    pub(super) fn rewrites(&mut self, entries: &[RewriteEntry], phrases: &[Vec<Item>]) {
        for entry in entries {
            if entry.hans.trim().is_empty() != entry.hant.trim().is_empty() {
                let message = "a rewrite is written in both scripts, or in both leaves words out";
                self.say(entry.line, message.to_owned());
            }
            if let Some(sign) = entry.hans.chars().find(|sign| is_traditional_only(*sign)) {
                self.say(
                    entry.line,
                    format!("`hans` is simplified, but `{}` has `{sign}`", entry.hans),
                );
            }
            if let Some(sign) = entry.hant.chars().find(|sign| is_simplified_only(*sign)) {
                self.say(
                    entry.line,
                    format!("`hant` is traditional, but `{}` has `{sign}`", entry.hant),
                );
            }
        }
        self.groups(entries, phrases);
    }

    /// `{1}` is what the first group of a phrase took: each phrase must have one.
    pub(super) fn groups(&mut self, entries: &[RewriteEntry], phrases: &[Vec<Item>]) {
        let fewest =
            phrases.iter().map(|items| items.iter().filter(|item| is_group(item)).count()).min();
        let Some(fewest) = fewest else { return };
        for entry in entries {
            for template in [&entry.hans, &entry.hant] {
                for inside in template.split('{').skip(1) {
                    let name = inside.split('}').next().unwrap_or_default();
                    let number: Option<usize> = name.parse().ok();
                    if number.is_none_or(|number| number > fewest) {
                        let message = format!(
                            "a phrase of it has {fewest} groups `( )`, counted from 1; `{{0}}` is all that is replaced"
                        );
                        self.say(
                            entry.line,
                            format!("`{{{name}}}` in `{template}` stands for nothing: {message}"),
                        );
                    }
                }
            }
        }
    }
}

/// What can stand in the places of a phrase.
fn choices(items: &[Item]) -> impl Iterator<Item = &Choice> {
    items.iter().flat_map(|item| match item {
        Item::Any { choices, .. } => choices.as_slice(),
        _ => &[],
    })
}

/// Whether what stands there is kept for a rewrite.
fn is_group(item: &Item) -> bool {
    match item {
        Item::Any { choices, optional } => {
            *optional || !matches!(choices.as_slice(), [Choice::Literal(_)])
        }
        _ => false,
    }
}
