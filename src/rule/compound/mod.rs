//! Compounds: longer words of the language, in which a single character is not
//! a word of its own.
//!
//! Phrases are made of short words, and Chinese has no spaces: the 了 of 了解 is
//! no particle, and the 配 of 搭配 deserves nobody. Where a word of several
//! characters that phrases speak of lies across a compound's edge, the compound
//! stands there by accident, as 发现 does in 发现金.

#[cfg(feature = "toml")]
pub(super) mod trial;

use super::hits::{Hit, Hits};
use super::lexicon::EXACT;
use super::pack::Pack;
use super::ranges::Ranges;
use super::trie::{Sign, Trie};
use crate::text::{Folded, Unit, fold_phrase};

/// The longest word that is looked at across a compound's edge, in units.
const ACROSS: usize = 8;

/// The compounds of all packs.
#[derive(Debug, Default)]
pub(super) struct Compounds {
    words: Trie,
}

impl Compounds {
    pub(super) fn of(packs: &[Pack]) -> Compounds {
        let mut words = Trie::default();
        for compound in packs.iter().flat_map(|pack| &pack.compounds) {
            let folded = fold_phrase(&compound.text);
            if folded.chars().nth(1).is_some() {
                words.add(folded.chars().map(u32::from));
            }
        }
        words.ready();
        Compounds { words }
    }

    /// Where they stand in a draft.
    pub(super) fn stand(&self, folded: &Folded, hits: &Hits) -> Ranges {
        let mut list = Vec::new();
        if !self.words.is_empty() {
            let sign = |place: usize| {
                let unit: Option<&Unit> = folded.units.get(place);
                unit.map(|unit| Sign { form: unit.form, joins: unit.touches() })
            };
            for start in 0..folded.units.len() {
                self.words.each_at(start, sign, |end, _| {
                    if !is_crossed(hits, start, end) {
                        list.push((start as u32, end as u32));
                    }
                });
            }
        }
        Ranges::of(list)
    }
}

/// Whether a word of several units lies across an edge of a range.
fn is_crossed(hits: &Hits, start: usize, end: usize) -> bool {
    let several = |hit: &&Hit| hit.view == EXACT && hit.end - hit.start > 1;
    let (first, last) = (start as u32, end as u32);
    let before = hits.between(start.saturating_sub(ACROSS), start).iter().filter(several);
    let within = hits.between(start + 1, end).iter().filter(several);
    before.into_iter().any(|hit| first < hit.end && hit.end < last)
        || within.into_iter().any(|hit| last < hit.end)
}
