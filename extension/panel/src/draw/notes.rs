//! What the agent promised, and what was sent although it had been held, and why.

use std::rc::Rc;

use deti::desk::view::Note;
use deti_web::clock;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;
use futures_signals::signal_vec::SignalVecExt;

use super::{later, promises, shown};
use crate::rows::Rows;
use crate::screen::Screen;
use crate::word;

pub(super) fn notes(screen: &Rc<Screen>) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.notes.clone()).for_each(move |notes| {
            rows.settle(notes, |note| note.at.to_string());
            async {}
        })
    };
    html!("div", {
        .class("notes")
        .child(promises::list(screen))
        .child(html!("ul", {
            .class("list")
            .attr("aria-label", &screen.say(word::TAB_NOTES))
            .apply(shown(screen.see(|view| !view.notes.is_empty())))
            .future(later(settle))
            .children_signal_vec(rows.signal().map(|row| note(&row.value.lock_ref())))
        }))
        .child(html!("p", {
            .class("nothing")
            .apply(shown(screen.see(|view| view.notes.is_empty() && view.promises.is_empty())))
            .text(&screen.say(word::NOTES_NONE))
        }))
    })
}

fn note(note: &Note) -> Dom {
    html!("li", {
        .class("note")
        .child(html!("div", {
            .class("line")
            .child(html!("span", { .class("reason-given").text(&note.reason) }))
            .child(html!("span", { .class("at").text(&clock::hour_and_minute(note.at)) }))
        }))
        .child(html!("p", { .text(&note.words) }))
    })
}
