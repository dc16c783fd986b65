//! What the wasm crates share of the browser: where they run, a typed port,
//! the handshake that comes before it, storage, fetched files, the words of
//! the interface, the clock and the clipboard.
//!
//! Nothing here knows what Deti is about, and nothing here draws. Whatever can
//! fail returns a [`Failure`] that says what was attempted; whatever listens
//! is an object that stops listening when it is dropped.

pub mod clipboard;
pub mod clock;
pub mod download;
mod failure;
pub mod files;
pub mod handshake;
pub mod host;
pub mod port;
pub mod storage;
pub mod words;

pub use failure::Failure;
pub use host::Host;
pub use port::Port;
pub use words::Words;
