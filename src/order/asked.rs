//! Buyers who asked and did not order: whether to follow up, and why not.
//!
//! The limits are their own. Who waits for an answer is answered, not followed up.

use crate::order::limits::Limits;
use crate::order::moment::minutes;
use crate::order::past::Facts;
use crate::order::plan::{Waits, complaint, declined, end_of, later};
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
    never.extend(complaint(facts, limits, now));
    never.extend(declined(facts, None));
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
    if let Some((until, said)) = later(facts, limits, zone) {
        let reason = Reason::SaidLater { until, said: Some(said) };
        match until {
            Some(until) => waits.until(reason, until),
            None => waits.open(reason),
        }
    }
    let today = zone.day(now);
    let sent = facts.followed.iter().filter(|at| zone.day(**at) == today).count();
    let sent = u32::try_from(sent).unwrap_or(u32::MAX);
    if sent >= limits.ask_day {
        waits.until(Reason::CeilingDay { sent }, zone.midnight_after(now));
    }
    let quiet = limits.quiet;
    if quiet.holds(zone.minute(now)) {
        let reason = Reason::QuietHours { from: quiet.from, to: quiet.to };
        waits.until(reason, end_of(quiet.to, zone, now));
    }
    match waits.end() {
        None => (Decision::Remind, vec![Reason::Due { number: sent.saturating_add(1) }]),
        Some(until) => {
            let quiet_then = |end: &u64| quiet.holds(zone.minute(*end));
            let until =
                until.map(|end| if quiet_then(&end) { end_of(quiet.to, zone, end) } else { end });
            (Decision::Wait { until }, waits.reasons())
        }
    }
}
