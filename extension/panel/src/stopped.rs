//! A panic becomes a card that the agent can read, never a silent panel.
//!
//! The card stands in `panel.html`, in the interface's languages, so that it
//! needs nothing that may be broken; `start.js` gives its button life.

use std::panic::PanicHookInfo;

use crate::focus;

/// From now on a panic shows the card, and then `and_then` is done.
pub(crate) fn on_panic(and_then: impl Fn() + Send + Sync + 'static) {
    std::panic::set_hook(Box::new(move |panic| {
        show(panic);
        and_then();
    }));
}

fn show(panic: &PanicHookInfo<'_>) {
    // What panics after the first panic is only its echo.
    if focus::by_id("stopped").is_none_or(|card| !card.hidden()) {
        return;
    }
    if let Some(panel) = focus::by_id("panel") {
        panel.set_hidden(true);
    }
    if let Some(card) = focus::by_id("stopped") {
        card.set_hidden(false);
    }
    if let Some(detail) = focus::by_id("stopped-detail") {
        detail.set_text_content(Some(&panic.to_string()));
    }
}
