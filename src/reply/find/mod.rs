//! Finding a reply by typing: words, initials, whole syllables, abbreviations.
//!
//! Simplified and traditional characters are one, and so are upper and lower case
//! and full and half width. Every word of the query must be found somewhere in the
//! reply; where it is found decides the rank, and among equals the reply that is
//! used more and of late comes first. Only when nothing is called or read so are
//! slips forgiven: a letter, a character, a character for another that sounds the
//! same.
//!
//! - `line` is a text as it is searched, `slip` what is nearly the same.
//! - `readings` are the characters that are read in more ways than one.
//! - [`Query`] is what was typed; [`Index`] is everything that can be found,
//!   prepared once.

mod index;
mod line;
mod query;
mod readings;
mod slip;

pub use index::{Found, Index};
pub use query::Query;
