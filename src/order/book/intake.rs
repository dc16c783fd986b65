//! A file of orders before it is taken in, as it is taken in, and how that is undone.
//!
//! Each row is held against the book: it is new, it changes what is known, it says
//! nothing new, or a later row of the same order speaks for it. Taking in is one
//! step; undone, everything is as before, but for what has happened since.

use std::collections::BTreeMap;

use crate::order::Order;
use crate::order::book::Book;
use crate::order::book::record::order_record;
use crate::order::heard::Ear;
use crate::order::past::{Facts, Past, Sent};
use crate::order::source::same_order;

/// A row of a file of orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The line, or the row of a sheet, that it begins on.
    pub line: usize,
    /// The order, seen when the file was made.
    pub order: Order,
    /// When it was reminded before, oldest first.
    pub sent: Vec<u64>,
    /// When there last was a message of either side.
    pub contact: Option<u64>,
    /// What the buyer said.
    pub said: String,
}

impl Row {
    /// When its words were said, as far as it tells.
    pub fn said_at(&self) -> u64 {
        self.contact.or(self.order.created).unwrap_or(self.order.seen)
    }

    /// Adds what another row of the same order says was done and said.
    pub fn add_past(&mut self, other: &Self) {
        self.sent.extend(&other.sent);
        self.sent.sort_unstable();
        self.sent.dedup();
        self.contact = self.contact.max(other.contact);
        if !other.said.is_empty() && !self.said.lines().any(|line| line == other.said) {
            if !self.said.is_empty() {
                self.said.push('\n');
            }
            self.said.push_str(&other.said);
        }
    }
}

/// What would become of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Nobody has seen the order before.
    New,
    /// It says something else about a known order: these parts.
    Changed(Vec<Part>),
    /// It says what is known.
    Known,
    /// The order is paid, closed or refunded by what is as sure as a file or surer, and
    /// the row says that it waits for payment: it is not taken.
    Over,
    /// The page has shown the order as unpaid since the file was made, and the row says
    /// that it is over: it is not taken.
    Fresher,
    /// The row on this line is about the same order, and later.
    Repeated(usize),
}

/// A part of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What its status is.
    Status,
    /// Whose it is.
    Buyer,
    /// The item.
    Item,
    /// The amount.
    Amount,
    /// When it was placed.
    Created,
    /// When it closes.
    Closes,
    /// The number of its parcel.
    Tracking,
    /// When it was reminded, when somebody last wrote, what the buyer said.
    Past,
}

impl Part {
    /// The parts that are shown.
    const SHOWN: [Self; 7] = [
        Self::Status,
        Self::Buyer,
        Self::Item,
        Self::Amount,
        Self::Created,
        Self::Closes,
        Self::Tracking,
    ];

    /// What stands in this part of an order, in words.
    pub fn of(self, order: &Order) -> &str {
        match self {
            Self::Status => &order.status_text,
            Self::Buyer => &order.buyer.name,
            Self::Item => &order.item,
            Self::Amount => order.amount.as_ref().map_or("", |amount| &amount.text),
            Self::Created => &order.created_text,
            Self::Closes => &order.closes_text,
            Self::Tracking => &order.tracking,
            Self::Past => "",
        }
    }

    fn differs(self, one: &Order, other: &Order) -> bool {
        match self {
            Self::Status => one.status != other.status,
            Self::Buyer => one.buyer != other.buyer,
            Self::Created => one.created != other.created,
            Self::Closes => one.closes != other.closes,
            shown => shown.of(one) != shown.of(other),
        }
    }
}

/// A row, and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// The row, its order as it would be in the book.
    pub row: Row,
    /// What would become of it.
    pub fate: Fate,
    /// The order as it is known now, where the row changes it.
    pub was: Option<Order>,
}

impl Intake {
    /// Whether taking the file in would take this row.
    pub fn takes(&self) -> bool {
        matches!(self.fate, Fate::New | Fate::Changed(_))
    }
}

/// A file that was taken in, so that it can be undone: what was known of each order
/// and buyer before, and what was known after.
#[derive(Debug, Default)]
pub struct TakenIn {
    orders: Vec<(String, Before<(Order, Past)>)>,
    buyers: Vec<(String, Before<Facts>)>,
}

#[derive(Debug)]
struct Before<T> {
    before: Option<T>,
    after: Option<T>,
}

impl TakenIn {
    /// How many orders it brought or changed.
    pub fn count(&self) -> usize {
        self.orders.len()
    }
}

impl Book {
    /// What taking in these rows would do.
    pub fn intake(&self, rows: Vec<Row>) -> Vec<Intake> {
        let last: BTreeMap<String, usize> =
            rows.iter().zip(0..).map(|(row, place)| (row.order.id(), place)).collect();
        let lines: Vec<usize> = rows.iter().map(|row| row.line).collect();
        let fate = |(place, mut row): (usize, Row)| {
            let id = row.order.id();
            let later = last.get(&id).copied().filter(|last| *last != place);
            if let Some(later) = later {
                return Intake { row, fate: Fate::Repeated(lines[later]), was: None };
            }
            let Some(known) = self.get(&id) else {
                return Intake { row, fate: Fate::New, was: None };
            };
            if known.stays_over(&row.order) {
                return Intake { row, fate: Fate::Over, was: Some(known.clone()) };
            }
            if known.is_fresher(&row.order) {
                return Intake { row, fate: Fate::Fresher, was: Some(known.clone()) };
            }
            row.order = same_order(known, std::mem::take(&mut row.order));
            let differs = |part: &Part| part.differs(known, &row.order);
            let mut parts: Vec<Part> = Part::SHOWN.into_iter().filter(differs).collect();
            if self.tells_of_the_past(&id, &row) {
                parts.push(Part::Past);
            }
            if parts.is_empty() {
                return Intake { row, fate: Fate::Known, was: None };
            }
            Intake { row, fate: Fate::Changed(parts), was: Some(known.clone()) }
        };
        rows.into_iter().enumerate().map(|(place, row)| fate((place, row))).collect()
    }

    /// Takes in what the rows say, and tells what to undo.
    pub fn take_in(&mut self, rows: Vec<Row>, ear: &Ear, now: u64) -> TakenIn {
        let mut taken = TakenIn::default();
        for Intake { row, .. } in self.intake(rows).into_iter().filter(Intake::takes) {
            let id = row.order.id();
            let of = row.order.buyer_id();
            let order = Before { before: self.both(&id), after: None };
            let facts = of.as_ref().and_then(|of| self.buyers.get(of)).cloned();
            self.take_row(row, ear, now);
            taken.orders.push((id, order));
            if let Some(of) = of.filter(|of| !taken.buyers.iter().any(|(known, _)| known == of)) {
                taken.buyers.push((of, Before { before: facts, after: None }));
            }
        }
        for (id, order) in &mut taken.orders {
            order.after = self.both(id);
        }
        for (id, facts) in &mut taken.buyers {
            facts.after = self.buyers.get(id).cloned();
        }
        taken
    }

    fn take_row(&mut self, row: Row, ear: &Ear, now: u64) {
        let (id, said_at) = (row.order.id(), row.said_at());
        let (platform, buyer) = (row.order.platform.clone(), row.order.buyer.clone());
        let of = row.order.buyer_id();
        self.see(Order { seen: now, ..row.order });
        let past = self.history.entry(id.clone()).or_default();
        for at in row.sent {
            if !past.sent.iter().any(|sent| sent.at == at) {
                let after = past.sent.iter().position(|sent| sent.at > at);
                let sent = Sent { at, reminder: String::new() };
                past.sent.insert(after.unwrap_or(past.sent.len()), sent);
            }
        }
        self.touch(&id);
        let Some(of) = of else { return };
        self.hear_of(&of, &platform, &buyer, (ear.listen(&row.said, said_at), false), now);
        if let Some(contact) = row.contact {
            let later = |facts: &mut Facts| facts.contact = facts.contact.max(contact);
            self.know_of(&of, &platform, &buyer, later);
        }
    }

    /// Undoes what was taken in. What was seen, done or said since stays.
    pub fn undo(&mut self, taken: TakenIn) {
        let mut gone = std::collections::BTreeSet::new();
        for (id, Before { before, after }) in taken.orders {
            let as_left = match (self.both(&id), after) {
                // When it was last seen is no change, nor is what is not kept of it.
                (Some((order, past)), Some((left, past_left))) => {
                    let order = Order { seen: left.seen, ..order };
                    order_record(&order, &past) == order_record(&left, &past_left)
                }
                _ => false,
            };
            match before {
                _ if !as_left => {}
                Some((order, past)) => {
                    self.put(order);
                    self.history.insert(id.clone(), past);
                    self.touch(&id);
                }
                None => {
                    gone.insert(id);
                }
            }
        }
        self.take_out(&gone);
        for (id, Before { before, after }) in taken.buyers {
            if before == after || self.buyers.get(&id) != after.as_ref() {
                continue;
            }
            match before {
                Some(facts) => self.buyers.insert(id.clone(), facts),
                None => self.buyers.remove(&id),
            };
            self.touch_buyer(&id);
        }
    }

    fn both(&self, id: &str) -> Option<(Order, Past)> {
        Some((self.get(id)?.clone(), self.past(id).cloned().unwrap_or_default()))
    }

    /// Whether a row says something of what was done or said that nobody knows.
    fn tells_of_the_past(&self, id: &str, row: &Row) -> bool {
        let past = self.past(id);
        let sent = |at: &u64| past.is_some_and(|past| past.sent.iter().any(|it| it.at == *at));
        let facts = row.order.buyer_id().and_then(|of| self.buyers.get(&of));
        let contact = facts.map_or(0, |it| it.contact);
        !row.sent.iter().all(sent) || row.contact.is_some_and(|at| at > contact)
    }
}
