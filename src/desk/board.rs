//! The board: every order that is known, by what is to be done about it.

use crate::desk::Desk;
use crate::desk::asked::FollowUp;
use crate::desk::orders::stake;
use crate::desk::view::{Board, Filter, OrderRow};
use crate::order::{Decision, Order, Planned, Status};
use crate::sort;

/// A list shows so many rows; its count is of all.
const MOST_ROWS: usize = 100;

impl Desk {
    /// The board as the panel shows it.
    pub(super) fn board(&self, asked: &[FollowUp<'_>]) -> Board {
        let list = &self.orders;
        let mut groups: [Vec<(&Order, &Planned)>; 4] = Default::default();
        let mut next: Option<u64> = None;
        for (order, planned) in list.book.orders().iter().zip(&list.plan) {
            let past = list.book.past(&order.id());
            let sent = past.map_or(0, |past| past.sent.len());
            let group = match planned.decision {
                Decision::Remind => 0,
                Decision::Wait { until } => {
                    next = next.into_iter().chain(until).min();
                    1
                }
                Decision::Never if order.status == Status::Paid => {
                    if past.and_then(crate::order::Past::paid_after).is_none() {
                        continue;
                    }
                    3
                }
                // What is over and was never waited for is nobody's business here.
                Decision::Never if order.status == Status::Closed && sent == 0 => continue,
                Decision::Never => 2,
            };
            let shown = match list.filter {
                Filter::All => true,
                Filter::Here => self.is_here(&order.platform, &order.buyer),
                Filter::Fresh => sent == 0,
            };
            if shown && list.sought.is_in(&[&order.buyer.name, &order.number, &order.item]) {
                groups[group].push((order, planned));
            }
        }
        let asked: Vec<&FollowUp<'_>> = asked.iter().filter(|it| self.shows(it)).collect();
        let counts = [0, 1, 2, 3].map(|group: usize| groups[group].len());
        let [mut due, mut later, mut never, mut paid] = groups;
        sort::by_key(&mut due, |(order, planned)| {
            let [closes, amount, ..] = stake(order, planned);
            [u32::from(order.platform != self.site), closes, amount, 0]
        });
        sort::by_key(&mut later, |(order, planned)| {
            let [closes, amount, ..] = stake(order, planned);
            let until = match planned.decision {
                Decision::Wait { until: Some(until) } => seconds(until),
                _ => u32::MAX,
            };
            [until, closes, amount, 0]
        });
        sort::by_key(&mut never, |(order, _)| [!seconds(order.seen), 0, 0, 0]);
        sort::by_key(&mut paid, |(order, _)| {
            let paid = list.book.past(&order.id()).and_then(|past| past.paid);
            [!seconds(paid.unwrap_or(0)), 0, 0, 0]
        });
        let rows = |group: Vec<(&Order, &Planned)>| -> Vec<OrderRow> {
            let shown = group.into_iter().take(MOST_ROWS);
            shown.map(|(order, planned)| self.row_of(order, Some(planned))).collect()
        };
        Board {
            filter: list.filter,
            sought: list.sought.clone(),
            due: rows(due),
            later: rows(later),
            never: rows(never),
            paid: rows(paid),
            counts,
            asked: self.asked_rows(&asked),
            asked_count: asked.len(),
            next,
        }
    }

    /// Whether the board shows a buyer who asked: nobody was reminded of an order there.
    fn shows(&self, asked: &FollowUp<'_>) -> bool {
        let facts = asked.facts;
        let shown = match self.orders.filter {
            Filter::All => true,
            Filter::Here => self.is_here(&facts.platform, &facts.buyer),
            Filter::Fresh => false,
        };
        shown && self.orders.sought.is_in(&[&facts.buyer.name, &self.preview_of(asked.id)])
    }
}

fn seconds(at: u64) -> u32 {
    u32::try_from(at / 1000).unwrap_or(u32::MAX)
}
