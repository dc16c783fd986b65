//! Which chains a hit may begin.
//!
//! The chains of one purpose are found by the atom that they begin with. One
//! that needs further words is followed only where all of them stand near
//! enough: see [`super::follow`].

use super::chain::{Chain, Head, Need, Step};
use super::lexicon::{Builder, Set};
use super::rows::Rows;

/// The chains of one purpose, by what they begin with.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each atom, the chains that begin with it alone.
    pub(super) of_atom: Rows,
    /// For each atom, its sets that any chain begins with.
    pub(super) heads: Rows,
    /// For each set, the chains that begin with it.
    pub(super) of_set: Rows,
    /// For each atom, its sets that any chain needs further on.
    pub(super) needed: Rows,
}

impl Index {
    /// Whether there are no chains.
    pub(super) fn is_empty(&self) -> bool {
        self.of_atom.is_empty() && self.of_set.is_empty()
    }

    /// Sorts in the chains with these numbers.
    pub(super) fn of(
        chains: &[Chain],
        needs: &[Need],
        numbers: &[u32],
        builder: &Builder,
    ) -> Index {
        let sets = builder.sets();
        let mut begins = vec![false; sets.len()];
        let mut needed = vec![false; sets.len()];
        let (mut of_atom, mut of_set) = (Vec::new(), Vec::new());
        for number in numbers {
            let Some(chain) = chains.get(*number as usize) else { continue };
            match chain.head {
                Head::Atom(atom) => of_atom.push((atom, *number)),
                Head::Set(set) => {
                    of_set.push((set, *number));
                    begins[set as usize] = true;
                }
            }
            let (from, count) = chain.needs;
            for need in needs.iter().skip(from as usize).take(count as usize) {
                needed[need.set as usize] = true;
            }
        }
        let of_those = |marked: &[bool]| {
            let pairs = sets.pairs().filter(|(set, _)| marked[*set as usize]);
            Rows::of(builder.count(), pairs.map(|(set, atom)| (atom, set)))
        };
        Index {
            of_atom: Rows::of(builder.count(), of_atom.iter().copied()),
            heads: of_those(&begins),
            of_set: Rows::of(sets.len(), of_set.iter().copied()),
            needed: of_those(&needed),
        }
    }
}

/// What the chains cannot do without, the rarest of each chain first.
pub(super) fn needs(chains: &mut [Chain], steps: &[Step], builder: &Builder) -> Vec<Need> {
    let facts: Vec<(u32, u32)> =
        (0..builder.sets().len() as Set).map(|set| facts(builder, set)).collect();
    let mut needs = Vec::new();
    for chain in chains {
        let from = needs.len();
        let mut within = 0_u32;
        let (first, count) = chain.steps;
        for step in steps.iter().skip(first as usize).take(count as usize) {
            match *step {
                Step::Gap { most, .. } => within = within.saturating_add(most.into()),
                Step::Edge(_) => {}
                Step::Set { set, optional, .. } => {
                    if !optional {
                        needs.push(Need { set, within });
                    }
                    within = within.saturating_add(facts[set as usize].0);
                }
            }
        }
        // A handful; the standard sort would be one more of them in the wasm.
        for last in from + 1..needs.len() {
            let mut place = last;
            let common = |need: &Need| facts[need.set as usize].1;
            while place > from && common(&needs[place]) < common(&needs[place - 1]) {
                needs.swap(place, place - 1);
                place -= 1;
            }
        }
        chain.needs = (from as u32, (needs.len() - from) as u32);
    }
    needs
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
