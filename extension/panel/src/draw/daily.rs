//! The day's check: orders that are not in order, buyers without an answer,
//! promises that are due. Nothing at all where there is nothing to look after.

use std::rc::Rc;

use deti::desk::View;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;

use super::shown;
use crate::screen::Screen;
use crate::word;

/// How many of each, and the names behind the numbers.
fn counts(view: &View) -> [(&'static str, usize, String); 3] {
    let daily = &view.daily;
    [
        (word::DAILY_ABNORMAL, daily.abnormal.len(), daily.abnormal.join("\n")),
        (word::DAILY_UNANSWERED, daily.unanswered.len(), daily.unanswered.join("\n")),
        (word::DAILY_PROMISED, daily.promised.len(), daily.promised.join("\n")),
    ]
}

pub(super) fn daily(screen: &Rc<Screen>) -> Dom {
    let any = screen.see(|view| counts(view).iter().any(|(_, count, _)| *count > 0));
    let drawn = screen.clone();
    html!("div", {
        .class("daily")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::DAILY))
        .apply(shown(any))
        .child(html!("span", { .class("daily-name").text(&screen.say(word::DAILY)) }))
        .child_signal(screen.see(counts).map(move |counts| {
            let said = counts.into_iter().filter(|(_, count, _)| *count > 0);
            Some(html!("span", {
                .class("daily-counts")
                .children(said.map(|(word, count, names)| html!("span", {
                    .attr("title", &names)
                    .text(&drawn.say_with(word, &[&count.to_string()]))
                })).collect::<Vec<_>>())
            }))
        }).boxed_local())
    })
}
