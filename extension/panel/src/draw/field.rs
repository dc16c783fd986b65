//! A reply's fields as the agent reads them. Those that the page fills in have
//! names for the machine, and words here; the others are named by who wrote the
//! reply, and stand as they are.

use deti::reply::{Known, Origin};
use deti_web::clock;

use crate::screen::Screen;
use crate::word;

/// The name of one field.
pub(super) fn named(screen: &Screen, field: &str) -> String {
    word_of(field).map_or_else(|| field.to_owned(), |word| screen.say(word))
}

/// The names of several, in one line.
pub(super) fn all_named(screen: &Screen, fields: &[String]) -> String {
    let names: Vec<String> = fields.iter().map(|field| named(screen, field)).collect();
    names.join("、")
}

/// Where a value of the page stands there, when it was seen, and whether that is too
/// long ago.
pub(super) fn origin(screen: &Screen, field: &str, known: &Known) -> String {
    let (name, seen) = (named(screen, field), clock::hour_and_minute(known.seen));
    let said = match &known.origin {
        Some(Origin::Order { card, .. }) => {
            screen.say_with(word::FROM_ORDER, &[&name, &card.to_string(), &seen])
        }
        _ => screen.say_with(word::FROM_TALK, &[&name, &seen]),
    };
    if known.stale { screen.say_with(word::REPLY_STALE, &[&said]) } else { said }
}

/// The same of several, in one line.
pub(super) fn origins(screen: &Screen, fields: &[(String, Known)]) -> String {
    let said: Vec<String> =
        fields.iter().map(|(name, known)| origin(screen, name, known)).collect();
    said.join("；")
}

fn word_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "order_no" => word::FIELD_ORDER_NO,
        "item" => word::FIELD_ITEM,
        "buyer" => word::FIELD_BUYER,
        "amount" => word::FIELD_AMOUNT,
        "tracking" => word::FIELD_TRACKING,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::word_of;

    #[test]
    fn what_the_page_fills_in_has_a_word_and_what_an_author_named_has_none() {
        let mut words = BTreeSet::new();
        for field in ["order_no", "item", "buyer", "amount", "tracking"] {
            assert!(words.insert(word_of(field).unwrap()), "{field}");
        }
        for field in ["到货时间", "替代款式", "Item", ""] {
            assert_eq!(word_of(field), None, "{field}");
        }
    }
}
