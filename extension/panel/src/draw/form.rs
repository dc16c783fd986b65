//! The form for what a reply still lacks: one line a field, over the list that
//! it came from, which stays where it is.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::FormField;
use deti::reply::Known;
use dominator::{Dom, clone, html};
use futures_signals::signal::SignalExt;
use web_sys::HtmlInputElement;

use super::line::{Line, ended, endings};
use super::{button, field};
use crate::event::{on_key, on_picked_one};
use crate::screen::{Screen, Seen};
use crate::{focus, word};

pub(super) fn form(screen: &Rc<Screen>) -> Dom {
    // The fields' names change with the reply; what is entered does not draw
    // the form anew, or the caret would be lost with every letter.
    let asked = screen.see(|view| {
        let form = view.form.as_ref()?;
        let asked = |field: &FormField| (field.name.clone(), field.choices.clone());
        Some((form.title.clone(), form.fields.iter().map(asked).collect::<Vec<_>>()))
    });
    let drawn = screen.clone();
    html!("div", {
        .class("form-place")
        .child_signal(asked.map(move |asked| {
            asked.map(|(title, asked)| fields(&drawn, &title, &asked))
        }).boxed_local())
    })
}

/// Where the values stand on the page that the agent does not enter.
fn known(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    let known =
        screen.see(|view| view.form.as_ref().map_or_else(Vec::new, |form| form.known.clone()));
    html!("div", {
        .class("known")
        .children_signal_vec(known.map(move |all| {
            let line = |(name, known): &(String, Known)| html!("p", {
                .class("help")
                .apply_if(known.stale, |dom| dom.class("warned"))
                .text(&format!("{}（{}）", field::origin(&drawn, name, known), known.text))
            });
            all.iter().map(line).collect::<Vec<_>>()
        }).to_signal_vec())
    })
}

fn fields(screen: &Rc<Screen>, title: &str, asked: &[(String, Vec<String>)]) -> Dom {
    html!("div", {
        .class("form")
        .attr("role", "group")
        .attr("aria-labelledby", "form-title")
        .child(html!("h2", {
            .attr("id", "form-title")
            .text(&screen.say_with(word::FORM_TITLE, &[title]))
        }))
        .child(orders(screen))
        .children(asked.iter().enumerate().map(|(place, (name, choices))| {
            if choices.is_empty() { line(screen, place, name) } else { choice(screen, place, name, choices) }
        }))
        .child(known(screen))
        .child(endings(
            screen,
            word::FORM_INSERT,
            submits(screen),
            clone!(screen => move || screen.act(PanelEvent::CloseForm)),
        ))
    })
}

/// The buyer's orders on the page, where there are several: one fills in what is
/// asked for, and the keyboard is in the form again.
fn orders(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    let orders =
        screen.see(|view| view.form.as_ref().map_or_else(Vec::new, |form| form.orders.clone()));
    html!("div", {
        .class("kinds")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::FORM_ORDERS))
        .children_signal_vec(orders.map(move |orders| {
            let choice = |said: &Vec<(String, String)>| {
                let words: Vec<&str> = said.iter().map(|(_, value)| value.as_str()).collect();
                let (screen, said) = (drawn.clone(), said.clone());
                button("plain", &words.join(" · "), move || {
                    for (field, value) in said.clone() {
                        screen.act(PanelEvent::Fill { field, value });
                    }
                    focus::on(&focus::field(0));
                })
            };
            orders.iter().map(choice).collect::<Vec<_>>()
        }).to_signal_vec())
    })
}

/// A field with some answers to choose from. The arrow keys choose, as in any group
/// of radio buttons, and Enter inserts.
fn choice(screen: &Rc<Screen>, place: usize, name: &str, choices: &[String]) -> Dom {
    let group = focus::field(place);
    html!("fieldset", {
        .class("field-line")
        .child(html!("legend", { .text(&field::named(screen, name)) }))
        .child(html!("div", {
            .class("choice")
            .children(choices.iter().enumerate().map(|(at, words)| {
                let chosen = {
                    let words = words.clone();
                    value(screen, place).map(move |value| value.as_ref() == Some(&words))
                };
                let fill = (screen.clone(), name.to_owned(), words.clone());
                html!("label", {
                    .child(html!("input" => HtmlInputElement, {
                        .attr("type", "radio")
                        .attr("name", &group)
                        .apply_if(at == 0, |dom| dom.attr("id", &group))
                        .prop_signal("checked", chosen.boxed_local())
                        .apply(on_picked_one(move || {
                            let (screen, field, value) = &fill;
                            screen.act(PanelEvent::Fill { field: field.clone(), value: value.clone() });
                        }))
                        .apply({
                            let submits = submits(screen);
                            on_key(move |press| ended(press, &submits))
                        })
                    }))
                    .child(html!("span", { .text(words) }))
                })
            }))
        }))
    })
}

/// What was entered in the field at this place.
fn value(screen: &Rc<Screen>, place: usize) -> Seen<Option<String>> {
    screen.see(move |view| {
        let fields = view.form.as_ref().map(|form| &form.fields);
        fields.and_then(|fields| fields.get(place)).map(|field| field.value.clone())
    })
}

/// Enter inserts.
fn submits(screen: &Rc<Screen>) -> impl Fn() + use<> {
    let screen = screen.clone();
    move || screen.act(PanelEvent::SubmitForm)
}

fn line(screen: &Rc<Screen>, place: usize, name: &str) -> Dom {
    let id = focus::field(place);
    let (filled, field) = (screen.clone(), name.to_owned());
    Line { id: &id, name: field::named(screen, name), kind: "text", offers: None }.draw(
        value(screen, place).map(Option::unwrap_or_default),
        move |value| filled.act(PanelEvent::Fill { field: field.clone(), value }),
        submits(screen),
    )
}
