//! Why an order is never reminded, as things are.

use super::case::Case;
use super::{complaint, declined};
use crate::order::Status;
use crate::order::heard::Cause;
use crate::order::past::Mark;
use crate::order::reason::Reason;

impl Case<'_> {
    /// Why the order is never reminded as things are, if it is not.
    pub fn never(&mut self) -> bool {
        let reasons = &mut self.reasons;
        let marked = self.past.mark;
        match self.order.status {
            Status::Paid => reasons.push(Reason::Paid),
            Status::Closed => reasons.push(Reason::Closed),
            Status::Refunding => reasons.push(Reason::RefundOpen { order: None }),
            Status::Unknown => reasons.push(Reason::UnknownStatus),
            Status::Unpaid => {}
        }
        if self.order.status == Status::Unpaid {
            if marked == Some(Mark::Paid) {
                reasons.push(Reason::Paid);
            }
            if let Some(closed) = self.closes.filter(|closes| *closes <= self.now) {
                reasons.push(Reason::Expired { closed });
            }
        }
        if marked == Some(Mark::Declined) || self.past.cause == Some(Cause::Unwanted) {
            reasons.push(Reason::Declined { said: None });
        }
        if self.facts.left_alone {
            reasons.push(Reason::LeftAlone);
        }
        if let Some(other) = self.together.and_then(|it| it.refund) {
            let other = &self.known.orders[other].number;
            if *other != self.order.number {
                reasons.push(Reason::RefundOpen { order: Some(other.clone()) });
            }
        }
        let since = self.past.open_since();
        reasons.extend(complaint(self.facts, self.limits, self.now, since));
        reasons.extend(declined(self.facts, Some(self.order), since));
        let amount = self.order.amount.as_ref().map(|amount| amount.hundredths);
        let out = |amount: u64| {
            self.limits.amount_least.is_some_and(|least| amount < least.into())
                || self.limits.amount_most.is_some_and(|most| amount > most.into())
        };
        if self.order.status == Status::Unpaid && amount.is_some_and(out) {
            reasons.push(Reason::Amount);
        }
        let sent = u32::try_from(self.past.sent.len()).unwrap_or(u32::MAX);
        if self.order.status == Status::Unpaid && sent >= self.limits.order_total {
            reasons.push(Reason::CeilingTotal { sent });
        }
        !reasons.is_empty()
    }
}
