//! What one order cannot tell about itself.

use std::collections::BTreeMap;

use super::Known;
use crate::order::past::{Buyer, Facts, Past};
use crate::order::{Order, Status};

/// What else there is of the same number and of the same buyer, what was sent
/// today, and when today is.
pub(super) struct Crowd<'a> {
    /// The first moments of today and of tomorrow.
    pub today: (u64, u64),
    /// The minute of the day.
    pub minute: u32,
    /// For each order, the place of its buyer; none if nobody knows the buyer.
    pub buyer: Vec<Option<usize>>,
    /// For each order, whether the same one was seen later.
    pub outdated: Vec<bool>,
    /// For each order, what was done about it.
    pub past: Vec<&'a Past>,
    /// All buyers.
    pub buyers: Vec<Together>,
    /// How many reminders were sent today.
    pub sent_today: u32,
}

/// What is known of all orders of one buyer together.
#[derive(Default)]
pub(super) struct Together {
    /// What tells the buyer apart.
    pub id: String,
    /// What is known of the buyer both by the key and by the name.
    pub facts: Option<Facts>,
    /// The places of the orders.
    pub orders: Vec<usize>,
    /// The place of one that is being refunded.
    pub refund: Option<usize>,
    /// When the last reminder was sent.
    pub last_sent: Option<u64>,
    /// How many were sent today.
    pub sent_today: u32,
}

/// The past of an order about which nothing was done.
static NOTHING: Past = Past {
    first_seen: 0,
    sent: Vec::new(),
    unsent: Vec::new(),
    mark: None,
    paid: None,
    cause: None,
};

impl<'a> Crowd<'a> {
    pub fn of(known: Known<'a>, now: u64) -> Self {
        let Known { orders, history, zone, .. } = known;
        let past: Vec<&Past> =
            orders.iter().map(|it| history.get(&it.id()).unwrap_or(&NOTHING)).collect();
        let outdated = outdated(orders);
        let (mut buyers, buyer) = gathered(known, &outdated);
        let midnight = zone.moment(zone.day(now), 0);
        let today = |sent: &[u64]| {
            let sent = sent.iter().filter(|at| (midnight..=now).contains(*at)).count();
            u32::try_from(sent).unwrap_or(u32::MAX)
        };
        let mut sent: Vec<u64> = Vec::new();
        for together in &mut buyers {
            // One message for several orders is noted with each of them.
            sent.clear();
            let orders = together.orders.iter();
            sent.extend(orders.flat_map(|it| past[*it].sent.iter().map(|sent| sent.at)));
            sent.sort_unstable();
            sent.dedup();
            together.last_sent = sent.iter().copied().filter(|at| *at <= now).max();
            together.sent_today = today(&sent);
        }
        let mut sent_today: u32 = buyers.iter().map(|together| together.sent_today).sum();
        for place in (0..orders.len()).filter(|place| buyer[*place].is_none()) {
            sent.clear();
            sent.extend(past[place].sent.iter().map(|it| it.at));
            sent_today = sent_today.saturating_add(today(&sent));
        }
        Self {
            today: (midnight, zone.midnight_after(now)),
            minute: zone.minute(now),
            buyer,
            outdated,
            past,
            buyers,
            sent_today,
        }
    }
}

/// For each order, whether the same one was seen later.
fn outdated(orders: &[Order]) -> Vec<bool> {
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
    outdated
}

/// The buyers with their orders, and for each order the place of its buyer.
///
/// A file has names and no keys: where one conversation only is known to be of a whole
/// name, an order of that name is of its buyer. A masked name joins nobody.
fn gathered(known: Known<'_>, outdated: &[bool]) -> (Vec<Together>, Vec<Option<usize>>) {
    let Known { orders, buyers: all_facts, .. } = known;
    let keys = keys_of_names(known);
    let mut places: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    let mut buyers: Vec<Together> = Vec::new();
    let mut buyer = Vec::with_capacity(orders.len());
    for (place, order) in orders.iter().enumerate() {
        let Some(known) = order.buyer.known() else {
            buyer.push(None);
            continue;
        };
        let of_name = if order.buyer.key.is_empty() {
            keys.get(&(order.platform.as_str(), known)).copied().flatten()
        } else {
            None
        };
        let own = if order.buyer.is_behind_a_mask() { order.number.as_str() } else { "" };
        let at =
            *places.entry((of_name.unwrap_or(known), &order.platform, own)).or_insert_with(|| {
                let id = match of_name {
                    Some(key) => format!("{}/{key}", order.platform),
                    None => order.buyer_id().unwrap_or_default(),
                };
                buyers.push(Together { id, ..Together::default() });
                buyers.len() - 1
            });
        if of_name.is_some()
            && let Some(by_name) = order.buyer_id().and_then(|id| all_facts.get(&id))
        {
            let together = &mut buyers[at];
            let by_key = together.facts.as_ref().or_else(|| all_facts.get(&together.id));
            together.facts = Some(by_key.map_or_else(|| by_name.clone(), |it| it.and(by_name)));
        }
        buyer.push(Some(at));
        if !outdated[place] {
            buyers[at].orders.push(place);
            if order.status == Status::Refunding {
                buyers[at].refund = Some(place);
            }
        }
    }
    (buyers, buyer)
}

/// The key of the one buyer that has a whole name; none where several have it. Only
/// orders without a key ask for it.
fn keys_of_names(known: Known<'_>) -> BTreeMap<(&str, &str), Option<&str>> {
    let Known { orders, buyers, .. } = known;
    let mut keys: BTreeMap<(&str, &str), Option<&str>> = BTreeMap::new();
    let whole = |buyer: &Buyer| !buyer.name.is_empty() && !buyer.is_masked();
    if !orders.iter().any(|order| order.buyer.key.is_empty() && whole(&order.buyer)) {
        return keys;
    }
    let of_orders = orders.iter().map(|order| (order.platform.as_str(), &order.buyer));
    let of_facts = buyers.values().map(|facts| (facts.platform.as_str(), &facts.buyer));
    for (platform, buyer) in of_orders.chain(of_facts) {
        if !buyer.key.is_empty() && whole(buyer) {
            let key = keys.entry((platform, &buyer.name)).or_insert(Some(&buyer.key));
            *key = key.filter(|known| *known == buyer.key);
        }
    }
    keys
}
