//! The settings: where the panel stands, and what the keys are.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::wire::Dock;
use dominator::{Dom, html};
use web_sys::HtmlInputElement;

use super::{consoles, shown};
use crate::event::on_click;
use crate::screen::Screen;
use crate::word;

const DOCKS: [(Dock, &str); 3] = [
    (Dock::Left, word::DOCK_LEFT),
    (Dock::Right, word::DOCK_RIGHT),
    (Dock::Float, word::DOCK_FLOAT),
];

pub(super) fn settings(screen: &Rc<Screen>) -> Dom {
    html!("section", {
        .class("settings")
        .attr("id", "settings")
        .attr("aria-label", &screen.say(word::SETTINGS))
        .apply(shown(screen.see(|view| view.settings)))
        .child(html!("h2", { .attr("id", "dock-title").text(&screen.say(word::DOCK)) }))
        .child(html!("div", {
            .class("choice")
            .attr("role", "radiogroup")
            .attr("aria-labelledby", "dock-title")
            .children(DOCKS.map(|(dock, name)| place(screen, dock, name)))
        }))
        .child(html!("h2", { .text(&screen.say(word::KEYS)) }))
        .child(html!("dl", { .children(keys(screen)) }))
        .apply_if(screen.notifies(), |dom| {
            dom.child(super::button("plain", &screen.say(word::SETTINGS_NOTIFY), {
                let screen = screen.clone();
                move || screen.choose_notifications()
            }))
        })
        .child(consoles::consoles(screen))
        .child(html!("p", { .class("privacy").text(&screen.say(word::PRIVACY)) }))
    })
}

fn place(screen: &Rc<Screen>, dock: Dock, name: &str) -> Dom {
    html!("label", {
        .child(html!("input" => HtmlInputElement, {
            .attr("type", "radio")
            .attr("name", "dock")
            .prop_signal("checked", screen.see(move |view| view.placement.dock == dock))
            .apply(on_click({
                let screen = screen.clone();
                move || screen.act(PanelEvent::Dock(dock))
            }))
        }))
        .child(html!("span", { .text(&screen.say(name)) }))
    })
}

fn keys(screen: &Rc<Screen>) -> Vec<Dom> {
    let board = screen.keyboard();
    let keys = [
        (board.alt("↵"), word::KEY_TAKE),
        (board.alt_shift("↵"), word::KEY_FIX_ALL),
        (board.alt("1…9"), word::KEY_REPLY),
        (board.alt("S"), word::KEY_ADD),
        ("F2".to_owned(), word::KEY_EDIT),
        (board.alt("↑↓"), word::KEY_MOVE),
        (board.alt("Del"), word::KEY_DELETE),
        (board.alt("U"), word::KEY_REMINDER),
        ("1…6".to_owned(), word::KEY_CAUSE),
        ("T".to_owned(), word::KEY_TONE),
        ("X P R W".to_owned(), word::KEY_MARK),
        ("Z".to_owned(), word::KEY_UNMARK),
        (board.alt("P"), word::KEY_PAUSE),
        (board.alt("Q"), word::KEY_PANEL),
        ("/".to_owned(), word::KEY_SEARCH),
        ("Esc".to_owned(), word::KEY_BACK),
    ];
    keys.into_iter()
        .map(|(name, does)| {
            html!("div", {
                .child(html!("dt", { .child(html!("kbd", { .text(&name) })) }))
                .child(html!("dd", { .text(&screen.say(does)) }))
            })
        })
        .collect()
}
