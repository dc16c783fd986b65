//! What Deti 得体 knows: which words a seller's agent should not send, what
//! says it better, which reply fits, which unpaid order to remind, and how a
//! simulated buyer answers.
//!
//! The core is pure. It has no clock, no input or output, no browser and no
//! global state: time arrives as an argument, packs arrive as text, and every
//! answer is a value. Nothing in it fails on what a person wrote; parsers
//! return what they read together with the list of [`pack::Problem`]s.
//!
//! Offsets in the public surface count **UTF-16 code units** of the raw draft,
//! because that is what a browser counts in.

pub mod chat;
pub mod day;
pub mod desk;
pub mod drill;
mod kept;
pub mod order;
pub mod pack;
mod phrase;
pub mod promise;
pub mod record;
pub mod reply;
pub mod rule;
mod saying;
pub mod shop;
pub mod site;
mod sort;
pub mod text;
pub mod zone;
