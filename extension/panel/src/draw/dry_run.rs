//! The dry run of a file, over the list: what would become of each row, and why, before
//! anything is changed. What the rows are of is somebody else's.

use std::rc::Rc;

use deti::desk::PanelEvent;
use dominator::{Dom, html};
use futures_signals::signal::Mutable;

use super::{button, key};
use crate::event::on_click;
use crate::files::{Incoming, Remark};
use crate::screen::Screen;
use crate::{focus, word};

/// So many rows are drawn; a file may have thousands.
const ROWS: usize = 200;

/// What becomes of rows, as they are filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    New,
    Changed,
    Duplicate,
    Refused,
}

const KINDS: [(Kind, &str); 4] = [
    (Kind::New, word::PLAN_NEW),
    (Kind::Changed, word::PLAN_CHANGED),
    (Kind::Duplicate, word::PLAN_DUPLICATE),
    (Kind::Refused, word::PLAN_REFUSED),
];

/// A line of the table.
pub(super) struct Line {
    pub line: usize,
    pub kind: Kind,
    pub title: String,
    pub why: String,
    /// What would stand in the place of what, part by part.
    pub replaced: Vec<(String, String)>,
}

/// What the agent can do about the file.
pub(super) struct Choice {
    /// The word of the button that takes the rows, with their number.
    pub take: &'static str,
    /// Takes them.
    pub taken: fn() -> PanelEvent,
    /// Takes nothing.
    pub closed: fn() -> PanelEvent,
    /// Where the keyboard goes then.
    pub back: &'static str,
}

/// The table of a file's rows. `read_as` says how the file was read, `above` stands
/// before the rows.
pub(super) fn table(
    screen: &Rc<Screen>,
    incoming: &Incoming,
    read_as: &str,
    mut lines: Vec<Line>,
    above: Option<Dom>,
    only: &Mutable<Option<Kind>>,
    choice: Choice,
) -> Dom {
    let chosen = only.get();
    lines.extend(incoming.refused.iter().map(|remark| refused(screen, remark)));
    lines.sort_by_key(|line| line.line);
    let count = |kind: Kind| lines.iter().filter(|line| line.kind == kind).count();
    let shown: Vec<&Line> =
        lines.iter().filter(|line| chosen.is_none_or(|kind| kind == line.kind)).collect();
    let rest = shown.len().saturating_sub(ROWS);
    let takes = count(Kind::New) + count(Kind::Changed);
    let Choice { take, taken, closed, back } = choice;
    html!("div", {
        .class(["form", "plan"])
        .attr("role", "group")
        .attr("aria-labelledby", "plan-title")
        .child(html!("h2", {
            .attr("id", "plan-title")
            .text(&screen.say_with(word::PLAN_TITLE, &[&incoming.name]))
        }))
        .child(html!("p", { .class("help").text(read_as) }))
        .child(html!("div", {
            .class("kinds")
            .attr("role", "group")
            .attr("aria-label", &screen.say(word::PLAN_FILTER))
            .children(KINDS.map(|(kind, name)| html!("button", {
                .attr("type", "button")
                .class("plain")
                .attr("aria-pressed", if chosen == Some(kind) { "true" } else { "false" })
                .text(&screen.say_with(name, &[&count(kind).to_string()]))
                .apply(on_click({
                    let only = only.clone();
                    move || only.set(if chosen == Some(kind) { None } else { Some(kind) })
                }))
            })))
        }))
        .children(above)
        .children(incoming.notes.iter().take(ROWS).map(|note| html!("p", {
            .class("help")
            .text(&said_of(screen, note))
        })))
        .child(html!("ol", {
            .class("plan-rows")
            .children(shown.iter().take(ROWS).map(|line| row(screen, line)))
        }))
        .apply_if(rest > 0, |dom| dom.child(html!("p", {
            .class("help")
            .text(&screen.say_with(word::PLAN_REST, &[&rest.to_string()]))
        })))
        .child(html!("div", {
            .class("actions")
            .child(html!("button", {
                .attr("type", "button")
                .attr("id", focus::IMPORT)
                .class("main")
                .prop("disabled", takes == 0)
                .text(&screen.say_with(take, &[&takes.to_string()]))
                .apply(on_click({
                    let screen = screen.clone();
                    move || {
                        screen.act(taken());
                        focus::on(back);
                    }
                }))
            }))
            .child(button("text", &screen.say(word::FORM_CANCEL), {
                let screen = screen.clone();
                move || {
                    screen.act(closed());
                    focus::on(back);
                }
            }))
            .child(key("Esc"))
        }))
    })
}

fn row(screen: &Screen, line: &Line) -> Dom {
    let (class, name) = match line.kind {
        Kind::New => ("new", word::FATE_NEW),
        Kind::Changed => ("changed", word::FATE_CHANGED),
        Kind::Duplicate => ("duplicate", word::FATE_DUPLICATE),
        Kind::Refused => ("refused", word::FATE_REFUSED),
    };
    html!("li", {
        .class(["planned", class])
        .child(html!("span", { .class("number").text(&line.line.to_string()) }))
        .child(html!("span", { .class("fate").text(&screen.say(name)) }))
        .child(html!("span", {
            .class("words")
            .child(html!("div", { .class("head").text(&line.title) }))
            .apply_if(!line.why.is_empty(), |dom| {
                dom.child(html!("div", { .class("help").text(&line.why) }))
            })
            .children(line.replaced.iter().map(|(was, now)| html!("div", {
                .class("replaced")
                .apply_if(!was.is_empty(), |dom| dom.child(html!("del", { .text(was) })).text(" → "))
                .child(html!("ins", { .text(now) }))
            })))
        }))
    })
}

fn refused(screen: &Screen, remark: &Remark) -> Line {
    let title = screen.say(word::WHY_UNREAD);
    // Its line stands before it already.
    let why = words_of(screen, remark);
    Line { line: remark.line, kind: Kind::Refused, title, why, replaced: Vec::new() }
}

/// A remark of the reader, in the interface's words.
fn words_of(screen: &Screen, remark: &Remark) -> String {
    let values: Vec<&str> = remark.values.iter().map(String::as_str).collect();
    screen.say_with(&format!("{}{}", word::REMARK, remark.says), &values)
}

/// The same, with its line.
fn said_of(screen: &Screen, remark: &Remark) -> String {
    let said = words_of(screen, remark);
    if remark.line == 0 {
        said
    } else {
        screen.say_with(word::REMARK_AT, &[&remark.line.to_string(), &said])
    }
}
