//! The form for what a reply still lacks: one line a field, over the list that
//! it came from, which stays where it is.

use std::rc::Rc;

use deti::desk::PanelEvent;
use dominator::{Dom, html, with_node};
use futures_signals::signal::SignalExt;
use web_sys::HtmlInputElement;

use super::{button, field, key, later};
use crate::event::{on_click, on_key, on_typed};
use crate::screen::Screen;
use crate::{focus, word};

pub(super) fn form(screen: &Rc<Screen>) -> Dom {
    // The fields' names change with the reply; what is entered does not draw
    // the form anew, or the caret would be lost with every letter.
    let asked = screen.see(|view| {
        let form = view.form.as_ref()?;
        let names: Vec<String> = form.fields.iter().map(|field| field.name.clone()).collect();
        Some((form.title.clone(), names))
    });
    let drawn = screen.clone();
    html!("div", {
        .class("form-place")
        .child_signal(asked.map(move |asked| {
            asked.map(|(title, names)| fields(&drawn, &title, &names))
        }).boxed_local())
    })
}

fn fields(screen: &Rc<Screen>, title: &str, names: &[String]) -> Dom {
    html!("div", {
        .class("form")
        .attr("role", "group")
        .attr("aria-labelledby", "form-title")
        .child(html!("h2", {
            .attr("id", "form-title")
            .text(&screen.say_with(word::FORM_TITLE, &[title]))
        }))
        .children(names.iter().enumerate().map(|(place, name)| line(screen, place, name)))
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

fn line(screen: &Rc<Screen>, place: usize, name: &str) -> Dom {
    let id = focus::field(place);
    let entered = screen.see(move |view| {
        let fields = view.form.as_ref().map(|form| &form.fields);
        fields.and_then(|fields| fields.get(place)).map(|field| field.value.clone())
    });
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
            .apply(on_key({
                let screen = screen.clone();
                move |press| {
                    let enter = press.key == "Enter" && !press.composing && !press.alt;
                    if enter {
                        screen.act(PanelEvent::SubmitForm);
                    }
                    enter
                }
            }))
        }))
    })
}
