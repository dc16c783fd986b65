//! The fields of a reply: `{item}` from the page, `{days:3-5}` with a default,
//! `{快递|顺丰|圆通}` to choose from.
//!
//! A field that has neither a value nor a default is *missing*, and one whose
//! value was seen too long ago is *stale*. What has a missing or a stale field
//! cannot be inserted: neither a blank nor a dash, nor the order of the buyer
//! before, has ever been what the agent meant.
//!
//! - [`Template`] reads a text; [`Template::written_out`] puts the words of other
//!   replies in, [`Template::fill`] fills it in.
//! - [`Values`] are what is known, each with where it came from.

mod fill;
mod snippet;
mod template;
mod values;

pub use fill::{Asked, Filled, Setting};
pub use snippet::Broken;
pub(super) use snippet::refer;
pub use template::{Part, Template};
pub use values::{Known, Origin, Values};
