//! Whatever a reader says and a writer loses has words in every language of the interface.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::collections::BTreeMap;

use deti_formats::{Lost, Says};
use serde_json::Value;

/// The words of each language.
fn languages() -> [(&'static str, BTreeMap<String, Value>); 3] {
    ["zh_CN", "zh_TW", "en"].map(|language| {
        let root = env!("CARGO_MANIFEST_DIR");
        let file = format!("{root}/../extension/_locales/{language}/messages.json");
        let file = std::fs::read_to_string(file).unwrap();
        (language, serde_json::from_str(&file).unwrap())
    })
}

#[test]
fn every_loss_has_words_in_every_language() {
    // What stands behind an apostrophe is not lost, and the panel does not say it.
    let said = Lost::ALL.into_iter().filter(|lost| *lost != Lost::Formula);
    let mut keys: Vec<String> = said
        .map(|lost| format!("loss_{}", serde_json::to_value(lost).unwrap().as_str().unwrap()))
        .chain(["loss_of".to_owned()])
        .collect();
    keys.sort();
    for (language, messages) in languages() {
        let words: Vec<&String> = messages.keys().filter(|key| key.starts_with("loss_")).collect();
        assert_eq!(words, keys.iter().collect::<Vec<_>>(), "{language}");
    }
}

#[test]
fn every_remark_has_words_in_every_language() {
    for (language, mut messages) in languages() {
        for says in Says::ALL {
            let key = says.key();
            let message = messages.remove(&format!("remark_{key}"));
            let message = message.unwrap_or_else(|| panic!("{language} has no words for {key}"));
            let gaps = message["placeholders"].as_object().map_or(0, |names| names.len());
            assert_eq!(gaps, says.english().matches("{}").count(), "{language}: {key}");
        }
        let left: Vec<&String> = messages.keys().filter(|key| key.starts_with("remark_")).collect();
        assert_eq!(left, ["remark_at"], "{language}: nobody says these");
    }
}
