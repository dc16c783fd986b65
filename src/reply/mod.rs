//! Quick replies: what an agent says often, found by a few letters and filled
//! in from the page.
//!
//! A reply is data from a pack. It is found by [`search`], and its
//! fields are filled in by [`Template::fill`]; a reply with an open field cannot
//! be inserted. What stands on the page, where the caret is and how text is
//! written into a composer are the [desk](crate::desk)'s and the page's business.

#[cfg(feature = "toml")]
pub(crate) mod entries;
mod field;
#[cfg(feature = "toml")]
mod pack;
mod search;

use crate::text::Script;

pub use field::{Filled, Template, Values};
#[cfg(feature = "toml")]
pub use pack::parse;
#[cfg(feature = "toml")]
pub(crate) use pack::problems_of_body;
pub use search::{Hit, highlight, search};

/// The same words in both scripts.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// In simplified characters.
    pub hans: String,
    /// In traditional characters.
    pub hant: String,
}

impl Wording {
    /// The words in this script.
    pub fn of(&self, script: Script) -> &str {
        match script {
            Script::Hans => &self.hans,
            Script::Hant => &self.hant,
        }
    }
}

/// One quick reply.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Names it; unique among all packs in use.
    pub id: String,
    /// The folder that it lies in.
    pub folder: Wording,
    /// What it is called in the list.
    pub title: Wording,
    /// The title's reading, a syllable for each character: `kai fa piao`.
    #[serde(default)]
    pub pinyin: String,
    /// What is typed to find it (简拼 or any other short word of the shop's).
    #[serde(default)]
    pub abbreviation: String,
    /// Other words that find it, in either script.
    #[serde(default)]
    pub tags: Vec<String>,
    /// What is said, with fields as in [`Template`].
    pub body: Wording,
    /// Where the wording comes from.
    pub source: String,
}
