//! The draft under *now*: its findings, or a quiet line when there are none.

use std::rc::Rc;

use deti::desk::view::CheckState;
use deti::desk::wire::Ask;
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Signal, SignalExt};
use futures_signals::signal_vec::SignalVecExt;

use super::{button, finding, key, later, pausing, shown};
use crate::event::on_click;
use crate::rows::Rows;
use crate::screen::Screen;
use crate::word;

pub(super) fn draft(screen: &Rc<Screen>) -> Dom {
    html!("div", {
        .class("draft")
        .class_signal("held", is_held(screen).boxed_local())
        .apply(shown(screen.see(|view| !view.held.as_ref().is_some_and(|it| it.asking_reason))))
        .child(title(screen))
        .child(findings(screen))
        .child(quiet_line(screen))
        .child(pausing::go_on(screen))
        .child(actions(screen))
    })
}

fn is_held(screen: &Rc<Screen>) -> impl Signal<Item = bool> + use<> {
    screen.see(|view| view.held.is_some())
}

fn title(screen: &Rc<Screen>) -> Dom {
    let (draft, held) = (screen.say(word::NOW_DRAFT), screen.say(word::HELD));
    html!("div", {
        .class("title")
        .child(html!("h2", {
            .attr("id", "now-title")
            .text_signal(is_held(screen).map(move |is_held| {
                if is_held { held.clone() } else { draft.clone() }
            }).boxed_local())
        }))
        .child_signal(screen.see(|view| view.marks.len()).map({
            let screen = screen.clone();
            move |count| (count > 0).then(|| html!("span", {
                .class("number")
                .text(&screen.say_with(word::NOW_COUNT, &[&count.to_string()]))
            }))
        }).boxed_local())
    })
}

fn findings(screen: &Rc<Screen>) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.marks.clone()).for_each(move |marks| {
            rows.settle(marks, |mark| format!("{}\n{}", mark.found, mark.why));
            async {}
        })
    };
    let screen = screen.clone();
    html!("ul", {
        .class("findings")
        .future(later(settle))
        .children_signal_vec(rows.signal().map(move |row| finding::finding(&screen, &row)))
    })
}

/// What to do when there is nothing to mend.
fn quiet_line(screen: &Rc<Screen>) -> Dom {
    let words = screen.clone();
    let check = screen.see(|view| (view.check, view.marks.is_empty() && view.held.is_none()));
    html!("p", {
        .class("quiet")
        .apply(shown(screen.see(|view| view.marks.is_empty() && view.held.is_none())))
        .text_signal(check.map(move |(check, _)| words.say(match check {
            CheckState::Starting => word::NOW_STARTING,
            CheckState::On => word::NOW_CLEAR,
            CheckState::Paused => word::NOW_PAUSED,
            CheckState::NoComposer => word::NOW_NO_COMPOSER,
        })).boxed_local())
    })
}

/// What can be done with the draft as a whole.
fn actions(screen: &Rc<Screen>) -> Dom {
    /// One finding has its own row; from two on, fixing all is worth a button.
    const SEVERAL: usize = 2;
    let several = |screen: &Rc<Screen>| screen.see(|view| view.fixable >= SEVERAL);
    let any = map_ref! {
        let several = several(screen),
        let held = is_held(screen) => *several || *held
    };
    html!("div", {
        .class("actions")
        .apply(shown(any))
        .child(html!("button", {
            .attr("type", "button")
            .class("plain")
            .apply(shown(several(screen)))
            .child(html!("span", { .text(&screen.say(word::FIX_ALL)) }))
            .child(key(&screen.keyboard().alt_shift("↵")))
            .apply(on_click({
                let screen = screen.clone();
                move || screen.ask(Ask::FixAll)
            }))
        }))
        .child(html!("span", { .class("gap") }))
        .child(html!("span", {
            .apply(shown(is_held(screen)))
            .child(button("text", &screen.say(word::SEND_ANYWAY), {
                let screen = screen.clone();
                move || screen.ask(Ask::SendAnyway)
            }))
        }))
    })
}
