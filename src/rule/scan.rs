//! Finding every atom in a draft.

use aho_corasick::Input;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;

use super::class;
use super::compile::{Compiled, EXACT, SOUNDING, SPELLED};
use super::lexicon::Atom;
use crate::sort;
use crate::text::Folded;

/// An atom found, as a range of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) atom: Atom,
    /// How it reads: one of the view bits.
    pub(super) view: u8,
}

/// All atoms of a draft, by where they start.
#[derive(Debug, Default)]
pub(super) struct Hits {
    list: Vec<Hit>,
    first: Vec<u32>,
}

impl Hits {
    /// The hits that start at a unit.
    pub(super) fn at(&self, unit: usize) -> &[Hit] {
        let bounds = self.first.get(unit).zip(self.first.get(unit + 1));
        bounds.and_then(|(from, to)| self.list.get(*from as usize..*to as usize)).unwrap_or(&[])
    }

    /// All hits, by where they start.
    pub(super) fn all(&self) -> &[Hit] {
        &self.list
    }

    /// The same hits without some of them.
    pub(super) fn without(self, units: usize, gone: impl Fn(&Hit) -> bool) -> Hits {
        Hits::new(self.list.into_iter().filter(|hit| !gone(hit)).collect(), units)
    }

    fn new(mut list: Vec<Hit>, units: usize) -> Hits {
        sort::by_key(&mut list, |hit| [hit.start, hit.end, hit.atom, hit.view.into()]);
        let mut first = vec![0_u32; units + 2];
        for hit in &list {
            if let Some(count) = first.get_mut(hit.start as usize + 1) {
                *count += 1;
            }
        }
        for place in 1..first.len() {
            first[place] += first[place - 1];
        }
        Hits { list, first }
    }
}

/// Finds every atom in a draft.
pub(super) fn scan(compiled: &Compiled, raw: &str, folded: &Folded) -> Hits {
    let mut list = Vec::new();
    for (atom, start, end) in class::find(raw, folded, &compiled.shop) {
        list.push(Hit { start: start as u32, end: end as u32, atom, view: EXACT });
    }
    let lexicon = &compiled.lexicon;
    if let Some(words) = &lexicon.words {
        let units = units_of(&folded.text);
        for found in every(words, &folded.text) {
            let (start, end) = (units[found.start()], units[found.end()]);
            if fits(folded, start as usize, end as usize) {
                let atom = (found.pattern().as_usize() + class::NAMES.len()) as Atom;
                list.push(Hit { start, end, atom, view: EXACT });
            }
        }
    }
    doubled(compiled, folded, &mut list);
    sounding(compiled, folded, &mut list);
    Hits::new(list, folded.units.len())
}

/// The atoms that are there with their characters doubled: `vvxx`, `货货到到付付款款`.
fn doubled(compiled: &Compiled, folded: &Folded, list: &mut Vec<Hit>) {
    let Some(words) = &compiled.lexicon.words else { return };
    let mut text = String::new();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (place, unit) in folded.units.iter().enumerate() {
        let again = place > 0 && folded.units[place - 1].form == unit.form && folded.touches(place);
        match runs.last_mut() {
            Some((_, end)) if again => *end = place + 1,
            _ => {
                text.push(unit.form);
                runs.push((place, place + 1));
            }
        }
    }
    let twice = |run: &&(usize, usize)| run.1 - run.0 > 1;
    if runs.iter().filter(twice).count() < 2 {
        return;
    }
    let places = units_of(&text);
    for found in every(words, &text) {
        let (from, to) = (places[found.start()] as usize, places[found.end()] as usize);
        let most = runs[from..to].iter().filter(twice).count() * 2 >= to - from;
        let (start, end) = (runs[from].0, runs[to - 1].1);
        if to - from > 1 && end - start > to - from + 1 && most && fits(folded, start, end) {
            let atom = (found.pattern().as_usize() + class::NAMES.len()) as Atom;
            list.push(Hit { start: start as u32, end: end as u32, atom, view: SPELLED });
        }
    }
}

/// The atoms that are spelled in the draft, or that only sound like it.
fn sounding(compiled: &Compiled, folded: &Folded, list: &mut Vec<Hit>) {
    let lexicon = &compiled.lexicon;
    let Some(sounds) = &lexicon.sounds else { return };
    let (sounded, _) = lexicon.syllables.read(folded);
    let places = units_of(&sounded.text);
    for found in every(sounds, &sounded.text) {
        let (from, to) = (places[found.start()] as usize, places[found.end()] as usize);
        let atom = lexicon.sounding[found.pattern().as_usize()];
        let (mut spelled, mut other) = (0, 0);
        for (sound, form) in
            sounded.units[from..to].iter().zip(lexicon.texts[atom as usize].chars())
        {
            if sound.spelled {
                spelled += 1;
            } else if folded.units[sound.start as usize].form != form {
                other += 1;
            }
        }
        let view = match (spelled, other) {
            (0, 0) => continue,
            (_, 0) if to - from > 1 => SPELLED,
            (_, _) if to - from > 2 && other * 2 <= to - from => SOUNDING,
            _ => continue,
        };
        let (start, end) = (sounded.units[from].start, sounded.units[to - 1].end);
        if fits(folded, start as usize, end as usize) {
            list.push(Hit { start, end, atom, view });
        }
    }
}

/// Every word that an automaton finds in a text, also one within another.
fn every<'a>(words: &'a NFA, text: &'a str) -> impl Iterator<Item = aho_corasick::Match> + 'a {
    // It refuses automatons of other kinds than those that are built here.
    words.try_find_overlapping_iter(Input::new(text)).into_iter().flatten()
}

/// For each byte of a text, the number of the character that starts there.
fn units_of(text: &str) -> Vec<u32> {
    let mut units = vec![0; text.len() + 1];
    let mut count = 0;
    for (byte, _) in text.char_indices() {
        units[byte] = count;
        count += 1;
    }
    units[text.len()] = count;
    units
}

/// Whether a word can stand there: its units touch, and Latin letters are not
/// cut out of a longer run.
fn fits(folded: &Folded, start: usize, end: usize) -> bool {
    let units = &folded.units;
    let letter = |place: usize| units.get(place).is_some_and(|unit| unit.form.is_ascii_lowercase());
    if (start + 1..end).any(|place| !folded.touches(place)) {
        return false;
    }
    let loose = |place: usize| units.get(place).is_none_or(|unit| unit.noise > 0);
    let left = !letter(start) || start == 0 || !letter(start - 1) || loose(start);
    let right = end == 0 || !letter(end - 1) || !letter(end) || loose(end);
    left && right
}
