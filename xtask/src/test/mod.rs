//! `cargo xtask test`: every check there is, and one line of totals.
//!
//! A check that a tool makes as a whole (formatting, clippy, tsc, the lint)
//! counts as one; a test runner's tests count each. Every check runs, also
//! after one has failed, so that one run tells everything.

mod browser;
mod page;
mod rust;
mod tally;

use anyhow::Result;

use crate::{build, house, needs::Browser};
use tally::Tally;

/// What to test: everything, unless a part is named.
#[derive(clap::Args)]
pub struct Options {
    /// Only this part.
    #[arg(value_enum)]
    part: Option<Part>,
    /// Only this browser.
    #[arg(long, value_enum)]
    browser: Option<Browser>,
    /// Only tests and scenes with this in their name.
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
}

/// A part of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Formatting, clippy, the tests of the crates.
    Rust,
    /// tsc, the lint of the built extension, the tests of the page's script.
    Page,
    /// The scenes, in both browsers.
    Browser,
}

/// Runs the checks; the last line printed is the total.
pub fn test(options: &Options) -> Result<()> {
    let wanted = |part| options.part.is_none_or(|only| only == part);
    let only = options.only.as_deref();
    let mut tally = Tally::default();
    if wanted(Part::Rust) {
        rust::test(&mut tally, only);
    }
    let built =
        !(wanted(Part::Page) || wanted(Part::Browser)) || tally.check("build", build::build);
    if built && wanted(Part::Page) {
        page::test(&mut tally, only);
    }
    if built && wanted(Part::Browser) && tally.check("editor pages", build::editors) {
        for browser in [Browser::Chromium, Browser::Firefox] {
            if options.browser.is_none_or(|one| one == browser) {
                browser::test(&mut tally, browser, only);
            }
        }
    }
    tally.finish()
}

/// Writes the TypeScript side of the messages.
pub fn write_types() -> Result<()> {
    house::call(
        house::cargo()
            .args(["test", "--quiet", "--features", "wire", "--test", "wire"])
            .env("UPDATE_WIRE", "1"),
    )
}
