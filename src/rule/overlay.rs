//! A shop's own file: what is true of the shop, and what it changes in the
//! rules without touching their packs. `shop_file` reads it.

use serde::Serialize;

use super::finding::Level;
use super::nearest::hint;
use super::pack::{FindEntry, Otherwise, Pack, Phrase, RewriteEntry, RuleEntry, Sentence};
use super::read::LEVELS;
use crate::pack::Problem;
use crate::shop::Shop;

/// Something that a shop has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The rule's slug; none if it is a setting of the profile.
    pub rule: Option<String>,
    /// What was changed.
    pub what: What,
    /// What it was; empty if it was not there.
    pub before: String,
    /// What it is now; empty if it is gone.
    pub after: String,
    /// The line of the shop's file.
    pub line: usize,
}

/// What can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A setting of the profile.
    Setting,
    /// A rule's level, or whether it is there.
    Level,
    /// A phrase that is found.
    Phrase,
    /// A phrase that is allowed.
    Exception,
    /// What could stand instead.
    Rewrite,
}

/// A shop's file as it was read.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    pub(super) file: String,
    pub(super) shop: Shop,
    pub(super) settings: Vec<Change>,
    pub(super) rules: Vec<RuleChange>,
}

/// What is changed in one rule.
#[derive(Debug, Clone)]
pub(super) struct RuleChange {
    pub(super) id: Phrase,
    pub(super) level: Option<NewLevel>,
    pub(super) find: FindEntry,
    pub(super) allow: Vec<Phrase>,
    pub(super) rewrite: Vec<RewriteEntry>,
    pub(super) replace: bool,
    pub(super) sentences: Vec<Sentence>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NewLevel {
    Off,
    On(Level, usize),
}

impl Overlay {
    /// The shop's profile.
    pub fn shop(&self) -> &Shop {
        &self.shop
    }

    /// The packs as the shop has them, everything that is changed, and what
    /// could not be.
    pub fn apply(&self, packs: &[Pack]) -> (Vec<Pack>, Vec<Change>, Vec<Problem>) {
        let mut packs = packs.to_vec();
        let mut changes = self.settings.clone();
        let mut problems = Vec::new();
        for change in &self.rules {
            let pack = packs.iter().position(|pack| pack.rules().any(|id| id == change.id.text));
            let Some(pack) = pack.and_then(|place| packs.get_mut(place)) else {
                let known = packs.iter().flat_map(Pack::rules);
                let message = format!(
                    "no rule is called `{}`{}",
                    change.id.text,
                    hint(&change.id.text, known)
                );
                problems.push(Problem { file: self.file.clone(), line: change.id.line, message });
                continue;
            };
            for rule in pack.rules.iter_mut().filter(|rule| rule.id == change.id.text) {
                if let Some(NewLevel::On(level, line)) = change.level
                    && level == rule.level
                {
                    let message = "already; leave the line out";
                    let message =
                        format!("the level of `{}` is `{}` {message}", rule.id, named(level));
                    problems.push(Problem { file: self.file.clone(), line, message });
                }
                change.apply(rule, &mut changes);
            }
            if change.level == Some(NewLevel::Off) {
                pack.rules.retain(|rule| rule.id != change.id.text);
            }
        }
        (packs, changes, problems)
    }

    /// The line that changes a rule; 0 if none does.
    pub(super) fn line_of(&self, rule: &str) -> usize {
        let change = self.rules.iter().find(|change| change.id.text == rule);
        change.map_or(0, |change| change.id.line)
    }
}

impl RuleChange {
    fn apply(&self, rule: &mut RuleEntry, changes: &mut Vec<Change>) {
        let mut note = |what, before: String, after: String, line| {
            let rule = Some(rule.id.clone());
            changes.push(Change { rule, what, before, after, line });
        };
        match self.level {
            Some(NewLevel::Off) => {
                note(What::Level, named(rule.level), "off".to_owned(), self.id.line);
                return;
            }
            Some(NewLevel::On(level, line)) if level != rule.level => {
                note(What::Level, named(rule.level), named(level), line);
            }
            _ => {}
        }
        for phrase in &self.find.phrases {
            note(What::Phrase, String::new(), phrase.text.clone(), phrase.line);
        }
        for phrase in &self.allow {
            note(What::Exception, String::new(), phrase.text.clone(), phrase.line);
        }
        if self.replace {
            for gone in &rule.rewrite {
                note(What::Rewrite, gone.hans.clone(), String::new(), self.id.line);
            }
        }
        for entry in &self.rewrite {
            note(What::Rewrite, String::new(), entry.hans.clone(), entry.line);
        }
        if let Some(NewLevel::On(level, _)) = self.level {
            rule.level = level;
            for find in &mut rule.finds {
                // What the pack holds to be milder stays so.
                let cap = |own: Option<Level>| own.map(|own| own.min(level));
                find.level = cap(find.level);
                if let Some(other) = &mut find.otherwise {
                    other.level = cap(other.level);
                }
            }
        }
        if !self.rewrite.is_empty() {
            self.reword(rule);
        }
        rule.allow.extend(self.allow.iter().cloned());
        if !self.find.phrases.is_empty() {
            rule.finds.push(self.find.clone());
        }
    }

    fn reword(&self, rule: &mut RuleEntry) {
        let put = |entries: &mut Vec<RewriteEntry>| {
            if self.replace {
                entries.clear();
            }
            entries.splice(..0, self.rewrite.iter().cloned());
        };
        put(&mut rule.rewrite);
        let finds = rule.finds.iter_mut();
        for FindEntry { rewrite, otherwise, .. } in finds {
            let other = otherwise.iter_mut().map(|Otherwise { rewrite, .. }| rewrite);
            other.chain([rewrite]).filter(|entries| !entries.is_empty()).for_each(put);
        }
    }
}

fn named(level: Level) -> String {
    let name = LEVELS.iter().find(|(_, known)| *known == level);
    name.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}
