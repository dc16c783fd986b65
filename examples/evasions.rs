//! How many evasions of labelled words the check sees through.
//!
//! ```text
//! cargo run --release --example evasions -- tests/corpus/drafts.jsonl [--list KIND]
//! ```
//!
//! Takes the words of every label that the check finds, writes them in every
//! way that people write around a word, and prints for each way how many are
//! still found: blocks, warnings, tips. `--list` names those of one way that
//! are not.
#![allow(clippy::print_stdout, reason = "a program that prints")]

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use deti::rule::{Checker, Context, Finding, Level};
use deti::shop::Shop;
use serde::Deserialize;

/// A labelled draft.
#[derive(Debug, Deserialize)]
struct Draft {
    id: String,
    text: String,
    labels: Vec<Label>,
    #[serde(default)]
    note: String,
}

/// One label of a draft.
#[derive(Debug, Deserialize)]
struct Label {
    rule: String,
    span: String,
    severity: Level,
}

/// What characters can be written as.
struct Tables {
    spelled: HashMap<char, String>,
    alike: HashMap<char, Vec<char>>,
    hant: HashMap<char, char>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (checker, tables) = (checker(root)?, tables(root)?);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let listed = arguments.iter().position(|argument| argument == "--list");
    let listed = listed.and_then(|place| arguments.get(place + 1));
    let mut counts: BTreeMap<(&str, Level), (usize, usize)> = BTreeMap::new();
    for file in arguments.iter().take_while(|argument| *argument != "--list") {
        for line in std::fs::read_to_string(root.join(file))?.lines() {
            let draft: Draft = serde_json::from_str(line)?;
            if draft.note.contains("CONTESTED") || draft.note.contains("evasive") {
                continue;
            }
            for label in &draft.labels {
                let Some((before, _)) = draft.text.split_once(label.span.as_str()) else {
                    continue;
                };
                let whole = checker.check(&draft.text, &Context::default());
                let start = before.encode_utf16().count() as u32;
                let end = start + label.span.encode_utf16().count() as u32;
                for finding in whole.iter().filter(|finding| {
                    finding.rule == label.rule && finding.start < end && finding.end > start
                }) {
                    let units: Vec<u16> = draft.text.encode_utf16().collect();
                    let cut =
                        |range: std::ops::Range<usize>| String::from_utf16_lossy(&units[range]);
                    let before = cut(0..finding.start as usize);
                    let after = cut(finding.end as usize..units.len());
                    for (kind, written) in evasions(&finding.found, &tables) {
                        let count = counts.entry((kind, label.severity)).or_default();
                        count.0 += 1;
                        if found(&checker, label, &before, &written, &after) {
                            count.1 += 1;
                        } else if listed.is_some_and(|listed| listed == kind) {
                            println!(
                                "{} {} {:?} {:?}",
                                draft.id, label.rule, finding.found, written
                            );
                        }
                    }
                }
            }
        }
    }
    let kinds: std::collections::BTreeSet<&str> = counts.keys().map(|(kind, _)| *kind).collect();
    for kind in kinds {
        print!("{kind:<26}");
        for level in [Level::Block, Level::Warn, Level::Tip] {
            let (all, found) = counts.get(&(kind, level)).copied().unwrap_or_default();
            print!(" {found:>5}/{all:<5}{:5.1} %", 100.0 * found as f64 / all.max(1) as f64);
        }
        println!();
    }
    Ok(())
}

/// Whether a finding of the label's rule, or of any rule as grave, touches its words.
fn found(checker: &Checker, label: &Label, before: &str, span: &str, after: &str) -> bool {
    let start = before.encode_utf16().count() as u32;
    let end = start + span.encode_utf16().count() as u32;
    let findings = checker.check(&format!("{before}{span}{after}"), &Context::default());
    let is_it = |finding: &Finding| {
        finding.start < end
            && finding.end > start
            && (finding.rule == label.rule || finding.level == Level::Block)
    };
    findings.iter().any(is_it)
}

fn checker(root: &Path) -> Result<Checker, Box<dyn std::error::Error>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(root.join("packs/rules"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "toml") {
            texts.push((path.display().to_string(), std::fs::read_to_string(path)?));
        }
    }
    texts.sort();
    let packs: Vec<_> =
        texts.iter().map(|(name, text)| deti::rule::Pack::parse(name, text).0).collect();
    Ok(Checker::new(&packs, &Shop::default()).0)
}

fn tables(root: &Path) -> Result<Tables, Box<dyn std::error::Error>> {
    let (mut spelled, mut alike, mut hant) = (HashMap::new(), HashMap::new(), HashMap::new());
    for line in std::fs::read_to_string(root.join("src/text/syllables.txt"))?.lines() {
        if let Some((syllable, characters)) = line.split_once(' ') {
            let common = characters.split(' ').next().unwrap_or_default();
            let characters: Vec<char> = common.chars().collect();
            for character in &characters {
                spelled.insert(*character, syllable.to_owned());
                alike.insert(*character, characters.clone());
            }
        }
    }
    let text = std::fs::read_to_string(root.join("src/text/simplified.txt"))?;
    let pairs: Vec<char> = text.lines().next().unwrap_or_default().chars().collect();
    for pair in pairs.chunks_exact(2) {
        hant.entry(pair[1]).or_insert(pair[0]);
    }
    Ok(Tables { spelled, alike, hant })
}

/// The words with a sign between all of their characters.
fn between(span: &str, sign: &str) -> String {
    let mut out = String::new();
    let characters: Vec<char> = span.chars().collect();
    for (place, character) in characters.iter().enumerate() {
        out.push(*character);
        let next = characters.get(place + 1);
        if character.is_alphanumeric() && next.is_some_and(|next| next.is_alphanumeric()) {
            out.push_str(sign);
        }
    }
    out
}

fn each(span: &str, form: impl Fn(char) -> Option<String>) -> String {
    span.chars().map(|character| form(character).unwrap_or_else(|| character.to_string())).collect()
}

/// The words with one character spelled, once for each that has a sound.
fn one(span: &str, tables: &Tables, form: impl Fn(&str) -> String) -> Vec<String> {
    let characters: Vec<char> = span.chars().collect();
    let simple: Vec<char> = deti::text::simplify(span).chars().collect();
    let mut out = Vec::new();
    for (place, character) in simple.iter().enumerate() {
        if let Some(syllable) = tables.spelled.get(character) {
            let mut written: String = characters[..place].iter().collect();
            written.push_str(&form(syllable));
            written.extend(&characters[place + 1..]);
            out.push(written);
        }
    }
    out
}

fn toned(syllable: &str) -> String {
    let marks = [('a', 'ǎ'), ('e', 'è'), ('o', 'ó'), ('i', 'ī'), ('u', 'ù')];
    let mark = marks.iter().find(|(plain, _)| syllable.contains(*plain));
    mark.map_or(syllable.to_owned(), |(plain, marked)| {
        syllable.replacen(*plain, &marked.to_string(), 1)
    })
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '!'..='~' => char::from_u32(sign as u32 + 0xFEE0).unwrap_or(sign),
            _ => sign,
        })
        .collect()
}

fn evasions(span: &str, tables: &Tables) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    for (kind, sign) in [
        ("invisible: zwsp", "\u{200B}"),
        ("invisible: bidi", "\u{202E}"),
        ("between: space", " "),
        ("between: two spaces", "  "),
        ("between: dot", "."),
        ("between: middle dot", "·"),
        ("between: hyphen", "-"),
        ("between: asterisk", "*"),
        ("between: bar", "|"),
        ("between: slash", "/"),
        ("between: wave", "～"),
        ("between: picture", "😀"),
        ("between: star", "⭐"),
        ("between: black star", "★"),
        ("between: plus", "+"),
        ("between: newline", "\n"),
        ("between: katakana mark", "ヽ"),
        ("between: dot stroke", "丶"),
        ("between: space dot", " . "),
    ] {
        out.push((kind, between(span, sign)));
    }
    out.push(("width", wide(span)));
    let simple = deti::text::simplify(span);
    out.push(("script: other", each(&simple, |c| tables.hant.get(&c).map(char::to_string))));
    let mut turn = 0;
    let mixed: String = simple
        .chars()
        .map(|c| {
            turn += 1;
            if turn % 2 == 0 { tables.hant.get(&c).copied().unwrap_or(c) } else { c }
        })
        .collect();
    out.push(("script: mixed", mixed));
    out.push(("doubled", each(span, |c| c.is_alphabetic().then(|| format!("{c}{c}")))));
    out.push(("pinyin: all", each(&simple, |c| tables.spelled.get(&c).cloned())));
    out.push((
        "pinyin: all with spaces",
        each(&simple, |c| tables.spelled.get(&c).map(|s| format!(" {s} "))),
    ));
    for written in one(span, tables, str::to_owned) {
        out.push(("one pinyin", written));
    }
    for written in one(span, tables, toned) {
        out.push(("one pinyin: tone", written));
    }
    for written in one(span, tables, |s| format!(" {s} ")) {
        out.push(("one pinyin: spaces", written));
    }
    for written in one(span, tables, |s| wide(&s.to_uppercase())) {
        out.push(("one pinyin: wide", written));
    }
    for written in one(span, tables, |s| between(s, " ")) {
        out.push(("one pinyin: pieces", written));
    }
    let characters: Vec<char> = span.chars().collect();
    for (place, character) in simple.chars().enumerate() {
        let Some(alike) = tables.alike.get(&character) else { continue };
        if let Some(other) = alike.iter().find(|other| **other != character) {
            let mut written = characters.clone();
            written[place] = *other;
            out.push(("one homophone", written.iter().collect()));
        }
    }
    let digits: Vec<char> = "〇一二三四五六七八九".chars().collect();
    if span.chars().filter(char::is_ascii_digit).count() > 4 {
        let digit = |c: char| c.to_digit(10).map(|d| d as usize);
        out.push(("digits: characters", each(span, |c| digit(c).map(|d| digits[d].to_string()))));
        out.push((
            "digits: circled",
            each(span, |c| digit(c).and_then(|d| "⓪①②③④⑤⑥⑦⑧⑨".chars().nth(d)).map(String::from)),
        ));
        out.push((
            "digits: keycaps",
            each(span, |c| digit(c).map(|_| format!("{c}\u{FE0F}\u{20E3}"))),
        ));
    }
    for (whole, halves) in [
        ('你', "亻尔"),
        ('信', "亻言"),
        ('好', "女子"),
        ('转', "车专"),
        ('群', "君羊"),
        ('加', "力口"),
        ('付', "亻寸"),
        ('红', "纟工"),
        ('账', "贝长"),
        ('做', "亻故"),
        ('扣', "扌口"),
        ('脑', "月㐫"),
        ('残', "歹戋"),
        ('票', "西示"),
        ('评', "讠平"),
        ('货', "化贝"),
        ('钱', "钅戋"),
        ('请', "讠青"),
        ('给', "纟合"),
        ('删', "册刂"),
        ('诉', "讠斥"),
        ('银', "钅艮"),
        ('行', "彳亍"),
        ('垃', "土立"),
        ('圾', "土及"),
        ('骗', "马扁"),
        ('滚', "氵衮"),
        ('妈', "女马"),
        ('假', "亻叚"),
        ('傻', "亻夋"),
        ('退', "艮辶"),
        ('现', "王见"),
        ('邮', "由阝"),
    ] {
        if simple.contains(whole) {
            out.push(("split", simple.replace(whole, halves)));
        }
    }
    for (letter, other) in [('o', "о"), ('e', "е"), ('x', "х"), ('c', "с"), ('i', "і")] {
        if span.contains(letter) {
            out.push(("latin", span.replace(letter, other)));
        }
    }
    out
}
