//! `cargo xtask quality`: how good the check is, beside how good it must be.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use deti_quality::{packs, read, score};

use crate::house;

/// The drafts that are scored if no file is named.
const CORPUS: &str = "tests/corpus/drafts.jsonl";

/// What to score.
#[derive(clap::Args)]
pub struct Options {
    /// Files of labelled drafts, scored one by one.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Names every label missed, every false alarm, every overflag and every
    /// rewrite that is not clean.
    #[arg(long)]
    list: bool,
}

/// Prints the figures; an error if a target is missed.
pub fn quality(options: &Options) -> Result<()> {
    let checker = packs::checker(&house::at("packs/rules")).context("the built-in packs")?;
    let corpus = [house::at(CORPUS)];
    let files = if options.files.is_empty() { &corpus[..] } else { &options.files };
    let mut missed = Vec::new();
    for file in files {
        let shown = file.strip_prefix(house::root()).unwrap_or(file).display();
        let score = score(&checker, &drafts(file)?);
        println!("{shown}: {score}");
        if options.list {
            println!("{}", score.cases());
        }
        if !score.holds() {
            missed.push(shown.to_string());
        }
    }
    ensure!(missed.is_empty(), "a target is missed in {}", missed.join(", "));
    Ok(())
}

/// The drafts of a file; every line that is none is named.
fn drafts(file: &Path) -> Result<Vec<deti_quality::Draft>> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    match read(&bytes) {
        Ok(drafts) => Ok(drafts),
        Err(bad) => {
            let lines: Vec<String> = bad
                .iter()
                .map(|bad| format!("{}:{}: {}", file.display(), bad.line, bad.reason))
                .collect();
            bail!("{} lines are no labelled drafts\n{}", lines.len(), lines.join("\n"))
        }
    }
}
