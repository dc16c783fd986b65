//! Rules, the compiled matcher, findings and rewrites.

/// How grave a finding is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(export_to = "wire.ts"))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Softer wording is at hand.
    Tip,
    /// A breach of the handbook's manners; sending stays possible.
    Warn,
    /// Forbidden: the send is held until the agent edits or gives a reason.
    Block,
}
