//! Rules, the compiled matcher, findings and rewrites.
//!
//! A [`Pack`] is rules as data; a [`Checker`] is packs compiled for one shop.
//! A check folds the draft ([`crate::text`]), finds every word that any rule
//! speaks of in one pass, follows the rules' patterns from word to word,
//! and then asks what stands around a match: an allowed longer phrase, a
//! quotation, a negation, a hedge, the buyer's own request. What is left is a
//! [`Finding`], with what could stand there instead.
//!
//! - `pack` is a pack as it was read, `plain` one that is a list of phrases, `saying`
//!   one whose phrases tell what somebody means;
//!   `pattern` reads the small language of phrases.
//! - `trial` loads packs as they are written: `read` reads TOML with `form`,
//!   `refuse`, `parts`, `twice` and `witness` say what is wrong with what stands there,
//!   `shadow` what adds nothing; `proof` runs what a pack says about itself and
//!   checks each `wording`, `broad` says what is found in those.
//! - `overlay` is what a shop changes in rules, `shop_file` reads it.
//! - `compound` knows longer words, in which a single character is no word.
//! - `compile` turns packs into `chain`s over sets of words, `index` sorts them
//!   by their `anchor`, the word that is seldom there; `lexicon` holds the words, `trie` finds them;
//!   `class`, `link` and `published` find what is no word: numbers, account
//!   names, links, what a shop says about itself.
//! - `scan` finds what is in a draft, `hits` its words, `more` the rest, `region` says
//!   roughly where; `follow` follows the chains.
//! - `place` knows clauses and sentences, `quotes` quotations, `around` the
//!   contexts; `resolve` decides what holds.
//! - `table`, `singles`, `rows`, `ranges` and `painted` are what numbers are kept in.
//! - `edit` words the rewrites; `settle` is "fix all", `repeat` says each thing
//!   once, `pieces` is the draft meanwhile.

mod anchor;
mod around;
#[cfg(feature = "toml")]
mod broad;
mod chain;
mod checker;
mod class;
mod compile;
mod compound;
mod edit;
mod finding;
mod follow;
#[cfg(feature = "toml")]
mod form;
mod hits;
mod index;
mod lean;
mod lexicon;
mod link;
mod more;
#[cfg(feature = "toml")]
mod nearest;
#[cfg(feature = "toml")]
mod overlay;
mod pack;
mod painted;
#[cfg(feature = "toml")]
mod parts;
mod pattern;
mod pieces;
mod place;
mod plain;
#[cfg(feature = "toml")]
mod proof;
mod published;
mod quotes;
mod ranges;
#[cfg(feature = "toml")]
mod read;
#[cfg(feature = "toml")]
mod refuse;
mod region;
mod repeat;
mod resolve;
mod rows;
mod saying;
mod scan;
mod settle;
#[cfg(feature = "toml")]
mod shadow;
#[cfg(feature = "toml")]
mod shop_file;
mod singles;
mod table;
#[cfg(feature = "toml")]
mod trial;
mod trie;
#[cfg(feature = "toml")]
mod twice;
#[cfg(feature = "toml")]
mod witness;
#[cfg(feature = "toml")]
mod wording;

pub use checker::{Checker, Context, RuleFacts, Scratch};
pub use finding::{Edit, Finding, Level, Rewritten, Words};
#[cfg(feature = "toml")]
pub(crate) use nearest::hint;
#[cfg(feature = "toml")]
pub use overlay::{Change, Overlay, What};
pub use pack::{Facts, Pack, Sentence};
pub use plain::PlainRule;
#[cfg(feature = "toml")]
pub(crate) use saying::Nearby;
pub(crate) use saying::Saying;
pub use saying::Vocabulary;
#[cfg(feature = "toml")]
pub use trial::{Tally, Trial};
