//! The chosen reply in full, below the list: what it says, where its values come
//! from and how old they are, and what can be done with it.

use std::rc::Rc;

use deti::desk::view::{Away, ReplyRow};
use deti::desk::{PanelEvent, View};
use deti::reply::Change;
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, SignalExt};

use super::{button, field, hits, key};
use crate::keyboard::Press;
use crate::screen::Screen;
use crate::word;

pub(super) fn details(screen: &Rc<Screen>, open: &Mutable<bool>) -> Dom {
    let drawn = screen.clone();
    let seen = map_ref! {
        let open = open.signal(),
        let row = screen.see(|view| view.replies.get(view.chosen).cloned()) => {
            row.clone().filter(|_| *open)
        }
    };
    html!("div", {
        .class("details-place")
        .child_signal(seen.dedupe_cloned().map(move |row| row.map(|row| of(&drawn, &row))).boxed_local())
    })
}

fn of(screen: &Rc<Screen>, row: &ReplyRow) -> Dom {
    let name = |field: &str| field::named(screen, field);
    let (whole, _) = hits::worded(&row.body, &[], &row.missing, name);
    let open: Vec<String> = row.missing.iter().map(|field| name(field)).collect();
    html!("div", {
        .class("chosen")
        .attr("id", "details")
        .attr("role", "group")
        .attr("aria-label", &row.title)
        .child(html!("p", { .class("in-full").children(hits::pieces(&whole, &[], &open)) }))
        .child(html!("p", { .class("help").text(&facts(screen, row).join("　")) }))
        .children(row.from.iter().map(|(name, known)| html!("p", {
            .class("help")
            .apply_if(known.stale, |dom| dom.class("warned"))
            .text(&field::origin(screen, name, known))
        })))
        .child(html!("div", {
            .class("actions")
            .child(act(screen, if row.own { word::REPLY_EDIT } else { word::REPLY_COPY }, &row.id, |id, _| {
                Some(PanelEvent::OpenEditor(Some(id.to_owned())))
            }))
            .child(key("F2"))
            .apply_if(row.own, |dom| dom
                .child(act(screen, word::REPLY_UP, &row.id, |_, view| step(view, false)))
                .child(act(screen, word::REPLY_DOWN, &row.id, |_, view| step(view, true)))
                .child(act(screen, word::REPLY_DELETE, &row.id, |id, _| {
                    Some(PanelEvent::Change(Box::new(Change::Delete { id: id.to_owned() })))
                })))
            .apply_if(!row.own, |dom| dom.child(if row.away == Some(Away::Hidden) {
                act(screen, word::REPLY_SHOW, &row.id, |id, _| hide(id, false))
            } else {
                act(screen, word::REPLY_HIDE, &row.id, |id, _| hide(id, true))
            }))
        }))
    })
}

fn act(
    screen: &Rc<Screen>,
    name: &str,
    id: &str,
    event: fn(&str, &View) -> Option<PanelEvent>,
) -> Dom {
    let (screen, id) = (screen.clone(), id.to_owned());
    let word = screen.say(name);
    button("text", &word, move || {
        if let Some(event) = screen.now(|view| event(&id, view)) {
            screen.act(event);
        }
    })
}

fn facts(screen: &Screen, row: &ReplyRow) -> Vec<String> {
    let mut facts = vec![row.folder.clone(), row.abbreviation.clone()];
    if row.own {
        facts.insert(0, screen.say(word::REPLY_OWN));
    }
    if row.uses > 0 {
        facts.push(screen.say_with(word::REPLY_USES, &[&row.uses.to_string()]));
    }
    facts.extend(row.updated.map(|day| screen.say_with(word::REPLY_UPDATED, &[&day.to_string()])));
    facts.extend(row.away.as_ref().map(|away| why(screen, away)));
    let until = row.until.filter(|_| row.away.is_none());
    facts.extend(until.map(|day| screen.say_with(word::REPLY_UNTIL, &[&day.to_string()])));
    // What another reply writes to say this one's words.
    facts.push(format!("{{snippet:{}}}", row.id));
    facts.retain(|fact| !fact.is_empty());
    facts
}

/// Why a reply is not offered.
pub(super) fn why(screen: &Screen, away: &Away) -> String {
    match away {
        Away::Ended(day) => screen.say_with(word::REPLY_ENDED, &[&day.to_string()]),
        Away::NotYet(day) => screen.say_with(word::REPLY_NOT_YET, &[&day.to_string()]),
        Away::Elsewhere(consoles) => {
            screen.say_with(word::REPLY_ELSEWHERE, &[&consoles.join("、")])
        }
        Away::Hidden => screen.say(word::REPLY_HIDDEN),
    }
}

fn hide(id: &str, hidden: bool) -> Option<PanelEvent> {
    Some(PanelEvent::Change(Box::new(Change::Hide { id: id.to_owned(), hidden })))
}

/// What the keys do with the chosen reply; they are pressed in the search box.
pub(super) fn keys(press: &Press, view: &View, open: &Mutable<bool>) -> Option<Option<PanelEvent>> {
    if press.control || press.composing {
        return None;
    }
    let chosen = view.replies.get(view.chosen)?;
    // The key that edits a name in most file managers. Alt with a letter is, for
    // most letters, a menu of the browser's.
    if press.key == "F2" && !press.alt {
        return Some(Some(PanelEvent::OpenEditor(Some(chosen.id.clone()))));
    }
    if !press.alt {
        return None;
    }
    Some(match (press.code.as_str(), press.key.as_str()) {
        ("KeyI", _) => {
            open.set(!open.get());
            None
        }
        (_, "ArrowUp") => step(view, false),
        (_, "ArrowDown") => step(view, true),
        // Alt with Backspace is a text field's own: it takes a word back, or undoes.
        // The shop's cannot go, and the desk says so.
        (_, "Delete") => {
            Some(PanelEvent::Change(Box::new(Change::Delete { id: chosen.id.clone() })))
        }
        _ => return None,
    })
}

/// Puts the chosen reply, one of the agent's own, a row up or down.
fn step(view: &View, down: bool) -> Option<PanelEvent> {
    let chosen = view.replies.get(view.chosen).filter(|row| row.own)?;
    Some(PanelEvent::Step { id: chosen.id.clone(), down })
}

#[cfg(test)]
mod tests {
    use super::{Mutable, Press, ReplyRow, View, keys};

    #[test]
    fn a_text_fields_own_keys_change_nothing_in_the_library() {
        let own = ReplyRow { id: "a".to_owned(), own: true, ..ReplyRow::default() };
        let view = View { replies: vec![own], ..View::default() };
        let open = Mutable::new(false);
        let mut told = String::new();
        for key in ["Delete", "Backspace", "ArrowDown", "ArrowUp", "x"] {
            let press = Press { key: key.to_owned(), alt: true, ..Press::default() };
            told += &format!("{key}: {:?}\n", keys(&press, &view, &open));
        }
        expect_test::expect![[r#"
            Delete: Some(Some(Change(Delete { id: "a" })))
            Backspace: None
            ArrowDown: Some(Some(Step { id: "a", down: true }))
            ArrowUp: Some(Some(Step { id: "a", down: false }))
            x: None
        "#]]
        .assert_eq(&told);
    }
}
