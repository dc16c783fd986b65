//! The words that remind of an unpaid order.

use crate::order::{Order, Status};
use crate::reply::{Filled, Template, Wording};
use crate::text::Script;

/// One way to remind.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// Names it; unique among all packs in use.
    pub id: String,
    /// What is said, with the order's fields as in [`Template`].
    pub body: Wording,
    /// Where the wording comes from.
    pub source: String,
}

impl Reminder {
    /// The reminder of this order, ready to insert unless a field is missing;
    /// `None` if the order is not known to be unpaid.
    pub fn write(&self, order: &Order, script: Script) -> Option<Filled> {
        let unpaid = order.status == Status::Unpaid;
        unpaid.then(|| Template::read(self.body.of(script)).fill(&order.values()))
    }
}
