//! The score sheet: the total, and for every point the line that it is about
//! and what would have been better.

use std::rc::Rc;

use deti::drill::{Point, PointKind, Quote};
use deti::rule::Level;
use dominator::{Dom, clone, html};

use super::{button, ending, text};
use crate::training::{Outcome, Training};

/// The sheet of a finished play.
pub fn sheet(training: &Rc<Training>, place: usize, outcome: &Rc<Outcome>) -> Dom {
    let (earned, deducted): (Vec<_>, Vec<_>) =
        outcome.score.points.iter().partition(|point| point.worth > 0);
    let again = clone!(training => move || training.start(place));
    let close = clone!(training => move || training.close());
    html!("section", {
        .class("sheet")
        .attr("aria-label", &training.say("earned"))
        .attr("tabindex", "-1")
        .focused(true)
        .child(html!("header", {
            .child(ending::ending(training, outcome))
            .child(button("primary", &training.say("again"), again))
            .child(button("quiet", &training.say("close"), close))
        }))
        .apply_if(!deducted.is_empty(), |dom| {
            dom.child(list(training, "deducted", &deducted))
        })
        .child(list(training, "earned", &earned))
    })
}

fn list(training: &Rc<Training>, name: &str, points: &[&Point]) -> Dom {
    html!("div", {
        .class("points")
        .child(text("h3", "group", &training.say(name)))
        .child(html!("ol", {
            .children(points.iter().map(|point| row(training, point)))
        }))
    })
}

fn row(training: &Rc<Training>, point: &Point) -> Dom {
    let state = match point.earned {
        earned if earned < 0 => "lost",
        earned if earned == point.worth => "full",
        0 => "none",
        _ => "part",
    };
    let figure = match point.worth {
        0 => format!("−{}", -point.earned),
        worth => format!("{}/{worth}", point.earned),
    };
    html!("li", {
        .class(["point", state])
        .child(html!("span", { .class("mark") .attr("aria-hidden", "true") }))
        .child(html!("div", {
            .class("what")
            .child(text("span", "name", &name(training, &point.kind)))
            .children(reason(training, &point.kind).map(|why| text("p", "why", &why)))
            .children(quoted(training, point))
            .children(point.better.as_deref().map(|better| said_better(training, better)))
        }))
        .child(text("span", "figure", &figure))
    })
}

fn name(training: &Training, kind: &PointKind) -> String {
    match kind {
        PointKind::Greeting => training.say("greeting"),
        PointKind::EmpathyFirst => training.say("empathyFirst"),
        PointKind::Said { name } => training.tell(name),
        PointKind::Truthful => training.say("truthful"),
        PointKind::Ending => training.say("ending"),
        PointKind::Finding { level, .. } => training.say(match level {
            Level::Block => "levelBlock",
            Level::Warn => "levelWarn",
            Level::Tip => "levelTip",
        }),
        PointKind::Hurt { cue } => training.say(match cue.as_str() {
            "brush-off" => "hurtBrushOff",
            "promise" => "hurtPromise",
            "bad-tone" => "hurtTone",
            _ => "hurt",
        }),
        PointKind::Wait { seconds, unsorry, answered } => {
            let key = match (answered, unsorry) {
                (false, _) => "waitUnanswered",
                (true, true) => "waitUnsorry",
                (true, false) => "wait",
            };
            training.say_with(key, &seconds.to_string())
        }
    }
}

fn reason(training: &Training, kind: &PointKind) -> Option<String> {
    match kind {
        PointKind::Finding { why, .. } => Some(training.tell(why)),
        _ => None,
    }
}

/// The line, with the words that count marked in it.
fn quoted(training: &Training, point: &Point) -> Option<Dom> {
    let Some(Quote { line, found, .. }) = &point.quote else {
        let missing = point.worth > 0 && point.earned == 0 && point.kind != PointKind::Ending;
        return missing.then(|| text("p", "missing", &training.say("missing")));
    };
    let parts = line.split_once(found.as_str()).filter(|_| !found.is_empty());
    Some(html!("blockquote", {
        .apply(|dom| match parts {
            Some((before, after)) => dom
                .child(dominator::text(before))
                .child(text("mark", "found", found))
                .child(dominator::text(after)),
            None => dom.text(line),
        })
    }))
}

fn said_better(training: &Training, better: &str) -> Dom {
    html!("p", {
        .class("better")
        .child(text("span", "label", &training.say("better")))
        .child(dominator::text(better))
    })
}
