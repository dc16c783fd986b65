//! The day's check list: a line with how much there is, and the rows behind it, each of
//! which leads to its order, its conversation or its promise. Nothing at all where there
//! is nothing to look after.
//!
//! The arrows go from row to row, Enter takes one, Escape closes the list.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::{Errand, ErrandRow, Odd};
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};
use futures_signals::signal_vec::SignalVecExt;

use super::{board_row, key as key_sign, later, shown, time};
use crate::event::{on_click, on_key};
use crate::keyboard::Press;
use crate::rows::{Row, Rows};
use crate::screen::Screen;
use crate::{focus, in_sight, word};

/// The key that opens the list and closes it, on the board.
const KEY: &str = "D";
pub(super) const CODE: &str = "KeyD";

/// The line that opens the list.
const HEAD: &str = "daily";
/// The rows.
const LIST: &str = "daily-list";

const KINDS: [&str; 3] = [word::DAILY_ABNORMAL, word::DAILY_UNANSWERED, word::DAILY_PROMISED];

/// Whether the list is open.
pub(super) type Opened = Mutable<bool>;

/// The list, and the row of the board that it may choose.
pub(super) fn daily(screen: &Rc<Screen>, open: &Opened, chosen: &Mutable<Option<String>>) -> Dom {
    let any = screen.see(|view| view.daily.counts.iter().any(|count| *count > 0));
    html!("div", {
        .class("daily")
        .attr("role", "group")
        .attr("aria-label", &screen.say(word::DAILY))
        .apply(shown(any))
        .child(head(screen, open))
        .child(list(screen, open, chosen))
        .apply(on_key({
            let (screen, open) = (screen.clone(), open.clone());
            move |press| step(&screen, &open, press)
        }))
    })
}

fn head(screen: &Rc<Screen>, open: &Opened) -> Dom {
    let drawn = screen.clone();
    html!("button", {
        .attr("type", "button")
        .attr("id", HEAD)
        .attr("aria-controls", LIST)
        .attr_signal("aria-expanded", open.signal().map(|open| {
            if open { "true" } else { "false" }
        }))
        .class("daily-head")
        .child(html!("span", { .class("daily-name").text(&screen.say(word::DAILY)) }))
        .child_signal(screen.see(|view| view.daily.counts).map(move |counts| {
            let said = KINDS.into_iter().zip(counts).filter(|(_, count)| *count > 0);
            Some(html!("span", {
                .class("daily-counts")
                .children(said.map(|(word, count)| html!("span", {
                    .text(&drawn.say_with(word, &[&count.to_string()]))
                })).collect::<Vec<_>>())
            }))
        }).boxed_local())
        .child(key_sign(KEY))
        .apply(on_click({
            let open = open.clone();
            move || toggle(&open)
        }))
    })
}

/// Opens the list, with the keyboard on its first row, or closes it.
pub(super) fn toggle(open: &Opened) {
    let opens = !open.get();
    open.set(opens);
    // The signal shows the list a moment later. The next key may come before that, and is
    // for the list, or for its line.
    if let Some(list) = focus::by_id(LIST) {
        list.set_hidden(!opens);
    }
    focus::on_row(&if opens { row_id(0) } else { HEAD.to_owned() });
}

fn list(screen: &Rc<Screen>, open: &Opened, chosen: &Mutable<Option<String>>) -> Dom {
    let rows = Rows::new();
    let settle = {
        let rows = rows.clone();
        screen.see(|view| view.daily.rows.clone()).for_each(move |errands| {
            rows.settle(errands, |row| key_of(&row.errand));
            async {}
        })
    };
    let unlisted = || {
        screen.see(|view| {
            view.daily.counts.iter().sum::<usize>().saturating_sub(view.daily.rows.len())
        })
    };
    let drawn = screen.clone();
    let (opened, chosen) = (open.clone(), chosen.clone());
    html!("ul", {
        .attr("id", LIST)
        .class("daily-list")
        .attr("aria-label", &screen.say(word::DAILY))
        .apply(shown(open.signal()))
        .apply(in_sight::kept)
        .future(later(settle))
        .children_signal_vec(rows.signal().map(move |row| errand(&drawn, &opened, &chosen, &row)))
        .child(html!("li", {
            .class("unlisted")
            .apply(shown(unlisted().map(|count| count > 0)))
            .text_signal(unlisted().map({
                let screen = screen.clone();
                move |count| screen.say_with(word::BOARD_MORE, &[&count.to_string()])
            }).boxed_local())
        }))
    })
}

fn errand(
    screen: &Rc<Screen>,
    open: &Opened,
    chosen: &Mutable<Option<String>>,
    row: &Rc<Row<ErrandRow>>,
) -> Dom {
    let line = |say: fn(&Screen, &ErrandRow, u64) -> String| {
        let screen = screen.clone();
        let said = map_ref! {
            let row = row.value.signal_cloned(),
            let now = screen.time() => say(&screen, row, *now)
        };
        said.dedupe_cloned().boxed_local()
    };
    html!("li", {
        .child(html!("button", {
            .attr("type", "button")
            .class("errand")
            .attr_signal("id", row.place.signal().map(row_id).boxed_local())
            .child(html!("span", {
                .class("line")
                .child(html!("span", { .class("item").text_signal(line(about)) }))
                .child(html!("span", { .class("at").text_signal(line(when)) }))
            }))
            .child(html!("span", {
                .class("facts")
                .child_signal(row.value.signal_ref(|row| (row.buyer.clone(), row.here))
                    .dedupe_cloned().map({
                        let screen = screen.clone();
                        move |(buyer, here)| Some(board_row::whose(&screen, &buyer, None, here))
                    }).boxed_local())
                .child(html!("span", { .class("why").text_signal(line(why)) }))
            }))
            .apply(on_click({
                let (screen, open, chosen) = (screen.clone(), open.clone(), chosen.clone());
                let row = row.clone();
                move || take(&screen, &open, &chosen, row.value.get_cloned().errand)
            }))
        }))
    })
}

/// Goes to what a row is about. An order is a row of the board, which has the keyboard
/// then; the list makes room for it.
fn take(screen: &Screen, open: &Opened, chosen: &Mutable<Option<String>>, errand: Errand) {
    if let Errand::Order { id, .. } = &errand {
        open.set(false);
        chosen.set(Some(format!("order {id}")));
        focus::on(focus::BOARD);
    }
    screen.act(PanelEvent::RunErrand(errand));
}

/// What a row is about, in words.
fn about(screen: &Screen, row: &ErrandRow, _: u64) -> String {
    match &row.errand {
        Errand::Order { title, .. } => title.clone(),
        Errand::Buyer { said, .. } if said.is_empty() => screen.say(word::ERRAND_UNANSWERED),
        Errand::Buyer { said, .. } => said.clone(),
        Errand::Promise { words, .. } => format!("“{words}”"),
    }
}

fn when(screen: &Screen, row: &ErrandRow, now: u64) -> String {
    match &row.errand {
        Errand::Promise { by, .. } => {
            let word = if *by <= now { word::PROMISE_LATE } else { word::PROMISE_BY };
            screen.say_with(word, &[&time::moment(screen, *by, now)])
        }
        _ => String::new(),
    }
}

fn why(screen: &Screen, row: &ErrandRow, _: u64) -> String {
    let word = match &row.errand {
        Errand::Order { odd: Odd::Unknown(status), .. } => {
            return screen.say_with(word::BECAUSE_UNKNOWN, &[status]);
        }
        Errand::Order { odd: Odd::SaysPaid, .. } => word::BECAUSE_SAYS_PAID,
        Errand::Order { odd: Odd::PaymentFailed, .. } => word::ERRAND_PAYMENT,
        Errand::Order { odd: Odd::Complaint, .. } => word::ERRAND_COMPLAINT,
        Errand::Order { odd: Odd::Refunding, .. } => word::BECAUSE_REFUND,
        Errand::Buyer { .. } => word::ERRAND_UNANSWERED,
        Errand::Promise { .. } => word::ERRAND_PROMISE,
    };
    screen.say(word)
}

/// The keys of the list, while one of its rows has the keyboard; and Escape, which the
/// panel leaves to it.
fn step(screen: &Screen, open: &Opened, press: &Press) -> bool {
    if press.composing || press.alt || press.control {
        return false;
    }
    let count = screen.now(|view| view.daily.rows.len());
    let here = focus::document().and_then(|it| it.active_element()).map(|it| it.id());
    let at = (0..count).find(|place| here.as_deref() == Some(&row_id(*place)));
    let last = count.saturating_sub(1);
    let to = match (press.key.as_str(), at) {
        ("Escape", _) if open.get() => {
            toggle(open);
            return true;
        }
        ("Escape", _) => {
            screen.act(PanelEvent::Leave);
            return true;
        }
        ("ArrowDown", Some(at)) => (at + 1).min(last),
        ("ArrowDown", None) if open.get() => 0,
        ("ArrowUp", Some(at)) => at.saturating_sub(1),
        ("Home", Some(_)) => 0,
        ("End", Some(_)) => last,
        _ => return false,
    };
    focus::on_row(&row_id(to));
    true
}

fn row_id(place: usize) -> String {
    format!("errand-{place}")
}

/// What tells a row apart.
fn key_of(errand: &Errand) -> String {
    match errand {
        Errand::Order { id, .. } => format!("order {id}"),
        Errand::Buyer { id, .. } => format!("buyer {id}"),
        Errand::Promise { id, .. } => format!("promise {id}"),
    }
}
