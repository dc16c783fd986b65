//! Drafts with several things wrong: "fix all" says each thing once, and
//! apologises once.

use std::collections::HashMap;

use deti::rule::Context;
use deti::shop::Shop;

use crate::packs::{checker, told};

/// How drafts read when everything in them is settled.
const TABLE: &[(&str, &str)] = &[
    (
        "多半是您换季皮肤敏感,和产品没关系。",
        "太心疼您了，您先别着急，我一定帮您解决,非常抱歉，我马上核实并帮您解决。",
    ),
    (
        "不好意思，灰色的没有了。我们这边没有货到付款",
        "非常抱歉，灰色的没有了。付款页列出的方式都可以用",
    ),
    ("我不清楚\n这个我不清楚，您看看页面", "我马上为您核实\n您看看页面"),
    ("那您当时怎么不当面验货?我帮您看看", "麻烦您再和我说一下情况。我帮您看看"),
];

#[test]
fn each_thing_is_said_once() {
    let checker = checker(&Shop::default());
    for (draft, wanted) in TABLE {
        let settled = checker.rewrite(draft, &Context::default());
        assert_eq!(settled.text, *wanted, "{draft}");
        assert!(settled.left.is_empty(), "{draft}: {}", told(&settled.left));
    }
}

/// How often each clause of four characters and more stands in a text.
fn clauses(text: &str) -> HashMap<&str, usize> {
    let mut clauses = HashMap::new();
    for clause in text.split(|sign| ",;!?，；。！？~～…\n ".contains(sign)) {
        if clause.chars().count() >= 4 {
            *clauses.entry(clause).or_default() += 1;
        }
    }
    clauses
}

fn apologies(text: &str) -> usize {
    ["抱歉", "对不起", "對不起"].iter().map(|word| text.matches(word).count()).sum()
}

/// Two drafts of the corpus as one: the first of them, the one that stands some
/// way below it, and what stands between.
#[test]
fn two_drafts_in_one_are_settled_without_an_echo() {
    let checker = checker(&Shop::default());
    let corpus = include_str!("../corpus/drafts.jsonl");
    let read = |line: &str| -> serde_json::Value { serde_json::from_str(line).unwrap() };
    let texts: Vec<String> =
        corpus.lines().map(|line| read(line)["text"].as_str().unwrap().to_owned()).collect();
    let mut wrong = Vec::new();
    for (place, first) in texts.iter().enumerate().step_by(3) {
        let second = &texts[(place * 7 + 11) % texts.len()];
        let draft = format!("{first}{}{second}", ["，", "。", "\n"][place % 3]);
        let settled = checker.rewrite(&draft, &Context::default());
        let (before, after) = (clauses(&draft), clauses(&settled.text));
        let echo = after.iter().any(|(clause, count)| {
            *count > 1 && count > before.get(clause).unwrap_or(&0) && !draft.contains(clause)
        });
        let sorry = apologies(&settled.text);
        if !settled.left.is_empty() || echo || (sorry > 1 && sorry > apologies(&draft)) {
            wrong.push(format!("{draft}\n    → {}", settled.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
