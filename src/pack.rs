//! What every pack file is: TOML text with a header, a version and a source.
//!
//! Packs are data. This module knows how a problem in a pack is reported; what
//! stands in a pack is the business of the module that reads it.

/// Something wrong with a pack, said so that its author can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name as it was given.
    pub file: String,
    /// The line, counted from 1; 0 if the problem is with the file as a whole.
    pub line: usize,
    /// What is wrong and what to do about it.
    pub message: String,
}

impl Problem {
    /// A problem at a byte offset of a file's text.
    pub fn at(file: &str, text: &str, offset: usize, message: impl Into<String>) -> Problem {
        Problem { file: file.to_owned(), line: line_of(text, offset), message: message.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(formatter, "{}: {}", self.file, self.message),
            line => write!(formatter, "{}:{line}: {}", self.file, self.message),
        }
    }
}

/// The line of a byte offset, counted from 1.
pub fn line_of(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}
