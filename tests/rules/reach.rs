//! How far what stands around the words excuses them: in the clause and beside
//! it, not from one end of a long sentence to the other.

use deti::rule::{Checker, Context, Trial};
use deti::shop::Shop;

const PACK: &str = r#"pack = "own"
version = "1"
source = "店规"

[[context]]
name = "beside"
where = "clause"
find = ["预计"]

[[context]]
name = "around"
where = "sentence"
find = ["请放心"]

[[context]]
name = "wide"
where = "sentence"
reach = 40
find = ["以物流为准"]

[[context]]
name = "narrow"
where = "clause"
reach = 2
find = ["大概"]

[[rule]]
id = "no-times"
level = "warn"
why = { hans = "不答应时间。", hant = "不答應時間。", en = "Promise no time." }
source = "店规 1"
seed = "店规 1"
unless = ["beside", "around", "wide", "narrow"]
rewrite = [ { over = "clause", hans = "尽快安排", hant = "儘快安排" } ]
bad.hans = ["今晚送到"]
good.hans = ["预计今晚送到"]
[[rule.find]]
any = ["今晚送到"]
"#;

/// A draft, and whether something there excuses what it says.
const TABLE: &[(&str, bool)] = &[
    ("今晚送到", false),
    ("预计今晚送到", true),
    ("今晚送到，这是预计的", false),
    ("预计您要的那一款加厚的今晚送到", true),
    ("预计您要的那一款加厚的防水的大号的都今晚送到", false),
    ("预计您要的那一款 加厚的 防水的 大号的都今晚送到", false),
    ("请放心，今晚送到", true),
    ("今晚送到，您请放心", true),
    ("请放心，您的订单我看到了，今晚送到", true),
    ("请放心，您的订单我看到了，地址也核对过了，今晚送到", false),
    ("请放心。今晚送到", false),
    ("以物流为准，您的订单我看到了，地址也核对过了，今晚送到", true),
    ("大概今晚送到", true),
    ("大概是的吧今晚送到", false),
];

#[test]
fn an_excuse_reaches_the_clause_and_what_stands_beside_it() {
    let trial = Trial::of([("own.toml", PACK)]);
    assert_eq!(trial.problems, []);
    let (checker, _) = Checker::new(&trial.packs, &Shop::default());
    let wrong: Vec<String> = TABLE
        .iter()
        .filter(|(draft, excused)| checker.check(draft, &Context::default()).is_empty() != *excused)
        .map(|(draft, excused)| format!("{draft}: excused {}", !excused))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
