//! One finding in one row: the mark of its level, the words found, what says
//! it better. The row that the agent looks at opens to the reason, its source
//! and the other wordings.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::wire::{Ask, Mark};
use deti::rule::Level;
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Signal, SignalExt};

use super::bar::expanded;
use super::{button, icon, key};
use crate::event::on_click;
use crate::rows::Row;
use crate::screen::Screen;
use crate::word;

pub(super) fn finding(screen: &Rc<Screen>, row: &Rc<Row<Mark>>) -> Dom {
    let (in_line, below) = (screen.clone(), screen.clone());
    let (line_row, below_row) = (row.clone(), row.clone());
    let open = map_ref! {
        let mark = words(row),
        let open = is_current(screen, row) => open.then(|| mark.clone())
    };
    html!("li", {
        .class("finding")
        .class_signal("open", is_current(screen, row).boxed_local())
        .child_signal(words(row).map(move |mark| {
            Some(line(&in_line, &line_row, &mark))
        }).boxed_local())
        .child_signal(open.dedupe_cloned().map(move |mark| {
            mark.map(|mark| details(&below, &below_row, &mark))
        }).boxed_local())
    })
}

/// What a finding says. Where it stands in the draft changes with every letter
/// before it, and is nothing to draw anew for.
fn words(row: &Rc<Row<Mark>>) -> impl Signal<Item = Mark> + use<> {
    row.value.signal_ref(|mark| Mark { start: 0, end: 0, ..mark.clone() }).dedupe_cloned()
}

/// Whether the agent looks at this finding.
fn is_current(screen: &Rc<Screen>, row: &Rc<Row<Mark>>) -> impl Signal<Item = bool> + use<> {
    let current = screen.see(|view| view.current);
    let is_current = map_ref! {
        let current = current,
        let place = row.place.signal() => *current == Some(*place)
    };
    is_current.dedupe()
}

/// Whether the key that takes a rewrite takes this one: it is the one looked
/// at or, as long as none is, the first one that has a rewrite.
fn has_key(screen: &Rc<Screen>, row: &Rc<Row<Mark>>) -> impl Signal<Item = bool> + use<> {
    let taken = screen.see(|view| {
        view.current.or_else(|| view.marks.iter().position(|mark| !mark.rewrites.is_empty()))
    });
    let has_key = map_ref! {
        let taken = taken,
        let place = row.place.signal() => *taken == Some(*place)
    };
    has_key.dedupe()
}

/// The name of a level.
pub(super) fn level(screen: &Screen, level: Level) -> String {
    screen.say(match level {
        Level::Block => word::LEVEL_BLOCK,
        Level::Warn => word::LEVEL_WARN,
        Level::Tip => word::LEVEL_TIP,
    })
}

fn line(screen: &Rc<Screen>, row: &Rc<Row<Mark>>, mark: &Mark) -> Dom {
    let level = level(screen, mark.level);
    let best = mark.rewrites.first();
    html!("div", {
        .class("line")
        .child(icon::mark(mark.level, &level))
        .child(html!("button", {
            .attr("type", "button")
            .class("found")
            .attr("aria-label", &screen.say_with(word::LOOK, &[&mark.found]))
            .attr_signal("aria-expanded", expanded(is_current(screen, row)).boxed_local())
            .attr("title", &mark.why)
            .child(html!(if best.is_some() { "del" } else { "span" }, { .text(&mark.found) }))
            .apply(on_click({
                let (screen, row) = (screen.clone(), row.clone());
                move || screen.act(PanelEvent::Look(row.place.get()))
            }))
        }))
        .apply_if(best.is_some(), |dom| {
            let best = best.map(String::as_str).unwrap_or_default();
            dom.child(html!("span", { .class("arrow").attr("aria-hidden", "true").text("→") }))
                .child(take(screen, row, mark, 0, best))
        })
        .child_signal(has_key(screen, row).map({
            let hint = best.is_some().then(|| screen.keyboard().alt("↵"));
            move |has_key| hint.as_deref().filter(|_| has_key).map(key)
        }).boxed_local())
    })
}

/// The button that puts a rewrite where the words found stand.
fn take(screen: &Rc<Screen>, row: &Rc<Row<Mark>>, mark: &Mark, nth: u32, rewrite: &str) -> Dom {
    let name = match rewrite {
        "" => screen.say_with(word::TAKE_OUT, &[&mark.found]),
        _ => screen.say_with(word::TAKE, &[&mark.found, rewrite]),
    };
    html!("button", {
        .attr("type", "button")
        .class("take")
        .attr("aria-label", &name)
        .child(match rewrite {
            "" => html!("em", { .text(&screen.say(word::LEAVE_OUT)) }),
            _ => html!("ins", { .text(rewrite) }),
        })
        .apply(on_click({
            let (screen, row) = (screen.clone(), row.clone());
            move || {
                let mark = u32::try_from(row.place.get()).ok();
                screen.ask(Ask::TakeRewrite { mark, rewrite: nth });
            }
        }))
    })
}

fn details(screen: &Rc<Screen>, row: &Rc<Row<Mark>>, mark: &Mark) -> Dom {
    let others: Vec<Dom> = (1..)
        .zip(mark.rewrites.iter().skip(1))
        .map(|(nth, rewrite)| html!("li", { .child(take(screen, row, mark, nth, rewrite)) }))
        .collect();
    html!("div", {
        .class("details")
        .child(html!("p", {
            .text(&mark.why)
            .apply_if(!mark.source.is_empty(), |dom| {
                dom.child(html!("cite", { .text(&mark.source) }))
            })
        }))
        .apply_if(!others.is_empty(), |dom| {
            dom.child(html!("ul", {
                .class("others")
                .attr("aria-label", &screen.say(word::OR_ELSE))
                .children(others)
            }))
        })
        // What must not be sent can be changed or released, not waved through.
        .apply_if(mark.level != Level::Block, |dom| {
            dom.child(button("text", &screen.say(word::IGNORE), {
                let (screen, row) = (screen.clone(), row.clone());
                move || {
                    if let Ok(mark) = u32::try_from(row.place.get()) {
                        screen.ask(Ask::Ignore { mark });
                    }
                }
            }))
        })
    })
}
