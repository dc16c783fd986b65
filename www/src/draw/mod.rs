//! What the training draws: a card to choose from, a strip while a drill
//! plays, and the score sheet. Texts are only ever texts.

mod card;
mod ending;
mod sheet;
mod strip;

use std::rc::Rc;

use dominator::{Dom, clone, events, html};
use futures_signals::signal::SignalExt;

use crate::training::{Phase, Training};

/// The training, whatever phase it is in.
pub fn training(training: &Rc<Training>) -> Dom {
    html!("div", {
        .class("training")
        .child_signal(training.phase.signal_cloned().map(clone!(training => move |phase| {
            Some(match phase {
                Phase::Choosing => card::cards(&training),
                Phase::Playing(place, performance) => strip::strip(&training, place, &performance),
                Phase::Scored(place, outcome) => sheet::sheet(&training, place, &outcome),
            })
        })))
    })
}

/// A piece of text with a class.
fn text(tag: &str, class: &str, text: &str) -> Dom {
    html!(tag, { .class(class) .text(text) })
}

/// A button that does something.
fn button(class: &str, word: &str, act: impl Fn() + 'static) -> Dom {
    html!("button", {
        .class(class)
        .attr("type", "button")
        .text(word)
        .event(move |_: events::Click| act())
    })
}
