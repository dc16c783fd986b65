//! Buyers who asked and did not order: whether to follow up, and why not.
//!
//! The limits are their own. Who waits for an answer is answered, not followed up.

use crate::order::limits::Limits;
use crate::order::moment::minutes;
use crate::order::past::Facts;
use crate::order::plan::{Waits, complaint, declined, later, says_bought};
use crate::order::reason::{Decision, Reason};
use crate::zone::{MINUTE, Zone};

/// Decides about a buyer who asked. `ordered` is whether an order of this buyer is
/// known that is not closed.
pub fn follow_up(
    facts: &Facts,
    ordered: bool,
    limits: &Limits,
    zone: &Zone,
    now: u64,
) -> (Decision, Vec<Reason>) {
    let mut never = Vec::new();
    if ordered {
        never.push(Reason::Ordered);
    }
    if facts.left_alone {
        never.push(Reason::LeftAlone);
    }
    never.extend(complaint(facts, limits, now, 0));
    never.extend(declined(facts, None, 0));
    never.extend(says_bought(facts, limits, now));
    let sent = u32::try_from(facts.followed.len()).unwrap_or(u32::MAX);
    if sent >= limits.ask_total {
        never.push(Reason::CeilingTotal { sent });
    }
    let age = now.saturating_sub(facts.asked);
    if age > u64::from(limits.ask_days) * 1440 * MINUTE {
        never.push(Reason::TooOld { age: minutes(facts.asked, now) });
    }
    if !never.is_empty() {
        return (Decision::Never, never);
    }

    let mut waits = Waits::new(now);
    let after = |from: u64, wait: u32| from.saturating_add(u64::from(wait) * MINUTE);
    if facts.waiting {
        waits.open(Reason::Unanswered);
    }
    let wait = limits.ask_first;
    let reason = Reason::TooEarly { age: minutes(facts.asked, now), wait };
    waits.until(reason, after(facts.asked, wait));
    if let Some(&last) = facts.followed.last() {
        let wait = limits.ask_gap;
        let reason = Reason::RecentReminder { age: minutes(last, now), wait };
        waits.until(reason, after(last, wait));
    }
    if let Some((until, said)) = later(facts, limits, zone, 0) {
        let reason = Reason::SaidLater { until, said: Some(said) };
        match until {
            Some(until) => waits.until(reason, until),
            None => waits.open(reason),
        }
    }
    if facts.contact > 0 {
        let contact = facts.contact.min(now);
        let reason = Reason::RecentContact { age: minutes(contact, now) };
        waits.until(reason, after(contact, limits.contact));
        if limits.contact_today && zone.day(contact) == zone.day(now) {
            waits.until(Reason::ContactToday, zone.midnight_after(now));
        }
    }
    let today = zone.day(now);
    let of_today = facts.followed.iter().filter(|at| zone.day(**at) == today).count();
    let of_today = u32::try_from(of_today).unwrap_or(u32::MAX);
    if of_today >= limits.ask_day {
        waits.until(Reason::CeilingDay { sent: of_today }, zone.midnight_after(now));
    }
    waits.decide(sent.saturating_add(1), limits.quiet, zone, zone.minute(now))
}
