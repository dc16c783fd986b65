//! Who may import whom.

use crate::read;

/// Every crate, where it is, and which of ours it may import.
const CRATES: &[(&str, &str, &[&str])] = &[
    ("deti", "Cargo.toml", &[]),
    ("deti-cli", "cli/Cargo.toml", &["deti", "deti-formats"]),
    ("deti-formats", "formats/Cargo.toml", &["deti"]),
    ("deti-web", "extension/web/Cargo.toml", &[]),
    ("deti-panel", "extension/panel/Cargo.toml", &["deti", "deti-web"]),
    ("deti-sandbox", "www/Cargo.toml", &["deti", "deti-web"]),
    ("deti-formats-web", "extension/formats/Cargo.toml", &["deti", "deti-formats"]),
    ("deti-fuzz", "fuzz/Cargo.toml", &["deti", "deti-formats", "deti-quality"]),
    ("deti-npm", "npm/Cargo.toml", &["deti"]),
    ("deti-replies-bench", "benches/replies/Cargo.toml", &["deti"]),
    ("deti-orders-bench", "benches/orders/Cargo.toml", &["deti"]),
    ("deti-quality", "quality/Cargo.toml", &["deti"]),
    ("xtask", "xtask/Cargo.toml", &["deti", "deti-quality"]),
];

#[test]
fn each_crate_imports_only_what_it_may() {
    for (name, manifest, may) in CRATES {
        let manifest: toml::Table = read(manifest).parse().unwrap();
        assert_eq!(manifest["package"]["name"].as_str(), Some(*name));
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let Some(imports) = manifest.get(kind).and_then(toml::Value::as_table) else {
                continue;
            };
            for import in imports.keys() {
                let ours = CRATES.iter().any(|(other, ..)| other == import && other != name);
                assert!(!ours || may.contains(&import.as_str()), "{name} imports {import}");
            }
        }
    }
}

#[test]
fn the_table_has_every_crate() {
    let workspace: toml::Table = read("Cargo.toml").parse().unwrap();
    let members = workspace["workspace"]["members"].as_array().unwrap();
    let places: Vec<String> =
        members.iter().map(|member| member.as_str().unwrap().to_owned()).collect();
    for member in &places {
        let manifest =
            if member == "." { "Cargo.toml".to_owned() } else { format!("{member}/Cargo.toml") };
        assert!(CRATES.iter().any(|(_, place, _)| *place == manifest), "{manifest} has no row");
    }
    assert_eq!(places.len(), CRATES.len());
}

#[test]
fn versions_are_exact_and_stand_in_one_place() {
    let workspace: toml::Table = read("Cargo.toml").parse().unwrap();
    for (name, wanted) in workspace["workspace"]["dependencies"].as_table().unwrap() {
        let version = wanted.as_str().or_else(|| wanted.get("version").and_then(|v| v.as_str()));
        let own = wanted.get("path").is_some();
        assert!(own || version.is_some_and(|v| v.starts_with('=')), "{name}: {wanted}");
    }
    for (name, manifest, _) in CRATES {
        let manifest: toml::Table = read(manifest).parse().unwrap();
        for kind in ["dependencies", "dev-dependencies"] {
            for (import, wanted) in
                manifest.get(kind).and_then(|k| k.as_table()).into_iter().flatten()
            {
                let shared = wanted.get("workspace").and_then(toml::Value::as_bool);
                assert_eq!(shared, Some(true), "{name} has a version of its own for {import}");
            }
        }
    }
}
