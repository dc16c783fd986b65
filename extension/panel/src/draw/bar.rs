//! The bar: the state of the check, who has waited longest, and the three
//! things that can be done with the panel itself. It is also the handle by
//! which the panel is moved.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use deti::desk::view::{CheckState, Waiting};
use deti::desk::{PanelEvent, wire::Ask};
use deti_web::clock::{self, Ticks};
use dominator::{Dom, DomBuilder, html};
use futures_signals::map_ref;
use futures_signals::signal::{Mutable, Signal, SignalExt};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, PointerEvent};

use super::{icon, later, pausing, time};
use crate::event::{PointerDown, PointerMove, on_click};
use crate::screen::Screen;
use crate::{focus, visible, word};

/// Somebody who waits this long is shown in ochre.
const LONG: u64 = 60_000;

pub(super) fn bar(screen: &Rc<Screen>) -> Dom {
    html!("header", {
        .class("bar")
        .apply(handle(screen))
        .child(state(screen))
        .child(html!("span", {
            .class("name")
            .attr("aria-hidden", "true")
            .text(&screen.say(word::NAME))
        }))
        .child_signal(screen.see(|view| view.waiting.clone()).map({
            let screen = screen.clone();
            move |waiting| waiting.map(|waiting| wait(&screen, waiting))
        }).boxed_local())
        .child(html!("span", { .class("gap") }))
        .child(pause(screen))
        .child(toggle_settings(screen))
        .child(tool(&screen.say(word::FOLD), icon::FOLD, {
            let screen = screen.clone();
            move || screen.ask(Ask::Fold { folded: true })
        }))
    })
}

fn state(screen: &Rc<Screen>) -> Dom {
    let check = |screen: &Rc<Screen>| screen.see(|view| view.check);
    let name = {
        let screen = screen.clone();
        move |check| {
            screen.say(match check {
                CheckState::Starting => word::STATE_STARTING,
                CheckState::On => word::STATE_ON,
                CheckState::Paused => word::STATE_PAUSED,
                CheckState::NoComposer => word::STATE_NO_COMPOSER,
            })
        }
    };
    html!("span", {
        .class("state")
        .attr("role", "img")
        .attr_signal("data-state", check(screen).map(|check| match check {
            CheckState::Starting => "starting",
            CheckState::On => "on",
            CheckState::Paused => "paused",
            CheckState::NoComposer => "none",
        }).boxed_local())
        .attr_signal("aria-label", check(screen).map(name.clone()).boxed_local())
        .attr_signal("title", check(screen).map(name).boxed_local())
    })
}

/// The buyer who has waited longest, with a clock that ticks only while
/// somebody can see it.
fn wait(screen: &Rc<Screen>, Waiting { buyer, since }: Waiting) -> Dom {
    let now = Mutable::new(clock::now());
    let seen = map_ref! {
        let visible = visible::signal(),
        let folded = screen.see(|view| view.placement.folded) => *visible && !*folded
    };
    let ticking = {
        let now = now.clone();
        // Held by the future: dropped with the element, or when nobody looks.
        let ticks = RefCell::new(None);
        seen.dedupe().for_each(move |seen| {
            now.set(clock::now());
            ticks.replace(seen.then(|| {
                let now = now.clone();
                Ticks::since(since, move || now.set(clock::now()))
            }));
            async {}
        })
    };
    let clock = move |now: &Mutable<u64>| now.signal().map(move |now| time::wait(since, now));
    let sentence = {
        let (screen, buyer) = (screen.clone(), buyer.clone());
        move |clock: String| screen.say_with(word::WAITING, &[&buyer, &clock])
    };
    html!("span", {
        .class("waiting")
        .class_signal("long", now.signal().map(move |now| {
            now.saturating_sub(since) >= LONG
        }).boxed_local())
        .future(later(ticking))
        .attr_signal("title", clock(&now).map(sentence).boxed_local())
        .child(html!("span", { .class("buyer").text(&buyer) }))
        .child(html!("span", {
            .class("clock")
            .text_signal(clock(&now).map({
                let screen = screen.clone();
                move |clock| screen.say_with(word::WAITING_SHORT, &[&clock])
            }).boxed_local())
        }))
    })
}

/// Opens the question for how long to pause; where it is paused, goes on at once.
fn pause(screen: &Rc<Screen>) -> Dom {
    let paused = |screen: &Rc<Screen>| screen.see(|view| view.check == CheckState::Paused);
    let name = |screen: &Rc<Screen>| {
        let words = [word::PAUSE, word::RESUME]
            .map(|word| format!("{} ({})", screen.say(word), screen.keyboard().alt("P")));
        paused(screen).map(move |paused| words[usize::from(paused)].clone())
    };
    html!("button", {
        .attr("type", "button")
        .attr("id", focus::OPEN_PAUSE)
        .class("tool")
        .attr_signal("aria-label", name(screen).boxed_local())
        .attr_signal("title", name(screen).boxed_local())
        .attr("aria-controls", pausing::ID)
        .attr_signal("aria-expanded", expanded(screen.see(|view| view.pausing)).boxed_local())
        .child_signal(paused(screen).map(|paused| {
            Some(icon::icon(if paused { icon::RESUME } else { icon::PAUSE }))
        }).boxed_local())
        .apply(on_click({
            let screen = screen.clone();
            move || {
                let (asking, paused) = screen.now(|view| (view.pausing, view.paused.is_some()));
                screen.act(if paused {
                    PanelEvent::Ask(Ask::GoOn)
                } else {
                    PanelEvent::Pausing(!asking)
                });
            }
        }))
    })
}

fn toggle_settings(screen: &Rc<Screen>) -> Dom {
    let name = screen.say(word::SETTINGS);
    html!("button", {
        .attr("type", "button")
        .attr("id", "open-settings")
        .class("tool")
        .attr("aria-label", &name)
        .attr("title", &name)
        .attr("aria-controls", "settings")
        .attr_signal("aria-expanded", expanded(screen.see(|view| view.settings)).boxed_local())
        .child(icon::icon(icon::SETTINGS))
        .apply(on_click({
            let screen = screen.clone();
            move || screen.act(PanelEvent::Settings(!screen.now(|view| view.settings)))
        }))
    })
}

fn tool(name: &str, path: &str, act: impl Fn() + 'static) -> Dom {
    html!("button", {
        .attr("type", "button")
        .class("tool")
        .attr("aria-label", name)
        .attr("title", name)
        .child(icon::icon(path))
        .apply(on_click(act))
    })
}

pub(super) fn expanded(open: impl Signal<Item = bool>) -> impl Signal<Item = Option<&'static str>> {
    open.map(|open| Some(if open { "true" } else { "false" }))
}

/// Pressing the bar anywhere but on a button takes hold of the panel. Where a
/// browser keeps the pointer with the document in which it was pressed, the bar
/// goes on telling where it is; elsewhere the page hears it by itself.
fn handle(screen: &Rc<Screen>) -> impl FnOnce(DomBuilder<HtmlElement>) -> DomBuilder<HtmlElement> {
    let (pressed, moved) = (screen.clone(), screen.clone());
    let held = Rc::new(Cell::new(false));
    let still_held = held.clone();
    move |dom| {
        dom.event(move |PointerDown(event)| {
            held.set(event.is_trusted() && event.button() == 0 && !on_button(event.target()));
            if held.get() {
                drag(&pressed, &event);
            }
        })
        .global_event(move |PointerMove(event)| {
            // The button may have been let go where this document hears nothing.
            still_held.set(still_held.get() && event.buttons() & 1 == 1);
            if event.is_trusted() && still_held.get() {
                drag(&moved, &event);
            }
        })
    }
}

fn drag(screen: &Screen, event: &PointerEvent) {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    screen.act(PanelEvent::Drag { x, y });
}

fn on_button(target: Option<EventTarget>) -> bool {
    target
        .and_then(|it| it.dyn_into::<Element>().ok())
        .and_then(|it| it.closest("button").ok().flatten())
        .is_some()
}
