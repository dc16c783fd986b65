//! The orders: those on the page, those of the book, and the reminder that is
//! written on request.
//!
//! A reminder is written into the conversation of the order's own buyer only.
//! Which order that is was settled when it was seen; here it is compared with the
//! conversation on screen.

use std::rc::Rc;

use crate::desk::enter::Entering;
use crate::desk::sought::Sought;
use crate::desk::view::{Filter, LimitForm, Notice, OrderRow};
use crate::desk::whose::Whose;
use crate::desk::wire::{SeenOrder, ToPage};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect, Millis};
use crate::kept::Kept;
use crate::order::{
    Book, Buyer, Cause, Decision, Intake, Order, Planned, Reason, Reminder, Settings, Status,
    TakenIn, is_countdown, values_for,
};
use crate::reply::{Filled, Values};
use crate::zone::{MINUTE, Zone};

/// The orders seen, and what was done about them.
#[derive(Debug, Default)]
pub(super) struct OrderList {
    /// In page order.
    pub seen: Vec<Order>,
    /// The cards that they were read from.
    pub cards: Vec<SeenOrder>,
    /// When the page said them.
    pub seen_at: Millis,
    /// The id of the order that the agent chose.
    pub chosen: Option<String>,
    /// All orders that are known.
    pub book: Book,
    /// Which of them the board shows.
    pub filter: Filter,
    /// The words that the agent looks for on it.
    pub sought: Sought,
    /// The limits that the agent gave, over those of the packs.
    pub own_limits: Settings,
    /// Both together.
    pub limits: Settings,
    /// The limits as they are shown, if they are open.
    pub form: Option<Rc<LimitForm>>,
    /// What could not be read of the kept limits, and what is still to be kept.
    pub kept: Kept,
    /// What is decided about the orders of the book, in their order.
    pub plan: Vec<Planned>,
    made_of: Option<(u64, u64, Zone)>,
    /// Which of the cards are known to be the buyer's on screen.
    pub whose: Whose,
    /// The form for an order by hand, if it is open.
    pub entering: Option<Entering>,
    /// What a file of orders would do.
    pub intake: Option<Rc<Vec<Intake>>>,
    /// What the last file did.
    pub taken: Option<TakenIn>,
}

impl OrderList {
    /// The limits changed.
    pub fn limit(&mut self, below: &Settings) {
        self.limits = self.own_limits.over(below);
        self.made_of = None;
    }
}

impl Desk {
    /// Decides anew about all orders, if anything that counts has changed.
    pub(super) fn plan_orders(&mut self) {
        let minute = self.now / MINUTE;
        let made_of = (self.orders.book.revision(), minute, self.zone.clone());
        if self.orders.made_of.as_ref() != Some(&made_of) {
            let list = &mut self.orders;
            list.plan = list.book.plan(&list.limits, &self.zone, self.now);
            list.made_of = Some(made_of);
        }
    }

    /// What nobody saw for long is forgotten.
    pub(super) fn forget_old(&mut self) {
        self.orders.book.sweep(&self.orders.limits, self.now);
        self.promises.book.sweep(&self.orders.limits, self.now);
    }

    /// The buyer of the conversation on screen.
    pub(super) fn buyer_on_screen(&self) -> Buyer {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Buyer { key: line(&self.conversation.key), name: line(&self.conversation.buyer) }
    }

    /// Whether the conversation on screen is this buyer's: the key and the name
    /// are the same. Without a key a name will do if nothing of it is masked.
    pub(super) fn is_here(&self, platform: &str, buyer: &Buyer) -> bool {
        let here = self.buyer_on_screen();
        let named = here.name == buyer.name;
        if platform != self.site {
            return false;
        }
        if buyer.key.is_empty() {
            return named
                && !buyer.name.is_empty()
                && !buyer.is_masked()
                && !self.orders.book.is_another_named(platform, &buyer.name, &here.key);
        }
        here.key == buyer.key && (named || here.name.is_empty() || buyer.name.is_empty())
    }

    /// The order whose values fill in replies: the one that the agent chose, or
    /// the only one there is. Among several nobody guesses.
    pub(super) fn order_at_hand(&self) -> Option<&Order> {
        let seen = &self.orders.seen;
        let chosen = self.orders.chosen.as_deref();
        let order = seen.iter().find(|order| chosen.is_some_and(|chosen| order.id() == chosen));
        order.or(match seen.as_slice() {
            [only] => Some(only),
            _ => None,
        })
    }

    /// What the order at hand says of a reply's fields, and where. A console may
    /// show the cards of the conversation before for a while: what is known to be
    /// another buyer's is stale, however often the page says it.
    pub(super) fn order_values(&self) -> Values {
        let Some(order) = self.order_at_hand() else { return Values::default() };
        let card = self.orders.seen.iter().position(|seen| seen.number == order.number);
        let mut values = order.values_seen(card.map_or(0, |card| card + 1), self.orders.seen_at);
        if !self.is_for_here(order) {
            values.outdate();
        }
        values
    }

    /// The order of the buyer on screen that is to be reminded first: the reminder
    /// is due and does not stand in the composer. What is most at stake comes first.
    pub(super) fn due(&self) -> Option<&Order> {
        let list = &self.orders;
        let due = |(order, planned): &(&Order, &Planned)| {
            planned.decision == Decision::Remind
                && self.is_here(&order.platform, &order.buyer)
                && !self.has_reminder(&order.id())
        };
        let due = list.book.orders().iter().zip(&list.plan).filter(due);
        due.min_by_key(|(order, planned)| stake(order, planned)).map(|(order, _)| order)
    }

    /// What is planned about an order.
    pub(super) fn planned(&self, order: &Order) -> Option<&Planned> {
        let same = |it: &Order| it.number == order.number && it.platform == order.platform;
        let place = self.orders.book.orders().iter().position(same)?;
        self.orders.plan.get(place)
    }

    /// An order as the panel shows it.
    pub(super) fn order_row(&self, order: &Order) -> OrderRow {
        let planned = self.planned(order);
        self.row_of(order, planned)
    }

    pub(super) fn row_of(&self, order: &Order, planned: Option<&Planned>) -> OrderRow {
        let reminder = self.reminder_of(order, planned).map(|(_, filled)| filled);
        let reminder = reminder.unwrap_or_default();
        let id = order.id();
        let past = self.orders.book.past(&id);
        let counted = is_countdown(&order.closes_text);
        OrderRow {
            id,
            number: order.number.clone(),
            buyer: order.buyer.name.clone(),
            elsewhere: (order.platform != self.site).then(|| order.platform.clone()),
            here: self.is_here(&order.platform, &order.buyer),
            decision: planned.map(|planned| planned.decision),
            reasons: planned.map(|planned| planned.reasons.clone()).unwrap_or_default(),
            closes_at: planned.and_then(|planned| planned.closes),
            cause: planned.map(|planned| planned.cause).unwrap_or_default(),
            say: self.sayable(order, planned),
            paid_after: past.and_then(crate::order::Past::paid_after),
            status: order.status,
            status_text: order.status_text.clone(),
            item: order.item.clone(),
            amount: order.amount_text.clone(),
            created: order.created_text.clone(),
            closes: if counted { String::new() } else { order.closes_text.clone() },
            counted_to: order.closes.filter(|_| counted),
            reminded: past.map_or(0, |past| past.sent.len()),
            reminder: reminder.text,
            missing: reminder.missing,
        }
    }

    /// Writes the reminder of one order: of that with this id, else of the first
    /// that is due.
    pub(super) fn remind(&mut self, id: Option<&str>) -> Vec<Effect> {
        let order = match id {
            Some(id) => {
                let here = self.orders.seen.iter().find(|order| order.id() == id);
                here.or_else(|| self.orders.book.get(id))
            }
            None => self.due(),
        };
        let planned = order.and_then(|order| self.planned(order));
        let written = order.and_then(|order| Some((order, self.reminder_of(order, planned)?)));
        let Some((order, (chosen, reminder))) = written else {
            if id.is_none() && self.has_any_reminder() {
                return self.reminder_stands();
            }
            self.notice = Some(Notice::NothingDue);
            return Vec::new();
        };
        if !self.has_conversation() {
            self.notice = Some(Notice::NoBuyer);
            return Vec::new();
        }
        if order.buyer == Buyer::default() {
            self.notice = Some(Notice::NobodysOrder);
            return vec![Effect::Page(ToPage::Look)];
        }
        if !self.is_here(&order.platform, &order.buyer) {
            self.notice = Some(self.other_buyer(&order.buyer, &order.item));
            // The name or the order may be known better by now.
            return vec![Effect::Page(ToPage::Look)];
        }
        let thanks = planned.is_some_and(|planned| planned.cause == Cause::Unwanted);
        if let Some(reason) = planned.and_then(firm).filter(|reason| !(thanks && declined(reason)))
        {
            self.notice = Some(Notice::NotNow(reason.clone()));
            return Vec::new();
        }
        if !reminder.missing.is_empty() {
            self.notice = Some(Notice::Missing(reminder.missing));
            return Vec::new();
        }
        let others = planned.map(|planned| planned.others.as_slice()).unwrap_or_default();
        // Words that name one order remind of that one.
        let others = if chosen.is_for_all() { others } else { &[] };
        let orders = self.orders.book.orders();
        let others = others.iter().filter_map(|place| orders.get(*place));
        let mut orders = vec![order.id()];
        orders.extend(others.map(Order::id));
        let reminder_id = chosen.id.clone();
        let purpose = Purpose::Reminder { orders, reminder: reminder_id, counts: !thanks };
        self.insert_reminder(reminder.text, purpose)
    }

    /// That something is of another buyer than the one on screen. Where both have the
    /// same name, what the other one said last tells them apart, else the item.
    pub(super) fn other_buyer(&self, buyer: &Buyer, item: &str) -> Notice {
        let name = buyer.name.clone();
        if self.buyer_on_screen().name != name {
            return Notice::OtherBuyer(name);
        }
        let last = self.last_in_list(&buyer.key).unwrap_or(item);
        Notice::SameName { buyer: name, last: shortened(last) }
    }

    /// Whether the page shows a conversation at all.
    pub(super) fn has_conversation(&self) -> bool {
        let named = |text: &str| !text.trim().is_empty();
        named(&self.conversation.key) || named(&self.conversation.buyer)
    }

    /// The reminder that fits, and what it says.
    fn reminder_of(&self, order: &Order, planned: Option<&Planned>) -> Option<(&Reminder, Filled)> {
        if order.status != Status::Unpaid {
            return None;
        }
        let cause = planned.map(|planned| planned.cause).unwrap_or_default();
        let occasion = planned.map(|planned| Reminder::occasion(order, planned));
        let others = planned.map_or(0, |planned| planned.others.len());
        let reminder = Reminder::choose(
            &self.stock.reminders,
            cause,
            occasion.unwrap_or_default(),
            self.preferences.tone,
        )?;
        let values = values_for(order, others, &self.zone, self.now);
        Some((reminder, reminder.fill(&values, self.script())))
    }
}

/// The beginning of words that only have to be known again.
fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LAST_WORDS) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// So many characters are known again.
const LAST_WORDS: usize = 16;

/// How much is at stake: what closes first, and then the higher amount.
pub(super) fn stake(order: &Order, planned: &Planned) -> [u32; 4] {
    let minutes = planned
        .closes
        .map_or(u32::MAX, |closes| u32::try_from(closes / MINUTE).unwrap_or(u32::MAX));
    let amount = order.amount.as_ref().map_or(0, |amount| amount.hundredths);
    [minutes, !u32::try_from(amount).unwrap_or(u32::MAX), 0, 0]
}

/// The reason for which an order is not reminded even when the agent asks for it.
/// What is only early, or for the buyer to say, is the agent's to judge.
fn firm(planned: &Planned) -> Option<&Reason> {
    let never = planned.decision == Decision::Never;
    planned.reasons.iter().find(|reason| {
        never
            || matches!(
                reason,
                Reason::QuietHours { .. }
                    | Reason::RecentReminder { .. }
                    | Reason::CeilingDay { .. }
                    | Reason::CeilingBuyer { .. }
                    | Reason::CeilingAll { .. }
            )
    })
}

fn declined(reason: &Reason) -> bool {
    matches!(reason, Reason::Declined { .. })
}
