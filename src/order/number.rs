//! Order numbers in the text of a chat.
//!
//! Long numbers are also telephones, parcels and ids of people: only one with a
//! label before it is an order's.

use crate::order::{Order, Sight, Source, Sources, Status};
use crate::text::simplify;

/// What stands before an order number, simplified and in lower case.
const LABELS: &[&str] = &[
    "订单编号",
    "订单号码",
    "订单号",
    "订单id",
    "order number",
    "order id",
    "order no",
    "order #",
    "no. pesanan",
    "mã đơn hàng",
    "id do pedido",
];

/// Between a label and its number there is at most so much, and only this.
const BETWEEN: usize = 6;

/// The fewest digits and the most characters of a number.
const DIGITS: usize = 8;
const LONGEST: usize = 26;

/// An order number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberFound {
    /// The number, in half-width characters.
    pub number: String,
    /// Where it starts, in UTF-16 code units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// The labelled order numbers in a text, in its order.
pub fn order_numbers(text: &str) -> Vec<NumberFound> {
    let raw: Vec<char> = text.chars().collect();
    // Both keep the number of characters, so places are the same in all three.
    let folded: Vec<char> = simplify(text).chars().map(|c| lower(half(c))).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        let Some(label) = LABELS.iter().find(|label| begins(&folded, at, label)) else {
            at += 1;
            continue;
        };
        at += label.chars().count();
        let gap = folded[at..].iter().take(BETWEEN).take_while(|c| between(**c)).count();
        let start = at + gap;
        let length = folded[start..].iter().take_while(|c| part(**c)).count();
        let mut number: String = raw[start..start + length].iter().map(|c| half(*c)).collect();
        number.truncate(number.trim_end_matches('-').len());
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if digits >= DIGITS && number.len() <= LONGEST && !number.starts_with('-') {
            let units = |chars: &[char]| {
                u32::try_from(chars.iter().map(|c| c.len_utf16()).sum::<usize>())
                    .unwrap_or(u32::MAX)
            };
            let end = start + number.len();
            found.push(NumberFound {
                number,
                start: units(&raw[..start]),
                end: units(&raw[..end]),
            });
        }
        at = start + length;
    }
    found
}

/// The orders that a message names by labelled numbers: of the buyer whose
/// conversation it stands in. Where it names one, what it says of a status is that
/// order's; of several nobody knows.
pub fn orders_in(text: &str, sight: Sight<'_>) -> Vec<Order> {
    let found = order_numbers(text);
    let status = match found.as_slice() {
        [one] => status_beside(one, text),
        _ => Status::Unknown,
    };
    let order = |found: NumberFound| Order {
        number: found.number,
        platform: sight.platform.to_owned(),
        buyer: sight.buyer.clone(),
        status,
        // The words of a chat are not kept, only what they mean.
        status_text: status.words().to_owned(),
        seen: sight.at,
        from: Sources::all(Source::Chat),
        ..Order::default()
    };
    found.into_iter().map(order).collect()
}

/// The status that a message tells of the one order that it names: what stands behind
/// the number, else what its clauses agree on. A question tells none.
fn status_beside(number: &NumberFound, text: &str) -> Status {
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |part: Option<&[u16]>| String::from_utf16_lossy(part.unwrap_or_default());
    let before = part(units.get(..number.start as usize));
    let behind = part(units.get(number.end as usize..));
    let whole = Status::of(&behind);
    if whole != Status::Unknown {
        return whole;
    }
    let ends = ['，', ',', '。', '；', ';', '：', ':', '\n'];
    let clauses = before.split(ends).chain(behind.split(ends));
    let mut told = clauses.map(Status::of).filter(|status| *status != Status::Unknown);
    let first = told.next().unwrap_or_default();
    if told.all(|other| other == first) { first } else { Status::Unknown }
}

fn begins(text: &[char], at: usize, label: &str) -> bool {
    let mut here = text[at..].iter();
    label.chars().all(|c| here.next() == Some(&c))
}

fn between(c: char) -> bool {
    c.is_whitespace() || ":：#.是为=".contains(c)
}

fn part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

/// Full-width letters, digits and hyphens as half-width ones.
fn half(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::order_numbers;
    use proptest::prelude::*;

    #[test]
    fn only_labelled_numbers_are_orders() {
        for (text, expected) in [
            ("咨询订单号：236810113731    商品ID：10026084786191", "236810113731 6..18"),
            ("订单编号：261106-583920174836328", "261106-583920174836328 5..27"),
            ("訂單編號 261106VX3CK8NM 還沒付", "261106VX3CK8NM 5..19"),
            ("😀订单号是２８４７１６３９５０２７４１７０１５８呢", "2847163950274170158 6..25"),
            ("My order no. 123-4567890-1234567 please", "123-4567890-1234567 13..32"),
            (
                "订单号 P123456789012345678，订单号：301928472078",
                "P123456789012345678 4..23 301928472078 28..40",
            ),
            // A telephone, a parcel, a bare number, and one that is too short.
            ("我的电话13912345678", ""),
            ("快递单号 SF1024768396150", ""),
            ("2847163950274170158", ""),
            ("订单号 1234", ""),
            ("订单号和商品 10026084786191", ""),
            ("订单号", ""),
            ("", ""),
        ] {
            let found = order_numbers(text);
            let said: Vec<String> = found
                .iter()
                .map(|found| format!("{} {}..{}", found.number, found.start, found.end))
                .collect();
            assert_eq!(said.join(" "), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(订单号|[：: ]|[0-9０-９A-Z-]|😀|İ){0,32}") {
            for found in order_numbers(&text) {
                prop_assert!(found.start < found.end);
                prop_assert!(found.end as usize <= text.encode_utf16().count());
            }
        }
    }
}
