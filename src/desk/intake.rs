//! A file of orders on the desk: looked at, taken in as one step, and undone.

use std::rc::Rc;

use crate::desk::Desk;
use crate::order::{Intake, Row};

impl Desk {
    /// What taking in these rows would do; without rows it is shown no more. Orders of
    /// no named platform are of the console on screen, and so are those of the platform
    /// that it is a console of: `jd` and `jd-dongdong`.
    pub(super) fn look_at_orders(&mut self, mut rows: Option<Vec<Row>>) {
        let console_of = |platform: &str| {
            let rest = self.site.strip_prefix(platform);
            platform.is_empty() || rest.is_some_and(|rest| rest.starts_with('-'))
        };
        let rows_of_none = rows.iter_mut().flatten().filter(|it| console_of(&it.order.platform));
        rows_of_none.for_each(|row| row.order.platform.clone_from(&self.site));
        self.orders.intake = rows.map(|rows| Rc::new(self.orders.book.intake(rows)));
    }

    /// Takes in what is shown. The book may have changed since that was made, so it
    /// is made anew.
    pub(super) fn take_orders(&mut self) {
        let Some(intake) = self.orders.intake.take() else { return };
        let rows = intake.iter().filter(|it| it.takes()).map(|Intake { row, .. }| row.clone());
        let taken = self.orders.book.take_in(rows.collect(), &self.stock.ear, self.now);
        self.orders.taken = Some(taken);
    }

    /// Undoes the last file that was taken in.
    pub(super) fn undo_orders(&mut self) {
        if let Some(taken) = self.orders.taken.take() {
            self.orders.book.undo(taken);
        }
    }
}
