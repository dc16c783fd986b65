//! The slots of an adapter, and what is counted of them on a page.

use serde::{Deserialize, Serialize};
#[cfg(feature = "wire")]
use ts_rs::TS;

/// A part of a console's page that an adapter can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// The reply box.
    Composer,
    /// The send button.
    Send,
    /// What tells conversations apart.
    Key,
    /// The buyer's name.
    Buyer,
    /// The messages.
    Messages,
    /// The conversation list.
    Rows,
    /// The orders.
    Orders,
}

impl Slot {
    /// All of them, in the order in which they are named to the agent.
    pub const ALL: [Self; 7] = [
        Self::Composer,
        Self::Send,
        Self::Buyer,
        Self::Key,
        Self::Messages,
        Self::Rows,
        Self::Orders,
    ];
}

/// What was counted of one slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct Count {
    /// Which.
    pub slot: Slot,
    /// How many elements its places mean.
    pub found: u32,
    /// How many of them say what they must: a message who wrote it, a card its number.
    pub read: u32,
    /// How many the adapter expects at least where a conversation is open.
    pub least: u32,
    /// How many it expects at most; none where it does not say.
    pub most: Option<u32>,
}
