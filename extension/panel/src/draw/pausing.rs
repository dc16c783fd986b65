//! For how long to pause the check, and, while it is paused, until when and what
//! goes on.

use std::rc::Rc;

use deti::desk::Paused;
use deti::desk::wire::{Ask, Span};
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Signal, SignalExt};

use super::{key, shown, time};
use crate::event::on_click;
use crate::keyboard::SPANS;
use crate::screen::Screen;
use crate::{focus, word};

pub(super) const ID: &str = "pausing";

/// The question. A digit answers it, and Escape closes it.
pub(super) fn question(screen: &Rc<Screen>) -> Dom {
    html!("section", {
        .class("pausing")
        .attr("id", ID)
        .attr("aria-labelledby", "pausing-title")
        .apply(shown(screen.see(|view| view.pausing)))
        .child(html!("h2", { .attr("id", "pausing-title").text(&screen.say(word::PAUSE)) }))
        .children(SPANS.iter().zip(1..).map(|(span, number)| answer(screen, *span, number)))
        .child(html!("p", {
            .class("aside-line")
            .apply(shown(screen.see(|view| !view.tells_conversations)))
            .text(&screen.say(word::PAUSE_NO_CONVERSATION))
        }))
    })
}

fn answer(screen: &Rc<Screen>, span: Span, number: u8) -> Dom {
    let (id, word) = match span {
        Span::Hour => (focus::PAUSE, word::PAUSE_HOUR),
        Span::Site => ("pause-site", word::PAUSE_SITE),
        Span::Conversation => ("pause-conversation", word::PAUSE_CONVERSATION),
    };
    let cannot = screen.see(move |view| span == Span::Conversation && !view.tells_conversations);
    html!("button", {
        .attr("type", "button")
        .attr("id", id)
        .class("answer")
        .prop_signal("disabled", cannot)
        .child(html!("span", { .text(&screen.say(word)) }))
        .child(key(&number.to_string()))
        .apply(on_click({
            let screen = screen.clone();
            move || screen.ask(Ask::Pause { span: Some(span) })
        }))
    })
}

/// What is paused and until when, with what lets the check go on.
pub(super) fn go_on(screen: &Rc<Screen>) -> Dom {
    html!("div", {
        .class(["actions", "go-on"])
        .apply(shown(screen.see(|view| view.paused.is_some())))
        .child(html!("button", {
            .attr("type", "button")
            .attr("id", "go-on")
            .class("plain")
            .child(html!("span", { .text(&screen.say(word::RESUME)) }))
            .child(key(&screen.keyboard().alt("P")))
            .apply(on_click({
                let screen = screen.clone();
                move || screen.ask(Ask::GoOn)
            }))
        }))
        .child(html!("span", {
            .class("until")
            .attr("role", "status")
            .text_signal(said(screen).boxed_local())
        }))
    })
}

/// Until when, or for what.
fn said(screen: &Rc<Screen>) -> impl Signal<Item = String> + use<> {
    let words = screen.clone();
    map_ref! {
        let paused = screen.see(|view| view.paused),
        let now = screen.time() => match paused {
            None => String::new(),
            Some(Paused { span: Span::Hour, until }) => {
                let until = time::moment(&words, until.unwrap_or(*now), *now);
                words.say_with(word::PAUSED_HOUR, &[&until])
            }
            Some(Paused { span: Span::Site, .. }) => words.say(word::PAUSED_SITE),
            Some(Paused { span: Span::Conversation, .. }) => words.say(word::PAUSED_CONVERSATION),
        }
    }
}
