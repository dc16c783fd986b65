//! How good the check is, counted on drafts that a person has labelled.
//!
//! `draft` reads the labelled drafts, `score` counts, `target` knows how good is
//! good enough, `report` says it as a table. Which packs are on trial is the
//! caller's choice; [`packs`] compiles those of a folder.

mod draft;
pub mod packs;
mod report;
mod score;
mod target;

pub use draft::{BadLine, Draft, Label, read};
pub use score::{Case, Count, Score, Share, score};
pub use target::{Goal, Target, targets};
