//! The words that the rules speak of, and the automaton that finds them.
//!
//! A word is an *atom*: a folded literal, or a class. A phrase asks for one of
//! a *set* of atoms in each place. Each atom is in the automaton once, however
//! many sets name it.

use std::collections::HashMap;

use aho_corasick::nfa::contiguous::NFA;

use super::class;
use crate::sort;
use crate::text::syllable::Syllables;

/// The number of an atom.
pub(super) type Atom = u32;
/// The number of a set of atoms.
pub(super) type Set = u32;

/// All atoms and sets, while they are collected.
#[derive(Debug)]
pub(super) struct Builder {
    texts: Vec<String>,
    atoms: HashMap<String, Atom>,
    sets: HashMap<Vec<Atom>, Set>,
}

/// All atoms and sets, ready to look for.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The atoms as they read.
    pub(super) texts: Vec<String>,
    /// For each atom, the sets it is in, sorted.
    pub(super) sets_of: Vec<Vec<Set>>,
    /// Finds atoms in a folded draft; pattern 0 is the first atom after the classes.
    pub(super) words: Option<NFA>,
    /// Finds atoms in a draft as it sounds.
    pub(super) sounds: Option<NFA>,
    /// Which atom each pattern of `sounds` is.
    pub(super) sounding: Vec<Atom>,
    /// How characters sound.
    pub(super) syllables: Syllables,
}

impl Builder {
    pub(super) fn new() -> Builder {
        let texts = class::NAMES.map(|name| format!("{{{name}}}")).to_vec();
        Builder { texts, atoms: HashMap::new(), sets: HashMap::new() }
    }

    /// The atom of a folded literal.
    pub(super) fn atom(&mut self, text: String) -> Atom {
        if let Some(atom) = self.atoms.get(&text) {
            return *atom;
        }
        let atom = self.texts.len() as Atom;
        self.texts.push(text.clone());
        self.atoms.insert(text, atom);
        atom
    }

    /// The set of these atoms.
    pub(super) fn set(&mut self, mut atoms: Vec<Atom>) -> Set {
        sort::by_key(&mut atoms, |atom| [*atom, 0, 0, 0]);
        atoms.dedup();
        let next = self.sets.len() as Set;
        *self.sets.entry(atoms).or_insert(next)
    }

    /// How many sets there are.
    pub(super) fn sets(&self) -> usize {
        self.sets.len()
    }

    /// Builds the automatons. `sounded` are the sets that are looked for by sound.
    pub(super) fn build(self, sounded: &[bool]) -> Result<Lexicon, aho_corasick::BuildError> {
        let mut sets_of = vec![Vec::new(); self.texts.len()];
        let mut sets = vec![&[][..]; self.sets.len()];
        for (atoms, set) in &self.sets {
            sets[*set as usize] = atoms;
        }
        for (set, atoms) in (0..).zip(sets) {
            for atom in atoms {
                sets_of[*atom as usize].push(set);
            }
        }
        let syllables = Syllables::default();
        let mut sounding = Vec::new();
        let mut sounds = Vec::new();
        for (atom, text) in self.texts.iter().enumerate().skip(class::NAMES.len()) {
            let asked = sets_of[atom].iter().any(|set| sounded.get(*set as usize) == Some(&true));
            if asked && text.chars().any(|form| syllables.sound(form) != form) {
                sounding.push(atom as Atom);
                sounds.push(text.chars().map(|form| syllables.sound(form)).collect::<String>());
            }
        }
        let automaton =
            |patterns: &[String]| (!patterns.is_empty()).then(|| NFA::new(patterns)).transpose();
        Ok(Lexicon {
            words: automaton(self.texts.get(class::NAMES.len()..).unwrap_or_default())?,
            sounds: automaton(&sounds)?,
            texts: self.texts,
            sets_of,
            sounding,
            syllables,
        })
    }
}

impl Lexicon {
    /// Whether an atom is in a set.
    pub(super) fn holds(&self, set: Set, atom: Atom) -> bool {
        self.sets_of.get(atom as usize).is_some_and(|sets| sets.binary_search(&set).is_ok())
    }
}
