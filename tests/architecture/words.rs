//! The words of the interface: the same keys in every language, none empty.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::json;

const LANGUAGES: &[&str] = &["zh_CN", "zh_TW", "en"];

type Messages = BTreeMap<String, Value>;

fn messages(language: &str) -> Messages {
    let file = json(&format!("extension/_locales/{language}/messages.json"));
    file.as_object().unwrap().clone().into_iter().collect()
}

#[test]
fn every_language_has_the_same_keys() {
    let first = messages(LANGUAGES[0]);
    for language in &LANGUAGES[1..] {
        let other = messages(language);
        let missing: Vec<_> = first.keys().filter(|key| !other.contains_key(*key)).collect();
        let more: Vec<_> = other.keys().filter(|key| !first.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(more.is_empty(), "{} lacks {more:?}", LANGUAGES[0]);
    }
}

#[test]
fn every_message_says_something_and_takes_the_same_values() {
    for language in LANGUAGES {
        for (key, message) in messages(language) {
            let text = message["message"].as_str().unwrap_or_default();
            assert!(!text.trim().is_empty(), "{language}: {key} is empty");
            assert!(!text.contains(['!', '！']), "{language}: {key} exclaims");
            let first = &messages(LANGUAGES[0])[&key];
            assert_eq!(placeholders(&message), placeholders(first), "{language}: {key}");
        }
    }
}

/// The names of a message's placeholders.
fn placeholders(message: &Value) -> Vec<&String> {
    let Some(values) = message.get("placeholders").and_then(Value::as_object) else {
        return Vec::new();
    };
    let mut names: Vec<_> = values.keys().collect();
    names.sort();
    names
}
