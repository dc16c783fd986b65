//! What the panel shows of the orders, and what is worth an alarm: the board in
//! a few numbers, for who does not look at it.

use std::rc::Rc;

use crate::desk::Desk;
use crate::desk::asked::FollowUp;
use crate::desk::view::{Board, Daily, Watch};
use crate::order::Decision;
use crate::text::Script;

/// So many of each are watched: what is due now, what comes, and promises. Who works the
/// first of them off is told the rest.
const MOST: usize = 100;

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
        let asked = self.follow_ups();
        self.shown = Shown {
            board: Rc::new(self.board(&asked)),
            daily: Rc::new(self.daily(&asked)),
            watch: self.watch(&asked).map(Rc::new),
            script,
        };
    }

    /// What becomes due at which moment, the next first. It names nobody. Of much that
    /// is due a part is enough to be told of; what comes, and promises, are never cut
    /// off by it.
    fn watch(&self, asked: &[FollowUp<'_>]) -> Option<Watch> {
        if !self.shelf.read {
            return None;
        }
        let list = &self.orders;
        let planned = list.book.orders().iter().zip(&list.plan);
        let orders = planned.filter_map(|(order, planned)| {
            let at = moment(planned.decision)?;
            Some((format!("order {} {}", order.id(), planned.number), at))
        });
        let asked = asked.iter().filter_map(|it| {
            let number = it.facts.followed.len() + 1;
            Some((format!("asked {:016x} {number}", mark(it.id)), moment(it.decision)?))
        });
        let all: Vec<(String, u64)> = orders.chain(asked).collect();
        let (due, to_come): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, at)| *at <= self.now);
        let promises = self.promises.book.open();
        // Put off, it is another moment, and told once more.
        let promises = promises
            .into_iter()
            .map(|promise| (format!("promise {} {}", promise.id, promise.by), promise.due()));
        let mut items = next(due);
        items.extend(next(to_come));
        items.extend(next(promises.collect()));
        sort(&mut items);
        let quiet = list.limits.of(&self.site).quiet;
        Some(Watch { items, quiet: (quiet.from, quiet.to) })
    }
}

/// When something is decided anew; 0 if it is due.
fn moment(decision: Decision) -> Option<u64> {
    match decision {
        // Since when does not matter, and must not make it something new.
        Decision::Remind => Some(0),
        Decision::Wait { until } => until,
        Decision::Never => None,
    }
}

/// The next of them, as many as are watched.
fn next(mut items: Vec<(String, u64)>) -> Vec<(String, u64)> {
    sort(&mut items);
    items.truncate(MOST);
    items
}

fn sort(items: &mut Vec<(String, u64)>) {
    crate::sort::by_key(items, |(_, at)| [u32::try_from(at / 1000).unwrap_or(u32::MAX), 0, 0, 0]);
}

/// A mark for a buyer's id that does not say the name in it: FNV-1a.
fn mark(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |mark, byte| {
        (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
