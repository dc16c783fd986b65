//! The folded panel: a tab with its name, and a count of what waits.

use std::rc::Rc;

use deti::desk::wire::Ask;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;

use super::count::count;
use super::icon;
use crate::event::on_click;
use crate::screen::Screen;
use crate::word;

pub(super) fn tab(screen: &Rc<Screen>) -> Dom {
    let waiting =
        |screen: &Rc<Screen>| screen.see(|view| view.marks.len() + usize::from(view.due.is_some()));
    html!("button", {
        .attr("type", "button")
        .class("folded")
        .class_signal("held", screen.see(|view| view.held.is_some()))
        .class_signal("paused", screen.see(|view| view.paused.is_some()))
        .attr("title", &screen.say(word::UNFOLD))
        .child_signal(screen.see(|view| view.paused.is_some()).map(|paused| {
            paused.then(|| icon::icon(icon::PAUSE))
        }).boxed_local())
        .child(html!("span", { .class("upright").text(&screen.say(word::NAME)) }))
        .child_signal(waiting(screen).map(|number| count("pressing", number)).boxed_local())
        .child(html!("span", { .class("aside").text(&screen.say(word::UNFOLD)) }))
        .child(html!("span", {
            .class("aside")
            .text_signal(screen.see(|view| view.paused.is_some()).map({
                let words = screen.say(word::STATE_PAUSED);
                move |paused| if paused { words.clone() } else { String::new() }
            }).boxed_local())
        }))
        .apply(on_click({
            let screen = screen.clone();
            move || screen.ask(Ask::Fold { folded: false })
        }))
    })
}
