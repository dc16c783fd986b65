//! The folded panel: a tab with its name, and a count of what waits.

use std::rc::Rc;

use deti::desk::wire::Ask;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;

use super::count::count;
use crate::event::on_click;
use crate::screen::Screen;
use crate::word;

pub(super) fn tab(screen: &Rc<Screen>) -> Dom {
    let waiting =
        |screen: &Rc<Screen>| screen.see(|view| view.marks.len() + usize::from(view.due.is_some()));
    let name = {
        let screen = screen.clone();
        move |number: usize| match number {
            0 => screen.say(word::UNFOLD),
            _ => screen.say_with(word::UNFOLD_COUNT, &[&number.to_string()]),
        }
    };
    html!("button", {
        .attr("type", "button")
        .class("folded")
        .class_signal("held", screen.see(|view| view.held.is_some()))
        .attr_signal("aria-label", waiting(screen).map(name.clone()))
        .attr_signal("title", waiting(screen).map(name))
        .child(html!("span", { .class("upright").text(&screen.say(word::NAME)) }))
        .child_signal(waiting(screen).map(|number| count("pressing", number)))
        .apply(on_click({
            let screen = screen.clone();
            move || screen.ask(Ask::Fold { folded: false })
        }))
    })
}
