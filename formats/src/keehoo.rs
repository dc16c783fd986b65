//! KeeHoo's phrases: one line each, cut at every comma.
//!
//! KeeHoo reads no quotes and no line breaks, so none are written. It asks for
//! `{{{name}}}` when it inserts; what stands between our braces stands between
//! its own, so that defaults and choices are shown where the words are asked for.
//! A file that a spreadsheet has saved has quotes, and is read with them.

use deti::reply::{Reply, Wording};

use crate::expand::Shelf;
use crate::loss::{Losses, Lost};
use crate::piece::{self, Piece};
use crate::table::{self, Cells, Delimiter};
use crate::{Says, Taken, expand, formula};

/// Where KeeHoo has what lies in no folder.
const NO_FOLDER: &str = "默认";

const HEADER: [&str; 5] = ["分类", "标题", "内容", "简拼", "图片路径"];

pub(crate) fn is_header(first: &[String]) -> bool {
    first.len() == HEADER.len() && first.iter().zip(HEADER).all(|(cell, name)| cell.trim() == name)
}

pub(crate) fn read(text: &str, taken: &mut Taken) {
    let mut rows: Vec<Cells> = table::rows(text, Delimiter::COMMA).collect();
    table::refuse_open_quote(text, &mut rows, taken);
    if !rows.first().is_some_and(|row| is_header(&row.cells)) {
        return taken.refuse(1, Says::NotKeehoo, &[&HEADER.join(",")]);
    }
    for row in &rows[1..] {
        if row.is_empty() {
            continue;
        }
        if row.cells.len() < 3 {
            taken.refuse(row.line, Says::FewColumns, &[&HEADER.join(",")]);
            continue;
        }
        // What is too many is commas within the words: KeeHoo writes them as they are.
        let tail = row.cells.len().max(5) - 2;
        let words = row.cells.iter().take(tail).skip(2).map(String::as_str);
        let body = words.collect::<Vec<_>>().join(",");
        if tail > 3 {
            taken.note(row.line, Says::ManyCommas, &[]);
        }
        let picture = row.get(tail + 1).trim();
        if body.trim().is_empty() && !picture.is_empty() {
            taken.refuse(row.line, Says::OnlyPicture, &[picture]);
            continue;
        }
        if !picture.is_empty() {
            taken.note(row.line, Says::PictureLeft, &[picture]);
        }
        let reply = Reply {
            folder: Wording::one(row.get(0).trim()),
            title: Wording::one(row.get(1).trim()),
            body: Wording::one(piece::write(&pieces(body.trim()))),
            abbreviation: row.get(tail).trim().to_owned(),
            ..Reply::default()
        };
        taken.take(row.line, reply);
    }
}

fn pieces(body: &str) -> Vec<Piece> {
    piece::split(body, "{{{", "}}}", |inside| {
        piece::of_inside(inside).or_else(|| Some(Piece::field(inside, None)))
    })
}

pub(crate) fn write(shelf: &Shelf<'_>, losses: &mut Losses) -> String {
    let script = shelf.script();
    let mut out = HEADER.join(",");
    for reply in shelf.replies {
        let pieces = shelf.body(reply, losses);
        let has = |what: fn(&Piece) -> bool| pieces.iter().any(what);
        losses.note(
            Lost::Dates,
            has(|piece| matches!(piece, Piece::Date { .. } | Piece::Weekday { .. })),
        );
        losses.note(Lost::Cursor, has(|piece| matches!(piece, Piece::Cursor)));
        let mut body = String::new();
        for piece in pieces.iter().filter(|piece| !matches!(piece, Piece::Cursor)) {
            match (piece, piece.inside()) {
                (Piece::Text(text), _) => body.push_str(&expand::without_braces(text)),
                (_, Some(inside)) => body.extend(["{{{", &inside, "}}}"]),
                (_, None) => {}
            }
        }
        let folder = match reply.folder.of(script) {
            "" => {
                losses.note_unfiled(NO_FOLDER);
                NO_FOLDER
            }
            folder => folder,
        };
        let cells = [folder, reply.title.of(script), &body, &reply.abbreviation];
        let lines: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
        let plain: Vec<String> = lines.iter().map(|line| unquoted(line)).collect();
        losses.note(Lost::Lines, cells.iter().any(|cell| cell.trim().contains('\n')));
        losses.note(Lost::Computed, plain.iter().any(|cell| formula::computes(cell)));
        losses.note(Lost::Marks, lines != plain || expand::has_braces(&pieces));
        out.push('\n');
        out.push_str(&plain.join(","));
        out.push(',');
    }
    out.push('\n');
    out
}

fn one_line(cell: &str) -> String {
    cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Without what KeeHoo would cut at: a full-width comma says the same.
fn unquoted(cell: &str) -> String {
    let cell = cell.replace(',', "，");
    match cell.strip_prefix('"') {
        Some(rest) => format!("“{rest}"),
        None => cell,
    }
}
