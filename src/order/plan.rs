//! Whether to remind, order by order, and why.
//!
//! The plan is a function of what is known and of the moment: asked again with the
//! same, it says the same. Every number in it is a [`Limits`] setting. Where an
//! order waits, the moment that it waits for is one at which it will be decided
//! anew, not a promise.

use std::collections::BTreeMap;

use crate::order::heard::{Cause, Meaning};
use crate::order::limits::{Limits, Settings};
use crate::order::moment::minutes;
use crate::order::past::{Buyer, Buyers, Facts, History, Mark, Past};
use crate::order::reason::{Decision, Reason};
use crate::order::{Order, Status};
use crate::zone::{MINUTE, Zone};

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
    speak_for_others(known.orders, &crowd, &mut planned);
    planned
}

/// What one order cannot tell: what else there is of the same number, of the
/// same buyer, what was sent today, and when today is.
struct Crowd {
    /// The first moments of today and of tomorrow.
    today: (u64, u64),
    /// The minute of the day.
    minute: u32,
    /// For each order, the place of its buyer; none if nobody knows the buyer.
    buyer: Vec<Option<usize>>,
    /// For each order, whether the same number was seen later.
    outdated: Vec<bool>,
    buyers: Vec<Together>,
    sent_today: u32,
}

/// What is known of all orders of one buyer together.
#[derive(Default)]
struct Together {
    id: String,
    orders: Vec<usize>,
    refund: Option<usize>,
    last_sent: Option<u64>,
    sent_today: u32,
}

impl Crowd {
    fn of(known: Known<'_>, now: u64) -> Self {
        let Known { orders, history, zone, .. } = known;
        let mut newest: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut outdated = vec![false; orders.len()];
        for (place, order) in orders.iter().enumerate().filter(|(_, it)| !it.number.is_empty()) {
            let best = newest.entry((&order.number, &order.platform)).or_insert(place);
            let (old, new) = if orders[*best].seen <= order.seen {
                (std::mem::replace(best, place), place)
            } else {
                (place, *best)
            };
            outdated[old] = old != new;
        }
        let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut buyers: Vec<Together> = Vec::new();
        let mut buyer = Vec::with_capacity(orders.len());
        for (place, order) in orders.iter().enumerate() {
            let Some(known) = order.buyer.known() else {
                buyer.push(None);
                continue;
            };
            let at = *places.entry((known, &order.platform)).or_insert_with(|| {
                let id = order.buyer.id(&order.platform).unwrap_or_default();
                buyers.push(Together { id, ..Together::default() });
                buyers.len() - 1
            });
            buyer.push(Some(at));
            if !outdated[place] {
                buyers[at].orders.push(place);
                if order.status == Status::Refunding {
                    buyers[at].refund = Some(place);
                }
            }
        }
        let midnight = zone.moment(zone.day(now), 0);
        let today = (midnight, zone.midnight_after(now));
        let minute = zone.minute(now);
        let mut sent: Vec<u64> = Vec::new();
        for together in &mut buyers {
            let past = together.orders.iter().filter_map(|it| history.get(&orders[*it].number));
            // One message for several orders is noted with each of them.
            sent.clear();
            sent.extend(past.flat_map(|past| past.sent.iter().map(|it| it.at)));
            sent.sort_unstable();
            sent.dedup();
            together.last_sent = sent.iter().copied().filter(|at| *at <= now).max();
            let today = sent.iter().filter(|at| (midnight..=now).contains(at)).count();
            together.sent_today = u32::try_from(today).unwrap_or(u32::MAX);
        }
        let alone = (0..orders.len()).filter(|place| buyer[*place].is_none());
        let alone = alone.filter_map(|place| history.get(&orders[place].number));
        let of_today = |past: &Past| {
            let sent = past.sent.iter().filter(|it| (midnight..=now).contains(&it.at)).count();
            u32::try_from(sent).unwrap_or(u32::MAX)
        };
        let of_buyers: u32 = buyers.iter().map(|together| together.sent_today).sum();
        let sent_today = of_buyers.saturating_add(alone.map(of_today).sum());
        Self { today, minute, buyer, outdated, buyers, sent_today }
    }
}

/// One order with everything that is weighed about it.
struct Case<'a> {
    known: Known<'a>,
    order: &'a Order,
    past: &'a Past,
    facts: &'a Facts,
    limits: &'a Limits,
    together: Option<&'a Together>,
    outdated: bool,
    crowd: &'a Crowd,
    now: u64,
    closes: Option<u64>,
    reasons: Vec<Reason>,
}

/// A buyer of whom nothing is known, and an order about which nothing was done.
static NOBODY: Facts = Facts {
    platform: String::new(),
    buyer: Buyer { key: String::new(), name: String::new() },
    heard: Vec::new(),
    contact: 0,
    returning: false,
    unread: 0,
    left_alone: false,
    asked: 0,
    waiting: false,
    followed: Vec::new(),
    offline: false,
};
static NOTHING: Past =
    Past { first_seen: 0, sent: Vec::new(), mark: None, paid: None, cause: None };

impl<'a> Case<'a> {
    fn new(known: Known<'a>, crowd: &'a Crowd, place: usize, now: u64) -> Self {
        let order = &known.orders[place];
        let together = crowd.buyer[place].map(|at| &crowd.buyers[at]);
        let limits = known.settings.of(&order.platform);
        let by_table = || {
            let length = u64::from(limits.closes?).saturating_mul(MINUTE);
            Some(order.created?.saturating_add(length))
        };
        Self {
            known,
            order,
            past: known.history.get(&order.number).unwrap_or(&NOTHING),
            facts: together.and_then(|it| known.buyers.get(&it.id)).unwrap_or(&NOBODY),
            limits,
            together,
            outdated: crowd.outdated[place],
            crowd,
            now,
            closes: order.closes.or_else(by_table),
            reasons: Vec::new(),
        }
    }

    fn decide(mut self) -> Planned {
        let never = self.outdated || self.never();
        if self.outdated {
            self.reasons.push(Reason::Duplicate);
        }
        let decision = if never { Decision::Never } else { self.now_or_later() };
        let sent = u32::try_from(self.past.sent.len()).unwrap_or(u32::MAX);
        if self.order.status == Status::Unpaid && !self.outdated {
            self.hints(decision);
        }
        Planned {
            decision,
            cause: self.cause(),
            number: sent.saturating_add(1),
            closes: self.closes,
            others: Vec::new(),
            reasons: self.reasons,
        }
    }

    /// Why the order is never reminded as things are, if it is not.
    fn never(&mut self) -> bool {
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
        if marked == Some(Mark::Declined) {
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
        if marked != Some(Mark::Open) {
            reasons.extend(complaint(self.facts, self.limits, self.now));
            reasons.extend(declined(self.facts, Some(self.order)));
        }
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

    /// Whether a reminder is due, else until when it waits.
    fn now_or_later(&mut self) -> Decision {
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
        match self.past.mark {
            Some(Mark::Later(until)) => {
                waits.until(Reason::SaidLater { until: Some(until), said: None }, until);
            }
            Some(Mark::Open) => {}
            _ => {
                if let Some((until, said)) = later(self.facts, limits, zone) {
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
        let quiet = Reason::QuietHours { from: limits.quiet.from, to: limits.quiet.to };
        if limits.quiet.holds(self.crowd.minute) {
            waits.until(quiet, end_of(limits.quiet.to, zone, now));
        }
        let Some(mut until) = waits.end() else {
            self.reasons.push(Reason::Due { number });
            return Decision::Remind;
        };
        self.reasons.extend(waits.reasons());
        if let Some(end) = until.filter(|end| limits.quiet.holds(zone.minute(*end))) {
            until = Some(end_of(limits.quiet.to, zone, end));
        }
        match (until, self.closes) {
            (Some(until), Some(closes)) if closes <= until => {
                self.reasons.insert(0, Reason::ClosesFirst { closes });
                Decision::Never
            }
            _ => Decision::Wait { until },
        }
    }

    /// What is worth knowing beside the decision.
    fn hints(&mut self, decision: Decision) {
        let (limits, now) = (self.limits, self.now);
        if let (Some(closes), None) = (self.closes, self.order.closes) {
            self.reasons.push(Reason::Unverified { closes });
        }
        if decision == Decision::Never {
            return;
        }
        if self.order.created.is_none() {
            self.reasons.push(Reason::FirstSeen);
        }
        if decision != Decision::Remind {
            return;
        }
        let usual = limits.usual;
        if usual.from != usual.to && !usual.holds(self.crowd.minute) {
            self.reasons.push(Reason::Unusual { from: usual.from, to: usual.to });
        }
        if let Some(credited) = limits.credited {
            let from = self.placed().saturating_add(u64::from(credited) * MINUTE);
            if now < from {
                self.reasons.push(Reason::NotCredited { from });
            }
        }
    }

    /// When it was placed, else when it was first seen.
    fn placed(&self) -> u64 {
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

    /// Why it is unpaid: what the agent chose, else what the buyer said last.
    fn cause(&self) -> Cause {
        let heard = self.facts.heard.iter().rev().find_map(|heard| heard.cause());
        self.past.cause.or(heard).unwrap_or_default()
    }
}

/// What an order waits for.
pub(super) struct Waits {
    now: u64,
    /// Why, and until when; without a moment it is not a matter of time.
    list: Vec<(Reason, Option<u64>)>,
}

impl Waits {
    pub fn new(now: u64) -> Self {
        Self { now, list: Vec::new() }
    }

    pub fn until(&mut self, reason: Reason, until: u64) {
        if until > self.now {
            self.list.push((reason, Some(until)));
        }
    }

    pub fn open(&mut self, reason: Reason) {
        self.list.push((reason, None));
    }

    /// Until when it waits for all of them; none if it does not wait.
    pub fn end(&self) -> Option<Option<u64>> {
        let latest = self.list.iter().map(|(_, until)| until.unwrap_or(u64::MAX)).max()?;
        Some((latest != u64::MAX).then_some(latest))
    }

    /// The reasons; that which holds longest stands first.
    pub fn reasons(self) -> Vec<Reason> {
        let mut list = self.list;
        let mut reasons = Vec::with_capacity(list.len());
        while !list.is_empty() {
            let held = |place: &usize| list[*place].1.unwrap_or(u64::MAX);
            // Of several that end together, the first that was weighed.
            let next = (0..list.len()).rev().max_by_key(held).unwrap_or(0);
            reasons.push(list.remove(next).0);
        }
        reasons
    }
}

/// The next moment at which the clock shows this minute.
pub(super) fn end_of(minute: u32, zone: &Zone, now: u64) -> u64 {
    let today = zone.moment(zone.day(now), minute);
    if today > now { today } else { zone.moment(zone.day(now).plus(1), minute) }
}

/// The complaint that is open, if one is.
pub(super) fn complaint(facts: &Facts, limits: &Limits, now: u64) -> Option<Reason> {
    let about = |meaning| matches!(meaning, Meaning::Complaint | Meaning::Settled);
    let last = facts.heard.iter().rev().find(|heard| about(heard.meaning))?;
    let fresh = now.saturating_sub(last.at) <= u64::from(limits.complaint_days) * 1440 * MINUTE;
    let open = last.meaning == Meaning::Complaint && fresh;
    open.then(|| Reason::ComplaintOpen { said: last.words.clone() })
}

/// That the buyer declined, unless something else was said since, or before the
/// order was placed.
pub(super) fn declined(facts: &Facts, order: Option<&Order>) -> Option<Reason> {
    let about = |meaning| matches!(meaning, Meaning::Declined | Meaning::Wants | Meaning::Later);
    let last = facts.heard.iter().rev().find(|heard| about(heard.meaning))?;
    let placed = order.and_then(|order| order.created);
    let earlier = placed.is_some_and(|created| last.at < created);
    let declined = last.meaning == Meaning::Declined && !earlier;
    declined.then(|| Reason::Declined { said: Some(last.words.clone()) })
}

/// The time that the buyer named last, and the words.
pub(super) fn later(facts: &Facts, limits: &Limits, zone: &Zone) -> Option<(Option<u64>, String)> {
    let about = |meaning| matches!(meaning, Meaning::Declined | Meaning::Wants | Meaning::Later);
    let last = facts.heard.iter().rev().find(|heard| about(heard.meaning))?;
    let until = last.when.filter(|_| last.meaning == Meaning::Later)?;
    Some((until.moment(last.at, zone, limits), last.words.clone()))
}

/// Of a buyer's orders that are due together, the one that closes first speaks
/// for the others; of those, the one of the highest amount.
fn speak_for_others(orders: &[Order], crowd: &Crowd, planned: &mut [Planned]) {
    for together in crowd.buyers.iter().filter(|it| it.orders.len() > 1) {
        let due = |place: &&usize| planned[**place].decision == Decision::Remind;
        let due: Vec<usize> = together.orders.iter().filter(due).copied().collect();
        let stake = |place: &usize| {
            let amount = orders[*place].amount.as_ref().map_or(0, |amount| amount.hundredths);
            let closes = planned[*place].closes.unwrap_or(u64::MAX);
            (closes, u64::MAX - amount, orders[*place].created, *place)
        };
        let Some(first) = due.iter().copied().min_by_key(stake) else { continue };
        let others: Vec<usize> = due.into_iter().filter(|place| *place != first).collect();
        if others.is_empty() {
            continue;
        }
        for &other in &others {
            let order = orders[first].number.clone();
            planned[other].decision = Decision::Wait { until: None };
            planned[other].reasons = vec![Reason::SameBuyer { order }];
        }
        let named = others.iter().map(|other| orders[*other].number.clone()).collect();
        planned[first].reasons.push(Reason::Several { orders: named });
        planned[first].others = others;
    }
}
