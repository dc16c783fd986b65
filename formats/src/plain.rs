//! Tables with a header, in text or in a workbook: everything that a reply is.
//!
//! A header is recognised in Chinese and in English; without one the columns are
//! taken by how many there are, and that is said.

use deti::day::Day;
use deti::order::platform_named;
use deti::reply::{Reply, Wording};

use crate::column::{Column, Header, WRITTEN};
use crate::formula;
use crate::loss::{Losses, Lost};
use crate::table::{self, Cells, Delimiter};
use crate::{Says, Taken};

/// What stands between tags and between platforms in one cell.
const BETWEEN: char = '、';

/// What may stand there in tables that somebody else wrote.
const BETWEENS: [char; 6] = ['、', ',', '，', ';', '；', '|'];

pub(crate) fn read(text: &str, taken: &mut Taken) {
    let mut rows: Vec<Cells> = table::rows(text, Delimiter::of(text)).collect();
    table::refuse_open_quote(text, &mut rows, taken);
    rows.iter_mut().flat_map(|row| &mut row.cells).for_each(formula::unguard);
    read_rows(&rows, taken);
}

/// Reads rows, the first of which may be a header.
pub(crate) fn read_rows(rows: &[Cells], taken: &mut Taken) {
    let mut rows = rows.iter().filter(|row| !row.is_empty()).peekable();
    let Some(first) = rows.peek() else {
        return taken.refuse(0, Says::Empty, &[]);
    };
    let header = match Header::of(&first.cells) {
        Some(header) => {
            if !header.unknown.is_empty() {
                taken.note(first.line, Says::OtherColumns, &[&header.unknown.join(", ")]);
            }
            rows.next();
            header
        }
        None => {
            let header = Header::guessed(first.cells.len());
            taken.note(first.line, Says::GuessedColumns, &[&header.told()]);
            header
        }
    };
    for row in rows {
        read_row(row, &header, taken);
    }
}

fn read_row(row: &Cells, header: &Header, taken: &mut Taken) {
    let mut reply = Reply::default();
    let mut picture = None;
    for (place, column) in header.columns.iter().enumerate() {
        let Some(column) = column else {
            continue;
        };
        let words = row.get(place).trim();
        if words.is_empty() {
            continue;
        }
        let text = || words.to_owned();
        match column {
            Column::Id => reply.id = text(),
            Column::Folder => reply.folder.hans = text(),
            Column::FolderHant => reply.folder.hant = text(),
            Column::Title => reply.title.hans = text(),
            Column::TitleHant => reply.title.hant = text(),
            Column::Pinyin => reply.pinyin = text(),
            Column::Abbreviation => reply.abbreviation = text(),
            Column::Tags => reply.tags = list(words),
            Column::Body => reply.body.hans = text(),
            Column::BodyHant => reply.body.hant = text(),
            Column::Platforms => {
                reply.platforms = list(words);
                for platform in &reply.platforms {
                    if !platform_named(platform).1 {
                        taken.note(row.line, Says::NoPlatform, &[platform]);
                    }
                }
            }
            Column::Source => reply.source = text(),
            Column::Picture => picture = Some(words),
            Column::From | Column::Until | Column::Updated => {
                // A sheet's cell may hold the time as well.
                let Some(day) = Day::read(words.split(' ').next().unwrap_or_default()) else {
                    return taken.refuse(row.line, Says::NoDay, &[words]);
                };
                *match column {
                    Column::From => &mut reply.valid_from,
                    Column::Until => &mut reply.valid_until,
                    _ => &mut reply.updated,
                } = Some(day);
            }
        }
    }
    if let Some(picture) = picture {
        if reply.body.is_empty() {
            return taken.refuse(row.line, Says::OnlyPicture, &[picture]);
        }
        taken.note(row.line, Says::PictureLeft, &[picture]);
    }
    let beyond = row.cells.iter().skip(header.columns.len()).any(|cell| !cell.trim().is_empty());
    if beyond {
        taken.note(row.line, Says::ManyCells, &[]);
    }
    taken.take(row.line, reply);
}

fn list(words: &str) -> Vec<String> {
    let parts = words.split(BETWEENS).map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

pub(crate) fn write(replies: &[Reply], losses: &mut Losses) -> String {
    let mut rows = cells(replies, losses);
    for row in &mut rows {
        let guarded = row.iter_mut().map(formula::guard).filter(|guarded| *guarded).count();
        losses.note(Lost::Formula, guarded > 0);
    }
    table::text(rows.into_iter())
}

/// The header and a row for each reply. Columns that nobody fills are left out.
pub(crate) fn cells(replies: &[Reply], losses: &mut Losses) -> Vec<Vec<String>> {
    for reply in replies {
        let torn = |part: &String| part.contains(BETWEENS);
        losses.note(Lost::Tags, reply.tags.iter().any(torn));
        losses.note(Lost::Platforms, reply.platforms.iter().any(torn));
    }
    let always = [Column::Folder, Column::Title, Column::Abbreviation, Column::Body];
    let used = |column: &Column| {
        always.contains(column) || replies.iter().any(|reply| !cell(reply, *column).is_empty())
    };
    let columns: Vec<(Column, &str)> =
        WRITTEN.into_iter().filter(|(column, _)| used(column)).collect();
    let header = columns.iter().map(|(_, name)| (*name).to_owned()).collect();
    let row = |reply| columns.iter().map(|(column, _)| cell(reply, *column)).collect();
    std::iter::once(header).chain(replies.iter().map(row)).collect()
}

fn cell(reply: &Reply, column: Column) -> String {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let list = |parts: &[String]| parts.join(&BETWEEN.to_string());
    let Wording { hans, hant } = &reply.body;
    match column {
        Column::Id => reply.id.clone(),
        Column::Folder => reply.folder.hans.clone(),
        Column::FolderHant => reply.folder.hant.clone(),
        Column::Title => reply.title.hans.clone(),
        Column::TitleHant => reply.title.hant.clone(),
        Column::Pinyin => reply.pinyin.clone(),
        Column::Abbreviation => reply.abbreviation.clone(),
        Column::Tags => list(&reply.tags),
        Column::Body => hans.clone(),
        Column::BodyHant => hant.clone(),
        Column::Platforms => list(&reply.platforms),
        Column::From => day(reply.valid_from),
        Column::Until => day(reply.valid_until),
        Column::Updated => day(reply.updated),
        Column::Source => reply.source.clone(),
        Column::Picture => String::new(),
    }
}
