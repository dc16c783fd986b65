//! The book's records: what is to be written, and what came from storage or from
//! another tab.
//!
//! What was kept under an order's number alone, before platforms were told apart, is
//! read once more and written under the order's id.

use crate::kept::Kept;
use crate::order::Order;
use crate::order::book::record::{facts_record, order_record, read_facts, read_order, read_past};
use crate::order::book::{Book, Past};
use crate::order::heard::Heard;
use crate::order::source::same_order;
use crate::pack::Problem;
use crate::record::{Record, Value};
use crate::reply::Changed;

/// The keys of orders.
pub(super) const ORDER: &str = "order:";
/// The keys of buyers.
pub(super) const BUYER: &str = "buyer:";

/// The formats that are written now.
pub(super) const ORDER_FORMAT: u64 = 2;
pub(super) const BUYER_FORMAT: u64 = 1;

impl Book {
    /// What has to be written or taken away since this was last asked.
    pub fn take_changed(&mut self) -> Changed {
        let mut kept = std::mem::take(&mut self.kept);
        let changed = kept.take(|key| self.record(key));
        self.kept = kept;
        changed
    }

    /// Those records could not be written: they are still to be.
    pub fn not_kept<'a>(&mut self, keys: impl IntoIterator<Item = &'a String>) {
        self.kept.not_kept(keys, &[ORDER, BUYER]);
    }

    /// Takes in records: those that were kept, or those that another tab wrote.
    /// Keys that are not the book's are passed over. What two tabs know of the
    /// same order is put together.
    pub fn merge(&mut self, records: &[Record]) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut kept: Kept = std::mem::take(&mut self.kept);
        for (key, value) in records {
            let Some(value) = value else { continue };
            let order = key.starts_with(ORDER);
            if !order && !key.starts_with(BUYER) {
                continue;
            }
            let newest = if order { ORDER_FORMAT } else { BUYER_FORMAT };
            let format = match kept.format(key, value, newest) {
                Ok(format) => format,
                Err(newer) => {
                    problems.push(newer);
                    continue;
                }
            };
            let read = format.and_then(|format| {
                let Some(named) = key.strip_prefix(ORDER) else {
                    return self.take_buyer(key.strip_prefix(BUYER)?, value);
                };
                let id = self.take_order(if format == 1 { Some(named) } else { None }, value)?;
                if format < ORDER_FORMAT {
                    kept.touch(key.clone());
                    kept.touch(format!("{ORDER}{id}"));
                }
                Some(())
            });
            if read.is_none() {
                problems.push(kept.set_aside(key, value));
            }
        }
        // What was met while reading is to be written as well.
        std::mem::swap(&mut self.kept, &mut kept);
        self.kept.also(kept);
        self.revision += 1;
        problems
    }

    fn record(&self, key: &str) -> Option<Value> {
        if let Some(id) = key.strip_prefix(ORDER) {
            let nothing = Past::default();
            return Some(order_record(self.get(id)?, self.past(id).unwrap_or(&nothing)));
        }
        self.buyers.get(key.strip_prefix(BUYER)?).map(facts_record)
    }

    /// Takes in an order; in the first format its number stood in its key alone.
    fn take_order(&mut self, number: Option<&str>, value: &Value) -> Option<String> {
        let (order, past) = (read_order(number, value)?, read_past(value)?);
        let id = order.id();
        let newer = self.get(&id).is_none_or(|known| known.seen <= order.seen);
        // What comes back as it is known is known better here: not all of it is kept.
        let same = |known: &Order| {
            let known = Order { seen: order.seen, ..known.clone() };
            order_record(&known, &past) == order_record(&order, &past)
        };
        let mut joined = false;
        match self.get(&id).filter(|known| !same(known)) {
            None if newer && self.get(&id).is_none() => self.put(order),
            Some(known) => {
                let (older, later) = if newer { (known, &order) } else { (&order, known) };
                let whole = same_order(older, later.clone());
                joined = order_record(&whole, &past) != order_record(later, &past);
                if whole != *known {
                    self.put(whole);
                }
            }
            None => {}
        }
        let known = self.history.entry(id.clone()).or_default();
        let whole = put_together(known, &past, newer);
        let more = joined || whole != past;
        *known = whole;
        if more {
            self.kept.touch(format!("{ORDER}{id}"));
        }
        Some(id)
    }

    /// Puts an order in the place of what is known of it.
    pub(super) fn put(&mut self, order: Order) {
        match self.places.get(&order.id()) {
            Some(&place) => self.orders[place] = order,
            None => {
                self.places.insert(order.id(), self.orders.len());
                self.orders.push(order);
            }
        }
    }

    fn take_buyer(&mut self, id: &str, value: &Value) -> Option<()> {
        let read = read_facts(value)?;
        let known = self.buyers.entry(id.to_owned()).or_default();
        for heard in read.heard {
            let same = |it: &Heard| {
                it.meaning == heard.meaning && it.when == heard.when && it.at == heard.at
            };
            if !known.heard.iter().any(same) {
                let after = known.heard.iter().position(|it| it.at > heard.at);
                known.heard.insert(after.unwrap_or(known.heard.len()), heard);
            }
        }
        if known.platform.is_empty() {
            (known.platform, known.buyer) = (read.platform, read.buyer);
        }
        known.asked = known.asked.max(read.asked);
        for at in read.followed {
            if !known.followed.contains(&at) {
                known.followed.push(at);
            }
        }
        known.followed.sort_unstable();
        known.contact = known.contact.max(read.contact);
        known.returning |= read.returning;
        known.left_alone = read.left_alone;
        Some(())
    }
}

/// What two tabs know of the same order's past.
fn put_together(one: &Past, other: &Past, newer: bool) -> Past {
    let mut sent = one.sent.clone();
    for it in &other.sent {
        if !sent.iter().any(|known| known.at == it.at) {
            let after = sent.iter().position(|known| known.at > it.at);
            sent.insert(after.unwrap_or(sent.len()), it.clone());
        }
    }
    let mut unsent = one.unsent.clone();
    unsent.extend(other.unsent.iter().filter(|at| !one.unsent.contains(at)));
    sent.retain(|it| !unsent.contains(&it.at));
    let first = [one.first_seen, other.first_seen].into_iter().filter(|it| *it > 0).min();
    let (mark, cause) = if newer { (other.mark, other.cause) } else { (one.mark, one.cause) };
    Past {
        first_seen: first.unwrap_or(0),
        sent,
        unsent,
        mark,
        cause,
        paid: [one.paid, other.paid].into_iter().flatten().min(),
    }
}
