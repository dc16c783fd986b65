//! What can be done with the library as a whole: add, import, export, look into the
//! bin; and what has to be said about it: offers that end, what could not be kept.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::{Ending, Only};
use dominator::{Dom, html, with_node};
use futures_signals::signal::{Mutable, SignalExt};
use web_sys::HtmlInputElement;

use super::{button, icon, shown};
use crate::event::{on_chosen, on_click};
use crate::files::FORMATS;
use crate::screen::Screen;
use crate::{focus, word};

/// The two signs beside the search box, and whether what the second one opens is open.
pub(super) fn signs(screen: &Rc<Screen>, open: &Mutable<bool>) -> [Dom; 2] {
    [
        sign(&screen.say(word::REPLY_ADD), icon::ADD, "add-reply", {
            let screen = screen.clone();
            move || screen.act(PanelEvent::OpenEditor(None))
        }),
        sign(&screen.say(word::SHELF), icon::MORE, "open-shelf", {
            let open = open.clone();
            move || open.set(!open.get())
        }),
    ]
}

fn sign(name: &str, path: &str, id: &str, act: impl Fn() + 'static) -> Dom {
    html!("button", {
        .attr("type", "button")
        .attr("id", id)
        .class("tool")
        .attr("aria-label", name)
        .attr("title", name)
        .child(icon::icon(path))
        .apply(on_click(act))
    })
}

pub(super) fn shelf(screen: &Rc<Screen>, open: &Mutable<bool>) -> Dom {
    html!("div", {
        .class("shelf")
        .apply(shown(open.signal()))
        .child(html!("label", {
            .class("plain")
            .child(html!("input" => HtmlInputElement, {
                .attr("type", "file")
                .attr("id", "import")
                .class("aside")
                .attr("accept", ".csv,.txt,.json,.yml,.yaml,.xlsx,.toml")
                .with_node!(input => {
                    .apply(on_chosen({
                        let screen = screen.clone();
                        move |file| {
                            screen.bring(file);
                            // The same file may be chosen again.
                            input.set_value("");
                        }
                    }))
                })
            }))
            .child(html!("span", { .text(&screen.say(word::SHELF_IMPORT)) }))
        }))
        .child(export(screen))
        .child(button("plain", &screen.say(word::SHELF_BIN), {
            let screen = screen.clone();
            move || screen.act(PanelEvent::Bin(true))
        }))
        .child(html!("button", {
            .attr("type", "button")
            .class("plain")
            .attr("id", "undo")
            .prop_signal("disabled", screen.see(|view| view.undo.is_none()))
            .text(&screen.say(word::UNDO))
            .apply(on_click({
                let screen = screen.clone();
                move || screen.act(PanelEvent::Undo)
            }))
        }))
        .child(apart(screen))
    })
}

/// The replies that somebody should look at, by themselves: one button for each
/// kind of which there are some.
fn apart(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    let all = screen.see(|view| (view.apart.clone(), view.only));
    html!("div", {
        .class("apart")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::SHELF_ONLY))
        .children_signal_vec(all.map(move |(apart, only)| {
            let pressed = |kind| only == Some(kind);
            apart.iter().map(|(kind, count)| kind_of(&drawn, *kind, *count, pressed(*kind))).collect::<Vec<_>>()
        }).to_signal_vec())
    })
}

fn kind_of(screen: &Rc<Screen>, kind: Only, count: usize, pressed: bool) -> Dom {
    let (id, word) = match kind {
        Only::Away => ("away", word::SHELF_AWAY),
        Only::Unused => ("unused", word::SHELF_UNUSED),
        Only::Twins => ("twins", word::SHELF_TWINS),
    };
    let screen = screen.clone();
    html!("button", {
        .attr("type", "button")
        .attr("id", id)
        .class("plain")
        .attr("aria-pressed", if pressed { "true" } else { "false" })
        .text(&screen.say_with(word, &[&count.to_string()]))
        .apply(on_click(move || {
            screen.act(PanelEvent::Only((!pressed).then_some(kind)));
            // The arrow keys go on in what is listed now.
            focus::on(focus::SEARCH);
        }))
    })
}

/// Exporting is choosing a format.
fn export(screen: &Rc<Screen>) -> Dom {
    let name = screen.say(word::SHELF_EXPORT);
    html!("select" => web_sys::HtmlSelectElement, {
        .class("plain")
        .attr("id", "export")
        .attr("aria-label", &name)
        .child(html!("option", { .attr("value", "").text(&name) }))
        .children(FORMATS.map(|(format, word)| html!("option", {
            .attr("value", format)
            .text(&screen.say(word))
        })))
        .with_node!(select => {
            .apply(crate::event::on_picked({
                let screen = screen.clone();
                move |format| {
                    if !format.is_empty() {
                        screen.export(format);
                        select.set_selected_index(0);
                    }
                }
            }))
        })
    })
}

/// What the agent should know of the library before she looks for something in it.
pub(super) fn notices(screen: &Rc<Screen>) -> Dom {
    let ending = screen.clone();
    let unkept = screen.clone();
    let aside = screen.clone();
    html!("div", {
        .class("strips")
        .children_signal_vec(screen.see(|view| view.ending.clone()).map(move |all| {
            all.iter().map(|it| self::ending(&ending, it)).collect::<Vec<_>>()
        }).to_signal_vec())
        .child_signal(screen.see(|view| view.unkept).map(move |count| {
            (count > 0).then(|| self::unkept(&unkept, count))
        }).boxed_local())
        .child_signal(screen.see(|view| view.aside.clone()).map(move |problems| {
            let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
            (!all.is_empty()).then(|| html!("p", {
                .class("strip")
                .attr("role", "status")
                .attr("title", &all.join("\n"))
                .text(&aside.say_with(word::ASIDE, &[&all.len().to_string()]))
            }))
        }).boxed_local())
    })
}

fn ending(screen: &Rc<Screen>, Ending { id, title, days }: &Ending) -> Dom {
    let words = match days {
        0 => screen.say_with(word::ENDS_TODAY, &[title]),
        days => screen.say_with(word::ENDS_IN, &[title, &days.to_string()]),
    };
    let (screen, id) = (screen.clone(), id.clone());
    button("strip", &words, move || screen.act(PanelEvent::OpenEditor(Some(id.clone()))))
}

fn unkept(screen: &Rc<Screen>, count: usize) -> Dom {
    let again = screen.clone();
    let file = screen.clone();
    html!("div", {
        .class("strip")
        .attr("role", "alert")
        .child(html!("span", { .text(&screen.say_with(word::UNKEPT, &[&count.to_string()])) }))
        .child(button("plain", &screen.say(word::UNKEPT_AGAIN), move || {
            again.act(PanelEvent::StoreAgain);
        }))
        .child(button("plain", &screen.say(word::UNKEPT_FILE), move || file.export("pack".to_owned())))
    })
}
