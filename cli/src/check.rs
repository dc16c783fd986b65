//! `deti check`: one answer for every draft, in input order.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use deti::rule::{Checker, Context, Finding, Level};
use serde::{Deserialize, Serialize};

use crate::args::CheckOptions;
use crate::escapes::mended;
use crate::lines::{Line, Lines};
use crate::{plain, rules};

/// A draft as it comes in. Other fields are the caller's own.
#[derive(Debug, Deserialize)]
struct Draft {
    id: serde_json::Value,
    text: String,
    buyer: Option<String>,
}

/// The answer to a draft.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    id: &'a serde_json::Value,
    findings: Vec<Found<'a>>,
    rewritten: &'a str,
}

#[derive(Debug, Serialize)]
struct Found<'a> {
    rule: &'a str,
    level: Level,
    start: u32,
    end: u32,
    found: &'a str,
    why: &'a str,
    source: &'a str,
    rewrites: Vec<&'a str>,
}

/// How the check ended.
#[derive(Debug, Default)]
pub struct Outcome {
    unreadable: bool,
    failed: bool,
}

impl Outcome {
    /// 2 if something could not be read, 1 if a finding fails the run, else 0.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if self.unreadable { 2 } else { u8::from(self.failed) })
    }

    fn complain(&mut self, place: &str, message: &str) {
        self.unreadable = true;
        eprintln!("{place}: {message}");
    }
}

/// Checks every draft of every file.
pub fn run(options: &CheckOptions) -> Result<Outcome> {
    let checker = rules::checker(&options.packs, options.shop.as_deref())?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::default();
    let stdin = [PathBuf::from("-")];
    let files = if options.files.is_empty() { &stdin[..] } else { &options.files };
    let done = files
        .iter()
        .try_for_each(|file| file_of_drafts(file, options, &checker, &mut out, &mut outcome))
        .and_then(|()| out.flush());
    match done {
        // Whoever read the answers has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(outcome),
        other => other.map(|()| outcome).context("the answers could not be written"),
    }
}

fn file_of_drafts(
    file: &Path,
    options: &CheckOptions,
    checker: &Checker,
    out: &mut impl Write,
    outcome: &mut Outcome,
) -> io::Result<()> {
    if file.is_dir() {
        outcome.complain(&file.display().to_string(), "is a folder; name a file");
        return Ok(());
    }
    let mut lines = match Lines::open(file) {
        Ok(lines) => lines,
        Err(error) => {
            let message = format!("cannot be opened ({error}); check the name");
            outcome.complain(&file.display().to_string(), &message);
            return Ok(());
        }
    };
    loop {
        let line = match lines.next() {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(()),
            Err(error) => {
                outcome.complain(&lines.place(), &format!("cannot be read ({error})"));
                return Ok(());
            }
        };
        let draft = match line {
            Line::Text(text) => draft(&text),
            Line::Bad(message) => Err(message),
        };
        match draft {
            Ok(draft) => answer(&draft, options, checker, out, outcome)?,
            Err(message) => outcome.complain(&lines.place(), &message),
        }
    }
}

fn answer(
    draft: &Draft,
    options: &CheckOptions,
    checker: &Checker,
    out: &mut impl Write,
    outcome: &mut Outcome,
) -> io::Result<()> {
    let context = Context { buyer: draft.buyer.as_deref() };
    let findings = checker.check(&draft.text, &context);
    let rewritten = checker.rewrite(&draft.text, &context);
    let level = options.fail_on.map(|fail_on| fail_on.level());
    outcome.failed |=
        level.is_some_and(|level| findings.iter().any(|finding| finding.level >= level));
    if options.plain {
        return plain::write(out, &draft.id, &draft.text, &findings, &rewritten.text);
    }
    let answer = Answer {
        id: &draft.id,
        findings: findings.iter().map(found).collect(),
        rewritten: &rewritten.text,
    };
    serde_json::to_writer(&mut *out, &answer)?;
    out.write_all(b"\n")
}

fn found(finding: &Finding) -> Found<'_> {
    Found {
        rule: &finding.rule,
        level: finding.level,
        start: finding.start,
        end: finding.end,
        found: &finding.found,
        why: &finding.why.hans,
        source: &finding.source,
        rewrites: finding.rewrites.iter().map(|edit| edit.text.as_str()).collect(),
    }
}

/// Reads a draft; what is wrong with it, and what to do, if it is none.
fn draft(line: &str) -> Result<Draft, String> {
    // A list would be read as the fields in their order.
    if line.starts_with('[') {
        return Err("is a list; a line is an object with \"id\" and \"text\"".to_owned());
    }
    // A place in a line that was mended is the same place: both escapes are as long.
    serde_json::from_str(&mended(line)).map_err(|error| {
        let said = error.to_string();
        let said = said.split(" at line 1 column").next().unwrap_or_default();
        let advice = if said.starts_with("missing field") {
            "a draft is {\"id\",\"text\",\"buyer\"?}"
        } else if said.starts_with("duplicate field") {
            "keep one of them"
        } else if error.is_data() {
            "`text` and `buyer` are strings"
        } else {
            "write one JSON object a line"
        };
        format!("column {}: {said}; {advice}", error.column())
    })
}
