//! Workbooks (.xlsx): the first sheet that has a header, as a table.
//!
//! Cells are read one after the other, never as the rectangle that a sheet
//! claims to be, and a workbook that would unpack to more than
//! [`LONGEST`](crate::LONGEST) times four is refused before it is unpacked.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use deti::day::Day;
use deti::reply::Reply;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use crate::column::Header;
use crate::loss::{Losses, Lost};
use crate::table::Cells;
use crate::{LONGEST, Says, Taken, plain};

/// More rows than this below the header are no library of replies.
const MOST_ROWS: u32 = 50_000;
/// Columns beyond this are not looked at.
const MOST_COLUMNS: u32 = 64;
/// A cell holds so many UTF-16 units.
const LONGEST_CELL: usize = 32_767;

/// Whether the bytes begin as a workbook does: they are packed.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether a file is called as workbooks are.
pub(crate) fn is_named_workbook(name: &str) -> bool {
    let name = name.to_lowercase();
    [".xlsx", ".xlsm", ".xls", ".ods"].iter().any(|end| name.ends_with(end))
}

/// Whether they begin as the old workbooks did.
pub(crate) fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

pub(crate) fn read(bytes: &[u8], taken: &mut Taken) {
    match sheets(bytes) {
        Ok(sheets) => {
            let mut filled: Vec<(String, Vec<Cells>)> =
                sheets.into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
            let headed = |rows: &[Cells]| rows.first().and_then(|row| Header::of(&row.cells));
            let chosen = filled.iter().position(|(_, rows)| headed(rows).is_some()).unwrap_or(0);
            if filled.is_empty() {
                return taken.refuse(0, Says::NoSheet, &[]);
            }
            let (_, rows) = filled.remove(chosen);
            plain::read_rows(&rows, taken);
            for (name, rows) in filled {
                taken.note(0, Says::OtherSheet, &[&name, &rows.len().to_string()]);
            }
        }
        Err((says, value)) => taken.refuse(0, says, &[&value]),
    }
}

/// Why a workbook is not read, with what stands in that sentence's gap.
pub(crate) type Unread = (Says, String);

fn bad(error: impl ToString) -> Unread {
    (Says::BadWorkbook, error.to_string())
}

/// The rows of each sheet.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<(String, Vec<Cells>)>, Unread> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(bad)?;
    let mut unpacked = 0;
    for place in 0..archive.len() {
        unpacked += archive.by_index_raw(place).map_or(0, |file| file.size());
    }
    if unpacked > 4 * LONGEST as u64 {
        return Err((Says::TooLong, ((4 * LONGEST) >> 20).to_string()));
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(bad)?;
    let names = workbook.sheet_names();
    names.into_iter().map(|name| Ok((name.clone(), rows(&mut workbook, &name)?))).collect()
}

fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<Cells>, Unread> {
    let mut reader = match workbook.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        // A sheet that is a chart has no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(bad(error)),
    };
    let mut rows: BTreeMap<u32, Cells> = BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(bad)? {
        let (row, column) = cell.get_position();
        let words = words(cell.get_value());
        if words.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        if row > MOST_ROWS {
            return Err((Says::ManyRows, MOST_ROWS.to_string()));
        }
        let cells = &mut rows.entry(row).or_default().cells;
        let column = column as usize;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = words;
    }
    let with_line = |(row, cells): (u32, Cells)| Cells { line: row as usize + 1, ..cells };
    Ok(rows.into_iter().map(with_line).collect())
}

/// A cell as it is shown: numbers without a point that says nothing, days as days,
/// with the time if there is one. A number that a sheet cannot hold whole says so
/// by its exponent.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.abs() >= 9_007_199_254_740_992.0 => {
            format!("{number:.5e}")
        }
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.replace("\r\n", "\n"),
        DataRef::SharedString(text) => text.replace("\r\n", "\n"),
        DataRef::Bool(so) => so.to_string(),
        DataRef::DateTime(moment) => {
            let moment = moment.as_f64().clamp(0.0, 3_000_000.0);
            let seconds = (moment.fract() * 86_400.0).round().min(86_399.0) as u32;
            let day = Day::new(1899, 12, 30).map(|first| first.plus(moment as i32).to_string());
            let (minutes, seconds) = (seconds / 60, seconds % 60);
            let time = match (minutes, seconds) {
                (0, 0) => String::new(),
                _ => format!(" {:02}:{:02}:{seconds:02}", minutes / 60, minutes % 60),
            };
            day.unwrap_or_default() + &time
        }
        DataRef::DateTimeIso(text) => text.replace('T', " "),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A workbook with one sheet: a header that stays in sight, and cells of text.
pub(crate) fn write(replies: &[Reply], losses: &mut Losses) -> Vec<u8> {
    let mut rows = plain::cells(replies, losses);
    for row in &mut rows {
        let long = |cell: &&mut String| cell.encode_utf16().count() > LONGEST_CELL;
        let cut: Vec<&mut String> = row.iter_mut().filter(long).collect();
        losses.note(Lost::Length, !cut.is_empty());
        for cell in cut {
            // No character has more than two units.
            *cell = cell.chars().take(LONGEST_CELL / 2).collect();
        }
    }
    // What a sheet can refuse, a cell that is too long, is not there any more.
    sheet(rows).unwrap_or_default()
}

fn sheet(rows: Vec<Vec<String>>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same replies make the same file, whatever the clock says.
    let born = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&born));
    let sheet = workbook.add_worksheet();
    sheet.set_name("快捷回复")?;
    let head = Format::new().set_bold();
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, cells) in (0..).zip(&rows) {
        for (column, cell) in (0..).zip(cells) {
            let format = if row == 0 { &head } else { &body };
            sheet.write_string_with_format(row, column, cell, format)?;
        }
    }
    for (column, name) in (0..).zip(rows.first().into_iter().flatten()) {
        let wide = if name.ends_with("内容") { 60 } else { 14 };
        sheet.set_column_width(column, wide)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}
