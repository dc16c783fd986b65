//! A draft as it sounds.
//!
//! Pinyin is read as far as it is used to write around a word: a run of Latin
//! letters or of Zhuyin is read as syllables if it is syllables from end to
//! end; anything else stays what it is.

use super::fold::{Folded, Unit};
use super::halves::perhaps;
use super::syllable::{LETTERS, heard, spelled};
use super::zhuyin::romanised;

/// Longer runs of letters are words or codes, not syllables.
const LONGEST: usize = 60;

/// So many syllables in one piece are pinyin and nothing else: `mobile` has three.
const PINYIN: usize = 4;

/// A draft as it sounds.
#[derive(Debug, Default)]
pub struct Sounded {
    /// What is heard, one after the other.
    pub sounds: Vec<Sound>,
    /// Whether anything in it was spelled.
    pub spelled: bool,
    /// Units that may be one character with the next one, and that character.
    pub halves: Vec<(u32, char)>,
    /// The syllables of the run that is being cut.
    cuts: Vec<Sound>,
}

/// A syllable, or a unit that has no sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sound {
    /// The syllable as a private character, or the unit's form.
    pub form: char,
    /// The first unit that it stands for.
    pub start: u32,
    /// The first unit after it.
    pub end: u32,
    /// Whether it was spelled, in letters or in Zhuyin, or is a character that
    /// is only written for its sound.
    pub spelled: bool,
    /// Whether words may begin and end at it though letters go on: so many
    /// syllables in a row are no other language.
    pub free: bool,
}

impl Sounded {
    /// Reads another draft in the same room.
    pub fn read(&mut self, folded: &Folded) {
        self.sounds.clear();
        self.halves.clear();
        self.spelled = false;
        let units = &folded.units;
        let mut at = 0;
        while let Some(unit) = units.get(at) {
            let kind = Kind::of(unit.form);
            if kind == Kind::Other {
                let heard = heard(unit.form);
                self.spelled |= heard.rare;
                self.plain(at, heard.form, heard.rare);
                if heard.first_half
                    && let Some(next) = units.get(at + 1).filter(|next| next.touches())
                    && let Some(whole) = perhaps(unit.form, next.form)
                {
                    self.halves.push((at as u32, whole));
                }
                at += 1;
                continue;
            }
            let run = units[at + 1..].iter();
            let goes_on = |unit: &&Unit| Kind::of(unit.form) == kind && unit.touches();
            let end = at + 1 + run.take_while(goes_on).count();
            if self.spell(units, at, end, kind) {
                self.spelled = true;
                self.sounds.append(&mut self.cuts);
            } else {
                (at..end).for_each(|place| self.plain(place, units[place].form, false));
            }
            at = end;
        }
    }

    fn plain(&mut self, at: usize, form: char, spelled: bool) {
        let (start, end) = (at as u32, at as u32 + 1);
        self.sounds.push(Sound { form, start, end, spelled, free: false });
    }

    /// Cuts a run into syllables: where the writer left spaces, if that works,
    /// else as one run. Says whether it is pinyin.
    fn spell(&mut self, units: &[Unit], at: usize, end: usize, kind: Kind) -> bool {
        self.cuts.clear();
        let mut start = at;
        for place in at + 1..=end {
            if place == end || units[place].noise > 0 {
                if !self.cut(units, start, place, kind) && !self.initials(units, start, place) {
                    self.cuts.clear();
                    return (start, place) != (at, end) && self.cut(units, at, end, kind);
                }
                start = place;
            }
        }
        self.cuts.iter().any(|sound| sound.spelled)
    }

    /// Takes a letter or two beside syllables as they are: `jia v`, `jia wx`.
    fn initials(&mut self, units: &[Unit], start: usize, end: usize) -> bool {
        let short = end - start <= 2;
        for place in (start..end).filter(|_| short) {
            let (start, end) = (place as u32, place as u32 + 1);
            let form = units[place].form;
            self.cuts.push(Sound { form, start, end, spelled: false, free: false });
        }
        short
    }

    /// Cuts one piece, longest syllables first; from its end backwards, so that
    /// no piece is tried twice.
    fn cut(&mut self, units: &[Unit], start: usize, end: usize, kind: Kind) -> bool {
        if end - start > LONGEST {
            return false;
        }
        let longest = if kind == Kind::Letter { LETTERS } else { 3 };
        let mut steps: [Option<(usize, char)>; LONGEST] = [None; LONGEST];
        for place in (start..end).rev() {
            steps[place - start] = (1..=longest.min(end - place)).rev().find_map(|length| {
                let next = place + length;
                let goes_on = next == end || steps[next - start].is_some();
                let form = if goes_on { syllable(&units[place..next], kind) } else { None };
                form.map(|form| (next, form))
            });
        }
        let (mut place, mut count) = (start, 0);
        while let Some((next, _)) = steps.get(place - start).copied().flatten() {
            (place, count) = (next, count + 1);
        }
        let free = count >= PINYIN;
        place = start;
        while let Some((next, form)) = steps.get(place - start).copied().flatten() {
            let (start, end) = (place as u32, next as u32);
            self.cuts.push(Sound { form, start, end, spelled: true, free });
            place = next;
        }
        place == end
    }
}

/// The syllable that units spell.
fn syllable(units: &[Unit], kind: Kind) -> Option<char> {
    let forms = units.iter().map(|unit| unit.form);
    match kind {
        Kind::Zhuyin => spelled(romanised(&forms.collect::<String>()).chars()),
        _ => spelled(forms),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Zhuyin,
    Other,
}

impl Kind {
    fn of(form: char) -> Kind {
        match form {
            'a'..='z' => Kind::Letter,
            '\u{3105}'..='\u{3129}' => Kind::Zhuyin,
            _ => Kind::Other,
        }
    }
}
