//! Recognising what a message means, by phrases in the language of rules.
//!
//! People who write in a hurry put a blank where a comma belongs, and ask with a sign
//! instead of a word. Both are made plain before the phrases are looked for; what is
//! found is told in the message's own words.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::rule::{Checker, Context, Pack, Saying, Vocabulary};
use crate::shop::Shop;

/// What was found of one saying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it stands, in characters of the message.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words.
    pub words: String,
}

/// What has phrases that mean it.
pub(crate) trait Means {
    /// Its phrases.
    fn saying(&self) -> Saying<'_>;
}

/// The sayings of one pack, in words of its own: what another pack calls by the same
/// name is something else. They are compiled when they are first asked for, since most
/// pages are open for a while before anybody speaks.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Sayings<T> {
    vocabulary: Vocabulary,
    pub entries: Vec<T>,
    #[serde(skip)]
    checker: OnceLock<Checker>,
}

impl<T: Clone> Clone for Sayings<T> {
    fn clone(&self) -> Self {
        Self::new(self.vocabulary.clone(), self.entries.clone())
    }
}

impl<T> Sayings<T> {
    /// The sayings of a pack that speaks in these words.
    pub fn new(vocabulary: Vocabulary, entries: Vec<T>) -> Self {
        Self { vocabulary, entries, checker: OnceLock::new() }
    }
}

impl<T: Means> Sayings<T> {
    /// Everything that stands in a message, in the order of its words.
    pub fn find(&self, message: &str) -> Vec<(&T, Found)> {
        let compile = || {
            let sayings = self.entries.iter().map(Means::saying);
            Checker::new(&[Pack::of_sayings("", &self.vocabulary, sayings)], &Shop::default()).0
        };
        let checker = self.checker.get_or_init(compile);
        let plain = Plain::of(message);
        let findings = checker.check_utf16(&plain.units, &Context::default());
        let found = findings.into_iter().filter_map(|finding| {
            let start = *plain.from.get(finding.start as usize)?;
            let end = plain.from.get((finding.end as usize).checked_sub(1)?)? + 1;
            let words = message.chars().skip(start).take(end - start).collect();
            let entry = self.entries.get(finding.rule.parse::<usize>().ok()?)?;
            Some((entry, Found { start, end, words }))
        });
        found.collect()
    }
}

/// Signs at the end that mean nothing.
const CLOSES: [char; 12] = ['!', '！', '。', '.', '~', '～', '…', ' ', '\u{3000}', '\n', '，', ','];

/// A message made plain, with the character that each of its units comes from.
struct Plain {
    units: Vec<u16>,
    from: Vec<usize>,
}

impl Plain {
    fn of(message: &str) -> Self {
        let mut plain = Self { units: Vec::new(), from: Vec::new() };
        // What closes a message says nothing; a question does.
        let characters: Vec<char> = message.trim_end_matches(CLOSES).chars().collect();
        for (at, &c) in characters.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| characters[before]);
            let beside =
                before.is_some_and(is_han) && characters.get(at + 1).copied().is_some_and(is_han);
            match c {
                ' ' | '\u{3000}' if beside && !is_spread(&characters, at) => plain.push('，', at),
                '~' | '～' | '…' | '—' => plain.push('，', at),
                '?' | '？' => {
                    // Whoever asks with a sign alone asks as well.
                    if before.is_some_and(|before| is_han(before) && !"吗嘛么呢吧".contains(before))
                    {
                        plain.push('吗', at);
                    }
                    plain.push(c, at);
                }
                // A character of its own in these two words only: 回覆, 答覆.
                '覆' => plain.push('复', at),
                _ => plain.push(c, at),
            }
        }
        plain
    }

    fn push(&mut self, c: char, from: usize) {
        let mut room = [0; 2];
        for unit in c.encode_utf16(&mut room) {
            self.units.push(*unit);
            self.from.push(from);
        }
    }
}

/// Whether a blank stands in words that somebody spread (不 要 了): three characters
/// or more, with a blank between any two. It ends no clause then.
fn is_spread(characters: &[char], blank: usize) -> bool {
    let is_blank = |at: usize| characters.get(at).is_none_or(|c| matches!(c, ' ' | '\u{3000}'));
    let is_alone = |at: Option<usize>| {
        at.is_some_and(|at| {
            characters.get(at).copied().is_some_and(is_han)
                && is_blank(at + 1)
                && at.checked_sub(1).is_none_or(is_blank)
        })
    };
    let beside = [blank.checked_sub(1), Some(blank + 1)];
    let beyond = [blank.checked_sub(3), Some(blank + 3)];
    beside.into_iter().all(is_alone) && beyond.into_iter().any(is_alone)
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}
