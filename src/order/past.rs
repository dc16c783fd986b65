//! What was done about orders and buyers, and what is known of buyers: the facts
//! that a plan weighs beside the orders themselves.

use std::collections::BTreeMap;

use crate::order::heard::{Cause, Heard};

/// Who an order is of.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Buyer {
    /// What tells the buyer's conversation apart on the console; empty if it is
    /// not known. Names are masked and collide.
    pub key: String,
    /// The name as shown.
    pub name: String,
}

impl Buyer {
    /// What tells this buyer apart on a platform: the conversation's key, else
    /// the name. None if nothing is known.
    pub fn id(&self, platform: &str) -> Option<String> {
        self.known().map(|known| format!("{platform}/{known}"))
    }

    /// The key, else the name; none if nothing is known.
    pub(super) fn known(&self) -> Option<&str> {
        let known = if self.key.is_empty() { &self.name } else { &self.key };
        (!known.is_empty()).then_some(known.as_str())
    }
}

/// A reminder that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// When, in milliseconds since the epoch.
    pub at: u64,
    /// The words that were chosen: a reminder's id; empty if nobody knows.
    pub reminder: String,
}

/// What the agent says about an order. It stands above what anybody's words mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The buyer does not want it.
    Declined,
    /// It was paid.
    Paid,
    /// Not before this moment.
    Later(u64),
    /// What the buyer said does not hold it back.
    Open,
}

/// What was done about one order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Past {
    /// When it was first seen; 0 if never.
    pub first_seen: u64,
    /// The reminders sent, oldest first.
    pub sent: Vec<Sent>,
    /// What the agent says about it.
    pub mark: Option<Mark>,
    /// When it was seen to be paid, after it had been unpaid.
    pub paid: Option<u64>,
    /// The cause that the agent chose.
    pub cause: Option<Cause>,
}

impl Past {
    /// How many minutes after its last reminder it was seen to be paid.
    pub fn paid_after(&self) -> Option<u32> {
        let paid = self.paid?;
        let last = self.sent.iter().rev().find(|sent| sent.at <= paid)?;
        Some(super::moment::minutes(last.at, paid))
    }
}

/// What is known of a buyer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The platform, by its adapter's id.
    pub platform: String,
    /// Who it is.
    pub buyer: Buyer,
    /// What was said, oldest first.
    pub heard: Vec<Heard>,
    /// When there last was a message of either side; 0 if never.
    pub contact: u64,
    /// Whether the buyer has bought here before.
    pub returning: bool,
    /// How many of the last reminders were not read, where the page says so.
    pub unread: u32,
    /// Whether the agent marked the buyer as not to be disturbed.
    pub left_alone: bool,
    /// When the buyer last said something; 0 if never.
    pub asked: u64,
    /// Whether the buyer waits for an answer.
    pub waiting: bool,
    /// When follow-ups were sent, oldest first.
    pub followed: Vec<u64>,
    /// Whether the page says that the buyer is offline.
    pub offline: bool,
}

/// The past of orders, by number.
pub type History = BTreeMap<String, Past>;

/// The facts of buyers, by [`Buyer::id`].
pub type Buyers = BTreeMap<String, Facts>;
