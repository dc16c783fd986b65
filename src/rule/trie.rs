//! The matcher: which words stand where in a row of signs.
//!
//! It is a trie that is walked from every sign. Almost every walk ends before
//! it begins, because a word of two signs or more starts with a pair that a
//! few kilobytes of bits remember. A walk is never longer than the longest
//! word, so the cost is linear in the text whatever stands in it.

use super::table::Table;

/// The number of a node. The root is 0.
type Node = u32;

/// Characters below this have a bit of their own in `alone`.
const PLANE: usize = 0x1_0000;

/// A sign of the text that is looked through.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub(super) form: char,
    /// Whether a word may go on from the sign before to this one.
    pub(super) joins: bool,
}

/// Words, by number in the order in which they were added.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// From a node and a form to a node.
    edges: Table,
    /// For each node, the number after that of the word that ends there; 0 for none.
    words: Vec<u32>,
    /// How many words there are.
    count: u32,
    /// The first two symbols of each word, until [`Trie::ready`].
    heads: Vec<(u32, Option<u32>)>,
    /// Bits of the forms that are a word on their own.
    alone: Vec<u64>,
    /// Bits of the pairs that a longer word begins with, by [`hash`]; a set bit
    /// may be another pair's.
    pairs: Vec<u64>,
    /// How many bits of a hash are left out.
    shift: u32,
}

impl Trie {
    /// The number of a word, and whether it is new. Its symbols are forms, or
    /// any numbers of 21 bits where a word is only to be known again.
    pub(super) fn add(&mut self, word: impl Iterator<Item = u32>) -> (u32, bool) {
        let (mut node, mut first, mut second) = (0, None, None);
        for symbol in word {
            let next = self.words.len().max(1) as Node;
            node = self.edges.insert(edge(node, symbol), next);
            if node == next {
                self.words.resize(next as usize + 1, 0);
            }
            (first, second) = (
                first.or(Some(symbol)),
                if first.is_some() { second.or(Some(symbol)) } else { None },
            );
        }
        let (Some(word), Some(first)) = (self.words.get_mut(node as usize), first) else {
            return (0, false);
        };
        if *word > 0 {
            return (*word - 1, false);
        }
        self.count += 1;
        *word = self.count;
        self.heads.push((first, second));
        (self.count - 1, true)
    }

    /// The number of a word that is there.
    pub(super) fn get(&self, mut word: impl Iterator<Item = u32>) -> Option<u32> {
        let node = word.try_fold(0, |node, symbol| self.edges.get(edge(node, symbol)))?;
        self.words.get(node as usize)?.checked_sub(1)
    }

    /// Remembers what the words begin with; before this, none is found.
    pub(super) fn ready(&mut self) {
        let size = (self.count as usize * 16).next_power_of_two().max(4096);
        self.alone = vec![0; PLANE / 64];
        self.pairs = vec![0; size / 64];
        self.shift = 32 - size.trailing_zeros();
        for (first, second) in std::mem::take(&mut self.heads) {
            match second {
                None => set(&mut self.alone, first as usize),
                Some(second) => set(&mut self.pairs, (hash(first, second) >> self.shift) as usize),
            }
        }
    }

    /// Whether there is nothing to find.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Finds every word that starts at a sign, also one within another, shorter
    /// ones first: where it ends, and its number.
    #[inline]
    pub(super) fn each_at(
        &self,
        start: usize,
        sign: impl Fn(usize) -> Option<Sign>,
        mut found: impl FnMut(usize, u32),
    ) {
        let Some(first) = sign(start) else { return };
        let next = sign(start + 1).filter(|next| next.joins);
        let pair = next.is_some_and(|next| {
            is_set(&self.pairs, (hash(first.form as u32, next.form as u32) >> self.shift) as usize)
        });
        if !pair && !is_set(&self.alone, first.form as usize) {
            return;
        }
        let (mut node, mut at, mut form) = (0, start, first.form as u32);
        while let Some(next) = self.edges.get(edge(node, form)) {
            node = next;
            at += 1;
            match self.words.get(node as usize) {
                Some(0) | None => {}
                Some(word) => found(at, word - 1),
            }
            match sign(at).filter(|next| next.joins) {
                Some(next) => form = next.form as u32,
                None => break,
            }
        }
    }
}

fn edge(node: Node, symbol: u32) -> u64 {
    u64::from(node) << 21 | u64::from(symbol)
}

/// A number of 32 bits for a pair; its upper bits depend on all of both.
#[inline]
fn hash(first: u32, second: u32) -> u32 {
    let first = first.wrapping_mul(0x9E37_79B1);
    let second = second.wrapping_mul(0x85EB_CA77);
    first.rotate_left(5).wrapping_add(second).wrapping_mul(0xC2B2_AE3D)
}

fn set(bits: &mut [u64], place: usize) {
    if let Some(word) = bits.get_mut(place / 64) {
        *word |= 1 << (place % 64);
    }
}

/// Whether a bit is set. A character past the plane has no bit; then it may be.
#[inline]
fn is_set(bits: &[u64], place: usize) -> bool {
    bits.get(place / 64).is_none_or(|word| word >> (place % 64) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use aho_corasick::AhoCorasick;
    use proptest::prelude::*;

    use super::{Sign, Trie};

    /// Words and texts of so few characters that every kind of overlap occurs,
    /// one of them past the plane.
    fn text(longest: usize) -> impl Strategy<Value = String> {
        let form = prop::sample::select(vec!['微', '信', '加', 'v', '𠮷']);
        prop::collection::vec(form, 1..=longest).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn it_finds_what_aho_corasick_finds(
            words in prop::collection::btree_set(text(5), 1..20),
            text in text(60),
        ) {
            let mut trie = Trie::default();
            for word in &words {
                prop_assert!(trie.add(word.chars().map(u32::from)).1);
            }
            trie.ready();
            let forms: Vec<char> = text.chars().collect();
            let sign = |at: usize| forms.get(at).map(|form| Sign { form: *form, joins: true });
            let mut found = Vec::new();
            for start in 0..forms.len() {
                trie.each_at(start, sign, |end, word| found.push((start, end, word)));
            }
            let automaton = AhoCorasick::new(&words).expect("a few words are an automaton");
            let place = |byte: usize| text[..byte].chars().count();
            let mut expected: Vec<_> = automaton
                .find_overlapping_iter(&text)
                .map(|hit| (place(hit.start()), place(hit.end()), hit.pattern().as_u32()))
                .collect();
            expected.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_word_is_known_again() {
        let mut trie = Trie::default();
        let symbols = |word: &'static str| word.chars().map(u32::from);
        assert_eq!(trie.add(symbols("微信")), (0, true));
        assert_eq!(trie.add(symbols("微")), (1, true));
        assert_eq!(trie.add(symbols("微信")), (0, false));
        assert_eq!((trie.get(symbols("微")), trie.get(symbols("信"))), (Some(1), None));
    }
}
