//! The syllables of pinyin, and how characters sound.
//!
//! The table is `syllables.txt`, written by `xtask/tables/syllables.py`: the
//! usual reading of the common characters, without tones. The compiler turns
//! the file into tables; the file itself is not in the program.

use super::halves;

const FILE: &[u8] = include_bytes!("syllables.txt");

/// The first character of the table, and how many there are.
const FIRST: usize = 0x4E00;
const COUNT: usize = 0x9FFF - FIRST + 1;

/// Syllables are written as private characters from here.
const PRIVATE: u32 = 0xE000;

/// No syllable has more letters.
pub(super) const LETTERS: usize = 6;

/// The syllables, sorted: five bits a letter, the first letter highest.
static NAMES: [u32; lines()] = tables().0;

/// The bit of characters that are not written but to hide others.
const RARE: u16 = 0x8000;

/// The bit of characters that may be the first half of another one.
const FIRST_HALF: u16 = 0x4000;

/// The bits that number the syllable.
const NUMBER: u16 = 0x3FFF;

/// The number of the syllable that each character is read as; 0 if there is
/// none. Characters that hardly anybody writes have one more bit.
static SOUNDS: [u16; COUNT] = tables().1;

const fn lines() -> usize {
    let (mut at, mut lines) = (0, 0);
    while at < FILE.len() {
        lines += (FILE[at] == b'\n') as usize;
        at += 1;
    }
    lines
}

/// Reads the file: in each line a syllable, a space, and its characters, which
/// take three bytes each; then, after another space, those that are rare.
#[allow(long_running_const_eval, reason = "twenty thousand characters, once a build")]
const fn tables() -> ([u32; lines()], [u16; COUNT]) {
    let mut names = [0; lines()];
    let mut sounds = [0; COUNT];
    let (mut at, mut line) = (0, 0);
    while at < FILE.len() {
        let mut letters = 0;
        while FILE[at] != b' ' {
            names[line] |= letter(FILE[at], letters);
            letters += 1;
            at += 1;
        }
        at += 1;
        line += 1;
        let mut rare = 0;
        while FILE[at] != b'\n' {
            if FILE[at] == b' ' {
                rare = RARE;
                at += 1;
            }
            let code = ((FILE[at] & 0x0F) as usize) << 12
                | ((FILE[at + 1] & 0x3F) as usize) << 6
                | (FILE[at + 2] & 0x3F) as usize;
            sounds[code - FIRST] = line as u16 | rare;
            at += 3;
        }
        at += 1;
    }
    let mut number = 0;
    while number < halves::FIRST_HALVES {
        sounds[halves::first_half(number) as usize - FIRST] |= FIRST_HALF;
        number += 1;
    }
    (names, sounds)
}

/// A letter of a syllable in its place.
const fn letter(letter: u8, place: usize) -> u32 {
    ((letter - b'a' + 1) as u32) << (5 * (LETTERS - 1 - place))
}

/// A character as it sounds; itself if it has no sound here.
pub fn sound(form: char) -> char {
    let place = (form as usize).wrapping_sub(FIRST);
    SOUNDS.get(place).and_then(|number| spoken(*number)).unwrap_or(form)
}

/// How a character is usually read, in letters without a tone; empty if it has no
/// sound here.
pub(crate) fn spelling(form: char) -> Spelling {
    let place = (form as usize).wrapping_sub(FIRST);
    let number = SOUNDS.get(place).map_or(0, |number| usize::from(number & NUMBER));
    let name = number.checked_sub(1).and_then(|line| NAMES.get(line)).copied().unwrap_or(0);
    let mut spelling = Spelling::default();
    for place in 0..LETTERS {
        let letter = (name >> (5 * (LETTERS - 1 - place))) & 0x1F;
        if letter == 0 {
            break;
        }
        spelling.letters[place] = b'a' + letter as u8 - 1;
        spelling.length = place + 1;
    }
    spelling
}

/// The beginning of a syllable, or a whole one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beginning {
    name: u32,
    /// How many bits of a syllable's name come after it.
    rest: u32,
}

impl Beginning {
    /// These letters, if a syllable begins with them.
    pub(crate) fn of(letters: &[char]) -> Option<Self> {
        let mut name = 0;
        for (place, form) in letters.iter().enumerate() {
            if !form.is_ascii_lowercase() || place == LETTERS {
                return None;
            }
            name |= letter(*form as u8, place);
        }
        let rest = 5 * (LETTERS - letters.len()) as u32;
        let next = NAMES.get(NAMES.partition_point(|known| *known < name))?;
        (next >> rest == name >> rest).then_some(Self { name, rest })
    }

    /// Whether the usual reading of a character begins so.
    pub(crate) fn begins(self, form: char) -> bool {
        let place = (form as usize).wrapping_sub(FIRST);
        let number = SOUNDS.get(place).map_or(0, |number| usize::from(number & NUMBER));
        let name = number.checked_sub(1).and_then(|line| NAMES.get(line));
        name.is_some_and(|name| name >> self.rest == self.name >> self.rest)
    }
}

/// The letters of a syllable.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Spelling {
    letters: [u8; LETTERS],
    length: usize,
}

impl Spelling {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }
}

/// A character as it is heard.
pub(super) struct Heard {
    /// As it sounds; itself if it has no sound here.
    pub(super) form: char,
    /// Whether hardly anybody writes it, unless to hide the one that sounds
    /// like it: `婲` for `花`.
    pub(super) rare: bool,
    /// Whether it may be the first half of another one.
    pub(super) first_half: bool,
}

/// How a character is heard.
#[inline]
pub(super) fn heard(form: char) -> Heard {
    let place = (form as usize).wrapping_sub(FIRST);
    let number = SOUNDS.get(place).copied().unwrap_or_default();
    let (rare, first_half) = (number & RARE != 0, number & FIRST_HALF != 0);
    Heard { form: spoken(number).unwrap_or(form), rare, first_half }
}

/// The syllable that these letters spell, as a private character.
pub(super) fn spelled(letters: impl Iterator<Item = char>) -> Option<char> {
    let mut name = 0;
    for (place, form) in letters.enumerate() {
        if !form.is_ascii_lowercase() || place == LETTERS {
            return None;
        }
        name |= letter(form as u8, place);
    }
    NAMES.binary_search(&name).ok().and_then(|place| spoken(place as u16 + 1))
}

/// A syllable as a private character.
fn spoken(number: u16) -> Option<char> {
    let number = number & NUMBER;
    if number == 0 { None } else { char::from_u32(PRIVATE + u32::from(number)) }
}
