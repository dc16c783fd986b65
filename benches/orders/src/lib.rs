//! Planning thousands of unpaid orders, for a clock outside: `cargo xtask bench orders`.

use deti::order::{
    Amount, Buyer, Buyers, Decision, Facts, Heard, History, Known, Meaning, Order, PartOfDay, Past,
    Sent, Setting, Settings, Status, When, parse, plan,
};
use deti::zone::{MINUTE, Zone};
use wasm_bindgen::prelude::*;

/// Noon of 6 November 2026 in Beijing.
const NOON: u64 = 1_793_937_600_000;

/// A morning's orders, with what is known about them.
#[wasm_bindgen]
pub struct Bench {
    orders: Vec<Order>,
    buyers: Buyers,
    history: History,
    settings: Settings,
    zone: Zone,
}

#[wasm_bindgen]
impl Bench {
    /// So many orders, of half as many buyers: most wait for payment, some were
    /// reminded, some buyers said something.
    #[wasm_bindgen(constructor)]
    pub fn new(count: usize) -> Bench {
        let limits = include_str!("../../../packs/reminders/limits.toml");
        let mut settings = Settings::from(parse("limits.toml", limits).0.limits);
        // Nobody sends so many in a day; the ceiling would leave nothing to decide.
        let no_ceiling =
            Setting { platform: String::new(), name: "day".into(), value: "100000".into() };
        let _ = settings.give(no_ceiling);
        let mut bench = Bench {
            orders: Vec::new(),
            buyers: Buyers::new(),
            history: History::new(),
            settings,
            zone: Zone::fixed(480),
        };
        for place in 0..count as u64 {
            bench.add(place);
        }
        bench
    }

    /// Plans all of them; how many are to be reminded.
    pub fn plan(&self) -> usize {
        let Self { orders, buyers, history, settings, zone } = self;
        let planned = plan(Known { orders, buyers, history, settings, zone }, NOON);
        planned.iter().filter(|planned| planned.decision == Decision::Remind).count()
    }
}

impl Bench {
    fn add(&mut self, place: u64) {
        let age = (place * 37) % 3000 * MINUTE;
        let status = match place % 10 {
            8 => Status::Paid,
            9 => Status::Closed,
            _ => Status::Unpaid,
        };
        let order = Order {
            number: format!("284716395{:010}", place * 7919),
            platform: "taobao".to_owned(),
            buyer: Buyer { key: format!("cnalichn{:06}", place / 2), name: "林**".to_owned() },
            status,
            amount: Amount::read(&format!("¥{}.00", place % 900 + 1)),
            created: Some(NOON - age),
            closes: Some(NOON + (place * 53) % 2880 * MINUTE),
            seen: NOON,
            ..Order::default()
        };
        if place.is_multiple_of(3) {
            let sent =
                |hours: u64| Sent { at: NOON - hours * 60 * MINUTE, reminder: String::new() };
            let sent = [30, 4].into_iter().take(1 + (place % 2) as usize).map(sent).collect();
            let past = Past { first_seen: NOON - age, sent, ..Past::default() };
            self.history.insert(order.id(), past);
        }
        if let Some(id) = order.buyer.id(&order.platform).filter(|_| place.is_multiple_of(4)) {
            let (meaning, when) = match place % 12 {
                0 => (Meaning::Declined, None),
                4 => (Meaning::Later, Some(When::Part(0, PartOfDay::Evening))),
                _ => (Meaning::Comparing, None),
            };
            let heard = Heard { meaning, at: NOON - age / 2, when, words: "…".to_owned() };
            let facts = Facts { heard: vec![heard], contact: NOON - age / 2, ..Facts::default() };
            self.buyers.insert(id, facts);
        }
        self.orders.push(order);
    }
}
