//! What a day asks to be looked after, and what is worth an alarm: the board in
//! a few numbers, for who does not look at it.

use std::rc::Rc;

use crate::desk::Desk;
use crate::desk::view::{Board, Daily, Watch};
use crate::order::{Decision, Order, Planned, Reason, Status};
use crate::text::Script;
use crate::zone::MINUTE;

/// A promise is called to mind so long before its time, that it can be kept.
const BEFORE: u64 = 15 * MINUTE;

/// So many moments are watched; who works the first of them off is told the rest.
const MOST: usize = 200;

/// What the panel shows of the orders. It is long, so it is not made with every
/// key.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub board: Rc<Board>,
    pub daily: Rc<Daily>,
    pub watch: Option<Rc<Watch>>,
    /// The script of the reminders on the board.
    script: Option<Script>,
}

impl Desk {
    /// Brings the board up to date. Typing changes nothing of it but the script of
    /// its reminders.
    pub(super) fn show_orders(&mut self, typing: bool) {
        let script = Some(self.script());
        if typing && self.shown.script == script {
            return;
        }
        self.shown = Shown {
            board: Rc::new(self.board()),
            daily: Rc::new(self.daily()),
            watch: self.watch().map(Rc::new),
            script,
        };
    }

    /// The day's check list.
    pub(super) fn daily(&self) -> Daily {
        let list = &self.orders;
        let orders = list.book.orders().iter().zip(&list.plan);
        let due = orders.clone().filter(|(_, planned)| planned.decision == Decision::Remind);
        let odd = orders.filter(|(order, planned)| is_abnormal(order, planned));
        let waiting = list.book.askers().into_iter().filter(|(_, facts, _)| facts.waiting);
        let tonight = self.zone.midnight_after(self.now);
        let promised = self.promises.book.open().into_iter().filter(|it| it.by < tonight);
        Daily {
            due: due.count(),
            abnormal: odd.map(|(order, _)| order.number.clone()).collect(),
            unanswered: waiting.map(|(_, facts, _)| facts.buyer.name.clone()).collect(),
            promised: promised.map(|it| it.words.clone()).collect(),
        }
    }

    /// What becomes due at which moment, the next first. It names nobody.
    pub(super) fn watch(&self) -> Option<Watch> {
        if !self.shelf.read {
            return None;
        }
        let list = &self.orders;
        let planned = list.book.orders().iter().zip(&list.plan);
        let orders = planned.filter_map(|(order, planned)| {
            let at = match planned.decision {
                // Since when does not matter, and must not make it something new.
                Decision::Remind => 0,
                Decision::Wait { until } => until?,
                Decision::Never => return None,
            };
            Some((format!("order {} {}", order.number, planned.number), at))
        });
        let promises = self.promises.book.open();
        let promises = promises.into_iter().map(|promise| {
            // Put off, it is another moment, and told once more.
            let id = format!("promise {} {}", promise.id, promise.by);
            (id, promise.by.saturating_sub(BEFORE))
        });
        let mut items: Vec<(String, u64)> = orders.chain(promises).collect();
        crate::sort::by_key(&mut items, |(_, at)| {
            [u32::try_from(at / 1000).unwrap_or(u32::MAX), 0, 0, 0]
        });
        items.truncate(MOST);
        let quiet = list.limits.of(&self.site).quiet;
        Some(Watch { items, quiet: (quiet.from, quiet.to) })
    }
}

/// An order that somebody should look after: nobody knows what its status means,
/// money goes back, or its buyer complained.
fn is_abnormal(order: &Order, planned: &Planned) -> bool {
    let unknown = matches!(order.status, Status::Unknown | Status::Refunding);
    let complaint = |reason: &Reason| matches!(reason, Reason::ComplaintOpen { .. });
    unknown || planned.reasons.iter().any(complaint)
}
