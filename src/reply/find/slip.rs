//! What is nearly the same: a word with a slip in it.
//!
//! One letter of four or more is wrong, missing, too many or swapped with its
//! neighbour; one character of three or more is another one; or characters were
//! chosen that sound the same.

use super::line::{Line, Range};
use super::readings::others;
use super::spell::Given;
use crate::text::{sound, spelling};

/// The shortest word of letters in which a slip is forgiven.
const LETTERS: usize = 4;

/// The shortest word of characters in which another one is forgiven.
pub(super) const CHARACTERS: usize = 3;

/// Where nearly this word stands in the line.
pub(super) fn find(line: &Line, word: &[char]) -> Option<Range> {
    if word.iter().all(char::is_ascii_alphanumeric) {
        return (0..line.forms.len()).find_map(|start| {
            let given = line.given().and_then(|given| given.get(start..));
            let length = spelled(line.forms.get(start..)?, given, word)?;
            Some((start, start + length))
        });
    }
    let (least, alike) = (word.len(), |a: &char, b: &char| sound(*a) == sound(*b));
    if least < 2 {
        return None;
    }
    let at = line.forms.windows(least).position(|window| {
        let differ = |same: fn(&char, &char) -> bool| {
            window.iter().zip(word).filter(|(a, b)| !same(a, b)).count()
        };
        differ(alike) == 0 || (least >= CHARACTERS && differ(char::eq) <= 1)
    })?;
    Some((at, at + least))
}

/// Whether two words of letters are the same but for one slip.
pub(super) fn nearly(one: &[char], other: &[char]) -> bool {
    one.len() >= LETTERS && one.first() == other.first() && one_edit(one, other)
}

/// How many of the characters nearly this word spells in whole syllables, from the
/// first one on. The first letter is the right one: few slip there.
pub(super) fn spelled(forms: &[char], given: Given<'_>, word: &[char]) -> Option<usize> {
    let long = word.len() >= LETTERS;
    long.then(|| Misspelling { forms, given, word }.from(0, &mut Vec::new())).flatten()
}

struct Misspelling<'a> {
    forms: &'a [char],
    given: Given<'a>,
    word: &'a [char],
}

impl Misspelling<'_> {
    /// Where the characters end that nearly the word spells, when those before this
    /// one are read as these letters.
    fn from(&self, at: usize, letters: &mut Vec<char>) -> Option<usize> {
        let form = *self.forms.get(at)?;
        if let Some(syllable) = self.given.and_then(|given| given.get(at)) {
            return self.read(at, syllable, letters);
        }
        match u8::try_from(form) {
            Ok(letter) if letter.is_ascii_alphanumeric() => self.read(at, &[letter], letters),
            _ => self
                .read(at, spelling(form).as_bytes(), letters)
                .or_else(|| others(form).find_map(|syllable| self.read(at, syllable, letters))),
        }
    }

    fn read(&self, at: usize, syllable: &[u8], letters: &mut Vec<char>) -> Option<usize> {
        let before = letters.len();
        letters.extend(syllable.iter().map(|letter| char::from(*letter)));
        let (long, longest) = (letters.len(), self.word.len() + 1);
        let begins =
            letters.first() == self.word.first() && long <= longest && !syllable.is_empty();
        let end = if begins && long + 1 >= self.word.len() && one_edit(self.word, letters) {
            Some(at + 1)
        } else if begins {
            self.from(at + 1, letters)
        } else {
            None
        };
        letters.truncate(before);
        end
    }
}

/// Whether one insertion, deletion, replacement or swap makes the one of the other,
/// or nothing has to.
fn one_edit(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[head..], &long[head..]);
    match long.len() - short.len() {
        0 => match (short, long) {
            ([], []) => true,
            ([a, b, rest @ ..], [c, d, other @ ..]) if a == d && b == c => rest == other,
            ([_, rest @ ..], [_, other @ ..]) => rest == other,
            _ => false,
        },
        1 => long.get(1..).is_some_and(|rest| rest == short),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{find, nearly};
    use crate::reply::find::line::Line;

    #[test]
    fn slips_are_forgiven_and_other_words_are_not() {
        for (text, word, found) in [
            ("开发票", "fapooiao", None),
            ("开发票", "fapaio", Some((1, 3))),
            ("开发票", "fapio", Some((1, 3))),
            ("开发票", "fapiaoo", Some((1, 3))),
            ("开发票", "fapuao", Some((1, 3))),
            ("开发票", "gapiao", None),
            ("开发票", "fpo", None),
            ("七天无理由退货", "无礼由", Some((2, 5))),
            ("七天无理由退货", "无条由", Some((2, 5))),
            ("七天无理由退货", "无条件", None),
            ("七天无理由退货", "推或", Some((5, 7))),
            ("七天无理由退货", "推", None),
            ("七天无理由退货", "退款", None),
        ] {
            let word: Vec<char> = word.chars().collect();
            assert_eq!(find(&Line::read(text), &word), found, "{text} {word:?}");
        }
    }

    #[test]
    fn abbreviations_are_forgiven_a_slip_from_four_letters_on() {
        for (one, other, same) in [
            ("tuih", "tuhi", true),
            ("tuih", "tui", true),
            ("tuih", "tuihu", true),
            ("tuih", "tuxx", false),
            ("tui", "tux", false),
            ("tuih", "uuih", false),
        ] {
            let chars = |word: &str| word.chars().collect::<Vec<char>>();
            assert_eq!(nearly(&chars(one), &chars(other)), same, "{one} {other}");
        }
    }
}
