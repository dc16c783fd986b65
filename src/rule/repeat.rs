//! Saying a thing once: two findings in neighbouring clauses may have the same
//! rewrite, and a reply that repeats itself reads like a machine's.

use super::finding::Edit;

/// Shorter words, such as `您`, may well stand twice.
const CLAUSE: usize = 5;

/// Empties the edits whose words already stand in the clause before them, as
/// the edits before leave it; the sign between the two goes with them. The
/// edits are sorted and apart, and stay so.
pub(super) fn once(text: &str, edits: &mut [Edit]) {
    let text: Vec<u16> = text.encode_utf16().collect();
    let mut written: Vec<u16> = Vec::new();
    let mut at = 0;
    for edit in edits {
        let (start, end) = (edit.start as usize, edit.end as usize);
        let between = text.get(at..start).unwrap_or_default();
        let signs = between.iter().rev().take_while(|unit| parts(**unit)).count();
        written.extend_from_slice(between);
        let words: Vec<u16> = edit.text.encode_utf16().collect();
        let before = &written[..written.len() - signs];
        let ahead = before.strip_suffix(words.as_slice());
        let whole = |ahead: &[u16]| ahead.last().is_none_or(|unit| parts(*unit) || *unit == 0xA);
        if signs > 0 && words.len() >= CLAUSE && ahead.is_some_and(whole) {
            written.truncate(written.len() - signs);
            edit.start -= signs as u32;
            edit.text.clear();
        } else {
            written.extend(words);
        }
        at = end;
    }
}

/// Whether a code unit parts two clauses of a line.
fn parts(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(|sign| " ,;!?，、；。！？~～…".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::{Edit, once};

    #[test]
    fn a_clause_is_not_said_twice_in_a_row() {
        let edit = |start, end, text: &str| Edit { start, end, text: text.to_owned() };
        let told = "我们是原厂正品";
        for (text, mut edits, left) in [
            ("原单，一样。", vec![edit(0, 2, told), edit(3, 5, told)], vec![(0, told), (2, "")]),
            ("我们是原厂正品！一样", vec![edit(8, 10, told)], vec![(7, "")]),
            ("原单\n一样", vec![edit(0, 2, told), edit(3, 5, told)], vec![(0, told), (3, told)]),
            ("你，你", vec![edit(0, 1, "您"), edit(2, 3, "您")], vec![(0, "您"), (2, "您")]),
            ("都说我们是原厂正品，一样", vec![edit(10, 12, told)], vec![(10, told)]),
            (
                "原单，好，一样",
                vec![edit(0, 2, told), edit(5, 7, told)],
                vec![(0, told), (5, told)],
            ),
        ] {
            once(text, &mut edits);
            let after: Vec<(u32, &str)> =
                edits.iter().map(|edit| (edit.start, edit.text.as_str())).collect();
            assert_eq!(after, left, "{text}");
        }
    }
}
