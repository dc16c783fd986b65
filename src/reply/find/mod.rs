//! Finding a reply by typing: words, initials, whole syllables, abbreviations.
//!
//! Simplified and traditional characters are one, and so are upper and lower case,
//! full and half width, and numbers in digits and in characters. Every word of the query must be found somewhere in the
//! reply; where it is found decides the rank, and among equals the reply that is
//! used more and of late comes first. Only when nothing is called or read so are
//! slips forgiven: a letter, a character, a character for another that sounds the
//! same.
//!
//! - `arena` is all texts of all replies, and where in them a word can be; `line` is
//!   one text, for marking what was found in it.
//! - `numeral` spells a number in digits and in characters.
//! - `spell` reads letters as characters, `slip` knows what is nearly the same, and
//!   `readings` are the characters that are read in more ways than one.
//! - [`Query`] is what was typed; [`Index`] is everything that can be found,
//!   prepared once.

mod arena;
mod index;
mod line;
mod numeral;
mod query;
mod readings;
mod slip;
mod spell;

pub use index::{Found, Index};
pub use query::Query;
