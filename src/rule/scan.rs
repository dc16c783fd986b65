//! Finding every atom in a draft.

use super::class;
use super::compile::Compiled;
use super::hits::{Hit, Hits};
use super::lexicon::{EXACT, SOUNDING, SPELLED};
use super::trie::Sign;
use crate::text::{Folded, Sound, Sounded, Unit};

/// Room for looking through a draft.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Everything that was found.
    pub(super) hits: Hits,
    /// What was not found in the units themselves, one after the other.
    more: Vec<Hit>,
    sounded: Sounded,
    runs: Vec<Run>,
    marked: Vec<class::Marked>,
}

/// A unit that is written once, or several times in a row.
#[derive(Debug, Clone, Copy)]
struct Run {
    sign: Sign,
    start: u32,
    end: u32,
}

impl Run {
    fn is_repeated(&self) -> bool {
        self.end - self.start > 1
    }
}

impl Scan {
    /// Finds every atom in a draft.
    pub(super) fn read(&mut self, compiled: &Compiled, raw: &[u16], folded: &Folded) {
        self.hits.clear();
        self.more.clear();
        let repeated = self.words(compiled, &folded.units);
        let more = &mut self.more;
        let (shop, asked) = (&compiled.shop, compiled.lexicon.classes);
        class::find(raw, folded, shop, asked, &mut self.marked, |atom, start, end| {
            more.push(Hit { start: start as u32, end: end as u32, atom, view: EXACT });
        });
        if compiled.lexicon.asks(SPELLED) {
            // A word of a doubled character is a word; two of them evade.
            if repeated > 1 {
                self.doubled(compiled, &folded.units);
            }
            self.sounding(compiled, folded);
        }
        self.hits.merge(&self.more);
    }

    /// The atoms as they are. Says how many units are written several times.
    fn words(&mut self, compiled: &Compiled, units: &[Unit]) -> usize {
        let mut repeated = 0;
        let mut again = false;
        let mut before: Option<&Unit> = None;
        for (start, unit) in units.iter().enumerate() {
            self.hits.unit();
            let same = before.is_some_and(|before| before.form == unit.form) && unit.touches();
            repeated += usize::from(same && !again);
            again = same;
            if !before.is_some_and(|before| cuts(before, unit)) {
                let sign = |place: usize| {
                    let unit: Option<&Unit> = units.get(place);
                    unit.map(|unit| Sign { form: unit.form, joins: unit.touches() })
                };
                let hits = &mut self.hits;
                compiled.lexicon.words.each_at(start, sign, |end, word| {
                    if !cut_at(units, end) {
                        let atom = class::NAMES.len() as u32 + word;
                        hits.push(Hit { start: start as u32, end: end as u32, atom, view: EXACT });
                    }
                });
            }
            before = Some(unit);
        }
        self.hits.unit();
        repeated
    }

    /// The atoms that are there with their characters doubled: `vvxx`, `货货到到付付款款`.
    fn doubled(&mut self, compiled: &Compiled, units: &[Unit]) {
        self.runs.clear();
        for (place, unit) in (0..).zip(units) {
            match self.runs.last_mut() {
                Some(run) if run.sign.form == unit.form && unit.touches() => run.end = place + 1,
                _ => {
                    let sign = Sign { form: unit.form, joins: unit.touches() };
                    self.runs.push(Run { sign, start: place, end: place + 1 });
                }
            }
        }
        self.hits.stretch((units.len() - self.runs.len()) as u32);
        let runs = &self.runs;
        let longest = compiled.lexicon.words.longest;
        for (from, run) in runs.iter().enumerate() {
            // How many units more than characters there are in the longest word.
            let reach = &runs[from..runs.len().min(from + longest)];
            let units_of = reach.last().map_or(0, |last| last.end - run.start) as usize;
            if units_of < reach.len() + 2 {
                continue;
            }
            let more = &mut self.more;
            compiled.lexicon.words.each_at(
                from,
                |place| runs.get(place).map(|run| run.sign),
                |to, word| {
                    let length = to - from;
                    let repeated = runs[from..to].iter().filter(|run| run.is_repeated()).count();
                    let (start, end) = (run.start, runs[to - 1].end);
                    let longer = (end - start) as usize > length + 1;
                    if length > 1 && longer && repeated * 2 >= length && stands(units, start, end) {
                        let atom = class::NAMES.len() as u32 + word;
                        more.push(Hit { start, end, atom, view: SPELLED });
                    }
                },
            );
        }
    }

    /// The atoms that are spelled in the draft, or that only sound like it.
    fn sounding(&mut self, compiled: &Compiled, folded: &Folded) {
        let lexicon = &compiled.lexicon;
        self.sounded.read(folded);
        if !self.sounded.spelled && lexicon.alike.words.is_empty() {
            return;
        }
        let sounds = &self.sounded.sounds;
        let units = &folded.units;
        if self.sounded.spelled {
            for sound in sounds.iter().filter(|sound| sound.end - sound.start > 1) {
                let Sound { form, start, end, .. } = *sound;
                self.hits.spell(start, end);
                let stands = sound.free || stands(units, start, end);
                if !stands || is_latin(units, sound) {
                    continue;
                }
                let word = lexicon.syllables.words.get(std::iter::once(form.into()));
                let atoms = word.map(|word| lexicon.syllables.atoms.row(word)).unwrap_or_default();
                let hit = |atom: &u32| Hit { start, end, atom: *atom, view: SPELLED };
                self.more.extend(atoms.iter().map(hit));
            }
        }
        let sign = |place: usize| {
            let sound = sounds.get(place)?;
            let joins = units.get(sound.start as usize).is_none_or(Unit::touches);
            Some(Sign { form: sound.form, joins })
        };
        // How far away the next syllable is that is spelled.
        let mut away = usize::MAX;
        for (from, sound) in sounds.iter().enumerate().rev() {
            away = if sound.spelled { 0 } else { away.saturating_add(1) };
            let words =
                if away < lexicon.spelled.longest { &lexicon.spelled } else { &lexicon.alike };
            let more = &mut self.more;
            words.words.each_at(from, sign, |to, word| {
                let heard = &sounds[from..to];
                let (start, end) = (sound.start, sounds[to - 1].end);
                if is_free(heard) || stands(units, start, end) {
                    for atom in words.atoms.row(word) {
                        if let Some(view) = view(heard, lexicon.text(*atom), units) {
                            more.push(Hit { start, end, atom: *atom, view });
                        }
                    }
                }
            });
        }
    }
}

/// Whether what is heard begins and ends within pinyin.
fn is_free(heard: &[Sound]) -> bool {
    heard.first().is_some_and(|sound| sound.free) && heard.last().is_some_and(|sound| sound.free)
}

/// How something heard reads as an atom: spelled in part, or only alike.
fn view(heard: &[Sound], text: &[char], units: &[Unit]) -> Option<u8> {
    let (mut spelled, mut other) = (0, 0);
    for (sound, form) in heard.iter().zip(text) {
        if sound.spelled {
            spelled += 1;
        } else if units.get(sound.start as usize).is_some_and(|unit| unit.form != *form) {
            other += 1;
        }
    }
    match (spelled, other) {
        (0, 0) => None,
        (_, 0) if heard.len() > 1 => Some(SPELLED),
        (_, _) if heard.len() > 2 && other * 2 <= heard.len() => Some(SOUNDING),
        _ => None,
    }
}

/// Syllables that are words of other languages, and are meant as such.
const LATIN: [&str; 24] = [
    "an", "ban", "bin", "can", "die", "en", "fan", "gun", "he", "hen", "ken", "la", "long", "man",
    "me", "men", "pan", "pin", "she", "sun", "tan", "wan", "yes", "you",
];

/// Whether a syllable on its own may just as well be a Latin word.
fn is_latin(units: &[Unit], sound: &Sound) -> bool {
    let spelled = units.get(sound.start as usize..sound.end as usize).unwrap_or_default();
    LATIN.iter().any(|word| word.chars().eq(spelled.iter().map(|unit| unit.form)))
}

/// Whether a word cannot start with a unit: it is cut out of a run of letters.
#[inline]
fn cuts(before: &Unit, unit: &Unit) -> bool {
    before.form.is_ascii_lowercase() && unit.form.is_ascii_lowercase() && unit.noise == 0
}

/// Whether a word cannot end before a unit.
#[inline]
fn cut_at(units: &[Unit], end: usize) -> bool {
    match (end.checked_sub(1).and_then(|last| units.get(last)), units.get(end)) {
        (Some(before), Some(unit)) => cuts(before, unit),
        _ => false,
    }
}

/// Whether a word can stand there as far as letters go.
fn stands(units: &[Unit], start: u32, end: u32) -> bool {
    !cut_at(units, start as usize) && !cut_at(units, end as usize)
}
