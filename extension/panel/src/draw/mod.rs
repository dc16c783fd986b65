//! The panel's document, drawn from the view.
//!
//! Every part follows the facts it shows and nothing else, so a keystroke
//! touches only what it changed. What is not open stays in the document,
//! invisible: a list that comes back is where it was.

mod bar;
mod because;
mod bin;
mod board;
mod board_row;
mod consoles;
mod count;
mod daily;
mod details;
mod draft;
mod drag;
mod dry_run;
mod due;
mod editor;
mod enter;
mod field;
mod find;
mod finding;
mod folded;
mod footer;
mod form;
mod hits;
mod icon;
mod intake;
mod limits;
mod line;
mod mend;
mod notes;
mod now;
mod order;
mod pausing;
mod plan;
mod promises;
mod reasons;
mod replies;
mod settings;
mod shelf;
mod tabs;
mod time;

use std::pin::Pin;
use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::Tab;
use dominator::{Dom, DomBuilder, html};
use futures_signals::signal::{Signal, SignalExt};
use web_sys::HtmlElement;

use crate::event::{on_any_key, on_click};
use crate::focus;
use crate::keyboard::{Meaning, meaning};
use crate::screen::Screen;

/// The whole panel.
pub fn panel(screen: &Rc<Screen>) -> Dom {
    html!("main", {
        .class("panel")
        .attr("aria-label", &screen.say(crate::word::NAME))
        .future(later(appearance(screen)))
        .apply(keys(screen))
        // Folded or not, the document has its one heading.
        .child(html!("h1", { .class("aside").text(&screen.say(crate::word::NAME)) }))
        .child(folded::tab(screen))
        .child(html!("div", {
            .class("open")
            .child(bar::bar(screen))
            .child(pausing::question(screen))
            .child(settings::settings(screen))
            .child(mend::mend(screen))
            .child(mend::line(screen))
            .child(now::now(screen))
            .child(tabs::tabs(screen))
            .child(footer::footer(screen))
        }))
    })
}

/// Theme and fold stand on the document's element: its background follows.
fn appearance(screen: &Rc<Screen>) -> impl Future<Output = ()> + use<> {
    screen.see(|view| (view.dark, view.placement.folded)).for_each(|(dark, folded)| {
        if let Some(root) = focus::document().and_then(|it| it.document_element()) {
            // Setting an attribute of a fixed, valid name cannot fail.
            let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
            let _ = root.toggle_attribute_with_force("data-folded", folded);
        }
        async {}
    })
}

/// The keys that mean the same wherever the focus is, and also where it is
/// nowhere: what had it may have gone.
fn keys(screen: &Rc<Screen>) -> impl FnOnce(DomBuilder<HtmlElement>) -> DomBuilder<HtmlElement> {
    let screen = screen.clone();
    on_any_key(move |press| match screen.now(|view| meaning(press, view)) {
        // The form of an order, the check list and the box of the board mean something of
        // their own by it; here a key is heard first.
        Some(Meaning::Act(PanelEvent::Leave)) if focus::is_in(".enter, .daily, .find") => false,
        Some(Meaning::Act(event)) => {
            screen.act(event);
            true
        }
        Some(Meaning::Search) => {
            screen.act(PanelEvent::Open(Tab::Replies));
            focus::on(focus::SEARCH);
            true
        }
        Some(Meaning::Reason(place)) => {
            reasons::give(&screen, place);
            true
        }
        None => false,
    })
}

/// Shows an element only while the signal says so.
fn shown<E>(when: impl Signal<Item = bool> + 'static) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<wasm_bindgen::JsValue>,
{
    move |dom| dom.prop_signal("hidden", when.map(|shown| !shown).boxed_local())
}

/// A future of one type, whatever it does: the glue that runs it is made once.
fn later(future: impl Future<Output = ()> + 'static) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(future)
}

/// A button with a word on it. Several classes are parted by blanks.
fn button(class: &str, word: &str, act: impl Fn() + 'static) -> Dom {
    html!("button", {
        .attr("type", "button")
        .apply(|dom| class.split(' ').fold(dom, |dom, one| dom.class(one)))
        .text(word)
        .apply(on_click(act))
    })
}

/// A key as it is printed on the keyboard; the words beside it say enough for
/// who listens, and `aria-keyshortcuts` is not read where it would help.
fn key(name: &str) -> Dom {
    html!("kbd", { .attr("aria-hidden", "true").text(name) })
}
