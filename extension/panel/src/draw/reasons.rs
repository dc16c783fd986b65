//! Why a held draft is sent as it is: three reasons that are often true, each
//! with a digit, and a line for the agent's own words.

use std::rc::Rc;

use deti::desk::PanelEvent;
use dominator::{Dom, html};
use futures_signals::signal::{Mutable, SignalExt};
use web_sys::HtmlInputElement;

use super::{button, key, shown};
use crate::event::{on_click, on_key, on_typed};
use crate::screen::Screen;
use crate::{focus, word};

const READY: [&str; 3] = [word::REASON_QUOTE, word::REASON_FITS, word::REASON_LEAD];

/// Gives the reason at this place of the list.
pub(super) fn give(screen: &Screen, place: usize) {
    if let Some(reason) = READY.get(place) {
        screen.act(PanelEvent::Reason(screen.say(reason)));
    }
}

pub(super) fn reasons(screen: &Rc<Screen>) -> Dom {
    let asking = |screen: &Rc<Screen>| {
        screen.see(|view| view.held.as_ref().is_some_and(|held| held.asking_reason))
    };
    html!("div", {
        .class("reasons")
        .attr("role", "group")
        .attr("aria-labelledby", "reasons-title")
        .apply(shown(asking(screen)))
        .child_signal(asking(screen).map({
            let screen = screen.clone();
            move |asking| asking.then(|| list(&screen))
        }).boxed_local())
    })
}

fn list(screen: &Rc<Screen>) -> Dom {
    html!("div", {
        .child(html!("div", {
            .class("title")
            .child(html!("h2", {
                .attr("id", "reasons-title")
                .text(&screen.say(word::REASON_ASK))
            }))
            .child(button("text", &screen.say(word::KEEP_EDITING), {
                let screen = screen.clone();
                move || screen.act(PanelEvent::KeepEditing)
            }))
            .child(key("Esc"))
        }))
        .children(READY.iter().enumerate().map(|(place, reason)| ready(screen, place, reason)))
        .child(own(screen))
    })
}

fn ready(screen: &Rc<Screen>, place: usize, reason: &str) -> Dom {
    html!("button", {
        .attr("type", "button")
        .class("reason")
        .apply_if(place == 0, |dom| dom.attr("id", focus::REASONS))
        .child(html!("span", { .text(&screen.say(reason)) }))
        .child(key(&(place + 1).to_string()))
        .apply(on_click({
            let screen = screen.clone();
            move || give(&screen, place)
        }))
    })
}

/// A reason in the agent's own words; without words there is none.
fn own(screen: &Rc<Screen>) -> Dom {
    let words = Mutable::new(String::new());
    let send: Rc<dyn Fn()> = {
        let (screen, words) = (screen.clone(), words.clone());
        Rc::new(move || {
            let reason = words.lock_ref().trim().to_owned();
            if !reason.is_empty() {
                screen.act(PanelEvent::Reason(reason));
            }
        })
    };
    let name = screen.say(word::REASON_OWN);
    html!("div", {
        .class("own")
        .child(html!("input" => HtmlInputElement, {
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("aria-label", &name)
            .attr("placeholder", &name)
            .apply(on_typed({
                let words = words.clone();
                move |typed| words.set_neq(typed)
            }))
            .apply(on_key({
                let send = send.clone();
                move |press| {
                    let enter = press.key == "Enter" && !press.composing && !press.alt;
                    if enter {
                        send();
                    }
                    enter
                }
            }))
        }))
        .child(html!("button", {
            .attr("type", "button")
            .class("plain")
            .prop_signal("disabled", words.signal_ref(|words| {
                words.trim().is_empty()
            }).dedupe().boxed_local())
            .text(&screen.say(word::REASON_SEND))
            .apply(on_click(move || send()))
        }))
    })
}
