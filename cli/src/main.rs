//! The `deti` command: the same check as in the browser, in bulk and in CI.
//!
//! JSON lines in, JSON lines out, in input order. What cannot be read is one
//! line on standard error, with file and line; the other lines are answered
//! all the same, and the command ends with 2. Packs of rules are tried here
//! before anybody works with them.
#![allow(clippy::print_stderr, reason = "a command says its problems there")]

mod args;
mod check;
mod escapes;
mod lines;
mod pack;
mod plain;
mod remind;
mod reply;
mod rules;
mod source;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let command = args::Args::parse().command;
    let ended = match command {
        args::Command::Check(options) => check::run(&options).map(|outcome| outcome.exit_code()),
        args::Command::Pack(command) => pack::run(&command),
        args::Command::Reply(command) => reply::run(&command),
        args::Command::Remind(options) => remind::run(&options),
    };
    ended.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::from(2)
    })
}
