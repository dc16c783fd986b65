//! `cargo xtask`: every chore of the repository behind one command.
//!
//! The chores are thin. Cargo makes the wasm, npm's tools make the scripts,
//! the browser tests are TypeScript under `tests/browser/`; what stands here
//! is the order of the steps, what each needs, and saying what goes on.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to a terminal")]

mod bench;
mod build;
mod fuzz;
mod house;
mod needs;
mod quality;
mod scene;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, runs and tests Deti.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Makes dist/chrome, dist/firefox, dist/site and dist/npm.
    Build,
    /// Builds, serves the sandbox and opens a browser with the extension.
    Run(scene::Options),
    /// Checks everything; the last line is the total.
    Test(test::Options),
    /// Measures the shipped wasm beside what npm has; --write puts the table into README.md.
    Bench(bench::Options),
    /// Throws made-up packs and drafts at the core for a bounded time.
    Fuzz(fuzz::Options),
    /// Counts what the rules find and miss in labelled drafts, beside the targets.
    Quality(quality::Options),
    /// Writes extension/page/wire.ts anew from the Rust messages.
    Types,
}

fn main() -> ExitCode {
    let done = match Chores::parse().chore {
        Chore::Build => build::build(),
        Chore::Run(options) => scene::run(&options),
        Chore::Test(options) => test::test(&options),
        Chore::Bench(options) => bench::bench(&options),
        Chore::Fuzz(options) => fuzz::fuzz(&options),
        Chore::Quality(options) => quality::quality(&options),
        Chore::Types => test::write_types(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line for a person, whatever RUST_BACKTRACE says: what went
            // wrong here is a tool or the tree, not this program.
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
