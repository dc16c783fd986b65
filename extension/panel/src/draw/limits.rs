//! The limits of reminding as a form: each a line with the number that holds, for all
//! platforms or for one. A value that cannot be read changes nothing, and its line
//! says how it is written.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::{LimitForm, LimitRow};
use deti::order::Kind;
use dominator::{Dom, html};
use futures_signals::signal::SignalExt;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::{button, key};
use crate::event::{on_entered, on_picked};
use crate::screen::Screen;
use crate::{focus, word};

/// The first thing in the form.
pub(super) const FIRST: &str = "limit-platform";

/// The parts of the form, and the limits in each.
const PARTS: [(&str, &[&str]); 6] = [
    (
        word::LIMIT_PART_WHEN,
        &[
            "first",
            "first_returning",
            "first_promotion",
            "promotion_days",
            "gap",
            "last",
            "closes",
            "credited",
        ],
    ),
    (word::LIMIT_PART_OFTEN, &["order_day", "order_total", "buyer_day", "day"]),
    (
        word::LIMIT_PART_QUIET,
        &["quiet", "usual", "contact", "contact_today", "unread", "complaint_days"],
    ),
    (word::LIMIT_PART_WHICH, &["amount_least", "amount_most", "keep_days"]),
    (word::LIMIT_PART_SAID, &["after_work", "evening", "morning", "thinking", "soon"]),
    (word::LIMIT_PART_ASKED, &["ask_first", "ask_gap", "ask_day", "ask_total", "ask_days"]),
];

pub(super) fn limits(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    // The form is drawn once for each platform; its lines follow what changes.
    let open = screen.see(|view| view.limits.as_ref().map(|form| form.platform.clone()));
    html!("div", {
        .class("form-place")
        .child_signal(open.map(move |platform| Some(form(&drawn, &platform?))).boxed_local())
    })
}

fn form(screen: &Rc<Screen>, platform: &str) -> Dom {
    html!("div", {
        .class(["form", "limits"])
        .attr("role", "group")
        .attr("aria-labelledby", "limits-title")
        .child(html!("h2", {
            .attr("id", "limits-title")
            .text(&screen.say(word::BOARD_LIMITS))
        }))
        .child(html!("p", { .class("help").text(&screen.say(word::LIMIT_ABOUT)) }))
        .child(platforms(screen, platform))
        .children(PARTS.iter().map(|(part, names)| html!("fieldset", {
            .child(html!("legend", { .text(&screen.say(part)) }))
            .children(names.iter().map(|name| line(screen, platform, name)))
        })))
        .child(html!("div", {
            .class("actions")
            .child(button("main", &screen.say(word::LIMIT_CLOSE), {
                let screen = screen.clone();
                move || {
                    screen.act(PanelEvent::Limits(None));
                    focus::on(focus::BOARD);
                }
            }))
            .child(key("Esc"))
        }))
    })
}

fn platforms(screen: &Rc<Screen>, now: &str) -> Dom {
    let known = screen.now(|view| view.platforms.clone());
    let everywhere = (String::new(), screen.say(word::LIMIT_EVERYWHERE));
    let named = known.into_iter().map(|name| (name.clone(), name));
    html!("label", {
        .class("limit")
        .child(html!("span", { .class("head").text(&screen.say(word::LIMIT_PLATFORM)) }))
        .child(html!("select" => HtmlSelectElement, {
            .class("plain")
            .attr("id", FIRST)
            .children(std::iter::once(everywhere).chain(named).map(|(id, name)| html!("option", {
                .attr("value", &id)
                .apply_if(id == now, |dom| dom.attr("selected", ""))
                .text(&name)
            })))
            .apply(on_picked({
                let screen = screen.clone();
                move |platform| {
                    screen.act(PanelEvent::Limits(Some(platform)));
                    // The form is drawn anew.
                    focus::on(FIRST);
                }
            }))
        }))
    })
}

fn line(screen: &Rc<Screen>, platform: &str, name: &'static str) -> Dom {
    let Some(row) = screen.now(|view| row_of(view.limits.as_deref(), name)) else {
        return html!("div");
    };
    let (label, wrong) = (format!("limit-{name}"), format!("limit-{name}-wrong"));
    let is_wrong = move |form: Option<&LimitForm>| {
        form.is_some_and(|form| form.wrong.iter().any(|it| it == name))
    };
    let give: Rc<dyn Fn(String)> = Rc::new({
        let (screen, platform) = (screen.clone(), platform.to_owned());
        move |value: String| {
            let value = Some(value).filter(|value| !value.trim().is_empty());
            let (platform, name) = (platform.clone(), name.to_owned());
            screen.act(PanelEvent::Limit { platform, name, value });
        }
    });
    html!("div", {
        .class("limit")
        .child(html!("label", {
            .class("head")
            .attr("for", &label)
            .text(&screen.say(&format!("{}{name}", word::LIMIT)))
        }))
        .child(if row.kind == Kind::Flag {
            flag(screen, &label, &row, give)
        } else {
            text(screen, name, &label, &wrong, &row, give)
        })
        .child_signal(screen.see(move |view| is_wrong(view.limits.as_deref())).map({
            let (screen, like) = (screen.clone(), like(row.kind));
            move |is_wrong| is_wrong.then(|| html!("p", {
                .class("wrong")
                .attr("id", &wrong)
                .attr("role", "alert")
                .text(&screen.say(like))
            }))
        }).boxed_local())
    })
}

fn text(
    screen: &Rc<Screen>,
    name: &'static str,
    label: &str,
    wrong: &str,
    row: &LimitRow,
    give: Rc<dyn Fn(String)>,
) -> Dom {
    let is_wrong = move |form: Option<&LimitForm>| {
        form.is_some_and(|form| form.wrong.iter().any(|it| it == name))
    };
    let usual = said(screen, &row.usual);
    html!("input" => HtmlInputElement, {
        .attr("type", "text")
        .attr("id", label)
        .attr("autocomplete", "off")
        .attr("placeholder", &usual)
        .attr("title", &screen.say_with(word::LIMIT_USUAL_VALUE, &[&usual]))
        .attr("value", row.own.as_deref().unwrap_or_default())
        .attr_signal("aria-invalid", screen.see(move |view| {
            if is_wrong(view.limits.as_deref()) { "true" } else { "false" }
        }))
        .attr("aria-describedby", wrong)
        .apply(on_entered(move |value| give(value)))
    })
}

fn flag(screen: &Rc<Screen>, label: &str, row: &LimitRow, give: Rc<dyn Fn(String)>) -> Dom {
    let usual = screen.say(if row.usual == "true" { word::LIMIT_YES } else { word::LIMIT_NO });
    let options = [
        ("", screen.say_with(word::LIMIT_USUAL_VALUE, &[&usual])),
        ("true", screen.say(word::LIMIT_YES)),
        ("false", screen.say(word::LIMIT_NO)),
    ];
    let now = row.own.clone().unwrap_or_default();
    html!("select" => HtmlSelectElement, {
        .class("plain")
        .attr("id", label)
        .children(options.map(|(value, name)| html!("option", {
            .attr("value", value)
            .apply_if(value == now, |dom| dom.attr("selected", ""))
            .text(&name)
        })))
        .apply(on_picked(move |value| give(value)))
    })
}

fn row_of(form: Option<&LimitForm>, name: &str) -> Option<LimitRow> {
    form?.rows.iter().find(|row| row.name == name).cloned()
}

/// A value as it stands in an empty field.
fn said(screen: &Screen, value: &str) -> String {
    if value.is_empty() { screen.say(word::LIMIT_NONE) } else { value.to_owned() }
}

fn like(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => word::LIMIT_LIKE_NUMBER,
        Kind::MaybeNumber => word::LIMIT_LIKE_MAYBE,
        Kind::Flag => word::LIMIT_LIKE_FLAG,
        Kind::Hours => word::LIMIT_LIKE_HOURS,
        Kind::Time => word::LIMIT_LIKE_TIME,
        Kind::Days => word::LIMIT_LIKE_DAYS,
    }
}

#[cfg(test)]
mod tests {
    use deti::order::Limits;

    use super::PARTS;

    #[test]
    fn every_limit_is_in_the_form_once() {
        let mut shown: Vec<&str> =
            PARTS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let mut all = Limits::NAMES.to_vec();
        shown.sort_unstable();
        all.sort_unstable();
        assert_eq!(shown, all);
    }
}
