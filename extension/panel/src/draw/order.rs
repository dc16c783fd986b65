//! What there is to say and to do about the chosen row of the board: why the order
//! is unpaid, how the words sound, the words themselves, and the agent's marks.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::{AskedRow, OrderRow, Say};
use deti::order::{Cause, Reason, Status, Tone};
use dominator::{Dom, html};
use futures_signals::signal::{Mutable, SignalExt};
use futures_signals::signal_vec::SignalVecExt;

use super::board::{Content, Contents};
use super::board_row::{About, Entry};
use super::{field, key as key_sign, shown, time};
use crate::event::on_click;
use crate::keyboard::Press;
use crate::screen::{Screen, Seen};
use crate::{focus, word};

const CAUSES: [(Cause, &str); 6] = [
    (Cause::Forgot, word::CAUSE_FORGOT),
    (Cause::Hesitating, word::CAUSE_HESITATING),
    (Cause::Comparing, word::CAUSE_COMPARING),
    (Cause::Payment, word::CAUSE_PAYMENT),
    (Cause::Wrong, word::CAUSE_WRONG),
    (Cause::Unwanted, word::CAUSE_UNWANTED),
];

const TONES: [(Tone, &str); 3] = [
    (Tone::Warm, word::TONE_WARM),
    (Tone::Formal, word::TONE_FORMAL),
    (Tone::Brief, word::TONE_BRIEF),
];

/// What the agent can say about an order, and the key of each.
const SAYS: [(Say, &str, &str); 7] = [
    (Say::Wanted, word::ORDER_WANTED, "W"),
    (Say::Declined, word::ORDER_DECLINED, LEAVES),
    (Say::Paid, word::ORDER_PAID, "P"),
    (Say::Reminded, word::ORDER_REMINDED_ELSEWHERE, "R"),
    (Say::Tomorrow, word::ORDER_TOMORROW, "M"),
    (Say::Alone, word::ORDER_ALONE, "A"),
    (Say::TakeBack, word::ORDER_UNMARK, "Z"),
];

/// The key that says that nothing more is wanted.
const LEAVES: &str = "X";
/// The key that changes the tone.
const TONE: &str = "T";

/// What a key means for the chosen row; whether it means anything.
pub(super) fn key(
    screen: &Screen,
    contents: &Contents,
    chosen: &Mutable<Option<String>>,
    press: &Press,
) -> bool {
    let Some(entry) = picked(contents, chosen) else { return false };
    let asking = screen.now(|view| view.held.as_ref().is_some_and(|held| held.asking_reason));
    let in_list = focus::document()
        .and_then(|it| it.active_element())
        .is_some_and(|element| element.id() == focus::BOARD);
    match (press.code.as_str(), entry.about) {
        ("Enter" | "NumpadEnter", about) if in_list => screen.act(write(about)),
        ("KeyT", _) => {
            let now = screen.now(|view| view.tone);
            let place = TONES.iter().position(|(tone, _)| *tone == now).unwrap_or(0);
            screen.act(PanelEvent::Tone(TONES[(place + 1) % TONES.len()].0));
        }
        ("KeyX", About::Asked(row)) => {
            let alone = !row.reasons.contains(&Reason::LeftAlone);
            screen.act(PanelEvent::LetAsked { id: row.id, alone });
        }
        (code, About::Order(order)) if code.starts_with("Key") => {
            let said = SAYS.iter().find(|(_, _, key)| code.strip_prefix("Key") == Some(key));
            let Some((say, ..)) = said.filter(|(say, ..)| order.say.contains(say)) else {
                return false;
            };
            screen.act(PanelEvent::Say { id: order.id, say: *say });
        }
        (code, About::Order(order)) if !asking && is_unpaid(&order) => {
            let place = code.strip_prefix("Digit").and_then(|digit| digit.parse::<usize>().ok());
            let cause = place.and_then(|place| CAUSES.get(place.checked_sub(1)?));
            let Some((cause, _)) = cause else { return false };
            screen.act(PanelEvent::Because { id: order.id, cause: Some(*cause) });
        }
        _ => return false,
    }
    true
}

fn write(about: About) -> PanelEvent {
    match about {
        About::Order(order) => PanelEvent::WriteReminder(order.id),
        About::Asked(row) => PanelEvent::WriteFollowUp(row.id),
    }
}

fn picked(contents: &Contents, chosen: &Mutable<Option<String>>) -> Option<Entry> {
    let key = chosen.lock_ref().clone()?;
    contents.lock_ref().find(&key)
}

pub(super) fn details(
    screen: &Rc<Screen>,
    contents: &Contents,
    chosen: &Mutable<Option<String>>,
) -> Dom {
    let (drawn, contents) = (screen.clone(), contents.clone());
    html!("div", {
        .class("details-place")
        .child_signal(chosen.signal_cloned().map(move |key| {
            let key = key?;
            let entry = contents.lock_ref().find(&key)?;
            Some(match entry.about {
                About::Order(order) => about_order(&drawn, &contents, &order),
                About::Asked(row) => about_asked(&drawn, &contents, &row.id),
            })
        }).boxed_local())
    })
}

/// Follows a fact of one order, as long as the board knows it.
fn fact<T, F>(contents: &Contents, id: &str, fact: F) -> Seen<Option<T>>
where
    T: Clone + PartialEq + 'static,
    F: Fn(&OrderRow) -> T + 'static,
{
    let key = format!("order {id}");
    let fact = contents.signal_ref(move |content| match content.find(&key)?.about {
        About::Order(order) => Some(fact(&order)),
        About::Asked(_) => None,
    });
    fact.dedupe_cloned().boxed_local()
}

fn is_unpaid(order: &OrderRow) -> bool {
    order.status == Status::Unpaid
}

fn about_order(screen: &Rc<Screen>, contents: &Contents, order: &OrderRow) -> Dom {
    let (id, number) = (order.id.as_str(), order.number.as_str());
    let unpaid = || fact(contents, id, is_unpaid).map(|it| it == Some(true));
    let name = screen.say_with(word::ORDER_NUMBER, &[]);
    html!("div", {
        .class(["chosen", "about-order"])
        .attr("role", "group")
        .attr("aria-label", &format!("{name} {number}"))
        // Of an order that is gone nothing is left to say.
        .apply(shown(fact(contents, id, |_| ()).map(|it| it.is_some())))
        .child(html!("div", {
            .class("facts")
            .child(html!("span", { .class("order-number").text(number) }))
            .child(html!("span", {
                .class("status")
                .text_signal(fact(contents, id, |order| order.status_text.clone())
                    .map(Option::unwrap_or_default).boxed_local())
            }))
            .child_signal(fact(contents, id, OrderRow::clone).map({
                let screen = screen.clone();
                move |order| order.map(|order| times_of(&screen, &order))
            }).boxed_local())
        }))
        .child(html!("div", {
            .class("to-remind")
            .apply(shown(unpaid()))
            .child(causes(screen, contents, id))
            .child(tones(screen))
            .child(words(screen, contents, id))
        }))
        .child(actions(screen, contents, id))
    })
}

/// Placed and closes, as the page words them; what it counts down is a moment here.
pub(super) fn times_of(screen: &Rc<Screen>, order: &OrderRow) -> Dom {
    let said = [(word::ORDER_CREATED, &order.created), (word::ORDER_CLOSES, &order.closes)];
    html!("span", {
        .class("times")
        .children(said.into_iter().filter(|(_, time)| !time.is_empty()).map(|(word, time)| {
            html!("span", { .text(&screen.say_with(word, &[time])) })
        }))
        .children(order.counted_to.map(|at| {
            let drawn = screen.clone();
            let said = screen.time().map(move |now| {
                drawn.say_with(word::ORDER_CLOSES, &[&time::moment(&drawn, at, now)])
            });
            html!("span", { .text_signal(said.dedupe_cloned().boxed_local()) })
        }))
    })
}

fn causes(screen: &Rc<Screen>, contents: &Contents, id: &str) -> Dom {
    html!("div", {
        .class("kinds")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::ORDER_CAUSE))
        .children(CAUSES.iter().enumerate().map(|(place, (cause, name))| {
            let cause = *cause;
            html!("button", {
                .attr("type", "button")
                .class("plain")
                .attr_signal("aria-pressed", fact(contents, id, move |order| {
                    order.cause == cause
                }).map(|it| if it == Some(true) { "true" } else { "false" }).boxed_local())
                .text(&screen.say(name))
                .child(key_sign(&(place + 1).to_string()))
                .apply(on_click({
                    let (screen, id) = (screen.clone(), id.to_owned());
                    move || screen.act(PanelEvent::Because {
                        id: id.clone(),
                        cause: Some(cause),
                    })
                }))
            })
        }))
    })
}

fn tones(screen: &Rc<Screen>) -> Dom {
    html!("div", {
        .class("kinds")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::ORDER_TONE))
        .children(TONES.map(|(tone, name)| html!("button", {
            .attr("type", "button")
            .class("plain")
            .attr_signal("aria-pressed", screen.see(move |view| {
                if view.tone == tone { "true" } else { "false" }
            }))
            .text(&screen.say(name))
            .apply(on_click({
                let screen = screen.clone();
                move || screen.act(PanelEvent::Tone(tone))
            }))
        })))
        .child(key_sign(TONE))
    })
}

fn words(screen: &Rc<Screen>, contents: &Contents, id: &str) -> Dom {
    let said = {
        let screen = screen.clone();
        fact(contents, id, |order| (order.reminder.clone(), order.missing.clone())).map(move |it| {
            match it {
                Some((_, missing)) if !missing.is_empty() => {
                    screen.say_with(word::ORDER_MISSING, &[&field::all_named(&screen, &missing)])
                }
                Some((words, _)) => words,
                None => String::new(),
            }
        })
    };
    html!("p", {
        .class(["in-full", "reminder-words"])
        // Long words are scrolled, by the keyboard as well.
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::ORDER_WORDS))
        .text_signal(said.boxed_local())
    })
}

fn actions(screen: &Rc<Screen>, contents: &Contents, id: &str) -> Dom {
    let act = |event: fn(String) -> PanelEvent| {
        let (screen, id) = (screen.clone(), id.to_owned());
        move || screen.act(event(id.clone()))
    };
    html!("div", {
        .class("actions")
        .child(html!("button", {
            .attr("type", "button")
            .class("main")
            .apply(shown(fact(contents, id, is_unpaid).map(|it| it == Some(true))))
            .child(html!("span", { .text(&screen.say(word::WRITE_REMINDER)) }))
            .child(key_sign("↵"))
            .apply(on_click(act(PanelEvent::WriteReminder)))
        }))
        .child(says(screen, contents, id))
        .child(html!("button", {
            .attr("type", "button")
            .class(["text", "fills"])
            .text(&screen.say(word::ORDER_FILLS))
            .apply(shown(contents.signal_ref({
                let id = id.to_owned();
                move |content| content.is_one_of_several(&id)
            }).dedupe()))
            .attr_signal("aria-pressed", screen.see({
                let id = id.to_owned();
                move |view| if view.order.as_ref() == Some(&id) { "true" } else { "false" }
            }))
            .apply(on_click(act(PanelEvent::ChooseOrder)))
        }))
    })
}

/// What the agent can say about the order now: what cannot be said is not there.
fn says(screen: &Rc<Screen>, contents: &Contents, id: &str) -> Dom {
    let (drawn, of) = (screen.clone(), id.to_owned());
    let sayable = fact(contents, id, |order| order.say.clone()).map(Option::unwrap_or_default);
    html!("div", {
        .class("says")
        .children_signal_vec(sayable.to_signal_vec().map(move |say| {
            let known = SAYS.iter().find(|(it, ..)| *it == say);
            let (_, word, key) = known.copied().unwrap_or(SAYS[0]);
            html!("button", {
                .attr("type", "button")
                .class("text")
                .child(html!("span", { .text(&drawn.say(word)) }))
                .child(key_sign(key))
                .apply(on_click({
                    let (screen, id) = (drawn.clone(), of.clone());
                    move || {
                        screen.act(PanelEvent::Say { id: id.clone(), say });
                        // The button may be gone; the row has the keys.
                        focus::on(focus::BOARD);
                    }
                }))
            })
        }))
    })
}

fn about_asked(screen: &Rc<Screen>, contents: &Contents, id: &str) -> Dom {
    let key = format!("asked {id}");
    let words = {
        let key = key.clone();
        contents.signal_ref(move |content| match content.find(&key).map(|entry| entry.about) {
            Some(About::Asked(AskedRow { words, .. })) => Some(words),
            _ => None,
        })
    };
    let alone = {
        let key = key.clone();
        move || {
            let key = key.clone();
            let alone = move |content: &Content| match content.find(&key).map(|it| it.about) {
                Some(About::Asked(row)) => row.reasons.contains(&Reason::LeftAlone),
                _ => false,
            };
            contents.signal_ref(alone).dedupe()
        }
    };
    let there = contents.signal_ref(move |content| content.find(&key).is_some()).dedupe();
    let act = |event: fn(String) -> PanelEvent| {
        let (screen, id) = (screen.clone(), id.to_owned());
        move || screen.act(event(id.clone()))
    };
    html!("div", {
        .class(["chosen", "about-order"])
        .apply(shown(there))
        .child(tones(screen))
        .child(html!("p", {
            .class(["in-full", "reminder-words"])
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", &screen.say(word::ORDER_WORDS))
            .text_signal(words.dedupe_cloned().map(Option::unwrap_or_default).boxed_local())
        }))
        .child(html!("div", {
            .class("actions")
            .child(html!("button", {
                .attr("type", "button")
                .class("main")
                .child(html!("span", { .text(&screen.say(word::ASKED_WRITE)) }))
                .child(key_sign("↵"))
                .apply(on_click(act(PanelEvent::WriteFollowUp)))
            }))
            .child(html!("button", {
                .attr("type", "button")
                .class("text")
                .text(&screen.say(word::ORDER_ALONE))
                .apply(shown(alone().map(|it| !it)))
                .apply(on_click(act(|id| PanelEvent::LetAsked { id, alone: true })))
            }))
            .child(html!("button", {
                .attr("type", "button")
                .class("text")
                .text(&screen.say(word::ORDER_UNMARK))
                .apply(shown(alone()))
                .apply(on_click(act(|id| PanelEvent::LetAsked { id, alone: false })))
            }))
            .child(key_sign(LEAVES))
        }))
    })
}
