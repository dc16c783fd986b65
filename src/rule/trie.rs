//! The matcher: which words stand where in a row of signs.
//!
//! It is a trie that is walked from every sign. Almost every walk ends before
//! it begins, because a word of two signs or more starts with a pair that a
//! few kilobytes of bits remember, and words of one sign have a table of their
//! own. A walk is never longer than the longest word, so the cost is linear in
//! the text whatever stands in it.

use super::singles::Singles;
use super::table::{Table, hash};

/// The number of a node. The root is 0.
type Node = u32;

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
    /// Nodes under the keys below. A word of two symbols or more begins with a
    /// pair: there is no node for its first symbol alone.
    nodes: Table,
    /// For each node, what is there.
    ends: Vec<End>,
    /// How many words there are.
    count: u32,
    /// How many symbols the longest one has.
    pub(super) longest: usize,
    /// The words of one symbol and the pairs that the others begin with, until
    /// [`Trie::ready`].
    heads: Vec<u64>,
    /// The words of one symbol.
    singles: Singles,
    /// Bits of the pairs that a longer word begins with, by [`hash`]; a set bit
    /// may be another pair's.
    pairs: Vec<u64>,
    /// How many bits of a hash are left out.
    shift: u32,
}

/// What is at a node.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    /// The number after that of the word that ends there; 0 for none.
    word: u32,
    /// Whether any word goes on.
    goes_on: bool,
}

/// The mark of the keys of words of one symbol.
const SINGLE: u64 = 1 << 63;

/// There are so many times more bits for pairs than pairs.
const SPARSE: usize = 12;

/// The key of a word of one symbol.
fn single(symbol: u32) -> u64 {
    SINGLE | u64::from(symbol)
}

/// The key of the first two symbols of a word.
#[inline]
fn pair(first: u32, second: u32) -> u64 {
    1 << 62 | u64::from(first) << 21 | u64::from(second)
}

/// The key of a further symbol.
fn edge(node: Node, symbol: u32) -> u64 {
    u64::from(node) << 21 | u64::from(symbol)
}

impl Trie {
    /// The number of a word, and whether it is new. Its symbols are forms, or
    /// any numbers of 21 bits where a word is only to be known again. A word
    /// has one symbol at least.
    pub(super) fn add(&mut self, mut word: impl Iterator<Item = u32>) -> (u32, bool) {
        let first = word.next().unwrap_or_default();
        let second = word.next();
        let head = second.map_or(single(first), |second| pair(first, second));
        let known = self.ends.len();
        let mut node = self.node(head);
        if self.ends.len() > known {
            self.heads.push(head);
        }
        let mut length = 1 + usize::from(second.is_some());
        for symbol in word {
            length += 1;
            if let Some(end) = self.ends.get_mut(node as usize) {
                end.goes_on = true;
            }
            node = self.node(edge(node, symbol));
        }
        let Some(end) = self.ends.get_mut(node as usize) else { return (0, false) };
        if end.word > 0 {
            return (end.word - 1, false);
        }
        self.longest = self.longest.max(length);
        self.count += 1;
        end.word = self.count;
        (self.count - 1, true)
    }

    /// The node under a key; a new one if there is none.
    fn node(&mut self, key: u64) -> Node {
        let next = self.ends.len() as Node;
        let node = self.nodes.insert(key, next);
        if node == next {
            self.ends.push(End::default());
        }
        node
    }

    /// The number of a word that is there.
    pub(super) fn get(&self, mut word: impl Iterator<Item = u32>) -> Option<u32> {
        let first = word.next()?;
        let key = word.next().map_or(single(first), |second| pair(first, second));
        let node = self.nodes.get(key)?;
        let node = word.try_fold(node, |node, symbol| self.nodes.get(edge(node, symbol)))?;
        self.ends.get(node as usize)?.word.checked_sub(1)
    }

    /// Remembers what the words begin with; before this, none is found.
    pub(super) fn ready(&mut self) {
        let heads = std::mem::take(&mut self.heads);
        let size = (heads.len() * SPARSE).next_power_of_two().max(4096);
        self.pairs = vec![0; size / 64];
        self.shift = 64 - size.trailing_zeros();
        for head in heads {
            if head & SINGLE == 0 {
                let place = (hash(head) >> self.shift) as usize;
                self.pairs[place / 64] |= 1 << (place % 64);
            } else if let Some(node) = self.nodes.get(head)
                && let Some(end) = self.ends.get(node as usize)
            {
                self.singles.add((head & !SINGLE) as u32, end.word);
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
        let Some(first) = sign(start).map(|first| first.form) else { return };
        if let Some(word) = self.alone(first) {
            found(start + 1, word);
        }
        if sign(start + 1).is_some_and(|second| self.begins(first, second.form)) {
            self.longer(start, sign, found);
        }
    }

    /// The word that a form is on its own.
    #[inline]
    pub(super) fn alone(&self, form: char) -> Option<u32> {
        self.singles.get(form as u32).checked_sub(1)
    }

    /// Whether a word of two signs or more may begin with these; nearly always
    /// it does if it may.
    #[inline]
    pub(super) fn begins(&self, first: char, second: char) -> bool {
        let place = (hash(pair(first as u32, second as u32)) >> self.shift) as usize;
        self.pairs.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
    }

    /// Finds every word of two signs or more that starts at a sign.
    #[inline]
    pub(super) fn longer(
        &self,
        start: usize,
        sign: impl Fn(usize) -> Option<Sign>,
        mut found: impl FnMut(usize, u32),
    ) {
        let Some(first) = sign(start) else { return };
        let Some(second) = sign(start + 1).filter(|next| next.joins) else { return };
        let mut next = self.nodes.get(pair(first.form as u32, second.form as u32));
        let mut at = start + 2;
        while let Some(node) = next
            && let Some(end) = self.ends.get(node as usize)
        {
            if end.word > 0 {
                found(at, end.word - 1);
            }
            let sign = if end.goes_on { sign(at).filter(|next| next.joins) } else { None };
            next = sign.and_then(|next| self.nodes.get(edge(node, next.form as u32)));
            at += 1;
        }
    }
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
