//! Labelled drafts, one JSON object a line.

use deti::rule::Level;
use serde::Deserialize;

/// A draft and what a person says is wrong with it; no labels means clean.
#[derive(Debug, Clone, Deserialize)]
pub struct Draft {
    /// Its name in the file.
    pub id: String,
    /// What the agent wrote.
    pub text: String,
    /// What is wrong with it.
    pub labels: Vec<Label>,
    /// A remark; `CONTESTED` in it means that careful people disagree.
    #[serde(default)]
    pub note: String,
}

/// Words that a rule should find.
#[derive(Debug, Clone, Deserialize)]
pub struct Label {
    /// The rule's slug.
    pub rule: String,
    /// The words, exactly as the draft has them.
    pub span: String,
    /// How grave they are.
    pub severity: Level,
}

impl Draft {
    /// Whether careful people disagree about it.
    pub fn contested(&self) -> bool {
        self.note.contains("CONTESTED")
    }
}

impl Label {
    /// Every place where the label's words stand in a text, in UTF-16 code units.
    pub fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (u32, u32)> + 'a {
        let length = self.span.encode_utf16().count() as u32;
        text.match_indices(&self.span).map(move |(byte, _)| {
            let start = text[..byte].encode_utf16().count() as u32;
            (start, start + length)
        })
    }
}

/// A line that is not a labelled draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// Reads a file of drafts. Empty lines do not count, a byte order mark is
/// skipped; every line that is not a draft is named.
pub fn read(bytes: &[u8]) -> Result<Vec<Draft>, Vec<BadLine>> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let mut drafts = Vec::new();
    let mut bad = Vec::new();
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        match draft(line) {
            Ok(draft) => drafts.extend(draft),
            Err(reason) => bad.push(BadLine { line: at + 1, reason }),
        }
    }
    if bad.is_empty() { Ok(drafts) } else { Err(bad) }
}

/// The draft of a line, if there is anything on it.
fn draft(line: &[u8]) -> Result<Option<Draft>, String> {
    let line = str::from_utf8(line)
        .map_err(|error| format!("byte {} is not UTF-8", error.valid_up_to() + 1))?
        .trim();
    if line.is_empty() {
        return Ok(None);
    }
    // A list would be read as the fields in their order.
    if line.starts_with('[') {
        return Err("a draft is an object with `id`, `text` and `labels`, not a list".to_owned());
    }
    let draft: Draft = serde_json::from_str(line).map_err(|error| {
        let said = error.to_string();
        let said = said.split(" at line 1 column").next().unwrap_or_default();
        let not = if error.is_data() { "" } else { "not JSON: " };
        format!("column {}: {not}{said}", error.column())
    })?;
    for label in &draft.labels {
        if label.span.is_empty() || !draft.text.contains(&label.span) {
            return Err(format!(
                "{}: the span `{}` of `{}` is not in the text",
                draft.id, label.span, label.rule
            ));
        }
    }
    Ok(Some(draft))
}
