//! The formats: their names, and what a file looks like.

use crate::decode::Encoding;
use crate::table::{self, Delimiter};
use crate::{keehoo, qianniu};

/// A format of files of replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// 千牛's phrases: three fixed lines, then group, code and words.
    Qianniu,
    /// The same with a title, as its third version has it.
    QianniuTitled,
    /// KeeHoo's phrases: one line each, no quotes.
    Keehoo,
    /// Text Blaze's export.
    TextBlaze,
    /// A match file of Espanso.
    Espanso,
    /// A table with a header, in text.
    Csv,
    /// A workbook (.xlsx).
    Excel,
    /// Deti's own pack.
    Pack,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Pack,
        Self::Excel,
        Self::Csv,
        Self::Qianniu,
        Self::QianniuTitled,
        Self::Keehoo,
        Self::TextBlaze,
        Self::Espanso,
    ];

    /// How it is named on a command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Qianniu => "qianniu",
            Self::QianniuTitled => "qianniu-titled",
            Self::Keehoo => "keehoo",
            Self::TextBlaze => "text-blaze",
            Self::Espanso => "espanso",
            Self::Csv => "csv",
            Self::Excel => "excel",
            Self::Pack => "pack",
        }
    }

    /// How it is called in a sentence.
    pub fn title(self) -> &'static str {
        match self {
            Self::Qianniu | Self::QianniuTitled => "千牛",
            Self::Keehoo => "KeeHoo",
            Self::TextBlaze => "Text Blaze",
            Self::Espanso => "Espanso",
            Self::Csv => "the table",
            Self::Excel => "the workbook",
            Self::Pack => "the pack",
        }
    }

    /// The end of its files' names, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Qianniu | Self::QianniuTitled | Self::Keehoo | Self::Csv => "csv",
            Self::TextBlaze => "json",
            Self::Espanso => "yml",
            Self::Excel => "xlsx",
            Self::Pack => "toml",
        }
    }

    /// The format with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format that a file's name asks for, if only one is named so.
    pub fn of_name(name: &str) -> Option<Self> {
        let end = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase())?;
        match end.as_str() {
            "json" => Some(Self::TextBlaze),
            "yml" | "yaml" => Some(Self::Espanso),
            "csv" | "tsv" | "txt" => Some(Self::Csv),
            "xlsx" => Some(Self::Excel),
            "toml" => Some(Self::Pack),
            _ => None,
        }
    }

    /// What a text is, by its beginning and then by the file's name.
    pub(crate) fn of(name: &str, text: &str) -> Self {
        let first = table::rows(text, Delimiter::COMMA).next();
        let first = first.map(|row| row.cells).unwrap_or_default();
        if let Some(format) = qianniu::version(&first) {
            return format;
        }
        if keehoo::is_header(&first) {
            return Self::Keehoo;
        }
        match Self::of_name(name) {
            Some(Self::Excel) | None => Self::of_text(text),
            Some(format) => format,
        }
    }

    fn of_text(text: &str) -> Self {
        let begins = |start: &str| text.lines().any(|line| line.starts_with(start));
        if text.trim_start().starts_with('{') {
            Self::TextBlaze
        } else if begins("[[reply]]") {
            Self::Pack
        } else if begins("matches:") {
            Self::Espanso
        } else {
            Self::Csv
        }
    }

    /// Whether it is a table of text, which may be written in any encoding.
    pub fn is_table(self) -> bool {
        self.extension() == "csv"
    }

    /// The encoding that the format's own tool writes.
    pub(crate) fn encoding(self) -> Encoding {
        match self {
            Self::Qianniu | Self::QianniuTitled => Encoding::Gb18030,
            Self::Keehoo | Self::Csv => Encoding::Utf8Bom,
            Self::TextBlaze | Self::Espanso | Self::Excel | Self::Pack => Encoding::Utf8,
        }
    }
}
