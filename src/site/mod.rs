//! Site adapters as the core knows them: what their format is, what an adapter
//! of the agent's own may say, whether one still finds what it should, and how one
//! is made from elements that the agent points at.
//!
//! Nothing here has ever seen a page. The page side counts and describes, and does
//! with selectors what it is told; which selector is a good one, and what a count
//! means, is said here, where a table can try it.
//!
//! - `schema`, `spelled`, `pattern` and `selector` hold a file against the format;
//!   the build holds the shipped adapters against the same.
//! - `own` reads an adapter that did not ship; the desk keeps it.
//! - `check` is the self-check.
//! - `seen` describes an element; `names`, `places`, `messages`, `rows` and `cards`
//!   make selectors and readers of it, `mending` an adapter of those.

mod cards;
mod check;
mod mending;
mod messages;
mod names;
mod own;
mod pattern;
mod places;
mod rows;
mod schema;
mod seen;
mod selector;
mod slot;
mod spelled;
mod value;

pub use check::{Around, Fault, Health, Lack};
pub use mending::{Mending, Refused, Wanted, Wish, over, slot};
pub use own::{Own, is_shallow, read as read_own};
pub use schema::{Problem, problems};
pub use seen::{Hop, Part, SeenBrother, SeenElement, SeenLeaf, SeenNode, Tried};
pub use slot::{Count, Slot};
