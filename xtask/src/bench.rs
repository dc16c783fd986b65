//! `cargo xtask bench`: what ships beside what npm has, measured in one Node.
//!
//! The measuring is `benches/node`, with a lock file of its own, so that nobody
//! installs the peers who does not measure them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{build, house, needs};

/// The folder of the bench.
const BENCH: &str = "benches/node";

/// What can be measured by itself.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    /// A key in the search box among 5,000 replies.
    Replies,
    /// A plan of 10,000 unpaid orders.
    Orders,
    /// The first verdict and the replies when a page opens, with 5,000 of the agent's own.
    Panel,
    /// What a busy console costs with Deti and without it, in both browsers.
    Browser,
}

/// What is measured, and what to do with the figures.
#[derive(clap::Args)]
pub struct Options {
    /// Only this; without it, the check beside what npm has.
    what: Option<What>,
    /// Writes the table into README.md.
    #[arg(long)]
    write: bool,
}

/// Builds what ships, and measures it.
pub fn bench(options: &Options) -> Result<()> {
    match options.what {
        Some(What::Replies) => return in_wasm("replies"),
        Some(What::Orders) => return in_wasm("orders"),
        Some(What::Panel) => {
            build::build()?;
            let table = in_browser(needs::Browser::Chromium, "tests/browser/run/load.ts")?;
            return if options.write { write("bench panel", &table) } else { Ok(()) };
        }
        Some(What::Browser) => return on_the_page(options.write),
        None => {}
    }
    build::build()?;
    needs::npm_packages_of(BENCH)?;
    let script = build::node_script(&house::at(BENCH).join("bench.ts"))?;
    let table = script.with_extension("md");
    house::call(
        house::in_root(needs::node()?)
            .args(["--expose-gc", "--enable-source-maps"])
            .arg(&script)
            .arg("--markdown")
            .arg(&table),
    )?;
    if options.write { write("bench", &table) } else { Ok(()) }
}

/// Measures what Deti costs on a page, in one browser after the other.
fn on_the_page(keep: bool) -> Result<()> {
    build::build()?;
    let mut tables = Vec::new();
    for browser in [needs::Browser::Chromium, needs::Browser::Firefox] {
        let table = in_browser(browser, "tests/browser/cost/bench.ts")?;
        tables.push(fs::read_to_string(&table).context("the bench left no table")?);
    }
    let all = house::target()?.join("bench-browser.md");
    fs::write(&all, tables.join("\n"))
        .with_context(|| format!("cannot write {}", all.display()))?;
    if keep { write("bench browser", &all) } else { Ok(()) }
}

/// Measures with a script that drives a browser, and returns where it left its table.
fn in_browser(browser: needs::Browser, script: &str) -> Result<PathBuf> {
    needs::cjk_font()?;
    let script = build::node_script(&house::at(script))?;
    let table = script.with_extension(format!("{}.md", browser.name()));
    house::call(
        house::in_root(needs::node()?)
            .arg("--enable-source-maps")
            .arg(&script)
            .env("DETI_BROWSER", browser.name())
            .env("DETI_PROGRAM", browser.program()?)
            .env("DETI_TABLE", &table),
    )?;
    Ok(table)
}

/// Puts a table into README.md, where the chore of this name has its place.
fn write(chore: &str, table: &Path) -> Result<()> {
    let readme = house::at("README.md");
    let page = fs::read_to_string(&readme).context("cannot read README.md")?;
    let table = fs::read_to_string(table).context("the bench left no table")?;
    let page = between(&page, chore, &table)
        .with_context(|| format!("README.md has no place for the table of cargo xtask {chore}"))?;
    fs::write(&readme, page).context("cannot write README.md")
}

/// Measures one thing in the wasm that a browser runs, without the rest of the
/// build: the crate and its script are in the folder of this name.
fn in_wasm(name: &str) -> Result<()> {
    needs::wasm_target()?;
    needs::npm_packages()?;
    let (package, library) = (format!("deti-{name}-bench"), format!("deti_{name}_bench"));
    let module = house::target()?.join(format!("{name}-bench"));
    build::wasm_crate(&package, &library, &module)?;
    let script = build::node_script(&house::at("benches").join(name).join("bench.ts"))?;
    // Node takes a script for a module by its name.
    let bound = module.join(format!("{library}.mjs"));
    fs::copy(module.join(format!("{library}.js")), &bound).context("the module has no script")?;
    house::call(
        house::in_root(needs::node()?)
            .arg(&script)
            .arg(&bound)
            .arg(module.join(format!("{library}_bg.wasm"))),
    )
}

/// The page with a text between the two marks of a chore, if it has them.
fn between(page: &str, chore: &str, text: &str) -> Option<String> {
    let start = format!("<!-- cargo xtask {chore} -->\n");
    let end = format!("<!-- /cargo xtask {chore} -->");
    let (before, rest) = page.split_once(&start)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{start}{text}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn the_table_takes_the_place_of_the_one_before() {
        let page = "a\n<!-- cargo xtask bench -->\nold\n<!-- /cargo xtask bench -->\nb\n";
        let new = "a\n<!-- cargo xtask bench -->\nnew\n<!-- /cargo xtask bench -->\nb\n";
        let table = [(page, Some(new)), (new, Some(new)), ("a\nb\n", None)];
        for (page, expected) in table {
            assert_eq!(between(page, "bench", "new\n").as_deref(), expected);
        }
    }
}
