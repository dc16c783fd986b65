//! Folding: one pass over a draft, from characters to units.

use super::class::{Class, class};

/// Noise weighs at most this much between two units that still touch.
pub const TOUCH: u8 = 3;

/// One unit of a folded draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The folded form.
    pub form: char,
    /// Where the raw character starts, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, with the invisible characters that belong to it.
    pub end: u32,
    /// How much noise stands before it since the unit before: a space or a
    /// symbol weighs one, a line break two.
    pub noise: u8,
    /// Whether a line break stands before it.
    pub line: bool,
}

/// A quotation, as a range of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// The first unit inside.
    pub start: usize,
    /// The first unit after it.
    pub end: usize,
}

/// A folded draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded forms, one character a unit.
    pub text: String,
    /// The units.
    pub units: Vec<Unit>,
    /// Quotations that are opened and closed.
    pub quotes: Vec<Quote>,
    /// The length of the raw text in UTF-16 code units.
    pub length: u32,
}

impl Folded {
    /// The raw range that a range of units covers, in UTF-16 code units.
    pub fn raw(&self, start: usize, end: usize) -> (u32, u32) {
        let from = self.units.get(start).map_or(self.length, |unit| unit.start);
        let to = match end.checked_sub(1).and_then(|last| self.units.get(last)) {
            Some(unit) if end > start => unit.end,
            _ => from,
        };
        (from, to)
    }

    /// Whether a unit follows the one before without too much between them.
    pub fn touches(&self, unit: usize) -> bool {
        self.units.get(unit).is_none_or(|unit| unit.noise <= TOUCH)
    }
}

/// Two characters that are the halves of one.
const HALVES: &[(char, char, char)] =
    &[('亻', '尔', '你'), ('亻', '言', '信'), ('亻', '故', '做'), ('女', '尔', '你')];

/// Folds a draft.
pub fn fold(raw: &str) -> Folded {
    let mut folded = Folded::default();
    let mut open: Vec<usize> = Vec::new();
    let mut straight: Option<usize> = None;
    let mut noise = 0_u8;
    let mut line = false;
    let mut at = 0_u32;
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        let start = at;
        at += character.len_utf16() as u32;
        let count = folded.units.len();
        match class(character) {
            // A ring counts beside a number; else it only separates.
            Class::Unit('〇')
                if !folded.units.last().is_some_and(|unit| counts(unit.form))
                    && !characters.peek().is_some_and(|next| counts(*next)) =>
            {
                noise = noise.saturating_add(1);
            }
            Class::Unit(form) => {
                folded.push(form, start, at, noise, line);
                (noise, line) = (0, false);
            }
            Class::Word(word) => {
                for form in word.chars() {
                    folded.push(form, start, at, noise, line);
                    (noise, line) = (0, false);
                }
            }
            Class::Invisible => {
                if let (0, Some(unit)) = (noise, folded.units.last_mut()) {
                    unit.end = at;
                }
            }
            Class::Noise => noise = noise.saturating_add(1),
            Class::Line => (noise, line) = (noise.saturating_add(2), true),
            Class::Open => {
                open.push(count);
                noise = noise.saturating_add(1);
            }
            Class::Close => {
                if let Some(start) = open.pop() {
                    folded.quotes.push(Quote { start, end: count });
                }
                noise = noise.saturating_add(1);
            }
            Class::Straight => {
                match straight.take() {
                    Some(start) => folded.quotes.push(Quote { start, end: count }),
                    None => straight = Some(count),
                }
                noise = noise.saturating_add(1);
            }
        }
    }
    folded.length = at;
    folded.text = folded.units.iter().map(|unit| unit.form).collect();
    folded
}

/// Whether a character is part of a number.
fn counts(form: char) -> bool {
    form.is_ascii_digit() || "〇零一二三四五六七八九十幺两".contains(form)
}

impl Folded {
    fn push(&mut self, form: char, start: u32, end: u32, noise: u8, line: bool) {
        if let Some(last) = self.units.last_mut().filter(|_| noise <= TOUCH) {
            let whole = HALVES.iter().find(|(left, right, _)| (*left, *right) == (last.form, form));
            if let Some((_, _, whole)) = whole {
                last.form = *whole;
                last.end = end;
                return;
            }
        }
        self.units.push(Unit { form, start, end, noise, line });
    }
}

/// Folds a phrase of a pack: the forms alone.
pub fn fold_phrase(phrase: &str) -> String {
    fold(phrase).text
}
