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

    /// Whether parts of the name are hidden, so that several buyers may have it.
    pub fn is_masked(&self) -> bool {
        self.name.contains(['*', '＊', '•', '●'])
    }

    /// Whether all that is known is a masked name.
    pub(super) fn is_behind_a_mask(&self) -> bool {
        self.key.is_empty() && self.is_masked()
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

impl Sent {
    /// In the place of a reminder's id: the agent reminded in another way.
    pub const ELSEWHERE: &str = "elsewhere";
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
    /// What the buyer said until this moment does not hold it back: it was misheard, or
    /// the agent knows better.
    Open(u64),
}

/// What was done about one order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Past {
    /// When it was first seen; 0 if never.
    pub first_seen: u64,
    /// The reminders sent, oldest first.
    pub sent: Vec<Sent>,
    /// The moments of reminders that were noted and taken back: another tab may know
    /// of them still.
    pub unsent: Vec<u64>,
    /// What the agent says about it.
    pub mark: Option<Mark>,
    /// When it was seen to be paid, after it had been unpaid.
    pub paid: Option<u64>,
    /// The cause that the agent chose.
    pub cause: Option<Cause>,
}

impl Past {
    /// Whether the order was seen, and nothing else is known to have been done about it.
    pub(super) fn is_untouched(&self) -> bool {
        *self == Self { first_seen: self.first_seen, ..Self::default() }
    }

    /// Until when what the buyer said does not count; 0 if it counts from the first.
    pub(super) fn open_since(&self) -> u64 {
        match self.mark {
            Some(Mark::Open(since)) => since,
            _ => 0,
        }
    }

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

impl Facts {
    /// When anything was last heard of the buyer, or sent; 0 if never.
    pub(super) fn last(&self) -> u64 {
        let heard = self.heard.iter().map(|heard| heard.at).max();
        let followed = self.followed.iter().copied().max();
        [heard, followed].into_iter().flatten().fold(self.asked.max(self.contact), u64::max)
    }

    /// What is known of the same buyer here and there.
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        let more = other.heard.iter().filter(|heard| !self.heard.contains(heard)).cloned();
        both.heard.extend(more);
        both.heard.sort_by_key(|heard| heard.at);
        both.followed.extend(other.followed.iter().filter(|at| !self.followed.contains(at)));
        both.followed.sort_unstable();
        both.contact = self.contact.max(other.contact);
        both.returning |= other.returning;
        both.unread = self.unread.max(other.unread);
        both.left_alone |= other.left_alone;
        both.asked = self.asked.max(other.asked);
        both.waiting |= other.waiting;
        both.offline |= other.offline;
        both
    }
}

/// The past of orders, by [`Order::id`](crate::order::Order::id).
pub type History = BTreeMap<String, Past>;

/// The facts of buyers, by [`Buyer::id`].
pub type Buyers = BTreeMap<String, Facts>;
