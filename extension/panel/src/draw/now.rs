//! *Now*: what wants the agent's eye, the most urgent first. At most a draft, a
//! promise that was just made, and a reminder that is due.
//!
//! It grows and shrinks with the draft. While the pointer rests on the lists
//! below it keeps its height, so that nothing moves away from a click; only a
//! held draft may break that, and it comes from the agent's own key.

use std::rc::Rc;

use dominator::{Dom, html, with_node};
use futures_signals::signal::SignalExt;
use web_sys::HtmlElement;

use super::{draft, due, later, promises, reasons};
use crate::screen::Screen;
use crate::{focus, word};

const ID: &str = "now";

pub(super) fn now(screen: &Rc<Screen>) -> Dom {
    html!("section" => HtmlElement, {
        .class("now")
        .attr("id", ID)
        .attr("aria-labelledby", "now-title")
        .with_node!(section => {
            .future(later(screen.see(|view| view.held.is_some()).for_each({
                let section = section.clone();
                move |held| {
                    if held {
                        let_go(&section);
                    }
                    async {}
                }
            })))
            // Another list is the agent's own wish, and the board leaves out what it lists.
            .future(later(screen.see(|view| view.tab).for_each(move |_| {
                let_go(&section);
                async {}
            })))
        })
        .child(draft::draft(screen))
        .child(reasons::reasons(screen))
        .child(promises::offer(screen))
        .child(due::due(screen))
        .child(alert(screen))
    })
}

/// Says at once, to who listens, that a send was held.
fn alert(screen: &Rc<Screen>) -> Dom {
    let held = screen.say(word::HELD);
    html!("p", {
        .class("aside")
        .attr("role", "alert")
        .text_signal(screen.see(|view| view.held.is_some()).map(move |is_held| {
            if is_held { held.clone() } else { String::new() }
        }).boxed_local())
    })
}

/// Keeps the section's height as it is.
pub(super) fn hold_still() {
    if let Some(section) = focus::by_id(ID) {
        let height = format!("{}px", section.get_bounding_client_rect().height());
        // A style that the browser refuses leaves the section as it was.
        let _ = section.style().set_property("height", &height);
    }
}

/// Lets the section be as high as what is in it.
pub(super) fn move_again() {
    if let Some(section) = focus::by_id(ID) {
        let_go(&section);
    }
}

fn let_go(section: &HtmlElement) {
    let _ = section.style().remove_property("height");
}
