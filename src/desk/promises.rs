//! What the agent committed to: offered after a message, noted on request.

use crate::desk::Desk;
use crate::promise::{Offer, Promise, Promises};

/// The promises, and the one that is offered.
#[derive(Debug, Default)]
pub(super) struct PromiseList {
    pub book: Promises,
    pub offer: Option<Offer>,
}

impl Desk {
    /// A message went out: if it promises something, noting it is offered.
    pub(super) fn offer_promise(&mut self, sent: &str) {
        let limits = self.orders.limits.of(&self.site);
        self.promises.offer = self.stock.pledges.offer(sent, self.now, &self.zone, limits);
    }

    /// Notes what is offered, by this time or by the offered one.
    pub(super) fn note_promise(&mut self, by: Option<u64>) {
        let Some(offer) = self.promises.offer.take() else { return };
        self.promises.book.note(Promise {
            id: String::new(),
            platform: self.site.clone(),
            buyer: self.buyer_on_screen(),
            words: offer.words,
            made: self.now,
            by: by.unwrap_or(offer.by),
            kept: None,
        });
    }
}
