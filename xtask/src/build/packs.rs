//! The packs: TOML in, JSON out.
//!
//! They are read here, by the core, so that what ships needs no reader. A pack
//! with a problem does not ship: the build says file, line and what is wrong.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
};

use anyhow::{Context, Result, ensure};
use deti::desk::{Packs, Stock};
use deti::drill;
use deti::pack::Problem;
use deti::shop::Shop;
use serde::{Deserialize, Serialize};

use super::{layout::Folder, write_if_changed};
use crate::house;

/// The format of the site adapters: a desk holds those of the agent's own against it.
const ADAPTERS: &str = "extension/sites/adapter.schema.json";

/// What ships of the packs.
#[derive(Serialize, Deserialize)]
pub struct Shelf {
    /// `stock.json`: the rules, replies and reminders of a desk.
    pub stock: String,
    /// The rules alone, for the npm package.
    pub rules: String,
    /// `drills.json`: the drills of the sandbox, each with its cues.
    pub drills: String,
}

/// Reads and tries every pack. What came of the same packs before, by this very
/// program, is taken as it was.
pub fn shelf() -> Result<Shelf> {
    let sources = Folder::read(&house::at("packs"))?;
    let made = house::target()?.join("web/packs.json");
    let from = came_from(&sources)?;
    let before = fs::read(&made).ok().and_then(|text| serde_json::from_slice(&text).ok());
    if let Some((_, shelf)) = before.filter(|(before, _): &(u64, Shelf)| *before == from) {
        return Ok(shelf);
    }
    println!("  reading and trying them");
    let shelf = tried(&sources)?;
    write_if_changed(&made, &serde_json::to_vec(&(from, &shelf))?)?;
    Ok(shelf)
}

fn tried(sources: &Folder) -> Result<Shelf> {
    let (mut packs, mut problems) = Packs::read(texts(sources)?);
    packs.adapters = serde_json::from_slice(&fs::read(house::at(ADAPTERS))?)?;
    problems.extend(Stock::new(packs.clone(), &Shop::default()).1);
    let (drills, others) = drill::read_packs(texts(sources)?);
    problems.extend(others);
    refuse(&problems)?;
    Ok(Shelf {
        stock: serde_json::to_string(&packs)?,
        rules: serde_json::to_string(&packs.rules)?,
        drills: serde_json::to_string(&drills)?,
    })
}

/// A number for the packs and for the program that reads them.
fn came_from(sources: &Folder) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for (name, bytes) in sources.files() {
        (name, bytes).hash(&mut hasher);
    }
    fs::read(house::at(ADAPTERS))?.hash(&mut hasher);
    let me = fs::metadata(env::current_exe()?).context("this program")?;
    (me.len(), me.modified()?).hash(&mut hasher);
    Ok(hasher.finish())
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
