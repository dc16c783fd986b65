//! Dragging one of the agent's own replies to another place in the list.
//!
//! It is done with the pointer's own events: the handle takes the pointer, the row
//! under it shows where the reply would go, and letting go puts it there.

use std::cell::RefCell;
use std::rc::Rc;

use deti::desk::PanelEvent;
use dominator::{Dom, DomBuilder, html, with_node};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::event::{PointerDown, PointerMove, PointerUp};
use crate::focus;
use crate::screen::Screen;

/// Marks the row that a reply would be put before or behind.
const BEFORE: &str = "put-before";
const BEHIND: &str = "put-behind";

/// Where the dragged reply would go.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    beside: String,
    after: bool,
}

/// The handle of the row of this reply.
pub(super) fn handle(screen: &Rc<Screen>, id: &str) -> Dom {
    let place: Rc<RefCell<Option<Place>>> = Rc::default();
    let held = Rc::new(std::cell::Cell::new(false));
    html!("span" => HtmlElement, {
        .class("handle")
        .attr("aria-hidden", "true")
        .text("⠿")
        .with_node!(element => {
            .apply(|dom| follow(dom, screen, id, &element, &place, &held))
        })
    })
}

fn follow(
    dom: DomBuilder<HtmlElement>,
    screen: &Rc<Screen>,
    id: &str,
    element: &HtmlElement,
    place: &Rc<RefCell<Option<Place>>>,
    held: &Rc<std::cell::Cell<bool>>,
) -> DomBuilder<HtmlElement> {
    let down = (element.clone(), held.clone());
    let moved = (held.clone(), place.clone());
    let up = (screen.clone(), id.to_owned(), held.clone(), place.clone());
    dom.event(move |PointerDown(event)| {
        if event.is_trusted() && event.button() == 0 {
            // Where the pointer cannot be taken, it is followed while it is here.
            let _ = down.0.set_pointer_capture(event.pointer_id());
            down.1.set(true);
        }
    })
    .event(move |PointerMove(event)| {
        if event.is_trusted() && moved.0.get() {
            let to = place_at(event.client_x() as f32, event.client_y() as f32);
            show(to.as_ref());
            moved.1.replace(to);
        }
    })
    .event(move |PointerUp(event)| {
        let (screen, id, held, place) = &up;
        show(None);
        if !event.is_trusted() || !held.replace(false) {
            return;
        }
        if let Some(Place { beside, after }) = place.take().filter(|to| to.beside != *id) {
            screen.act(PanelEvent::Put { id: id.clone(), beside, after });
        }
    })
}

/// The own reply under the pointer, and which side of it is nearer.
fn place_at(x: f32, y: f32) -> Option<Place> {
    let under = focus::document()?.element_from_point(x, y)?.closest("[data-own]").ok()??;
    let area = under.get_bounding_client_rect();
    let after = f64::from(y) > area.top() + area.height() / 2.0;
    Some(Place { beside: under.get_attribute("data-own")?, after })
}

fn show(place: Option<&Place>) {
    let Some(document) = focus::document() else { return };
    let rows = document.get_elements_by_class_name("reply");
    for at in 0..rows.length() {
        let Some(row) = rows.item(at).and_then(|it| it.dyn_into::<Element>().ok()) else {
            continue;
        };
        let here = place.filter(|it| row.get_attribute("data-own").as_ref() == Some(&it.beside));
        for (class, after) in [(BEFORE, false), (BEHIND, true)] {
            // A class of a fixed, valid name can be set.
            let _ =
                row.class_list().toggle_with_force(class, here.is_some_and(|it| it.after == after));
        }
    }
}
