//! The desk, event by event: what happened, what it wants done, what it shows.
//!
//! Each test is a scene. A line with `>` is an event, an indented line is an
//! effect, a line with `=` is a part of the view.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

mod any_order;
mod board;
mod caret;
mod console;
mod draft;
mod errands;
mod expand;
mod fields;
mod guard;
mod meeting;
mod orders;
mod owners;
mod pausing;
mod reminding;
mod replies;
mod scene;
mod shelf;
mod stock;
mod waiting;
mod watch;
