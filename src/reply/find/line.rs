//! A text as it is searched: folded, and each character with the letters that it
//! can begin with when it is read.

use super::readings::others;
use crate::text::{simplified_of, spelling};

/// A word may be spelled in so many ways at one place before that is given up.
const TRIES: u32 = 2_000;

/// The bit of a character that has readings beside the usual one.
const MORE: u32 = 1 << 31;

/// A range of characters, its end excluded.
pub(super) type Range = (usize, usize);

/// A text as it is searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    forms: Vec<char>,
    /// For each character the letters that a reading of it begins with, a bit each.
    initials: Vec<u32>,
    /// How each character is read, where somebody said so.
    given: Vec<Vec<u8>>,
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
    pub(super) fn read(text: &str) -> Self {
        let forms: Vec<char> = text.chars().map(fold).collect();
        let initials = forms.iter().map(|form| initials(*form)).collect();
        Self { forms, initials, given: Vec::new() }
    }

    /// The same with the reading of each character, syllables between spaces;
    /// without effect if there are not as many.
    pub(super) fn read_as(text: &str, pinyin: &str) -> Self {
        let mut line = Self::read(text);
        let given: Vec<Vec<u8>> = pinyin
            .split_whitespace()
            .map(|syllable| syllable.chars().filter_map(|c| u8::try_from(fold(c)).ok()).collect())
            .collect();
        if given.len() == line.forms.len() {
            let first = |syllable: &Vec<u8>| syllable.first().map_or(0, |letter| bit(*letter));
            for (initials, syllable) in line.initials.iter_mut().zip(&given) {
                *initials = first(syllable);
            }
            line.given = given;
        }
        line
    }

    pub(super) fn forms(&self) -> &[char] {
        &self.forms
    }

    /// Where the word stands as it is written.
    pub(super) fn find(&self, word: &[char]) -> Option<Range> {
        let (first, rest) = word.split_first()?;
        let starts = self.forms.iter().enumerate().filter(|(_, form)| *form == first);
        let follows = |at: usize| self.forms.get(at + 1..).is_some_and(|it| it.starts_with(rest));
        let start = starts.map(|(at, _)| at).find(|at| follows(*at))?;
        Some((start, start + word.len()))
    }

    /// The first characters that the word spells, each by its first letters or in
    /// whole: `fp`, `fapiao` and `fapi` all read 发票, and so does `发piao`.
    pub(super) fn spelled(&self, word: &[char]) -> Option<Range> {
        let first = *word.first()?;
        let letter = u8::try_from(first).map_or(0, bit);
        let begins = |at: &usize| {
            self.initials[*at] & letter != 0 || self.forms.get(*at).is_some_and(|it| *it == first)
        };
        (0..self.forms.len()).filter(begins).find_map(|start| {
            let mut tries = TRIES;
            let end = self.spell(start, word, &mut tries)?;
            Some((start, end))
        })
    }

    /// Where the characters end that the rest of a word spells from this one on.
    fn spell(&self, at: usize, word: &[char], tries: &mut u32) -> Option<usize> {
        let Some((first, rest)) = word.split_first() else { return Some(at) };
        let form = self.forms.get(at)?;
        *tries = tries.checked_sub(1)?;
        if form == first
            && let Some(end) = self.spell(at + 1, rest, tries)
        {
            return Some(end);
        }
        if !first.is_ascii_alphanumeric() {
            return None;
        }
        let mut read = |syllable: &[u8]| {
            let same = syllable.iter().zip(word).take_while(|(a, b)| char::from(**a) == **b);
            let common = same.count();
            (1..=common).rev().find_map(|taken| self.spell(at + 1, &word[taken..], tries))
        };
        if let Some(syllable) = self.given.get(at) {
            return read(syllable);
        }
        read(spelling(*form).as_bytes()).or_else(|| {
            let more = self.initials.get(at).is_some_and(|it| it & MORE != 0);
            if more { others(*form).find_map(read) } else { None }
        })
    }

    /// How a character is usually read; itself if it is a letter.
    pub(super) fn usual(&self, at: usize) -> Vec<u8> {
        if let Some(given) = self.given.get(at) {
            return given.clone();
        }
        let form = self.forms.get(at).copied().unwrap_or_default();
        match u8::try_from(form) {
            Ok(letter) if letter.is_ascii_alphanumeric() => vec![letter],
            _ => spelling(form).as_bytes().to_vec(),
        }
    }
}

/// The letters that a character can begin with.
fn initials(form: char) -> u32 {
    if let Ok(letter) = u8::try_from(form) {
        return bit(letter);
    }
    let usual = spelling(form);
    let first = |syllable: &[u8]| syllable.first().map_or(0, |letter| bit(*letter));
    let more = others(form).fold(0, |bits, syllable| bits | MORE | first(syllable));
    first(usual.as_bytes()) | more
}

fn bit(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() { 1 << (letter - b'a') } else { 0 }
}
