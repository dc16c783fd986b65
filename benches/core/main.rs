//! The core on this machine, without wasm: `cargo bench`.
//!
//! Drafts are those of the open corpus, laid end to end and cut to length, so
//! that every length meets the same mixture of clean and forbidden words.
#![allow(missing_docs, reason = "the macros of criterion make functions")]

mod check;
mod load;
mod reply;
#[path = "../replies/src/shelf.rs"]
mod shelf;
mod text;

use criterion::{criterion_group, criterion_main};

criterion_group!(benches, check::check, check::rewrite, check::folding, load::load, reply::reply);
criterion_main!(benches);
