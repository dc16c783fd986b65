//! Orders in: the exports of platforms, and whatever else has a row for each
//! order.
//!
//! Tables (CSV, XLSX) are taken by the names of their columns, JSON lines by the
//! names of their keys; a name that is not known can be mapped. A row that would
//! mislead a plan is refused with its line and what to do; nothing is guessed from
//! the order of the columns.
//!
//! `column` knows the names, `header` finds the row that has them, `entry` makes an
//! order of a row.

mod column;
mod entry;
mod header;

use std::collections::{BTreeMap, BTreeSet};

use deti::order::{Amount, Buyer, Order, Row};
use deti::zone::Zone;

use crate::decode::{self, Encoding};
use crate::table::{self, Cells};
use crate::{LONGEST, Remark, Says, excel, remark};

pub use column::OrderColumn;
pub use header::SeenColumn;

/// How a file of orders is to be read.
#[derive(Debug, Clone)]
pub struct OrdersHow<'a> {
    /// The platform of orders that name none; empty to tell it by the header.
    pub platform: &'a str,
    /// What columns of these names hold, whatever is known of them; none to leave
    /// them out.
    pub columns: &'a [(String, Option<OrderColumn>)],
    /// The clock by which moments without a zone are meant.
    pub zone: &'a Zone,
    /// The moment at which the orders count as seen, in milliseconds since the
    /// epoch.
    pub seen: u64,
}

/// What a file of orders says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrdersRead {
    /// The platform that the header tells.
    pub platform: Option<&'static str>,
    /// The encoding that it turned out to have; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// The columns, and what each is taken for.
    pub columns: Vec<SeenColumn>,
    /// The orders.
    pub rows: Vec<Row>,
    /// What cannot be taken, and what to do about it.
    pub refused: Vec<Remark>,
    /// What was taken with something missing or otherwise.
    pub notes: Vec<Remark>,
}

/// A row by what its columns hold.
type Fields = BTreeMap<OrderColumn, String>;

/// Reads a file of orders.
pub fn read_orders(name: &str, bytes: &[u8], how: &OrdersHow<'_>) -> OrdersRead {
    let mut read = OrdersRead::default();
    if bytes.len() > LONGEST {
        read.refuse(0, Says::TooLong, &[&(LONGEST >> 20).to_string()]);
    } else if excel::is_old(bytes) {
        read.refuse(0, Says::OldWorkbook, &[]);
    } else if excel::is_workbook(bytes) {
        match excel::sheets(bytes) {
            Ok(sheets) => read.sheets(sheets, how),
            Err((says, value)) => read.refuse(0, says, &[&value]),
        }
    } else if excel::is_named_workbook(name) {
        read.refuse(0, Says::BadWorkbook, &["is no workbook (.xlsx)"]);
    } else if bytes.contains(&0) && !decode::has_mark(bytes) {
        read.refuse(0, Says::NoText, &[]);
    } else {
        let decoded = decode::decode(bytes);
        read.encoding = Some(decoded.encoding);
        let text = decoded.text.as_str();
        if name.to_lowercase().ends_with(".jsonl") || text.trim_start().starts_with('{') {
            read.lines(text, how);
        } else {
            let (rows, open) = table::rows_past_quotes(text);
            for line in &open {
                read.refuse(*line, Says::OpenQuote, &[]);
            }
            read.table(&rows, open.first().copied(), how);
        }
    }
    read.join();
    read
}

impl OrdersRead {
    fn refuse(&mut self, line: usize, says: Says, values: &[&str]) {
        self.refused.push(remark(line, says, values));
    }

    fn note(&mut self, line: usize, says: Says, values: &[&str]) {
        self.notes.push(remark(line, says, values));
    }

    /// Takes the first sheet that names its columns.
    fn sheets(&mut self, sheets: Vec<(String, Vec<Cells>)>, how: &OrdersHow<'_>) {
        let mut filled = sheets;
        filled.retain(|(_, rows)| !rows.is_empty());
        let headed = filled.iter().position(|(_, rows)| header::find(rows, how).is_some());
        if filled.is_empty() {
            return self.refuse(0, Says::NoSheet, &[]);
        }
        let (_, rows) = filled.remove(headed.unwrap_or(0));
        self.table(&rows, None, how);
        for (name, rows) in filled {
            self.note(0, Says::OtherSheet, &[&name, &rows.len().to_string()]);
        }
    }

    /// Behind a line that opens a quotation mark, a row with other cells than the header
    /// is a piece of what it quotes.
    fn table(&mut self, rows: &[Cells], open: Option<usize>, how: &OrdersHow<'_>) {
        let Some((place, columns)) = header::find(rows, how) else {
            let line = rows.first().map_or(0, |row| row.line);
            self.columns = header::likely(rows, how);
            return self.refuse(line, Says::NoOrderHeader, &[]);
        };
        let header = &rows[place];
        self.platform = column::platform_of(&header.cells);
        self.columns = header::seen(header, &rows[place + 1..], &columns);
        for row in rows.iter().take(place).filter(|row| !row.is_empty()) {
            self.note(row.line, Says::BeforeHeader, &[]);
        }
        self.note_columns(header.line, how);
        let mut order: Vec<usize> = (0..columns.len()).collect();
        order.sort_by_key(|at| header::rank(header.get(*at), how));
        for row in rows.iter().skip(place + 1).filter(|row| !row.is_empty()) {
            if open.is_some_and(|open| row.line > open) && row.cells.len() != header.cells.len() {
                self.refuse(row.line, Says::OpenQuote, &[]);
                continue;
            }
            let mut fields = Fields::new();
            for at in &order {
                let words = row.get(*at).trim();
                if let Some(column) = columns[*at] {
                    put(&mut fields, column, words);
                }
            }
            if row.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
                self.note(row.line, Says::ManyCells, &[]);
            }
            self.row(row.line, &fields, how);
        }
    }

    fn lines(&mut self, text: &str, how: &OrdersHow<'_>) {
        for (place, line) in text.lines().enumerate().filter(|(_, it)| !it.trim().is_empty()) {
            let line_number = place + 1;
            match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line) {
                Ok(object) => {
                    let mut fields = Fields::new();
                    let mut entries: Vec<_> = object.iter().collect();
                    for (key, value) in &entries {
                        let column = header::column_of(key, how);
                        header::also(&mut self.columns, key, &words(value), column);
                    }
                    entries.sort_by_key(|(key, _)| header::rank(key, how));
                    for (key, value) in entries {
                        let words = words(value);
                        if let Some(column) = header::column_of(key, how) {
                            put(&mut fields, column, &words);
                        }
                    }
                    self.row(line_number, &fields, how);
                }
                Err(error) => self.refuse(line_number, Says::NoJson, &[&error.to_string()]),
            }
        }
        self.note_columns(1, how);
    }

    /// The columns that hold nothing of an order are said once, and those that hold the
    /// same as others.
    fn note_columns(&mut self, line: usize, how: &OrdersHow<'_>) {
        let alike = header::alike(&self.columns, how);
        let alike: Vec<String> = alike.iter().map(|names| names.join(", ")).collect();
        for names in alike {
            self.note(line, Says::SameColumns, &[&names]);
        }
        let left = self.columns.iter().filter(|column| column.is.is_none());
        let names: Vec<&str> = left.map(|column| column.name.as_str()).collect();
        if !names.is_empty() {
            let names = names.join(", ");
            self.note(line, Says::OtherColumns, &[&names]);
        }
    }

    /// Exports have a row for each item: rows of the same number and status are one
    /// order. With another status the later row counts, as in any plan; what was done and
    /// said counts whichever row says it.
    fn join(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut rows: Vec<Row> = Vec::new();
        // Orders of which rows say different amounts: nobody knows whether each is of an item.
        let mut apart: BTreeSet<usize> = BTreeSet::new();
        for row in std::mem::take(&mut self.rows) {
            let known = first.get(&row.order.id()).copied();
            match known.filter(|place| rows[*place].order.status == row.order.status) {
                Some(place) => {
                    let (line, item) = (rows[place].line, &row.order.item);
                    if !item.is_empty() && !rows[place].order.item.contains(item.as_str()) {
                        rows[place].order.item.push('、');
                        rows[place].order.item.push_str(item);
                    }
                    let line = line.to_string();
                    self.note(row.line, Says::SameOrder, &[&line]);
                    rows[place].add_past(&row);
                    if put_together(&mut rows[place].order, row.order) == Amounts::Differ {
                        self.note(row.line, Says::OtherAmount, &[&line]);
                        apart.insert(place);
                    }
                }
                None => {
                    let mut row = row;
                    if let Some(place) = known {
                        row.add_past(&rows[place]);
                        let line = rows[place].line;
                        self.note(row.line, Says::OtherStatus, &[&line.to_string()]);
                    }
                    first.insert(row.order.id(), rows.len());
                    rows.push(row);
                }
            }
        }
        for place in apart {
            rows[place].order.amount = None;
        }
        self.rows = rows;
        self.notes.sort_by_key(|remark| remark.line);
        self.refused.sort_by_key(|remark| remark.line);
    }
}

/// Takes what a column holds. Of two columns for the same, the first that says something
/// counts: an amount of nothing, as what was paid so far, gives way to what is due.
fn put(fields: &mut Fields, column: OrderColumn, words: &str) {
    let says = |it: &String| column != OrderColumn::Amount || !Amount::is_nothing(it);
    if !words.is_empty() && !fields.get(&column).is_some_and(says) {
        fields.insert(column, words.to_owned());
    }
}

/// Whether two rows of an order say the same amount, as far as they say one.
#[derive(PartialEq)]
enum Amounts {
    Agree,
    Differ,
}

/// Adds what one more row says of an order where the rows before said nothing.
fn put_together(order: &mut Order, other: Order) -> Amounts {
    let amounts = match (&order.amount, &other.amount) {
        (Some(one), Some(another)) if one.hundredths != another.hundredths => Amounts::Differ,
        _ => Amounts::Agree,
    };
    if order.amount.is_none() {
        order.amount = other.amount;
    }
    if order.created.is_none() {
        (order.created, order.created_text) = (other.created, other.created_text);
    }
    if order.closes.is_none() {
        (order.closes, order.closes_text) = (other.closes, other.closes_text);
    }
    if order.buyer == Buyer::default() {
        order.buyer = other.buyer;
    }
    amounts
}

/// A value of JSON as a cell.
fn words(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.trim().to_owned(),
        serde_json::Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    }
}
