//! `dist/npm`: the checker as a package that `npm publish` could take.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::{layout::Folder, packs::Shelf, script::Scripts};
use crate::house;

/// The package: the wasm, the two entries, the packs, the types, the words.
pub fn package(scripts: &Scripts, checker: &Folder, shelf: &Shelf) -> Result<Folder> {
    let mut folder = Folder::default();
    folder.copy("npm/index.d.ts", "index.d.ts")?;
    folder.copy("npm/README.md", "README.md")?;
    folder.copy("xtask/tables/NOTICE", "NOTICE")?;
    folder.add(scripts.package.clone(), "", |_| true);
    folder.add(checker.clone(), "", |_| true);
    folder.put("packs.json", shelf.rules.clone().into_bytes());
    folder.put("package.json", about()?.into_bytes());
    Ok(folder)
}

/// `package.json` with the one version of the workspace, which is this
/// program's too. It is not read as JSON: the order of its conditions counts.
fn about() -> Result<String> {
    const NONE: &str = "\"version\": \"0.0.0\"";
    let text = fs::read_to_string(house::at("npm/package.json")).context("npm/package.json")?;
    ensure!(text.contains(NONE), "npm/package.json: {NONE} is where the version goes");
    Ok(text.replace(NONE, &format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"))))
}
