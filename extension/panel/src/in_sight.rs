//! Keeps the row that has the keyboard in sight while its list gets more or less room:
//! the agent zooms, or something to read takes a part of the panel.

use dominator::DomBuilder;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ResizeObserver, ResizeObserverEntry};

use crate::focus;

/// The chosen row, or one that has the focus itself.
const ROW: &str = "[aria-selected=true], :scope > :focus";

/// Has the list do so for as long as it is there.
pub(crate) fn kept(dom: DomBuilder<HtmlElement>) -> DomBuilder<HtmlElement> {
    let resized = Closure::<dyn Fn(Array)>::new(|entries: Array| {
        let lists = entries.iter().filter_map(|it| it.dyn_into::<ResizeObserverEntry>().ok());
        lists.for_each(|it| show_row(&it.target()));
    });
    let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return dom };
    let observed = observer.clone();
    dom.after_inserted(move |list| observed.observe(&list)).after_removed(move |_| {
        observer.disconnect();
        drop(resized);
    })
}

fn show_row(list: &Element) {
    let row = list.query_selector(ROW).ok().flatten();
    if let Some(row) = row.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        focus::reveal(&row);
    }
}
