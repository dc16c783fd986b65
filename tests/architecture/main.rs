//! What the house promises about itself, read from its own files: who imports
//! whom, what the core keeps away from, what the extension may do, and what no
//! script in it says.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod adapters;
mod core;
mod crates;
mod manifest;
mod scripts;
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A path of the checkout.
fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file's text.
fn read(path: &str) -> String {
    fs::read_to_string(at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A JSON file.
fn json(path: &str) -> serde_json::Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files below a folder that end like this, as paths of the checkout.
fn files(folder: &str, ends: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(at(&folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
        for entry in entries.flatten() {
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push(path);
            } else if ends.iter().any(|end| path.ends_with(end)) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {ends:?} below {folder}: has it moved?");
    found
}

/// The lines that are code, with their numbers: no comments, and nothing from
/// a Rust file's test module on, which stands at the end.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| {
            let line = line.trim_start();
            !["//", "/*", "* ", "*/"].iter().any(|mark| line.starts_with(mark)) && line != "*"
        })
}

/// Every place in these files where a line of code has one of these words.
fn said(paths: &[String], words: &[&str]) -> Vec<String> {
    let mut places = Vec::new();
    for path in paths {
        let text = read(path);
        for (number, line) in code(&text) {
            for word in words.iter().filter(|word| line.contains(**word)) {
                places.push(format!("{path}:{number}: {word}"));
            }
        }
    }
    places
}
