//! What a desk works with.

use super::packs::Packs;
use crate::order::Reminder;
use crate::pack::Problem;
use crate::reply::Reply;
use crate::rule::Checker;
use crate::shop::Shop;

/// The check, the replies and the reminders of a shop.
pub struct Stock {
    /// The check.
    pub checker: Checker,
    /// The quick replies, in the packs' order.
    pub replies: Vec<Reply>,
    /// The reminders; the first is the one that is used.
    pub reminders: Vec<Reminder>,
}

impl Stock {
    /// The stock of a shop. What does not compile is left out and said in the
    /// problems.
    pub fn new(packs: Packs, shop: &Shop) -> (Self, Vec<Problem>) {
        let (checker, problems) = Checker::new(&packs.rules, shop);
        (Self { checker, replies: packs.replies, reminders: packs.reminders }, problems)
    }
}
