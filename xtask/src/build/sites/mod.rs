//! The site adapters: held against their schema, and made into what ships.
//!
//! An adapter that breaks the format stops the build, by file, place and what
//! to do. What ships of one is what the page side reads; where its facts come
//! from and how sure they are is for people, and stays in the file.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use deti::record;
use deti::site::{self, Problem};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::house;

/// The folder of the adapters.
const SITES: &str = "extension/sites";

/// One console.
pub struct Site {
    /// Its adapter's id, and the name of its file.
    pub id: String,
    /// The name by which its agents know it.
    title: String,
    /// The match patterns of its pages.
    pub matches: Vec<String>,
    /// Whether its hosts are the shops' own, so that no manifest can name them.
    pub own: bool,
    /// What the page side reads.
    shipped: Value,
}

impl Site {
    /// A script that puts the adapter into the page side's world.
    pub fn script(&self) -> String {
        format!("globalThis.detiSite = {:#};\n", self.shipped)
    }
}

/// Reads all adapters, by their ids.
pub fn read() -> Result<Vec<Site>> {
    let schema: record::Value = json(&house::at(SITES).join("adapter.schema.json"))?;
    let mut files: Vec<_> = fs::read_dir(house::at(SITES))
        .with_context(|| format!("cannot list {SITES}"))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .filter(|path| !path.ends_with("adapter.schema.json"))
        .collect();
    files.sort();
    let (mut sites, mut said) = (Vec::new(), Vec::new());
    for file in files {
        let adapter: Value = json(&file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut problems = site::problems(&schema, &json(&file)?);
        if problems.is_empty() {
            problems = beyond(&name, &adapter);
        }
        said.extend(problems.iter().map(|problem| format!("{SITES}/{name}.json, {problem}")));
        sites.push(site(adapter));
    }
    ensure!(said.is_empty(), "an adapter breaks its format:\n  {}", said.join("\n  "));
    Ok(sites)
}

/// The list of the consoles, for the pages on which an agent chooses among them.
pub fn list(sites: &[Site]) -> String {
    let entries: Vec<Value> = sites
        .iter()
        .map(|Site { id, title, matches, own, .. }| {
            serde_json::json!({ "id": id, "title": title, "matches": matches, "own": own })
        })
        .collect();
    format!("{:#}\n", Value::Array(entries))
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is no JSON", path.display()))
}

/// What a schema has no words for.
fn beyond(name: &str, adapter: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    if adapter["id"] != name {
        problems.push(Problem::new("id", format!("write \"{name}\", the name of the file")));
    }
    for (slot, known_by) in slots(adapter) {
        if adapter["evidence"].get(slot).is_none() {
            let what =
                format!("add \"{slot}\": it stands in {known_by}, and nothing says who saw it");
            problems.push(Problem::new("evidence", what));
        }
    }
    for (at, surface) in adapter["surfaces"].as_array().into_iter().flatten().enumerate() {
        problems.extend(unexpected(surface, &format!("surfaces[{at}]")));
    }
    problems
}

/// Where the counted slots of a surface stand.
const COUNTED: &[(&str, &str)] = &[
    ("composer", "/composer"),
    ("send", "/send/0"),
    ("key", "/conversation/key"),
    ("buyer", "/conversation/buyer"),
    ("messages", "/conversation/messages"),
    ("rows", "/rows"),
    ("orders", "/orders"),
];

/// What a surface that ships must have, and how many it expects of each slot: of those
/// that it has, and of no other.
fn unexpected(surface: &Value, place: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |at: String, what: String| problems.push(Problem::new(at, what));
    for needed in ["composer", "send"].iter().filter(|it| surface.get(**it).is_none()) {
        say(place.to_owned(), format!("add \"{needed}\""));
    }
    if surface.get("conversation").is_some_and(|it| it.get("key").is_none()) {
        say(format!("{place}.conversation"), "add \"key\"".to_owned());
    }
    for (slot, known_by) in COUNTED {
        let expected = &surface["expect"][slot];
        match (surface.pointer(known_by), expected) {
            (Some(_), Value::Null) => {
                let what = format!("add \"{slot}\": say how many there are at least");
                say(format!("{place}.expect"), what);
            }
            (None, Value::Object(_)) => {
                let what = "take it out: the surface has no such slot".to_owned();
                say(format!("{place}.expect.{slot}"), what);
            }
            _ => {}
        }
        if expected["most"].as_u64() < expected["least"].as_u64() && expected["most"].is_u64() {
            let what = "write a \"most\" that is no less than the \"least\"".to_owned();
            say(format!("{place}.expect.{slot}"), what);
        }
    }
    problems
}

/// The slots that the surfaces have, each with the first place of it.
fn slots(adapter: &Value) -> Vec<(&'static str, String)> {
    let mut slots = vec![("address", "surfaces".to_owned())];
    let places = [
        ("composer", "/composer"),
        ("send", "/send/0"),
        ("buyer", "/conversation/key"),
        ("messages", "/conversation/messages"),
        ("orders", "/orders"),
        ("rows", "/rows"),
    ];
    for (slot, place) in places {
        let surfaces = adapter["surfaces"].as_array().into_iter().flatten().enumerate();
        let mut with = surfaces.filter(|(_, surface)| surface.pointer(place).is_some());
        if let Some((at, _)) = with.next() {
            slots.push((slot, format!("surfaces[{at}]{}", place.replace('/', "."))));
        }
    }
    slots
}

fn site(mut adapter: Value) -> Site {
    let own = adapter["own"] == true;
    let text = |key: &str| adapter[key].as_str().unwrap_or_default().to_owned();
    let (id, title) = (text("id"), text("title"));
    let surfaces = adapter["surfaces"].as_array().into_iter().flatten();
    let mut matches: Vec<String> = surfaces
        .flat_map(|surface| surface["matches"].as_array().into_iter().flatten())
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    matches.dedup();
    if let Some(object) = adapter.as_object_mut() {
        object.retain(|key, _| ["id", "announce", "surfaces"].contains(&key.as_str()));
    }
    Site { id, title, matches, own, shipped: adapter }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use deti::{record, site as format};

    use super::{beyond, read, site};
    use crate::house;

    #[test]
    fn every_adapter_keeps_to_the_format() {
        let sites = read().unwrap_or_else(|error| panic!("{error:#}"));
        assert!(sites.iter().any(|site| site.id == "sandbox"));
    }

    #[test]
    fn a_slot_that_nobody_saw_is_refused() {
        let adapter = json!({
            "id": "other",
            "evidence": { "address": {}, "composer": {}, "messages": {} },
            "surfaces": [
                { "composer": ["a"], "send": [], "expect": { "composer": {} } },
                { "composer": ["a"], "send": ["b"], "rows": {}, "expect": { "composer": {}, "send": {}, "rows": {} } },
            ]
        });
        let said: Vec<String> = beyond("here", &adapter).iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "id: write \"here\", the name of the file",
                "evidence: add \"send\": it stands in surfaces[1].send.0, and nothing says who saw it",
                "evidence: add \"rows\": it stands in surfaces[1].rows, and nothing says who saw it",
            ]
        );
    }

    #[test]
    fn what_ships_says_how_many_of_each_slot_there_are() {
        let grade = json!({});
        let adapter = json!({
            "id": "here",
            "evidence": { "address": grade, "composer": grade, "messages": grade },
            "surfaces": [
                { "composer": ["a"], "send": [], "expect": { "composer": { "least": 2, "most": 1 }, "rows": { "least": 1 } } },
                { "send": [], "conversation": { "messages": ["b"] }, "expect": { "messages": { "least": 1 } } },
            ]
        });
        let said: Vec<String> = beyond("here", &adapter).iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "surfaces[0].expect.composer: write a \"most\" that is no less than the \"least\"",
                "surfaces[0].expect.rows: take it out: the surface has no such slot",
                "surfaces[1]: add \"composer\"",
                "surfaces[1].conversation: add \"key\"",
            ]
        );
    }

    #[test]
    fn what_breaks_the_format_is_named_by_its_place() {
        let text = std::fs::read(house::at("extension/sites/adapter.schema.json")).unwrap();
        let schema: record::Value = serde_json::from_slice(&text).unwrap();
        let problems = |adapter: &Value| -> Vec<String> {
            let adapter = serde_json::from_value(adapter.clone()).unwrap();
            format::problems(&schema, &adapter).iter().map(ToString::to_string).collect()
        };
        let grade = json!({ "sure": "high", "seen": "2026-08", "what": "seen" });
        let whole = json!({
            "id": "here", "title": "Here", "source": "there",
            "evidence": { "address": grade, "composer": grade },
            "surfaces": [{ "matches": ["https://here.example/*"], "composer": ["textarea"], "send": [] }]
        });
        assert_eq!(problems(&whole).len(), 0);
        let table = [
            (
                "/surfaces/0/click",
                json!(["#send"]),
                "surfaces[0].click: take it out: the format has no such word",
            ),
            (
                "/surfaces/0/composer",
                json!("textarea"),
                "surfaces[0].composer: write an array, not a string",
            ),
            ("/surfaces/0/composer", json!([]), "surfaces[0].composer: name at least 1"),
            ("/surfaces/0/composer", json!(["a["]), "surfaces[0].composer[0]: close the [: a["),
            (
                "/surfaces/0/composer",
                json!([{ "matching": "a+" }]),
                "surfaces[0].composer[0].matching: say how often at most, such as {1,20}, in place of +",
            ),
            (
                "/surfaces/0/matches",
                json!(["https://here.*/"]),
                "surfaces[0].matches[0]: list the hosts: a star may only be the host's first part",
            ),
            (
                "/surfaces/0/sendKeys",
                json!(["Tab"]),
                "surfaces[0].sendKeys[0]: write one of \"Enter\", \"Ctrl+Enter\", \"Meta+Enter\", \"Shift+Enter\", not \"Tab\"",
            ),
            (
                "/surfaces/0/rows",
                json!({ "all": ["li"], "key": { "read": "text" } }),
                "surfaces[0].rows: add \"buyer\". The buyer's name, read from a row.",
            ),
            (
                "/surfaces/0/rows",
                json!({ "all": ["li"], "key": [{ "read": "html" }], "buyer": { "read": "text" } }),
                "surfaces[0].rows.key[0].read: write one of \"text\", \"own-text\", \"attribute\", \"style\", \"json\", \"address\", not \"html\"",
            ),
            (
                "/evidence/composer/sure",
                json!("low"),
                "evidence.composer.sure: write one of \"high\", \"medium\", not \"low\"",
            ),
            (
                "/evidence/composer/seen",
                json!("lately"),
                "evidence.composer.seen: write a year, a month or a day: 2026, 2026-11 or 2026-11-22",
            ),
            ("/id", json!("Here!"), "id: write small letters, digits and hyphens"),
        ];
        for (place, value, expected) in table {
            let mut broken = whole.clone();
            let (parent, key) = place.rsplit_once('/').unwrap();
            broken.pointer_mut(parent).unwrap()[key] = value;
            assert_eq!(problems(&broken), [expected], "{place}");
        }
    }

    #[test]
    fn what_ships_is_what_the_page_reads() {
        let adapter = json!({
            "id": "here", "title": "Here", "source": "there", "own": true, "evidence": {},
            "surfaces": [{ "matches": ["https://here.example/*"] }]
        });
        let site = site(adapter);
        assert!(site.own);
        assert_eq!(site.matches, ["https://here.example/*"]);
        let script: String = site.script().split_whitespace().collect();
        assert_eq!(
            script,
            r#"globalThis.detiSite={"id":"here","surfaces":[{"matches":["https://here.example/*"]}]};"#
        );
    }
}
