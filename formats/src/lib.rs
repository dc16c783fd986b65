//! Replies in and out, and orders in: the files of other tools, read and written.
//!
//! Bytes in, rows and remarks out; replies in, bytes and losses out. A row that
//! cannot be taken is refused with its line and what to do; what is taken with
//! something missing is noted; what a format cannot hold is a [`Loss`]. What
//! becomes of the rows is the [library](deti::reply::Library)'s business, and
//! opening files that of whoever has files.
//!
//! Fields are translated through [`piece`]s: `{item}` of ours is `{{{item}}}` for
//! KeeHoo, a form field for Text Blaze and Espanso, and stays as it is where a
//! tool has no fields.

mod column;
mod decode;
mod espanso;
mod excel;
mod expand;
mod format;
mod formula;
mod keehoo;
mod lines;
mod loss;
mod orders;
mod pack;
mod piece;
mod plain;
mod qianniu;
mod remark;
mod table;
mod text_blaze;
mod unseen;
mod yaml;

use deti::reply::{Reply, Row};
use deti::text::Script;

pub use decode::Encoding;
use expand::Shelf;
pub use format::Format;
use loss::Losses;
pub use loss::{Loss, Lost};
pub use orders::{OrderColumn, OrdersHow, OrdersRead, SeenColumn, read_orders};
pub use remark::{Remark, Says};

/// A file may be so long, and what is packed in one, when unpacked, so long.
pub const LONGEST: usize = 16 << 20;

/// What a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// How it was read; `None` if it is no file of replies.
    pub format: Option<Format>,
    /// The encoding that it turned out to have; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// The rows that can be taken.
    pub rows: Vec<Row>,
    /// What cannot be taken, and what to do about it, in the file's order.
    pub refused: Vec<Remark>,
    /// What was taken with something missing or otherwise.
    pub notes: Vec<Remark>,
}

/// What a file is to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct How<'a> {
    /// The script to write where a format holds one.
    pub script: Script,
    /// The encoding, if it is not to be the format's own.
    pub encoding: Option<Encoding>,
    /// Replies that are not written, but whose words those that are may take in.
    pub beside: &'a [Reply],
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its encoding; `None` for a workbook.
    pub encoding: Option<Encoding>,
    /// What the format could not hold.
    pub losses: Vec<Loss>,
}

/// Reads a file: as a format, or as what its name and its beginning say it is.
pub fn read(name: &str, bytes: &[u8], format: Option<Format>) -> Read {
    let mut taken = Taken::default();
    let nothing = |format, says, values| {
        let refused = vec![Remark { line: 0, says, values }];
        Read { format, encoding: None, rows: Vec::new(), refused, notes: Vec::new() }
    };
    if bytes.len() > LONGEST {
        return nothing(format, Says::TooLong, vec![(LONGEST >> 20).to_string()]);
    }
    if excel::is_old(bytes) {
        return nothing(Some(Format::Excel), Says::OldWorkbook, Vec::new());
    }
    if format == Some(Format::Excel) || (format.is_none() && excel::is_workbook(bytes)) {
        excel::read(bytes, &mut taken);
        return taken.finish(Some(Format::Excel), None, false);
    }
    if excel::is_workbook(bytes) || bytes.contains(&0) && !decode::has_mark(bytes) {
        return nothing(format, Says::NoText, Vec::new());
    }
    let decoded = decode::decode(bytes);
    let text = decoded.text.as_str();
    if text.contains('\0') {
        return nothing(format, Says::NoText, Vec::new());
    }
    let format = format.unwrap_or_else(|| Format::of(name, text));
    match format {
        Format::Qianniu | Format::QianniuTitled => qianniu::read(text, &mut taken),
        Format::Keehoo => keehoo::read(text, &mut taken),
        Format::TextBlaze => text_blaze::read(text, &mut taken),
        Format::Espanso => espanso::read(text, &mut taken),
        Format::Pack => pack::read(text, &mut taken),
        Format::Csv | Format::Excel => plain::read(text, &mut taken),
    }
    taken.finish(Some(format), Some(decoded.encoding), decoded.broken)
}

/// Writes replies as a file.
pub fn write(format: Format, replies: &[Reply], how: How<'_>) -> Written {
    let mut losses = Losses::new(format, how.script);
    losses.what_it_cannot_hold(replies);
    let shelf = Shelf { replies, how };
    let text = match format {
        Format::Excel => {
            shelf.note_nowhere(&mut losses);
            let bytes = excel::write(replies, &mut losses);
            return Written { bytes, encoding: None, losses: losses.told() };
        }
        Format::Csv => {
            shelf.note_nowhere(&mut losses);
            plain::write(replies, &mut losses)
        }
        Format::Pack => {
            shelf.note_nowhere(&mut losses);
            pack::write(replies)
        }
        Format::Qianniu | Format::QianniuTitled => qianniu::write(format, &shelf, &mut losses),
        Format::Keehoo => keehoo::write(&shelf, &mut losses),
        Format::TextBlaze => text_blaze::write(&shelf, &mut losses),
        Format::Espanso => espanso::write(&shelf, &mut losses),
    };
    let encoding = how.encoding.unwrap_or(format.encoding()).writable();
    Written { bytes: encoding.encode(&text), encoding: Some(encoding), losses: losses.told() }
}

/// What a reader has found so far.
#[derive(Default)]
struct Taken {
    rows: Vec<Row>,
    refused: Vec<Remark>,
    notes: Vec<Remark>,
}

impl Taken {
    fn refuse(&mut self, line: usize, says: Says, values: &[&str]) {
        self.refused.push(remark(line, says, values));
    }

    fn note(&mut self, line: usize, says: Says, values: &[&str]) {
        self.notes.push(remark(line, says, values));
    }

    /// Takes a reply, unless it says nothing. What nobody sees in it, and what
    /// would turn the words around it, is left out.
    fn take(&mut self, line: usize, mut reply: Reply) {
        let words = [&mut reply.folder, &mut reply.title, &mut reply.body];
        let texts = words.into_iter().flat_map(|words| [&mut words.hans, &mut words.hant]);
        let texts = texts.chain(&mut reply.tags).chain([&mut reply.abbreviation]);
        if texts.fold(false, |left, text| unseen::leave_out(text) | left) {
            self.note(line, Says::Invisible, &[]);
        }
        if reply.body.is_empty() {
            self.refuse(line, Says::NoBody, &[]);
        } else {
            self.rows.push(Row { line, reply });
        }
    }

    /// What was found. Where bytes were no characters, the rows that have them
    /// are refused: half a sentence is worse than none.
    fn finish(mut self, format: Option<Format>, encoding: Option<Encoding>, broken: bool) -> Read {
        if broken {
            let whole = |row: &Row| {
                let reply = &row.reply;
                [&reply.folder, &reply.title, &reply.body].iter().all(|words| {
                    !words.hans.contains('\u{FFFD}') && !words.hant.contains('\u{FFFD}')
                })
            };
            let (kept, torn) = self.rows.into_iter().partition(whole);
            self.rows = kept;
            for Row { line, .. } in torn {
                self.refused.push(remark(line, Says::BadBytes, &[]));
            }
        }
        if self.rows.is_empty() && self.refused.is_empty() {
            self.refuse(0, Says::NoRows, &[]);
        }
        self.refused.sort_by_key(|remark| remark.line);
        self.notes.sort_by_key(|remark| remark.line);
        let Self { rows, refused, notes } = self;
        Read { format, encoding, rows, refused, notes }
    }
}

fn remark(line: usize, says: Says, values: &[&str]) -> Remark {
    Remark { line, says, values: values.iter().map(|value| (*value).to_owned()).collect() }
}
