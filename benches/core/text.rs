//! What the benches read: the built-in packs, generated lists, drafts.

use deti::rule::{Pack, PlainRule};

/// The built-in packs, as they are written.
pub const PACKS: [(&str, &str); 10] = [
    ("words.toml", include_str!("../../packs/rules/words.toml")),
    ("compounds.toml", include_str!("../../packs/rules/compounds.toml")),
    ("contact.toml", include_str!("../../packs/rules/contact.toml")),
    ("money.toml", include_str!("../../packs/rules/money.toml")),
    ("order.toml", include_str!("../../packs/rules/order.toml")),
    ("promise.toml", include_str!("../../packs/rules/promise.toml")),
    ("manner.toml", include_str!("../../packs/rules/manner.toml")),
    ("advertising.toml", include_str!("../../packs/rules/advertising.toml")),
    ("diversion.toml", include_str!("../../packs/rules/diversion.toml")),
    ("urgency.toml", include_str!("../../packs/rules/urgency.toml")),
];

/// The built-in packs, read.
pub fn built_in() -> Vec<Pack> {
    PACKS.iter().map(|(name, text)| Pack::parse(name, text).0).collect()
}

/// So many different phrases of two to six characters, the same each time.
pub fn phrases(count: usize) -> Vec<String> {
    let mut state = count as u64;
    // Knuth's multiplier; the upper bits are good enough for a word list.
    let mut next = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut made = std::collections::BTreeSet::new();
    while made.len() < count {
        let length = 2 + next(5);
        let character = |offset| char::from_u32(0x4E00 + offset as u32).unwrap_or('一');
        made.insert((0..length).map(|_| character(next(3000))).collect::<String>());
    }
    made.into_iter().collect()
}

/// A pack of these phrases.
pub fn list(phrases: &[String]) -> Pack {
    let rule = PlainRule { id: "generated".to_owned(), ..PlainRule::default() };
    Pack::of_phrases("generated", rule, phrases.iter().map(String::as_str))
}

/// Drafts of so many characters.
pub fn drafts(length: usize) -> Vec<String> {
    let corpus = include_str!("../../tests/corpus/drafts.jsonl").lines();
    let texts = corpus.filter_map(|line| {
        let draft: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(format!("{}\n", draft["text"].as_str()?))
    });
    let all: Vec<char> = texts.collect::<String>().chars().collect();
    all.chunks_exact(length).take(200).map(|part| part.iter().collect()).collect()
}
