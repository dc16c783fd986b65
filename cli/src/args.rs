//! What can be written on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use deti::rule::Level;
use deti::text::Script;
use deti_formats::{Encoding, Format};

use crate::remind::Language;

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
    /// Converts files of replies, or says what importing one would do.
    #[command(subcommand)]
    Reply(ReplyCommand),
    /// Says which unpaid orders of a file to remind now, and why not the others.
    ///
    /// Ends with 0 if every row was taken, and with 2 if a row was refused or a
    /// file cannot be read; the other rows are answered all the same.
    Remind(RemindOptions),
}

/// What can be done with replies.
#[derive(Debug, Subcommand)]
pub enum ReplyCommand {
    /// Converts a file of replies from one tool's format into another's.
    ///
    /// Ends with 0 if everything was taken, with 1 if something was refused,
    /// and with 2 if a file cannot be read or written.
    Convert(ConvertOptions),
    /// Says what importing a file would do, row by row; nothing is changed.
    ///
    /// Ends with 0 if nothing is refused, with 1 if something is, and with 2 if
    /// the file cannot be read.
    Check(CheckReplies),
    /// Finds replies as the panel does: one JSON line for each, best first.
    ///
    /// Ends with 0 if something is found, with 1 if nothing is, and with 2 if a
    /// file cannot be read.
    Search(SearchReplies),
}

/// What is converted into what.
#[derive(Debug, clap::Args)]
pub struct ConvertOptions {
    /// The file to read.
    #[arg(value_name = "IN")]
    pub from_file: PathBuf,
    /// The file to write; the end of its name says its format.
    #[arg(value_name = "OUT")]
    pub to_file: PathBuf,
    /// The format of IN, if its name and its beginning do not say it.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub from: Option<Format>,
    /// The format of OUT; a .csv is a plain table unless this says otherwise.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub to: Option<Format>,
    /// The script that is written where a format holds one.
    #[arg(long, value_name = "SCRIPT", default_value = "hans")]
    pub script: ScriptName,
    /// The encoding of OUT, a table of text, if not the one that the format's own tool writes.
    #[arg(long, value_name = "ENCODING")]
    pub encoding: Option<EncodingName>,
    /// A file of replies whose words those of IN take in by {snippet:…}, beside the
    /// built-in ones; may be given many times.
    #[arg(long, value_name = "FILE")]
    pub with: Vec<PathBuf>,
    /// Says what would be written, and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// What is checked, and against what.
#[derive(Debug, clap::Args)]
pub struct CheckReplies {
    /// The file to read.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The format of FILE, if its name and its beginning do not say it.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub from: Option<Format>,
    /// Replies that the agent has already, beside the built-in ones.
    #[arg(long, value_name = "FILE")]
    pub own: Option<PathBuf>,
}

/// What is looked for, and where.
#[derive(Debug, clap::Args)]
pub struct SearchReplies {
    /// What is typed: words, pinyin, initials, an abbreviation; `@` and a folder
    /// narrow the search.
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    /// A file of replies to search beside the built-in ones.
    #[arg(long, value_name = "FILE")]
    pub own: Option<PathBuf>,
    /// The script that is shown.
    #[arg(long, value_name = "SCRIPT", default_value = "hans")]
    pub script: ScriptName,
    /// So many replies at most.
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    pub most: usize,
    /// Writes lines for people instead of JSON.
    #[arg(long)]
    pub plain: bool,
}

/// A script on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ScriptName {
    /// Simplified characters.
    Hans,
    /// Traditional characters.
    Hant,
}

impl ScriptName {
    /// The script as the replies have it.
    pub fn script(self) -> Script {
        match self {
            ScriptName::Hans => Script::Hans,
            ScriptName::Hant => Script::Hant,
        }
    }
}

/// An encoding on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum EncodingName {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// GB18030.
    Gb18030,
}

impl EncodingName {
    /// The encoding as the formats have it.
    pub fn encoding(self) -> Encoding {
        match self {
            EncodingName::Utf8 => Encoding::Utf8,
            EncodingName::Utf8Bom => Encoding::Utf8Bom,
            EncodingName::Gb18030 => Encoding::Gb18030,
        }
    }
}

/// The formats by their names.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .try_map(|name| Format::named(&name).ok_or("no such format"))
}

/// Which orders are planned, and by which clock and limits.
#[derive(Debug, clap::Args)]
pub struct RemindOptions {
    /// Files of orders: CSV, XLSX or JSON lines (.jsonl); `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The moment to plan for, such as "2026-11-06 15:00"; the clock's if not given.
    #[arg(long, value_name = "TIME")]
    pub now: Option<String>,
    /// How far the agent's clock is from UTC.
    #[arg(long, value_name = "OFFSET", default_value = "+08:00", allow_hyphen_values = true)]
    pub zone: String,
    /// A file of limits (TOML), over the built-in ones.
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The platform of orders that name none, such as taobao.
    #[arg(long, value_name = "PLATFORM")]
    pub platform: Option<String>,
    /// What a column of another name holds, such as 进度=status; may be given many
    /// times.
    #[arg(long = "column", value_name = "NAME=FIELD")]
    pub columns: Vec<String>,
    /// Only says, row by row, what of the files would be taken.
    #[arg(long)]
    pub dry_run: bool,
    /// The script of the reminders.
    #[arg(long, value_name = "SCRIPT", default_value = "hans")]
    pub script: ScriptName,
    /// The language of the reasons.
    #[arg(long, value_name = "LANGUAGE", default_value = "zh")]
    pub language: Language,
    /// Writes one JSON object a line instead of lines for people.
    #[arg(long)]
    pub json: bool,
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
