//! One reminder for a buyer's several orders.

use super::Planned;
use super::crowd::Crowd;
use crate::order::Order;
use crate::order::reason::{Decision, Reason};

/// Of a buyer's orders that are due together, the one that closes first speaks
/// for the others; of those, the one of the highest amount.
pub(super) fn speak_for_others(orders: &[Order], crowd: &Crowd<'_>, planned: &mut [Planned]) {
    for together in crowd.buyers.iter().filter(|it| it.orders.len() > 1) {
        let due = |place: &&usize| planned[**place].decision == Decision::Remind;
        let due: Vec<usize> = together.orders.iter().filter(due).copied().collect();
        let stake = |place: &usize| {
            let amount = orders[*place].amount.as_ref().map_or(0, |amount| amount.hundredths);
            let closes = planned[*place].closes.unwrap_or(u64::MAX);
            (closes, u64::MAX - amount, orders[*place].created, *place)
        };
        let Some(first) = due.iter().copied().min_by_key(stake) else { continue };
        let others: Vec<usize> = due.into_iter().filter(|place| *place != first).collect();
        if others.is_empty() {
            continue;
        }
        for &other in &others {
            let order = orders[first].number.clone();
            planned[other].decision = Decision::Wait { until: None };
            planned[other].reasons = vec![Reason::SameBuyer { order }];
        }
        let named = others.iter().map(|other| orders[*other].number.clone()).collect();
        planned[first].reasons.push(Reason::Several { orders: named });
        planned[first].others = others;
    }
}
