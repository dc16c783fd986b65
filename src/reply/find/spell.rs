//! Letters that spell characters.

use super::readings::others;
use crate::text::spelling;

/// A word may be spelled in so many ways at one place before that is given up.
const TRIES: u32 = 2_000;

/// How each character of a text is read, where somebody said so.
pub(super) type Given<'a> = Option<&'a [Vec<u8>]>;

/// How many of the characters the word spells from the first one on, each by its
/// first letters or in whole: `fp`, `fapiao` and `fapi` all read 发票, and so does
/// `发piao`.
pub(super) fn spelled(forms: &[char], given: Given<'_>, word: &[char]) -> Option<usize> {
    Spelling { forms, given, tries: TRIES }.from(0, word)
}

/// Whether the character is ever read like this; a letter is read as itself.
pub(super) fn is_read(form: char, syllable: &[u8]) -> bool {
    let itself = matches!(syllable, [letter] if char::from(*letter) == form);
    let mut others = others(form);
    itself || spelling(form).as_bytes() == syllable || others.any(|other| other == syllable)
}

struct Spelling<'a> {
    forms: &'a [char],
    given: Given<'a>,
    tries: u32,
}

impl Spelling<'_> {
    fn from(&mut self, at: usize, word: &[char]) -> Option<usize> {
        let Some((first, rest)) = word.split_first() else { return Some(at) };
        let form = *self.forms.get(at)?;
        self.tries = self.tries.checked_sub(1)?;
        if form == *first
            && let Some(end) = self.from(at + 1, rest)
        {
            return Some(end);
        }
        if !first.is_ascii_lowercase() {
            return None;
        }
        if let Some(syllable) = self.given.and_then(|given| given.get(at)) {
            return self.syllable(at, syllable, word);
        }
        let usual = spelling(form);
        self.syllable(at, usual.as_bytes(), word)
            .or_else(|| others(form).find_map(|syllable| self.syllable(at, syllable, word)))
    }

    fn syllable(&mut self, at: usize, syllable: &[u8], word: &[char]) -> Option<usize> {
        let same = syllable.iter().zip(word).take_while(|(a, b)| char::from(**a) == **b);
        (1..=same.count()).rev().find_map(|taken| self.from(at + 1, word.get(taken..)?))
    }
}
