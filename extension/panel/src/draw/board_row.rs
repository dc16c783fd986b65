//! A row of the board: what it is about, when, and why.

use std::rc::Rc;

use deti::desk::view::{AskedRow, OrderRow};
use deti::order::Decision;
use dominator::{Dom, html, with_node};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};
use web_sys::HtmlElement;

use super::board::Section;
use super::{because, later, time};
use crate::event::on_click;
use crate::rows::Row;
use crate::screen::Screen;
use crate::{focus, word};

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Tells it apart on the whole board.
    pub key: String,
    pub about: About,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    Order(Box<OrderRow>),
    Asked(AskedRow),
}

impl Entry {
    pub fn order(row: OrderRow) -> Self {
        Self { key: format!("order {}", row.id), about: About::Order(Box::new(row)) }
    }

    pub fn asked(row: AskedRow) -> Self {
        Self { key: format!("asked {}", row.id), about: About::Asked(row) }
    }

    fn title(&self) -> &str {
        match &self.about {
            About::Order(row) if row.item.is_empty() => &row.number,
            About::Order(row) => &row.item,
            About::Asked(row) => &row.preview,
        }
    }

    fn amount(&self) -> &str {
        match &self.about {
            About::Order(row) => &row.amount,
            About::Asked(_) => "",
        }
    }

    fn buyer(&self) -> (&str, Option<&str>, bool) {
        match &self.about {
            About::Order(row) => (&row.buyer, row.elsewhere.as_deref(), row.here),
            About::Asked(row) => (&row.buyer, None, row.here),
        }
    }

    fn marks(&self, screen: &Screen) -> String {
        let (word, times) = match &self.about {
            About::Order(row) => (word::ORDER_REMINDED, row.reminded),
            About::Asked(row) => (word::ASKED_SENT, row.sent),
        };
        if times == 0 { String::new() } else { screen.say_with(word, &[&times.to_string()]) }
    }

    /// Why, in words.
    pub fn why(&self, screen: &Screen, now: u64) -> String {
        match &self.about {
            About::Order(row) if row.reasons.is_empty() => row.status_text.clone(),
            About::Order(row) => because::all(screen, &row.reasons, &row.status_text, now),
            About::Asked(row) => because::of_asked(screen, &row.reasons, now),
        }
    }

    /// When something comes: the countdown of the row.
    fn when(&self, screen: &Screen, now: u64) -> String {
        let (decision, closes, paid) = match &self.about {
            About::Order(row) => (row.decision, row.closes_at, row.paid_after),
            About::Asked(row) => (Some(row.decision), None, None),
        };
        if let Some(minutes) = paid {
            return screen.say_with(word::ORDER_PAID_AFTER, &[&time::length(screen, minutes)]);
        }
        match (decision, closes) {
            (Some(Decision::Wait { until: Some(until) }), _) => {
                let left = time::minutes_until(until, now);
                if left < SOON {
                    screen.say_with(word::ORDER_IN, &[&time::length(screen, left)])
                } else {
                    screen.say_with(word::ORDER_AT, &[&time::moment(screen, until, now)])
                }
            }
            (Some(Decision::Remind | Decision::Wait { .. }), Some(closes)) if closes > now => {
                let left = time::length(screen, time::minutes_until(closes, now));
                screen.say_with(word::ORDER_CLOSES_IN, &[&left])
            }
            _ => String::new(),
        }
    }
}

/// What comes within so many minutes is counted down.
const SOON: u32 = 120;

/// The id of the row at this place of a section.
pub(super) fn id(section: Section, place: usize) -> String {
    format!("row-{section:?}-{place}").to_lowercase()
}

pub(super) fn row(
    screen: &Rc<Screen>,
    chosen: &Mutable<Option<String>>,
    section: Section,
    row: &Rc<Row<Entry>>,
) -> Dom {
    let key = row.value.lock_ref().key.clone();
    let is_chosen = {
        let key = key.clone();
        move |chosen: &Mutable<Option<String>>| {
            let key = key.clone();
            chosen.signal_ref(move |chosen| chosen.as_deref() == Some(&key)).dedupe()
        }
    };
    let moving = |say: fn(&Entry, &Screen, u64) -> String| {
        let screen = screen.clone();
        let said = map_ref! {
            let entry = row.value.signal_cloned(),
            let now = screen.time() => say(entry, &screen, *now)
        };
        said.dedupe_cloned().boxed_local()
    };
    let fact = |say: fn(&Entry) -> String| row.value.signal_ref(say).dedupe_cloned().boxed_local();
    let marks = {
        let screen = screen.clone();
        row.value.signal_ref(move |entry| entry.marks(&screen)).dedupe_cloned()
    };
    html!("div" => HtmlElement, {
        .class("order")
        .class(match section {
            Section::Due => "due-now",
            Section::Later => "later",
            _ => "settled",
        })
        .attr("role", "option")
        .attr_signal("id", row.place.signal().map(move |place| id(section, place)).boxed_local())
        .attr_signal("aria-selected", is_chosen(chosen).map(|it| {
            if it { "true" } else { "false" }
        }).boxed_local())
        .with_node!(element => {
            .future(later(is_chosen(chosen).for_each(move |chosen| {
                if chosen {
                    focus::reveal_soon(element.clone());
                }
                async {}
            })))
        })
        .child(html!("div", {
            .class("line")
            .child(html!("span", {
                .class("item")
                .attr_signal("title", fact(|entry| entry.title().to_owned()))
                .text_signal(fact(|entry| entry.title().to_owned()))
            }))
            .child(html!("span", {
                .class("amount")
                .text_signal(fact(|entry| entry.amount().to_owned()))
            }))
        }))
        .child(html!("div", {
            .class("facts")
            .child_signal(row.value.signal_ref(|entry| {
                let (buyer, elsewhere, here) = entry.buyer();
                (buyer.to_owned(), elsewhere.map(str::to_owned), here)
            }).dedupe_cloned().map({
                let screen = screen.clone();
                move |(buyer, elsewhere, here)| Some(whose(&screen, &buyer, elsewhere, here))
            }).boxed_local())
            .child(html!("span", { .class("when").text_signal(moving(Entry::when)) }))
            .child(html!("span", { .class("times").text_signal(marks.boxed_local()) }))
        }))
        .child(html!("div", {
            .class("why")
            .attr_signal("title", moving(Entry::why))
            .text_signal(moving(Entry::why))
        }))
        .apply(on_click({
            let chosen = chosen.clone();
            move || {
                chosen.set_neq(Some(key.clone()));
                focus::on(focus::BOARD);
            }
        }))
    })
}

/// Whose something is, and whether that buyer is on screen.
pub(super) fn whose(screen: &Screen, buyer: &str, elsewhere: Option<String>, here: bool) -> Dom {
    html!("span", {
        .class("whose")
        .apply(|dom| if buyer.is_empty() {
            dom.text(&screen.say(word::ORDER_NOBODY))
        } else {
            dom.child(html!("span", { .class("buyer").text(buyer) }))
        })
        .children(elsewhere.map(|platform| html!("span", { .text(&format!(" · {platform}")) })))
        .apply_if(here, |dom| {
            dom.child(html!("span", { .class("mine").text(&screen.say(word::ORDER_HERE)) }))
        })
    })
}
