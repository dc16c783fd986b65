//! The board: every order that is known, by what is to be done about it and why.
//!
//! The list has the keyboard: arrows choose a row, Enter writes its reminder, and
//! one key changes why it is unpaid, how the words sound, or that it is not
//! wanted. What there is to say about the chosen row stands below the list.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::{Board, Filter, OrderRow};
use dominator::{Dom, DomBuilder, html};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};
use futures_signals::signal_vec::SignalVecExt;
use web_sys::HtmlElement;

use super::board_row::{self, Entry};
use super::{daily, enter, find, icon, intake, later, limits, order, shown};
use crate::event::{on_click, on_key};
use crate::keyboard::Press;
use crate::rows::Rows;
use crate::screen::Screen;
use crate::{focus, in_sight, word};

/// A part of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Due,
    Later,
    Asked,
    Never,
    Paid,
    Other,
}

const SECTIONS: [(Section, &str); 6] = [
    (Section::Due, word::BOARD_DUE),
    (Section::Later, word::BOARD_LATER),
    (Section::Asked, word::BOARD_ASKED),
    (Section::Never, word::BOARD_NEVER),
    (Section::Paid, word::BOARD_PAID),
    (Section::Other, word::BOARD_OTHER),
];

const FILTERS: [(Filter, &str); 3] = [
    (Filter::All, word::FILTER_ALL),
    (Filter::Here, word::FILTER_HERE),
    (Filter::Fresh, word::FILTER_FRESH),
];

/// What the board is drawn from: it changes seldom, the view with every key.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Content {
    board: Rc<Board>,
    /// The orders on the page.
    page: Vec<OrderRow>,
}

/// The board's content as it changes.
pub(super) type Contents = Mutable<Content>;

impl Content {
    /// The rows of a section.
    fn entries(&self, section: Section) -> Vec<Entry> {
        let Board { due, later, never, paid, asked, filter, sought, .. } = &*self.board;
        let orders = |rows: &[OrderRow]| rows.iter().cloned().map(Entry::order).collect();
        match section {
            Section::Due => orders(due),
            Section::Later => orders(later),
            Section::Never => orders(never),
            Section::Paid => orders(paid),
            Section::Asked => asked.iter().cloned().map(Entry::asked).collect(),
            Section::Other => {
                let listed = [due, later, never, paid];
                let on_board =
                    |id: &str| listed.iter().any(|rows| rows.iter().any(|it| it.id == id));
                let others = self.page.iter().filter(|it| {
                    *filter != Filter::Fresh && sought.is_in(&[&it.buyer, &it.number, &it.item])
                });
                others.filter(|it| !on_board(&it.id)).cloned().map(Entry::order).collect()
            }
        }
    }

    /// How many there are, listed or not.
    fn total(&self, section: Section) -> usize {
        let [due, later, never, paid] = self.board.counts;
        match section {
            Section::Due => due,
            Section::Later => later,
            Section::Never => never,
            Section::Paid => paid,
            Section::Asked => self.board.asked_count,
            Section::Other => self.entries(section).len(),
        }
    }

    /// The row with this key.
    pub(super) fn find(&self, key: &str) -> Option<Entry> {
        let mut all = SECTIONS.iter().flat_map(|(section, _)| self.entries(*section));
        all.find(|it| it.key == key)
    }

    /// Whether the order with this id is one of several on the page.
    pub(super) fn is_one_of_several(&self, id: &str) -> bool {
        self.page.len() > 1 && self.page.iter().any(|it| it.id == id)
    }

    /// Every row, from the top: its key, and the id of its element.
    pub(super) fn all(&self) -> Vec<(String, String)> {
        let rows = SECTIONS.iter().flat_map(|(section, _)| {
            let entries = self.entries(*section).into_iter().enumerate();
            entries.map(|(place, entry)| (entry.key, board_row::id(*section, place)))
        });
        rows.collect()
    }
}

pub(super) fn board(screen: &Rc<Screen>) -> Dom {
    let chosen: Mutable<Option<String>> = Mutable::new(None);
    let contents = Contents::default();
    let errands = daily::Opened::new(false);
    let follow = {
        let contents = contents.clone();
        let seen =
            screen.see(|view| Content { board: view.board.clone(), page: view.orders.clone() });
        seen.for_each(move |content| {
            contents.set_neq(content);
            async {}
        })
    };
    html!("div", {
        .class("orders")
        .future(later(follow))
        .child(daily::daily(screen, &errands, &chosen))
        .child(tools(screen))
        .child(find::find(screen, &contents, &chosen))
        .child(intake::chooser(screen))
        .child(intake::taken(screen))
        .child(list(screen, &contents, &chosen))
        .child(html!("p", {
            .class("nothing")
            .apply(shown(contents.signal_ref(|it| it.all().is_empty()).dedupe()))
            .text_signal({
                let words = [screen.say(word::BOARD_NONE), screen.say(word::BOARD_NONE_MATCH)];
                screen.see(|view| view.board.filter != Filter::All || !view.board.sought.is_empty())
                    .map(move |filtered| words[usize::from(filtered)].clone())
                    .boxed_local()
            })
        }))
        .child(order::details(screen, &contents, &chosen))
        .child(enter::form(screen))
        .child(limits::limits(screen))
        .child(intake::intake(screen))
        .apply(keys(screen, &contents, &chosen, &errands))
    })
}

/// Which orders are shown, and a new one.
fn tools(screen: &Rc<Screen>) -> Dom {
    html!("div", {
        .class("board-tools")
        .child(html!("div", {
            .class("filters")
            .attr("role", "group")
            .attr("aria-label", &screen.say(word::BOARD_FILTERS))
            .children(FILTERS.map(|(filter, name)| filter_button(screen, filter, name)))
        }))
        .child(html!("div", {
            .class("signs")
            .child(sign(screen, word::BOARD_ADD, "enter-order", icon::ADD, {
                let screen = screen.clone();
                move || {
                    screen.act(PanelEvent::Entry(true));
                    focus::on(enter::FIRST);
                }
            }))
            .child(sign(screen, word::BOARD_FOLLOW_ABOUT, "follow-here", icon::FOLLOW, {
                let screen = screen.clone();
                move || screen.act(PanelEvent::FollowHere)
            }))
            .child(sign(screen, word::BOARD_IMPORT, "choose-orders", icon::FILE, || {
                if let Some(chooser) = focus::by_id(intake::CHOOSE) {
                    chooser.click();
                }
            }))
            .child(sign(screen, word::BOARD_LIMITS, "open-limits", icon::SETTINGS, {
                let screen = screen.clone();
                move || {
                    screen.act(PanelEvent::Limits(Some(String::new())));
                    focus::on(limits::FIRST);
                }
            }))
        }))
    })
}

fn sign(screen: &Screen, name: &str, id: &str, path: &str, act: impl Fn() + 'static) -> Dom {
    let name = screen.say(name);
    html!("button", {
        .attr("type", "button")
        .class("tool")
        .attr("id", id)
        .attr("aria-label", &name)
        .attr("title", &name)
        .child(icon::icon(path))
        .apply(on_click(act))
    })
}

fn filter_button(screen: &Rc<Screen>, filter: Filter, name: &str) -> Dom {
    html!("button", {
        .attr("type", "button")
        .class("plain")
        .attr_signal("aria-pressed", screen.see(move |view| {
            if view.board.filter == filter { "true" } else { "false" }
        }))
        .text(&screen.say(name))
        .apply(on_click({
            let screen = screen.clone();
            move || screen.act(PanelEvent::Filter(filter))
        }))
    })
}

fn list(screen: &Rc<Screen>, contents: &Contents, chosen: &Mutable<Option<String>>) -> Dom {
    let active = map_ref! {
        let chosen = chosen.signal_cloned(),
        let rows = contents.signal_ref(Content::all) => {
            let row = rows.iter().find(|(key, _)| Some(key) == chosen.as_ref());
            row.map(|(_, id)| id.clone())
        }
    };
    html!("div" => HtmlElement, {
        .class("list")
        .attr("id", focus::BOARD)
        .attr("role", "listbox")
        .attr("tabindex", "0")
        .attr("aria-label", &screen.say(word::TAB_ORDERS))
        .attr_signal("aria-activedescendant", active.dedupe_cloned().boxed_local())
        .apply(shown(contents.signal_ref(|it| !it.all().is_empty()).dedupe()))
        .apply(in_sight::kept)
        .children(SECTIONS.map(|(section, name)| part(screen, contents, chosen, section, name)))
    })
}

fn part(
    screen: &Rc<Screen>,
    contents: &Contents,
    chosen: &Mutable<Option<String>>,
    section: Section,
    name: &str,
) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        contents.signal_ref(move |it| it.entries(section)).dedupe_cloned().for_each(
            move |entries| {
                rows.settle(entries, |entry| entry.key.clone());
                async {}
            },
        )
    };
    let name = screen.say(name);
    let count = contents.signal_ref(move |it| it.total(section)).dedupe();
    let unlisted = || {
        let unlisted =
            move |it: &Content| it.total(section).saturating_sub(it.entries(section).len());
        contents.signal_ref(unlisted).dedupe()
    };
    let (drawn, chosen) = (screen.clone(), chosen.clone());
    html!("div", {
        .class("part")
        .attr("role", "group")
        .attr("aria-label", &name)
        .apply(shown(contents.signal_ref(move |it| !it.entries(section).is_empty()).dedupe()))
        .future(later(settle))
        .child(html!("div", {
            .class("part-name")
            .attr("role", "presentation")
            .child(html!("span", { .text(&name) }))
            .child(html!("span", {
                .class("number")
                .text_signal(count.map(|count| count.to_string()).boxed_local())
            }))
        }))
        .children_signal_vec(rows.signal().map(move |row| {
            board_row::row(&drawn, &chosen, section, &row)
        }))
        .child(html!("div", {
            .class("unlisted")
            .attr("role", "presentation")
            .apply(shown(unlisted().map(|count| count > 0)))
            .text_signal(unlisted().map({
                let screen = screen.clone();
                move |count| screen.say_with(word::BOARD_MORE_TO_FIND, &[&count.to_string()])
            }).boxed_local())
        }))
    })
}

fn keys(
    screen: &Rc<Screen>,
    contents: &Contents,
    chosen: &Mutable<Option<String>>,
    errands: &daily::Opened,
) -> impl FnOnce(DomBuilder<HtmlElement>) -> DomBuilder<HtmlElement> + use<> {
    let (screen, contents, chosen) = (screen.clone(), contents.clone(), chosen.clone());
    let errands = errands.clone();
    on_key(move |press| {
        let plain = !press.composing && !press.alt && !press.control && !press.typing;
        let listed = || screen.now(|view| !view.daily.rows.is_empty());
        if plain && press.code == daily::CODE && listed() {
            daily::toggle(&errands);
            return true;
        }
        if plain && press.code == find::CODE {
            focus::on(find::BOX);
            return true;
        }
        plain && (step(&contents, &chosen, press) || order::key(&screen, &contents, &chosen, press))
    })
}

/// The arrow keys and what belongs to them, while the list has the keyboard.
fn step(contents: &Contents, chosen: &Mutable<Option<String>>, press: &Press) -> bool {
    let here = focus::document().and_then(|it| it.active_element());
    if here.is_none_or(|element| element.id() != focus::BOARD) {
        return false;
    }
    let rows = contents.lock_ref().all();
    let at = rows.iter().position(|(key, _)| Some(key) == chosen.lock_ref().as_ref());
    let last = rows.len().saturating_sub(1);
    let to = match press.key.as_str() {
        "ArrowDown" => at.map_or(0, |at| (at + 1).min(last)),
        "ArrowUp" => at.map_or(last, |at| at.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        _ => return false,
    };
    if let Some((key, _)) = rows.get(to) {
        chosen.set_neq(Some(key.clone()));
    }
    true
}
