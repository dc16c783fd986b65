//! TypeScript: tsc says whether it is right, esbuild makes it one file.
//!
//! The names and the format of every script that ships stand in one table.
//! Nothing is minified, and nothing is fetched: what a script imports is
//! either bundled or a file beside it on its own origin.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::layout::Folder;
use crate::house;

/// The scripts of the extension: source, name in `dist`, esbuild's format.
const EXTENSION: &[(&str, &str, &str)] = &[
    ("extension/page/main.ts", "page.js", "iife"),
    ("extension/page/site.ts", "page-site.js", "esm"),
    ("extension/background/main.ts", "background.js", "esm"),
    ("extension/options/options.ts", "options.js", "esm"),
    ("extension/desk/desk.ts", "desk.js", "esm"),
    ("extension/popup/popup.ts", "popup.js", "esm"),
];

/// What tsc has to say about a project is an error.
pub fn check_types(project: &str) -> Result<()> {
    house::call(house::npm_bin("tsc").args(["--noEmit", "--project", project]))
}

/// The entries of the npm package: one for Node, one for browsers.
const PACKAGE: &[&str] = &["node", "browser"];

/// The bundled scripts by name.
pub struct Scripts {
    /// Those of [`EXTENSION`].
    pub extension: Folder,
    /// Those of the site's own pages.
    pub site: Folder,
    /// Those of the npm package.
    pub package: Folder,
}

/// Bundles every script.
pub fn bundle() -> Result<Scripts> {
    let out = house::target()?.join("web/scripts");
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot clear {}", out.display()))?;
    }
    let [extension, site, package] = ["extension", "site", "package"].map(|name| out.join(name));
    for folder in [&extension, &site, &package] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    for (source, name, format) in EXTENSION {
        esbuild(source, &extension.join(name), format)?;
    }
    for source in site_scripts()? {
        let name = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        esbuild(&format!("www/{name}.ts"), &site.join(format!("{name}.js")), "esm")?;
    }
    for name in PACKAGE {
        esbuild(&format!("npm/js/{name}.ts"), &package.join(format!("{name}.js")), "esm")?;
    }
    Ok(Scripts {
        extension: Folder::read(&extension)?,
        site: Folder::read(&site)?,
        package: Folder::read(&package)?,
    })
}

/// The scripts of the site: every one at the top of `www/`; what they share
/// lies in folders below it.
fn site_scripts() -> Result<Vec<PathBuf>> {
    let mut scripts: Vec<PathBuf> = fs::read_dir(house::at("www"))
        .context("cannot list www/")?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "ts"))
        .filter(|path| !path.to_string_lossy().ends_with(".d.ts"))
        .collect();
    scripts.sort();
    Ok(scripts)
}

fn esbuild(source: &str, out: &Path, format: &str) -> Result<()> {
    house::call(
        house::npm_bin("esbuild")
            .args([source, "--bundle", "--target=es2022", "--charset=utf8", "--log-level=warning"])
            .arg(format!("--format={format}"))
            .arg("--loader:.css=text")
            // Made by the build and loaded from beside the script.
            .args(["--external:./deti_*.js", "--external:./assist/*", "--external:node:*"])
            .arg(format!("--outfile={}", out.display())),
    )
}

/// Bundles a script for Node, packages left out, and returns where it is.
pub fn node_script(source: &Path) -> Result<PathBuf> {
    let name = source.strip_prefix(house::root()).unwrap_or(source).with_extension("mjs");
    // Below node_modules, so that Node finds the packages from there.
    let out = house::at("node_modules/.cache/deti").join(name);
    house::call(
        house::npm_bin("esbuild")
            .arg(source)
            .args(["--bundle", "--platform=node", "--target=node20", "--format=esm"])
            .args(["--packages=external", "--sourcemap=inline", "--log-level=warning"])
            .arg(format!("--outfile={}", out.display())),
    )?;
    Ok(out)
}
