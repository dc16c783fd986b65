//! The few signs of the panel, drawn with one stroke width on a 16 px grid.

use deti::rule::Level;
use dominator::{Dom, html, svg};

pub(super) const PAUSE: &str = "M5.5 3.5v9M10.5 3.5v9";
pub(super) const RESUME: &str = "M5 3.2v9.6L12.5 8z";
pub(super) const SETTINGS: &str = "M2.5 4.5h5M11.5 4.5h2M2.5 11.5h2M8.5 11.5h5\
                                   M9.5 2.5v4M6.5 9.5v4";
pub(super) const FOLD: &str = "M3.5 3.5l4.5 4.5-4.5 4.5M9 3.5l4.5 4.5L9 12.5";
pub(super) const ADD: &str = "M8 3v10M3 8h10";
pub(super) const FILE: &str = "M4 2.5h5l3 3v8H4zM9 2.5v3h3M8 7.5v4M6.3 9.8L8 11.5l1.7-1.7";
pub(super) const FOLLOW: &str = "M2.5 3.5h11v7H7l-3 2.5v-2.5H2.5zM8 5v2.2l1.6 1";
pub(super) const MORE: &str = "M3.5 8h.01M8 8h.01M12.5 8h.01";
pub(super) const SEARCH: &str = "M11 7a4 4 0 1 1-8 0a4 4 0 0 1 8 0M10 10l3.5 3.5";

/// A sign that says nothing by itself: the button around it has a name.
pub(super) fn icon(path: &str) -> Dom {
    svg!("svg", {
        .class("icon")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(svg!("path", { .attr("d", path) }))
    })
}

/// The mark of a level, told by its shape: a square blocks, a triangle warns,
/// a dot is a tip.
pub(super) fn mark(level: Level, name: &str) -> Dom {
    let (class, path) = match level {
        Level::Block => ("block", "M1.5 1.5h9v9h-9z"),
        Level::Warn => ("warn", "M6 1.2L11.4 10.8H.6z"),
        Level::Tip => ("tip", "M9 6a3 3 0 1 1-6 0a3 3 0 0 1 6 0"),
    };
    html!("span", {
        .class(["mark", class])
        .attr("role", "img")
        .attr("aria-label", name)
        .attr("title", name)
        .child(svg!("svg", {
            .attr("viewBox", "0 0 12 12")
            .attr("aria-hidden", "true")
            .child(svg!("path", { .attr("d", path) }))
        }))
    })
}
