//! Whether anybody can see the document: a hidden tab needs no ticking clock.

use futures_signals::signal::{Mutable, Signal};
use gloo_events::EventListener;
use web_sys::VisibilityState;

thread_local! {
    static VISIBLE: Watch = Watch::start();
}

/// The document's visibility, watched once for its whole life.
struct Watch {
    visible: Mutable<bool>,
    _listener: Option<EventListener>,
}

impl Watch {
    fn start() -> Self {
        let visible = Mutable::new(is_visible());
        let listener = crate::focus::document().map(|document| {
            let visible = visible.clone();
            EventListener::new(&document, "visibilitychange", move |_| {
                visible.set_neq(is_visible());
            })
        });
        Self { visible, _listener: listener }
    }
}

/// Follows the visibility.
pub(crate) fn signal() -> impl Signal<Item = bool> {
    VISIBLE.with(|watch| watch.visible.signal())
}

fn is_visible() -> bool {
    crate::focus::document().is_none_or(|it| it.visibility_state() == VisibilityState::Visible)
}
