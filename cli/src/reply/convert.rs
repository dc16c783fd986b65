//! `deti reply convert`: one tool's file in, another's out, and what was lost.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use deti::reply::Reply;
use deti_formats::{Format, How, write};

use super::{Beside, Placed, beside, number, read, shop, told};
use crate::args::ConvertOptions;

/// Reads, writes, and says what could not be taken along.
pub fn run(options: &ConvertOptions) -> Result<ExitCode> {
    let (from, to) = (&options.from_file, &options.to_file);
    let named = || Format::of_name(&to.display().to_string());
    let Some(format) = options.to.or_else(named) else {
        bail!("{}: its name says no format; give one with --to", to.display());
    };
    let same = |path| fs::canonicalize(path).ok();
    if same(from).is_some_and(|from| Some(from) == same(to)) {
        bail!("{}: is the file that is read; name another to write", to.display());
    }
    let encoding = options.encoding.map(|name| name.encoding());
    if encoding.is_some() && !format.is_table() {
        let title = format.title();
        bail!("--encoding is for tables of text; {title} has its own, leave it out");
    }
    let read = read(from, options.from)?;
    for remark in read.refused.iter().chain(&read.notes) {
        eprintln!("{}", Placed(from, remark));
    }
    eprintln!("{}: {} ({})", from.display(), number(read.rows.len()), told(&read));
    if read.rows.is_empty() {
        return Ok(ExitCode::from(2));
    }
    let replies: Vec<Reply> = read.rows.into_iter().map(|row| row.reply).collect();
    let Beside { replies: others, whole } = others(&options.with)?;
    let how = How { script: options.script.script(), encoding, beside: &others };
    let written = write(format, &replies, how);
    for loss in &written.losses {
        eprintln!("{}: {loss}", to.display());
    }
    let encoding = written.encoding.map(|encoding| format!(", {}", encoding.title()));
    let what = format!("{}{}", format.title(), encoding.unwrap_or_default());
    if options.dry_run {
        eprintln!("{}: nothing written; it would be {what}", to.display());
    } else {
        fs::write(to, &written.bytes)
            .with_context(|| format!("{}: cannot be written", to.display()))?;
        eprintln!("{}: {} ({what})", to.display(), number(replies.len()));
    }
    Ok(ExitCode::from(u8::from(!read.refused.is_empty() || !whole)))
}

/// The replies whose words may be taken in: those of the files, then the built-in
/// ones.
fn others(files: &[PathBuf]) -> Result<Beside<Vec<Reply>>> {
    let mut all = Beside { replies: Vec::new(), whole: true };
    for file in files {
        let Beside { replies: rows, whole } = beside(file)?;
        all.replies.extend(rows.into_iter().map(|row| row.reply));
        all.whole &= whole;
    }
    all.replies.extend(shop::replies()?);
    Ok(all)
}
