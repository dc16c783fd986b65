//! Which row of a table names its columns, and what each of them is taken for.

use std::collections::BTreeMap;

use super::{OrderColumn, OrdersHow, column};
use crate::table::Cells;

/// Exports often begin with a title: the header is one of so many rows.
const ROWS: usize = 10;

/// As much of a cell as tells what a column holds.
const SAMPLE: usize = 24;

/// A column of a file, for who maps it by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenColumn {
    /// Its name, as the file has it.
    pub name: String,
    /// The beginning of the first cell that says something.
    pub sample: String,
    /// What it is taken for.
    pub is: Option<OrderColumn>,
}

/// The first row that names the order number and the status, and what its cells name.
pub(super) fn find(
    rows: &[Cells],
    how: &OrdersHow<'_>,
) -> Option<(usize, Vec<Option<OrderColumn>>)> {
    rows.iter().take(ROWS).enumerate().find_map(|(place, row)| {
        let columns: Vec<_> = row.cells.iter().map(|cell| column_of(cell, how)).collect();
        let named = |wanted| columns.contains(&Some(wanted));
        let whole =
            named(OrderColumn::Number) && (named(OrderColumn::Status) || named(OrderColumn::Paid));
        whole.then_some((place, columns))
    })
}

/// What a name is mapped to, else what it is known as.
pub(super) fn column_of(name: &str, how: &OrdersHow<'_>) -> Option<OrderColumn> {
    let mapped = how.columns.iter().find(|(mapped, _)| mapped == name.trim());
    mapped.map_or_else(|| OrderColumn::of(name), |(_, column)| *column)
}

/// How early a column counts among those that hold the same; one that was mapped by
/// hand counts first.
pub(super) fn rank(name: &str, how: &OrdersHow<'_>) -> usize {
    let by_hand = how.columns.iter().any(|(mapped, _)| mapped == name.trim());
    if by_hand { 0 } else { column::rank(name) }
}

/// The names of columns that hold the same, those that count first before the others.
pub(super) fn alike<'a>(columns: &'a [SeenColumn], how: &OrdersHow<'_>) -> Vec<Vec<&'a str>> {
    let mut alike: BTreeMap<OrderColumn, Vec<&str>> = BTreeMap::new();
    for column in columns {
        if let Some(is) = column.is {
            alike.entry(is).or_default().push(&column.name);
        }
    }
    let mut alike: Vec<Vec<&str>> = alike.into_values().filter(|names| names.len() > 1).collect();
    alike.iter_mut().for_each(|names| names.sort_by_key(|name| rank(name, how)));
    alike
}

/// The named columns of a header.
pub(super) fn seen(
    header: &Cells,
    rows: &[Cells],
    columns: &[Option<OrderColumn>],
) -> Vec<SeenColumn> {
    let named = header.cells.iter().zip(columns).enumerate();
    let named = named.filter(|(_, (cell, _))| !cell.trim().is_empty());
    named
        .map(|(at, (cell, is))| {
            let said = rows.iter().map(|row| row.get(at).trim()).find(|words| !words.is_empty());
            let sample = said.unwrap_or_default().chars().take(SAMPLE).collect();
            SeenColumn { name: cell.trim().to_owned(), sample, is: *is }
        })
        .collect()
}

/// The columns of the row that looks most like a header, where none is one: whoever
/// maps the number and the status makes it one.
pub(super) fn likely(rows: &[Cells], how: &OrdersHow<'_>) -> Vec<SeenColumn> {
    let filled = |row: &Cells| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let most = rows.iter().take(ROWS).map(filled).max().unwrap_or(0);
    let Some(place) = rows.iter().take(ROWS).position(|row| filled(row) == most && most > 1) else {
        return Vec::new();
    };
    let columns: Vec<_> = rows[place].cells.iter().map(|cell| column_of(cell, how)).collect();
    seen(&rows[place], &rows[place + 1..], &columns)
}

/// Notes a key of an object, which is a column as well.
pub(super) fn also(
    columns: &mut Vec<SeenColumn>,
    name: &str,
    words: &str,
    is: Option<OrderColumn>,
) {
    let sample = || words.chars().take(SAMPLE).collect();
    match columns.iter_mut().find(|column| column.name == name) {
        Some(column) if column.sample.is_empty() => column.sample = sample(),
        Some(_) => {}
        None => columns.push(SeenColumn { name: name.to_owned(), sample: sample(), is }),
    }
}
