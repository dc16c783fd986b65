//! `dist/editors`: the pages with real editors that the scenes write into.
//!
//! The editors have a lock file of their own, and nothing of them is in what
//! ships: their pages are served beside the sandbox for the tests only.

use std::fs;

use anyhow::{Context, Result};

use super::write_if_changed;
use crate::{house, needs};

/// The folder of the pages' sources; each file of `pages/` is one page.
const EDITORS: &str = "tests/browser/editors";

/// Pages on the React that their editor was made for.
const ON_REACT_18: &[&str] = &["chatscope", "draft"];

/// Builds the pages.
pub fn editors() -> Result<()> {
    needs::npm_packages_of(EDITORS)?;
    super::check_types("tests/browser/editors/tsconfig.json")?;
    let sources = house::at(EDITORS);
    let out = house::at("dist/editors/deti/editors");
    let frame = fs::read_to_string(sources.join("page.html")).context("the editors' page.html")?;
    let style = fs::read(sources.join("page.css")).context("the editors' page.css")?;
    write_if_changed(&out.join("page.css"), &style)?;
    let mut names: Vec<String> = fs::read_dir(sources.join("pages"))
        .context("cannot list the editors' pages")?
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".ts").map(str::to_owned))
        .collect();
    names.sort();
    for name in &names {
        let page = frame.replace("EDITOR", name);
        write_if_changed(&out.join(format!("{name}.html")), page.as_bytes())?;
    }
    let (old, new): (Vec<_>, Vec<_>) =
        names.iter().partition(|name| ON_REACT_18.contains(&name.as_str()));
    bundle(&new, &[])?;
    bundle(&old, &["--alias:react=react-18", "--alias:react-dom=react-dom-18"])
}

/// Bundles pages with everything that they import, for the browser.
fn bundle(names: &[&String], more: &[&str]) -> Result<()> {
    let out = house::at("dist/editors/deti/editors");
    house::call(
        house::npm_bin("esbuild")
            // Aliases are looked up from here.
            .current_dir(house::at(EDITORS))
            .args(names.iter().map(|name| format!("pages/{name}.ts")))
            .args(["--bundle", "--format=esm", "--target=es2022", "--charset=utf8"])
            .args(["--log-level=warning", "--define:process.env.NODE_ENV=\"production\""])
            // Draft's oldest parts know the global object by Node's name.
            .arg("--define:global=globalThis")
            .args(more)
            .arg(format!("--outdir={}", out.display())),
    )
}
