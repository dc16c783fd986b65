//! `cargo xtask build`: the sources in, `dist/` out.
//!
//! Four folders come out: `dist/chrome` and `dist/firefox`, the same files to
//! load into either browser, `dist/site`, the training sandbox as a plain static
//! site, and `dist/npm`, the checker as a package for Node and browsers. Nothing
//! is minified: a reviewer reads what ships.

mod editors;
mod layout;
mod manifest;
mod npm;
mod packs;
mod script;
mod sites;
mod wasm;

use std::{fs, path::Path, time::Instant};

use anyhow::{Context, Result};

use crate::{house, needs};
pub use editors::editors;
use layout::Folder;
pub use script::{check_types, node_script};

/// Builds everything into `dist/`.
pub fn build() -> Result<()> {
    let start = Instant::now();
    needs::wasm_target()?;
    needs::npm_packages()?;

    println!("wasm: cargo, wasm-bindgen, wasm-opt");
    let panel = wasm::module("deti-panel", "deti_panel")?;
    let formats = wasm::module("deti-formats-web", "deti_formats_web")?;
    let sandbox = wasm::module("deti-sandbox", "deti_sandbox")?;
    let checker = wasm::module("deti-npm", "deti_checker")?;

    println!("scripts: tsc, esbuild");
    check_types("tsconfig.json")?;
    let scripts = script::bundle()?;

    println!("sites, packs");
    let sites = sites::read()?;
    let shelf = packs::shelf()?;

    println!("dist: chrome, firefox, site, npm");
    let extension = layout::extension(&scripts, &panel, &formats, &shelf, &sites)?;
    let site = layout::site(&scripts, &panel, &formats, &sandbox, &shelf)?;
    let package = npm::package(&scripts, &checker, &shelf)?;
    extension.write(&house::at("dist/chrome"))?;
    extension.write(&house::at("dist/firefox"))?;
    site.write(&house::at("dist/site"))?;
    package.write(&house::at("dist/npm"))?;

    print_sizes("extension", &extension);
    print_sizes("site", &site);
    print_sizes("npm package", &package);
    println!("built in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Builds one wasm crate into a folder: its script and its module.
pub fn wasm_crate(package: &str, stem: &str, into: &Path) -> Result<()> {
    wasm::module(package, stem)?.write(into)
}

/// The larger files with their sizes, raw and as a server would send them.
fn print_sizes(what: &str, folder: &Folder) {
    const WORTH_A_LINE: usize = 4096;
    println!("{what:<44} {:>9} {:>9}", "bytes", "gzip");
    let (mut all, mut all_gzip) = (0, 0);
    for (path, bytes) in folder.files() {
        let gzip = gzip_size(bytes);
        all += bytes.len();
        all_gzip += gzip;
        if bytes.len() >= WORTH_A_LINE {
            println!("  {path:<42} {:>9} {gzip:>9}", bytes.len());
        }
    }
    println!("  {:<42} {all:>9} {all_gzip:>9}", "all files");
}

fn gzip_size(bytes: &[u8]) -> usize {
    use std::io::Write;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes).and_then(|()| gzip.finish()).map_or(0, |packed| packed.len())
}

/// Writes a file, unless it is there with just these bytes: an unchanged
/// build touches nothing.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
