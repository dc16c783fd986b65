//! The orders on the page, each with its reminder or with the reason why there
//! is none.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::OrderRow;
use deti::order::Status;
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Signal, SignalExt};
use futures_signals::signal_vec::SignalVecExt;
use web_sys::HtmlInputElement;

use super::{button, field, later, shown};
use crate::event::on_click;
use crate::rows::{Row, Rows};
use crate::screen::Screen;
use crate::word;

pub(super) fn orders(screen: &Rc<Screen>) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.orders.clone()).for_each(move |orders| {
            rows.settle(orders, |order| order.number.clone());
            async {}
        })
    };
    let none = screen.see(|view| view.orders.is_empty());
    let drawn = screen.clone();
    html!("div", {
        .class("orders")
        .child(html!("ul", {
            .class("list")
            .attr("aria-label", &screen.say(word::TAB_ORDERS))
            .apply(shown(screen.see(|view| !view.orders.is_empty())))
            .future(later(settle))
            .children_signal_vec(rows.signal().map(move |row| order(&drawn, &row)))
        }))
        .child(html!("p", {
            .class("nothing")
            .apply(shown(none))
            .text(&screen.say(word::ORDERS_NONE))
        }))
    })
}

fn order(screen: &Rc<Screen>, row: &Rc<Row<OrderRow>>) -> Dom {
    let (below, in_times) = (screen.clone(), screen.clone());
    let fact = |fact: fn(&OrderRow) -> String| row.value.signal_ref(fact).dedupe_cloned();
    html!("li", {
        .class("order")
        .class_signal("unpaid", row.value.signal_ref(|order| {
            order.status == Status::Unpaid
        }).dedupe().boxed_local())
        .child(html!("div", {
            .class("line")
            .child(fills(screen, row))
            .child(html!("span", {
                .class("item")
                .attr_signal("title", fact(|order| order.item.clone()).boxed_local())
                .text_signal(fact(|order| order.item.clone()).boxed_local())
            }))
            .child(html!("span", {
                .class("amount")
                .text_signal(fact(|order| order.amount.clone()).boxed_local())
            }))
        }))
        .child(html!("div", {
            .class("facts")
            .child(html!("span", {
                .class("status")
                .text_signal(fact(|order| order.status_text.clone()).boxed_local())
            }))
            .child(html!("span", {
                .class("order-number")
                .text_signal(fact(|order| order.number.clone()).boxed_local())
            }))
        }))
        .child(html!("div", {
            .class("rest")
            // The time until an order closes counts down on many pages.
            .child_signal(timing(row).map(move |order| {
                Some(times(&in_times, &order))
            }).boxed_local())
            .child_signal(remedy(row).map(move |order| Some(foot(&below, &order))).boxed_local())
        }))
    })
}

/// The order with only what its times say, so that they alone are drawn anew.
fn timing(row: &Rc<Row<OrderRow>>) -> impl Signal<Item = OrderRow> + use<> {
    let timing = row.value.signal_ref(|order| OrderRow {
        number: String::new(),
        status: Status::default(),
        status_text: String::new(),
        item: String::new(),
        amount: String::new(),
        reminder: String::new(),
        missing: Vec::new(),
        ..order.clone()
    });
    timing.dedupe_cloned()
}

/// The order without what counts down.
fn remedy(row: &Rc<Row<OrderRow>>) -> impl Signal<Item = OrderRow> + use<> {
    row.value
        .signal_ref(|order| OrderRow { closes: String::new(), ..order.clone() })
        .dedupe_cloned()
}

/// Placed, closes, reminded: as far as the page says so.
pub(super) fn times(screen: &Screen, order: &OrderRow) -> Dom {
    let reminded = (order.reminded > 0).then(|| order.reminded.to_string());
    let said = [
        (word::ORDER_CREATED, order.created.as_str()),
        (word::ORDER_CLOSES, order.closes.as_str()),
        (word::ORDER_REMINDED, reminded.as_deref().unwrap_or_default()),
    ];
    html!("div", {
        .class("times")
        .children(said.into_iter().filter(|(_, time)| !time.is_empty()).map(|(word, time)| {
            html!("span", { .text(&screen.say_with(word, &[time])) })
        }))
    })
}

/// Which order fills in the replies' fields; with one order there is no choice.
fn fills(screen: &Rc<Screen>, row: &Rc<Row<OrderRow>>) -> Dom {
    let choice = screen.see(|view| view.orders.len() > 1);
    let name = screen.say(word::ORDER_FILLS);
    let screen = screen.clone();
    let row = row.clone();
    html!("span", {
        .class("fills")
        .child_signal(choice.map(move |choice| {
            let chosen = map_ref! {
                let chosen = screen.see(|view| view.order.clone()),
                let order = row.value.signal_cloned() =>
                    chosen.as_deref() == Some(order.number.as_str())
            };
            let (screen, row) = (screen.clone(), row.clone());
            choice.then(|| html!("input" => HtmlInputElement, {
                .attr("type", "radio")
                .attr("name", "order")
                .attr("aria-label", &format!("{name} {}", row.value.lock_ref().number))
                .attr("title", &name)
                .prop_signal("checked", chosen.dedupe().boxed_local())
                .apply(on_click(move || {
                    let number = row.value.lock_ref().number.clone();
                    screen.act(PanelEvent::ChooseOrder(number));
                }))
            }))
        }).boxed_local())
    })
}

/// The reminder, or why there is none.
fn foot(screen: &Rc<Screen>, order: &OrderRow) -> Dom {
    if let Some(why_not) = why_not(screen, order) {
        return html!("p", { .class("why-not").text(&why_not) });
    }
    let number = order.number.clone();
    let name = screen.say_with(word::WRITE_REMINDER_FOR, &[&number]);
    html!("div", {
        .class("reminder")
        .child(html!("p", { .class("preview").text(&order.reminder) }))
        .child(html!("span", {
            .attr("role", "group")
            .attr("aria-label", &name)
            .child(button("plain", &screen.say(word::WRITE_REMINDER), {
                let screen = screen.clone();
                move || screen.act(PanelEvent::WriteReminder(number.clone()))
            }))
        }))
    })
}

fn why_not(screen: &Screen, order: &OrderRow) -> Option<String> {
    let word = match order.status {
        Status::Paid => word::ORDER_PAID,
        Status::Closed => word::ORDER_CLOSED,
        Status::Refunding => word::ORDER_REFUNDING,
        Status::Unknown => word::ORDER_UNKNOWN,
        Status::Unpaid if !order.missing.is_empty() => {
            return Some(
                screen.say_with(word::ORDER_MISSING, &[&field::all_named(screen, &order.missing)]),
            );
        }
        Status::Unpaid if order.reminder.is_empty() => word::ORDER_NO_REMINDER,
        Status::Unpaid => return None,
    };
    Some(screen.say(word))
}
