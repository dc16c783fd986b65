//! 千牛's phrases (CSV): three lines that nobody may change, then a row each.
//!
//! The first line says so, the second names the account, the third the columns;
//! the third version has a column for titles. There are no fields: what looks
//! like one of ours is filled in by hand there, and is one again when it comes
//! back. Groups within groups are written `a=>b`, and stay so.

use deti::reply::{Reply, Wording};

use crate::expand::Shelf;
use crate::loss::{Losses, Lost};
use crate::piece::{self, Piece};
use crate::table::{self, Cells, Delimiter};
use crate::{Format, Says, Taken, formula};

const FIRST: &str = "最初3行的内容请勿改动！！！";
const FIRST_TITLED: &str = "最初3行的内容请勿改动(V3)！！！";
const OWN_DATA: &str = "程序数据（手工新增词条时，本字段留空即可）";

/// The version that a file with this first row is of.
pub(crate) fn version(first: &[String]) -> Option<Format> {
    match first.first()?.trim() {
        FIRST => Some(Format::Qianniu),
        FIRST_TITLED => Some(Format::QianniuTitled),
        _ => None,
    }
}

pub(crate) fn read(text: &str, taken: &mut Taken) {
    let mut rows: Vec<Cells> = table::rows(text, Delimiter::COMMA).collect();
    table::refuse_open_quote(text, &mut rows, taken);
    let Some(version) = rows.first().and_then(|row| version(&row.cells)) else {
        return taken.refuse(0, Says::NotQianniu, &[FIRST]);
    };
    let header = rows.iter().position(|row| row.get(0).trim() == "分组").filter(|at| *at <= 2);
    let Some(header) = header else {
        return taken.refuse(3, Says::NoQianniuHeader, &[]);
    };
    let titled = usize::from(version == Format::QianniuTitled);
    let mut own_data = false;
    for row in &rows[header + 1..] {
        if row.is_empty() {
            continue;
        }
        let body = row.get(2 + titled).trim();
        let picture = row.get(3 + titled).trim();
        own_data |= !row.get(4 + titled).trim().is_empty();
        if row.cells.len() < 3 + titled {
            taken.refuse(row.line, Says::FewColumns, &["分组,快捷编码,内容"]);
            continue;
        }
        if body.is_empty() && !picture.is_empty() {
            taken.refuse(row.line, Says::OnlyPicture, &[picture]);
            continue;
        }
        if !picture.is_empty() {
            taken.note(row.line, Says::PictureLeft, &[picture]);
        }
        let title = if titled == 1 { row.get(2).trim() } else { "" };
        let reply = Reply {
            folder: Wording::one(row.get(0).trim()),
            abbreviation: row.get(1).trim().to_owned(),
            title: Wording::one(title),
            body: Wording::one(body),
            ..Reply::default()
        };
        taken.take(row.line, reply);
    }
    if own_data {
        taken.note(0, Says::QianniuData, &[]);
    }
}

pub(crate) fn write(format: Format, shelf: &Shelf<'_>, losses: &mut Losses) -> String {
    let script = shelf.script();
    let titled = format == Format::QianniuTitled;
    let columns = ["分组", "快捷编码", "标题", "内容", "图片名", OWN_DATA];
    let first = if titled { FIRST_TITLED } else { FIRST };
    let fits = |row: [String; 6]| {
        let kept = row.into_iter().enumerate().filter(|(place, _)| titled || *place != 2);
        kept.map(|(_, cell)| cell).collect::<Vec<_>>()
    };
    let mut rows =
        vec![vec![first.to_owned()], vec!["Deti".to_owned()], fits(columns.map(str::to_owned))];
    for reply in shelf.replies {
        let pieces = shelf.body(reply, losses);
        let (carets, pieces): (Vec<Piece>, Vec<Piece>) =
            pieces.into_iter().partition(|piece| matches!(piece, Piece::Cursor));
        losses.note(Lost::Cursor, !carets.is_empty());
        losses.note(Lost::Fields, pieces.iter().any(|piece| !matches!(piece, Piece::Text(_))));
        let row = fits([
            reply.folder.of(script).to_owned(),
            reply.abbreviation.clone(),
            reply.title.of(script).to_owned(),
            piece::write(&pieces),
            String::new(),
            String::new(),
        ]);
        losses.note(Lost::Computed, row.iter().any(|cell| formula::computes(cell)));
        rows.push(row);
    }
    table::text(rows.into_iter())
}
