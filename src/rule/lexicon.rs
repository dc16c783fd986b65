//! The words that the rules speak of.
//!
//! A word is an *atom*: a folded literal, or a class. A phrase asks for one of
//! a *set* of atoms in each place. Each atom is in the matcher once, however
//! many sets name it.

use super::class;
use super::rows::Rows;
use super::trie::Trie;
use crate::sort;
use crate::text::{Folded, sound};

/// The number of an atom; the classes come first.
pub(super) type Atom = u32;
/// The number of a set of atoms.
pub(super) type Set = u32;

/// The bit of hits that read exactly as the atom does.
pub(super) const EXACT: u8 = 1;
/// The bit of hits that are spelled in part.
pub(super) const SPELLED: u8 = 2;
/// The bit of hits that only sound alike.
pub(super) const SOUNDING: u8 = 4;

/// All atoms and sets, while they are collected.
#[derive(Debug, Default)]
pub(super) struct Builder {
    words: Trie,
    texts: Texts,
    /// In which views each atom after the classes is asked for.
    views: Vec<u8>,
    classes: u32,
    sets: Trie,
    atoms_of: Rows,
    folded: Folded,
    raw: Vec<u16>,
}

/// All atoms and sets, ready to look for.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// Finds atoms in a folded draft; its first word is the first atom after the classes.
    pub(super) words: Trie,
    /// Finds the atoms that may be spelled in a draft.
    pub(super) spelled: Sounds,
    /// Finds the atoms that may be written in characters of the same sound.
    pub(super) alike: Sounds,
    /// The atoms of one character: they count only where they are spelled.
    pub(super) syllables: Sounds,
    /// A bit for each class that is asked for.
    pub(super) classes: u32,
    texts: Texts,
    /// For each atom, the sets it is in, sorted.
    sets_of: Rows,
    /// For each set, a bit for each remainder that its atoms leave: most atoms
    /// that are not in it are told by this alone.
    hints: Vec<u64>,
    views: u8,
}

/// Atoms as they sound.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    pub(super) words: Trie,
    /// Which atoms each of the words is.
    pub(super) atoms: Rows,
    /// How many syllables the longest one has.
    pub(super) longest: usize,
}

impl Sounds {
    /// The sounds of some atoms.
    fn of(atoms: impl Iterator<Item = Atom>, texts: &Texts) -> Sounds {
        let (mut words, mut pairs) = (Trie::default(), Vec::new());
        let (mut count, mut longest) = (0, 0);
        for atom in atoms {
            let text = texts.of(atom);
            let (word, _) = words.add(text.iter().map(|form| u32::from(sound(*form))));
            pairs.push((word, atom));
            count = count.max(word as usize + 1);
            longest = longest.max(text.len());
        }
        words.ready();
        Sounds { words, atoms: Rows::of(count, pairs.iter().copied()), longest }
    }
}

/// The literals as they read, in one row.
#[derive(Debug, Default)]
struct Texts {
    forms: Vec<char>,
    ends: Vec<u32>,
}

impl Texts {
    fn get(&self, word: usize) -> &[char] {
        let start = word.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(word).copied().unwrap_or_default();
        self.forms.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }

    fn of(&self, atom: Atom) -> &[char] {
        self.get((atom as usize).wrapping_sub(class::NAMES.len()))
    }
}

impl Builder {
    /// The atom of a literal; none if nothing of it is read.
    pub(super) fn literal(&mut self, text: &str) -> Option<Atom> {
        self.raw.clear();
        self.raw.extend(text.encode_utf16());
        self.folded.fold(&self.raw);
        let forms = || self.folded.units.iter().map(|unit| unit.form);
        if self.folded.units.is_empty() {
            return None;
        }
        let (word, new) = self.words.add(forms().map(u32::from));
        if new {
            self.texts.forms.extend(forms());
            self.texts.ends.push(self.texts.forms.len() as u32);
            self.views.push(0);
        }
        Some(class::NAMES.len() as Atom + word)
    }

    /// The set of these atoms.
    pub(super) fn set(&mut self, mut atoms: Vec<Atom>) -> Set {
        sort::by_key(&mut atoms, |atom| [*atom, 0, 0, 0]);
        atoms.dedup();
        let (set, new) = self.sets.add(atoms.iter().copied());
        if new {
            self.atoms_of.push(atoms);
        }
        set
    }

    /// The atoms of a set.
    pub(super) fn atoms(&self, set: Set) -> &[Atom] {
        self.atoms_of.row(set)
    }

    /// For each set, its atoms.
    pub(super) fn sets(&self) -> &Rows {
        &self.atoms_of
    }

    /// How many atoms there are, the classes included.
    pub(super) fn count(&self) -> usize {
        class::NAMES.len() + self.views.len()
    }

    /// Says that hits of an atom count in these views.
    pub(super) fn ask(&mut self, atom: Atom, views: u8) {
        match (atom as usize).checked_sub(class::NAMES.len()) {
            None => self.classes |= 1 << atom,
            Some(word) => {
                if let Some(asked) = self.views.get_mut(word) {
                    *asked |= views;
                }
            }
        }
    }

    /// A literal as it reads; none of a class.
    pub(super) fn text(&self, atom: Atom) -> Option<&[char]> {
        let word = (atom as usize).checked_sub(class::NAMES.len())?;
        Some(self.texts.get(word))
    }

    /// Makes ready to look for.
    pub(super) fn build(mut self) -> Lexicon {
        self.words.ready();
        // What only sounds alike needs three syllables.
        let (views, texts) = (&self.views, &self.texts);
        let asked = |view: u8, least: usize| {
            let views = views.iter().enumerate();
            let atoms = views.filter_map(move |(word, asked)| {
                let atom = (class::NAMES.len() + word) as Atom;
                (asked & view != 0).then_some(atom)
            });
            atoms.filter(move |atom| {
                let text = texts.of(*atom);
                text.len() >= least && text.iter().any(|form| sound(*form) != *form)
            })
        };
        let spelled = Sounds::of(asked(SPELLED | SOUNDING, 2), &self.texts);
        let alike = Sounds::of(asked(SOUNDING, 3), &self.texts);
        let single = |atom: &Atom| self.texts.of(*atom).len() == 1;
        let syllables = Sounds::of(asked(SPELLED | SOUNDING, 1).filter(single), &self.texts);
        let hint = |set: u32| self.atoms_of.row(set).iter().fold(0, |bits, atom| bits | bit(*atom));
        Lexicon {
            hints: (0..self.atoms_of.len() as Set).map(hint).collect(),
            words: self.words,
            spelled,
            syllables,
            alike,
            classes: self.classes,
            sets_of: self.atoms_of.turned(class::NAMES.len() + self.views.len()),
            views: self.views.iter().fold(0, |all, views| all | views),
            texts: self.texts,
        }
    }
}

/// The bit of an atom in a hint.
#[inline]
fn bit(atom: Atom) -> u64 {
    1 << (atom % 64)
}

impl Lexicon {
    /// Whether an atom is in a set.
    #[inline]
    pub(super) fn holds(&self, set: Set, atom: Atom) -> bool {
        self.hints.get(set as usize).is_some_and(|hint| hint & bit(atom) != 0)
            && self.sets_of.row(atom).binary_search(&set).is_ok()
    }

    /// Whether any phrase asks for hits of a view.
    pub(super) fn asks(&self, view: u8) -> bool {
        self.views & view != 0
    }

    /// A literal as it reads.
    pub(super) fn text(&self, atom: Atom) -> &[char] {
        self.texts.of(atom)
    }
}
