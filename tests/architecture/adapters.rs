//! A site adapter is data that says where things are. There is no word in its
//! format for pressing, typing or sending.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{files, json};

const SCHEMA: &str = "extension/sites/adapter.schema.json";

/// Every word of the format. `send` names the place of the send button and
/// `sendKeys` the keys that send, for the guard; nothing here is an act.
const WORDS: &[&str] = &[
    "$schema",
    "address",
    "agent",
    "all",
    "alone",
    "amount",
    "announce",
    "attribute",
    "away",
    "bot",
    "buyer",
    "cards",
    "closes",
    "composer",
    "conversation",
    "created",
    "css",
    "evidence",
    "expect",
    "focused",
    "form",
    "frames",
    "has",
    "hash",
    "id",
    "ignore",
    "in",
    "inner",
    "item",
    "join",
    "key",
    "label",
    "leaf",
    "least",
    "longest",
    "match",
    "matches",
    "matching",
    "means",
    "messages",
    "most",
    "name",
    "not",
    "number",
    "odd",
    "once",
    "online",
    "only",
    "orders",
    "own",
    "part",
    "path",
    "pick",
    "preview",
    "property",
    "query",
    "read",
    "receipt",
    "returning",
    "roles",
    "rows",
    "says",
    "scope",
    "seen",
    "send",
    "sendKeys",
    "sequence",
    "shadow",
    "source",
    "status",
    "strip",
    "style",
    "sure",
    "surfaces",
    "system",
    "text",
    "time",
    "title",
    "tracking",
    "unless",
    "value",
    "verified",
    "waiting",
    "ways",
    "what",
    "when",
    "within",
];

/// What a reader can do.
const READS: &[&str] = &["address", "attribute", "json", "own-text", "style", "text"];

#[test]
fn the_format_has_these_words_and_no_others() {
    let mut words = BTreeSet::new();
    properties(&json(SCHEMA), &mut words);
    assert_eq!(words.iter().map(String::as_str).collect::<Vec<_>>(), WORDS);
    let reader = &json(SCHEMA)["$defs"]["reader"]["properties"]["read"]["enum"];
    let mut reads: Vec<&str> =
        reader.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    reads.sort_unstable();
    assert_eq!(reads, READS);
}

#[test]
fn no_adapter_has_another_word_or_an_address_beside_its_pages() {
    let mut adapters = files("extension/sites", &[".json"]);
    adapters.push("extension/desk/adapter.json".to_owned());
    for path in adapters.iter().filter(|path| *path != SCHEMA) {
        let adapter = json(path);
        each_object(&adapter, &mut |object| {
            for (key, value) in object {
                assert!(WORDS.contains(&key.as_str()), "{path}: {key}");
                if key == "read" {
                    assert!(READS.contains(&value.as_str().unwrap_or_default()), "{path}: {value}");
                }
                let address = value.as_str().is_some_and(|text| text.contains("://"));
                assert!(!address || key == "$schema", "{path}: {value} is not among its matches");
            }
        });
    }
}

fn each_object(value: &Value, see: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            see(object);
            object.values().for_each(|value| each_object(value, see));
        }
        Value::Array(list) => list.iter().for_each(|value| each_object(value, see)),
        _ => {}
    }
}

/// The names of all properties that a schema allows, at any depth; an object
/// that allows others too has no limit, so that is wrong by itself.
fn properties(schema: &Value, words: &mut BTreeSet<String>) {
    each_object(schema, &mut |object| {
        let kinds = object.get("type").map(Value::to_string).unwrap_or_default();
        if kinds.contains("\"object\"") && object.get("$ref").is_none() {
            assert_eq!(object["additionalProperties"], Value::from(false), "{object:?}");
            words.extend(object["properties"].as_object().unwrap().keys().cloned());
        }
    });
}
