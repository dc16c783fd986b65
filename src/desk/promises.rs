//! What the agent committed to: offered after a message, noted on request. An offer
//! stays while the agent goes on to the next buyer.

use crate::desk::Desk;
use crate::desk::view::PromiseOffer;
use crate::order::Buyer;
use crate::promise::{Offer, Promise, Promises};

/// So many messages that went out are known again when they come by once more.
const MOST: usize = 8;

/// The promises, and the one that is offered.
#[derive(Debug, Default)]
pub(super) struct PromiseList {
    pub book: Promises,
    pub offer: Option<Offered>,
    /// The messages that were looked at lately, and where they were seen first.
    looked: Vec<(Went, String)>,
}

/// A commitment that may be noted.
#[derive(Debug)]
pub(super) struct Offered {
    offer: Offer,
    platform: String,
    buyer: Buyer,
    made: u64,
}

/// How it is known that a message went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Went {
    /// By the agent's gesture.
    Sent,
    /// It stands among the messages.
    Seen,
}

impl PromiseList {
    /// Whether a message has not been looked at: it is sent, and then seen, or the other
    /// way round.
    fn is_new(&mut self, went: Went, text: &str) -> bool {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = |(how, known): &(Went, String)| *how != went && *known == words;
        if let Some(place) = self.looked.iter().position(same) {
            self.looked.remove(place);
            return false;
        }
        self.looked.push((went, words));
        let over = self.looked.len().saturating_sub(MOST);
        self.looked.drain(..over);
        true
    }
}

impl Desk {
    /// A message went out: if it promises something, noting it is offered. One that
    /// promises nothing ends the offer to the same buyer only.
    pub(super) fn offer_promise(&mut self, text: &str, went: Went) {
        if !self.promises.is_new(went, text) {
            return;
        }
        let limits = self.orders.limits.of(&self.site);
        let offer = self.stock.pledges.offer(text, self.now, &self.zone, limits);
        let (platform, buyer, made) = (self.site.clone(), self.buyer_on_screen(), self.now);
        match offer {
            Some(offer) => {
                self.promises.offer = Some(Offered { offer, platform, buyer, made });
            }
            None => {
                let same = |it: &mut Offered| it.platform == platform && it.buyer == buyer;
                self.promises.offer.take_if(same);
            }
        }
    }

    /// What is offered, as the panel shows it.
    pub(super) fn promise_offer(&self) -> Option<PromiseOffer> {
        let Offered { offer, platform, buyer, .. } = self.promises.offer.as_ref()?;
        let here = *platform == self.site && *buyer == self.buyer_on_screen();
        let name = if buyer.name.is_empty() { &buyer.key } else { &buyer.name };
        Some(PromiseOffer {
            words: offer.words.clone(),
            by: offer.by,
            buyer: Some(name.clone()).filter(|_| !here),
        })
    }

    /// Notes what is offered, by this time or by the offered one.
    pub(super) fn note_promise(&mut self, by: Option<u64>) {
        let Some(Offered { offer, platform, buyer, made }) = self.promises.offer.take() else {
            return;
        };
        self.promises.book.note(Promise {
            id: String::new(),
            platform,
            buyer,
            words: offer.words,
            made,
            by: by.unwrap_or(offer.by),
            kept: None,
        });
    }
}
