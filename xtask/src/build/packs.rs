//! The packs: TOML in, JSON out.
//!
//! They are read here, by the core, so that what ships needs no reader. A pack
//! with a problem does not ship: the build says file, line and what is wrong.

use anyhow::{Context, Result, ensure};
use deti::desk::{Packs, Stock};
use deti::drill;
use deti::pack::Problem;
use deti::shop::Shop;

use super::layout::Folder;
use crate::house;

/// What ships of the packs.
pub struct Shelf {
    /// `stock.json`: the rules, replies and reminders of a desk.
    pub stock: Vec<u8>,
    /// The rules alone, for the npm package.
    pub rules: Vec<u8>,
    /// `drills.json`: the drills of the sandbox, each with its cues.
    pub drills: Vec<u8>,
}

/// Reads every pack.
pub fn shelf() -> Result<Shelf> {
    let sources = Folder::read(&house::at("packs"))?;
    let (packs, mut problems) = Packs::read(texts(&sources)?);
    problems.extend(Stock::new(packs.clone(), &Shop::default()).1);
    let (drills, others) = drill::read_packs(texts(&sources)?);
    problems.extend(others);
    refuse(&problems)?;
    Ok(Shelf {
        stock: serde_json::to_vec(&packs)?,
        rules: serde_json::to_vec(&packs.rules)?,
        drills: serde_json::to_vec(&drills)?,
    })
}

/// Each pack's name and its text.
fn texts(sources: &Folder) -> Result<Vec<(&str, &str)>> {
    let packs = sources.files().filter(|(name, _)| name.ends_with(".toml"));
    let text = |(name, bytes)| {
        let text = str::from_utf8(bytes).with_context(|| format!("packs/{name} is not UTF-8"))?;
        Ok((name, text))
    };
    packs.map(text).collect()
}

fn refuse(problems: &[Problem]) -> Result<()> {
    let said: Vec<String> = problems.iter().map(|problem| format!("packs/{problem}")).collect();
    ensure!(said.is_empty(), "{}", said.join("\n"));
    Ok(())
}
