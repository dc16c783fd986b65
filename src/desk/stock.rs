//! What a desk works with.

use super::packs::Packs;
use crate::order::{Ear, Reminder, Settings};
use crate::pack::Problem;
use crate::promise::Pledges;
use crate::record::Value;
use crate::reply::Reply;
use crate::rule::Checker;
use crate::shop::Shop;

/// The check, the replies and the reminders of a shop.
pub struct Stock {
    /// The check.
    pub checker: Checker,
    /// The quick replies, in the packs' order.
    pub replies: Vec<Reply>,
    /// The words that remind.
    pub reminders: Vec<Reminder>,
    /// How often, how soon and when buyers are reminded.
    pub limits: Settings,
    /// What is recognised in a buyer's words about paying.
    pub ear: Ear,
    /// What is recognised as a promise in the agent's words.
    pub pledges: Pledges,
    /// The format that a site adapter has to keep to, as a schema.
    pub adapters: Value,
}

impl Stock {
    /// The stock of a shop. What does not compile is left out and said in the
    /// problems.
    pub fn new(packs: Packs, shop: &Shop) -> (Self, Vec<Problem>) {
        let (checker, problems) = Checker::new(&packs.rules, shop);
        let Packs { replies, reminders, limits, ear, pledges, adapters, .. } = packs;
        (Self { checker, replies, reminders, limits, ear, pledges, adapters }, problems)
    }
}
