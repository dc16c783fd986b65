//! Letters that are written as a letter and marks behind it, as some systems store
//! them, as the one character that a table is written with.

/// For each mark, the letters that take it, and what they are with it. A letter with
/// two marks takes them one after the other.
const MARKS: [(char, &str, &str); 11] = [
    ('\u{300}', "aeiouyâêôăơưnw", "àèìòùỳầềồằờừǹẁ"),
    ('\u{301}', "aeiouyâêôăơưcns", "áéíóúýấếốắớứćńś"),
    ('\u{302}', "aeiouạẹọ", "âêîôûậệộ"),
    ('\u{303}', "aeiouynâêôăơư", "ãẽĩõũỹñẫễỗẵỡữ"),
    ('\u{306}', "aạ", "ăặ"),
    ('\u{308}', "aeiouy", "äëïöüÿ"),
    ('\u{309}', "aeiouyâêôăơư", "ảẻỉỏủỷẩểổẳởử"),
    ('\u{31b}', "ou", "ơư"),
    ('\u{323}', "aeiouyâêôăơư", "ạẹịọụỵậệộặợự"),
    ('\u{327}', "c", "ç"),
    ('\u{e32}', "\u{e4d}", "\u{e33}"),
];

/// The text with every letter and its marks in one, where there is such a character.
pub fn composed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match out.chars().next_back().and_then(|last| both(last, c)) {
            Some(one) => {
                out.pop();
                out.push(one);
            }
            None => out.push(c),
        }
    }
    out
}

/// A letter and a mark in one. Capital letters stay capital.
fn both(letter: char, mark: char) -> Option<char> {
    let (_, from, to) = MARKS.iter().find(|(it, ..)| *it == mark)?;
    let small = letter.to_lowercase().next()?;
    let place = from.chars().position(|it| it == small)?;
    let one = to.chars().nth(place)?;
    if small == letter { Some(one) } else { one.to_uppercase().next() }
}

#[cfg(test)]
mod tests {
    use super::{MARKS, composed};

    #[test]
    fn letters_and_marks_are_one() {
        for (apart, one) in [
            ("Na\u{303}o pago", "Não pago"),
            ("NA\u{303}O PAGO", "NÃO PAGO"),
            ("Cho\u{31b}\u{300} thanh toa\u{301}n", "Chờ thanh toán"),
            ("Đa\u{303} hu\u{309}y", "Đã hủy"),
            ("ho\u{323}\u{302}p", "hộp"),
            ("concluI\u{301}do", "concluÍdo"),
            ("\u{e0a}\u{e4d}\u{e32}\u{e23}\u{e30}", "ชำระ"),
            ("待付款", "待付款"),
            ("\u{303}x\u{303}", "\u{303}x\u{303}"),
        ] {
            assert_eq!(composed(apart), one);
        }
    }

    #[test]
    fn every_letter_of_a_mark_has_its_own() {
        for (mark, from, to) in MARKS {
            assert_eq!(from.chars().count(), to.chars().count(), "{mark:?}");
        }
    }
}
