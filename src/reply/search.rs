//! Finding a reply by typing: words, initials, whole syllables, abbreviations.
//!
//! Simplified and traditional characters are one, and so are upper and lower
//! case. Every word of the query must be found somewhere in the reply; where it
//! is found decides the rank, and equal ranks keep the packs' order.

use crate::reply::Reply;
use crate::sort;
use crate::text::{Script, simplify};

/// A reply that the query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the list that was searched.
    pub reply: usize,
    /// Ranges of the title that matched, as `(start, end)` in `char`s.
    pub title: Vec<(usize, usize)>,
}

/// The replies that match, best first; all of them, in order, if the query is
/// empty. The ranges are about the title in `script`.
pub fn search(replies: &[Reply], query: &str, script: Script) -> Vec<Hit> {
    let words = words_of(query);
    let mut ranked: Vec<(u32, Hit)> = replies
        .iter()
        .enumerate()
        .filter_map(|(place, reply)| Entry::new(reply, script).matches(&words, place))
        .collect();
    sort::by_key(&mut ranked, |(rank, hit)| [!rank, hit.reply as u32, 0, 0]);
    ranked.into_iter().map(|(_, hit)| hit).collect()
}

/// Where the query's words stand in a text, as ranges of `char`s in order; each
/// word where it is met first.
pub fn highlight(text: &str, query: &str) -> Vec<(usize, usize)> {
    let text = fold(text);
    let met = |word: Vec<char>| find(&text, &word).map(|start| (start, start + word.len()));
    let mut ranges: Vec<(usize, usize)> = words_of(query).into_iter().filter_map(met).collect();
    join(&mut ranges);
    ranges
}

fn words_of(query: &str) -> Vec<Vec<char>> {
    let folded = fold(query);
    let words = folded.split(|c| c.is_whitespace()).filter(|word| !word.is_empty());
    words.map(<[char]>::to_vec).collect()
}

/// One `char` for each `char`, so that places stay places.
fn fold(text: &str) -> Vec<char> {
    simplify(text).chars().map(|c| c.to_ascii_lowercase()).collect()
}

/// A reply as the search reads it.
struct Entry {
    title: Vec<char>,
    syllables: Vec<Vec<char>>,
    abbreviation: Vec<char>,
    tags: Vec<Vec<char>>,
    body: Vec<char>,
}

impl Entry {
    fn new(reply: &Reply, script: Script) -> Self {
        Self {
            title: fold(reply.title.of(script)),
            syllables: reply.pinyin.split_whitespace().map(fold).collect(),
            abbreviation: fold(&reply.abbreviation),
            tags: reply.tags.iter().map(|tag| fold(tag)).collect(),
            body: fold(reply.body.of(script)),
        }
    }

    fn matches(&self, words: &[Vec<char>], place: usize) -> Option<(u32, Hit)> {
        let mut hit = Hit { reply: place, title: Vec::new() };
        let mut rank = 0;
        for word in words {
            rank += self.place_of(word, &mut hit)?;
        }
        join(&mut hit.title);
        Some((rank, hit))
    }

    /// How well the word is found, and where. An abbreviation typed out is meant;
    /// then what is called so, then what is read so, then what speaks of it.
    fn place_of(&self, word: &[char], hit: &mut Hit) -> Option<u32> {
        let range = |start: usize| (start, start + word.len());
        if !word.is_empty() && self.abbreviation == word {
            return Some(100);
        }
        if let Some(start) = find(&self.title, word) {
            hit.title.push(range(start));
            return Some(if start == 0 { 90 } else { 80 });
        }
        if let Some((start, end)) = self.read_as(word) {
            hit.title.push((start, end));
            return Some(if start == 0 { 70 } else { 60 });
        }
        if self.abbreviation.starts_with(word) {
            return Some(50);
        }
        if self.tags.iter().any(|tag| find(tag, word).is_some()) {
            return Some(40);
        }
        find(&self.body, word).map(|_| 10)
    }

    /// The characters of the title whose syllables the letters spell, each by
    /// its first letters or in whole: `fp`, `fapiao` and `fapi` all read 发票.
    fn read_as(&self, letters: &[char]) -> Option<(usize, usize)> {
        (0..self.syllables.len()).find_map(|start| {
            let end = spell(&self.syllables[start..], letters)?;
            Some((start, start + end))
        })
    }
}

/// How many syllables the letters spell from the first one on.
fn spell(syllables: &[Vec<char>], letters: &[char]) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (first, rest) = syllables.split_first()?;
    let common = first.iter().zip(letters).take_while(|(a, b)| a == b).count();
    (1..=common).rev().find_map(|taken| spell(rest, &letters[taken..]).map(|more| more + 1))
}

fn find(text: &[char], word: &[char]) -> Option<usize> {
    text.windows(word.len().max(1)).position(|window| window == word)
}

/// Sorts ranges and joins those that touch.
fn join(ranges: &mut Vec<(usize, usize)>) {
    sort::by_key(ranges, |(start, end)| [*start as u32, *end as u32, 0, 0]);
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(ranges.len());
    for &(start, end) in ranges.iter() {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    *ranges = joined;
}
