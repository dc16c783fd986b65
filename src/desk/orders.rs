//! The orders on the page, and the reminder that is written on request.

use crate::desk::view::{Notice, OrderRow};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect, Millis};
use crate::order::{Order, Status};
use crate::reply::{Filled, Values};

/// The orders seen, and what was done about them.
#[derive(Debug, Default)]
pub(super) struct OrderList {
    /// In page order.
    pub seen: Vec<Order>,
    /// When the page said them.
    pub seen_at: Millis,
    /// The number of the order that the agent chose.
    pub chosen: Option<String>,
    /// The numbers of the orders reminded from here, once for each time.
    reminded: Vec<String>,
}

impl OrderList {
    /// A reminder of this order was sent.
    pub fn count_reminder(&mut self, number: String) {
        self.reminded.push(number);
    }

    fn times(&self, number: &str) -> usize {
        self.reminded.iter().filter(|reminded| *reminded == number).count()
    }
}

impl Desk {
    /// The order whose values fill in replies: the one that the agent chose, or
    /// the only one there is. Among several nobody guesses.
    pub(super) fn order_at_hand(&self) -> Option<&Order> {
        let seen = &self.orders.seen;
        let chosen = self.orders.chosen.as_deref();
        let order = seen.iter().find(|order| Some(order.number.as_str()) == chosen);
        order.or(match seen.as_slice() {
            [only] => Some(only),
            _ => None,
        })
    }

    /// What the order at hand says of a reply's fields, and where.
    pub(super) fn order_values(&self) -> Values {
        let Some(order) = self.order_at_hand() else { return Values::default() };
        let card = self.orders.seen.iter().position(|seen| seen.number == order.number);
        order.values_seen(card.map_or(0, |card| card + 1), self.orders.seen_at)
    }

    /// The first unpaid order without a reminder from here.
    pub(super) fn due(&self) -> Option<&Order> {
        self.orders.seen.iter().find(|order| {
            order.status == Status::Unpaid
                && self.orders.times(&order.number) == 0
                && !self.writes.has_reminder(&order.number)
        })
    }

    pub(super) fn order_row(&self, order: &Order) -> OrderRow {
        let reminder = self.reminder_of(order).unwrap_or_default();
        OrderRow {
            number: order.number.clone(),
            status: order.status,
            status_text: order.status_text.clone(),
            item: order.item.clone(),
            amount: order.amount_text.clone(),
            created: order.created.clone(),
            closes: without_seconds(&order.closes).to_owned(),
            reminded: self.orders.times(&order.number),
            reminder: reminder.text,
            missing: reminder.missing,
        }
    }

    /// Writes the reminder of one order: of that with this number, else of the
    /// first that is due.
    pub(super) fn remind(&mut self, number: Option<&str>) -> Vec<Effect> {
        let order = match number {
            Some(number) => self.orders.seen.iter().find(|order| order.number == number),
            None => self.due(),
        };
        let written =
            order.and_then(|order| Some((order.number.clone(), self.reminder_of(order)?)));
        let Some((number, reminder)) = written else {
            self.notice = Some(Notice::NothingDue);
            return Vec::new();
        };
        if !self.has_conversation() {
            self.notice = Some(Notice::NoBuyer);
            return Vec::new();
        }
        if !reminder.missing.is_empty() {
            self.notice = Some(Notice::Missing(reminder.missing));
            return Vec::new();
        }
        self.insert(reminder.text, Purpose::Reminder(number))
    }

    /// Whether the page shows a conversation at all.
    pub(super) fn has_conversation(&self) -> bool {
        let named = |text: &str| !text.trim().is_empty();
        named(&self.conversation.key) || named(&self.conversation.buyer)
    }

    fn reminder_of(&self, order: &Order) -> Option<Filled> {
        self.stock.reminders.first()?.write(order, self.script())
    }
}

/// A countdown as it is read between two looks at the page: its seconds stand
/// still here, and would be wrong at once. One that has only seconds keeps them.
fn without_seconds(closes: &str) -> &str {
    let longer = closes.trim_end().strip_suffix('秒').and_then(|counted| {
        let counted = counted.trim_end();
        let rest = counted.trim_end_matches(|digit: char| digit.is_ascii_digit());
        (rest != counted).then(|| rest.trim_end())
    });
    longer.filter(|longer| longer.ends_with(['分', '钟', '鐘', '时', '時', '天'])).unwrap_or(closes)
}

#[cfg(test)]
mod tests {
    use super::without_seconds;

    #[test]
    fn seconds_that_stand_still_are_not_shown() {
        for (closes, shown) in [
            ("剩余 23小时24分59秒", "剩余 23小时24分"),
            ("剩餘 23 小時 24 分 5 秒", "剩餘 23 小時 24 分"),
            ("1分钟03秒", "1分钟"),
            ("剩余 59秒", "剩余 59秒"),
            ("24分钟秒", "24分钟秒"),
            ("剩余 23小时24分", "剩余 23小时24分"),
            ("2026-11-08 12:00:05", "2026-11-08 12:00:05"),
            ("", ""),
        ] {
            assert_eq!(without_seconds(closes), shown, "{closes}");
        }
    }
}
