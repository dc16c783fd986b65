//! The plan of unpaid orders: one row for every reason, and what holds at midnight,
//! when clocks jump, for orders that were seen twice, and for any orders at all.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod any;
mod asked;
mod clock;
mod reasons;
mod story;
mod together;
