//! The adapters of the agent's own, in the settings: what each changes, and what can
//! be done with it. A file is looked at before it is taken.

use std::rc::Rc;

use deti::desk::view::{ConsolePlan, ConsoleRow};
use deti::desk::{ConsoleEvent, PanelEvent};
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;
use web_sys::HtmlInputElement;

use super::{button, mend, shown};
use crate::event::on_chosen;
use crate::screen::{FileWish, Screen};
use crate::word;

/// What is chosen as a file of an adapter.
const ACCEPT: &str = ".json,application/json";

pub(super) fn consoles(screen: &Rc<Screen>) -> Dom {
    let (drawn, planned) = (screen.clone(), screen.clone());
    html!("div", {
        .class("consoles")
        .child(html!("h2", { .text(&screen.say(word::OWN_TITLE)) }))
        .child_signal(screen.see(|view| view.consoles.clone()).map(move |rows| {
            Some(html!("ul", {
                .children(rows.iter().map(|it| row(&drawn, it)).collect::<Vec<_>>())
            }))
        }).boxed_local())
        .child_signal(screen.see(|view| view.console_plan.clone()).map(move |it| {
            it.map(|it| plan(&planned, &it))
        }).boxed_local())
        .child(html!("div", {
            .class("actions")
            .child(button("plain", &screen.say(word::MEND_TITLE), act(screen, ConsoleEvent::Open(true))))
            .child(html!("label", {
                .class("plain")
                .class("file")
                .child(html!("input" => HtmlInputElement, {
                    .attr("type", "file")
                    .attr("accept", ACCEPT)
                    .class("aside")
                    .apply(on_chosen({
                        let screen = screen.clone();
                        move |file| screen.wish(FileWish::BringAdapter(file))
                    }))
                }))
                .child(html!("span", { .text(&screen.say(word::OWN_IMPORT)) }))
            }))
            .child(html!("button", {
                .attr("type", "button")
                .class("text")
                .apply(shown(screen.see(|view| view.console_undo)))
                .text(&screen.say(word::UNDO))
                .apply(crate::event::on_click(act(screen, ConsoleEvent::Undo)))
            }))
        }))
    })
}

fn row(screen: &Rc<Screen>, it: &ConsoleRow) -> Dom {
    let (export, remove) = (it.id.clone(), it.id.clone());
    html!("li", {
        .child(about(screen, it))
        .child(html!("span", {
            .class("tries")
            .child(named(screen, word::OWN_EXPORT, &it.title, ConsoleEvent::Export(export)))
            .child(named(screen, word::OWN_REMOVE, &it.title, ConsoleEvent::Remove(remove)))
        }))
    })
}

/// What an adapter is called, where it counts, what it says where to find, and at which
/// keys alone a message is held by it.
fn about(screen: &Screen, it: &ConsoleRow) -> Dom {
    let slots: Vec<String> = it.slots.iter().map(|slot| screen.say(mend::slot(*slot))).collect();
    let keys = it.keys.iter().map(|keys| match keys.as_slice() {
        [] => screen.say(word::OWN_NO_KEYS),
        keys => screen.say_with(word::OWN_KEYS, &[&keys.join("、")]),
    });
    let said: Vec<String> =
        [slots.join("、")].into_iter().chain(keys).chain([it.seen.clone()]).collect();
    html!("span", {
        .class("what")
        .child(html!("b", { .text(&it.title) }))
        .child(html!("span", {
            .class("count")
            .attr("title", &it.matches.join("\n"))
            .text(&said.join(" · "))
        }))
    })
}

/// A file before it is taken: what it says, or what is wrong with it and where.
fn plan(screen: &Rc<Screen>, it: &ConsolePlan) -> Dom {
    html!("div", {
        .class("own-plan")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::OWN_IMPORT))
        .apply_if(!it.refused.is_empty(), |dom| {
            dom.child(html!("p", { .attr("role", "alert").text(&screen.say(word::OWN_REFUSED)) }))
                .child(html!("ul", {
                    .class("wrong")
                    .children(it.refused.iter().take(8).map(|one| html!("li", { .text(one) })).collect::<Vec<_>>())
                }))
        })
        .apply(|dom| match &it.row {
            Some(row) => dom.child(about(screen, row)).child(html!("p", {
                .class("hosts")
                .text(&row.matches.join(" "))
            })),
            None => dom,
        })
        .apply_if(it.replaces, |dom| {
            dom.child(html!("p", { .text(&screen.say(word::OWN_REPLACES)) }))
        })
        .child(html!("div", {
            .class("actions")
            .apply_if(it.own.is_some(), |dom| {
                dom.child(button("main", &screen.say(word::OWN_TAKE), act(screen, ConsoleEvent::Take)))
            })
            .child(button("text", &screen.say(word::FORM_CANCEL), act(screen, ConsoleEvent::Plan(None))))
        }))
    })
}

fn named(screen: &Rc<Screen>, word: &str, title: &str, did: ConsoleEvent) -> Dom {
    let name = screen.say(word);
    html!("button", {
        .attr("type", "button")
        .class("text")
        .attr("aria-label", &format!("{name} {title}"))
        .text(&name)
        .apply(crate::event::on_click(act(screen, did)))
    })
}

fn act(screen: &Rc<Screen>, did: ConsoleEvent) -> impl Fn() + 'static {
    let screen = screen.clone();
    move || screen.act(PanelEvent::Console(did.clone()))
}
