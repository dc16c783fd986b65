//! Which chains a hit may begin.
//!
//! The chains of one purpose are found by the word that they begin with, if
//! that is all that must be there, else by their anchor.

use super::anchor::{Anchor, NEEDS, Within};
use super::chain::{Chain, Head};
use super::lexicon::{Atom, Builder, Set};
use super::region::Mark;
use super::rows::Rows;

/// The chains of one purpose, by what they are looked for by.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each atom, where its chains start and its anchors, and where each
    /// of them ends; side by side, because a hit asks for both.
    atoms: Vec<[u32; 2]>,
    /// A bit for each atom that has any of the two. Most have none, and this
    /// is small enough to stay near.
    any: Vec<u64>,
    /// The chains of atoms.
    chains: Vec<u32>,
    /// The sets of atoms.
    sets: Vec<Set>,
    /// For each set, where the chains start whose anchor it is, and at last
    /// where they all end.
    of_set: Vec<u32>,
    starts: Vec<Start>,
    /// How many units its longest chain takes, if all words are written as
    /// they are; the largest number if there is no bound.
    pub(super) reach: u32,
}

/// A chain as it is looked at first: what tells nearly always that it is not here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub(super) needs: [Mark; NEEDS],
    pub(super) chain: u32,
    /// What it begins with; none if that is the anchor.
    pub(super) head: Option<Set>,
    pub(super) before: u32,
    pub(super) after: u32,
    pub(super) words: u32,
    pub(super) within: Within,
    pub(super) views: u8,
}

/// What an atom may begin.
pub(super) struct Begun<'a> {
    /// The chains that begin with it and need nothing else.
    pub(super) alone: &'a [u32],
    /// Its sets that are an anchor of any chain.
    pub(super) anchors: &'a [Set],
}

impl Index {
    /// Whether there are no chains.
    pub(super) fn is_empty(&self) -> bool {
        self.chains.is_empty() && self.starts.is_empty()
    }

    /// What an atom may begin; none if it is nothing.
    #[inline]
    pub(super) fn begun(&self, atom: Atom) -> Option<Begun<'_>> {
        let word = self.any.get(atom as usize / 64)?;
        (word >> (atom % 64) & 1 == 1).then(|| self.list(atom))
    }

    fn list(&self, atom: Atom) -> Begun<'_> {
        let bounds = |place: usize| self.atoms.get(place).map(|at| at.map(|at| at as usize));
        let [chains, sets] = bounds(atom as usize).unwrap_or_default();
        let all = [self.chains.len(), self.sets.len()];
        let [chains_end, sets_end] = bounds(atom as usize + 1).unwrap_or(all);
        Begun {
            alone: self.chains.get(chains..chains_end).unwrap_or_default(),
            anchors: self.sets.get(sets..sets_end).unwrap_or_default(),
        }
    }

    /// The chains whose anchor is a set.
    #[inline]
    pub(super) fn of_set(&self, set: Set) -> &[Start] {
        let bounds = self.of_set.get(set as usize).zip(self.of_set.get(set as usize + 1));
        let starts = bounds.and_then(|(from, to)| self.starts.get(*from as usize..*to as usize));
        starts.unwrap_or_default()
    }

    /// Sorts in the chains with these numbers. `anchors` are those of all
    /// chains, `marks` those of all sets.
    pub(super) fn of(
        chains: &[Chain],
        numbers: &[u32],
        anchors: &[Option<Anchor>],
        marks: &[Mark],
        builder: &Builder,
    ) -> Index {
        let sets = builder.sets();
        let mut used = vec![false; sets.len()];
        let (mut of_atom, mut of_set, mut reach) = (Vec::new(), Vec::new(), 0);
        for number in numbers {
            let Some(chain) = chains.get(*number as usize) else { continue };
            reach = reach.max(chain.reach);
            match (anchors.get(*number as usize), chain.head) {
                (Some(Some(anchor)), _) => {
                    of_set.push((anchor.set, *number));
                    used[anchor.set as usize] = true;
                }
                (_, Head::Atom(atom)) => of_atom.push((atom, *number)),
                (_, Head::Set(set)) => {
                    of_atom.extend(sets.row(set).iter().map(|atom| (*atom, *number)));
                }
            }
        }
        let of_atom = Rows::of(builder.count(), of_atom.iter().copied());
        let pairs = sets.pairs().filter(|(set, _)| used[*set as usize]);
        let of_those = Rows::of(builder.count(), pairs.map(|(set, atom)| (atom, set)));
        let any = vec![0; builder.count() / 64 + 1];
        let mut index = Index { any, reach, ..Index::default() };
        for atom in 0..builder.count() as Atom {
            index.atoms.push([index.chains.len() as u32, index.sets.len() as u32]);
            let (chains, sets) = (of_atom.row(atom), of_those.row(atom));
            index.chains.extend_from_slice(chains);
            index.sets.extend_from_slice(sets);
            if !(chains.is_empty() && sets.is_empty()) {
                index.any[atom as usize / 64] |= 1 << (atom % 64);
            }
        }
        let start = |number: &u32| {
            let anchor = anchors.get(*number as usize).copied().flatten()?;
            let views = chains.get(*number as usize)?.views;
            let Anchor { head, before, after, words, within, .. } = anchor;
            let needs = anchor.needs.map(|set| marks[set as usize]);
            Some(Start { needs, chain: *number, head, before, after, words, within, views })
        };
        let of_set = Rows::of(sets.len(), of_set.iter().copied());
        for set in 0..sets.len() as Set {
            index.of_set.push(index.starts.len() as u32);
            index.starts.extend(of_set.row(set).iter().filter_map(start));
        }
        index.of_set.push(index.starts.len() as u32);
        index
    }
}
