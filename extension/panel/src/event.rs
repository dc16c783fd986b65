//! Events that only the agent's own hand makes.
//!
//! A page cannot reach into the panel's document, but a handler that acts asks
//! for trust all the same: each type here exists only for an event with
//! `isTrusted`, so that forgetting to ask is not possible.

use std::rc::Rc;

use dominator::{DomBuilder, EventOptions, traits::StaticEvent};
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement};

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
    CompositionEnd "compositionend" CompositionEvent;
    PointerDown "pointerdown" PointerEvent;
    PointerMove "pointermove" PointerEvent;
    PointerEnter "pointerenter" PointerEvent;
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

/// The pointer comes over the element and leaves it.
pub(crate) fn on_hover<E>(
    comes: impl Fn() + 'static,
    leaves: impl Fn() + 'static,
) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<EventTarget>,
{
    move |dom| {
        dom.event(move |PointerEnter(event)| {
            if event.is_trusted() {
                comes();
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
        .event(move |CompositionEnd(event)| {
            if event.is_trusted() {
                typed(event.target(), &*finished);
            }
        })
    }
}

fn typed(field: Option<EventTarget>, f: &dyn Fn(String)) {
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        f(field.value());
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
        composing: event.is_composing() || event.key_code() == IME,
        typing: event.target().is_some_and(|it| is_text_field(&it)),
    }
}

fn is_text_field(target: &EventTarget) -> bool {
    target.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() != "radio")
}
