//! Reading TOML by hand: every key and value with its line, and everything
//! that is wrong with them at once instead of the first thing only.
//!
//! It knows tables, keys and values; what they mean is for `read` and
//! `overlay`.

use toml::de::{DeTable, DeValue};
use toml::{Spanned, de::DeString};

use super::nearest::hint;
use super::pack::Phrase;
use crate::pack::Problem;

/// A file while it is read, and what is wrong with it so far.
pub(super) struct Form<'a> {
    file: &'a str,
    text: &'a str,
    /// Where each line starts, in bytes.
    lines: Vec<usize>,
    problems: Vec<Problem>,
    /// Whether it is TOML from end to end.
    pub(super) whole: bool,
}

/// A table of the file.
#[derive(Clone)]
pub(super) struct Fields<'t> {
    table: &'t DeTable<'t>,
    /// How it is written, for messages: `[[rule]]`.
    name: String,
    /// The line that it starts on.
    pub(super) line: usize,
}

impl<'a> Form<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Form<'a> {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = [0].into_iter().chain(starts.map(|(place, _)| place + 1)).collect();
        Form { file, text, lines, problems: Vec::new(), whole: true }
    }

    /// The file's tables; what is no TOML is said and left out.
    pub(super) fn document(&mut self) -> DeTable<'a> {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        for error in errors {
            self.whole = false;
            let line = error.span().map_or(0, |span| self.line(span.start));
            self.say(line, format!("this is no TOML: {}; mend this line first", error.message()));
        }
        document.into_inner()
    }

    /// The line of a byte offset, counted from 1.
    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    pub(super) fn say(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(Problem { file: self.file.to_owned(), line, message: message.into() });
    }

    /// Everything that was wrong, in the order of lines.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.line);
        self.problems
    }

    /// The whole file as one table.
    pub(super) fn root<'t>(&self, table: &'t DeTable<'t>, name: &str) -> Fields<'t> {
        Fields { table, name: name.to_owned(), line: 1 }
    }

    /// Says every key of a table that has no meaning there.
    pub(super) fn only(&mut self, fields: &Fields<'_>, known: &[&str]) {
        for key in fields.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let hint = hint(name, known.iter().copied());
                let line = self.line(key.span().start);
                self.say(line, format!("{} has no key `{name}`{hint}", fields.name));
            }
        }
    }

    /// The names and values of a table that are for its author to choose.
    pub(super) fn pairs<'t>(&self, fields: &Fields<'t>) -> Vec<(Phrase, &'t Spanned<DeValue<'t>>)> {
        let pair = |(key, value): (&Spanned<DeString<'t>>, &'t Spanned<DeValue<'t>>)| {
            let (text, line) = (key.get_ref().clone().into_owned(), self.line(key.span().start));
            (Phrase { text, line }, value)
        };
        fields.table.iter().map(pair).collect()
    }

    /// The line that a key of a table stands on, else the table's.
    pub(super) fn line_of(&self, fields: &Fields<'_>, key: &str) -> usize {
        let found = fields.table.get_key_value(key);
        found.map_or(fields.line, |(key, _)| self.line(key.span().start))
    }

    fn wrong(&mut self, fields: &Fields<'_>, key: &str, wanted: &str) {
        let line = self.line_of(fields, key);
        self.say(line, format!("`{key}` of {} must be {wanted}", fields.name));
    }

    /// Says that something is not there, unless it may be what could not be read.
    pub(super) fn missing(&mut self, fields: &Fields<'_>, key: &str, wanted: &str) {
        if self.whole {
            self.say(fields.line, format!("{} has no `{key}`; write {wanted}", fields.name));
        }
    }

    /// A string that says something, if it is there.
    pub(super) fn text(&mut self, fields: &Fields<'_>, key: &str) -> Option<Phrase> {
        let value = fields.table.get(key)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => {
                Some(Phrase { text: text.to_owned(), line: self.line(value.span().start) })
            }
            Some(_) => {
                self.wrong(fields, key, "more than blanks");
                None
            }
            None => {
                self.wrong(fields, key, "a string in quotes");
                None
            }
        }
    }

    /// A string that must be there.
    pub(super) fn needed(&mut self, fields: &Fields<'_>, key: &str) -> Phrase {
        if !fields.table.contains_key(key) {
            self.missing(fields, key, &format!("`{key} = \"…\"`"));
        }
        self.text(fields, key).unwrap_or_else(|| Phrase { text: String::new(), line: fields.line })
    }

    /// A string that may be empty, and must be there.
    pub(super) fn wording(&mut self, fields: &Fields<'_>, key: &str) -> String {
        match fields.table.get(key).map(|value| value.get_ref().as_str()) {
            Some(Some(text)) => text.to_owned(),
            Some(None) => {
                self.wrong(fields, key, "a string in quotes");
                String::new()
            }
            None => {
                self.missing(fields, key, &format!("`{key} = \"…\"`"));
                String::new()
            }
        }
    }

    /// A list of strings; empty if it is not there.
    pub(super) fn texts(&mut self, fields: &Fields<'_>, key: &str) -> Vec<Phrase> {
        match fields.table.get(key) {
            Some(value) => self.strings(&fields.name, key, value),
            None => Vec::new(),
        }
    }

    /// A list of strings that is the value of some key.
    pub(super) fn strings(
        &mut self,
        name: &str,
        key: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Vec<Phrase> {
        let Some(list) = value.get_ref().as_array() else {
            let line = self.line(value.span().start);
            self.say(line, format!("`{key}` of {name} must be a list: `{key} = [\"…\", \"…\"]`"));
            return Vec::new();
        };
        let mut phrases = Vec::new();
        for value in list.iter() {
            let line = self.line(value.span().start);
            match value.get_ref().as_str() {
                Some(text) => phrases.push(Phrase { text: text.to_owned(), line }),
                None => self.say(line, format!("`{key}` of {name} has strings in quotes only")),
            }
        }
        phrases
    }

    /// Yes or no; no if it is not there.
    pub(super) fn flag(&mut self, fields: &Fields<'_>, key: &str) -> Option<bool> {
        let value = fields.table.get(key)?.get_ref().as_bool();
        if value.is_none() {
            self.wrong(fields, key, "`true` or `false`");
        }
        value
    }

    /// A whole number from 0 to a greatest one.
    pub(super) fn number(&mut self, fields: &Fields<'_>, key: &str, most: u16) -> Option<u16> {
        let value = fields.table.get(key)?.get_ref().as_integer();
        let value = value.and_then(|value| u16::from_str_radix(value.as_str(), value.radix()).ok());
        if value.is_none_or(|value| value > most) {
            self.wrong(fields, key, &format!("a number from 0 to {most}"));
        }
        value.filter(|value| *value <= most)
    }

    /// One of some words.
    pub(super) fn choice<T: Copy>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        known: &[(&str, T)],
    ) -> Option<T> {
        let word = self.text(fields, key)?;
        self.one_of(fields, key, &word, known)
    }

    /// A list of some words.
    pub(super) fn choices<T: Copy>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        known: &[(&str, T)],
    ) -> Vec<T> {
        let words = self.texts(fields, key);
        words.iter().filter_map(|word| self.one_of(fields, key, word, known)).collect()
    }

    fn one_of<T: Copy>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        word: &Phrase,
        known: &[(&str, T)],
    ) -> Option<T> {
        let found = known.iter().find(|(name, _)| *name == word.text);
        if found.is_none() {
            let hint = hint(&word.text, known.iter().map(|(name, _)| *name));
            let message = format!("`{}` is no `{key}` of {}{hint}", word.text, fields.name);
            self.say(word.line, message);
        }
        found.map(|(_, value)| *value)
    }

    /// A table, if it is there.
    pub(super) fn table<'t>(&mut self, fields: &Fields<'t>, key: &str) -> Option<Fields<'t>> {
        let value = fields.table.get(key)?;
        let name = format!("`{key}` of {}", fields.name);
        let found = self.as_table(value, name);
        if found.is_none() {
            self.wrong(fields, key, "a table: `{ … }`");
        }
        found
    }

    /// A value that is a table.
    pub(super) fn as_table<'t>(
        &self,
        value: &'t Spanned<DeValue<'t>>,
        name: String,
    ) -> Option<Fields<'t>> {
        let line = self.line(value.span().start);
        value.get_ref().as_table().map(|table| Fields { table, name, line })
    }

    /// A list of tables; `name` is how one of them is written.
    pub(super) fn tables<'t>(
        &mut self,
        fields: &Fields<'t>,
        key: &str,
        name: &str,
    ) -> Vec<Fields<'t>> {
        let Some(value) = fields.table.get(key) else { return Vec::new() };
        let list = value.get_ref().as_array().map(|list| list.iter().collect()).unwrap_or_default();
        let list: Vec<&'t Spanned<DeValue<'t>>> = list;
        let tables: Vec<_> =
            list.iter().filter_map(|value| self.as_table(value, name.to_owned())).collect();
        if tables.len() < list.len() || list.is_empty() {
            self.wrong(fields, key, &format!("a list of tables: write each as {name}"));
        }
        tables
    }

    /// Whether a table has a key.
    pub(super) fn has(fields: &Fields<'_>, key: &str) -> bool {
        fields.table.contains_key(key)
    }
}
