//! The open corpus meets every target.

use std::{fs, path::Path};

use deti_quality::{packs, read, score};

#[test]
fn the_open_corpus_meets_every_target() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let checker = packs::checker(&root.join("packs/rules")).expect("the built-in packs");
    let bytes = fs::read(root.join("tests/corpus/drafts.jsonl")).expect("the corpus");
    let drafts = read(&bytes).expect("every line is a draft");
    assert!(drafts.len() > 1000, "{} drafts", drafts.len());
    let score = score(&checker, &drafts);
    assert!(score.holds(), "{score}\n{}", score.cases());
}
