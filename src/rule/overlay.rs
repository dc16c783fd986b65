//! A shop's own file: what is true of the shop, and what it changes in the
//! rules without touching their packs.

use serde::Serialize;

use super::finding::Level;
use super::form::{Fields, Form};
use super::nearest::hint;
use super::pack::{FindEntry, Otherwise, Pack, Phrase, RewriteEntry, RuleEntry, Sentence};
use super::read::{LEVELS, VIEWS, rewrites, sentences};
use crate::pack::Problem;
use crate::shop::Shop;

/// The settings that are no yes or no.
const VALUES: &[&str] = &["own-links", "telephones", "ship-within-hours", "refund-within-hours"];
/// What can be changed in a rule.
const RULE: &[&str] = &["level", "find", "views", "allow", "rewrite", "replace", "bad", "good"];

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
    shop: Shop,
    settings: Vec<Change>,
    pub(super) rules: Vec<RuleChange>,
}

/// What is changed in one rule.
#[derive(Debug, Clone)]
pub(super) struct RuleChange {
    pub(super) id: Phrase,
    level: Option<NewLevel>,
    pub(super) find: FindEntry,
    pub(super) allow: Vec<Phrase>,
    pub(super) rewrite: Vec<RewriteEntry>,
    replace: bool,
    pub(super) sentences: Vec<Sentence>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NewLevel {
    Off,
    On(Level, usize),
}

impl Overlay {
    /// Reads a shop's file. What cannot be read is left out and said.
    pub fn parse(file: &str, toml: &str) -> (Overlay, Vec<Problem>) {
        let toml = toml.strip_prefix('\u{FEFF}').unwrap_or(toml);
        let mut form = Form::new(file, toml);
        let document = form.document();
        let root = form.root(&document, "a shop file");
        let mut known: Vec<&str> = Shop::SETTINGS.to_vec();
        known.extend(VALUES);
        known.push("rule");
        form.only(&root, &known);
        let shop = profile(&mut form, &root);
        let before = Shop::default();
        let mut settings = Vec::new();
        for name in Shop::SETTINGS.iter().chain(VALUES) {
            let (before, after) = (told(&before, name), told(&shop, name));
            if before != after {
                let line = form.line_of(&root, name);
                settings.push(Change { rule: None, what: What::Setting, before, after, line });
            }
        }
        let mut rules = Vec::new();
        if let Some(table) = form.table(&root, "rule") {
            for (id, value) in form.pairs(&table) {
                match form.as_table(value, format!("[rule.{}]", id.text)) {
                    Some(fields) => rules.push(rule(&mut form, id, &fields)),
                    None => {
                        form.say(id.line, format!("write [rule.{}] and its lines below", id.text))
                    }
                }
            }
        }
        rules.sort_by_key(|change| change.id.line);
        settings.sort_by_key(|change| change.line);
        (Overlay { file: file.to_owned(), shop, settings, rules }, form.finish())
    }

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

fn profile(form: &mut Form<'_>, root: &Fields<'_>) -> Shop {
    let mut shop = Shop::default();
    for name in Shop::SETTINGS {
        if let Some(value) = form.flag(root, name) {
            shop.set(name, value);
        }
    }
    let texts = |list: Vec<Phrase>| list.into_iter().map(|phrase| phrase.text).collect();
    if Form::has(root, "own-links") {
        let links = form.texts(root, "own-links");
        for link in links.iter().filter(|link| link.text.contains("://")) {
            let bare = link.text.split("://").nth(1).unwrap_or_default();
            form.say(link.line, format!("`{}` is written without its scheme: `{bare}`", link.text));
        }
        shop.own_links = texts(links);
    }
    let telephones = form.texts(root, "telephones");
    for number in &telephones {
        let digits = number.text.chars().filter(char::is_ascii_digit).count();
        let plain = number.text.chars().all(|sign| sign.is_ascii_digit() || " -+()".contains(sign));
        if !(5..=15).contains(&digits) || !plain {
            let message = "is no telephone number; write its digits: `400-820-6677`";
            form.say(number.line, format!("`{}` {message}", number.text));
        }
    }
    shop.telephones = texts(telephones);
    shop.ship_within_hours = form.number(root, "ship-within-hours", 8760);
    shop.refund_within_hours = form.number(root, "refund-within-hours", 8760);
    shop
}

fn rule(form: &mut Form<'_>, id: Phrase, fields: &Fields<'_>) -> RuleChange {
    form.only(fields, RULE);
    let levels = LEVELS.iter().map(|(name, level)| (*name, Some(*level)));
    let levels: Vec<(&str, Option<Level>)> = levels.chain([("off", None)]).collect();
    let line = form.line_of(fields, "level");
    let level = form.choice(fields, "level", &levels).map(|level| match level {
        Some(level) => NewLevel::On(level, line),
        None => NewLevel::Off,
    });
    let change = RuleChange {
        find: FindEntry {
            line: form.line_of(fields, "find"),
            phrases: form.texts(fields, "find"),
            views: form.choices(fields, "views", VIEWS),
            ..FindEntry::default()
        },
        level,
        allow: form.texts(fields, "allow"),
        rewrite: rewrites(form, fields),
        replace: form.flag(fields, "replace").unwrap_or_default(),
        sentences: sentences(form, fields, &id.text, &[]),
        id,
    };
    let line = change.id.line;
    let shown = |bad| change.sentences.iter().any(|sentence| sentence.bad == bad);
    let (finds, allows) = (!change.find.phrases.is_empty(), !change.allow.is_empty());
    if finds && !shown(true) {
        form.say(
            line,
            "no sentence shows what the new phrases find; write `bad.hans` or `bad.hant`",
        );
    }
    if allows && !shown(false) {
        form.say(
            line,
            "no sentence shows what the exceptions allow; write `good.hans` or `good.hant`",
        );
    }
    let levelled = Form::has(fields, "level");
    if !levelled && !finds && !allows && change.rewrite.is_empty() {
        let message = "changes nothing; write `level`, `find`, `allow` or `rewrite`";
        form.say(line, format!("[rule.{}] {message}", change.id.text));
    }
    if change.replace && change.rewrite.is_empty() {
        form.say(line, "`replace` puts nothing in the place of the rewrites; write `rewrite` too");
    }
    change
}

/// A setting with its value, as a shop file has it.
fn told(shop: &Shop, name: &str) -> String {
    let list = |list: &[String]| format!("{list:?}");
    let hours =
        |hours: Option<u16>| hours.map_or_else(|| "none".to_owned(), |hours| hours.to_string());
    let value = match name {
        "own-links" => list(&shop.own_links),
        "telephones" => list(&shop.telephones),
        "ship-within-hours" => hours(shop.ship_within_hours),
        "refund-within-hours" => hours(shop.refund_within_hours),
        _ => shop.setting(name).unwrap_or_default().to_string(),
    };
    format!("{name} = {value}")
}

fn named(level: Level) -> String {
    let name = LEVELS.iter().find(|(_, known)| *known == level);
    name.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}
