//! The packs on trial: every one of a folder, compiled for the shop that the
//! labels assume.

use std::{fs, io, path::Path};

use deti::rule::{Checker, Pack};
use deti::shop::Shop;

/// Compiles every `*.toml` of a folder, by name. A problem with a pack is an
/// error: figures over half a pack would mislead.
pub fn checker(folder: &Path) -> io::Result<Checker> {
    let mut files: Vec<_> =
        fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "toml"));
    files.sort();
    let mut packs = Vec::new();
    let mut problems = Vec::new();
    for file in &files {
        let (pack, found) = Pack::parse(&file.display().to_string(), &fs::read_to_string(file)?);
        packs.push(pack);
        problems.extend(found);
    }
    let (checker, found) = Checker::new(&packs, &Shop::default());
    problems.extend(found);
    if problems.is_empty() && !packs.is_empty() {
        return Ok(checker);
    }
    let mut said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    if packs.is_empty() {
        said.push(format!("{}: no pack here", folder.display()));
    }
    Err(io::Error::new(io::ErrorKind::InvalidData, said.join("\n")))
}
