//! The book of orders: all that were seen, what was done about them, and what
//! their buyers said, over the days.
//!
//! Of an order that is seen again, what was seen last counts, unless it is less sure
//! ([`Source`](crate::order::Source)). Of two that are as sure, it stays the buyer's
//! with whom it was seen first: a page whose order panel lags behind its conversation
//! would otherwise give it to somebody else.

mod intake;
mod kept;
mod record;

use std::collections::{BTreeMap, BTreeSet};

use crate::kept::Kept;
use crate::order::heard::{Cause, Heard, Meaning};
use crate::order::limits::Settings;
use crate::order::past::{Buyer, Buyers, Facts, History, Mark, Past, Sent};
use crate::order::plan::{Known, Planned, plan};
use crate::order::source::same_order;
use crate::order::{Order, Status};
use crate::zone::{MINUTE, Zone};

pub use intake::{Fate, Intake, Part, Row, TakenIn};

/// Orders that were never waited for are remembered for so many days: one that is
/// refunded holds the buyer's others back, and a file that is a few days old does not
/// make unpaid what the page has shown as paid.
const IDLE_DAYS: u32 = 3;

/// So many things that a buyer said are remembered; older ones give way.
const MOST_HEARD: usize = 20;

/// All orders, and what is known about them. An order is told apart by
/// [`Order::id`].
#[derive(Debug, Default)]
pub struct Book {
    orders: Vec<Order>,
    /// Where each order is, by its id.
    places: BTreeMap<String, usize>,
    history: History,
    buyers: Buyers,
    kept: Kept,
    revision: u64,
}

impl Book {
    /// Counts the changes, so that a plan need not be made twice.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// All orders, in the order in which they were seen first.
    pub fn orders(&self) -> &[Order] {
        &self.orders
    }

    /// The order with this id.
    pub fn get(&self, id: &str) -> Option<&Order> {
        self.places.get(id).and_then(|place| self.orders.get(*place))
    }

    /// What was done about the order with this id.
    pub fn past(&self, id: &str) -> Option<&Past> {
        self.history.get(id)
    }

    /// What is known of a buyer.
    pub fn facts(&self, platform: &str, buyer: &Buyer) -> Option<&Facts> {
        self.buyers.get(&buyer.id(platform)?)
    }

    /// Takes in an order as it was seen. One without a number is nobody's.
    pub fn see(&mut self, order: Order) {
        if order.number.is_empty() {
            return;
        }
        let id = order.id();
        let Some(&place) = self.places.get(&id) else {
            if order.status == Status::Unpaid {
                self.history.entry(id.clone()).or_default().first_seen = order.seen;
            }
            self.touch(&id);
            self.places.insert(id, self.orders.len());
            self.orders.push(order);
            return;
        };
        let known = &mut self.orders[place];
        if order.seen < known.seen {
            return;
        }
        let order = same_order(known, order);
        let past = self.history.entry(id.clone()).or_default();
        if past.first_seen == 0 {
            past.first_seen = known.seen;
        }
        if order.status == Status::Paid && known.status == Status::Unpaid && past.paid.is_none() {
            past.paid = Some(order.seen);
        }
        // Nobody paid, after all.
        if order.status == Status::Unpaid && known.status == Status::Paid {
            past.paid = None;
        }
        let same = Order { seen: known.seen, ..order.clone() } == *known;
        // When it was last seen is kept by the hour: pages say the same again and
        // again.
        let stale = order.seen.saturating_sub(known.seen) >= 60 * MINUTE;
        if same && !stale {
            known.seen = order.seen;
            return;
        }
        // What was said of the buyer of a file goes with the order to its conversation.
        let (was, is) = (known.buyer_id(), order.buyer_id());
        let (platform, buyer) = (order.platform.clone(), order.buyer.clone());
        let unknown = known.buyer.key.is_empty() && !buyer.key.is_empty();
        *known = order;
        self.touch(&id);
        if let (Some(was), Some(is), true) = (was, is, unknown)
            && let Some(facts) = self.buyers.get(&was).cloned()
        {
            self.know_of(&is, &platform, &buyer, |known| *known = known.and(&facts));
        }
    }

    /// Forgets an order that may have been given to the wrong buyer, unless something
    /// was done about it; tells whether it is forgotten.
    pub fn forget(&mut self, id: &str) -> bool {
        let goes = self.past(id).is_none_or(Past::is_untouched);
        if goes {
            self.take_out(&BTreeSet::from([id.to_owned()]));
        }
        goes
    }

    /// Takes these orders out, with what was done about them.
    fn take_out(&mut self, ids: &BTreeSet<String>) {
        self.orders.retain(|order| !ids.contains(&order.id()));
        self.places = self.orders.iter().map(Order::id).zip(0..).collect();
        for id in ids {
            self.history.remove(id);
            self.touch(id);
        }
    }

    /// Takes in what a buyer said. What was on screen already when the conversation
    /// was opened may have been heard before; `fresh` is what was not.
    /// What was heard before stands where it was said last, at the time that the page
    /// tells; without one it comes with the moment `now`, and keeps the time that it was
    /// first heard.
    pub fn hear(
        &mut self,
        platform: &str,
        buyer: &Buyer,
        heard: Vec<Heard>,
        fresh: bool,
        now: u64,
    ) {
        if let Some(id) = buyer.id(platform) {
            self.hear_of(&id, platform, buyer, (heard, fresh), now);
        }
    }

    fn hear_of(
        &mut self,
        id: &str,
        platform: &str,
        buyer: &Buyer,
        (heard, fresh): (Vec<Heard>, bool),
        now: u64,
    ) {
        if heard.is_empty() {
            return;
        }
        self.know_of(id, platform, buyer, |_| {});
        let facts = self.buyers.entry(id.to_owned()).or_default();
        let before = facts.clone();
        for heard in heard {
            let same = |known: &Heard| (known.meaning, known.when) == (heard.meaning, heard.when);
            // Of thanks, the last are enough.
            let once = !fresh || heard.meaning == Meaning::Thanks;
            let known = facts.heard.iter().position(same).filter(|_| once);
            let at = match known.map(|place| facts.heard.remove(place).at) {
                Some(before) if heard.at >= now => before,
                _ => heard.at,
            };
            facts.heard.push(Heard { at, ..heard });
        }
        let over = facts.heard.len().saturating_sub(MOST_HEARD);
        facts.heard.drain(..over);
        if *facts != before {
            self.touch_buyer(id);
        }
    }

    /// Changes what is known of a buyer.
    pub fn know(&mut self, platform: &str, buyer: &Buyer, change: impl FnOnce(&mut Facts)) {
        if let Some(id) = buyer.id(platform) {
            self.know_of(&id, platform, buyer, change);
        }
    }

    /// Changes what is known of the buyer of the order with this id.
    pub fn know_buyer_of(&mut self, id: &str, change: impl FnOnce(&mut Facts)) {
        let Some(order) = self.get(id) else { return };
        let (platform, buyer) = (order.platform.clone(), order.buyer.clone());
        if let Some(of) = order.buyer_id() {
            self.know_of(&of, &platform, &buyer, change);
        }
    }

    /// Whether another conversation than that with this key is known to be of a buyer
    /// of this name.
    pub fn is_another_named(&self, platform: &str, name: &str, key: &str) -> bool {
        let other = |of: &str, buyer: &Buyer| {
            of == platform && buyer.name == name && !buyer.key.is_empty() && buyer.key != key
        };
        self.buyers.values().any(|facts| other(&facts.platform, &facts.buyer))
            || self.orders.iter().any(|order| other(&order.platform, &order.buyer))
    }

    fn know_of(
        &mut self,
        id: &str,
        platform: &str,
        buyer: &Buyer,
        change: impl FnOnce(&mut Facts),
    ) {
        let facts = self.buyers.entry(id.to_owned()).or_default();
        let before = facts.clone();
        platform.clone_into(&mut facts.platform);
        if facts.buyer.name.is_empty() || !buyer.name.is_empty() {
            facts.buyer = buyer.clone();
        }
        change(facts);
        if *facts != before {
            self.touch_buyer(id);
        }
    }

    /// Buyers who asked something, by what tells them apart, and whether an order
    /// of theirs is known that is not closed.
    pub fn askers(&self) -> Vec<(&str, &Facts, bool)> {
        let open = |order: &&Order| order.status != Status::Closed;
        let orders = self.orders.iter().filter(open);
        let ordered: BTreeSet<String> = orders.filter_map(Order::buyer_id).collect();
        let asked = self.buyers.iter().filter(|(_, facts)| facts.asked > 0);
        // An order of a file has the name alone.
        let named = |facts: &Facts| {
            let name = Buyer { key: String::new(), name: facts.buyer.name.clone() };
            !name.is_masked() && name.id(&facts.platform).is_some_and(|id| ordered.contains(&id))
        };
        let ordered = |id: &str, facts: &Facts| ordered.contains(id) || named(facts);
        asked.map(|(id, facts)| (id.as_str(), facts, ordered(id, facts))).collect()
    }

    /// The facts of a buyer by what tells the buyer apart.
    pub fn asker(&self, id: &str) -> Option<&Facts> {
        self.buyers.get(id)
    }

    /// One reminder was sent for the orders with these ids.
    pub fn sent(&mut self, ids: &[String], reminder: &str, at: u64) {
        for id in ids {
            let past = self.history.entry(id.clone()).or_default();
            past.sent.push(Sent { at, reminder: reminder.to_owned() });
            self.touch(id);
        }
    }

    /// The reminder that was noted for this moment was none.
    pub fn unsent(&mut self, id: &str, at: u64) {
        let past = self.history.entry(id.to_owned()).or_default();
        past.sent.retain(|sent| sent.at != at);
        past.unsent.push(at);
        self.touch(id);
    }

    /// The agent says this about an order, or nothing any longer.
    pub fn mark(&mut self, id: &str, mark: Option<Mark>) {
        self.history.entry(id.to_owned()).or_default().mark = mark;
        self.touch(id);
    }

    /// The agent says why an order is unpaid; none leaves it to the buyer's words.
    pub fn because(&mut self, id: &str, cause: Option<Cause>) {
        self.history.entry(id.to_owned()).or_default().cause = cause;
        self.touch(id);
    }

    /// Decides about every order of the book, in the order of [`orders`](Self::orders).
    pub fn plan(&self, settings: &Settings, zone: &Zone, now: u64) -> Vec<Planned> {
        let Self { orders, buyers, history, .. } = self;
        plan(Known { orders, buyers, history, settings, zone }, now)
    }

    /// Forgets what nobody saw for as long as each platform's limits say: orders, and
    /// buyers without one of whom nothing was heard for as long.
    pub fn sweep(&mut self, settings: &Settings, now: u64) {
        let passed = |days: u32, last| now.saturating_sub(last) > u64::from(days) * 1440 * MINUTE;
        let old = |platform: &str, last| passed(settings.of(platform).keep_days.max(1), last);
        let idle = |order: &Order| {
            order.status != Status::Unpaid && self.past(&order.id()).is_none_or(Past::is_untouched)
        };
        let gone = self.orders.iter().filter(|order| {
            old(&order.platform, order.seen) || (idle(order) && passed(IDLE_DAYS, order.seen))
        });
        let gone: BTreeSet<String> = gone.map(Order::id).collect();
        if !gone.is_empty() {
            self.take_out(&gone);
        }
        let quiet = self.buyers.iter().filter(|(_, it)| old(&it.platform, it.last()));
        let mut quiet: BTreeSet<String> = quiet.map(|(id, _)| id.clone()).collect();
        if quiet.is_empty() {
            return;
        }
        for id in self.orders.iter().filter_map(Order::buyer_id) {
            quiet.remove(&id);
        }
        for id in quiet {
            self.buyers.remove(&id);
            self.touch_buyer(&id);
        }
    }

    fn touch(&mut self, id: &str) {
        self.revision += 1;
        self.kept.touch(format!("{}{id}", kept::ORDER));
    }

    fn touch_buyer(&mut self, id: &str) {
        self.revision += 1;
        self.kept.touch(format!("{}{id}", kept::BUYER));
    }
}
