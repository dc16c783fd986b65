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
    "agent",
    "all",
    "amount",
    "announce",
    "attribute",
    "bot",
    "buyer",
    "cards",
    "closes",
    "composer",
    "conversation",
    "created",
    "css",
    "frames",
    "id",
    "item",
    "key",
    "match",
    "matches",
    "messages",
    "number",
    "online",
    "only",
    "orders",
    "preview",
    "read",
    "roles",
    "rows",
    "send",
    "sendKeys",
    "source",
    "status",
    "system",
    "text",
    "time",
    "title",
    "tracking",
    "verified",
    "waiting",
    "within",
];

/// What a reader can do.
const READS: &[&str] = &["attribute", "own-text", "text"];

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
fn every_adapter_keeps_to_the_format() {
    let manifest = json("extension/manifest.json");
    for path in files("extension/sites", &[".json"]).iter().filter(|path| *path != SCHEMA) {
        let adapter = json(path);
        each_object(&adapter, &mut |object| {
            for (key, value) in object {
                assert!(WORDS.contains(&key.as_str()), "{path}: {key}");
                if key == "read" {
                    assert!(READS.contains(&value.as_str().unwrap_or_default()), "{path}: {value}");
                }
            }
        });
        for pattern in adapter["matches"].as_array().unwrap() {
            let hosts = manifest["host_permissions"].as_array().unwrap();
            assert!(hosts.contains(pattern), "{path}: {pattern} is not in the manifest");
        }
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
        if object.get("type") == Some(&Value::from("object")) {
            assert_eq!(object["additionalProperties"], Value::from(false), "{object:?}");
            words.extend(object["properties"].as_object().unwrap().keys().cloned());
        }
    });
}
