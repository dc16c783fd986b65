//! One text as it is searched, for marking what was found in it.

use super::spell::{Given, is_read, spelled};
use crate::text::simplified_of;

/// A range of characters, its end excluded.
pub(super) type Range = (usize, usize);

/// A text as it is searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub forms: Vec<char>,
    /// How each character is read, if it is not read as the tables have it.
    given: Option<Vec<Vec<u8>>>,
}

/// One `char` for each `char`, so that places stay places.
pub(super) fn fold(c: char) -> char {
    let c = match c {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        'ü' | 'Ü' => 'v',
        _ => simplified_of(c).unwrap_or(c),
    };
    c.to_ascii_lowercase()
}

impl Line {
    /// Reads a text.
    pub fn read(text: &str) -> Self {
        Self { forms: text.chars().map(fold).collect(), given: None }
    }

    /// The same with the reading of each character, syllables between spaces;
    /// without effect if there are not as many.
    pub fn read_as(text: &str, pinyin: &str) -> Self {
        let mut line = Self::read(text);
        let letters = |syllable: &str| {
            let letters = syllable.chars().filter_map(|c| u8::try_from(fold(c)).ok());
            letters.collect::<Vec<u8>>()
        };
        let given: Vec<Vec<u8>> = pinyin.split_whitespace().map(letters).collect();
        let known = |(form, syllable): (&char, &Vec<u8>)| is_read(*form, syllable);
        if given.len() == line.forms.len() && !line.forms.iter().zip(&given).all(known) {
            line.given = Some(given);
        }
        line
    }

    pub fn given(&self) -> Given<'_> {
        self.given.as_deref()
    }

    /// Where the word stands as it is written.
    pub fn find(&self, word: &[char]) -> Option<Range> {
        let starts = |at: &usize| self.forms.get(*at..).is_some_and(|it| it.starts_with(word));
        let start = (0..self.forms.len()).find(starts).filter(|_| !word.is_empty())?;
        Some((start, start + word.len()))
    }

    /// The first characters that the word spells.
    pub fn spelled(&self, word: &[char]) -> Option<Range> {
        (0..self.forms.len()).find_map(|start| {
            let given = self.given().and_then(|given| given.get(start..));
            let length = spelled(self.forms.get(start..)?, given, word)?;
            Some((start, start + length))
        })
    }
}
