//! `deti reply`: files of replies, converted, looked over and searched.

mod check;
mod convert;
mod search;
mod shop;

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use deti::reply::{Fate, Library, Row, plan};
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

/// Replies that others are held against or looked for among.
struct Beside<T> {
    replies: T,
    /// Whether none is missing that has words.
    whole: bool,
}

/// The rows of a file beside others. Each that cannot be taken is said: whoever looks
/// among the rest would think that it is not there. A row that has no words, such as
/// a picture, is not missed.
fn beside(path: &Path) -> Result<Beside<Vec<Row>>> {
    let Read { rows, refused, .. } = read(path, None)?;
    let missed = refused.iter().find(|remark| !remark.says.is_of_no_words());
    if let Some(remark) = missed.filter(|_| rows.is_empty()) {
        return Err(anyhow!("{}", Placed(path, remark)));
    }
    for remark in &refused {
        eprintln!("{}", Placed(path, remark));
    }
    Ok(Beside { replies: rows, whole: missed.is_none() })
}

/// The built-in replies, and beside them those of a file.
fn library(own: Option<&Path>) -> Result<Beside<Library>> {
    let mut library = Library::new(shop::replies()?);
    let Some(own) = own else { return Ok(Beside { replies: library, whole: true }) };
    let Beside { replies: rows, mut whole } = beside(own)?;
    let plan = plan(&library, rows);
    for row in &plan.rows {
        if let Fate::Refused(why) = row.fate {
            eprintln!("{}:{}: {}", own.display(), row.line, check::refused(why));
            whole = false;
        }
    }
    if let Some(change) = plan.change(&library, 0) {
        library.apply(change, 0).map_err(|refusal| anyhow!("{}: {refusal:?}", own.display()))?;
    }
    Ok(Beside { replies: library, whole })
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
