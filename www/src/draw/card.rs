//! The cards of the drills, over the messages of the console.

use std::rc::Rc;

use deti::drill::Drill;
use dominator::{Dom, clone, html};

use super::{button, text};
use crate::training::Training;

/// One card for each drill, and how it works.
pub fn cards(training: &Rc<Training>) -> Dom {
    let drills = &training.library.drills;
    html!("section", {
        .class("drills")
        .attr("aria-label", &training.say("training"))
        .children(drills.iter().enumerate().map(|(place, drill)| card(training, place, drill)))
        .apply_if(drills.is_empty(), |dom| dom.child(text("p", "how", &training.say("noDrill"))))
    })
}

fn card(training: &Rc<Training>, place: usize, drill: &Drill) -> Dom {
    let start = clone!(training => move || training.start(place));
    html!("article", {
        .class("drill-card")
        .attr("data-drill", &drill.id)
        .child(html!("header", {
            .child(text("span", "kind", &training.say("training")))
            .child(text("h2", "title", &training.tell(&drill.title)))
            .child(button("primary", &training.say("start"), start))
        }))
        .child(text("p", "how", &training.say("how")))
        .apply_if(!training.library.has_rules, |dom| {
            dom.child(text("p", "missing", &training.say("noRules")))
        })
        .child(text("p", "source", &training.say_with("source", &drill.source)))
    })
}
