//! An element that the agent pointed at, described so that it can travel: what
//! it and the elements around it are called, and no more of them.

use serde::{Deserialize, Serialize};
#[cfg(feature = "wire")]
use ts_rs::TS;

/// What the agent is asked to point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The reply box.
    Composer,
    /// The send button.
    Send,
    /// The name of the buyer whose conversation is open.
    Buyer,
    /// A message of the buyer's.
    Theirs,
    /// A message of the agent's own.
    Own,
    /// The row of the open conversation in the list.
    Row,
    /// An order card of that buyer's.
    Order,
}

impl Part {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 7] =
        [Self::Composer, Self::Send, Self::Buyer, Self::Theirs, Self::Own, Self::Row, Self::Order];
}

/// An element, and what it stands in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenElement {
    /// The element itself, then what it stands in, outwards.
    pub path: Vec<SeenNode>,
    /// The words in it, each with the way from its own element up to this one.
    pub leaves: Vec<SeenLeaf>,
    /// The match patterns of the adapter's page; empty where no adapter is known.
    pub matches: Vec<String>,
    /// Whether a message can be written in it: a text field, or an editor as a whole.
    pub writable: bool,
}

/// One element of the way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenNode {
    /// The same number for the same element, as long as the page lives.
    pub number: u32,
    /// Its name, such as `div`.
    pub name: String,
    /// Its id; empty where it has none.
    pub id: String,
    /// Its classes.
    pub classes: Vec<String>,
    /// Its other attributes, by name.
    pub attributes: Vec<(String, String)>,
    /// Those inline styles by which consoles tell sides apart.
    pub styles: Vec<(String, String)>,
    /// Its place among its brothers of the same name, from 1.
    pub place: u32,
    /// Those beside it that are nearest.
    pub brothers: Vec<SeenBrother>,
    /// What the element before it on the way stands in, if not in itself.
    pub hop: Option<Hop>,
}

/// An element beside another one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenBrother {
    /// Its name.
    pub name: String,
    /// Its classes.
    pub classes: Vec<String>,
    /// Its other attributes, by name.
    pub attributes: Vec<(String, String)>,
}

/// Where the inside of an element is another tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum Hop {
    /// The document of this frame.
    Frame,
    /// Its open shadow root.
    Shadow,
}

/// Words in an element.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct SeenLeaf {
    /// The element that says them, then what it stands in, up to the described one
    /// and without it; empty if it says them itself.
    pub path: Vec<SeenNode>,
    /// What it says.
    pub text: String,
}

/// What a candidate found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "camelCase")]
pub struct Tried {
    /// How many elements.
    pub found: u32,
    /// Whether those that were pointed at are among them.
    pub holds: bool,
}
