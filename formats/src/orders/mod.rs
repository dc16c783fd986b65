//! Orders in: the exports of platforms, and whatever else has a row for each
//! order.
//!
//! Tables (CSV, XLSX) are taken by the names of their columns, JSON lines by the
//! names of their keys; a name that is not known can be mapped. A row that would
//! mislead a plan is refused with its line and what to do; nothing is guessed from
//! the order of the columns.

mod column;

use std::collections::BTreeMap;

use deti::order::{Amount, Buyer, Order, Status, read_closing, read_moment};
use deti::zone::Zone;

use crate::decode::{self, Encoding};
use crate::table::{self, Cells, Delimiter};
use crate::{LONGEST, excel};

pub use column::OrderColumn;

/// How a file of orders is to be read.
#[derive(Debug, Clone)]
pub struct OrdersHow<'a> {
    /// The platform of orders that name none; empty to tell it by the header.
    pub platform: &'a str,
    /// Names of columns beside those that are known.
    pub columns: &'a [(String, OrderColumn)],
    /// The clock by which moments without a zone are meant.
    pub zone: &'a Zone,
    /// The moment at which the orders count as seen, in milliseconds since the
    /// epoch.
    pub seen: u64,
}

/// A row of a file of orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// The line, or the row of a sheet, that it begins on.
    pub line: usize,
    /// The order.
    pub order: Order,
    /// When it was reminded before, oldest first.
    pub sent: Vec<u64>,
    /// When there last was a message of either side.
    pub contact: Option<u64>,
    /// What the buyer said.
    pub said: String,
}

/// Something about a line of a file of orders, said so that whoever has the file
/// can mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRemark {
    /// The line, or the row of a sheet, counted from 1; 0 for the whole file.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// What a file of orders says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrdersRead {
    /// The platform that the header tells.
    pub platform: Option<&'static str>,
    /// The encoding that it turned out to have; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// The orders.
    pub rows: Vec<OrderRow>,
    /// What cannot be taken, and what to do about it.
    pub refused: Vec<OrderRemark>,
    /// What was taken with something missing or otherwise.
    pub notes: Vec<OrderRemark>,
}

/// A row by what its columns hold.
type Fields = BTreeMap<OrderColumn, String>;

/// Reads a file of orders.
pub fn read_orders(name: &str, bytes: &[u8], how: &OrdersHow<'_>) -> OrdersRead {
    let mut read = OrdersRead::default();
    if bytes.len() > LONGEST {
        let message = format!("is longer than {} MiB; split it", LONGEST >> 20);
        read.refuse(0, message);
    } else if excel::is_old(bytes) {
        read.refuse(0, "is an old workbook (.xls); save it as .xlsx");
    } else if excel::is_workbook(bytes) {
        match excel::sheets(bytes) {
            Ok(sheets) => {
                let filled: Vec<Vec<Cells>> =
                    sheets.into_iter().map(|(_, rows)| rows).filter(|it| !it.is_empty()).collect();
                let headed = |rows: &&Vec<Cells>| header_of(rows, how).is_some();
                match filled.iter().find(headed).or(filled.first()) {
                    Some(rows) => read.table(rows, how),
                    None => read.refuse(0, "has no filled sheet; choose another file"),
                }
            }
            Err(message) => {
                read.refuse(0, format!("{message}; save it again as .xlsx"));
            }
        }
    } else {
        let decoded = decode::decode(bytes);
        read.encoding = Some(decoded.encoding);
        if decoded.broken {
            let message = "has bytes that are no characters; save the file as UTF-8";
            read.refuse(0, message);
        }
        let text = decoded.text.as_str();
        if name.to_lowercase().ends_with(".jsonl") || text.trim_start().starts_with('{') {
            read.lines(text, how);
        } else {
            let rows: Vec<Cells> = table::rows(text, Delimiter::of(text)).collect();
            read.table(&rows, how);
        }
    }
    read.join();
    read
}

/// The first row that names the order number and the status: exports often begin
/// with a title.
fn header_of(rows: &[Cells], how: &OrdersHow<'_>) -> Option<(usize, Vec<Option<OrderColumn>>)> {
    rows.iter().take(10).enumerate().find_map(|(place, row)| {
        let columns: Vec<_> = row.cells.iter().map(|cell| column_of(cell, how)).collect();
        let named = |wanted| columns.contains(&Some(wanted));
        let whole =
            named(OrderColumn::Number) && (named(OrderColumn::Status) || named(OrderColumn::Paid));
        whole.then_some((place, columns))
    })
}

fn column_of(cell: &str, how: &OrdersHow<'_>) -> Option<OrderColumn> {
    let mapped = how.columns.iter().find(|(name, _)| name == cell.trim());
    mapped.map(|(_, column)| *column).or_else(|| OrderColumn::of(cell))
}

impl OrdersRead {
    fn refuse(&mut self, line: usize, message: impl Into<String>) {
        self.refused.push(OrderRemark { line, message: message.into() });
    }

    fn note(&mut self, line: usize, message: impl Into<String>) {
        self.notes.push(OrderRemark { line, message: message.into() });
    }

    fn table(&mut self, rows: &[Cells], how: &OrdersHow<'_>) {
        let Some((place, columns)) = header_of(rows, how) else {
            let line = rows.first().map_or(0, |row| row.line);
            let message = "no row names the columns 订单编号 and 订单状态; name them, or map \
                           yours, such as `--column 单号=number --column 进度=status`";
            return self.refuse(line, message);
        };
        let header = &rows[place];
        self.platform = column::platform_of(&header.cells);
        let unknown: Vec<&str> = header
            .cells
            .iter()
            .zip(&columns)
            .filter(|(cell, column)| column.is_none() && !cell.trim().is_empty())
            .map(|(cell, _)| cell.trim())
            .collect();
        if !unknown.is_empty() {
            let message = format!("the columns {} are not taken", unknown.join(", "));
            self.note(header.line, message);
        }
        for row in rows.iter().skip(place + 1).filter(|row| !row.is_empty()) {
            let mut fields = Fields::new();
            for (at, column) in columns.iter().enumerate() {
                let words = row.get(at).trim();
                if let Some(column) = column.filter(|_| !words.is_empty()) {
                    // Of two columns for the same, the first that says something.
                    fields.entry(column).or_insert_with(|| words.to_owned());
                }
            }
            self.row(row.line, fields, how);
        }
    }

    fn lines(&mut self, text: &str, how: &OrdersHow<'_>) {
        for (place, line) in text.lines().enumerate().filter(|(_, it)| !it.trim().is_empty()) {
            let line_number = place + 1;
            match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line) {
                Ok(object) => {
                    let mut fields = Fields::new();
                    for (key, value) in &object {
                        let words = words(value);
                        if let Some(column) = column_of(key, how).filter(|_| !words.is_empty()) {
                            fields.entry(column).or_insert(words);
                        }
                    }
                    self.row(line_number, fields, how);
                }
                Err(error) => {
                    let message = format!("is no JSON object ({error}); write one order a line");
                    self.refuse(line_number, message);
                }
            }
        }
    }

    fn row(&mut self, line: usize, fields: Fields, how: &OrdersHow<'_>) {
        use OrderColumn as Column;
        let get = |column: Column| fields.get(&column).map_or("", String::as_str);
        let number = get(Column::Number).trim_matches(['=', '"', '\'', '\t', ' ', '`']).to_owned();
        if number.is_empty() {
            return self.refuse(line, "has no order number; fill in the column");
        }
        if is_rounded(&number) {
            let message = format!(
                "the order number {number} has lost digits; format the column as text and export again"
            );
            return self.refuse(line, message);
        }
        let platform = match get(Column::Platform) {
            "" if how.platform.is_empty() => self.platform.unwrap_or_default().to_owned(),
            "" => how.platform.to_owned(),
            named => named.to_lowercase(),
        };
        let status_text = get(Column::Status).to_owned();
        let mut status = Status::of(&status_text);
        if !get(Column::Paid).is_empty() && matches!(status, Status::Unpaid | Status::Unknown) {
            if status == Status::Unpaid {
                let message =
                    format!("{status_text}, and yet there is a time of payment; taken as paid");
                self.note(line, message);
            }
            status = Status::Paid;
        }
        if status == Status::Unknown {
            let message = if status_text.is_empty() {
                "has no status; the order is taken and never reminded".to_owned()
            } else {
                format!(
                    "the status {status_text} is not known; the order is taken and never reminded"
                )
            };
            self.note(line, message);
        }
        let mut moments = [None; 3];
        for (slot, column, closing) in
            [(0, Column::Created, false), (1, Column::Closes, true), (2, Column::Contact, false)]
        {
            let words = get(column);
            let read = if closing { read_closing } else { read_moment };
            moments[slot] = read(words, how.seen, how.zone);
            if !words.is_empty() && moments[slot].is_none() {
                let message = format!("`{words}` is no moment; write it as 2026-11-06 14:50");
                return self.refuse(line, message);
            }
        }
        let [created, closes, contact] = moments;
        let mut sent = Vec::new();
        for words in get(Column::Sent).split(['\n', ';', '；', ',', '，', '、', '|']) {
            if words.trim().is_empty() {
                continue;
            }
            let Some(at) = read_moment(words, how.seen, how.zone) else {
                let message =
                    format!("`{}` is no moment; write it as 2026-11-06 14:50", words.trim());
                return self.refuse(line, message);
            };
            sent.push(at);
        }
        sent.sort_unstable();
        let amount_text = with_currency(get(Column::Amount), get(Column::Currency), &platform);
        let amount = Amount::read(&amount_text);
        if amount.is_none() && !amount_text.is_empty() {
            let message = format!(
                "the amount {amount_text} has no currency that is known; a reminder cannot name it"
            );
            self.note(line, message);
        }
        let order = Order {
            number,
            platform,
            buyer: Buyer { key: get(Column::Key).to_owned(), name: get(Column::Buyer).to_owned() },
            status,
            status_text,
            item: get(Column::Item).split_whitespace().collect::<Vec<_>>().join(" "),
            amount,
            amount_text,
            created,
            created_text: get(Column::Created).to_owned(),
            closes,
            closes_text: get(Column::Closes).to_owned(),
            tracking: get(Column::Tracking).to_owned(),
            seen: how.seen,
        };
        let said = get(Column::Said).to_owned();
        self.rows.push(OrderRow { line, order, sent, contact, said });
    }

    /// Exports have a row for each item: rows of the same number and status are one
    /// order. With another status the later row counts, as in any plan.
    fn join(&mut self) {
        let mut first: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut rows: Vec<OrderRow> = Vec::new();
        for row in std::mem::take(&mut self.rows) {
            let id = (row.order.platform.clone(), row.order.number.clone());
            let known = first.get(&id).copied();
            match known.filter(|place| rows[*place].order.status == row.order.status) {
                Some(place) => {
                    let (line, item) = (rows[place].line, &row.order.item);
                    if !item.is_empty() && !rows[place].order.item.contains(item.as_str()) {
                        rows[place].order.item.push('、');
                        rows[place].order.item.push_str(item);
                    }
                    let message = format!("is of the same order as line {line}; taken together");
                    self.note(row.line, message);
                }
                None => {
                    if let Some(place) = known {
                        let line = rows[place].line;
                        let message =
                            format!("has another status than line {line}; this one counts");
                        self.note(row.line, message);
                    }
                    first.insert(id, rows.len());
                    rows.push(row);
                }
            }
        }
        self.rows = rows;
        self.notes.sort_by_key(|remark| remark.line);
        self.refused.sort_by_key(|remark| remark.line);
    }
}

/// Whether a spreadsheet has made a number of it: `2.84716E+18`.
fn is_rounded(number: &str) -> bool {
    let lower = number.to_lowercase();
    lower.split_once('e').is_some_and(|(head, tail)| {
        let digits = |text: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || "+.-".contains(c))
        };
        digits(head) && digits(tail) && head.contains('.')
    })
}

/// An amount with its currency: as it stands, else by the column, else by the
/// platform, of which these sell in one currency only.
fn with_currency(amount: &str, currency: &str, platform: &str) -> String {
    if amount.is_empty() || Amount::read(amount).is_some() {
        return amount.to_owned();
    }
    let sign = match currency.to_uppercase().as_str() {
        "CNY" | "RMB" | "人民币" => "¥",
        "TWD" | "NTD" => "NT$",
        "USD" => "US$",
        "" => match platform {
            "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "kuaishou" | "xiaohongshu"
            | "youzan" | "1688" | "weixin" => "¥",
            _ => "",
        },
        other => return format!("{other}{amount}"),
    };
    format!("{sign}{amount}")
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
