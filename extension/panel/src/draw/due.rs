//! The reminder that is due first, one key away.

use std::rc::Rc;

use deti::desk::View;
use deti::desk::view::{OrderRow, Tab};
use deti::desk::wire::Ask;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;

use super::{key, order};
use crate::event::on_click;
use crate::screen::Screen;
use crate::word;

pub(super) fn due(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    html!("div", {
        .class("due-place")
        .child_signal(screen.see(offered).map(move |order| {
            order.map(|order| reminder(&drawn, &order))
        }).boxed_local())
    })
}

/// The order that is due, unless the board is open and lists it: there it has its row, and
/// the rows stand still while conversations come and go.
fn offered(view: &View) -> Option<OrderRow> {
    let listed = |order: &OrderRow| {
        view.tab == Tab::Orders && view.board.due.iter().any(|row| row.id == order.id)
    };
    view.due.clone().filter(|order| !listed(order))
}

fn reminder(screen: &Rc<Screen>, row: &OrderRow) -> Dom {
    html!("div", {
        .class("due")
        .child(html!("div", {
            .class("title")
            .child(html!("h2", { .text(&screen.say(word::DUE)) }))
            .child(html!("button", {
                .attr("type", "button")
                .class("plain")
                .child(html!("span", { .text(&screen.say(word::WRITE_REMINDER)) }))
                .child(key(&screen.keyboard().alt("U")))
                .apply(on_click({
                    let screen = screen.clone();
                    move || screen.ask(Ask::WriteReminder)
                }))
            }))
        }))
        .child(html!("div", {
            .class("line")
            .child(html!("span", { .class("item").text(&row.item) }))
            .child(html!("span", { .class("amount").text(&row.amount) }))
        }))
        .child(html!("div", {
            .class("facts")
            .child(order::times_of(screen, row))
        }))
    })
}
