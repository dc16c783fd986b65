//! Unpaid orders: what the page showed, and the words that remind of them.
//!
//! [`Order::read`] makes sense of an order card's raw texts: what its status
//! means ([`Status`]) and what its amount is ([`Amount`]). [`Reminder`]s come
//! from a pack and are filled in with the order's own values. Whether now is the
//! time to remind is not decided here yet: an order is reminded when the agent
//! asks for it.

mod amount;
#[cfg(feature = "toml")]
mod pack;
mod reminder;
mod status;

use crate::desk::wire::SeenOrder;
use crate::reply::{Origin, Values};

pub use amount::Amount;
#[cfg(feature = "toml")]
pub use pack::parse;
pub use reminder::Reminder;
pub use status::Status;

/// Longer names are cut: a reminder names the item, it does not advertise it.
const LONGEST_ITEM: usize = 30;

/// The shortest order numbers, those of small shops, have four digits.
const FEWEST_DIGITS: usize = 4;

/// An order, read from its card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The order number; empty if the card shows none.
    pub number: String,
    /// What the status means.
    pub status: Status,
    /// The status as the page words it.
    pub status_text: String,
    /// The item, as the page names it.
    pub item: String,
    /// The amount, if the card shows exactly one with its currency.
    pub amount: Option<Amount>,
    /// The amount as the page shows it.
    pub amount_text: String,
    /// When it was placed, as the page shows it.
    pub created: String,
    /// When it closes, as the page shows it.
    pub closes: String,
    /// The number of its parcel, as the page shows it.
    pub tracking: String,
}

impl Order {
    /// Reads an order card.
    pub fn read(card: &SeenOrder) -> Self {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            number: number_in(&card.number),
            status: Status::of(&card.status),
            status_text: line(&card.status),
            item: line(&card.item),
            amount: Amount::read(&card.amount),
            amount_text: line(&card.amount),
            created: line(&card.created),
            closes: line(&card.closes),
            tracking: unlabelled(&card.tracking).to_owned(),
        }
    }

    /// What the order's values are called in replies and reminders. A value that
    /// the card does not show is not there.
    pub fn values(&self) -> Values {
        let mut values = Values::default();
        for (name, value) in self.facts() {
            values.set(name, &value);
        }
        values
    }

    /// The same values, seen on the card with this place (counted from 1) at this
    /// moment.
    pub fn values_seen(&self, card: usize, seen: u64) -> Values {
        let mut values = Values::default();
        for (name, value) in self.facts() {
            let number = self.number.clone();
            values.see(name, &value, Origin::Order { card, number }, seen);
        }
        values
    }

    fn facts(&self) -> [(&'static str, String); 4] {
        let amount = self.amount.as_ref().map_or("", |amount| amount.text.as_str());
        [
            ("order_no", self.number.clone()),
            ("item", shortened(&self.item)),
            ("amount", amount.to_owned()),
            ("tracking", self.tracking.clone()),
        ]
    }
}

/// The number without the label before it: `订单编号：240905-2827` is `240905-2827`.
/// A counter such as `+0` is no order number.
fn number_in(text: &str) -> String {
    let unlabelled = unlabelled(text);
    let whole = !unlabelled.contains(char::is_whitespace);
    let numbered = unlabelled.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS;
    if whole && numbered { unlabelled.to_owned() } else { String::new() }
}

fn unlabelled(text: &str) -> &str {
    text.rsplit([':', '：']).next().unwrap_or(text).trim()
}

fn shortened(item: &str) -> String {
    match item.char_indices().nth(LONGEST_ITEM) {
        Some((end, _)) => format!("{}…", item[..end].trim_end()),
        None => item.to_owned(),
    }
}
