//! Quick replies: the search box first, then what it found.
//!
//! The focus stays in the box. The arrow keys move the choice, Enter inserts
//! it; while an IME is composing neither does anything.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::ReplyRow;
use dominator::{Dom, html, with_node};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, Signal, SignalExt};
use futures_signals::signal_vec::SignalVecExt;
use web_sys::{HtmlElement, HtmlInputElement};

use super::{button, details, drag, field, hits, icon, key, later, shelf, shown};
use crate::event::{on_click, on_click_beside, on_key, on_typed};
use crate::keyboard::Press;
use crate::rows::{Row, Rows};
use crate::screen::Screen;
use crate::{focus, in_sight, word};

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
    let (open_shelf, open_details) = (Mutable::new(false), Mutable::new(false));
    html!("div", {
        .class("replies")
        .child(search(screen, &open_shelf, &open_details))
        .child(shelf::shelf(screen, &open_shelf))
        .child(folders(screen))
        .child(shelf::notices(screen))
        .child(list(screen, any(screen), &open_details))
        .child(html!("p", {
            .class("nothing")
            .apply(shown(any(screen).map(|any| !any)))
            .text_signal(nothing.boxed_local())
        }))
        .child(details::details(screen, &open_details))
    })
}

/// The folders, while one is being typed: `@` and its name narrow the search.
fn folders(screen: &Rc<Screen>) -> Dom {
    let typed = screen.see(|view| {
        let named = view.query.strip_prefix(['@', '＠'])?;
        (!named.contains(char::is_whitespace)).then(|| view.folders.clone())
    });
    let drawn = screen.clone();
    html!("div", {
        .class("kinds")
        .class_signal("open", screen.see(|view| view.query.starts_with(['@', '＠'])))
        .children_signal_vec(typed.map(move |folders| {
            let chip = |(name, count): &(String, usize)| {
                let (screen, query) = (drawn.clone(), format!("@{name} "));
                button("plain", &format!("{name} {count}"), move || {
                    screen.act(PanelEvent::Search(query.clone()));
                    focus::on(focus::SEARCH);
                })
            };
            folders.unwrap_or_default().iter().map(chip).collect::<Vec<_>>()
        }).to_signal_vec())
    })
}

fn search(screen: &Rc<Screen>, open_shelf: &Mutable<bool>, open_details: &Mutable<bool>) -> Dom {
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
                let (screen, open) = (screen.clone(), open_details.clone());
                move |press| choose(&screen, press, &open)
            }))
        }))
        .child(key("/"))
        .children(shelf::signs(screen, open_shelf))
    })
}

fn choose(screen: &Screen, press: &Press, open_details: &Mutable<bool>) -> bool {
    if let Some(done) = screen.now(|view| details::keys(press, view, open_details)) {
        if let Some(event) = done {
            screen.act(event);
        }
        return true;
    }
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

fn list(
    screen: &Rc<Screen>,
    any: impl Signal<Item = bool> + 'static,
    open_details: &Mutable<bool>,
) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.replies.clone()).for_each(move |replies| {
            rows.settle(replies, |reply| reply.id.clone());
            async {}
        })
    };
    let (drawn, open) = (screen.clone(), open_details.clone());
    let rest = screen.clone();
    html!("div", {
        .class("list")
        .apply(shown(any))
        .apply(in_sight::kept)
        .child(html!("ul", {
            .attr("id", LIST)
            .attr("role", "listbox")
            .attr("aria-label", &screen.say(word::TAB_REPLIES))
            .future(later(settle))
            .children_signal_vec(rows.signal().map(move |row| reply(&drawn, &row, &open)))
        }))
        .child_signal(screen.see(|view| view.more).map(move |more| {
            let screen = rest.clone();
            (more > 0).then(|| button("text more", &screen.say_with(word::REPLY_MORE, &[&more.to_string()]), {
                let screen = screen.clone();
                move || screen.act(PanelEvent::More)
            }))
        }).boxed_local())
    })
}

fn reply(screen: &Rc<Screen>, row: &Rc<Row<ReplyRow>>, open_details: &Mutable<bool>) -> Dom {
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
                    // A row that goes to another place is not there yet.
                    focus::reveal_soon(element.clone());
                }
                async {}
            })))
        })
        .child_signal(row.value.signal_cloned().map({
            let screen = screen.clone();
            move |reply| Some(words(&screen, &reply))
        }).boxed_local())
        .class_signal("not-here", row.value.signal_cloned().map(|row| row.away.is_some()).boxed_local())
        .attr_signal("data-own", row.value.signal_cloned().map(|row| {
            row.own.then_some(row.id)
        }).boxed_local())
        .child_signal(row.value.signal_cloned().map(|row| row.own.then_some(row.id)).dedupe_cloned().map({
            let screen = screen.clone();
            move |own| own.map(|id| drag::handle(&screen, &id))
        }).boxed_local())
        .child(html!("span", {
            .class("ask-more")
            .attr("aria-hidden", "true")
            .child(icon::icon(icon::MORE))
            .apply(on_click({
                let (screen, row, open) = (screen.clone(), row.clone(), open_details.clone());
                move || {
                    let place = row.place.get();
                    let chosen = screen.now(|view| view.chosen);
                    let rows = place as i32 - chosen as i32;
                    open.set(rows != 0 || !open.get());
                    screen.act(PanelEvent::Choose(rows));
                }
            }))
        }))
        .child_signal(hint.dedupe_cloned().map(|hint| hint.as_deref().map(key)).boxed_local())
        .apply(on_click_beside(".handle, .ask-more", {
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
            .child(html!("span", {
                .class("called")
                .children(hits::pieces(&reply.title, &reply.title_hits, &[]))
            }))
            .apply_if(reply.own, |dom| {
                dom.child(html!("span", { .class("mine").text(&screen.say(word::REPLY_OWN)) }))
            })
            .apply_if(!reply.stale.is_empty(), |dom| {
                dom.child(html!("span", { .class("why-not").text(&screen.say(word::LIST_STALE)) }))
            })
            .apply_if(reply.away.is_some(), |dom| {
                let why = reply.away.as_ref().map(|away| details::why(screen, away));
                dom.child(html!("span", { .class("why-not").text(&why.unwrap_or_default()) }))
            })
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
