//! `deti reply`: files of replies, converted, looked over and searched.

mod check;
mod convert;
mod search;
mod shop;

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use deti::reply::{Library, plan};
use deti_formats::{Format, Read, Remark};

use crate::args::ReplyCommand;

/// Runs the command.
pub fn run(command: &ReplyCommand) -> Result<ExitCode> {
    match command {
        ReplyCommand::Convert(options) => convert::run(options),
        ReplyCommand::Check(options) => check::run(options),
        ReplyCommand::Search(options) => search::run(options),
    }
}

/// A file, as it was read.
fn read(path: &Path, format: Option<Format>) -> Result<Read> {
    let bytes = std::fs::read(path)
        .with_context(|| format!("{}: cannot be read; check the name", path.display()))?;
    Ok(deti_formats::read(&path.display().to_string(), &bytes, format))
}

/// The built-in replies, and beside them those of a file.
fn library(own: Option<&Path>) -> Result<Library> {
    let mut library = Library::new(shop::replies()?);
    if let Some(own) = own {
        let Read { rows, refused, .. } = read(own, None)?;
        // A search among half of the replies would say that the others are not there.
        if let Some(remark) = refused.first() {
            return Err(anyhow!("{}", Placed(own, remark)));
        }
        if let Some(change) = plan(&library, rows).change() {
            library
                .apply(change, 0)
                .map_err(|refusal| anyhow!("{}: {refusal:?}", own.display()))?;
        }
    }
    Ok(library)
}

/// What the file turned out to be: `千牛, GB18030`.
fn told(read: &Read) -> String {
    let format = read.format.map_or("no file of replies", Format::title);
    match read.encoding {
        Some(encoding) => format!("{format}, {}", encoding.title()),
        None => format.to_owned(),
    }
}

/// A remark with its place.
struct Placed<'a>(&'a Path, &'a Remark);

impl fmt::Display for Placed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Placed(path, remark) = self;
        match remark.line {
            0 => write!(formatter, "{}: {}", path.display(), remark.message()),
            line => write!(formatter, "{}:{line}: {}", path.display(), remark.message()),
        }
    }
}

fn number(count: usize) -> String {
    format!("{count} {}", if count == 1 { "reply" } else { "replies" })
}
