//! Whether to remind, order by order, and why.
//!
//! The plan is a function of what is known and of the moment: asked again with the
//! same, it says the same. Every number in it is a [`Limits`](crate::order::Limits)
//! setting. Where an order waits, the moment that it waits for is one at which it
//! will be decided anew, not a promise.
//!
//! `crowd` is what one order cannot tell, `case` one order with everything that is
//! weighed about it, `never` and `wait` the reasons against a reminder, `waits` how
//! long several of them hold, `words` what the buyer's words decide, and `together`
//! one reminder for a buyer's several orders.

mod case;
mod crowd;
mod never;
mod together;
mod wait;
mod waits;
mod words;

use crate::order::Order;
use crate::order::heard::Cause;
use crate::order::limits::Settings;
use crate::order::past::{Buyers, History};
use crate::order::reason::{Decision, Reason};
use crate::zone::Zone;

use case::Case;
use crowd::Crowd;
pub(super) use waits::Waits;
pub(super) use words::{complaint, declined, later, says_bought};

/// What is decided about one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// What is to be done.
    pub decision: Decision,
    /// Why; the one that decides stands first.
    pub reasons: Vec<Reason>,
    /// Why the order is unpaid, as far as the buyer's words or the agent tell.
    pub cause: Cause,
    /// Which reminder of the order the next one is, counted from 1.
    pub number: u32,
    /// When it closes, if the page or the shop's table says so.
    pub closes: Option<u64>,
    /// The other orders of the buyer that the same reminder speaks for, as places
    /// in the list of orders.
    pub others: Vec<usize>,
}

/// What a plan is made from.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The orders. One that is there twice counts as it was seen last.
    pub orders: &'a [Order],
    /// What is known of their buyers.
    pub buyers: &'a Buyers,
    /// What was done about them.
    pub history: &'a History,
    /// The shop's limits.
    pub settings: &'a Settings,
    /// The agent's clock.
    pub zone: &'a Zone,
}

/// Decides about every order at this moment, in the order of the list.
pub fn plan(known: Known<'_>, now: u64) -> Vec<Planned> {
    let crowd = Crowd::of(known, now);
    let mut planned: Vec<Planned> = (0..known.orders.len())
        .map(|place| Case::new(known, &crowd, place, now).decide())
        .collect();
    together::speak_for_others(known.orders, &crowd, &mut planned);
    planned
}
