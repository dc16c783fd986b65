//! Finding every atom in a draft.

use super::class;
use super::compile::Compiled;
use super::hits::{Hit, Hits, cut_at};
use super::lexicon::{EXACT, SOUNDING, SPELLED};
use super::more::More;
use super::trie::Sign;
use crate::text::{Folded, Sound, Sounded, Unit};

/// Room for looking through a draft.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Everything that was found.
    pub(super) hits: Hits,
    /// What is not found in the units themselves.
    more: More,
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
        let more = &mut self.more;
        let (shop, asked) = (&compiled.shop, compiled.lexicon.classes);
        class::find(raw, folded, shop, asked, &mut self.marked, |atom, start, end| {
            more.push(Hit { start: start as u32, end: end as u32, atom, view: EXACT });
        });
        if compiled.lexicon.asks(SPELLED) {
            // A word of a doubled character is a word; two of them evade.
            if are_doubled(&folded.units) {
                self.doubled(compiled, &folded.units);
            }
            self.sounded.read(folded);
            self.joined(compiled, folded);
            self.plain(compiled, folded);
            self.sounding(compiled, folded);
        }
        let more = self.more.in_order(folded.units.len());
        self.hits.words(&compiled.lexicon.words, &folded.units, more);
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

    /// The atoms that are there with characters written as their two halves,
    /// where those may as well be characters of their own: `女子评`.
    fn joined(&mut self, compiled: &Compiled, folded: &Folded) {
        if self.sounded.halves.is_empty() {
            return;
        }
        self.runs.clear();
        let mut halves = self.sounded.halves.iter().peekable();
        let mut at = 0;
        while let Some(unit) = folded.units.get(at as usize) {
            let whole = halves.next_if(|(place, _)| *place == at).map(|(_, whole)| *whole);
            let form = whole.unwrap_or(unit.form);
            let end = at + 1 + u32::from(whole.is_some());
            self.runs.push(Run { sign: Sign { form, joins: unit.touches() }, start: at, end });
            while halves.next_if(|(place, _)| *place < end).is_some() {}
            at = end;
            if whole.is_some() {
                self.hits.spell(end - 2, end);
            }
        }
        self.through(compiled, &folded.units, |run, _| run.is_repeated());
    }

    /// The atoms that are there if pictures only separate: `不❤行`.
    fn plain(&mut self, compiled: &Compiled, folded: &Folded) {
        if folded.pictures.is_empty() {
            return;
        }
        self.runs.clear();
        let mut pictures = folded.pictures.iter().copied().peekable();
        let (mut joins, mut at) = (true, 0);
        while let Some(unit) = folded.units.get(at as usize) {
            joins &= unit.touches();
            if let Some((start, end)) = pictures.next_if(|(start, _)| *start == at) {
                at = end;
                self.hits.stretch(end - start);
                continue;
            }
            self.runs.push(Run { sign: Sign { form: unit.form, joins }, start: at, end: at + 1 });
            (joins, at) = (true, at + 1);
        }
        self.through(compiled, &folded.units, |run, next| {
            next.is_some_and(|next| next.start > run.end)
        });
    }

    /// The atoms that go through a run which is unlike the draft: it, or the
    /// way from it to the next one.
    fn through(
        &mut self,
        compiled: &Compiled,
        units: &[Unit],
        unlike: fn(&Run, Option<&Run>) -> bool,
    ) {
        let runs = &self.runs;
        let words = &compiled.lexicon.words;
        // The first run that atoms were not looked for from.
        let mut near = 0;
        for (place, run) in runs.iter().enumerate() {
            if !unlike(run, runs.get(place + 1)) {
                continue;
            }
            for from in near.max((place + 1).saturating_sub(words.longest))..=place {
                let more = &mut self.more;
                words.each_at(
                    from,
                    |place| runs.get(place).map(|run| run.sign),
                    |to, word| {
                        let found = &runs[from..to];
                        let inside = |place: usize| unlike(&found[place], found.get(place + 1));
                        let (start, end) = (found[0].start, found[found.len() - 1].end);
                        if (0..found.len()).any(inside) && stands(units, start, end) {
                            let atom = class::NAMES.len() as u32 + word;
                            more.push(Hit { start, end, atom, view: SPELLED });
                        }
                    },
                );
            }
            near = place + 1;
        }
    }

    /// The atoms that are spelled in the draft, or that only sound like it.
    fn sounding(&mut self, compiled: &Compiled, folded: &Folded) {
        let lexicon = &compiled.lexicon;
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
                atoms.iter().map(hit).for_each(|hit| self.more.push(hit));
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

/// Whether more than one character is written several times in a row.
fn are_doubled(units: &[Unit]) -> bool {
    let mut again = false;
    let mut doubled = 0;
    for pair in units.windows(2) {
        let same = pair[0].form == pair[1].form && pair[1].touches();
        doubled += usize::from(same && !again);
        again = same;
    }
    doubled > 1
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

/// Whether a word can stand there as far as letters go.
fn stands(units: &[Unit], start: u32, end: u32) -> bool {
    !cut_at(units, start as usize) && !cut_at(units, end as usize)
}
