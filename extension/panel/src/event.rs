//! Events that only the agent's own hand makes.
//!
//! A page cannot reach into the panel's document, but a handler that acts asks
//! for trust all the same: each type here exists only for an event with
//! `isTrusted`, so that forgetting to ask is not possible.

use std::rc::Rc;

use dominator::{DomBuilder, EventOptions, traits::StaticEvent};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, File, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

use crate::keyboard::Press;

macro_rules! raw_events {
    ($($name:ident $event:literal $kind:ident;)*) => {$(
        pub(crate) struct $name(pub(crate) web_sys::$kind);

        impl StaticEvent for $name {
            const EVENT_TYPE: &'static str = $event;

            fn unchecked_from_event(event: web_sys::Event) -> Self {
                Self(event.unchecked_into())
            }
        }
    )*};
}

raw_events! {
    Click "click" MouseEvent;
    KeyDown "keydown" KeyboardEvent;
    Input "input" InputEvent;
    Change "change" Event;
    CompositionEnd "compositionend" CompositionEvent;
    PointerDown "pointerdown" PointerEvent;
    PointerMove "pointermove" PointerEvent;
    PointerUp "pointerup" PointerEvent;
    PointerLeave "pointerleave" PointerEvent;
}

/// A trusted click or the key that stands for it. The second click of a
/// double click is not one: what it would hit has moved up by then.
pub(crate) fn on_click<E>(f: impl Fn() + 'static) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    // One kind of handler, whatever it does: the glue below is made once.
    let f: Box<dyn Fn()> = Box::new(f);
    move |dom| {
        dom.event(move |Click(event)| {
            if event.is_trusted() && event.detail() < 2 {
                f();
            }
        })
    }
}

/// A trusted click on something, but not on those parts of it that do something
/// of their own. The whole hears a click before its parts do.
pub(crate) fn on_click_beside<E>(
    parts: &'static str,
    f: impl Fn() + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    move |dom| {
        dom.event(move |Click(event)| {
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let part = target.and_then(|it| it.closest(parts).ok().flatten());
            if event.is_trusted() && event.detail() < 2 && part.is_none() {
                f();
            }
        })
    }
}

/// The pointer moves over the element, and leaves it.
///
/// That something appears under a resting pointer is no move. Chrome tells then
/// that the pointer came, also where it has long been elsewhere: it looks where it
/// last saw it.
pub(crate) fn on_hand<E>(
    moves: impl Fn() + 'static,
    leaves: impl Fn() + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    move |dom| {
        dom.event(move |PointerMove(event)| {
            if event.is_trusted() {
                moves();
            }
        })
        .event(move |PointerLeave(event)| {
            if event.is_trusted() {
                leaves();
            }
        })
    }
}

/// What is typed into a field, never in the middle of a composition.
///
/// Chrome does not mark the end of a composition as trusted, and no other event
/// tells of what was committed. Nobody else can make one in this document, and all
/// that it does is to have the field read.
pub(crate) fn on_typed<E>(
    f: impl Fn(String) + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    let f: Rc<dyn Fn(String)> = Rc::new(f);
    move |dom| {
        let finished = f.clone();
        dom.event(move |Input(event)| {
            if event.is_trusted() && !event.is_composing() {
                typed(event.target(), &*f);
            }
        })
        .event(move |CompositionEnd(event)| typed(event.target(), &*finished))
    }
}

fn typed(field: Option<EventTarget>, f: &dyn Fn(String)) {
    let Some(field) = field else { return };
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        f(input.value());
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        f(area.value());
    }
}

/// The file that was chosen.
pub(crate) fn on_chosen<E>(
    f: impl Fn(File) + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    move |dom| {
        dom.event(move |Change(event)| {
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let file = input.and_then(|input| input.files()?.get(0));
            if let Some(file) = file.filter(|_| event.is_trusted()) {
                f(file);
            }
        })
    }
}

/// The value that was picked from a list of some.
pub(crate) fn on_picked<E>(
    f: impl Fn(String) + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    move |dom| {
        dom.event(move |Change(event)| {
            let select = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
            if let Some(select) = select.filter(|_| event.is_trusted()) {
                f(select.value());
            }
        })
    }
}

/// What was entered into a field, when the agent is done with it.
pub(crate) fn on_entered<E>(
    f: impl Fn(String) + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    move |dom| {
        dom.event(move |Change(event)| {
            if event.is_trusted() {
                typed(event.target(), &f);
            }
        })
    }
}

/// One of a group of radio buttons was picked, by click or by arrow key.
pub(crate) fn on_picked_one<E>(
    f: impl Fn() + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    move |dom| {
        dom.event(move |Change(event)| {
            if event.is_trusted() {
                f();
            }
        })
    }
}

/// Trusted keys; a handler that returns `true` has used the key up.
pub(crate) fn on_key<E>(
    f: impl Fn(&Press) -> bool + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    let f: Box<dyn Fn(&Press) -> bool> = Box::new(f);
    move |dom| {
        dom.event_with_options(&EventOptions::preventable(), move |KeyDown(event)| {
            if event.is_trusted() && !event.default_prevented() && f(&press(&event)) {
                event.prevent_default();
            }
        })
    }
}

/// Trusted keys anywhere in the document that no part of it has used up.
pub(crate) fn on_any_key<E>(
    f: impl Fn(&Press) -> bool + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E> {
    let f: Box<dyn Fn(&Press) -> bool> = Box::new(f);
    move |dom| {
        dom.global_event_with_options(&EventOptions::preventable(), move |KeyDown(event)| {
            if event.is_trusted() && !event.default_prevented() && f(&press(&event)) {
                event.prevent_default();
            }
        })
    }
}

pub(crate) fn press(event: &web_sys::KeyboardEvent) -> Press {
    /// What an IME's keys are reported as where `isComposing` is not yet set.
    const IME: u32 = 229;
    Press {
        key: event.key(),
        code: event.code(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        control: event.ctrl_key() || event.meta_key(),
        command: event.meta_key(),
        composing: event.is_composing() || event.key_code() == IME,
        typing: event.target().is_some_and(|it| is_text_field(&it)),
        blank: event.target().is_some_and(|it| is_blank(&it)),
    }
}

fn is_blank(target: &EventTarget) -> bool {
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    input.or(area).is_some_and(|typed| typed.is_empty())
}

fn is_text_field(target: &EventTarget) -> bool {
    let input = target.dyn_ref::<HtmlInputElement>();
    input.is_some_and(|input| input.type_() != "radio")
        || target.is_instance_of::<HtmlTextAreaElement>()
}
