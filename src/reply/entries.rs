//! Packs that are a list of entries: replies, reminders.
//!
//! One broken entry costs that entry and no other; every problem names its line.

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::de::{DeTable, DeValue, Error};

use crate::pack::{Problem, line_of};

/// What every pack says of itself, for people.
const HEADER: [&str; 3] = ["pack", "version", "source"];

/// An entry and the line that it starts on.
pub(crate) struct Entry<T> {
    pub line: usize,
    pub value: T,
}

/// A pack's text while it is read, and what was wrong with it so far.
pub(crate) struct Reading<'a> {
    file: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// The tables of the array `key`, as far as they can be read.
    pub(crate) fn entries<T: DeserializeOwned>(&mut self, key: &str) -> Vec<Entry<T>> {
        let tables = self.tables(&[key]);
        tables.into_iter().filter_map(|(_, table)| self.read(table)).collect()
    }

    /// A table as what it should be.
    pub(crate) fn read<T: DeserializeOwned>(
        &mut self,
        table: toml::Spanned<DeValue<'_>>,
    ) -> Option<Entry<T>> {
        let at = table.span().start;
        match T::deserialize(table.into_deserializer()) {
            Ok(value) => Some(Entry { line: self.line(at), value }),
            Err(error) => {
                self.error(&error, at);
                None
            }
        }
    }

    /// The tables of the arrays of these names, each with the place of its name
    /// among them, in the order of the names in the file.
    pub(crate) fn tables(&mut self, keys: &[&str]) -> Vec<(usize, toml::Spanned<DeValue<'a>>)> {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            self.error(&error, 0);
        }
        let mut entries = Vec::new();
        let mut headed = 0;
        for (name, value) in document.into_inner() {
            let at = name.span().start;
            match name.get_ref().as_ref() {
                header if HEADER.contains(&header) => {
                    headed += 1;
                    if value.get_ref().as_str().is_none_or(|words| words.trim().is_empty()) {
                        self.problem(self.line(at), format!("`{header}` says nothing"));
                    }
                }
                found if keys.contains(&found) => match value.into_inner() {
                    DeValue::Array(array) => {
                        let kind = keys.iter().position(|key| *key == found).unwrap_or(0);
                        entries.extend(array.into_iter().map(|table| (kind, table)));
                    }
                    _ => self.problem(self.line(at), format!("write each entry as [[{found}]]")),
                },
                other => {
                    let known = keys.join("]] and [[");
                    let message = format!(
                        "unknown key `{other}`; beside its header this pack has [[{known}]]"
                    );
                    self.problem(self.line(at), message);
                }
            }
        }
        if headed < HEADER.len() {
            self.problem(0, "a pack begins with `pack`, `version` and `source`".to_owned());
        }
        entries
    }

    /// Notes a problem with the line that it is on.
    pub(crate) fn problem(&mut self, line: usize, message: String) {
        self.problems.push(Problem { file: self.file.to_owned(), line, message });
    }

    /// Everything that was wrong, in the order of lines.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.line);
        self.problems
    }

    /// An error without a place of its own belongs to what starts at `around`.
    fn error(&mut self, error: &Error, around: usize) {
        let at = error.span().map_or(around, |span| span.start);
        self.problem(self.line(at), error.message().to_owned());
    }

    fn line(&self, at: usize) -> usize {
        line_of(self.text, at)
    }
}
