//! Quick replies: the search box first, then what it found.
//!
//! The focus stays in the box. The arrow keys move the choice, Enter inserts
//! it; while an IME is composing neither does anything.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::ReplyRow;
use dominator::{Dom, html, with_node};
use futures_signals::map_ref;
use futures_signals::signal::{Signal, SignalExt};
use futures_signals::signal_vec::SignalVecExt;
use web_sys::{HtmlElement, HtmlInputElement};

use super::{field, hits, icon, key, later, shown};
use crate::event::{on_click, on_key, on_typed};
use crate::keyboard::Press;
use crate::rows::{Row, Rows};
use crate::screen::Screen;
use crate::{focus, word};

const LIST: &str = "replies";
/// How many replies have a digit.
const WITH_DIGIT: usize = 9;

pub(super) fn replies(screen: &Rc<Screen>) -> Dom {
    let any = |screen: &Rc<Screen>| screen.see(|view| !view.replies.is_empty());
    let nothing = {
        let words = [screen.say(word::REPLIES_NONE), screen.say(word::REPLIES_NONE_MATCH)];
        screen
            .see(|view| !view.query.trim().is_empty())
            .map(move |searched| words[usize::from(searched)].clone())
    };
    html!("div", {
        .class("replies")
        .child(search(screen))
        .child(list(screen, any(screen)))
        .child(html!("p", {
            .class("nothing")
            .apply(shown(any(screen).map(|any| !any)))
            .text_signal(nothing.boxed_local())
        }))
    })
}

fn search(screen: &Rc<Screen>) -> Dom {
    let name = screen.say(word::SEARCH);
    html!("div", {
        .class("search")
        .child(icon::icon(icon::SEARCH))
        .child(html!("input" => HtmlInputElement, {
            .attr("id", focus::SEARCH)
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", &name)
            .attr("aria-label", &name)
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", LIST)
            .attr_signal("aria-expanded", screen.see(|view| {
                if view.replies.is_empty() { "false" } else { "true" }
            }))
            .attr_signal("aria-activedescendant", screen.see(|view| {
                (view.chosen < view.replies.len()).then(|| option_id(view.chosen))
            }))
            .with_node!(input => {
                .future(later(screen.see(|view| view.query.clone()).for_each(move |query| {
                    // Writing the same words would move the caret, and break
                    // off a composition.
                    if input.value() != query {
                        input.set_value(&query);
                    }
                    async {}
                })))
            })
            .apply(on_typed({
                let screen = screen.clone();
                move |typed| screen.act(PanelEvent::Search(typed))
            }))
            .apply(on_key({
                let screen = screen.clone();
                move |press| choose(&screen, press)
            }))
        }))
        .child(key("/"))
    })
}

fn choose(screen: &Screen, press: &Press) -> bool {
    if press.composing || press.alt || press.control {
        return false;
    }
    match press.key.as_str() {
        "ArrowDown" => screen.act(PanelEvent::Choose(1)),
        "ArrowUp" => screen.act(PanelEvent::Choose(-1)),
        "Enter" => {
            let chosen = screen.now(|view| view.replies.get(view.chosen).map(|it| it.id.clone()));
            if let Some(id) = chosen {
                screen.act(PanelEvent::InsertReply(id));
            }
        }
        _ => return false,
    }
    true
}

fn list(screen: &Rc<Screen>, any: impl Signal<Item = bool> + 'static) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.replies.clone()).for_each(move |replies| {
            rows.settle(replies, |reply| reply.id.clone());
            async {}
        })
    };
    let screen = screen.clone();
    html!("ul", {
        .class("list")
        .attr("id", LIST)
        .attr("role", "listbox")
        .attr("aria-label", &screen.say(word::TAB_REPLIES))
        .apply(shown(any))
        .future(later(settle))
        .children_signal_vec(rows.signal().map(move |row| reply(&screen, &row)))
    })
}

fn reply(screen: &Rc<Screen>, row: &Rc<Row<ReplyRow>>) -> Dom {
    let chosen = |screen: &Rc<Screen>| {
        let chosen = screen.see(|view| view.chosen);
        let is_chosen = map_ref! {
            let chosen = chosen,
            let place = row.place.signal() => chosen == place
        };
        is_chosen.dedupe()
    };
    let hint = map_ref! {
        let chosen = chosen(screen),
        let place = row.place.signal() => match *place {
            _ if *chosen => Some("↵".to_owned()),
            place if place < WITH_DIGIT => Some((place + 1).to_string()),
            _ => None,
        }
    };
    html!("li" => HtmlElement, {
        .class("reply")
        .attr("role", "option")
        .attr_signal("id", row.place.signal().map(option_id).boxed_local())
        .attr_signal("aria-selected", chosen(screen).map(|chosen| {
            if chosen { "true" } else { "false" }
        }).boxed_local())
        .with_node!(element => {
            .future(later(chosen(screen).for_each(move |chosen| {
                if chosen {
                    focus::reveal(&element);
                }
                async {}
            })))
        })
        .child_signal(row.value.signal_cloned().map({
            let screen = screen.clone();
            move |reply| Some(words(&screen, &reply))
        }).boxed_local())
        .child_signal(hint.dedupe_cloned().map(|hint| hint.as_deref().map(key)).boxed_local())
        .apply(on_click({
            let (screen, row) = (screen.clone(), row.clone());
            move || screen.act(PanelEvent::InsertReply(row.value.lock_ref().id.clone()))
        }))
    })
}

fn words(screen: &Screen, reply: &ReplyRow) -> Dom {
    let name = |field: &str| field::named(screen, field);
    let (whole, hits) = hits::worded(&reply.body, &reply.body_hits, &reply.missing, name);
    let open: Vec<String> = reply.missing.iter().map(|field| name(field)).collect();
    let (body, body_hits) = hits::from_first_hit(&whole, &hits);
    html!("div", {
        .class("words")
        .attr("title", &whole)
        .child(html!("div", {
            .class("head")
            .children(hits::pieces(&reply.title, &reply.title_hits, &[]))
            .apply_if(!reply.folder.is_empty(), |dom| {
                dom.child(html!("span", { .class("folder").text(&reply.folder) }))
            })
        }))
        .child(html!("div", {
            .class("body")
            .children(hits::pieces(&body, &body_hits, &open))
        }))
    })
}

fn option_id(place: usize) -> String {
    format!("reply-{place}")
}
