//! What becomes due while no panel looks, as the background reads it from
//! storage. It names nobody: an id and a moment are enough for an alarm.

use deti::desk::view::Watch;
use deti_web::{Failure, Host, storage};
use serde::Serialize;

/// Under which key the background finds it.
const KEY: &str = "watch";

#[derive(Serialize)]
struct Left<'a> {
    items: Vec<Item<'a>>,
    quiet: Quiet,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    at: u64,
}

#[derive(Serialize)]
struct Quiet {
    from: u32,
    to: u32,
}

/// Leaves it. A plain site has no background that would read it.
pub(crate) async fn leave(host: &Host, watch: &Watch) -> Result<(), Failure> {
    if !host.is_extension() {
        return Ok(());
    }
    let (from, to) = watch.quiet;
    let items = watch.items.iter().map(|(id, at)| Item { id, at: *at }).collect();
    storage::set(host, KEY, &Left { items, quiet: Quiet { from, to } }).await
}
