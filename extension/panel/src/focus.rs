//! Where the keyboard's focus goes within the panel, and what is in view.

use deti::desk::view::FieldForm;
use deti::desk::{FocusTarget, View};
use deti::site::Part;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The search box.
pub(crate) const SEARCH: &str = "search";
/// The first reason for sending anyway.
pub(crate) const REASONS: &str = "reason";
/// The board of orders.
pub(crate) const BOARD: &str = "board";
/// The first line of a reply's editor.
pub(crate) const EDITOR: &str = "editor";
/// The words of the reply in it.
pub(crate) const EDITOR_BODY: &str = "editor-body";

/// What opens the question for how long to pause, and goes on where it is paused.
pub(crate) const OPEN_PAUSE: &str = "open-pause";
/// The first answer to it.
pub(crate) const PAUSE: &str = "pause-hour";

/// What imports the rows of a file.
pub(crate) const IMPORT: &str = "plan-import";

/// The form's field at this place, counted from 0.
pub(crate) fn field(place: usize) -> String {
    format!("field-{place}")
}

/// What the column at this place of a file is taken for.
pub(crate) fn column(place: usize) -> String {
    format!("column-{place}")
}

/// What lets the agent point at this part of the page.
pub(crate) fn part(part: Part) -> &'static str {
    match part {
        Part::Composer => "point-composer",
        Part::Send => "point-send",
        Part::Buyer => "point-buyer",
        Part::Theirs => "point-theirs",
        Part::Own => "point-own",
        Part::Row => "point-row",
        Part::Order => "point-order",
    }
}

/// The panel's document.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element of this id.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Whether what has the focus is within such an element.
pub(crate) fn is_in(part: &str) -> bool {
    let active = document().and_then(|it| it.active_element());
    active.and_then(|it| it.closest(part).ok().flatten()).is_some()
}

/// Moves the focus to a box that the browser cannot read yet, such as half a day,
/// and has the browser say so. Such a box reads as an empty one.
pub(crate) fn on_half_entered() -> bool {
    let found = document().and_then(|it| it.query_selector(".form input:invalid").ok().flatten());
    match found.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        Some(input) => {
            input.report_validity();
            true
        }
        None => false,
    }
}

/// Moves the focus to what the desk means.
pub(crate) fn to(target: FocusTarget, view: &View) {
    match target {
        FocusTarget::Search => on(SEARCH),
        FocusTarget::Reasons => on(REASONS),
        FocusTarget::Editor => on(EDITOR),
        FocusTarget::EditorBody => on(EDITOR_BODY),
        FocusTarget::Part(which) => on(part(which)),
        FocusTarget::Pause => on(if view.pausing { PAUSE } else { OPEN_PAUSE }),
        FocusTarget::Form => {
            on(&field(view.form.as_ref().map_or(0, FieldForm::first_empty)));
        }
    }
}

/// Moves the focus to the element of this id, as soon as what the view says
/// now is drawn: what is to take the focus may not be there or not visible
/// before.
///
/// The page gives the keyboard to this document by another road than it sends
/// its messages, and in Chromium the keyboard, when it arrives, is on the
/// document as a whole, whatever had the focus in it. Where it is still on its
/// way, the element takes the focus once more then, unless the agent has put
/// it elsewhere.
pub(crate) fn on(id: &str) {
    if document().is_some_and(|document| document.has_focus() == Ok(false)) {
        on_arrival(id.to_owned());
    }
    let id = id.to_owned();
    Timeout::new(0, move || take(&id)).forget();
}

/// Moves the focus to the element when the document gets the keyboard, if
/// nothing else has the focus.
fn on_arrival(id: String) {
    let Some(window) = web_sys::window() else { return };
    EventListener::once(&window, "focus", move |_| {
        Timeout::new(0, move || {
            let nothing = document().is_some_and(|document| {
                document.active_element().is_none_or(|active| active.tag_name() == "BODY")
            });
            if nothing {
                take(&id);
            }
        })
        .forget();
    })
    .forget();
}

/// Gives the focus to the element. What cannot take it leaves it where it was. Words
/// that were searched for before are selected, so that the next ones replace them.
fn take(id: &str) {
    let Some(element) = by_id(id) else { return };
    let _ = element.focus();
    if id == SEARCH
        && let Some(input) = element.dyn_ref::<HtmlInputElement>()
    {
        input.select();
    }
}

/// Moves the focus to a row of a list that is drawn already: at once, so that quick keys
/// count each from where the one before it led. The whole of the row is seen then;
/// Firefox is content with a part.
pub(crate) fn on_row(id: &str) {
    take(id);
    if let Some(row) = by_id(id) {
        nearest(&row);
    }
}

fn nearest(row: &HtmlElement) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    row.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Scrolls the list that the element is in, and only that list, as little as is
/// needed to see the element, as soon as what the view says now is drawn.
pub(crate) fn reveal_soon(element: HtmlElement) {
    Timeout::new(0, move || reveal(&element)).forget();
}

/// Does so at once. What is in no list of that kind is shown as near as it is.
pub(crate) fn reveal(element: &HtmlElement) {
    let Ok(Some(list)) = element.closest(".list") else { return nearest(element) };
    // The first row is at the top, even while the list has no height yet.
    if element.previous_element_sibling().is_none() {
        list.set_scroll_top(0);
        return;
    }
    let (inner, outer) = (element.get_bounding_client_rect(), list.get_bounding_client_rect());
    // The name of the part that it is in sticks to the top.
    let part = element.closest(".part").ok().flatten().and_then(|it| it.first_element_child());
    let name = part.map_or(0.0, |it| it.get_bounding_client_rect().height());
    let above = outer.top() + name - inner.top();
    let below = inner.bottom() - outer.bottom();
    // Of what is higher than the list, the beginning is seen.
    let too_high = inner.height() > outer.height() - name;
    let by = if above > 0.0 || too_high { -above } else { below.max(0.0) };
    list.set_scroll_top(list.scroll_top() + by.ceil() as i32);
}
