//! Tables in text: cells between commas, with the lines that they stand on.

use crate::lines::Lines;
use crate::{Says, Taken};

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Delimiter(u8);

impl Delimiter {
    pub const COMMA: Self = Self(b',');

    /// The one that the first line has most of.
    pub fn of(text: &str) -> Self {
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let count = |byte: u8| first.bytes().filter(|other| *other == byte).count();
        // The last of equals is taken: a comma, if there is any doubt.
        [b';', b'\t', b','].into_iter().max_by_key(|byte| count(*byte)).map_or(Self::COMMA, Self)
    }
}

/// A row and the line that it begins on, counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    pub line: usize,
    pub cells: Vec<String>,
}

impl Cells {
    /// A cell's words; none beyond the row's end.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The rows of a text; empty lines are none.
pub(crate) fn rows(text: &str, delimiter: Delimiter) -> impl Iterator<Item = Cells> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.0)
        .from_reader(text.as_bytes());
    let lines = Lines::of(text);
    let mut record = csv::StringRecord::new();
    std::iter::from_fn(move || {
        if !reader.read_record(&mut record).unwrap_or(false) {
            return None;
        }
        let from = record.position().map_or(0, |position| position.byte() as usize);
        // The reader has the place before the empty lines that it passed over.
        let blank = text[from..].len() - text[from..].trim_start_matches('\n').len();
        let line = lines.at(from + blank);
        Some(Cells { line, cells: record.iter().map(str::to_owned).collect() })
    })
}

/// Refuses the last row where it is what an open quotation mark has swallowed.
pub(crate) fn refuse_open_quote(text: &str, rows: &mut Vec<Cells>, taken: &mut Taken) {
    if let Some(line) = drop_open_quote(text, rows) {
        taken.refuse(line, Says::OpenQuote, &[]);
    }
}

/// Takes the last row away where it is what an open quotation mark has swallowed, and
/// tells its line.
pub(crate) fn drop_open_quote(text: &str, rows: &mut Vec<Cells>) -> Option<usize> {
    let odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let last = rows.last()?;
    let tail = last.cells.last().is_some_and(|cell| cell.contains('\n') || !cell.contains('"'));
    let reaches_the_end = deti::pack::line_of(text, text.trim_end().len()) > last.line;
    if !(odd && tail && reaches_the_end) {
        return None;
    }
    rows.pop().map(|row| row.line)
}

/// The rows of a text, and the lines that open a quotation mark which is never closed:
/// behind each of them the next line is a row again.
pub(crate) fn rows_past_quotes(text: &str) -> (Vec<Cells>, Vec<usize>) {
    /// More of them are no slips, and each has the rest read once more.
    const MOST: usize = 100;
    let delimiter = Delimiter::of(text);
    let (mut all, mut open) = (Vec::new(), Vec::new());
    let (mut rest, mut above) = (text, 0);
    loop {
        let mut part: Vec<Cells> = rows(rest, delimiter).collect();
        let dropped = drop_open_quote(rest, &mut part);
        part.iter_mut().for_each(|row| row.line += above);
        all.append(&mut part);
        let Some(line) = dropped else { break };
        open.push(line + above);
        let end = rest.match_indices('\n').nth(line - 1).map(|(at, _)| at + 1);
        let Some(end) = end.filter(|_| open.len() < MOST) else { break };
        rest = &rest[end..];
        above += line;
    }
    (all, open)
}

/// The rows as text, each ended by `\r\n` as spreadsheets write it.
pub(crate) fn text<Row: AsRef<[Cell]>, Cell: AsRef<str>>(
    rows: impl Iterator<Item = Row>,
) -> String {
    let mut out = String::new();
    for row in rows {
        for (place, cell) in row.as_ref().iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            quote(cell.as_ref(), &mut out);
        }
        out.push_str("\r\n");
    }
    out
}

fn quote(cell: &str, out: &mut String) {
    let plain = !cell.contains([',', ';', '\t', '"', '\n', '\r'])
        && cell.trim() == cell
        && !cell.is_empty();
    if plain || cell.is_empty() {
        out.push_str(cell);
    } else {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
}
