//! Folding: one pass over a draft, from characters to units.

use super::class::{Class, class, class_of_no_word, class_of_unit, plain};
use super::halves::{is_part, whole};
use super::picture::{Reading, readings, says_no};

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

impl Unit {
    /// Whether it follows the unit before without too much between them.
    pub fn touches(&self) -> bool {
        self.noise <= TOUCH
    }
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
    /// The units.
    pub units: Vec<Unit>,
    /// Quotations that are opened and closed.
    pub quotes: Vec<Quote>,
    /// The units that pictures were read as, as ranges: they may as well only
    /// separate.
    pub pictures: Vec<(u32, u32)>,
    /// The length of the raw text in UTF-16 code units.
    pub length: u32,
}

impl Folded {
    /// The folded forms, one character a unit.
    pub fn text(&self) -> String {
        self.units.iter().map(|unit| unit.form).collect()
    }

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
        self.units.get(unit).is_none_or(Unit::touches)
    }

    /// Folds another draft in the same room.
    pub fn fold(&mut self, raw: &[u16]) {
        self.quotes.clear();
        self.pictures.clear();
        self.length = raw.len() as u32;
        let mut units = std::mem::take(&mut self.units);
        units.clear();
        units.reserve(raw.len());
        let Folded { quotes, pictures, .. } = self;
        let (open, straight) = (Vec::new(), None);
        let (part, noise, line) = (false, 0, false);
        let mut pass = Pass { units, quotes, pictures, open, straight, part, noise, line };
        pass.over(raw);
        self.units = pass.units;
    }
}

/// Folds a draft.
pub fn fold(raw: &str) -> Folded {
    let raw: Vec<u16> = raw.encode_utf16().collect();
    let mut folded = Folded::default();
    folded.fold(&raw);
    folded
}

/// Folds a phrase of a pack: the forms alone.
pub fn fold_phrase(phrase: &str) -> String {
    fold(phrase).text()
}

/// What a character is read as on its own; of a sign that stands for a word,
/// the first character. None if it only separates or is not seen.
pub fn form_of(character: char) -> Option<char> {
    match class(character as u32) {
        Class::Unit(form) => Some(form),
        Class::Pause => Some(','),
        Class::Picture(place) => {
            readings(place, character).find_map(|reading| reading.word.chars().next())
        }
        _ => None,
    }
}

/// What is known on the way through a draft.
struct Pass<'a> {
    units: Vec<Unit>,
    quotes: &'a mut Vec<Quote>,
    pictures: &'a mut Vec<(u32, u32)>,
    /// The quotations that are open, by their first unit.
    open: Vec<usize>,
    straight: Option<usize>,
    /// Whether the last unit is a part that a character is written with.
    part: bool,
    /// What stands since the last unit.
    noise: u8,
    line: bool,
}

impl Pass<'_> {
    fn over(&mut self, raw: &[u16]) {
        let mut at = 0;
        while let Some(unit) = raw.get(at) {
            if !self.part && self.noise == 0 {
                let read = self.straight(raw, at);
                if read > 0 {
                    at += read;
                    continue;
                }
            }
            let start = at;
            at += 1;
            let class = match raw.get(at) {
                Some(low) if is_high(*unit) && is_low(*low) => {
                    at += 1;
                    class(joined(*unit, *low))
                }
                _ => class_of_unit(*unit),
            };
            if let Class::Unit(form) = class {
                self.push(form, start as u32, at as u32);
                continue;
            }
            let class = match class {
                Class::Picture(place) => match self.picture(raw, start, at, place) {
                    Some(class) => class,
                    None => continue,
                },
                // `微、信、号` lists nothing: the sign only separates.
                Class::Pause if Same::of(raw, start, at) == Same::NextButOne => Class::Noise,
                class => class,
            };
            self.take(class, start as u32, at as u32, raw.get(at));
        }
    }

    /// Reads on while there is nothing to say about the characters but what
    /// they are read as; how many there were.
    #[inline]
    fn straight(&mut self, raw: &[u16], at: usize) -> usize {
        let before = self.units.len();
        let rest = raw.get(at..).unwrap_or_default();
        let units = rest.iter().zip(at as u32..).map_while(|(unit, start)| {
            let form = plain(*unit)?;
            Some(Unit { form, start, end: start + 1, noise: 0, line: false })
        });
        self.units.extend(units);
        self.units.len() - before
    }

    /// Reads a picture as the word that it stands for, and if it stands for
    /// none, says what else it is.
    fn picture(&mut self, raw: &[u16], start: usize, end: usize, place: u16) -> Option<Class> {
        let code = match raw.get(start..end) {
            Some(&[high, low]) => joined(high, low),
            Some(&[unit]) => u32::from(unit),
            _ => return Some(Class::Noise),
        };
        let sign = char::from_u32(code).unwrap_or_default();
        let same = Same::of(raw, start, end);
        if same == Same::NextButOne && !says_no(sign) {
            return Some(Class::Noise);
        }
        let mut readings = readings(place, sign);
        let Some(reading) = readings.find(|reading| self.reads(reading, raw, end, same)) else {
            return Some(class_of_no_word(code));
        };
        if reading.word.is_empty() {
            return Some(Class::Noise);
        }
        let from = self.units.len() as u32;
        reading.word.chars().for_each(|form| self.push(form, start as u32, end as u32));
        self.pictures.push((from, self.units.len() as u32));
        None
    }

    /// Whether what a reading asks for stands beside the picture.
    fn reads(&self, reading: &Reading, raw: &[u16], end: usize, same: Same) -> bool {
        let last = self.units.last().map(|unit| unit.form).filter(|_| self.noise < 2);
        let after = reading.after.is_empty()
            || (reading.after.starts_with('*') && same == Same::Next)
            || last.is_some_and(|form| reading.after.contains(form));
        after && (reading.before.is_empty() || follows(raw, end, reading.before))
    }

    #[inline]
    fn take(&mut self, class: Class, start: u32, end: u32, next: Option<&u16>) {
        match class {
            Class::Unit(form) => self.push(form, start, end),
            Class::Pause => self.push(',', start, end),
            Class::Picture(_) => {}
            Class::Ring => {
                let before = self.units.last().map(|unit| unit.form);
                let next = next.and_then(|next| char::from_u32((*next).into()));
                if before.is_some_and(counts) || next.is_some_and(counts) {
                    self.push('〇', start, end);
                } else {
                    self.noise = self.noise.saturating_add(1);
                }
            }
            Class::Invisible => {
                if let (0, Some(unit)) = (self.noise, self.units.last_mut()) {
                    unit.end = end;
                }
            }
            Class::Noise => self.noise = self.noise.saturating_add(1),
            Class::Line => (self.noise, self.line) = (self.noise.saturating_add(2), true),
            Class::Open | Class::Close | Class::Straight => self.quote(class),
        }
    }

    fn quote(&mut self, class: Class) {
        let count = self.units.len();
        let start = match class {
            Class::Close => self.open.pop(),
            Class::Straight => self.straight.take(),
            _ => None,
        };
        match (class, start) {
            (_, Some(start)) => self.quotes.push(Quote { start, end: count }),
            (Class::Straight, None) => self.straight = Some(count),
            (Class::Open, None) => self.open.push(count),
            _ => {}
        }
        self.noise = self.noise.saturating_add(1);
    }

    #[inline]
    fn push(&mut self, form: char, start: u32, end: u32) {
        let unit = Unit { form, start, end, noise: self.noise, line: self.line };
        (self.noise, self.line) = (0, false);
        let part = is_part(form);
        if (self.part || part) && unit.touches() && self.joins(form, end) {
            self.part = false;
        } else {
            self.part = part;
            self.units.push(unit);
        }
    }

    /// Makes one character of the last unit and this one, if they are its halves.
    fn joins(&mut self, form: char, end: u32) -> bool {
        let Some(last) = self.units.last_mut() else { return false };
        let whole = whole(last.form, form);
        if let Some(whole) = whole {
            last.form = whole;
            last.end = end;
        }
        whole.is_some()
    }
}

/// Whether the same picture stands near.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Same {
    /// Right beside it.
    Next,
    /// One character away, as in `好⭐评⭐有⭐赏`: then it only separates.
    NextButOne,
    Not,
}

impl Same {
    fn of(raw: &[u16], start: usize, end: usize) -> Same {
        let picture = &raw[start..end];
        let length = picture.len();
        let same = |from: usize| raw.get(from..from + length) == Some(picture);
        let before = |far: usize| start.checked_sub(length + far).is_some_and(same);
        if same(end) || before(0) {
            Same::Next
        } else if same(end + 1) || before(1) {
            Same::NextButOne
        } else {
            Same::Not
        }
    }
}

/// Whether one of some words follows, or for `$` the end of the clause.
fn follows(raw: &[u16], mut at: usize, words: &str) -> bool {
    let mut next = ['\0'; 3];
    let (mut count, mut noise, mut ends) = (0, 0, true);
    while let Some(unit) = raw.get(at).filter(|_| count < next.len()) {
        at += 1;
        let (code, class) = match raw.get(at) {
            Some(low) if is_high(*unit) && is_low(*low) => {
                at += 1;
                (joined(*unit, *low), class(joined(*unit, *low)))
            }
            _ => (u32::from(*unit), class_of_unit(*unit)),
        };
        let form = match class {
            Class::Invisible => continue,
            Class::Unit(form) => form,
            Class::Pause => ',',
            Class::Picture(_) => match char::from_u32(code).and_then(form_of) {
                Some(form) => form,
                None => break,
            },
            Class::Line => break,
            _ if count > 0 || noise > 2 => break,
            _ => {
                noise += 1;
                continue;
            }
        };
        if count == 0 {
            ends = "!?,;。".contains(form);
        }
        next[count] = form;
        count += 1;
    }
    let is_next =
        |word: &str| word.chars().enumerate().all(|(place, form)| next.get(place) == Some(&form));
    words.split(' ').any(|word| if word == "$" { ends } else { is_next(word) })
}

fn is_high(unit: u16) -> bool {
    unit & 0xFC00 == 0xD800
}

fn is_low(unit: u16) -> bool {
    unit & 0xFC00 == 0xDC00
}

/// The character of a surrogate pair.
fn joined(high: u16, low: u16) -> u32 {
    0x10000 + (u32::from(high & 0x3FF) << 10 | u32::from(low & 0x3FF))
}

/// Whether a character is part of a number.
fn counts(form: char) -> bool {
    form.is_ascii_digit() || "〇零一二三四五六七八九十幺两".contains(form)
}
