//! `cargo xtask run`: the sandbox in a browser, the extension installed.

use anyhow::Result;

use crate::{
    build,
    needs::{self, Browser},
};

/// How to run.
#[derive(clap::Args)]
pub struct Options {
    /// The browser to open.
    #[arg(long, value_enum, default_value_t = Browser::Chromium)]
    browser: Browser,
}

/// Builds and opens the console page.
pub fn run(options: &Options) -> Result<()> {
    build::build()?;
    needs::cjk_font()?;
    let program = options.browser.program()?;
    println!("{}: {}", options.browser.name(), program.display());
    Ok(())
}
