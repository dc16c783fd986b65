//! The form for what a reply still lacks: one line a field, over the list that
//! it came from, which stays where it is.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::FormField;
use deti::reply::Known;
use dominator::{Dom, DomBuilder, html, with_node};
use futures_signals::signal::SignalExt;
use web_sys::HtmlInputElement;

use super::{button, field, key, later};
use crate::event::{on_click, on_key, on_picked_one, on_typed};
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
        .children(asked.iter().enumerate().map(|(place, (name, choices))| {
            if choices.is_empty() { line(screen, place, name) } else { choice(screen, place, name, choices) }
        }))
        .child(known(screen))
        .child(html!("div", {
            .class("actions")
            .child(html!("button", {
                .attr("type", "button")
                .class("main")
                .child(html!("span", { .text(&screen.say(word::FORM_INSERT)) }))
                .child(key("↵"))
                .apply(on_click({
                    let screen = screen.clone();
                    move || screen.act(PanelEvent::SubmitForm)
                }))
            }))
            .child(button("text", &screen.say(word::FORM_CANCEL), {
                let screen = screen.clone();
                move || screen.act(PanelEvent::CloseForm)
            }))
            .child(key("Esc"))
        }))
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
                        .apply(submits(screen))
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
fn submits<E>(screen: &Rc<Screen>) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<web_sys::EventTarget>,
{
    let screen = screen.clone();
    on_key(move |press| {
        let enter = press.key == "Enter" && !press.composing && !press.alt;
        if enter {
            screen.act(PanelEvent::SubmitForm);
        }
        enter
    })
}

fn line(screen: &Rc<Screen>, place: usize, name: &str) -> Dom {
    let id = focus::field(place);
    let entered = value(screen, place);
    html!("div", {
        .class("field-line")
        .child(html!("label", { .attr("for", &id).text(&field::named(screen, name)) }))
        .child(html!("input" => HtmlInputElement, {
            .attr("id", &id)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .with_node!(input => {
                .future(later(entered.for_each(move |entered| {
                    let entered = entered.unwrap_or_default();
                    if input.value() != entered {
                        input.set_value(&entered);
                    }
                    async {}
                })))
            })
            .apply(on_typed({
                let (screen, field) = (screen.clone(), name.to_owned());
                move |value| screen.act(PanelEvent::Fill { field: field.clone(), value })
            }))
            .apply(submits(screen))
        }))
    })
}
