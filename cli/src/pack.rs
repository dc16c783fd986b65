//! `deti pack`: packs are tried and listed.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use deti::pack::Problem;
use deti::rule::{Change, Level, Trial, What};
use serde::Serialize;

use crate::args::{PackCommand, PackOptions};
use crate::rules;
use crate::source::Source;

/// What came of trying packs.
#[derive(Serialize)]
struct Report<'a> {
    good: bool,
    problems: Vec<Said<'a>>,
    changes: &'a [Change],
    rules: usize,
    phrases: usize,
    sentences: usize,
    rewrites: usize,
}

#[derive(Serialize)]
struct Said<'a> {
    file: &'a str,
    line: usize,
    message: &'a str,
}

/// A rule in the list.
#[derive(Serialize)]
struct Listed<'a> {
    rule: &'a str,
    level: Level,
    phrases: usize,
    source: &'a str,
    file: &'a str,
}

/// Tries or lists packs. 0 if they hold, 1 if one is refused, 2 if a file
/// cannot be read.
pub fn run(command: &PackCommand) -> Result<ExitCode> {
    let (PackCommand::Test(options) | PackCommand::List(options)) = command;
    let mut unreadable = Vec::new();
    let mut read = |path| Source::read(path).map_err(|message| unreadable.push(message)).ok();
    let files: Vec<Source> = options.files.iter().filter_map(|path| read(path)).collect();
    let files = once_named(files);
    let shop = options.shop.as_ref().and_then(|path| read(path));
    for message in &unreadable {
        eprintln!("{message}");
    }
    if !unreadable.is_empty() {
        return Ok(ExitCode::from(2));
    }
    for file in files.iter().filter(|file| has_replies(&file.text)) {
        eprintln!("{0}: is a pack of replies; try it with `deti reply check {0}`", file.name);
    }
    let trial = rules::tried(&files, shop.as_ref());
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match command {
        PackCommand::Test(_) => test(&mut out, options, &trial),
        PackCommand::List(_) => list(&mut out, options, &trial),
    };
    match written.and_then(|()| out.flush()) {
        // Whoever read this has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        other => other.context("the answer could not be written")?,
    }
    Ok(ExitCode::from(u8::from(!trial.problems.is_empty())))
}

/// Whether a text is of the other kind of pack, that of replies.
fn has_replies(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with("[[reply]]"))
}

/// The same files; one that is given again under another path has the name that
/// it had first, so that it is known for the same.
fn once_named(mut files: Vec<Source>) -> Vec<Source> {
    let real: Vec<_> = files.iter().map(|file| std::fs::canonicalize(&file.name).ok()).collect();
    for place in 1..files.len() {
        let first = real.iter().take(place).position(|path| path.is_some() && *path == real[place]);
        if let Some(first) = first {
            files[place].name = files[first].name.clone();
        }
    }
    files
}

fn test(out: &mut impl Write, options: &PackOptions, trial: &Trial) -> io::Result<()> {
    let tally = trial.tally;
    if options.json {
        let report = Report {
            good: trial.problems.is_empty(),
            problems: trial.problems.iter().map(said).collect(),
            changes: &trial.changes,
            rules: tally.rules,
            phrases: tally.phrases,
            sentences: tally.sentences,
            rewrites: tally.rewrites,
        };
        return line(out, &report);
    }
    for problem in &trial.problems {
        writeln!(out, "{problem}")?;
    }
    for change in &trial.changes {
        writeln!(out, "{}", told(change))?;
    }
    let verdict = match trial.problems.len() {
        0 => "good".to_owned(),
        count => format!("refused for {}", counted(count, "problem")),
    };
    let (rules, phrases) = (counted(tally.rules, "rule"), counted(tally.phrases, "phrase"));
    let sentences = counted(tally.sentences, "sentence");
    let rewrites = counted(tally.rewrites, "rewrite");
    writeln!(out, "{verdict}: {rules}, {phrases}; {sentences} run, {rewrites} checked")
}

/// `1 rule`, `2 rules`.
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn list(out: &mut impl Write, options: &PackOptions, trial: &Trial) -> io::Result<()> {
    for problem in &trial.problems {
        eprintln!("{problem}");
    }
    for pack in &trial.packs {
        for rule in pack.facts() {
            let (rule, level, phrases, source) = (rule.id, rule.level, rule.phrases, rule.source);
            let file = pack.file();
            if options.json {
                line(out, &Listed { rule, level, phrases, source, file })?;
            } else {
                let level = name(level);
                writeln!(out, "{level:<5}  {rule:<24}  {phrases:>4}  {source}  ({file})")?;
            }
        }
    }
    Ok(())
}

fn said(problem: &Problem) -> Said<'_> {
    Said { file: &problem.file, line: problem.line, message: &problem.message }
}

/// A change as one line: `line 3: address-form: level warn → tip`.
fn told(change: &Change) -> String {
    let Change { rule, what, before, after, line } = change;
    let rule = rule.as_ref().map(|rule| format!("{rule}: ")).unwrap_or_default();
    let what = match what {
        What::Setting => "",
        What::Level => "level ",
        What::Phrase => "phrase ",
        What::Exception => "exception ",
        What::Rewrite => "rewrite ",
    };
    let change = match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("+ {after}"),
        (_, true) => format!("− {before}"),
        _ => format!("{before} → {after}"),
    };
    format!("changed, line {line}: {rule}{what}{change}")
}

fn name(level: Level) -> &'static str {
    match level {
        Level::Block => "block",
        Level::Warn => "warn",
        Level::Tip => "tip",
    }
}

fn line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
