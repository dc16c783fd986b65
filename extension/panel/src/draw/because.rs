//! Why an order is reminded now, later or never, in words.

use deti::order::{Reason, clock};

use super::time::{length, moment};
use crate::screen::Screen;
use crate::word;

/// All reasons in one line. `status` is what the page calls the order's status.
pub(super) fn all(screen: &Screen, reasons: &[Reason], status: &str, now: u64) -> String {
    // Of an order that is over, nothing else holds a reminder back.
    let over = matches!(reasons, [Reason::Paid | Reason::Closed, ..]);
    let told = if over { &reasons[..1] } else { reasons };
    let said = told.iter().map(|reason| one(screen, reason, status, now));
    said.collect::<Vec<_>>().join(" · ")
}

/// The same about a buyer who asked: what is early is a question, not an order.
pub(super) fn of_asked(screen: &Screen, reasons: &[Reason], now: u64) -> String {
    let said = reasons.iter().map(|reason| match reason {
        Reason::TooEarly { age, wait } => screen
            .say_with(word::BECAUSE_ASKED_EARLY, &[&length(screen, *age), &length(screen, *wait)]),
        other => one(screen, other, "", now),
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// One reason.
pub(super) fn one(screen: &Screen, reason: &Reason, status: &str, now: u64) -> String {
    let with = |word: &str, arguments: &[&str]| screen.say_with(word, arguments);
    let at = |at: u64| moment(screen, at, now);
    let count = |count: &u32| count.to_string();
    let lengths = |word: &str, age: u32, wait: u32| {
        screen.say_with(word, &[&length(screen, age), &length(screen, wait)])
    };
    match reason {
        Reason::Due { number } => with(word::BECAUSE_DUE, &[&count(number)]),
        Reason::Paid => screen.say(word::BECAUSE_PAID),
        Reason::Closed => screen.say(word::BECAUSE_CLOSED),
        Reason::Expired { closed } => with(word::BECAUSE_EXPIRED, &[&at(*closed)]),
        Reason::RefundOpen { order: None } => screen.say(word::BECAUSE_REFUND),
        Reason::RefundOpen { order: Some(order) } => with(word::BECAUSE_REFUND_OTHER, &[order]),
        // The words of a chat are not kept over a reload.
        Reason::ComplaintOpen { said } if said.is_empty() => {
            screen.say(word::BECAUSE_COMPLAINT_BEFORE)
        }
        Reason::Declined { said: Some(said) } if said.is_empty() => {
            screen.say(word::BECAUSE_DECLINED_BEFORE)
        }
        Reason::SaidLater { until, said: Some(said) } if said.is_empty() => match until {
            Some(until) => with(word::BECAUSE_SAID_LATER_BEFORE, &[&at(*until)]),
            None => screen.say(word::BECAUSE_SAID_OPEN_BEFORE),
        },
        Reason::ComplaintOpen { said } => with(word::BECAUSE_COMPLAINT, &[said]),
        Reason::Declined { said: Some(said) } => with(word::BECAUSE_DECLINED, &[said]),
        Reason::Declined { said: None } => screen.say(word::BECAUSE_DECLINED_MARKED),
        Reason::LeftAlone => screen.say(word::BECAUSE_LEFT_ALONE),
        Reason::Duplicate => screen.say(word::BECAUSE_DUPLICATE),
        Reason::UnknownStatus if status.is_empty() => screen.say(word::BECAUSE_NO_STATUS),
        Reason::UnknownStatus => with(word::BECAUSE_UNKNOWN, &[status]),
        Reason::Amount => screen.say(word::BECAUSE_AMOUNT),
        Reason::CeilingTotal { sent } => with(word::BECAUSE_CEILING_TOTAL, &[&count(sent)]),
        Reason::ClosesFirst { closes } => with(word::BECAUSE_CLOSES_FIRST, &[&at(*closes)]),
        Reason::TooEarly { age, wait } => lengths(word::BECAUSE_TOO_EARLY, *age, *wait),
        Reason::RecentReminder { age, wait } => lengths(word::BECAUSE_RECENT_REMINDER, *age, *wait),
        Reason::NotLast { closes: Some(_) } => screen.say(word::BECAUSE_NOT_LAST),
        Reason::NotLast { closes: None } => screen.say(word::BECAUSE_NO_LAST),
        Reason::RecentContact { age } => {
            with(word::BECAUSE_RECENT_CONTACT, &[&length(screen, *age)])
        }
        Reason::ContactToday => screen.say(word::BECAUSE_CONTACT_TODAY),
        Reason::SaidLater { until: Some(until), said: Some(said) } => {
            with(word::BECAUSE_SAID_LATER, &[said, &at(*until)])
        }
        Reason::SaidLater { until: None, said: Some(said) } => {
            with(word::BECAUSE_SAID_OPEN, &[said])
        }
        Reason::SaidLater { until: Some(until), said: None } => {
            with(word::BECAUSE_LATER_MARKED, &[&at(*until)])
        }
        Reason::SaidLater { until: None, said: None } => screen.say(word::BECAUSE_LATER_OPEN),
        Reason::Unread { count: unread } => with(word::BECAUSE_UNREAD, &[&count(unread)]),
        Reason::CeilingDay { sent } => with(word::BECAUSE_CEILING_DAY, &[&count(sent)]),
        Reason::CeilingBuyer { sent } => with(word::BECAUSE_CEILING_BUYER, &[&count(sent)]),
        Reason::CeilingAll { sent } => with(word::BECAUSE_CEILING_ALL, &[&count(sent)]),
        Reason::QuietHours { from, to } => with(word::BECAUSE_QUIET, &[&clock(*from), &clock(*to)]),
        Reason::UntilMorning { from, to } => {
            with(word::BECAUSE_UNTIL_MORNING, &[&clock(*from), &clock(*to)])
        }
        Reason::SameBuyer { order } => with(word::BECAUSE_SAME_BUYER, &[order]),
        Reason::Unusual { from, to } => with(word::BECAUSE_UNUSUAL, &[&clock(*from), &clock(*to)]),
        Reason::NotCredited { from } => with(word::BECAUSE_NOT_CREDITED, &[&at(*from)]),
        Reason::Unverified { closes } => with(word::BECAUSE_UNVERIFIED, &[&at(*closes)]),
        Reason::FirstSeen => screen.say(word::BECAUSE_FIRST_SEEN),
        Reason::Several { orders } => {
            with(word::BECAUSE_SEVERAL, &[&(orders.len() + 1).to_string()])
        }
        Reason::Ordered => screen.say(word::BECAUSE_ORDERED),
        Reason::SaysBought => screen.say(word::BECAUSE_SAYS_BOUGHT),
        Reason::SaysPaid => screen.say(word::BECAUSE_SAYS_PAID),
        Reason::Unanswered => screen.say(word::BECAUSE_UNANSWERED),
        Reason::TooOld { age } => with(word::BECAUSE_TOO_OLD, &[&length(screen, *age)]),
    }
}
