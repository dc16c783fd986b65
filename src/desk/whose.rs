//! Whose the order cards on the page are: mostly the buyer's on screen.
//!
//! A console brings its parts up to date one after the other. Its cards may be the
//! next buyer's before it shows who that is, or still those of the buyer before. A
//! card that turns up in a conversation that was on screen already, beside none that
//! is known to be that buyer's, is nobody's until both have stood together for a
//! while. A card that was given to a buyer a moment before another one came on screen
//! is the other one's if it stays there.

use crate::desk::wire::SeenOrder;
use crate::desk::{Desk, Millis};
use crate::order::{Buyer, Order, Sight, Source};

/// What stands together for so many milliseconds belongs together.
const SETTLED: Millis = 5_000;

/// What is known of the cards beside the conversation on screen.
#[derive(Debug, Default)]
pub(super) struct Whose {
    /// Whether cards of this buyer's were seen since the conversation came on screen.
    shown: bool,
    /// The orders that were given to its buyer when they turned up, and when.
    given: Vec<(String, Millis)>,
    /// Those that were given to the buyer before a moment ago, and are still on screen.
    doubted: Vec<String>,
    /// Since when there are such cards, or cards that are nobody's.
    open: Option<Millis>,
}

impl Desk {
    /// The page says which orders it shows.
    pub(super) fn see_orders(&mut self, cards: Vec<SeenOrder>) {
        let buyer = self.buyer_on_screen();
        let came = self.now.saturating_sub(self.conversation_since) < SETTLED;
        let fits = buyer == Buyer::default() || (came && !self.orders.whose.shown);
        let familiar = || {
            let mut known = cards.iter().filter_map(|card| self.known_order(card, &buyer));
            known.any(|known| known.buyer == buyer && known.from.buyer == Source::Card)
        };
        let sure = fits || familiar();
        let mut doubted = std::mem::take(&mut self.orders.whose.doubted);
        let listed = |id: &String| {
            let known = |card| self.known_order(card, &buyer).is_some_and(|it| it.id() == *id);
            cards.iter().any(known)
        };
        doubted.retain(listed);
        self.orders.whose.doubted = doubted;
        // Said again, what is in doubt is so still.
        let nobodys: Vec<String> = match self.orders.whose.open {
            Some(_) => self.orders.seen.iter().filter(|it| is_nobodys(it)).map(Order::id).collect(),
            None => Vec::new(),
        };
        self.take_cards(cards, |id| sure && !nobodys.iter().any(|it| it == id));
    }

    /// There is a conversation now: orders that were nobody's before there was one
    /// are this buyer's.
    pub(super) fn claim_orders(&mut self) {
        if self.orders.whose.open.is_none() && self.orders.seen.iter().any(is_nobodys) {
            let cards = std::mem::take(&mut self.orders.cards);
            self.take_cards(cards, |_| true);
        }
    }

    /// Another conversation came on screen: what turned up a moment ago may be its.
    pub(super) fn doubt_orders(&mut self) {
        let (now, whose) = (self.now, std::mem::take(&mut self.orders.whose));
        let late = |(id, at): (String, Millis)| {
            let seen = self.orders.seen.iter().any(|order| order.id() == id);
            (seen && now.saturating_sub(at) < SETTLED).then_some(id)
        };
        let doubted: Vec<String> = whose.given.into_iter().filter_map(late).collect();
        let nobodys = whose.open.is_some() && self.orders.seen.iter().any(is_nobodys);
        self.orders.whose.open = (nobodys || !doubted.is_empty()).then_some(now);
        self.orders.whose.doubted = doubted;
    }

    /// When cards will have been beside the conversation for long enough, if it is not
    /// clear of all of them whose they are.
    pub fn settles_at(&self) -> Option<Millis> {
        self.orders.whose.open.filter(|_| self.has_conversation()).map(|since| since + SETTLED)
    }

    /// Gives cards to the buyer beside whom they have stood for a while.
    pub(super) fn settle_orders(&mut self) {
        if self.settles_at().is_some_and(|at| at <= self.now) {
            for id in std::mem::take(&mut self.orders.whose.doubted) {
                self.orders.book.forget(&id);
            }
            let cards = std::mem::take(&mut self.orders.cards);
            self.take_cards(cards, |_| true);
        }
    }

    /// Whether an order is the buyer's on screen, or of a page that shows nobody.
    pub(super) fn is_for_here(&self, order: &Order) -> bool {
        let nobodys = is_nobodys(order) && self.orders.whose.open.is_none();
        nobodys || self.is_here(&order.platform, &order.buyer)
    }

    /// Takes in cards, and gives those that name nobody and are not known to be
    /// somebody's to the buyer on screen, if that is sure.
    fn take_cards(&mut self, cards: Vec<SeenOrder>, sure: impl Fn(&str) -> bool) {
        let buyer = self.buyer_on_screen();
        let sight = Sight { platform: &self.site, buyer: &buyer, at: self.now, zone: &self.zone };
        let read: Vec<Order> = cards.iter().map(|card| Order::read(card, sight)).collect();
        self.orders.seen.clear();
        self.orders.seen_at = self.now;
        let mut open = false;
        for (mut order, card) in read.into_iter().zip(&cards) {
            let id = order.id();
            // What a conversation, a file or a hand said of its buyer gives way to a card.
            let known = self.orders.book.get(&id);
            let new = known.is_none_or(|known| {
                let entered_here = known.from.buyer == Source::Hand && known.buyer == buyer;
                is_nobodys(known) || (known.from.buyer != Source::Card && !entered_here)
            });
            let given = new && card.buyer.trim().is_empty() && buyer != Buyer::default();
            if given && !sure(&id) {
                order.buyer = Buyer::default();
                open = true;
                self.orders.seen.push(order);
                continue;
            }
            if given && !order.number.is_empty() {
                self.orders.whose.given.push((id.clone(), self.now));
            }
            self.orders.book.see(order.clone());
            // It may be known to be somebody else's.
            if let Some(known) = self.orders.book.get(&id) {
                order.clone_from(known);
            }
            self.orders.seen.push(order);
        }
        open |= !self.orders.whose.doubted.is_empty();
        let since = self.orders.whose.open.unwrap_or(self.now);
        self.orders.whose.open = open.then_some(since);
        let own = buyer != Buyer::default() && self.orders.seen.iter().any(|it| it.buyer == buyer);
        self.orders.whose.shown |= own;
        self.orders.cards = cards;
    }

    /// What is known of a card's order.
    fn known_order(&self, card: &SeenOrder, buyer: &Buyer) -> Option<&Order> {
        let sight = Sight { platform: &self.site, buyer, at: self.now, zone: &self.zone };
        self.orders.book.get(&Order::read(card, sight).id())
    }
}

fn is_nobodys(order: &Order) -> bool {
    order.buyer == Buyer::default()
}
