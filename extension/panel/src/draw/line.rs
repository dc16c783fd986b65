//! What the forms over a list are made of: lines with a name and a box, the words
//! that are offered there, and the two buttons that end them.

use std::rc::Rc;

use dominator::{Dom, html, with_node};
use futures_signals::signal::{Signal, SignalExt};
use web_sys::HtmlInputElement;

use super::{button, key, later};
use crate::event::{on_click, on_key, on_typed};
use crate::keyboard::Press;
use crate::screen::{Screen, Seen};
use crate::word;

/// A line of a form.
pub(super) struct Line<'a> {
    pub id: &'a str,
    /// Its name, in words.
    pub name: String,
    /// What the box takes: `text`, `date`.
    pub kind: &'static str,
    /// The id of what is offered in it, if anything is.
    pub offers: Option<&'static str>,
}

impl Line<'_> {
    /// The line for one text, which follows what is entered. `ends` is told when
    /// Enter ends the form.
    pub fn draw(
        self,
        entered: impl Signal<Item = String> + 'static,
        typed: impl Fn(String) + 'static,
        ends: impl Fn() + 'static,
    ) -> Dom {
        let Self { id, name, kind, offers } = self;
        html!("div", {
            .class("field-line")
            .child(html!("label", { .attr("for", id).text(&name) }))
            .child(html!("input" => HtmlInputElement, {
                .attr("id", id)
                .attr("type", kind)
                .attr("autocomplete", "off")
                // A year has four digits, so that the next ones are the month's.
                .apply(|dom| if kind == "date" { dom.attr("max", "9999-12-31") } else { dom })
                .apply(|dom| match offers {
                    Some(offers) => dom.attr("list", offers),
                    None => dom,
                })
                .with_node!(input => {
                    .future(later(entered.for_each(move |entered| {
                        // Writing the same words would move the caret; and some are kept
                        // without the blank that is just being typed.
                        let value = input.value();
                        if value != entered && value.trim() != entered {
                            input.set_value(&entered);
                        }
                        async {}
                    })))
                })
                .apply(on_typed(typed))
                .apply(on_key(move |press| ended(press, &ends)))
            }))
        })
    }
}

/// Whether a key ends what is filled in; then that is done.
pub(super) fn ended(press: &Press, end: &impl Fn()) -> bool {
    let ends = press.ends();
    if ends {
        end();
    }
    ends
}

/// Words that are offered where one of them is typed.
pub(super) fn offered(id: &str, words: Seen<Vec<String>>) -> Dom {
    let option = |word: String| html!("option", { .attr("value", &word) });
    html!("datalist", {
        .attr("id", id)
        .children_signal_vec(words.map(move |words| {
            words.into_iter().map(option).collect::<Vec<_>>()
        }).to_signal_vec())
    })
}

/// The buttons below a form: what it is for, by Enter, and no, by Escape.
pub(super) fn endings(
    screen: &Rc<Screen>,
    word: &str,
    done: impl Fn() + 'static,
    cancel: impl Fn() + 'static,
) -> Dom {
    html!("div", {
        .class("actions")
        .child(html!("button", {
            .attr("type", "button")
            .class("main")
            .child(html!("span", { .text(&screen.say(word)) }))
            .child(key("↵"))
            .apply(on_click(done))
        }))
        .child(button("text", &screen.say(word::FORM_CANCEL), cancel))
        .child(key("Esc"))
    })
}
