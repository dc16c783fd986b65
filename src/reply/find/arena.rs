//! All texts behind each other, and where in them each pair of sounds is.
//!
//! Every character belongs to a class: the letter that its reading begins with, or
//! what it is instead. The places of all pairs of classes are sorted once, so that a
//! word is looked for only where its first two characters can be; that is one
//! place in some hundreds, whatever was typed.

use super::line::Line;
use super::query::Word;
use super::readings::others;
use super::slip;
use super::spell::{Given, spelled};
use crate::text::{Beginning, sound, spelling};

/// So many classes: none, a letter each, digits, and other characters in four.
const CLASSES: usize = 32;

/// No syllable has more letters.
const LETTERS: usize = 6;

/// The characters whose classes are worked out once.
const HAN: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// The character between two texts.
const BETWEEN: char = '\0';

/// Which part of a reply a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Title,
    Tag,
    Body,
}

/// Where a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// The place of the reply.
    pub reply: usize,
    pub part: Part,
    /// Whether the text begins with it.
    pub begins: bool,
    /// Whether it stands there as it was typed, and is not only read so.
    pub written: bool,
}

/// All texts of all replies.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    forms: Vec<char>,
    texts: Vec<Text>,
    /// For each pair of classes, where its places begin.
    begins: Vec<u32>,
    places: Vec<u32>,
    /// Where titles and tags end, and bodies begin.
    named: usize,
    /// Whether any text is read otherwise than the tables have it.
    any_given: bool,
}

#[derive(Debug, Clone)]
struct Text {
    at: usize,
    reply: usize,
    part: Part,
    given: Option<Vec<Vec<u8>>>,
}

impl Arena {
    /// Adds a text; bodies come last, and then everything is [sorted](Self::sort).
    pub fn add(&mut self, reply: usize, part: Part, line: &Line) {
        let given = line.given().map(<[Vec<u8>]>::to_vec);
        self.any_given |= given.is_some();
        if part != Part::Body {
            self.named = self.forms.len() + line.forms.len();
        }
        self.texts.push(Text { at: self.forms.len(), reply, part, given });
        self.forms.extend_from_slice(&line.forms);
        self.forms.push(BETWEEN);
    }

    /// Sorts the places of all pairs.
    pub fn sort(&mut self) {
        let classes = self.classes();
        let pairs = |each: &mut dyn FnMut(usize, u32)| {
            for (pair, at) in classes.windows(2).zip(0..) {
                for first in bits(pair[0]).filter(|first| *first != class(BETWEEN)) {
                    bits(pair[1]).for_each(|second| each(first * CLASSES + second, at));
                }
            }
        };
        let mut begins = vec![0_u32; CLASSES * CLASSES + 1];
        pairs(&mut |pair, _| begins[pair + 1] += 1);
        for pair in 0..CLASSES * CLASSES {
            begins[pair + 1] += begins[pair];
        }
        let mut next = begins.clone();
        let mut places = vec![0_u32; begins[CLASSES * CLASSES] as usize];
        pairs(&mut |pair, at| {
            places[next[pair] as usize] = at;
            next[pair] += 1;
        });
        (self.begins, self.places) = (begins, places);
    }

    /// The classes of every character, a bit each.
    fn classes(&self) -> Vec<u32> {
        let table: Vec<u32> = HAN.map(classes_of).collect();
        let known = |form: char| table.get((form as usize).wrapping_sub(*HAN.start() as usize));
        let of = |form: &char| known(*form).copied().unwrap_or_else(|| classes_of(*form));
        let mut classes: Vec<u32> = self.forms.iter().map(of).collect();
        for text in &self.texts {
            for (place, syllable) in text.given.iter().flatten().enumerate() {
                if let (Some(bits), Some(letter)) =
                    (classes.get_mut(text.at + place), syllable.first())
                {
                    *bits |= 1 << class(char::from(*letter));
                }
            }
        }
        classes
    }

    /// Every place where the word stands, or is read.
    pub fn find(&self, word: &Word, mut found: impl FnMut(Hit)) {
        let forms = word.forms.as_slice();
        let Some(first) = forms.first() else { return };
        let mut alone = Vec::new();
        // In a body one letter reads nothing.
        let read_before = if forms.len() > 1 { self.forms.len() } else { self.named };
        let mut look = |places: &[u32]| {
            for &at in places {
                let at = at as usize;
                let here = self.forms.get(at..).unwrap_or_default();
                let written = here.starts_with(forms);
                let reads = word.spells && at < read_before;
                if written || (reads && spelled(here, self.given(at), forms).is_some()) {
                    found(self.hit(at, written));
                }
            }
        };
        // One character, or several?
        if forms.len() == 1 {
            return look(self.row(class(*first)));
        }
        if let Some(beginning) = Beginning::of(forms) {
            let letters: String = forms.iter().collect();
            for &at in self.row(class(*first)) {
                let form = self.forms.get(at as usize).copied().unwrap_or(BETWEEN);
                let also = || others(form).any(|other| other.starts_with(letters.as_bytes()));
                if beginning.begins(form) || self.given(at as usize).is_some() || also() {
                    alone.push(at);
                }
            }
            look(&alone);
        }
        let taken = if first.is_ascii_lowercase() { LETTERS } else { 1 };
        let run = forms.iter().take_while(|form| form.is_ascii_lowercase()).count().max(1);
        let seconds = forms.iter().skip(1).take(taken.min(run));
        let seconds = seconds.fold(0_u32, |bits, form| bits | 1 << class(*form));
        for second in bits(seconds) {
            look(self.pair(class(*first), second));
        }
    }

    /// Every place in titles and tags that letters spell but for one slip.
    pub fn find_misspelled(&self, letters: &[char], mut found: impl FnMut(Hit)) {
        let Some(first) = letters.first() else { return };
        for &at in self.row(class(*first)) {
            let at = at as usize;
            let here = self.forms.get(at..self.named).unwrap_or_default();
            if slip::spelled(here, self.given(at), letters).is_some() {
                found(self.hit(at, false));
            }
        }
    }

    /// Every place where characters stand that are nearly this word: they sound the
    /// same, or one of three or more is another one.
    pub fn find_nearly(&self, forms: &[char], mut found: impl FnMut(Hit)) {
        let [first, second, rest @ ..] = forms else { return };
        let mut sounds = |places: &[u32], shift: usize, wrong: usize| {
            for &at in places {
                let Some(at) = (at as usize).checked_sub(shift) else { continue };
                let Some(here) = self.forms.get(at..at + forms.len()) else { continue };
                let pairs = || here.iter().zip(forms);
                let whole = !here.contains(&BETWEEN);
                let other = || pairs().filter(|(a, b)| a != b).count() <= wrong;
                if whole && (other() || pairs().all(|(a, b)| sound(*a) == sound(*b))) {
                    found(self.hit(at, false));
                }
            }
        };
        if rest.is_empty() {
            return sounds(self.pair(class(*first), class(*second)), 0, 0);
        }
        // Of the first two characters one at least is right.
        sounds(self.row(class(*first)), 0, 1);
        sounds(self.row(class(*second)), 1, 1);
    }

    fn hit(&self, at: usize, written: bool) -> Hit {
        let place = self.texts.partition_point(|text| text.at <= at).saturating_sub(1);
        match self.texts.get(place) {
            Some(text) => {
                Hit { reply: text.reply, part: text.part, begins: text.at == at, written }
            }
            None => Hit { reply: usize::MAX, part: Part::Body, begins: false, written },
        }
    }

    /// How the text is read from this place on, if somebody said so.
    fn given(&self, at: usize) -> Given<'_> {
        if !self.any_given {
            return None;
        }
        let place = self.texts.partition_point(|text| text.at <= at).checked_sub(1)?;
        let text = self.texts.get(place)?;
        text.given.as_ref()?.get(at - text.at..)
    }

    fn pair(&self, first: usize, second: usize) -> &[u32] {
        self.between(first * CLASSES + second, first * CLASSES + second + 1)
    }

    /// Every place of a class.
    fn row(&self, first: usize) -> &[u32] {
        self.between(first * CLASSES, (first + 1) * CLASSES)
    }

    fn between(&self, from: usize, to: usize) -> &[u32] {
        let at = |pair: usize| self.begins.get(pair).map_or(0, |at| *at as usize);
        self.places.get(at(from)..at(to)).unwrap_or_default()
    }
}

/// The class of a character as it is usually read.
fn class(form: char) -> usize {
    match form {
        BETWEEN => 0,
        'a'..='z' => 1 + form as usize - 'a' as usize,
        '0'..='9' => 27,
        _ => match spelling(form).as_bytes().first() {
            Some(letter) => class(char::from(*letter)),
            None => 28 + form as usize % 4,
        },
    }
}

/// The classes of a character however it is read, a bit each.
fn classes_of(form: char) -> u32 {
    let more = others(form).filter_map(|syllable| syllable.first());
    more.fold(1 << class(form), |bits, letter| bits | 1 << class(char::from(*letter)))
}

/// The places of the bits that are set.
fn bits(mut mask: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = mask.trailing_zeros();
        mask &= mask.wrapping_sub(1);
        (place < u32::BITS).then_some(place as usize)
    })
}
