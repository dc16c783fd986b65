//! The strip over the messages while a drill plays: what the agent knows, how
//! the buyer feels, how long she has waited.

use std::rc::Rc;

use dominator::{Dom, clone, html};
use futures_signals::signal::SignalExt;

use super::{button, text};
use crate::performance::Performance;
use crate::training::Training;

/// The steps between angry and at ease, one word each.
const MOODS: [&str; 5] = ["mood0", "mood1", "mood2", "mood3", "mood4"];

/// The strip of a performance.
pub fn strip(training: &Rc<Training>, place: usize, performance: &Rc<Performance>) -> Dom {
    let stop = clone!(training, performance => move || training.finish(place, performance.play()));
    let drill = training.library.drills.get(place);
    html!("section", {
        .class("strip")
        .attr("aria-label", &training.say("training"))
        .child(html!("header", {
            .child(text("h2", "title", &drill.map_or_else(String::new, |it| training.tell(&it.title))))
            .child(mood(training, performance))
            .child(waited(training, performance))
            .child(button("quiet", &training.say("stop"), stop))
        }))
        .child(html!("ul", {
            .class("brief")
            .attr("aria-label", &training.say("brief"))
            .children(drill.into_iter().flat_map(|it| &it.brief).map(|line| {
                html!("li", { .text(&training.tell(line)) })
            }))
        }))
    })
}

fn mood(training: &Rc<Training>, performance: &Rc<Performance>) -> Dom {
    let step = performance.mood.signal().map(step_of).dedupe();
    let word =
        clone!(training => move |step: usize| training.say(MOODS.get(step).unwrap_or(&"mood")));
    html!("span", {
        .class("mood")
        .attr("title", &training.say("mood"))
        .attr_signal("data-mood", step.map(|step| step.to_string()))
        .children((0..MOODS.len()).map(|place| html!("i", {
            .class_signal("on", performance.mood.signal().map(move |mood| place <= step_of(mood)))
        })))
        .child(html!("span", {
            .class("word")
            .text_signal(performance.mood.signal().map(step_of).dedupe().map(word))
        }))
    })
}

/// Two points of mood make a step; at ease starts at nine.
fn step_of(mood: i32) -> usize {
    match mood {
        ..=2 => 0,
        3..=4 => 1,
        5..=6 => 2,
        7..=8 => 3,
        _ => 4,
    }
}

fn waited(training: &Rc<Training>, performance: &Rc<Performance>) -> Dom {
    html!("span", {
        .class("waited")
        .class_signal("late", performance.waited.signal().map(|waited| waited >= Some(60)))
        .text_signal(performance.waited.signal().map(clone!(training => move |waited| match waited {
            Some(seconds) => training.say_with("waits", &format!("{}:{:02}", seconds / 60, seconds % 60)),
            None => String::new(),
        })))
    })
}
