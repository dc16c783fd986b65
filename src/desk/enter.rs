//! An order entered by hand, in one short form: of the buyer on screen when the form
//! was opened, whoever is on screen when it is saved. What cannot be read is not
//! taken, and the form stays.

use std::rc::Rc;

use crate::desk::Desk;
use crate::desk::view::{EntryForm, Notice, WrongEntry};
use crate::desk::wire::SeenOrder;
use crate::order::{Buyer, Order, Sight, Source, Sources};
use crate::zone::MINUTE;

/// The form that is open.
#[derive(Debug)]
pub(super) struct Entering {
    buyer: Buyer,
    site: String,
    pub form: Rc<EntryForm>,
}

impl Desk {
    /// Opens the form for the buyer on screen, or closes it.
    pub(super) fn open_entry(&mut self, open: bool) {
        self.orders.entering = None;
        if open && !self.has_conversation() {
            self.notice = Some(Notice::NoBuyer);
        } else if open {
            let buyer = self.buyer_on_screen();
            let name = if buyer.name.is_empty() { &buyer.key } else { &buyer.name };
            let form = Rc::new(EntryForm { buyer: name.clone(), wrong: Vec::new() });
            self.orders.entering = Some(Entering { buyer, site: self.site.clone(), form });
        }
    }

    /// Takes in what the form says, or says beside its lines what cannot be read.
    pub(super) fn enter_order(&mut self, card: &SeenOrder) {
        let Some(Entering { buyer, site, .. }) = &self.orders.entering else { return };
        let blank = ["", "¥", "￥"].contains(&card.amount.trim());
        let amount = if blank { String::new() } else { card.amount.trim().to_owned() };
        let card = SeenOrder { amount, buyer: String::new(), ..card.clone() };
        let sight = Sight { platform: site, buyer, at: self.now, zone: &self.zone };
        let order = Order { from: Sources::all(Source::Hand), ..Order::read(&card, sight) };
        let known = self.orders.book.get(&order.id());
        let wrong = wrong_in(&card, &order, known, self.now);
        if wrong.is_empty() {
            self.orders.book.see(order);
            self.orders.entering = None;
        } else if let Some(entering) = &mut self.orders.entering {
            Rc::make_mut(&mut entering.form).wrong = wrong;
        }
    }
}

/// The lines that say something which cannot be taken.
fn wrong_in(card: &SeenOrder, order: &Order, known: Option<&Order>, now: u64) -> Vec<WrongEntry> {
    let given = |text: &str| !text.trim().is_empty();
    let whole = |read: &str| read.replace(' ', "") == card.amount.replace(' ', "");
    let amount = order.amount.as_ref().is_some_and(|amount| whole(&amount.text));
    let mut wrong = Vec::new();
    if order.number.is_empty() {
        wrong.push(WrongEntry::Number);
    } else if known.is_some_and(|known| known.from.buyer == Source::Card) {
        wrong.push(WrongEntry::Known);
    }
    if given(&card.amount) && !amount {
        wrong.push(WrongEntry::Amount);
    }
    if given(&card.created) && order.created.is_none_or(|at| at > now + MINUTE) {
        wrong.push(WrongEntry::Created);
    }
    if given(&card.closes) && order.closes.is_none_or(|at| at <= now) {
        wrong.push(WrongEntry::Closes);
    }
    wrong
}
