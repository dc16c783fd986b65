//! Rules, the compiled matcher, findings and rewrites.
//!
//! A [`Pack`] is rules as data; a [`Checker`] is packs compiled for one shop.
//! A check folds the draft ([`crate::text`]), finds every word that any rule
//! speaks of in one automaton, follows the rules' patterns from word to word,
//! and then asks what stands around a match: an allowed longer phrase, a
//! quotation, a negation, a hedge, the buyer's own request. What is left is a
//! [`Finding`], with what could stand there instead.
//!
//! - `pack` is a pack as it was read; `pattern` reads the small language of phrases.
//! - `trial` loads packs as they are written: `read` reads TOML with `form`,
//!   `refuse`, `parts`, `twice` and `witness` say what is wrong with what stands there,
//!   `proof` runs what a pack says about itself.
//! - `compile` turns packs into chains over sets of words; `lexicon` holds the
//!   words; `class` finds what is not a word: numbers, account names, links.
//! - `scan` finds the words in a draft; `follow` follows the chains.
//! - `place` knows clauses and sentences; `resolve` decides what holds.
//! - `edit` words the rewrites; `settle` is "fix all".

mod checker;
mod class;
mod compile;
mod edit;
mod finding;
mod follow;
#[cfg(feature = "toml")]
mod form;
mod lexicon;
#[cfg(feature = "toml")]
mod nearest;
mod pack;
#[cfg(feature = "toml")]
mod parts;
mod pattern;
mod place;
#[cfg(feature = "toml")]
mod proof;
mod published;
#[cfg(feature = "toml")]
mod read;
#[cfg(feature = "toml")]
mod refuse;
mod repeat;
mod resolve;
mod scan;
mod settle;
#[cfg(feature = "toml")]
mod trial;
#[cfg(feature = "toml")]
mod twice;
#[cfg(feature = "toml")]
mod witness;

pub use checker::{Checker, Context, RuleFacts, Scratch};
pub use finding::{Edit, Finding, Level, Rewritten, Words};
pub use pack::{Pack, Sentence};
#[cfg(feature = "toml")]
pub use trial::{Tally, Trial};
