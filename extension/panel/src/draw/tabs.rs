//! The three lists, one at a time.

use std::rc::Rc;

use deti::desk::view::Tab;
use deti::desk::{PanelEvent, View};
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;

use super::count::count;
use super::{bin, board, editor, form, notes, now, plan, replies};
use crate::event::{on_click, on_key};
use crate::screen::Screen;
use crate::{focus, word};

const TABS: [Tab; 3] = [Tab::Replies, Tab::Orders, Tab::Notes];

pub(super) fn tabs(screen: &Rc<Screen>) -> Dom {
    html!("section", {
        .class("lists")
        .apply(now::still_under_the_hand())
        .child(html!("div", {
            .class("tabs")
            .attr("role", "tablist")
            .attr("aria-label", &screen.say(word::TABS))
            .children(TABS.map(|tab| name(screen, tab)))
            .apply(on_key({
                let screen = screen.clone();
                move |press| !press.alt && step(&screen, &press.key)
            }))
        }))
        .child(html!("div", {
            .class("panes")
            .children(TABS.map(|tab| pane(screen, tab)))
        }))
    })
}

fn name(screen: &Rc<Screen>, tab: Tab) -> Dom {
    let word = match tab {
        Tab::Replies => word::TAB_REPLIES,
        Tab::Orders => word::TAB_ORDERS,
        Tab::Notes => word::TAB_NOTES,
    };
    html!("button", {
        .attr("type", "button")
        .class("tab")
        .attr("role", "tab")
        .attr("id", tab_id(tab))
        .attr("aria-controls", pane_id(tab))
        .attr_signal("aria-selected", screen.see(move |view| {
            if view.tab == tab { "true" } else { "false" }
        }))
        .attr_signal("tabindex", screen.see(move |view| {
            if view.tab == tab { "0" } else { "-1" }
        }))
        .text(&screen.say(word))
        .child_signal(screen.see(move |view| waiting(view, tab)).map(move |number| {
            count(if tab == Tab::Orders { "pressing" } else { "calm" }, number)
        }).boxed_local())
        .apply(on_click({
            let screen = screen.clone();
            move || screen.act(PanelEvent::Open(tab))
        }))
    })
}

/// What the count beside a tab counts: orders that are due press, notes do not,
/// and the replies are before one's eyes.
fn waiting(view: &View, tab: Tab) -> usize {
    match tab {
        Tab::Replies => 0,
        Tab::Orders => view.daily.due,
        Tab::Notes => view.notes.len() + view.promises.len(),
    }
}

fn pane(screen: &Rc<Screen>, tab: Tab) -> Dom {
    html!("div", {
        .class("pane")
        .attr("role", "tabpanel")
        .attr("id", pane_id(tab))
        .attr("aria-labelledby", tab_id(tab))
        .class_signal("open", screen.see(move |view| view.tab == tab))
        .apply(|dom| match tab {
            Tab::Replies => dom
                .child(replies::replies(screen))
                .child(form::form(screen))
                .child(bin::bin(screen))
                .child(plan::plan(screen))
                .child(editor::editor(screen)),
            Tab::Orders => dom.child(board::board(screen)),
            Tab::Notes => dom.child(notes::notes(screen)),
        })
    })
}

/// Arrow keys go from tab to tab, as a tab list does everywhere.
fn step(screen: &Screen, key: &str) -> bool {
    let open = screen.now(|view| TABS.iter().position(|tab| *tab == view.tab)).unwrap_or(0);
    let next = match key {
        "ArrowRight" => (open + 1) % TABS.len(),
        "ArrowLeft" => (open + TABS.len() - 1) % TABS.len(),
        "Home" => 0,
        "End" => TABS.len() - 1,
        _ => return false,
    };
    screen.act(PanelEvent::Open(TABS[next]));
    focus::on(tab_id(TABS[next]));
    true
}

fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Replies => "tab-replies",
        Tab::Orders => "tab-orders",
        Tab::Notes => "tab-notes",
    }
}

fn pane_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Replies => "pane-replies",
        Tab::Orders => "pane-orders",
        Tab::Notes => "pane-notes",
    }
}
