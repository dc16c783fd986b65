//! How many things wait behind a tab or in the folded panel.

use dominator::{Dom, html};

/// A count beside a name; nothing at all for none.
pub(super) fn count(class: &str, number: usize) -> Option<Dom> {
    (number > 0).then(|| html!("span", { .class(["count", class]).text(&number.to_string()) }))
}
