//! The panel: the document beside the composer.
//!
//! It owns a [`deti::desk::Desk`], draws its view and carries out its effects.
//! What is decided is decided in the desk, what is done in the page is done by
//! the page; here is only the screen, the keyboard's focus and what is fetched
//! at the start.

mod adapter_file;
pub mod draw;
mod event;
mod files;
mod focus;
mod in_sight;
pub mod keyboard;
mod panel;
mod rows;
pub mod screen;
mod start;
mod stopped;
mod visible;
mod watch;
mod word;
