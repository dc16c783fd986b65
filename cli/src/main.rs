//! The `deti` command: the same check as in the browser, in bulk and in CI.
//!
//! JSON lines in, JSON lines out, in input order. What cannot be read is one
//! line on standard error, with file and line; the other lines are answered
//! all the same, and the command ends with 2.
#![allow(clippy::print_stderr, reason = "a command says its problems there")]

mod args;
mod check;
mod lines;
mod plain;
mod rules;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let command = args::Args::parse().command;
    match command {
        args::Command::Check(options) => match check::run(&options) {
            Ok(outcome) => outcome.exit_code(),
            Err(error) => {
                eprintln!("{error:#}");
                ExitCode::from(2)
            }
        },
    }
}
