//! What a check answers with.

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

/// One sentence in the interface's three languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Simplified Chinese.
    pub hans: String,
    /// Traditional Chinese.
    pub hant: String,
    /// English.
    pub en: String,
}

/// Words of a draft that a rule speaks against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's slug.
    pub rule: String,
    /// How grave it is here.
    pub level: Level,
    /// Where the words start, in UTF-16 code units of the draft.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words as written.
    pub found: String,
    /// Why they should not be sent.
    pub why: Words,
    /// Where the rule comes from, short: `售前手册 三(5)`.
    pub source: String,
    /// What could stand there instead, best first.
    pub rewrites: Vec<Edit>,
}

/// An edit of a draft. It covers the finding it belongs to and may be wider,
/// where swapping the words alone would not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Where the replaced words start, in UTF-16 code units of the draft.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// What stands there instead; empty to leave the words out.
    pub text: String,
}

/// A draft with everything settled that can be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rewritten {
    /// The draft as it reads now.
    pub text: String,
    /// What was changed, as edits of the draft as it was, in its order.
    pub edits: Vec<Edit>,
    /// How many findings of the draft are gone.
    pub settled: usize,
    /// What is still found in `text`.
    pub left: Vec<Finding>,
}
