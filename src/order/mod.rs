//! Unpaid orders: what the page showed, and whether to remind.

/// What an order's status words mean. Unknown words stay unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// Waiting for the buyer's payment.
    Unpaid,
    /// Paid, in any later state.
    Paid,
    /// Closed or cancelled.
    Closed,
    /// A refund is under way.
    Refunding,
    /// Words that the table does not know.
    #[default]
    Unknown,
}
