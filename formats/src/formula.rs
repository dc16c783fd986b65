//! Cells that a spreadsheet would compute.
//!
//! A cell of text that begins with one of a few signs is a formula to a spreadsheet,
//! and replies come from strangers. Behind an apostrophe it is text. The apostrophe is
//! taken off again where it guards such a sign, so that what is written reads back. That is
//! for tables, which spreadsheets are meant to open. A tool for replies would send the
//! apostrophe to buyers; in its files the words stand as they are, and it is said.

/// What a formula begins with; some spreadsheets take the full-width signs as well.
const SIGNS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// Whether there is something to guard, be it behind apostrophes already.
pub(crate) fn computes(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(SIGNS)
}

/// Puts an apostrophe before what a spreadsheet would compute; tells whether it did.
pub(crate) fn guard(cell: &mut String) -> bool {
    let guards = computes(cell);
    if guards {
        cell.insert(0, '\'');
    }
    guards
}

/// Takes the apostrophe off again.
pub(crate) fn unguard(cell: &mut String) {
    if cell.starts_with('\'') && computes(cell) {
        cell.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::{guard, unguard};

    #[test]
    fn what_is_guarded_reads_back_and_the_rest_is_left() {
        for (cell, written) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+86 10", "'+86 10"),
            ("- 第一步", "'- 第一步"),
            ("@SUM(1)", "'@SUM(1)"),
            ("＝1+1", "'＝1+1"),
            ("\t=1", "'\t=1"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'tis", "'tis"),
            ("1+1=2", "1+1=2"),
            ("您好", "您好"),
            ("", ""),
        ] {
            let mut out = cell.to_owned();
            assert_eq!((guard(&mut out), out.as_str()), (cell != written, written));
            unguard(&mut out);
            assert_eq!(out, cell);
        }
    }
}
