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

/// `stock.json`: the rules, replies and reminders of a desk.
pub fn stock() -> Result<Vec<u8>> {
    let (packs, mut problems) = Packs::read(texts(&sources()?)?);
    problems.extend(Stock::new(packs.clone(), &Shop::default()).1);
    refuse(&problems)?;
    Ok(serde_json::to_vec(&packs)?)
}

/// `drills.json`: the drills of the sandbox, each with its cues.
pub fn drills() -> Result<Vec<u8>> {
    let (drills, problems) = drill::read_packs(texts(&sources()?)?);
    refuse(&problems)?;
    Ok(serde_json::to_vec(&drills)?)
}

fn sources() -> Result<Folder> {
    Folder::read(&house::at("packs"))
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
