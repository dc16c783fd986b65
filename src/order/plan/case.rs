//! One order with everything that is weighed about it.

use super::crowd::{Crowd, Together};
use super::words::since;
use super::{Known, Planned};
use crate::order::heard::{Cause, Heard};
use crate::order::limits::Limits;
use crate::order::past::{Buyer, Facts, Past};
use crate::order::reason::{Decision, Reason};
use crate::order::{Order, Status};
use crate::zone::MINUTE;

/// One order with everything that is weighed about it.
pub(super) struct Case<'a> {
    pub known: Known<'a>,
    pub order: &'a Order,
    pub past: &'a Past,
    pub facts: &'a Facts,
    pub limits: &'a Limits,
    pub together: Option<&'a Together>,
    pub outdated: bool,
    pub crowd: &'a Crowd<'a>,
    pub now: u64,
    pub closes: Option<u64>,
    pub reasons: Vec<Reason>,
}

/// A buyer of whom nothing is known.
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

impl<'a> Case<'a> {
    pub fn new(known: Known<'a>, crowd: &'a Crowd<'a>, place: usize, now: u64) -> Self {
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
            past: crowd.past[place],
            facts: together
                .and_then(|it| it.facts.as_ref().or_else(|| known.buyers.get(&it.id)))
                .unwrap_or(&NOBODY),
            limits,
            together,
            outdated: crowd.outdated[place],
            crowd,
            now,
            closes: order.closes.or_else(by_table),
            reasons: Vec::new(),
        }
    }

    pub fn decide(mut self) -> Planned {
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

    /// What is worth knowing beside the decision.
    fn hints(&mut self, decision: Decision) {
        let (limits, now) = (self.limits, self.now);
        if let (Some(closes), None) = (self.closes, self.order.page_closes()) {
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

    /// Why it is unpaid: what the agent chose, else what the buyer said last.
    fn cause(&self) -> Cause {
        // What was said before it was placed stood in the way of nothing: it was placed.
        let of_it = |heard: &&Heard| self.order.created.is_none_or(|created| heard.at >= created);
        let heard = since(self.facts, self.past.open_since()).filter(of_it).find_map(Heard::cause);
        self.past.cause.or(heard).unwrap_or_default()
    }
}
