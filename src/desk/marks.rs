//! What the agent says about an order that no page shows: that it was paid since, is
//! not wanted, was reminded in another way, or that the buyer's words do not hold it
//! back; and that the last of this is taken back.

use crate::desk::Desk;
use crate::desk::view::Say;
use crate::order::{Cause, Decision, Mark, Order, Past, Planned, Reason, Sent, Status};
use crate::zone::MINUTE;

impl Desk {
    /// The agent says this about an order, if it can be said of it now: a key that is
    /// pressed twice says it once.
    pub(super) fn say(&mut self, id: &str, say: Say) {
        let order = self.orders.book.get(id);
        let sayable = order.map(|order| self.sayable(order, self.planned(order)));
        if !sayable.is_some_and(|list| list.contains(&say)) {
            return;
        }
        let now = self.now;
        let tomorrow = self.tomorrow_morning();
        let book = &mut self.orders.book;
        match say {
            Say::Declined => book.mark(id, Some(Mark::Declined)),
            Say::Paid => book.mark(id, Some(Mark::Paid)),
            Say::Reminded => book.sent(&[id.to_owned()], Sent::ELSEWHERE, now),
            Say::Wanted => book.mark(id, Some(Mark::Open(now))),
            Say::Tomorrow => book.mark(id, Some(Mark::Later(tomorrow))),
            Say::Alone => book.know_buyer_of(id, |facts| facts.left_alone = true),
            Say::TakeBack => self.take_back(id),
        }
    }

    /// What the agent can say about an order now, in the order in which it is offered.
    pub(super) fn sayable(&self, order: &Order, planned: Option<&Planned>) -> Vec<Say> {
        let nothing = Past::default();
        let past = self.orders.book.past(&order.id()).unwrap_or(&nothing);
        let Some(planned) = planned.filter(|_| order.status == Status::Unpaid) else {
            return Vec::new();
        };
        let reasons = &planned.reasons;
        let may = planned.decision != Decision::Never;
        let declined = reasons.iter().any(|reason| matches!(reason, Reason::Declined { .. }));
        let just = past.sent.last().is_some_and(|it| self.now.saturating_sub(it.at) < MINUTE);
        let mut list = Vec::new();
        let mark = self.mark_of(past);
        let over = matches!(mark, Some(Mark::Declined | Mark::Paid));
        if !over && past.cause != Some(Cause::Unwanted) {
            let later = matches!(mark, Some(Mark::Later(_)));
            let open = [
                (Say::Wanted, reasons.iter().any(is_heard)),
                (Say::Declined, !declined),
                (Say::Paid, true),
                (Say::Reminded, may && !just),
                (Say::Tomorrow, may && !later),
                (Say::Alone, !reasons.contains(&Reason::LeftAlone)),
            ];
            list.extend(open.into_iter().filter(|(_, offered)| *offered).map(|(say, _)| say));
        }
        if self.can_take_back(past, reasons) {
            list.push(Say::TakeBack);
        }
        list
    }

    /// The mark of an order; one for a time that has passed says nothing any longer.
    fn mark_of(&self, past: &Past) -> Option<Mark> {
        past.mark.filter(|mark| !matches!(mark, Mark::Later(until) if *until <= self.now))
    }

    /// The reminder that the agent noted today, if it was the last one.
    fn noted_today(&self, past: &Past) -> Option<u64> {
        let last = past.sent.last().filter(|it| it.reminder == Sent::ELSEWHERE)?;
        (self.zone.day(last.at) == self.zone.day(self.now)).then_some(last.at)
    }

    fn can_take_back(&self, past: &Past, reasons: &[Reason]) -> bool {
        self.mark_of(past).is_some()
            || past.cause == Some(Cause::Unwanted)
            || reasons.contains(&Reason::LeftAlone)
            || self.noted_today(past).is_some()
    }

    /// Takes back what stands highest of what the agent said about an order.
    fn take_back(&mut self, id: &str) {
        let Some(past) = self.orders.book.past(id).cloned() else { return };
        let noted = self.noted_today(&past);
        let alone = self.orders.book.get(id).and_then(|order| self.planned(order));
        let alone = alone.is_some_and(|it| it.reasons.contains(&Reason::LeftAlone));
        let mark = self.mark_of(&past);
        let book = &mut self.orders.book;
        if mark.is_some() {
            book.mark(id, None);
        } else if past.cause == Some(Cause::Unwanted) {
            book.because(id, None);
        } else if alone {
            book.know_buyer_of(id, |facts| facts.left_alone = false);
        } else if let Some(at) = noted {
            book.unsent(id, at);
        }
    }

    /// When tomorrow's morning begins by the shop's own limits.
    pub(super) fn tomorrow_morning(&self) -> u64 {
        let morning = self.orders.limits.of(&self.site).morning.0;
        self.zone.moment(self.zone.day(self.now).plus(1), morning)
    }
}

/// Whether it is the buyer's words that hold an order back.
fn is_heard(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::Declined { said: Some(_) }
            | Reason::ComplaintOpen { .. }
            | Reason::SaysPaid
            | Reason::SaidLater { said: Some(_), .. }
    )
}
