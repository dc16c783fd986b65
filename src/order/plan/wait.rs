//! Whether a reminder is due now, and what it waits for otherwise.

use super::case::Case;
use super::waits::Waits;
use super::words::{later, says_paid};
use crate::order::Status;
use crate::order::moment::minutes;
use crate::order::past::Mark;
use crate::order::reason::{Decision, Reason};
use crate::zone::MINUTE;

/// Who says that it is paid may say so a while after the page does.
const ABOUT: u64 = 60 * MINUTE;

impl Case<'_> {
    /// Whether a reminder is due, else until when it waits.
    pub fn now_or_later(&mut self) -> Decision {
        let (limits, zone, now) = (self.limits, self.known.zone, self.now);
        let number = u32::try_from(self.past.sent.len()).unwrap_or(u32::MAX).saturating_add(1);
        let mut waits = Waits::new(now);
        let after = |from: u64, wait: u32| from.saturating_add(u64::from(wait) * MINUTE);
        let (today, midnight) = self.crowd.today;
        if number == 1 {
            let (from, wait) = (self.placed(), self.first());
            let reason = Reason::TooEarly { age: minutes(from, now), wait };
            waits.until(reason, after(from, wait));
        }
        let own = self.past.sent.iter().map(|sent| sent.at).filter(|at| *at <= now).max();
        if let Some(last) = own.max(self.together.and_then(|it| it.last_sent)) {
            let reason = Reason::RecentReminder { age: minutes(last, now), wait: limits.gap };
            waits.until(reason, after(last, limits.gap));
        }
        if number >= 3 {
            let reason = Reason::NotLast { closes: self.closes };
            match self.closes {
                Some(closes) => {
                    waits.until(reason, closes.saturating_sub(u64::from(limits.last) * MINUTE));
                }
                None => waits.open(reason),
            }
        }
        if self.facts.contact > 0 {
            let contact = self.facts.contact.min(now);
            let reason = Reason::RecentContact { age: minutes(contact, now) };
            waits.until(reason, after(contact, limits.contact));
            if limits.contact_today && contact >= today {
                waits.until(Reason::ContactToday, midnight);
            }
        }
        if self.waits_to_be_paid() {
            waits.open(Reason::SaysPaid);
        }
        match self.past.mark {
            // Over, it says nothing about what was said since.
            Some(Mark::Later(until)) if until > now => {
                waits.until(Reason::SaidLater { until: Some(until), said: None }, until);
            }
            _ => {
                let since = self.past.open_since();
                if let Some((until, said)) = later(self.facts, limits, zone, since) {
                    let reason = Reason::SaidLater { until, said: Some(said) };
                    match until {
                        Some(until) => waits.until(reason, until),
                        None => waits.open(reason),
                    }
                }
            }
        }
        if limits.unread > 0 && self.facts.unread >= limits.unread {
            waits.open(Reason::Unread { count: self.facts.unread });
        }
        let sent = self.past.sent.iter();
        let sent = sent.filter(|sent| (today..midnight).contains(&sent.at)).count();
        let sent = u32::try_from(sent).unwrap_or(u32::MAX);
        if sent >= limits.order_day {
            waits.until(Reason::CeilingDay { sent }, midnight);
        }
        let of_buyer = self.together.map_or(0, |it| it.sent_today);
        if of_buyer >= limits.buyer_day {
            waits.until(Reason::CeilingBuyer { sent: of_buyer }, midnight);
        }
        let of_all = self.crowd.sent_today;
        if of_all >= limits.day {
            waits.until(Reason::CeilingAll { sent: of_all }, midnight);
        }
        let (decision, reasons) = waits.decide(number, limits.quiet, zone, self.crowd.minute);
        self.reasons.extend(reasons);
        match (decision, self.closes) {
            (Decision::Wait { until: Some(until) }, Some(closes)) if closes <= until => {
                self.reasons.insert(0, Reason::ClosesFirst { closes });
                Decision::Never
            }
            _ => decision,
        }
    }

    /// Whether the buyer says that this order is paid: unless the words were about
    /// another one, which the page has shown to be paid about then.
    fn waits_to_be_paid(&self) -> bool {
        let since = self.past.open_since();
        let said = says_paid(self.facts, self.order).filter(|at| *at > since);
        let Some(at) = said else { return false };
        let others = self.together.map(|it| it.orders.as_slice()).unwrap_or_default();
        let paid = |place: &usize| {
            let seen = self.crowd.past[*place].paid;
            self.known.orders[*place].status == Status::Paid
                && seen.is_some_and(|seen| seen.saturating_add(ABOUT) >= at)
        };
        !others.iter().any(paid)
    }

    /// When it was placed, else when it was first seen.
    pub fn placed(&self) -> u64 {
        let seen = if self.past.first_seen > 0 { self.past.first_seen } else { self.order.seen };
        self.order.created.unwrap_or(seen)
    }

    /// How long the first reminder waits.
    fn first(&self) -> u32 {
        let limits = self.limits;
        let promotion = limits.promotion_days.contains(&self.known.zone.day(self.now));
        let usual = if self.facts.returning { limits.first_returning } else { limits.first };
        if promotion { usual.min(limits.first_promotion) } else { usual }
    }
}
