//! A wasm crate, from cargo through wasm-bindgen to wasm-opt.
//!
//! wasm-bindgen runs inside this program, from the same lock file as the
//! crate's own wasm-bindgen, so the two cannot differ. The paths of this
//! machine are mapped to fixed names, so that the module does not tell where
//! it was built and comes out the same elsewhere.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{layout::Folder, write_if_changed};
use crate::house;

const TRIPLE: &str = "wasm32-unknown-unknown";

/// What wasm-opt may assume of a browser; the same as rustc's own defaults,
/// which every browser that this extension supports has.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds the crate and returns its script, its module and their snippets.
pub fn module(package: &str, stem: &str) -> Result<Folder> {
    let target = house::target()?;
    house::call(
        house::cargo()
            .args(["build", "--quiet", "--locked", "--profile", "wasm", "--target", TRIPLE])
            .args(["--package", package])
            .arg("--target-dir")
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", remaps()?.join("\x1f")),
    )?;
    let made = target.join(TRIPLE).join("wasm").join(format!("{stem}.wasm"));
    let raw = fs::read(&made).with_context(|| format!("cargo left no {}", made.display()))?;

    let work = target.join("web").join(stem);
    let bound = work.join("bound");
    if fs::read(work.join("from.wasm")).is_ok_and(|from| from == raw) {
        return Folder::read(&bound);
    }
    println!("  {stem}: binding and optimising");
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("cannot clear {}", work.display()))?;
    }
    Bindgen::new()
        .input_bytes(stem, raw.clone())
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate(&bound)
        .with_context(|| format!("wasm-bindgen on {}", made.display()))?;
    let module = bound.join(format!("{stem}_bg.wasm"));
    house::call(
        house::npm_bin("wasm-opt")
            .arg("-Oz")
            .args(FEATURES)
            .args(["--strip-debug", "--strip-producers"])
            .arg(&module)
            .arg("-o")
            .arg(&module),
    )?;
    // Last, so that a build that broke off is not taken for a finished one.
    write_if_changed(&work.join("from.wasm"), &raw)?;
    Folder::read(&bound)
}

/// `--remap-path-prefix` for every folder that panic messages could name.
fn remaps() -> Result<Vec<String>> {
    let mut remaps = Vec::new();
    let mut remap = |from: &Path, to: &str| {
        remaps.push(format!("--remap-path-prefix={}={to}", from.display()));
    };
    // rustc takes the last mapping that fits: the wider ones come first.
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("neither CARGO_HOME nor a home directory")?;
    remap(&cargo_home, "/cargo");
    // One folder a registry, named by a hash of its address.
    let mut registries: Vec<PathBuf> = fs::read_dir(cargo_home.join("registry/src"))
        .map(|folders| folders.flatten().map(|folder| folder.path()).collect())
        .unwrap_or_default();
    registries.sort();
    for registry in &registries {
        remap(registry, "/cargo/registry");
    }
    let sysroot = house::ask(house::in_root("rustc").args(["--print", "sysroot"]))?;
    remap(Path::new(sysroot.trim()), "/rust");
    remap(house::root(), "/deti");
    Ok(remaps)
}
