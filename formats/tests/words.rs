//! Whatever a reader says has words in every language of the interface.

use std::collections::BTreeMap;

use deti_formats::Says;
use serde_json::Value;

#[test]
fn every_remark_has_words_in_every_language() {
    for language in ["zh_CN", "zh_TW", "en"] {
        let root = env!("CARGO_MANIFEST_DIR");
        let file = format!("{root}/../extension/_locales/{language}/messages.json");
        let file = std::fs::read_to_string(file).unwrap();
        let mut messages: BTreeMap<String, Value> = serde_json::from_str(&file).unwrap();
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
