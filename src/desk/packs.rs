//! What the packs of a desk say, before it is compiled for a shop.

use serde::{Deserialize, Serialize};

use crate::order::Reminder;
use crate::reply::Reply;
use crate::rule;

/// Packs that were read, in the order of their names. Read once from TOML, they
/// are passed on as this value.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Packs {
    /// The packs of rules.
    pub rules: Vec<rule::Pack>,
    /// The quick replies.
    pub replies: Vec<Reply>,
    /// The reminders; the first is the one that is used.
    pub reminders: Vec<Reminder>,
}
