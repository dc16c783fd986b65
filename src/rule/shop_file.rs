//! A shop's file as it is written: settings, and under `[rule.ID]` what is
//! changed in a rule.

use super::finding::Level;
use super::form::{Fields, Form};
use super::overlay::{Change, NewLevel, Overlay, RuleChange, What};
use super::pack::{FindEntry, Phrase};
use super::read::{LEVELS, VIEWS, rewrites, sentences};
use crate::pack::Problem;
use crate::shop::Shop;

/// The settings that are no yes or no.
const VALUES: &[&str] = &["own-links", "telephones", "ship-within-hours", "refund-within-hours"];
/// What can be changed in a rule.
const RULE: &[&str] = &["level", "find", "views", "allow", "rewrite", "replace", "bad", "good"];

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
