//! Unpaid orders: what the page showed, whether to remind now, and the words for it.
//!
//! [`Order::read`] makes sense of an order card's raw texts: what its status
//! means ([`Status`]), what its amount is ([`Amount`]), when it was placed and when
//! it closes. An [`Ear`] recognises what the buyer said about paying. [`plan`]
//! weighs all of it against the shop's [`Settings`] and says for every order
//! whether a reminder is due, and why or why not. [`Reminder`]s come from a pack,
//! by the [`Cause`] that the order is unpaid, and are filled in with the order's
//! own values. A [`Book`] is all of it over the days: what was seen, what was sent,
//! what became of it.

mod amount;
mod asked;
mod book;
mod half;
mod heard;
mod limits;
mod moment;
mod named_day;
mod number;
#[cfg(feature = "toml")]
mod pack;
mod past;
mod plan;
mod platform;
mod reason;
mod reminder;
mod source;
mod spoken;
mod status;
mod when;

use crate::desk::wire::SeenOrder;
use crate::reply::{Origin, Values};
use crate::zone::Zone;

pub use amount::Amount;
pub use asked::follow_up;
pub use book::{Book, Fate, Intake, Part, Row, TakenIn};
pub use heard::{Cause, Ear, Heard, Meaning, Said};
pub use limits::{Hours, Kind, Limits, Setting, Settings, TimeOfDay, Wrong, clock};
pub use moment::{is_countdown, minutes, read_closing, read_moment};
pub use number::{NumberFound, order_numbers, orders_in};
#[cfg(feature = "toml")]
pub use pack::{Pack, parse};
pub use past::{Buyer, Buyers, Facts, History, Mark, Past, Sent};
pub use plan::{Known, Planned, plan};
pub use platform::{has_console, platform_named};
pub use reason::{Decision, Reason};
pub use reminder::{Occasion, Reminder, Tone, values_for};
pub use source::{Source, Sources};
pub use status::Status;
pub(crate) use when::when;
pub use when::{PartOfDay, When};
#[cfg(feature = "toml")]
pub(crate) use when::{SAID, named};

/// Longer names are cut: a reminder names the item, it does not advertise it.
const LONGEST_ITEM: usize = 30;

/// A page's clock may be ahead of the agent's by so much, in milliseconds.
const AHEAD: u64 = 60 * crate::zone::MINUTE;

/// The shortest order numbers, those of small shops, have four digits.
const FEWEST_DIGITS: usize = 4;

/// An order, read from its card or from a file. Moments are in milliseconds since
/// the epoch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// The order number; empty if the card shows none.
    pub number: String,
    /// Which platform it is on, by its adapter's id.
    pub platform: String,
    /// Whose it is.
    pub buyer: Buyer,
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
    /// When it was placed, if the page tells.
    pub created: Option<u64>,
    /// The same, as the page shows it.
    pub created_text: String,
    /// When it closes, if anything tells; [`page_closes`](Self::page_closes) is the
    /// page's own word.
    pub closes: Option<u64>,
    /// The same, as the page shows it.
    pub closes_text: String,
    /// The number of its parcel, as the page shows it.
    pub tracking: String,
    /// When it was last seen.
    pub seen: u64,
    /// Where its parts are known from.
    pub from: Sources,
}

/// Where and when an order card was seen.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    /// The platform, by its adapter's id.
    pub platform: &'a str,
    /// The buyer whose conversation was beside it.
    pub buyer: &'a Buyer,
    /// When, in milliseconds since the epoch.
    pub at: u64,
    /// The agent's clock.
    pub zone: &'a Zone,
}

impl Order {
    /// What tells this order apart: two platforms may give out the same number.
    pub fn id(&self) -> String {
        id_of(&self.platform, &self.number)
    }

    /// What tells its buyer apart from those of other orders: the conversation's key,
    /// else a whole name. Behind a masked name may be anybody: such an order is its
    /// own buyer's, whoever else is called so. None if nothing is known.
    pub fn buyer_id(&self) -> Option<String> {
        let id = self.buyer.id(&self.platform)?;
        Some(if self.buyer.is_behind_a_mask() { format!("{id}#{}", self.number) } else { id })
    }

    /// Reads an order card. A card that names another buyer than the conversation
    /// beside it is that buyer's, whose conversation nobody knows.
    pub fn read(card: &SeenOrder, sight: Sight<'_>) -> Self {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let named = line(&card.buyer);
        let buyer = if named.is_empty() || named == line(&sight.buyer.name) {
            sight.buyer.clone()
        } else {
            Buyer { key: String::new(), name: named }
        };
        Self {
            number: number_in(&card.number),
            platform: sight.platform.to_owned(),
            buyer,
            status: Status::of(&card.status),
            status_text: line(&card.status),
            item: line(&card.item),
            amount: Amount::read(&card.amount),
            amount_text: line(&card.amount),
            // Nobody orders tomorrow: such a time is the page's, and not known.
            created: read_moment(&card.created, sight.at, sight.zone)
                .filter(|created| *created <= sight.at.saturating_add(AHEAD)),
            created_text: line(&card.created),
            closes: read_closing(&card.closes, sight.at, sight.zone),
            closes_text: line(&card.closes),
            tracking: unlabelled(&card.tracking).to_owned(),
            seen: sight.at,
            from: Sources::all(Source::Card),
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

/// What tells the order of this number on this platform apart.
pub fn id_of(platform: &str, number: &str) -> String {
    format!("{platform}/{number}")
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
