//! *Now*: what wants the agent's eye, the most urgent first. At most a draft, a
//! promise that was just made, and a reminder that is due.
//!
//! It grows and shrinks with the draft. While the pointer moves over the lists
//! below it keeps its height, so that nothing moves away from a click; a held
//! draft and another list break that, and they come from the agent's own hand. A
//! pointer that was left lying hides nothing of what wants the eye.

use std::cell::Cell;
use std::rc::Rc;

use dominator::{Dom, DomBuilder, html, with_node};
use futures_signals::signal::SignalExt;
use gloo_timers::callback::Timeout;
use web_sys::{EventTarget, HtmlElement};

use super::{draft, due, later, promises, reasons};
use crate::event::on_hand;
use crate::screen::Screen;
use crate::{focus, word};

/// For this long after its last move the pointer may be on its way to a click, in
/// milliseconds: a hand pauses for less before it presses.
const ON_ITS_WAY: u32 = 1_000;

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

/// Nothing moves above an element over which the pointer is on its way to a click.
pub(super) fn still_under_the_hand<E>() -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    let lies = Rc::new(Cell::new(None));
    let leaves = lies.clone();
    on_hand(
        move || {
            hold_still();
            lies.set(Some(Timeout::new(ON_ITS_WAY, move_again)));
        },
        move || {
            leaves.set(None);
            move_again();
        },
    )
}

/// Keeps the section's height as it is.
fn hold_still() {
    let Some(section) = focus::by_id(ID) else {
        return;
    };
    // Asked first: the height of a section that is held is known, and to measure it at every move is dear.
    if section.style().get_property_value("height").is_ok_and(|it| it.is_empty()) {
        let height = format!("{}px", section.get_bounding_client_rect().height());
        // A style that the browser refuses leaves the section as it was.
        let _ = section.style().set_property("height", &height);
    }
}

/// Lets the section be as high as what is in it.
fn move_again() {
    if let Some(section) = focus::by_id(ID) {
        let_go(&section);
    }
}

fn let_go(section: &HtmlElement) {
    let _ = section.style().remove_property("height");
}
