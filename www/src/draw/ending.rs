//! The head of the score sheet: the total and how it ended.

use std::rc::Rc;

use dominator::{Dom, html};

use super::text;
use crate::training::{Outcome, Training};

/// The total and the ending.
pub fn ending(training: &Rc<Training>, outcome: &Rc<Outcome>) -> Dom {
    let how = match outcome.play.ended() {
        Some(ending) if ending.well => "endedWell",
        Some(_) => "endedBadly",
        None => "endedEarly",
    };
    html!("div", {
        .class("total")
        .child(text("strong", "number", &outcome.score.total.to_string()))
        .child(html!("div", {
            .child(text("h2", "title", &training.say(how)))
            .child(text("span", "out-of", &training.say("outOf")))
        }))
    })
}
