//! What a buyer's words decide: a complaint, a refusal, a time that was named.

use crate::order::heard::{Heard, Meaning};
use crate::order::limits::Limits;
use crate::order::past::Facts;
use crate::order::reason::Reason;
use crate::order::{Order, When};
use crate::zone::{MINUTE, Zone};

/// What was said after a moment, the last first; with 0, all that was said.
pub(super) fn since(facts: &Facts, since: u64) -> impl Iterator<Item = &Heard> {
    facts.heard.iter().rev().filter(move |heard| since == 0 || heard.at > since)
}

/// The complaint that is open, if one is.
pub(in crate::order) fn complaint(
    facts: &Facts,
    limits: &Limits,
    now: u64,
    after: u64,
) -> Option<Reason> {
    let about = |meaning| matches!(meaning, Meaning::Complaint | Meaning::Settled);
    let last = since(facts, after).find(|heard| about(heard.meaning))?;
    let fresh = now.saturating_sub(last.at) <= u64::from(limits.complaint_days) * 1440 * MINUTE;
    let open = last.meaning == Meaning::Complaint && fresh;
    open.then(|| Reason::ComplaintOpen { said: last.words.clone() })
}

/// Whether these words refuse, or take a refusal back: a wish does, and a time that is
/// named. Whoever wants to look around first has taken nothing back.
fn decides(heard: &Heard) -> bool {
    match heard.meaning {
        Meaning::Declined | Meaning::Wants => true,
        Meaning::Later => !matches!(heard.when, Some(When::Thinking | When::Unnamed)),
        _ => false,
    }
}

/// That the buyer declined, unless something else was said since, or before the
/// order was placed.
pub(in crate::order) fn declined(
    facts: &Facts,
    order: Option<&Order>,
    after: u64,
) -> Option<Reason> {
    let last = since(facts, after).find(|heard| decides(heard))?;
    let placed = order.and_then(|order| order.created);
    let earlier = placed.is_some_and(|created| last.at < created);
    let declined = last.meaning == Meaning::Declined && !earlier;
    declined.then(|| Reason::Declined { said: Some(last.words.clone()) })
}

/// When the buyer said that this order is paid, if nothing that was said since puts it
/// in doubt. What was said before the order was placed is of another one.
pub(in crate::order) fn says_paid(facts: &Facts, order: &Order) -> Option<u64> {
    let about = |heard: &&Heard| {
        decides(heard) || matches!(heard.meaning, Meaning::Paid | Meaning::Payment | Meaning::Later)
    };
    let last = facts.heard.iter().rev().find(about)?;
    let earlier = order.created.is_some_and(|created| last.at < created);
    (last.meaning == Meaning::Paid && !earlier).then_some(last.at)
}

/// Whether the buyer spoke of something bought here, within the days in which a
/// question is come back to: the next words may be about that as well.
pub(in crate::order) fn says_bought(facts: &Facts, limits: &Limits, now: u64) -> Option<Reason> {
    let days = u64::from(limits.ask_days) * 1440 * MINUTE;
    let about = |heard: &Heard| matches!(heard.meaning, Meaning::Paid | Meaning::Bought);
    let fresh = |heard: &Heard| now.saturating_sub(heard.at) <= days;
    facts.heard.iter().any(|heard| about(heard) && fresh(heard)).then_some(Reason::SaysBought)
}

/// The time that the buyer named last, and the words.
pub(in crate::order) fn later(
    facts: &Facts,
    limits: &Limits,
    zone: &Zone,
    after: u64,
) -> Option<(Option<u64>, String)> {
    let about = |meaning| matches!(meaning, Meaning::Declined | Meaning::Wants | Meaning::Later);
    let last = since(facts, after).find(|heard| about(heard.meaning))?;
    let until = last.when.filter(|_| last.meaning == Meaning::Later)?;
    Some((until.moment(last.at, zone, limits), last.words.clone()))
}
