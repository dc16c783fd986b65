//! Finding replies among thousands, for a clock outside: `cargo xtask bench replies`.

mod shelf;

use deti::desk::{Desk, Event, Packs, PanelEvent, Stock};
use deti::reply::{Index, Query, Reply, Row};
use deti::rule::Pack;
use deti::shop::Shop;
use wasm_bindgen::prelude::*;

/// The rules that every row of an import is held against.
const RULES: [(&str, &str); 10] = [
    ("advertising", include_str!("../../../packs/rules/advertising.toml")),
    ("compounds", include_str!("../../../packs/rules/compounds.toml")),
    ("contact", include_str!("../../../packs/rules/contact.toml")),
    ("diversion", include_str!("../../../packs/rules/diversion.toml")),
    ("manner", include_str!("../../../packs/rules/manner.toml")),
    ("money", include_str!("../../../packs/rules/money.toml")),
    ("order", include_str!("../../../packs/rules/order.toml")),
    ("promise", include_str!("../../../packs/rules/promise.toml")),
    ("urgency", include_str!("../../../packs/rules/urgency.toml")),
    ("words", include_str!("../../../packs/rules/words.toml")),
];

/// A desk with thousands of replies, and the keys that an agent presses.
#[wasm_bindgen]
pub struct Bench {
    replies: Vec<Reply>,
    index: Index,
    desk: Desk,
    /// A desk without replies, and with all rules.
    empty: Desk,
    keys: Vec<String>,
}

#[wasm_bindgen]
impl Bench {
    /// So many replies.
    #[wasm_bindgen(constructor)]
    pub fn new(count: usize) -> Bench {
        let replies = shelf::replies(count);
        let packs = Packs { replies: replies.clone(), ..Packs::default() };
        let (stock, _) = Stock::new(packs, &Shop::default());
        let desk = Desk::new(stock);
        let rules = RULES.map(|(name, text)| Pack::parse(name, text).0).into();
        let (stock, _) = Stock::new(Packs { rules, ..Packs::default() }, &Shop::default());
        let empty = Desk::new(stock);
        Bench { index: Index::new(&replies), replies, desk, empty, keys: shelf::keys() }
    }

    /// How many keys there are.
    pub fn keys(&self) -> usize {
        self.keys.len()
    }

    /// What stands in the search box after this key.
    pub fn typed(&self, key: usize) -> String {
        self.keys.get(key).cloned().unwrap_or_default()
    }

    /// The dry run of an import of as many rows: what each would do, and what the live
    /// check finds in it; how many rows it finds something in.
    pub fn plan(&mut self) -> usize {
        let rows = self.replies.iter().zip(1..);
        let rows = rows.map(|(reply, line)| Row { line, reply: reply.clone() }).collect();
        self.empty.handle(Event::Panel(PanelEvent::Plan(Some(rows))), 0);
        self.empty.view().plan_marks.len()
    }

    /// Prepares the index anew.
    pub fn prepare(&mut self) {
        self.index = Index::new(&self.replies);
    }

    /// Finds what is typed, and returns how much that is.
    pub fn find(&self, key: usize) -> usize {
        let typed = self.keys.get(key).map_or("", String::as_str);
        self.index.search(&Query::read(typed), |_| true).len()
    }

    /// The whole way of a key: the desk takes it in, and says what the panel shows.
    pub fn key(&mut self, key: usize) -> usize {
        let typed = self.keys.get(key).cloned().unwrap_or_default();
        self.desk.handle(Event::Panel(PanelEvent::Search(typed)), 0);
        self.desk.view().replies.len()
    }
}
