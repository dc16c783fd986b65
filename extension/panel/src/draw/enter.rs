//! An order entered by hand, in one short form: of the buyer whom its title names. What
//! cannot be read is said below its line, and the form stays.

use std::rc::Rc;

use deti::desk::PanelEvent;
use deti::desk::view::{EntryForm, WrongEntry};
use deti::desk::wire::SeenOrder;
use dominator::{Dom, clone, html};
use futures_signals::signal::{SignalExt, always};

use super::line::{Line, endings};
use crate::event::on_key;
use crate::screen::Screen;
use crate::{focus, word};

/// The first line of the form.
pub(super) const FIRST: &str = "enter-number";

/// What an order that is entered here is: otherwise it would not be entered.
const UNPAID: &str = "待付款";

type Entry = (&'static str, &'static str, fn(&mut SeenOrder) -> &mut String);

const LINES: [Entry; 5] = [
    (FIRST, word::FIELD_ORDER_NO, |order| &mut order.number),
    ("enter-item", word::FIELD_ITEM, |order| &mut order.item),
    ("enter-amount", word::FIELD_AMOUNT, |order| &mut order.amount),
    ("enter-created", word::ENTER_CREATED, |order| &mut order.created),
    ("enter-closes", word::ENTER_CLOSES, |order| &mut order.closes),
];

pub(super) fn form(screen: &Rc<Screen>) -> Dom {
    let drawn = screen.clone();
    // It is drawn once; its lines follow what is wrong with them.
    let buyer = screen.see(|view| view.entry.as_ref().map(|form| form.buyer.clone()));
    html!("div", {
        .class("form-place")
        .child_signal(buyer.map(move |buyer| Some(fields(&drawn, &buyer?))).boxed_local())
    })
}

fn fields(screen: &Rc<Screen>, buyer: &str) -> Dom {
    let order = Rc::new(std::cell::RefCell::new(SeenOrder {
        status: UNPAID.to_owned(),
        amount: "¥".to_owned(),
        created: deti_web::clock::hour_and_minute(deti_web::clock::now()),
        ..SeenOrder::default()
    }));
    let close: Rc<dyn Fn()> = Rc::new(clone!(screen => move || {
        screen.act(PanelEvent::Entry(false));
        focus::on(focus::BOARD);
    }));
    let save: Rc<dyn Fn()> = Rc::new(clone!(screen, order => move || {
        let entered = order.borrow().clone();
        screen.act(PanelEvent::EnterOrder(Box::new(entered)));
        let wrong = screen.now(|view| Some(view.entry.as_ref()?.wrong.first().copied()));
        match wrong {
            Some(wrong) => focus::on(wrong.map_or(FIRST, |wrong| line_of(wrong).0)),
            None => focus::on(focus::BOARD),
        }
    }));
    html!("div", {
        .class(["form", "enter"])
        .attr("role", "group")
        .attr("aria-labelledby", "enter-title")
        .child(html!("h2", {
            .attr("id", "enter-title")
            .text(&screen.say_with(word::ENTER_TITLE, &[buyer]))
        }))
        .children(LINES.map(|(id, name, of)| {
            let value = of(&mut order.borrow_mut()).clone();
            let line = Line { id, name: screen.say(name), kind: "text", offers: None }.draw(
                always(value),
                clone!(order => move |typed| *of(&mut order.borrow_mut()) = typed),
                clone!(save => move || save()),
            );
            let wrong = screen.see(move |view| wrong_in(view.entry.as_deref(), id));
            html!("div", {
                .child(line)
                .child_signal(wrong.map(clone!(screen => move |wrong| {
                    Some(html!("p", {
                        .class("wrong")
                        .attr("role", "alert")
                        .text(&screen.say(line_of(wrong?).1))
                    }))
                })).boxed_local())
            })
        }))
        .child(endings(
            screen,
            word::ENTER_SAVE,
            clone!(save => move || save()),
            clone!(close => move || close()),
        ))
        .apply(on_key(move |press| {
            let escapes = press.key == "Escape" && !press.composing && !press.alt && !press.control;
            if escapes {
                close();
            }
            escapes
        }))
    })
}

/// What is wrong in the line with this id.
fn wrong_in(form: Option<&EntryForm>, id: &str) -> Option<WrongEntry> {
    form?.wrong.iter().copied().find(|wrong| line_of(*wrong).0 == id)
}

/// The line that something is wrong in, and the word that says how it is written.
fn line_of(wrong: WrongEntry) -> (&'static str, &'static str) {
    match wrong {
        WrongEntry::Number => (FIRST, word::ENTRY_WRONG_NUMBER),
        WrongEntry::Known => (FIRST, word::ENTRY_WRONG_KNOWN),
        WrongEntry::Amount => ("enter-amount", word::ENTRY_WRONG_AMOUNT),
        WrongEntry::Created => ("enter-created", word::ENTRY_WRONG_CREATED),
        WrongEntry::Closes => ("enter-closes", word::ENTRY_WRONG_CLOSES),
    }
}
