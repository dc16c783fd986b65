//! An order entered by hand, in one short form: of the buyer on screen.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::wire::SeenOrder;
use dominator::{Dom, DomBuilder, clone, html, with_node};
use futures_signals::signal::{Mutable, SignalExt};
use web_sys::HtmlInputElement;

use super::{button, key};
use crate::event::{on_click, on_key, on_typed};
use crate::screen::Screen;
use crate::{focus, word};

/// The first line of the form.
pub(super) const FIRST: &str = "enter-number";

/// What an order that is entered here is: otherwise it would not be entered.
const UNPAID: &str = "待付款";

type Line = (&'static str, &'static str, fn(&mut SeenOrder) -> &mut String);

const LINES: [Line; 5] = [
    (FIRST, word::FIELD_ORDER_NO, |order| &mut order.number),
    ("enter-item", word::FIELD_ITEM, |order| &mut order.item),
    ("enter-amount", word::FIELD_AMOUNT, |order| &mut order.amount),
    ("enter-created", word::ENTER_CREATED, |order| &mut order.created),
    ("enter-closes", word::ENTER_CLOSES, |order| &mut order.closes),
];

pub(super) fn form(screen: &Rc<Screen>, open: &Mutable<bool>) -> Dom {
    let (drawn, closing) = (screen.clone(), open.clone());
    html!("div", {
        .class("form-place")
        .child_signal(open.signal().map(move |open| {
            open.then(|| fields(&drawn, &closing))
        }).boxed_local())
    })
}

fn fields(screen: &Rc<Screen>, open: &Mutable<bool>) -> Dom {
    let order = Rc::new(std::cell::RefCell::new(SeenOrder {
        status: UNPAID.to_owned(),
        amount: "¥".to_owned(),
        created: deti_web::clock::hour_and_minute(deti_web::clock::now()),
        ..SeenOrder::default()
    }));
    let close: Rc<dyn Fn()> = Rc::new(clone!(open => move || {
        open.set(false);
        focus::on(focus::BOARD);
    }));
    let save: Rc<dyn Fn()> = Rc::new(clone!(screen, order, close => move || {
        let entered = order.borrow().clone();
        // Without a number nothing tells it apart from another.
        if entered.number.trim().is_empty() {
            focus::on(FIRST);
            return;
        }
        screen.act(PanelEvent::EnterOrder(Box::new(entered)));
        close();
    }));
    let buyer = screen.now(|view| view.conversation.clone());
    html!("div", {
        .class(["form", "enter"])
        .attr("role", "group")
        .attr("aria-labelledby", "enter-title")
        .child(html!("h2", {
            .attr("id", "enter-title")
            .text(&screen.say_with(word::ENTER_TITLE, &[&buyer]))
        }))
        .children(LINES.map(|(id, name, of)| line(screen, &order, id, name, of)))
        .child(html!("div", {
            .class("actions")
            .child(html!("button", {
                .attr("type", "button")
                .class("main")
                .child(html!("span", { .text(&screen.say(word::ENTER_SAVE)) }))
                .child(key("↵"))
                .apply(on_click(clone!(save => move || save())))
            }))
            .child(button("text", &screen.say(word::FORM_CANCEL), clone!(close => move || close())))
            .child(key("Esc"))
        }))
        .apply(ends(save, close))
    })
}

/// Enter saves, Escape closes; on a button Enter is the button's.
fn ends<E>(save: Rc<dyn Fn()>, close: Rc<dyn Fn()>) -> impl FnOnce(DomBuilder<E>) -> DomBuilder<E>
where
    E: AsRef<web_sys::EventTarget>,
{
    on_key(move |press| {
        match press.key.as_str() {
            _ if press.composing || press.alt || press.control => return false,
            "Escape" => close(),
            "Enter" if press.typing => save(),
            _ => return false,
        }
        true
    })
}

fn line(
    screen: &Rc<Screen>,
    order: &Rc<std::cell::RefCell<SeenOrder>>,
    id: &str,
    name: &str,
    of: fn(&mut SeenOrder) -> &mut String,
) -> Dom {
    let value = of(&mut order.borrow_mut()).clone();
    html!("div", {
        .class("field-line")
        .child(html!("label", { .attr("for", id).text(&screen.say(name)) }))
        .child(html!("input" => HtmlInputElement, {
            .attr("id", id)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .with_node!(input => {
                .apply(|dom| {
                    input.set_value(&value);
                    dom
                })
            })
            .apply(on_typed(clone!(order => move |typed| {
                *of(&mut order.borrow_mut()) = typed;
            })))
        }))
    })
}
