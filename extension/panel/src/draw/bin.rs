//! The recycle bin, over the list: what was thrown away within thirty days.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::BinRow;
use deti::reply::{BIN_KEEPS, Change};
use deti_web::clock;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;
use futures_signals::signal_vec::SignalVecExt;

use super::{button, key, later, shown};
use crate::rows::Rows;
use crate::screen::Screen;
use crate::word;

const DAY: u64 = 86_400_000;

pub(super) fn bin(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    html!("div", {
        .class("form-place")
        .child_signal(screen.see(|view| view.bin.is_some()).map(move |open| {
            open.then(|| opened(&drawn))
        }).boxed_local())
    })
}

fn opened(screen: &Rc<Screen>) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.bin.clone().unwrap_or_default()).for_each(move |thrown| {
            rows.settle(thrown, |row| row.entry.clone());
            async {}
        })
    };
    let any = |screen: &Rc<Screen>| {
        screen.see(|view| view.bin.as_ref().is_some_and(|rows| !rows.is_empty()))
    };
    let drawn = screen.clone();
    html!("div", {
        .class(["form", "bin"])
        .attr("role", "group")
        .attr("aria-labelledby", "bin-title")
        .child(html!("h2", { .attr("id", "bin-title").text(&screen.say(word::SHELF_BIN)) }))
        .child(html!("p", { .class("help").text(&screen.say(word::BIN_KEEPS)) }))
        .child(html!("ul", {
            .apply(shown(any(screen)))
            .future(later(settle))
            .children_signal_vec(rows.signal().map(move |row| thrown(&drawn, &row.value.lock_ref())))
        }))
        .child(html!("p", {
            .class("nothing")
            .apply(shown(any(screen).map(|any| !any)))
            .text(&screen.say(word::BIN_NONE))
        }))
        .child(html!("div", {
            .class("actions")
            .child(button("plain", &screen.say(word::BIN_BACK), {
                let screen = screen.clone();
                move || screen.act(PanelEvent::Bin(false))
            }))
            .child(key("Esc"))
            .child(html!("button", {
                .attr("type", "button")
                .class(["text", "away"])
                .apply(shown(any(screen)))
                .text(&screen.say(word::BIN_EMPTY))
                .apply(crate::event::on_click({
                    let screen = screen.clone();
                    move || screen.act(PanelEvent::Change(Box::new(Change::Empty)))
                }))
            }))
        }))
    })
}

fn thrown(screen: &Rc<Screen>, row: &BinRow) -> Dom {
    let gone = clock::now().saturating_sub(row.deleted);
    let days = BIN_KEEPS.saturating_sub(gone).div_ceil(DAY);
    let entry = || (screen.clone(), row.entry.clone());
    html!("li", {
        .class("thrown")
        .child(html!("div", {
            .class("words")
            .attr("title", &row.body)
            .child(html!("div", {
                .class("head")
                .text(&row.title)
                .child(html!("span", { .class("folder").text(&row.folder) }))
            }))
            .child(html!("div", { .class("body").text(&row.body) }))
        }))
        .child(html!("span", {
            .class("at")
            .text(&screen.say_with(word::BIN_DAYS, &[&days.to_string()]))
        }))
        .child(button("plain", &screen.say(word::BIN_RESTORE), {
            let (screen, entry) = entry();
            move || screen.act(PanelEvent::Change(Box::new(Change::Restore { entry: entry.clone() })))
        }))
    })
}
