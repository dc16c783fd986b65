//! Which chains a hit may begin.
//!
//! The chains of one purpose are found by the atom that they begin with. One
//! that needs further words is followed only where all of them stand near
//! enough: see [`super::follow`].

use super::chain::{Chain, Head, Need, Step};
use super::lexicon::{Atom, Builder, Set};
use super::rows::Rows;

/// The chains of one purpose, by what they begin with.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each atom, where its chains start, its sets that chains begin with,
    /// and its sets that chains need, and where each of them ends; side by
    /// side, because a hit asks for all three.
    atoms: Vec<[u32; 4]>,
    /// A bit for each atom that has any of the three. Most have none, and this
    /// is small enough to stay near.
    any: Vec<u64>,
    /// The chains of atoms and then of sets.
    starts: Vec<Start>,
    /// The sets of atoms.
    sets: Vec<Set>,
    /// For each set, where the chains that begin with it start, and at last
    /// where they all end.
    of_set: Vec<u32>,
    /// How many units its longest chain takes, if all words are written as
    /// they are; the largest number if there is no bound.
    pub(super) reach: u32,
}

/// A chain as it is looked at first: what tells nearly always that it does not
/// begin here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// What it needs and has least often. What is left over is the set after
    /// the last one, which is always near.
    pub(super) needs: [Need; 2],
    pub(super) chain: u32,
    pub(super) views: u8,
}

/// What an atom may begin.
pub(super) struct Begun<'a> {
    /// The chains that begin with it alone.
    pub(super) alone: &'a [Start],
    /// Its sets that any chain begins with.
    pub(super) heads: &'a [Set],
    /// Its sets that any chain needs further on.
    pub(super) needed: &'a [Set],
}

impl Index {
    /// Whether there are no chains.
    pub(super) fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// What an atom may begin or complete; none if it is nothing.
    #[inline]
    pub(super) fn begun(&self, atom: Atom) -> Option<Begun<'_>> {
        let word = self.any.get(atom as usize / 64)?;
        (word >> (atom % 64) & 1 == 1).then(|| self.list(atom))
    }

    fn list(&self, atom: Atom) -> Begun<'_> {
        let count = self.atoms.get(atom as usize).copied().unwrap_or_default();
        let [starts, end, heads, needed] = count.map(|place| place as usize);
        let until =
            self.atoms.get(atom as usize + 1).map_or(self.sets.len(), |next| next[2] as usize);
        Begun {
            alone: self.starts.get(starts..end).unwrap_or_default(),
            heads: self.sets.get(heads..needed).unwrap_or_default(),
            needed: self.sets.get(needed..until).unwrap_or_default(),
        }
    }

    /// The chains that begin with a set.
    #[inline]
    pub(super) fn of_set(&self, set: Set) -> &[Start] {
        let bounds = self.of_set.get(set as usize).zip(self.of_set.get(set as usize + 1));
        let starts = bounds.and_then(|(from, to)| self.starts.get(*from as usize..*to as usize));
        starts.unwrap_or_default()
    }

    /// Sorts in the chains with these numbers.
    pub(super) fn of(chains: &[Chain], numbers: &[u32], builder: &Builder) -> Index {
        let sets = builder.sets();
        let (mut begins, mut needed) = (vec![false; sets.len()], vec![false; sets.len()]);
        let (mut of_atom, mut of_set, mut reach) = (Vec::new(), Vec::new(), 0);
        let chain = |number: &u32| chains.get(*number as usize).map(|chain| (*number, chain));
        for (number, chain) in numbers.iter().filter_map(chain) {
            match chain.head {
                Head::Atom(atom) => of_atom.push((atom, number)),
                Head::Set(set) => {
                    of_set.push((set, number));
                    begins[set as usize] = true;
                }
            }
            reach = reach.max(chain.reach);
            for need in chain.needs.iter().flatten() {
                needed[need.set as usize] = true;
            }
        }
        let of_those = |marked: &[bool]| {
            let pairs = sets.pairs().filter(|(set, _)| marked[*set as usize]);
            Rows::of(builder.count(), pairs.map(|(set, atom)| (atom, set)))
        };
        let any = vec![0; builder.count() / 64 + 1];
        let mut index = Index { any, reach, ..Index::default() };
        let (of_atom, heads) =
            (Rows::of(builder.count(), of_atom.iter().copied()), of_those(&begins));
        let needed = of_those(&needed);
        let start = |number: &u32| {
            let chain = &chains[*number as usize];
            let nothing = Need { set: sets.len() as Set, within: 0, words: 0 };
            let needs = chain.needs.map(|need| need.unwrap_or(nothing));
            Start { chain: *number, needs, views: chain.views }
        };
        for atom in 0..builder.count() as Atom {
            let from = index.starts.len() as u32;
            index.starts.extend(of_atom.row(atom).iter().map(start));
            let (end, first) = (index.starts.len() as u32, index.sets.len() as u32);
            index.sets.extend_from_slice(heads.row(atom));
            index.atoms.push([from, end, first, index.sets.len() as u32]);
            index.sets.extend_from_slice(needed.row(atom));
            if index.starts.len() as u32 > from || index.sets.len() as u32 > first {
                index.any[atom as usize / 64] |= 1 << (atom % 64);
            }
        }
        let of_set = Rows::of(sets.len(), of_set.iter().copied());
        for set in 0..sets.len() as Set {
            index.of_set.push(index.starts.len() as u32);
            index.starts.extend(of_set.row(set).iter().map(start));
        }
        index.of_set.push(index.starts.len() as u32);
        index
    }
}

/// Finds for each chain what it cannot do without and has least often, and how
/// far it reaches.
pub(super) fn find_needs(chains: &mut [Chain], steps: &[Step], builder: &Builder) {
    let sets = 0..builder.sets().len() as Set;
    let facts: Vec<(u32, u32)> = sets.map(|set| facts(builder, set)).collect();
    let common = |need: Option<Need>| need.map_or(u32::MAX, |need| facts[need.set as usize].1);
    for chain in chains {
        let (mut within, mut words) = (0_u32, 0);
        let (first, count) = chain.steps;
        for step in steps.iter().skip(first as usize).take(count as usize) {
            match *step {
                Step::Gap { most, .. } => within = within.saturating_add(most.into()),
                Step::Edge(_) => {}
                Step::Set { set, optional, .. } => {
                    let need = Some(Need { set, within: within.min(u32::MAX / 2), words });
                    let [rarest, second] = &mut chain.needs;
                    if !optional && common(need) < common(*rarest) {
                        (*rarest, *second) = (need, *rarest);
                    } else if !optional && common(need) < common(*second) {
                        *second = need;
                    }
                    within = within.saturating_add(facts[set as usize].0);
                    words += 1;
                }
            }
        }
        let head = match chain.head {
            Head::Atom(atom) => builder.length(atom).unwrap_or(u32::MAX),
            Head::Set(set) => facts[set as usize].0,
        };
        chain.reach = within.saturating_add(head);
    }
}

/// How many units the words of a set take at most, and how common they are,
/// guessed by their lengths: a character alone is everywhere.
fn facts(builder: &Builder, set: Set) -> (u32, u32) {
    let mut longest = 0;
    let mut common = 0;
    for atom in builder.atoms(set) {
        let length = builder.length(*atom);
        longest = longest.max(length.unwrap_or(u32::MAX));
        common += match length {
            None | Some(1) => 40,
            Some(2) => 3,
            Some(_) => 1,
        };
    }
    (longest, common)
}
