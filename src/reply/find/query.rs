//! What was typed to find a reply.

use super::line::{Line, Range, fold};
use super::numeral::{is_numeral, respelled};
use super::slip;

/// Longer words are cut: nobody types them to find something.
const LONGEST: usize = 32;

/// What was typed: words that are all to be found, and with `@` the folder that
/// they are looked for in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) words: Vec<Word>,
    pub(super) folders: Vec<Word>,
}

/// One word as it is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub forms: Vec<char>,
    /// Whether it has letters that may spell characters.
    pub spells: bool,
    /// The same with its numbers spelled otherwise.
    pub also: Vec<Word>,
}

impl Query {
    /// Reads what was typed.
    pub fn read(typed: &str) -> Self {
        let mut query = Self::default();
        let folded: Vec<char> = typed.chars().map(fold).collect();
        for word in folded.split(|c| c.is_whitespace()).filter(|word| !word.is_empty()) {
            match word.split_first() {
                Some(('@', folder)) => query.folders.extend(Word::of(folder)),
                _ => query.words.extend(Word::of(word)),
            }
        }
        query
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.folders.is_empty()
    }

    /// Whether any words are looked for, be it within a folder.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// What to mark in a title and in a body, as ranges of `char`s in order. The
    /// title's reading is that of the pack, or empty. In the body only what the
    /// title does not have is marked by its sound.
    pub fn marks(&self, title: &str, pinyin: &str, body: &str) -> (Vec<Range>, Vec<Range>) {
        let (mut in_title, mut in_body) = (Vec::new(), Vec::new());
        if self.words.is_empty() {
            return (in_title, in_body);
        }
        let (title, body) = (Line::read_as(title, pinyin), Line::read(body));
        for word in &self.words {
            let called = word.found(&title);
            let said = word.written(&body);
            in_title.extend(called);
            in_body.extend(said);
            if called.is_none() && said.is_none() {
                match word.found(&body).filter(|_| word.forms.len() > 1) {
                    Some(read) => in_body.push(read),
                    None => match word.slipped(&title) {
                        Some(nearly) => in_title.push(nearly),
                        // Letters are forgiven only where a reply is called so.
                        None => in_body.extend(word.slipped(&body).filter(|_| !word.spells)),
                    },
                }
            }
        }
        join(&mut in_title);
        join(&mut in_body);
        (in_title, in_body)
    }
}

impl Word {
    /// The word without the marks that an IME puts between syllables.
    fn of(word: &[char]) -> Option<Self> {
        let forms = word.iter().copied().filter(|c| !matches!(c, '\'' | '’' | '\0'));
        let mut word = Self::alone(forms.take(LONGEST).collect());
        word.also = respelled(&word.forms).into_iter().map(Self::alone).collect();
        (!word.forms.is_empty()).then_some(word)
    }

    /// The word in this spelling only.
    fn alone(forms: Vec<char>) -> Self {
        let spells = forms.iter().any(char::is_ascii_lowercase);
        Self { forms, spells, also: Vec::new() }
    }

    /// The word as it was typed, and in its other spellings.
    fn spellings(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.also)
    }

    /// Where the word stands in a line, as it is written or as it is read.
    pub(super) fn found(&self, line: &Line) -> Option<Range> {
        self.written(line).or_else(|| self.spellings().find_map(|word| word.read(line)))
    }

    /// Where the word stands in a line as it is written, in any spelling.
    fn written(&self, line: &Line) -> Option<Range> {
        self.spellings().find_map(|word| line.find(&word.forms))
    }

    /// The spellings in which a slip is forgiven. A number with a slip in it is another
    /// number, so beside it there must be enough that a slip can be in.
    pub(super) fn forgiven(&self) -> impl Iterator<Item = &Self> {
        let others = self.forms.iter().filter(|c| !c.is_ascii_digit() && !is_numeral(**c)).count();
        let also = if others >= slip::CHARACTERS { self.also.as_slice() } else { &[] };
        std::iter::once(self).chain(also)
    }

    /// Where nearly the word stands in a line.
    fn slipped(&self, line: &Line) -> Option<Range> {
        self.forgiven().find_map(|word| slip::find(line, &word.forms))
    }

    /// Where the characters stand that the word spells.
    fn read(&self, line: &Line) -> Option<Range> {
        if self.spells { line.spelled(&self.forms) } else { None }
    }
}

/// Sorts ranges and joins those that touch.
fn join(ranges: &mut Vec<Range>) {
    crate::sort::by_key(ranges, |(start, end)| [*start as u32, *end as u32, 0, 0]);
    let mut joined: Vec<Range> = Vec::with_capacity(ranges.len());
    for &(start, end) in ranges.iter() {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    *ranges = joined;
}
