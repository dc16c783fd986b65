//! A rule pack as it is written: TOML, read with the line of everything.

use super::finding::{Level, Words};
use super::form::{Fields, Form};
use super::pack::{
    ContextEntry, FindEntry, Otherwise, Over, Pack, Phrase, RewriteEntry, RuleEntry, Sentence,
    View, Where, WhyEntry,
};
use crate::pack::Problem;

pub(super) const LEVELS: &[(&str, Level)] =
    &[("tip", Level::Tip), ("warn", Level::Warn), ("block", Level::Block)];
pub(super) const VIEWS: &[(&str, View)] = &[("pinyin", View::Pinyin), ("sound", View::Sound)];
const PLACES: &[(&str, Where)] = &[
    ("before", Where::Before),
    ("after", Where::After),
    ("clause", Where::Clause),
    ("sentence", Where::Sentence),
    ("draft", Where::Draft),
    ("over", Where::Over),
    ("buyer", Where::Buyer),
];
const OVERS: &[(&str, Over)] = &[
    ("match", Over::Match),
    ("rest", Over::Rest),
    ("clause", Over::Clause),
    ("sentence", Over::Sentence),
];
const RULE: &[&str] = &[
    "id", "level", "why", "why-in", "source", "seed", "quoted", "yields", "unless", "views",
    "allow", "rewrite", "find", "bad", "good", "case",
];
const FIND: &[&str] = &["any", "level", "with", "unless", "shop", "views", "rewrite", "otherwise"];

impl Pack {
    /// Reads a pack. What cannot be read is left out, and all of it is said in
    /// the problems.
    pub fn parse(file: &str, toml: &str) -> (Pack, Vec<Problem>) {
        let toml = toml.strip_prefix('\u{FEFF}').unwrap_or(toml);
        let mut form = Form::new(file, toml);
        let document = form.document();
        let root = form.root(&document, "a pack");
        form.only(
            &root,
            &["pack", "version", "source", "words", "context", "allow", "compounds", "rule"],
        );
        let Phrase { text: name, line } = form.needed(&root, "pack");
        form.needed(&root, "version");
        form.needed(&root, "source");
        let mut words = Vec::new();
        if let Some(table) = form.table(&root, "words") {
            for (name, list) in form.pairs(&table) {
                let list = form.strings("[words]", &name.text, list);
                if list.is_empty() {
                    let message = "are none; write some, or remove the name";
                    form.say(name.line, format!("the words `{}` {message}", name.text));
                }
                words.push((name.text, list));
            }
        }
        let contexts = form.tables(&root, "context", "[[context]]");
        let contexts = contexts.iter().map(|fields| context(&mut form, fields)).collect();
        let allow = form.texts(&root, "allow");
        let compounds = form.texts(&root, "compounds");
        let rules = form.tables(&root, "rule", "[[rule]]");
        let rules = rules.iter().map(|fields| rule(&mut form, fields)).collect();
        let whole = form.whole;
        let file = file.to_owned();
        let pack = Pack { file, whole, name, line, words, contexts, allow, compounds, rules };
        (pack, form.finish())
    }
}

fn context(form: &mut Form<'_>, fields: &Fields<'_>) -> ContextEntry {
    form.only(fields, &["name", "where", "reach", "shop", "find"]);
    if !Form::has(fields, "where") {
        form.missing(fields, "where", "`where = \"clause\"`, or another place");
    }
    ContextEntry {
        name: form.needed(fields, "name").text,
        line: fields.line,
        place: form.choice(fields, "where", PLACES).unwrap_or(Where::Clause),
        reach: form.number(fields, "reach", 500),
        shop: names(form.texts(fields, "shop")),
        phrases: form.texts(fields, "find"),
    }
}

fn rule(form: &mut Form<'_>, fields: &Fields<'_>) -> RuleEntry {
    form.only(fields, RULE);
    let id = form.needed(fields, "id");
    if !Form::has(fields, "level") {
        form.missing(fields, "level", "`level = \"warn\"`, or \"tip\" or \"block\"");
    }
    form.needed(fields, "seed");
    if !Form::has(fields, "find") {
        form.missing(fields, "find", "[[rule.find]] with `any = [\"…\"]`");
    }
    let finds = form.tables(fields, "find", "[[rule.find]]");
    let mut sentences = sentences(form, fields, &id.text, &[]);
    for case in form.tables(fields, "case", "[[rule.case]]") {
        form.only(&case, &["shop", "bad", "good"]);
        let shop = names(form.texts(&case, "shop"));
        if shop.is_empty() {
            form.missing(&case, "shop", "`shop = [\"…\"]`: the shop that these are said in");
        }
        sentences.extend(self::sentences(form, &case, &id.text, &shop));
    }
    RuleEntry {
        line: if id.text.is_empty() { fields.line } else { id.line },
        id: id.text,
        top: fields.line,
        level: form.choice(fields, "level", LEVELS).unwrap_or(Level::Warn),
        why: words(form, fields, "why"),
        why_in: why_in(form, fields),
        source: form.needed(fields, "source").text,
        quoted: form.flag(fields, "quoted").unwrap_or_default(),
        yields: form.flag(fields, "yields").unwrap_or_default(),
        unless: names(form.texts(fields, "unless")),
        views: form.choices(fields, "views", VIEWS),
        allow: form.texts(fields, "allow"),
        rewrite: rewrites(form, fields),
        finds: finds.iter().map(|fields| find(form, fields)).collect(),
        sentences,
    }
}

fn find(form: &mut Form<'_>, fields: &Fields<'_>) -> FindEntry {
    form.only(fields, FIND);
    if !Form::has(fields, "any") {
        form.missing(fields, "any", "`any = [\"…\"]`: the phrases that are found");
    }
    let shop = names(form.texts(fields, "shop"));
    let otherwise = form.table(fields, "otherwise").map(|other| {
        form.only(&other, &["level", "unless", "rewrite"]);
        if shop.is_empty() {
            let message = "`otherwise` is for the shops that `shop` leaves out; write `shop` too";
            form.say(other.line, message);
        }
        Otherwise {
            level: form.choice(&other, "level", LEVELS),
            unless: names(form.texts(&other, "unless")),
            rewrite: rewrites(form, &other),
        }
    });
    FindEntry {
        line: fields.line,
        phrases: form.texts(fields, "any"),
        level: form.choice(fields, "level", LEVELS),
        with: names(form.texts(fields, "with")),
        unless: names(form.texts(fields, "unless")),
        shop,
        views: form.choices(fields, "views", VIEWS),
        rewrite: rewrites(form, fields),
        otherwise,
    }
}

/// What could stand instead, in both scripts.
pub(super) fn rewrites(form: &mut Form<'_>, fields: &Fields<'_>) -> Vec<RewriteEntry> {
    let mut entries = Vec::new();
    for fields in form.tables(fields, "rewrite", "`{ hans = \"…\", hant = \"…\" }`") {
        form.only(&fields, &["hans", "hant", "over"]);
        entries.push(RewriteEntry {
            line: fields.line,
            hans: form.wording(&fields, "hans"),
            hant: form.wording(&fields, "hant"),
            over: form.choice(&fields, "over", OVERS).unwrap_or_default(),
        });
    }
    entries
}

/// The sentences of a rule, or of one of its cases.
pub(super) fn sentences(
    form: &mut Form<'_>,
    fields: &Fields<'_>,
    rule: &str,
    shop: &[String],
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (key, bad) in [("bad", true), ("good", false)] {
        let Some(scripts) = form.table(fields, key) else { continue };
        form.only(&scripts, &["hans", "hant"]);
        for script in ["hans", "hant"] {
            for Phrase { text, line } in form.texts(&scripts, script) {
                let (rule, shop) = (rule.to_owned(), shop.to_vec());
                sentences.push(Sentence { rule, text, bad, line, shop });
            }
        }
    }
    sentences
}

/// The reasons of certain shops.
fn why_in(form: &mut Form<'_>, fields: &Fields<'_>) -> Vec<WhyEntry> {
    let mut entries = Vec::new();
    for fields in form.tables(fields, "why-in", "`{ shop = [\"…\"], hans = \"…\", … }`") {
        form.only(&fields, &["shop", "hans", "hant", "en"]);
        let shop = names(form.texts(&fields, "shop"));
        if shop.is_empty() {
            form.missing(&fields, "shop", "`shop = [\"…\"]`: the shop where this is why");
        }
        let mut word = |key| form.needed(&fields, key).text;
        let words = Words { hans: word("hans"), hant: word("hant"), en: word("en") };
        entries.push(WhyEntry { line: fields.line, shop, words });
    }
    entries
}

/// One sentence in three languages.
fn words(form: &mut Form<'_>, fields: &Fields<'_>, key: &str) -> Words {
    let Some(table) = form.table(fields, key) else {
        if !Form::has(fields, key) {
            form.missing(fields, key, "`why.hans`, `why.hant` and `why.en`");
        }
        return Words::default();
    };
    form.only(&table, &["hans", "hant", "en"]);
    let mut word = |key| form.needed(&table, key).text;
    Words { hans: word("hans"), hant: word("hant"), en: word("en") }
}

fn names(phrases: Vec<Phrase>) -> Vec<String> {
    phrases.into_iter().map(|phrase| phrase.text).collect()
}
