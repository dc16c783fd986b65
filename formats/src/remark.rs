//! What is said about a line of a file.

/// Something about a line, said so that whoever has the file can mend it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Remark {
    /// The line, or the row of a sheet, counted from 1; 0 for the whole file.
    pub line: usize,
    /// What sort of thing it is, for whoever says it in another language.
    pub kind: Kind,
    /// What is wrong and what to do.
    pub message: String,
}

/// What sort of thing a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The file, or a part of it, cannot be read at all.
    Unreadable,
    /// The file is not of the format that it should have.
    Format,
    /// No column has the words.
    Columns,
    /// A row says nothing.
    NoBody,
    /// A quotation mark is never closed.
    Quote,
    /// A day that there is not.
    Day,
    /// A picture, which is not taken.
    Picture,
    /// A command of the other tool that Deti has no word for.
    Command,
    /// Something of the other tool's own that is not taken.
    Rest,
}
