//! `deti reply search`: the replies that words find, best first.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use deti::reply::{Found, Index, Query, Reply};
use serde::Serialize;

use super::{Beside, library};
use crate::args::SearchReplies;

/// A reply that was found. Offsets count UTF-16 code units.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    id: &'a str,
    rank: u32,
    folder: &'a str,
    title: &'a str,
    title_hits: Vec<(usize, usize)>,
    abbreviation: &'a str,
    body: &'a str,
    body_hits: Vec<(usize, usize)>,
}

/// Looks for the words. 0 if something is found, 1 if nothing is, and 2 if a file
/// cannot be read, or not the whole of it: then more may be there than was found.
pub fn run(options: &SearchReplies) -> Result<ExitCode> {
    let Beside { replies: library, whole } = library(options.own.as_deref())?;
    let replies: Vec<&Reply> = library.replies().map(|shelved| shelved.reply).collect();
    let query = Query::read(&options.words.join(" "));
    let found = Index::new(replies.iter().copied()).search(&query, |_| true);
    let mut out = BufWriter::new(io::stdout().lock());
    let shown = found.iter().take(options.most);
    let mut listed = shown.filter_map(|found| Some((found, *replies.get(found.place)?)));
    match listed.try_for_each(|(found, reply)| line(options, &query, found, reply, &mut out)) {
        // Whoever reads has read enough.
        Err(error) if io::Error::kind(&error) == ErrorKind::BrokenPipe => {}
        other => other.and_then(|()| out.flush()).context("the answer could not be written")?,
    }
    Ok(ExitCode::from(if whole { u8::from(found.is_empty()) } else { 2 }))
}

fn line(
    options: &SearchReplies,
    query: &Query,
    found: &Found,
    reply: &Reply,
    out: &mut impl Write,
) -> io::Result<()> {
    let script = options.script.script();
    let (title, body) = (reply.title.of(script), reply.body.of(script));
    let (title_hits, body_hits) = query.marks(title, &reply.pinyin, body);
    if options.plain {
        let folder = reply.folder.of(script);
        let (title, body) = (marked(title, &title_hits), marked(body, &body_hits));
        return writeln!(out, "{} {folder} {title}: {}", reply.id, body.replace('\n', " "));
    }
    let answer = Answer {
        id: &reply.id,
        rank: found.rank,
        folder: reply.folder.of(script),
        title_hits: in_units(title, &title_hits),
        title,
        abbreviation: &reply.abbreviation,
        body_hits: in_units(body, &body_hits),
        body,
    };
    serde_json::to_writer(&mut *out, &answer)?;
    out.write_all(b"\n")
}

/// The ranges in brackets.
fn marked(text: &str, ranges: &[(usize, usize)]) -> String {
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if ranges.iter().any(|(start, _)| *start == at) {
            out.push('【');
        }
        out.push(c);
        if ranges.iter().any(|(_, end)| *end == at + 1) {
            out.push('】');
        }
    }
    out
}

fn in_units(text: &str, ranges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let units = |at: usize| text.chars().take(at).map(char::len_utf16).sum();
    ranges.iter().map(|(start, end)| (units(*start), units(*end))).collect()
}
