//! The checker for JavaScript: `npm/js` is what its users see, this is what it
//! calls.
//!
//! A draft is written into [`Engine`]'s own room as UTF-16 and answered in
//! numbers, because a string that crosses costs more than the check. Words come
//! out only when they are asked for. JavaScript's offsets are the core's, and a
//! lone surrogate is one unit on both sides, so that an edit can be made in the
//! text that JavaScript still has.

mod answer;
mod engine;
mod loader;

pub use engine::Engine;
pub use loader::Loader;
