//! Traditional to simplified, character by character.
//!
//! The table is `simplified.txt`, written by `xtask/tables/simplified.py` from
//! OpenCC's dictionaries (Apache-2.0, see `xtask/tables/NOTICE`). No phrase is
//! looked at, so the length never changes and neither do the offsets. The
//! compiler turns the file into tables by code point; the file itself is not
//! in the program.

use super::class::simplified_form;

const FILE: &[u8] = include_bytes!("simplified.txt");

/// The first character of the tables, and how many there are.
pub(super) const FIRST: usize = 0x4E00;
pub(super) const COUNT: usize = 0x9FFF - FIRST + 1;

/// The simplified form of each character; 0 for those that have no other. What
/// a character is read as is looked up in one table with everything else.
pub(super) const fn forms() -> [u16; COUNT] {
    tables().0
}

/// One bit for each character that only simplified text uses.
static ONLY: [u64; COUNT / 64] = tables().1;

/// Reads the file: pairs on the first line, single characters on the second.
/// All of them take three bytes.
#[allow(long_running_const_eval, reason = "five thousand characters, once a build")]
const fn tables() -> ([u16; COUNT], [u64; COUNT / 64]) {
    let mut simplified = [0; COUNT];
    let mut only = [0; COUNT / 64];
    let mut at = 0;
    while FILE[at] != b'\n' {
        simplified[code(at) - FIRST] = code(at + 3) as u16;
        at += 6;
    }
    at += 1;
    while FILE[at] != b'\n' {
        let place = code(at) - FIRST;
        only[place / 64] |= 1 << (place % 64);
        at += 3;
    }
    (simplified, only)
}

/// The code point that starts at a byte of the file.
const fn code(at: usize) -> usize {
    ((FILE[at] & 0x0F) as usize) << 12
        | ((FILE[at + 1] & 0x3F) as usize) << 6
        | (FILE[at + 2] & 0x3F) as usize
}

/// The characters that have an entry here.
pub(super) const RANGE: std::ops::Range<usize> = FIRST..FIRST + COUNT;

/// The simplified form of a character that has another one.
pub(crate) fn simplified_of(character: char) -> Option<char> {
    u16::try_from(u32::from(character)).ok().and_then(simplified_form)
}

/// Characters that stand for a simplified one but say nothing about the script
/// of a text: disguises, Japanese forms, and those that both scripts write.
const NEITHER: &str = "丅伱沵祢儞吥卟芣嘸曰眀溦莪恏仩僦咑啲菂寳寚囬貭\
    発収転価単対実売乾著帐徵麽";

/// Whether only traditional text uses the character.
pub(crate) fn is_traditional_only(character: char) -> bool {
    simplified_of(character).is_some() && !NEITHER.contains(character)
}

/// Whether only simplified text uses the character.
pub(crate) fn is_simplified_only(character: char) -> bool {
    let place = (character as usize).wrapping_sub(FIRST);
    ONLY.get(place / 64).is_some_and(|bits| bits & (1 << (place % 64)) != 0)
}

/// A text with each character in its simplified form. Words are not looked at:
/// 著 and 着, 帐 and 账 become one, as the matcher reads them.
pub fn simplify(text: &str) -> String {
    text.chars().map(|character| simplified_of(character).unwrap_or(character)).collect()
}
