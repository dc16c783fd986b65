//! Every verdict on the corpus, in a file: a change of any of them is seen.
//!
//! `UPDATE_EXPECT=1 cargo test --test rules` writes the file anew.

use std::fmt::Write as _;

use deti::rule::Context;
use deti::shop::Shop;
use expect_test::expect_file;
use serde_json::Value;

use crate::packs::checker;

#[test]
fn the_corpus_reads_as_it_did() {
    let checker = checker(&Shop::default());
    let mut text = String::new();
    for line in include_str!("../corpus/drafts.jsonl").lines() {
        let draft: Value = serde_json::from_str(line).expect("a draft is JSON");
        let words = draft["text"].as_str().expect("a draft has a text");
        let _ = write!(text, "{}", draft["id"].as_str().unwrap_or_default());
        for finding in checker.check(words, &Context::default()) {
            let _ = write!(text, " {}@{}-{}", finding.rule, finding.start, finding.end);
        }
        text.push('\n');
    }
    expect_file!["../golden/drafts.txt"].assert_eq(&text);
}
