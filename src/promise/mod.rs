//! The promise book: what an agent committed to in a sent message, and by when.
//!
//! A [`Pledges`] recognises the commitment (`稍后回复您`, `明天给您答复`) and proposes
//! a time; noting it is the agent's decision. A promise is due a while before its
//! time, so that it can still be kept.

mod book;
mod pledge;

pub use book::{Promise, Promises};
pub use pledge::{Offer, Pledge, Pledges};
