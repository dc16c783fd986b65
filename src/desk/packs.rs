//! What the packs of a desk say, before it is compiled for a shop.

use serde::{Deserialize, Serialize};

use crate::order::{Ear, Reminder, Settings};
use crate::promise::Pledges;
use crate::record::Value;
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
    /// The words that remind.
    pub reminders: Vec<Reminder>,
    /// How often, how soon and when buyers are reminded.
    #[serde(default)]
    pub limits: Settings,
    /// What is recognised in a buyer's words about paying.
    #[serde(default)]
    pub ear: Ear,
    /// What is recognised as a promise in the agent's words.
    #[serde(default)]
    pub pledges: Pledges,
    /// The format that a site adapter has to keep to, as a schema.
    #[serde(default)]
    pub adapters: Value,
}
