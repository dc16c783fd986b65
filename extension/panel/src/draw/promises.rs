//! The promise book: what a sent message commits to is offered to be noted, and
//! what was noted is listed until it is kept.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::PromiseOffer;
use deti::promise::Promise;
use deti_web::clock;
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::SignalExt;
use futures_signals::signal_vec::SignalVecExt;

use super::{button, later, shown, time};
use crate::rows::{Row, Rows};
use crate::screen::Screen;
use crate::word;

/// Offered after a message, in one line.
pub(super) fn offer(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    html!("div", {
        .class("offer-place")
        .child_signal(screen.see(|view| view.offer.clone()).map(move |offer| {
            offer.map(|offer| offered(&drawn, &offer))
        }).boxed_local())
    })
}

fn offered(screen: &Rc<Screen>, offer: &PromiseOffer) -> Dom {
    let said = match &offer.buyer {
        Some(buyer) => screen.say_with(word::PROMISE_OFFER_TO, &[buyer, &offer.words]),
        None => screen.say_with(word::PROMISE_OFFER, &[&offer.words]),
    };
    let by = time::moment(screen, offer.by, clock::now());
    let act = |event: PanelEvent| {
        let screen = screen.clone();
        move || screen.act(event.clone())
    };
    html!("div", {
        .class("offer")
        .attr("role", "group")
        .child(html!("p", {
            .class("quiet")
            .text(&said)
        }))
        .child(html!("div", {
            .class("actions")
            .child(button("plain", &screen.say_with(word::PROMISE_NOTE, &[&by]), {
                act(PanelEvent::NotePromise(None))
            }))
            .child(button("text", &screen.say(word::PROMISE_NO), act(PanelEvent::NoPromise)))
        }))
    })
}

/// The promises that are not kept yet.
pub(super) fn list(screen: &Rc<Screen>) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.promises.clone()).for_each(move |promises| {
            rows.settle(promises, |promise| promise.id.clone());
            async {}
        })
    };
    let name = screen.say(word::PROMISES);
    let drawn = screen.clone();
    html!("section", {
        .class("promises")
        .attr("aria-label", &name)
        .apply(shown(screen.see(|view| !view.promises.is_empty())))
        .child(html!("h2", { .class("part-name").text(&name) }))
        .child(html!("ul", {
            .future(later(settle))
            .children_signal_vec(rows.signal().map(move |row| promise(&drawn, &row)))
        }))
    })
}

fn promise(screen: &Rc<Screen>, row: &Rc<Row<Promise>>) -> Dom {
    let Promise { id, buyer, words, .. } = row.value.get_cloned();
    let due = {
        let screen = screen.clone();
        map_ref! {
            let by = row.value.signal_ref(|promise| promise.by),
            let now = screen.time() => (*by <= *now, time::moment(&screen, *by, *now))
        }
    };
    let said = {
        let screen = screen.clone();
        move |(late, by): (bool, String)| {
            screen.say_with(if late { word::PROMISE_LATE } else { word::PROMISE_BY }, &[&by])
        }
    };
    let late = {
        let screen = screen.clone();
        map_ref! {
            let by = row.value.signal_ref(|promise| promise.by),
            let now = screen.time() => *by <= *now
        }
    };
    let act = |event: fn(String) -> PanelEvent| {
        let (screen, id) = (screen.clone(), id.clone());
        move || screen.act(event(id.clone()))
    };
    html!("li", {
        .class("note")
        .child(html!("div", {
            .class("line")
            .child(html!("span", { .class("reason-given").text(&format!("“{words}”")) }))
            .child(html!("span", {
                .class("at")
                .class_signal("late", late.dedupe().boxed_local())
                .text_signal(due.dedupe_cloned().map(said).boxed_local())
            }))
        }))
        .child(html!("div", {
            .class("line")
            .child(html!("span", { .class(["buyer", "quiet", "reason-given"]).text(&buyer.name) }))
            .child(button("text", &screen.say(word::PROMISE_KEPT), act(PanelEvent::PromiseKept)))
            .child(button("text", &screen.say(word::PROMISE_TOMORROW), {
                act(PanelEvent::PutOffPromise)
            }))
            .child(button("text", &screen.say(word::PROMISE_DROP), act(PanelEvent::DropPromise)))
        }))
    })
}
