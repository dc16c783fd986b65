//! Every seed holds, among them whatever fuzzing has once found.
#![allow(clippy::print_stderr, reason = "a failing test says at which seed")]

use std::{fs, path::Path};

use deti_fuzz::{drafts, formats, lines, packs};

fn replay(target: &str, hold: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    let mut seeds: Vec<_> =
        fs::read_dir(folder).expect("seeds").flatten().map(|entry| entry.path()).collect();
    seeds.sort();
    assert!(!seeds.is_empty());
    for seed in seeds {
        // The last one printed is the one that failed.
        eprintln!("{}", seed.display());
        hold(&fs::read(seed).expect("a seed"));
    }
}

#[test]
fn drafts_hold() {
    replay("drafts", drafts::hold);
}

#[test]
fn packs_hold() {
    replay("packs", packs::hold);
}

#[test]
fn formats_hold() {
    replay("formats", formats::hold);
}

#[test]
fn lines_hold() {
    replay("lines", lines::hold);
}
