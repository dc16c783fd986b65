//! Characters that are written as their two halves: `亻言` for `信`.
//!
//! The table is `halves.txt`, written by `xtask/tables/halves.py` from the CJK
//! Decomposition Data File; see `xtask/tables/NOTICE`. Some parts are hardly
//! ever written alone; beside its other half such a one is always that
//! character. Where both halves are common characters (`女子`), they stay what
//! they are, and who asks for it can read them as one.

const FILE: &[u8] = include_bytes!("halves.txt");

/// Where the lines of the table start: the parts, the characters that have
/// one, the characters that have none.
const SURE_AT: usize = PARTS_COUNT * 3 + 1;
const MAYBE_AT: usize = SURE_AT + SURE * 9 + 1;

const PARTS_COUNT: usize = entries(0, 3);
const SURE: usize = entries(SURE_AT, 9);
const MAYBE: usize = entries(MAYBE_AT, 9);

/// The parts.
static PARTS: [u16; PARTS_COUNT] = parts();

/// The halves of each entry, sorted, and what they make.
static SURES: ([u32; SURE], [u16; SURE]) = table(SURE_AT);
static MAYBES: ([u32; MAYBE], [u16; MAYBE]) = table(MAYBE_AT);

/// How many entries of so many bytes the line has that starts at a byte.
const fn entries(start: usize, bytes: usize) -> usize {
    let mut at = start;
    while FILE[at] != b'\n' {
        at += bytes;
    }
    (at - start) / bytes
}

/// The code point that starts at a byte of the file; all take three bytes.
const fn code(at: usize) -> u16 {
    ((FILE[at] & 0x0F) as u16) << 12
        | ((FILE[at + 1] & 0x3F) as u16) << 6
        | (FILE[at + 2] & 0x3F) as u16
}

const fn parts() -> [u16; PARTS_COUNT] {
    let mut parts = [0; PARTS_COUNT];
    let mut place = 0;
    while place < PARTS_COUNT {
        parts[place] = code(3 * place);
        place += 1;
    }
    parts
}

const fn table<const N: usize>(start: usize) -> ([u32; N], [u16; N]) {
    let (mut halves, mut wholes) = ([0; N], [0; N]);
    let mut entry = 0;
    while entry < N {
        let at = start + 9 * entry;
        halves[entry] = (code(at) as u32) << 16 | code(at + 3) as u32;
        wholes[entry] = code(at + 6);
        entry += 1;
    }
    (halves, wholes)
}

/// Which of the parts a character is.
pub(super) const fn which_part(form: u16) -> Option<usize> {
    let mut place = 0;
    while place < PARTS_COUNT {
        if code(3 * place) == form {
            return Some(place);
        }
        place += 1;
    }
    None
}

/// A part by its number.
pub(super) fn part(number: usize) -> Option<char> {
    PARTS.get(number).and_then(|code| char::from_u32(u32::from(*code)))
}

/// Whether a character is such a part.
pub(super) fn is_part(form: char) -> bool {
    u16::try_from(u32::from(form)).is_ok_and(|form| PARTS.contains(&form))
}

/// How many characters may be the first half of another one; some of them are
/// there several times.
pub(super) const FIRST_HALVES: usize = MAYBE;

/// A character that may be the first half of another one.
pub(super) const fn first_half(number: usize) -> u16 {
    code(MAYBE_AT + 9 * number)
}

/// What a part and another character make, in this order.
pub(super) fn whole(left: char, right: char) -> Option<char> {
    made(&SURES.0, &SURES.1, left, right)
}

/// What two common characters may make.
pub(super) fn perhaps(left: char, right: char) -> Option<char> {
    made(&MAYBES.0, &MAYBES.1, left, right)
}

fn made(halves: &[u32], wholes: &[u16], left: char, right: char) -> Option<char> {
    let place = halves.binary_search(&(u32::from(left) << 16 | u32::from(right))).ok()?;
    wholes.get(place).and_then(|code| char::from_u32(u32::from(*code)))
}

#[cfg(test)]
mod tests {
    use super::{MAYBES, SURES, is_part, perhaps, whole};

    fn halves(entry: u32) -> [char; 2] {
        [entry >> 16, entry & 0xFFFF].map(|code| char::from_u32(code).expect("a character"))
    }

    #[test]
    fn the_halves_are_sorted_and_told_by_their_parts() {
        assert!(SURES.0.is_sorted() && MAYBES.0.is_sorted());
        assert!(SURES.0.iter().all(|entry| halves(*entry).into_iter().any(is_part)));
        assert!(!MAYBES.0.iter().any(|entry| halves(*entry).into_iter().any(is_part)));
    }

    #[test]
    fn two_common_characters_may_be_themselves() {
        for (left, right, sure, maybe) in [
            ('亻', '言', Some('信'), None),
            ('贝', '戋', Some('贱'), None),
            ('氵', '去', Some('法'), None),
            ('女', '子', None, Some('好')),
            ('力', '口', None, Some('加')),
            ('你', '好', None, None),
        ] {
            assert_eq!((whole(left, right), perhaps(left, right)), (sure, maybe), "{left}{right}");
        }
    }
}
