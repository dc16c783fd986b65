//! The box that looks for orders on the board: by the buyer, the number or the item.
//!
//! It narrows every part of the board, also what a long part does not list. Down and Enter
//! go to the first row that it found, Escape empties it.

use std::rc::Rc;

use deti::desk::PanelEvent;
use dominator::{Dom, html, with_node};
use futures_signals::signal::{Mutable, SignalExt};
use web_sys::HtmlInputElement;

use super::board::Contents;
use super::{icon, key as key_sign, later};
use crate::event::{on_key, on_typed};
use crate::keyboard::Press;
use crate::screen::Screen;
use crate::{focus, word};

/// The key that goes to the box, on the board.
const KEY: &str = "F";
pub(super) const CODE: &str = "KeyF";

pub(super) const BOX: &str = "find-order";

pub(super) fn find(
    screen: &Rc<Screen>,
    contents: &Contents,
    chosen: &Mutable<Option<String>>,
) -> Dom {
    let name = screen.say(word::BOARD_FIND);
    html!("div", {
        .class(["search", "find"])
        .child(icon::icon(icon::SEARCH))
        .child(html!("input" => HtmlInputElement, {
            .attr("id", BOX)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", &name)
            .attr("aria-label", &name)
            .attr("aria-controls", focus::BOARD)
            .with_node!(input => {
                .future(later(screen.see(|view| view.board.sought.written().to_owned())
                    .for_each(move |written| {
                        // Writing the same words would move the caret, and break off a
                        // composition.
                        if input.value() != written {
                            input.set_value(&written);
                        }
                        async {}
                    })))
            })
            .apply(on_typed({
                let screen = screen.clone();
                move |typed| screen.act(PanelEvent::FindOrders(typed))
            }))
            .apply(on_key({
                let (screen, contents, chosen) = (screen.clone(), contents.clone(), chosen.clone());
                move |press| step(&screen, &contents, &chosen, press)
            }))
        }))
        .child(key_sign(KEY))
    })
}

fn step(
    screen: &Screen,
    contents: &Contents,
    chosen: &Mutable<Option<String>>,
    press: &Press,
) -> bool {
    if press.composing || press.alt || press.control {
        return false;
    }
    match press.key.as_str() {
        "ArrowDown" | "Enter" => {
            let Some((first, _)) = contents.lock_ref().all().into_iter().next() else {
                return true;
            };
            chosen.set_neq(Some(first));
        }
        "Escape" if screen.now(|view| view.board.sought.written().is_empty()) => {
            screen.act(PanelEvent::Leave);
            return true;
        }
        "Escape" => screen.act(PanelEvent::FindOrders(String::new())),
        _ => return false,
    }
    focus::on(focus::BOARD);
    true
}
