//! The dry run of a file of orders, with what each of its columns is taken for; and,
//! when it was taken in, the way back.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::order::{Fate, Intake, Part};
use dominator::{Dom, html, with_node};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};
use web_sys::{HtmlDetailsElement, HtmlInputElement, HtmlSelectElement};

use super::dry_run::{Choice, Kind, Line, table};
use super::{button, shown};
use crate::event::{on_chosen, on_click, on_picked};
use crate::files::{Column, IncomingOrders};
use crate::screen::{FileWish, Screen};
use crate::{focus, word};

/// The field in which a file is chosen.
pub(super) const CHOOSE: &str = "import-orders";

/// What a column can be taken for, in the order in which it is offered.
const COLUMNS: [&str; 15] = [
    "number", "status", "buyer", "item", "amount", "created", "closes", "paid", "platform", "key",
    "currency", "contact", "sent", "said", "tracking",
];

/// The field that a click on its sign opens.
pub(super) fn chooser(screen: &Rc<Screen>) -> Dom {
    html!("input" => HtmlInputElement, {
        .attr("type", "file")
        .attr("id", CHOOSE)
        .class("aside")
        .attr("aria-label", &screen.say(word::BOARD_IMPORT))
        .attr("tabindex", "-1")
        .attr("accept", ".csv,.txt,.xlsx,.jsonl,.json")
        .with_node!(input => {
            .apply(on_chosen({
                let screen = screen.clone();
                move |file| {
                    screen.wish(FileWish::BringOrders(file));
                    // The same file may be chosen again.
                    input.set_value("");
                }
            }))
        })
    })
}

pub(super) fn intake(screen: &Rc<Screen>) -> Dom {
    let only = Mutable::new(None);
    // However often they are drawn anew, the columns stay open.
    let open = Mutable::new(false);
    let drawn = screen.clone();
    let facts = map_ref! {
        let incoming = screen.incoming_orders(),
        let rows = screen.see(|view| view.intake.clone()),
        let _only = only.signal() => (incoming.clone(), rows.clone())
    };
    html!("div", {
        .class("form-place")
        .child_signal(facts.map(move |(incoming, rows)| {
            let (incoming, rows) = (incoming?, rows?);
            let lines = rows.iter().map(|row| line(&drawn, row)).collect();
            let IncomingOrders { file, columns } = &incoming;
            let read_as = [file.format.clone(), file.encoding.to_uppercase()].join(" · ");
            let read_as = read_as.trim_matches([' ', '·']);
            let above = (!columns.is_empty()).then(|| {
                open.set(open.get() || rows.is_empty());
                mapping(&drawn, columns, &open)
            });
            let choice = Choice {
                take: word::INTAKE_TAKE,
                taken: || PanelEvent::TakeOrders,
                closed: || PanelEvent::PlanOrders(None),
                back: focus::BOARD,
            };
            Some(table(&drawn, file, read_as, lines, above, &only, choice))
        }).boxed_local())
    })
}

/// What was taken in last, and the way back.
pub(super) fn taken(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    html!("div", {
        .class("strips")
        .apply(shown(screen.see(|view| view.taken.is_some())))
        .child_signal(screen.see(|view| view.taken).map(move |count| {
            let (screen, count) = (drawn.clone(), count?.to_string());
            Some(html!("div", {
                .class("strip")
                .attr("role", "status")
                .child(html!("span", { .text(&screen.say_with(word::INTAKE_TAKEN, &[&count])) }))
                .child(button("plain", &screen.say(word::UNDO), {
                    let screen = screen.clone();
                    move || screen.act(PanelEvent::UndoOrders)
                }))
            }))
        }).boxed_local())
    })
}

fn line(screen: &Screen, Intake { row, fate, was }: &Intake) -> Line {
    let order = &row.order;
    // The item is the longest, and may be cut; whose it is decides where it is written.
    let parts =
        [&order.number, &order.buyer.name, &order.status_text, &order.amount_text, &order.item];
    let said: Vec<&str> =
        parts.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let title = said.join("  ");
    let (kind, why) = match fate {
        Fate::New => (Kind::New, String::new()),
        Fate::Changed(parts) => {
            let parts: Vec<String> =
                parts.iter().map(|part| screen.say(part_word(*part))).collect();
            (Kind::Changed, parts.join("、"))
        }
        Fate::Known => (Kind::Duplicate, screen.say(word::INTAKE_KNOWN)),
        Fate::Over => {
            let status = was.as_ref().map_or("", |was| &was.status_text);
            (Kind::Refused, screen.say_with(word::INTAKE_OVER, &[status]))
        }
        Fate::Fresher => {
            let status = was.as_ref().map_or("", |was| &was.status_text);
            (Kind::Refused, screen.say_with(word::INTAKE_FRESHER, &[status]))
        }
        Fate::Repeated(line) => {
            (Kind::Duplicate, screen.say_with(word::INTAKE_REPEATED, &[&line.to_string()]))
        }
    };
    let parts = match fate {
        Fate::Changed(parts) => parts.as_slice(),
        _ => &[],
    };
    let replaced = was.iter().flat_map(|was| {
        let both = parts.iter().map(|part| (part.of(was).to_owned(), part.of(order).to_owned()));
        both.filter(|(was, now)| was != now).collect::<Vec<_>>()
    });
    Line { line: row.line, kind, title, why, replaced: replaced.collect() }
}

/// What each column is taken for, in the order of the file. It is open where nothing
/// could be read.
fn mapping(screen: &Rc<Screen>, columns: &[Column], open: &Mutable<bool>) -> Dom {
    let known = columns.iter().filter(|column| column.is.is_some()).count();
    let left = columns.len() - known;
    html!("details" => HtmlDetailsElement, {
        .class("columns")
        .prop("open", open.get())
        .with_node!(details => {
            .child(html!("summary", {
                .text(&screen.say_with(
                    word::INTAKE_COLUMNS,
                    &[&known.to_string(), &left.to_string()],
                ))
                .apply(on_click({
                    let open = open.clone();
                    // The browser opens and closes it after this.
                    move || open.set(!details.open())
                }))
            }))
        })
        .children(columns.iter().enumerate().map(|(place, it)| column(screen, place, it)))
    })
}

fn column(screen: &Rc<Screen>, place: usize, Column { name, sample, is }: &Column) -> Dom {
    let options = std::iter::once("none").chain(COLUMNS);
    let now = is.as_deref().unwrap_or("none");
    html!("label", {
        .class("column")
        .child(html!("span", {
            .class("words")
            .child(html!("span", { .class("head").text(name) }))
            .child(html!("span", { .class("help").text(sample) }))
        }))
        .child(html!("select" => HtmlSelectElement, {
            .class("plain")
            .attr("id", &focus::column(place))
            .attr("aria-label", &screen.say_with(word::INTAKE_COLUMN, &[name]))
            .children(options.map(|option| html!("option", {
                .attr("value", option)
                .apply_if(option == now, |dom| dom.attr("selected", ""))
                .text(&screen.say(&format!("{}{option}", word::COLUMN)))
            })))
            .apply(on_picked({
                let (screen, name) = (screen.clone(), name.clone());
                move |picked| {
                    let is = (picked != "none").then_some(picked);
                    screen.wish(FileWish::MapColumn { name: name.clone(), is });
                }
            }))
        }))
    })
}

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Status => word::COLUMN_STATUS,
        Part::Buyer => word::COLUMN_BUYER,
        Part::Item => word::COLUMN_ITEM,
        Part::Amount => word::COLUMN_AMOUNT,
        Part::Created => word::COLUMN_CREATED,
        Part::Closes => word::COLUMN_CLOSES,
        Part::Tracking => word::COLUMN_TRACKING,
        Part::Past => word::COLUMN_PAST,
    }
}
