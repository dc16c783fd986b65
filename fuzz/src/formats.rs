//! Any bytes as a file of replies: read or refused, and what was read is written.

use deti::reply::Reply;
use deti_formats::{Format, How, read, write};

/// Reads the bytes as every format, and writes what was read as every format.
pub fn hold(bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n' || **byte == b'\r').count() + 1;
    for format in [None].into_iter().chain(Format::ALL.map(Some)) {
        let read = read("fuzz", bytes, format);
        let text = read.encoding.is_some();
        for remark in read.refused.iter().chain(&read.notes) {
            assert!(!text || remark.line <= lines && !remark.message().is_empty(), "{remark:?}");
        }
        let replies: Vec<Reply> = read.rows.into_iter().map(|row| row.reply).collect();
        assert!(replies.iter().all(|reply| !reply.body.is_empty()));
        for out in [Format::Csv, Format::QianniuTitled, Format::Pack] {
            let again = write(out, &replies, How::default());
            let back = deti_formats::read("fuzz", &again.bytes, Some(out));
            assert_eq!(back.rows.len(), replies.len(), "{}: {:?}", out.name(), back.refused);
        }
    }
}
