//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use deti::rule::Level;

/// Deti 得体: what a seller's agent may say, and what says it better.
#[derive(Debug, Parser)]
#[command(name = "deti", version)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the command can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Checks drafts: JSON lines {"id","text","buyer"?} in, one answer a line out.
    Check(CheckOptions),
    /// Tries packs of rules, or lists what they hold.
    #[command(subcommand)]
    Pack(PackCommand),
}

/// What can be done with packs.
#[derive(Debug, Subcommand)]
pub enum PackCommand {
    /// Tries packs: reads them, looks through them and runs their own sentences.
    ///
    /// Ends with 0 if everything holds, with 1 if something is refused, and
    /// with 2 if a file cannot be read.
    Test(PackOptions),
    /// Lists the rules: level, name, phrases and source.
    List(PackOptions),
}

/// Which packs, and how they are told of.
#[derive(Debug, clap::Args)]
pub struct PackOptions {
    /// Packs to try beside the built-in ones; one that has the name of a
    /// built-in pack stands in its place.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The shop's file (TOML): its profile, and what it changes in the rules.
    #[arg(long, value_name = "SHOP")]
    pub shop: Option<PathBuf>,
    /// Writes one JSON object instead of lines for people.
    #[arg(long)]
    pub json: bool,
}

/// How drafts are checked.
#[derive(Debug, clap::Args)]
pub struct CheckOptions {
    /// Files of drafts; standard input if there is none, or for `-`.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// A rule pack to use beside the built-in ones; may be given many times.
    #[arg(long = "pack", value_name = "PACK")]
    pub packs: Vec<PathBuf>,
    /// The shop's file (TOML): its profile, and what it changes in the rules.
    /// Without it, the shop is the one that the handbook assumes.
    #[arg(long, value_name = "SHOP")]
    pub shop: Option<PathBuf>,
    /// Writes lines for people instead of JSON.
    #[arg(long)]
    pub plain: bool,
    /// Ends with 1 if there is a finding of this level or above.
    #[arg(long, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
}

/// A level on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FailOn {
    /// Any finding.
    Tip,
    /// A warning or a block.
    Warn,
    /// A block.
    Block,
}

impl FailOn {
    /// The level as the rules have it.
    pub fn level(self) -> Level {
        match self {
            FailOn::Tip => Level::Tip,
            FailOn::Warn => Level::Warn,
            FailOn::Block => Level::Block,
        }
    }
}
