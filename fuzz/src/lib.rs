//! What must hold for any bytes.
//!
//! Each module has one `hold`, which panics when something does not. The
//! programs in `fuzz_targets` hand it what libFuzzer makes up; without it they
//! replay the files they are given, and the tests replay `seeds`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a property fails by panicking")]

pub mod drafts;
pub mod formats;
pub mod lines;
pub mod packs;

/// Runs a property on the files named on the command line.
pub fn replay(hold: impl Fn(&[u8])) -> std::io::Result<()> {
    for file in std::env::args_os().skip(1) {
        hold(&std::fs::read(file)?);
    }
    Ok(())
}
