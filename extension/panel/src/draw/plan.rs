//! The dry run of an import, over the list: what would become of each row, and why,
//! before anything is changed.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::reply::{Fate, Part, Planned, Same, Tally, Why};
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};

use super::{button, key};
use crate::event::on_click;
use crate::files::{FORMATS, Incoming, Remark};
use crate::screen::Screen;
use crate::{focus, word};

/// So many rows are drawn; a file may have thousands.
const ROWS: usize = 200;

/// What becomes of rows, as they are filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
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
struct Line {
    line: usize,
    kind: Kind,
    title: String,
    why: String,
    /// What would stand in the place of what, part by part.
    replaced: Vec<(String, String)>,
}

pub(super) fn plan(screen: &Rc<Screen>) -> Dom {
    let only = Mutable::new(None);
    let drawn = screen.clone();
    let facts = map_ref! {
        let incoming = screen.incoming(),
        let plan = screen.see(|view| view.plan.clone()),
        let only = only.signal() => (incoming.clone(), plan.clone(), *only)
    };
    html!("div", {
        .class("form-place")
        .child_signal(facts.map(move |(incoming, plan, chosen)| {
            let (incoming, plan) = (incoming?, plan?);
            Some(table(&drawn, &incoming, &plan.tally(), &plan.rows, &only, chosen))
        }).boxed_local())
    })
}

fn table(
    screen: &Rc<Screen>,
    incoming: &Incoming,
    tally: &Tally,
    rows: &[Planned],
    only: &Mutable<Option<Kind>>,
    chosen: Option<Kind>,
) -> Dom {
    let mut lines: Vec<Line> = rows.iter().map(|row| line(screen, row)).collect();
    lines.extend(incoming.refused.iter().map(|remark| refused(screen, remark)));
    lines.sort_by_key(|line| line.line);
    let count = |kind: Kind| match kind {
        Kind::New => tally.new,
        Kind::Changed => tally.changed,
        Kind::Duplicate => tally.duplicate,
        Kind::Refused => tally.refused + incoming.refused.len(),
    };
    let shown: Vec<&Line> =
        lines.iter().filter(|line| chosen.is_none_or(|kind| kind == line.kind)).collect();
    let rest = shown.len().saturating_sub(ROWS);
    let takes = tally.new + tally.changed;
    html!("div", {
        .class(["form", "plan"])
        .attr("role", "group")
        .attr("aria-labelledby", "plan-title")
        .child(html!("h2", {
            .attr("id", "plan-title")
            .text(&screen.say_with(word::PLAN_TITLE, &[&incoming.name]))
        }))
        .child(html!("p", { .class("help").text(&read_as(screen, incoming)) }))
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
        .children(incoming.notes.iter().map(|note| html!("p", {
            .class("help")
            .text(&said_of(screen, note))
        })))
        .child(html!("ol", {
            .class("plan-rows")
            .children(shown.iter().take(ROWS).map(|line| self::row(screen, line)))
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
                .text(&screen.say_with(word::PLAN_IMPORT, &[&takes.to_string()]))
                .apply(on_click({
                    let screen = screen.clone();
                    move || screen.act(PanelEvent::Import)
                }))
            }))
            .child(button("text", &screen.say(word::FORM_CANCEL), {
                let screen = screen.clone();
                move || screen.act(PanelEvent::Plan(None))
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

fn line(screen: &Screen, row: &Planned) -> Line {
    let title = [&row.reply.title, &row.reply.body]
        .into_iter()
        .flat_map(|words| [&words.hans, &words.hant])
        .find(|words| !words.is_empty())
        .cloned()
        .unwrap_or_default();
    let (kind, mut why) = match &row.fate {
        Fate::New => (Kind::New, String::new()),
        Fate::Changed(parts) => {
            let parts: Vec<String> =
                parts.iter().map(|part| screen.say(part_word(*part))).collect();
            (Kind::Changed, parts.join("、"))
        }
        Fate::Duplicate(Same::Reply(id)) => {
            (Kind::Duplicate, screen.say_with(word::SAME_REPLY, &[&called(screen, id)]))
        }
        Fate::Duplicate(Same::Row(line)) => {
            (Kind::Duplicate, screen.say_with(word::SAME_ROW, &[&line.to_string()]))
        }
        Fate::Refused(why) => (
            Kind::Refused,
            match why {
                Why::NoBody => screen.say(word::NOTICE_NO_BODY),
                Why::TooLong(length) => screen.say_with(word::WHY_TOO_LONG, &[&length.to_string()]),
                Why::Days => screen.say(word::NOTICE_DAYS),
            },
        ),
    };
    let mut also = |other: String| {
        why = if why.is_empty() { other } else { format!("{why}；{other}") };
    };
    if let Some(other) = &row.abbreviation_of {
        let (word, other) = match other {
            Same::Reply(id) => (word::WHY_LETTERS, called(screen, id)),
            Same::Row(line) => (word::WHY_LETTERS_ROW, line.to_string()),
        };
        also(screen.say_with(word, &[&row.reply.abbreviation, &other]));
    }
    if !row.strays.is_empty() && matches!(kind, Kind::New | Kind::Changed) {
        also(screen.say_with(word::WHY_STRAYS, &[&row.strays.join(" ")]));
    }
    let parts = match &row.fate {
        Fate::Changed(parts) => parts.as_slice(),
        _ => &[],
    };
    let replaced = row.was.iter().flat_map(|was| {
        parts.iter().flat_map(move |part| {
            let (was, now) = (part.of(was), part.of(&row.reply));
            was.into_iter().zip(now).filter(|(was, now)| was != now)
        })
    });
    Line { line: row.line, kind, title, why, replaced: replaced.collect() }
}

/// What a reply is called that the plan names by its id.
fn called(screen: &Screen, id: &str) -> String {
    screen.now(|view| {
        let named = view.plan_names.iter().find(|(known, _)| known == id);
        named.map_or_else(|| id.to_owned(), |(_, title)| title.clone())
    })
}

fn refused(screen: &Screen, remark: &Remark) -> Line {
    let title = screen.say(word::WHY_UNREAD);
    // Its line stands before it already.
    let why = words_of(screen, remark);
    Line { line: remark.line, kind: Kind::Refused, title, why, replaced: Vec::new() }
}

/// The format and the encoding that the file was read in.
fn read_as(screen: &Screen, incoming: &Incoming) -> String {
    let Incoming { format, encoding, .. } = incoming;
    let known = FORMATS.iter().find(|(name, _)| format.starts_with(name));
    let format = known.map_or_else(|| format.clone(), |(_, word)| screen.say(word));
    [format, encoding.to_uppercase()].join(" · ").trim_matches([' ', '·']).to_owned()
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

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Folder => word::EDITOR_FOLDER,
        Part::Title => word::EDITOR_TITLE,
        Part::Abbreviation => word::EDITOR_LETTERS,
        Part::Tags => word::EDITOR_TAGS,
        Part::Body => word::EDITOR_BODY,
        Part::Platforms => word::PART_PLATFORMS,
        Part::Days => word::PART_DAYS,
        Part::Source => word::PART_SOURCE,
    }
}
