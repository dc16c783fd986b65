//! What the extension may do, and that each permission has its reason.

use crate::{json, read};

const MANIFEST: &str = "extension/manifest.json";

/// Exactly what is asked of the browser. A line added here needs its reason in
/// docs/PERMISSIONS.md, or the next test fails.
const PERMISSIONS: &[&str] = &["alarms", "clipboardWrite", "scripting", "storage"];

/// Exactly what the agent may grant on the page of choices, and take back there.
const OPTIONAL: &[&str] = &["idle", "notifications"];

/// Exactly the pages that the extension runs on.
const HOSTS: &[&str] = &["http://localhost/deti/*"];

fn list(key: &str) -> Vec<String> {
    let manifest = json(MANIFEST);
    let mut list: Vec<String> = manifest[key]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| one.as_str().unwrap().to_owned())
        .collect();
    list.sort();
    list
}

#[test]
fn permissions_are_exactly_these() {
    assert_eq!(list("permissions"), PERMISSIONS);
    assert_eq!(list("optional_permissions"), OPTIONAL);
    assert_eq!(list("host_permissions"), HOSTS);
    let manifest = json(MANIFEST);
    for key in
        ["optional_host_permissions", "externally_connectable", "update_url", "oauth2", "sandbox"]
    {
        assert!(manifest.get(key).is_none(), "{key} gives away more than is used");
    }
}

#[test]
fn every_permission_has_its_reason() {
    let reasons = read("docs/PERMISSIONS.md");
    for permission in PERMISSIONS.iter().chain(OPTIONAL).chain(HOSTS) {
        let line = reasons.lines().find(|line| line.contains(*permission));
        let line =
            line.unwrap_or_else(|| panic!("docs/PERMISSIONS.md is silent about {permission}"));
        assert!(line.chars().count() > permission.len() + 20, "no reason in: {line}");
    }
}

#[test]
fn content_scripts_run_on_those_pages_only() {
    let manifest = json(MANIFEST);
    for script in manifest["content_scripts"].as_array().unwrap() {
        for pattern in script["matches"].as_array().unwrap() {
            assert!(HOSTS.contains(&pattern.as_str().unwrap()), "{pattern}");
        }
    }
}

#[test]
fn extension_pages_reach_nothing_but_the_extension() {
    let manifest = json(MANIFEST);
    let policy = manifest["content_security_policy"]["extension_pages"].as_str().unwrap();
    let directive = |name: &str| {
        policy.split(';').find_map(|directive| {
            let mut words = directive.split_whitespace();
            (words.next() == Some(name)).then(|| words.collect::<Vec<_>>())
        })
    };
    assert_eq!(directive("default-src"), Some(vec!["'none'"]));
    assert_eq!(directive("connect-src"), Some(vec!["'self'"]));
    assert_eq!(directive("script-src"), Some(vec!["'self'", "'wasm-unsafe-eval'"]));
    for word in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "ws:", "*", "blob:"] {
        assert!(!policy.contains(word), "{word} in {policy}");
    }
}

#[test]
fn firefox_is_told_that_nothing_is_collected() {
    let manifest = json(MANIFEST);
    let gecko = &manifest["browser_specific_settings"]["gecko"];
    assert_eq!(gecko["data_collection_permissions"]["required"], serde_json::json!(["none"]));
}
