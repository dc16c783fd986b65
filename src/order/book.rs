//! The book of orders: all that were seen, what was done about them, and what
//! their buyers said, over the days.
//!
//! Of an order that is seen again, what was seen last counts, but it stays the
//! buyer's with whom it was seen first: a page whose order panel lags behind its
//! conversation would otherwise give it to somebody else.

mod kept;

use std::collections::{BTreeMap, BTreeSet};

use crate::order::heard::{Cause, Heard};
use crate::order::limits::Settings;
use crate::order::past::{Buyer, Buyers, Facts, History, Mark, Past, Sent};
use crate::order::plan::{Known, Planned, plan};
use crate::order::{Order, Status};
use crate::record::Value;
use crate::zone::{MINUTE, Zone};

/// So many things that a buyer said are remembered; older ones give way.
const MOST_HEARD: usize = 20;

/// All orders, and what is known about them.
#[derive(Debug, Default)]
pub struct Book {
    orders: Vec<Order>,
    /// Where each number is.
    places: BTreeMap<String, usize>,
    history: History,
    buyers: Buyers,
    changed: BTreeSet<String>,
    newer: BTreeSet<String>,
    aside: BTreeMap<String, Value>,
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

    /// The order with this number.
    pub fn get(&self, number: &str) -> Option<&Order> {
        self.places.get(number).and_then(|place| self.orders.get(*place))
    }

    /// What was done about the order with this number.
    pub fn past(&self, number: &str) -> Option<&Past> {
        self.history.get(number)
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
        let Some(&place) = self.places.get(&order.number) else {
            self.places.insert(order.number.clone(), self.orders.len());
            if order.status == Status::Unpaid {
                let past = self.history.entry(order.number.clone()).or_default();
                past.first_seen = order.seen;
                self.touch(&order.number);
            }
            self.orders.push(order);
            self.revision += 1;
            return;
        };
        let known = &mut self.orders[place];
        if order.seen < known.seen {
            return;
        }
        let order = same_order(known, order);
        let past = self.history.entry(order.number.clone()).or_default();
        if past.first_seen == 0 {
            past.first_seen = known.seen;
        }
        if order.status == Status::Paid && known.status == Status::Unpaid && past.paid.is_none() {
            past.paid = Some(order.seen);
        }
        let same = Order { seen: known.seen, ..order.clone() } == *known;
        // When it was last seen is kept by the hour: pages say the same again and
        // again.
        let stale = order.seen.saturating_sub(known.seen) >= 60 * MINUTE;
        let number = order.number.clone();
        if same && !stale {
            known.seen = order.seen;
            return;
        }
        *known = order;
        self.touch(&number);
    }

    /// Takes in what a buyer said. What was on screen already when the conversation
    /// was opened may have been heard before; `fresh` is what was not.
    pub fn hear(&mut self, platform: &str, buyer: &Buyer, heard: Vec<Heard>, fresh: bool) {
        let Some(id) = buyer.id(platform).filter(|_| !heard.is_empty()) else { return };
        self.know(platform, buyer, |_| {});
        let facts = self.buyers.entry(id.clone()).or_default();
        let before = facts.clone();
        for heard in heard {
            let same =
                |known: &&mut Heard| known.meaning == heard.meaning && known.when == heard.when;
            match facts.heard.iter_mut().find(same) {
                Some(known) if !fresh => known.words = heard.words,
                _ => facts.heard.push(heard),
            }
        }
        let over = facts.heard.len().saturating_sub(MOST_HEARD);
        facts.heard.drain(..over);
        if *facts != before {
            self.touch_buyer(&id);
        }
    }

    /// Changes what is known of a buyer.
    pub fn know(&mut self, platform: &str, buyer: &Buyer, change: impl FnOnce(&mut Facts)) {
        let Some(id) = buyer.id(platform) else { return };
        let facts = self.buyers.entry(id.clone()).or_default();
        let before = facts.clone();
        platform.clone_into(&mut facts.platform);
        if facts.buyer.name.is_empty() || !buyer.name.is_empty() {
            facts.buyer = buyer.clone();
        }
        change(facts);
        if *facts != before {
            self.touch_buyer(&id);
        }
    }

    /// Buyers who asked something, by what tells them apart, and whether an order
    /// of theirs is known that is not closed.
    pub fn askers(&self) -> Vec<(&str, &Facts, bool)> {
        let open = |order: &&Order| order.status != Status::Closed;
        let orders = self.orders.iter().filter(open);
        let ordered: BTreeSet<String> =
            orders.filter_map(|order| order.buyer.id(&order.platform)).collect();
        let asked = self.buyers.iter().filter(|(_, facts)| facts.asked > 0);
        asked.map(|(id, facts)| (id.as_str(), facts, ordered.contains(id))).collect()
    }

    /// The facts of a buyer by what tells the buyer apart.
    pub fn asker(&self, id: &str) -> Option<&Facts> {
        self.buyers.get(id)
    }

    /// One reminder was sent for these orders.
    pub fn sent(&mut self, numbers: &[String], reminder: &str, at: u64) {
        for number in numbers {
            let past = self.history.entry(number.clone()).or_default();
            past.sent.push(Sent { at, reminder: reminder.to_owned() });
            self.touch(number);
        }
    }

    /// The agent says this about an order, or nothing any longer.
    pub fn mark(&mut self, number: &str, mark: Option<Mark>) {
        self.history.entry(number.to_owned()).or_default().mark = mark;
        self.touch(number);
    }

    /// The agent says why an order is unpaid; none leaves it to the buyer's words.
    pub fn because(&mut self, number: &str, cause: Option<Cause>) {
        self.history.entry(number.to_owned()).or_default().cause = cause;
        self.touch(number);
    }

    /// Decides about every order of the book, in the order of [`orders`](Self::orders).
    pub fn plan(&self, settings: &Settings, zone: &Zone, now: u64) -> Vec<Planned> {
        let Self { orders, buyers, history, .. } = self;
        plan(Known { orders, buyers, history, settings, zone }, now)
    }

    /// Forgets what nobody saw for as long as each platform's limits say, and
    /// what nobody knows an order of.
    pub fn sweep(&mut self, settings: &Settings, now: u64) {
        let kept = |order: &Order| {
            let days = settings.of(&order.platform).keep_days.max(1);
            now.saturating_sub(order.seen) <= u64::from(days) * 1440 * MINUTE
        };
        if self.orders.iter().all(kept) {
            return;
        }
        let (kept, gone): (Vec<Order>, Vec<Order>) =
            std::mem::take(&mut self.orders).into_iter().partition(kept);
        self.orders = kept;
        let places = self.orders.iter().zip(0..).map(|(it, place)| (it.number.clone(), place));
        self.places = places.collect();
        for order in gone {
            self.history.remove(&order.number);
            self.touch(&order.number);
            let id = order.buyer.id(&order.platform);
            let same = |it: &Order| it.buyer.id(&it.platform) == id;
            if let Some(id) = id.as_ref().filter(|_| !self.orders.iter().any(same)) {
                self.buyers.remove(id);
                self.touch_buyer(id);
            }
        }
    }

    fn touch(&mut self, number: &str) {
        self.revision += 1;
        self.changed.insert(format!("{}{number}", kept::ORDER));
    }

    fn touch_buyer(&mut self, id: &str) {
        self.revision += 1;
        self.changed.insert(format!("{}{id}", kept::BUYER));
    }
}

/// What is known of an order that was seen before: where the new sight shows
/// nothing, the old one holds.
fn same_order(known: &Order, mut seen: Order) -> Order {
    if seen.buyer.key.is_empty() || !known.buyer.key.is_empty() {
        let named = seen.buyer.key == known.buyer.key && !seen.buyer.name.is_empty();
        let name = if named { seen.buyer.name } else { known.buyer.name.clone() };
        let unknown = known.buyer.key.is_empty() && known.buyer.name.is_empty();
        seen.buyer = if unknown {
            Buyer { key: seen.buyer.key, name }
        } else {
            Buyer { key: known.buyer.key.clone(), name }
        };
    }
    let fill = |text: &mut String, known: &String| {
        if text.is_empty() {
            text.clone_from(known);
        }
    };
    fill(&mut seen.item, &known.item);
    fill(&mut seen.amount_text, &known.amount_text);
    fill(&mut seen.created_text, &known.created_text);
    fill(&mut seen.closes_text, &known.closes_text);
    fill(&mut seen.tracking, &known.tracking);
    seen.amount = seen.amount.or_else(|| known.amount.clone());
    seen.created = seen.created.or(known.created);
    seen.closes = seen.closes.or(known.closes);
    seen
}
