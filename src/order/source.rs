//! Where an order is known from, and how sure that is.
//!
//! What is seen last counts, but the surer source decides what does harm when it is
//! wrong: whose the order is, when it closes, and whether it is over.

use crate::order::past::Buyer;
use crate::order::{Order, Status};

/// Where something about an order is known from, the least sure first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A number in a conversation. Anybody can write anybody's.
    Chat,
    /// A file, which may be older than the page.
    File,
    /// The agent's own hand.
    Hand,
    /// A card in the order panel of the page.
    #[default]
    Card,
}

impl Source {
    const ALL: [Self; 4] = [Self::Chat, Self::File, Self::Hand, Self::Card];

    /// Its name in records.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::File => "file",
            Self::Hand => "hand",
            Self::Card => "card",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// Where the parts of an order are known from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sources {
    /// Whose it is.
    pub buyer: Source,
    /// Its status, item and amount, and when it was placed.
    pub card: Source,
    /// When it closes.
    pub closes: Source,
}

impl Sources {
    /// All of it is known from there.
    pub fn all(source: Source) -> Self {
        Self { buyer: source, card: source, closes: source }
    }

    /// What was kept before its source was kept with it: it gives way to the page's
    /// buyer, its closing time is nobody's word, and what is over stays so.
    pub(super) fn not_kept() -> Self {
        Self { buyer: Source::Chat, card: Source::Card, closes: Source::File }
    }
}

impl Order {
    /// When it closes, if the page itself says so.
    pub fn page_closes(&self) -> Option<u64> {
        self.closes.filter(|_| self.from.closes == Source::Card)
    }

    /// Whether it is over and this sight of it is not sure enough to say otherwise.
    pub(super) fn stays_over(&self, seen: &Self) -> bool {
        let over = matches!(self.status, Status::Paid | Status::Closed | Status::Refunding);
        let open = matches!(seen.status, Status::Unpaid | Status::Unknown);
        over && open && seen.from.card != Source::Card && seen.from.card <= self.from.card
    }

    /// Whether the page has shown it as unpaid since this was so, by a source that is
    /// less sure and says that it is over.
    pub(super) fn is_fresher(&self, seen: &Self) -> bool {
        let over = matches!(seen.status, Status::Paid | Status::Closed | Status::Refunding);
        let card = self.from.card == Source::Card && self.status == Status::Unpaid;
        card && over && seen.from.card < Source::Card && seen.seen > 0 && seen.seen < self.seen
    }
}

/// What is known of an order that was seen before: where the new sight shows nothing,
/// or is less sure, the old one holds.
pub(super) fn same_order(known: &Order, mut seen: Order) -> Order {
    (seen.buyer, seen.from.buyer) = same_buyer(known, &seen);
    let less = seen.from.card < known.from.card;
    if known.stays_over(&seen) || (less && seen.status == Status::Unknown) {
        seen.status = known.status;
        seen.status_text.clone_from(&known.status_text);
    }
    let fill = |text: &mut String, known: &String| {
        if text.is_empty() || (less && !known.is_empty()) {
            text.clone_from(known);
        }
    };
    fill(&mut seen.item, &known.item);
    fill(&mut seen.tracking, &known.tracking);
    if seen.amount.is_none() || (less && known.amount.is_some()) {
        fill(&mut seen.amount_text, &known.amount_text);
        seen.amount = known.amount.clone().or(seen.amount);
    }
    if seen.created.is_none() || (less && known.created.is_some()) {
        fill(&mut seen.created_text, &known.created_text);
        seen.created = known.created.or(seen.created);
    }
    if seen.closes.is_none() || (seen.from.closes < known.from.closes && known.closes.is_some()) {
        if seen.closes.is_some() || seen.closes_text.is_empty() {
            seen.closes_text.clone_from(&known.closes_text);
        }
        seen.closes = known.closes;
        seen.from.closes = known.from.closes;
    }
    // What is over by the word of a less sure source is open again when the page says so.
    let says = seen.status != known.status;
    seen.from.card = if less && !says { known.from.card } else { seen.from.card };
    seen
}

/// Whose an order is that was seen twice, and who says so.
fn same_buyer(known: &Order, seen: &Order) -> (Buyer, Source) {
    let nobody = Buyer::default();
    let (old, new) = (&known.buyer, &seen.buyer);
    let surer = seen.from.buyer > known.from.buyer;
    if *new == nobody {
        return (old.clone(), known.from.buyer);
    }
    if *old == nobody {
        return (new.clone(), seen.from.buyer);
    }
    if old.key == new.key {
        let name = if new.name.is_empty() { &old.name } else { &new.name };
        let buyer = Buyer { key: old.key.clone(), name: name.clone() };
        // Without a key two names are two buyers.
        let same = !old.key.is_empty() || old.name == new.name;
        return match (same, surer) {
            (true, _) => (buyer, known.from.buyer.max(seen.from.buyer)),
            (false, true) => (new.clone(), seen.from.buyer),
            (false, false) => (old.clone(), known.from.buyer),
        };
    }
    // A file masks names in its own way: that is no reason to doubt whose it is.
    let told = !new.key.is_empty()
        || seen.from.buyer == Source::Card
        || !(new.is_masked() || old.is_masked());
    if new.key.is_empty() && new.name == old.name {
        return (old.clone(), known.from.buyer);
    }
    let first = old.key.is_empty() && seen.from.buyer >= known.from.buyer;
    if first || (surer && told) {
        (new.clone(), seen.from.buyer)
    } else {
        (old.clone(), known.from.buyer)
    }
}
