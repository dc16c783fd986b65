//! Where things are found on the page: the line that says what no longer is, and
//! the list of what the agent can point at.

use std::rc::Rc;

use deti::desk::view::{Mend, MendRow};
use deti::desk::{ConsoleEvent, PanelEvent};
use deti::site::{Fault, Lack, Part, Refused, Slot};
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;

use super::{button, shown};
use crate::event::on_click;
use crate::screen::Screen;
use crate::{focus, word};

/// What an adapter no longer finds, in one line, and what can be done.
pub(super) fn line(screen: &Rc<Screen>) -> Dom {
    let words = screen.clone();
    html!("div", {
        .class("lost")
        .apply(shown(screen.see(|view| !view.faults.is_empty())))
        .child(html!("p", {
            .attr("role", "status")
            .text_signal(screen.see(|view| view.faults.clone()).map(move |faults| {
                said(&words, &faults)
            }).boxed_local())
        }))
        .child(html!("div", {
            .class("actions")
            .child(button("text", &screen.say(word::MEND_OPEN), acts(screen, || ConsoleEvent::Open(true))))
            .child(button("text", &screen.say(word::MEND_QUIET), acts(screen, || ConsoleEvent::Quiet)))
        }))
    })
}

fn said(screen: &Screen, faults: &[Fault]) -> String {
    let of = |many: bool| {
        let those = faults.iter().filter(|fault| (fault.lack == Lack::TooMany) == many);
        those.map(|fault| screen.say(slot(fault.slot))).collect::<Vec<_>>().join("、")
    };
    let (missing, many) = (of(false), of(true));
    let sentence = |word, parts: &str| {
        if parts.is_empty() { String::new() } else { screen.say_with(word, &[parts]) }
    };
    format!("{}{}", sentence(word::LOST, &missing), sentence(word::LOST_MANY, &many))
}

/// The list of what can be pointed at.
pub(super) fn mend(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    html!("section", {
        .class("settings")
        .class("mend")
        .attr("aria-labelledby", "mend-title")
        .apply(shown(screen.see(|view| view.mend.is_some())))
        .child(html!("h2", { .attr("id", "mend-title").text(&screen.say(word::MEND_TITLE)) }))
        .child(html!("p", {
            .class("about")
            .apply(shown(screen.see(|view| view.mend.as_ref().is_some_and(|mend| mend.unknown))))
            .text(&screen.say(word::MEND_UNKNOWN))
        }))
        .child(html!("ul", {
            .children(Part::ALL.map(|part| row(&drawn, part)))
        }))
        .child(html!("div", {
            .class("actions")
            .child(html!("button", {
                .attr("type", "button")
                .class("main")
                .attr("id", "mend-save")
                .prop_signal("disabled", of(screen, |mend| !mend.changed))
                .text(&screen.say(word::MEND_SAVE))
                .apply(on_click(acts(screen, || ConsoleEvent::Save)))
            }))
            .child(html!("button", {
                .attr("type", "button")
                .class("text")
                .text_signal(of(screen, |mend| mend.changed).map({
                    let words = [screen.say(word::MEND_CLOSE), screen.say(word::MEND_DISCARD)];
                    move |changed| words[usize::from(changed)].clone()
                }).boxed_local())
                .apply(on_click(acts(screen, || ConsoleEvent::Open(false))))
            }))
        }))
    })
}

/// One part: what it is, what is found of it, and the buttons.
fn row(screen: &Rc<Screen>, part: Part) -> Dom {
    let at = Part::ALL.iter().position(|it| *it == part).unwrap_or_default();
    let name = screen.say(named(part));
    let fact = move |mend: &Mend| mend.rows.get(at).cloned();
    let (words, about) = (screen.clone(), screen.clone());
    // What a button shows is in what it is called, so that it can be pressed by voice.
    let called = {
        let name = name.clone();
        move |word: &str| format!("{word} {name}")
    };
    let points = [screen.say(word::MEND_POINT), screen.say(word::MEND_STOP)];
    let calls = points.clone().map(|word| called(&word));
    html!("li", {
        .class_signal("pointing", of(screen, move |mend| mend.pointing == Some(part)))
        .child(html!("span", {
            .class("what")
            .child(html!("b", { .text(&name) }))
            .child(html!("span", {
                .class("count")
                .attr("role", "status")
                .text_signal(screen.see(move |view| view.mend.as_ref().and_then(|mend| {
                    Some((fact(mend)?, mend.pointing == Some(part), mend.rows.clone()))
                })).map(move |seen| {
                    seen.map(|(row, pointing, rows)| found(&words, &row, pointing, &rows)).unwrap_or_default()
                }).boxed_local())
            }))
            .child(html!("code", {
                .apply(shown(of(screen, move |mend| fact(mend).is_some_and(|it| !it.place.is_empty() && part != Part::Own))))
                .text_signal(of(screen, move |mend| fact(mend).map(|it| it.place).unwrap_or_default()).boxed_local())
            }))
        }))
        .child(html!("span", {
            .class("tries")
            .child(html!("button", {
                .attr("type", "button")
                .class("text")
                .attr("aria-label", &called(&screen.say(word::MEND_NEXT)))
                .apply(shown(of(screen, move |mend| fact(mend).is_some_and(|it| it.more))))
                .text(&screen.say(word::MEND_NEXT))
                .apply(on_click(acts(screen, move || ConsoleEvent::Next(slot_of(part)))))
            }))
            .child(html!("button", {
                .attr("type", "button")
                .class("text")
                .attr("aria-label", &called(&screen.say(word::MEND_SHOW)))
                .attr_signal("aria-pressed", of(screen, move |mend| mend.outlined == Some(slot_of(part))).map(|it| {
                    Some(if it { "true" } else { "false" })
                }).boxed_local())
                .apply(shown(of(screen, move |mend| fact(mend).is_some_and(|it| it.found > 0) && part != Part::Own)))
                .text(&screen.say(word::MEND_SHOW))
                .apply(on_click({
                    let screen = screen.clone();
                    move || {
                        let is_shown = screen.now(|view| {
                            view.mend.as_ref().is_some_and(|mend| mend.outlined == Some(slot_of(part)))
                        });
                        let slot = (!is_shown).then(|| slot_of(part));
                        screen.act(PanelEvent::Console(ConsoleEvent::Outline(slot)));
                    }
                }))
            }))
            .child(html!("button", {
                .attr("type", "button")
                .class("plain")
                .attr("id", focus::part(part))
                .prop_signal("disabled", of(screen, move |mend| fact(mend).is_some_and(|it| it.waits)))
                .attr_signal("aria-label", of(screen, move |mend| mend.pointing == Some(part)).map({
                    move |pointing| Some(calls[usize::from(pointing)].clone())
                }).boxed_local())
                .text_signal(of(screen, move |mend| mend.pointing == Some(part)).map({
                    move |pointing| points[usize::from(pointing)].clone()
                }).boxed_local())
                .apply(on_click(move || {
                    let pointing = about.now(|view| {
                        view.mend.as_ref().is_some_and(|mend| mend.pointing == Some(part))
                    });
                    let wanted = (!pointing).then_some(part);
                    about.act(PanelEvent::Console(ConsoleEvent::Point(wanted)));
                }))
            }))
        }))
    })
}

/// What is said of a part: why not, what is to be done next, or how many there are.
fn found(screen: &Screen, row: &MendRow, pointing: bool, rows: &[MendRow]) -> String {
    if pointing {
        return screen.say(word::MEND_POINTING);
    }
    if let Some(why) = row.refused {
        return screen.say(match why {
            Refused::Elsewhere => word::REFUSED_ELSEWHERE,
            Refused::NotTwo => word::REFUSED_NOT_TWO,
            Refused::Alike => word::REFUSED_ALIKE,
            Refused::NoNumber => word::REFUSED_NO_NUMBER,
            Refused::NoName => word::REFUSED_NO_NAME,
            Refused::NoBox => word::REFUSED_NO_BOX,
            Refused::Unfound => word::REFUSED_UNFOUND,
        });
    }
    if row.waits {
        return screen.say(word::MEND_WAITS);
    }
    let has = |part| rows.iter().any(|it| it.part == part && it.pointed);
    let other = match row.part {
        Part::Theirs => Some(Part::Own),
        Part::Own => Some(Part::Theirs),
        _ => None,
    };
    if let Some(other) = other.filter(|other| row.pointed && !has(*other)) {
        return screen.say_with(word::MEND_ALSO, &[&screen.say(named(other))]);
    }
    match row.found {
        0 => screen.say(word::MEND_NONE),
        count => screen.say_with(word::MEND_FOUND, &[&count.to_string()]),
    }
}

/// Follows a fact of what is open.
fn of<T: Default + Clone + PartialEq + 'static>(
    screen: &Screen,
    fact: impl Fn(&Mend) -> T + 'static,
) -> crate::screen::Seen<T> {
    screen.see(move |view| view.mend.as_ref().map(|mend| fact(mend)).unwrap_or_default())
}

fn acts(screen: &Rc<Screen>, did: impl Fn() -> ConsoleEvent + 'static) -> impl Fn() + 'static {
    let screen = screen.clone();
    move || screen.act(PanelEvent::Console(did()))
}

fn slot_of(part: Part) -> Slot {
    deti::site::slot(part)
}

fn named(part: Part) -> &'static str {
    match part {
        Part::Composer => word::PART_COMPOSER,
        Part::Send => word::PART_SEND,
        Part::Buyer => word::PART_BUYER,
        Part::Theirs => word::PART_THEIRS,
        Part::Own => word::PART_OWN,
        Part::Row => word::PART_ROW,
        Part::Order => word::PART_ORDER,
    }
}

pub(super) fn slot(slot: Slot) -> &'static str {
    match slot {
        Slot::Composer => word::PART_COMPOSER,
        Slot::Send => word::PART_SEND,
        Slot::Key => word::SLOT_KEY,
        Slot::Buyer => word::PART_BUYER,
        Slot::Messages => word::SLOT_MESSAGES,
        Slot::Rows => word::SLOT_ROWS,
        Slot::Orders => word::SLOT_ORDERS,
    }
}
