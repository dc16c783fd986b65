//! `deti reply check`: what an import would do, row by row, before it does.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use deti::reply::{Fate, Library, Part, Plan, Same, Why, plan};
use deti::text::Script;
use deti_formats::Read;

use super::{Beside, Placed, library, number, read, told};
use crate::args::CheckReplies;

/// Reads the file and says what would become of each row. 0 if all are taken, 1 if
/// one is refused, and 2 if nothing can be read, or not all that they are held
/// against.
pub fn run(options: &CheckReplies) -> Result<ExitCode> {
    let Beside { replies: library, whole } = library(options.own.as_deref())?;
    let read = read(&options.file, options.from)?;
    let plan = plan(&library, read.rows.clone());
    let mut out = BufWriter::new(io::stdout().lock());
    match table(options, &read, &plan, &library, &mut out).and_then(|()| out.flush()) {
        // Whoever reads has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        other => other.context("the table could not be written")?,
    }
    let tally = plan.tally();
    let ended = match () {
        () if read.rows.is_empty() || !whole => 2,
        () if tally.refused + read.refused.len() > 0 => 1,
        () => 0,
    };
    Ok(ExitCode::from(ended))
}

fn table(
    options: &CheckReplies,
    read: &Read,
    plan: &Plan,
    library: &Library,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "{}: {} ({})", options.file.display(), number(read.rows.len()), told(read))?;
    for row in &plan.rows {
        let title = match row.reply.title.hans.as_str() {
            "" => &row.reply.title.hant,
            title => title,
        };
        write!(out, "{:>6}  {:<9}  {title}", row.line, word(&row.fate))?;
        if let Some(why) = why(&row.fate, library) {
            write!(out, " — {why}")?;
        }
        if let Some(other) = &row.abbreviation_of {
            let other = match other {
                Same::Reply(id) => named(id, library),
                Same::Row(line) => format!("line {line}"),
            };
            write!(out, " — `{}` is {other} already", row.reply.abbreviation)?;
        }
        if !row.strays.is_empty() {
            write!(out, " — {} is no field; it would be said so", row.strays.join(" "))?;
        }
        if !row.broken.nowhere.is_empty() {
            write!(out, " — takes in {}: no such reply", row.broken.nowhere.join(" "))?;
        }
        if !row.broken.round.is_empty() {
            write!(out, " — takes in {}: goes round, or too deep", row.broken.round.join(" "))?;
        }
        writeln!(out)?;
        if let (Some(was), Fate::Changed(parts)) = (&row.was, &row.fate) {
            for part in parts {
                let both = part.of(was).into_iter().zip(part.of(&row.reply));
                for (old, new) in both.filter(|(old, new)| old != new) {
                    writeln!(out, "        - {}", on_one_line(&old))?;
                    writeln!(out, "        + {}", on_one_line(&new))?;
                }
            }
        }
        for (script, name) in [(Script::Hans, "simplified"), (Script::Hant, "traditional")] {
            let left = row.left_behind(script);
            if !left.is_empty() {
                let parts = left.iter().map(part).collect::<Vec<_>>().join(", ");
                writeln!(out, "        ! the {name} {parts} stay as they were")?;
            }
        }
    }
    for remark in read.refused.iter().chain(&read.notes) {
        writeln!(out, "{}", Placed(&options.file, remark))?;
    }
    let tally = plan.tally();
    let refused = tally.refused + read.refused.len();
    writeln!(
        out,
        "{} new, {} changed, {} duplicate, {refused} refused",
        tally.new, tally.changed, tally.duplicate
    )
}

fn on_one_line(words: &str) -> String {
    words.lines().collect::<Vec<_>>().join("⏎")
}

fn word(fate: &Fate) -> &'static str {
    match fate {
        Fate::New => "new",
        Fate::Changed(_) => "changed",
        Fate::Duplicate(_) => "duplicate",
        Fate::Refused(_) => "refused",
    }
}

fn why(fate: &Fate, library: &Library) -> Option<String> {
    match fate {
        Fate::New => None,
        Fate::Changed(parts) => Some(parts.iter().map(part).collect::<Vec<_>>().join(", ")),
        Fate::Duplicate(Same::Row(line)) => Some(format!("says the same as line {line}")),
        Fate::Duplicate(Same::Reply(id)) => {
            Some(format!("says the same as {}", named(id, library)))
        }
        Fate::Refused(why) => Some(refused(*why)),
    }
}

/// Why a row is left out, and what to do about it.
pub(super) fn refused(why: Why) -> String {
    match why {
        Why::NoBody => "says nothing; write the reply's words".to_owned(),
        Why::TooLong(length) => {
            format!("has {length} characters, more than any console sends; split it")
        }
        Why::Days => "ends before it begins; change one of its days".to_owned(),
    }
}

fn part(part: &Part) -> &'static str {
    match part {
        Part::Folder => "folder",
        Part::Title => "title",
        Part::Abbreviation => "abbreviation",
        Part::Tags => "tags",
        Part::Body => "words",
        Part::Platforms => "platforms",
        Part::Days => "days",
        Part::Source => "source",
    }
}

/// A reply as a person knows it: by its title, if it has one.
fn named(id: &str, library: &Library) -> String {
    match library.get(id).map(|reply| reply.title.hans.as_str()) {
        Some(title) if !title.is_empty() => format!("“{title}”"),
        _ => format!("`{id}`"),
    }
}
