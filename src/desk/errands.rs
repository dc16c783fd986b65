//! The day's check list: orders that are not in order, buyers without an answer,
//! promises that are to be kept today. What each row leads to is on the board, in the
//! conversation on screen, or among the notes; where it is another buyer's, that is said.

use crate::desk::asked::FollowUp;
use crate::desk::sought::Sought;
use crate::desk::view::{Daily, Errand, ErrandRow, Filter, Notice, Odd, Tab};
use crate::desk::wire::ToPage;
use crate::desk::{Desk, Effect};
use crate::order::{Buyer, Cause, Decision, Order, Planned, Reason, Status};

/// So many rows of each kind are listed; the counts are of all.
const MOST: usize = 40;

impl Desk {
    /// The day's check list.
    pub(super) fn daily(&self, asked: &[FollowUp<'_>]) -> Daily {
        let list = &self.orders;
        let orders = || list.book.orders().iter().zip(&list.plan);
        // What is due on another platform counts on its own console.
        let due = orders().filter(|(order, planned)| {
            planned.decision == Decision::Remind && order.platform == self.site
        });
        let odd: Vec<(&Order, Odd)> =
            orders().filter_map(|(order, planned)| Some((order, odd(order, planned)?))).collect();
        let mut waiting: Vec<_> = list.book.askers();
        waiting.retain(|(_, facts, _)| facts.waiting);
        // Who has waited longest comes first.
        crate::sort::by_key(&mut waiting, |(_, facts, _)| {
            [u32::try_from(facts.asked / 1000).unwrap_or(u32::MAX), 0, 0, 0]
        });
        let tonight = self.zone.midnight_after(self.now);
        let promised = self.promises.book.open().into_iter().filter(|it| it.by < tonight);
        let promised: Vec<_> = promised.collect();
        let counts = [odd.len(), waiting.len(), promised.len()];
        let row = |errand: Errand, platform: &str, buyer: &Buyer| ErrandRow {
            errand,
            buyer: buyer.name.clone(),
            here: self.is_here(platform, buyer),
        };
        let odd = odd.into_iter().take(MOST).map(|(order, odd)| {
            let title = if order.item.is_empty() { &order.number } else { &order.item };
            let errand = Errand::Order { id: order.id(), title: title.clone(), odd };
            row(errand, &order.platform, &order.buyer)
        });
        let waiting = waiting.into_iter().take(MOST).map(|(id, facts, _)| {
            let errand = Errand::Buyer { id: id.to_owned(), said: self.preview_of(id) };
            row(errand, &facts.platform, &facts.buyer)
        });
        let promised = promised.into_iter().take(MOST).map(|it| {
            let errand = Errand::Promise { id: it.id.clone(), words: it.words.clone(), by: it.by };
            row(errand, &it.platform, &it.buyer)
        });
        let follow =
            |it: &&FollowUp<'_>| it.decision == Decision::Remind && it.facts.platform == self.site;
        let due = due.count() + asked.iter().filter(follow).count();
        Daily { due, counts, rows: odd.chain(waiting).chain(promised).collect() }
    }

    /// Goes to what a row of the check list is about.
    pub(super) fn run_errand(&mut self, errand: &Errand) -> Vec<Effect> {
        let (platform, buyer, item) = match errand {
            Errand::Order { id, .. } => {
                let Some(order) = self.orders.book.get(id) else { return Vec::new() };
                (order.platform.clone(), order.buyer.clone(), order.item.clone())
            }
            Errand::Buyer { id, .. } => {
                let Some(facts) = self.orders.book.asker(id) else { return Vec::new() };
                (facts.platform.clone(), facts.buyer.clone(), String::new())
            }
            Errand::Promise { id, .. } => {
                let open = self.promises.book.open();
                let Some(promise) = open.into_iter().find(|it| it.id == *id) else {
                    return Vec::new();
                };
                (promise.platform.clone(), promise.buyer.clone(), String::new())
            }
        };
        let here = self.is_here(&platform, &buyer);
        match errand {
            // The board shows it, whatever it was showing.
            Errand::Order { .. } => {
                self.orders.filter = Filter::All;
                self.orders.sought = Sought::default();
            }
            Errand::Promise { .. } => self.tab = Tab::Notes,
            Errand::Buyer { .. } => {}
        }
        if !here {
            let order = matches!(errand, Errand::Order { .. });
            self.notice = Some(match self.other_buyer(&buyer, &item) {
                _ if buyer == Buyer::default() => Notice::NobodysOrder,
                Notice::OtherBuyer(name) if !order => Notice::TheirConversation(name),
                other => other,
            });
            return Vec::new();
        }
        self.notice = None;
        match errand {
            Errand::Buyer { .. } => vec![Effect::Page(ToPage::FocusComposer)],
            _ => Vec::new(),
        }
    }
}

/// Why somebody should look after an order, if somebody should: the page and the buyer
/// say different things, paying did not work, its buyer complained, money goes back, or
/// nobody knows what its status means.
fn odd(order: &Order, planned: &Planned) -> Option<Odd> {
    let has = |about: fn(&Reason) -> bool| planned.reasons.iter().any(about);
    let open = order.status == Status::Unpaid && planned.decision != Decision::Never;
    if has(|reason| matches!(reason, Reason::SaysPaid)) {
        return Some(Odd::SaysPaid);
    }
    if open && planned.cause == Cause::Payment {
        return Some(Odd::PaymentFailed);
    }
    if has(|reason| matches!(reason, Reason::ComplaintOpen { .. })) {
        return Some(Odd::Complaint);
    }
    match order.status {
        Status::Refunding => Some(Odd::Refunding),
        Status::Unknown if !order.status_text.is_empty() => {
            Some(Odd::Unknown(order.status_text.clone()))
        }
        _ => None,
    }
}
