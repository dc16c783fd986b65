//! Edits of a text whose places count UTF-16 code units.

use crate::rule::Edit;

/// How many UTF-16 code units the text has.
pub(super) fn units(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

/// The text with the edit made; `None` if the edit's range is not in the text, or
/// begins or ends within a character.
pub(super) fn splice(text: &str, edit: &Edit) -> Option<String> {
    let start = byte_of(text, edit.start)?;
    let end = byte_of(text, edit.end)?;
    let (before, after) = (text.get(..start)?, text.get(end..)?);
    (start <= end).then(|| format!("{before}{}{after}", edit.text))
}

/// The one edit that makes `after` of `before`, as narrow as it can be.
pub(super) fn difference(before: &str, after: &str) -> Edit {
    let alike = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
    };
    let head = alike(&mut before.chars(), &mut after.chars());
    let (old, new) = (&before[head..], &after[head..]);
    let tail = alike(&mut old.chars().rev(), &mut new.chars().rev());
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let start = units(&before[..head]);
    Edit { start, end: start + units(old), text: new.to_owned() }
}

/// Where the caret goes: it stays before or behind the edit, and if it stood
/// inside, it goes to the end of what replaces it.
pub(super) fn carried(caret: u32, edit: &Edit) -> u32 {
    let end = edit.start + units(&edit.text);
    if caret <= edit.start && edit.start < edit.end {
        caret
    } else {
        end + caret.saturating_sub(edit.end)
    }
}

/// Where the caret goes when several edits are made at once; they are given in
/// text order and count the text as it was.
pub(super) fn carried_over(caret: u32, edits: &[Edit]) -> u32 {
    let mut shift = 0_i64;
    for edit in edits {
        if caret <= edit.start && edit.start < edit.end {
            break;
        }
        let grown = i64::from(carried(caret.min(edit.end), edit));
        shift += grown - i64::from(caret.min(edit.end));
    }
    u32::try_from(i64::from(caret) + shift).unwrap_or(0)
}

/// The text before a place.
pub(super) fn until(text: &str, place: u32) -> &str {
    let mut at = 0;
    let ends = |c: &char| {
        at += c.len_utf16() as u32;
        at <= place
    };
    let bytes = text.chars().take_while(ends).map(char::len_utf8).sum();
    &text[..bytes]
}

/// The nearest place not after this one that lies between two characters of the
/// text.
pub(super) fn place_in(text: &str, at: u32) -> u32 {
    let mut place = 0;
    for c in text.chars() {
        let next = place + c.len_utf16() as u32;
        if next > at {
            break;
        }
        place = next;
    }
    place
}

fn byte_of(text: &str, at: u32) -> Option<usize> {
    let mut seen = 0;
    for (byte, c) in text.char_indices() {
        if seen >= at {
            return (seen == at).then_some(byte);
        }
        seen += c.len_utf16() as u32;
    }
    (seen == at).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::{carried, carried_over, difference, place_in, splice, units};
    use crate::rule::Edit;
    use proptest::prelude::*;

    fn edit(start: u32, end: u32, text: &str) -> Edit {
        Edit { start, end, text: text.to_owned() }
    }

    #[test]
    fn edits() {
        for (text, change, expected) in [
            ("这个不行", edit(2, 4, "无法帮到您"), Some("这个无法帮到您")),
            ("😀不行", edit(2, 4, "好"), Some("😀好")),
            ("😀不行", edit(1, 4, "好"), None),
            ("好", edit(1, 1, "的"), Some("好的")),
            ("好", edit(2, 2, "的"), None),
            ("好的", edit(2, 1, ""), None),
            ("", edit(0, 0, "好"), Some("好")),
        ] {
            assert_eq!(splice(text, &change).as_deref(), expected, "{text} {change:?}");
        }
    }

    #[test]
    fn the_caret_stays_with_its_words() {
        for (caret, change, expected) in [
            (1, edit(2, 4, "无法帮到您"), 1),
            (2, edit(2, 4, "无法帮到您"), 2),
            (3, edit(2, 4, "无法帮到您"), 7),
            (4, edit(2, 4, "无法帮到您"), 7),
            (6, edit(2, 4, "无法帮到您"), 9),
            (3, edit(3, 3, "好的"), 5),
        ] {
            assert_eq!(carried(caret, &change), expected, "{caret} {change:?}");
        }
    }

    #[test]
    fn the_caret_stays_with_its_words_between_two_edits() {
        let edits = [edit(0, 2, "尽快尽快"), edit(4, 6, "好"), edit(8, 9, "")];
        for (caret, expected) in
            [(0, 0), (1, 4), (2, 4), (3, 5), (4, 6), (5, 7), (6, 7), (7, 8), (9, 9), (10, 10)]
        {
            assert_eq!(carried_over(caret, &edits), expected, "{caret}");
        }
    }

    #[test]
    fn a_place_is_between_characters() {
        for (at, expected) in [(0, 0), (1, 0), (2, 2), (3, 3), (99, 3)] {
            assert_eq!(place_in("😀好", at), expected);
        }
    }

    proptest! {
        #[test]
        fn the_difference_makes_the_one_of_the_other(
            before in "[不行好😀a]{0,12}", after in "[不行好😀a]{0,12}",
        ) {
            let change = difference(&before, &after);
            prop_assert_eq!(splice(&before, &change), Some(after.clone()));
            for caret in 0..=units(&before) {
                let caret = carried(place_in(&before, caret), &change);
                prop_assert_eq!(place_in(&after, caret), caret);
            }
        }
    }
}
