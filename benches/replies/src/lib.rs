//! Finding replies among thousands, for a clock outside: `cargo xtask bench replies`.

mod shelf;

use deti::desk::{Desk, Event, Packs, PanelEvent, Stock};
use deti::reply::{Index, Query, Reply};
use deti::shop::Shop;
use wasm_bindgen::prelude::*;

/// A desk with thousands of replies, and the keys that an agent presses.
#[wasm_bindgen]
pub struct Bench {
    replies: Vec<Reply>,
    index: Index,
    desk: Desk,
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
        Bench { index: Index::new(&replies), replies, desk, keys: shelf::keys() }
    }

    /// How many keys there are.
    pub fn keys(&self) -> usize {
        self.keys.len()
    }

    /// What stands in the search box after this key.
    pub fn typed(&self, key: usize) -> String {
        self.keys.get(key).cloned().unwrap_or_default()
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
