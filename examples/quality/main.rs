//! How good the check is on a labelled file of drafts.
//!
//! ```text
//! cargo run --release --example quality -- tests/corpus/drafts.jsonl [--list]
//! ```
//!
//! Reads every pack of `packs/rules`, checks every draft, and prints by rule
//! and by level what was labelled, found and missed, then the false alarms, the
//! overflagging and how many rewritten drafts check clean. `--list` names the
//! drafts behind each figure.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints")]

mod score;

use std::path::Path;
use std::process::ExitCode;

use deti::rule::{Checker, Trial};
use deti::shop::Shop;

fn main() -> ExitCode {
    let mut list = false;
    let mut files = Vec::new();
    for argument in std::env::args().skip(1) {
        if argument == "--list" {
            list = true;
        } else {
            files.push(argument);
        }
    }
    match run(&files, list) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(files: &[String], list: bool) -> Result<bool, Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = std::fs::read_dir(root.join("packs/rules"))?
        .filter_map(Result::ok)
        .map(|e| e.path())
        .collect();
    paths.sort();
    let mut texts = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|kind| kind == "toml")) {
        let name = path.strip_prefix(root)?.display().to_string();
        texts.push((name, std::fs::read_to_string(path)?));
    }
    let trial = Trial::of(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    for problem in &trial.problems {
        println!("{problem}");
    }
    let sound = trial.problems.is_empty();
    let (checker, _) = Checker::new(&trial.packs, &Shop::default());
    for file in files {
        let drafts = score::read(&std::fs::read_to_string(file)?)?;
        print!("{}", score::score(&checker, &drafts).report(list));
    }
    Ok(sound)
}
