//! Where the keyboard's focus goes within the panel, and what is in view.

use deti::desk::view::FieldForm;
use deti::desk::{FocusTarget, View};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// The search box.
pub(crate) const SEARCH: &str = "search";
/// The first reason for sending anyway.
pub(crate) const REASONS: &str = "reason";
/// The first line of a reply's editor.
pub(crate) const EDITOR: &str = "editor";

/// The form's field at this place, counted from 0.
pub(crate) fn field(place: usize) -> String {
    format!("field-{place}")
}

/// The panel's document.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element of this id.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to what the desk means.
pub(crate) fn to(target: FocusTarget, view: &View) {
    match target {
        FocusTarget::Search => on(SEARCH),
        FocusTarget::Reasons => on(REASONS),
        FocusTarget::Editor => on(EDITOR),
        FocusTarget::Form => {
            on(&field(view.form.as_ref().map_or(0, FieldForm::first_empty)));
        }
    }
}

/// Moves the focus to the element of this id, as soon as what the view says
/// now is drawn: what is to take the focus may not be there or not visible
/// before.
pub(crate) fn on(id: &str) {
    let id = id.to_owned();
    gloo_timers::callback::Timeout::new(0, move || {
        if let Some(element) = by_id(&id) {
            // What cannot take the focus leaves it where it was.
            let _ = element.focus();
        }
    })
    .forget();
}

/// Scrolls the list that the element is in, and only that list, as little as
/// is needed to see the element.
pub(crate) fn reveal(element: &HtmlElement) {
    let Ok(Some(list)) = element.closest(".list") else { return };
    // The first row is at the top, even while the list has no height yet.
    if element.previous_element_sibling().is_none() {
        list.set_scroll_top(0);
        return;
    }
    let (inner, outer) = (element.get_bounding_client_rect(), list.get_bounding_client_rect());
    let above = outer.top() - inner.top();
    let below = inner.bottom() - outer.bottom();
    let by = if above > 0.0 { -above } else { below.max(0.0) };
    list.set_scroll_top(list.scroll_top() + by.ceil() as i32);
}
