//! What every pack file is: TOML text with a header, a version and a source.
//!
//! Packs are data. This module knows the header and how a problem in a pack is
//! reported; what stands in a pack is the business of the module that reads it.

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
