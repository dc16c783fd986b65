//! Thousands of replies, made of the built-in ones, the same each time.

use deti::reply::{Reply, Wording, parse};

const PACKS: [&str; 3] = [
    include_str!("../../../packs/replies/handbook.toml"),
    include_str!("../../../packs/replies/topic-presale.toml"),
    include_str!("../../../packs/replies/topic-after-sales.toml"),
];

/// What an agent types, letter by letter: a title, its initials, its pinyin, words
/// of a body, a slip, a number, a folder, and what nothing is found by.
pub const TYPED: [&str; 10] = [
    "发票抬头",
    "退货 照片",
    "kfp",
    "kaifapiao",
    "wuliuxinxi",
    "fapaio",
    "七天无礼由",
    "15天 200元",
    "@售后 th",
    "月亮上的人",
];

/// So many replies in both scripts: each has a title of two, and a body of two.
pub fn replies(count: usize) -> Vec<Reply> {
    let built_in: Vec<Reply> = PACKS.iter().flat_map(|pack| parse("", pack).0).collect();
    let joined = |one: &Wording, other: &Wording| Wording {
        hans: format!("{}{}", one.hans, other.hans),
        hant: format!("{}{}", one.hant, other.hant),
    };
    let (first, second) = (0..count, (0..count).map(|place| place.wrapping_mul(31) + place / 97));
    let at = |place: usize| &built_in[place % built_in.len()];
    let made = first.zip(second).map(|(place, other)| {
        let (one, other) = (at(place), at(other));
        Reply {
            id: format!("made-{place}"),
            folder: one.folder.clone(),
            title: joined(&one.title, &other.title),
            abbreviation: format!("{}{}", one.abbreviation, place % 100),
            tags: one.tags.clone(),
            body: joined(&one.body, &other.body),
            ..Reply::default()
        }
    });
    made.collect()
}

/// Every state of what is typed, from the first letter to the last.
pub fn keys() -> Vec<String> {
    let typed = |words: &str| {
        let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.map(|end| words[..end].to_owned()).collect::<Vec<_>>()
    };
    TYPED.iter().flat_map(|words| typed(words)).collect()
}
