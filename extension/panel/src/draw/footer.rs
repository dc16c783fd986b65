//! The last line: what has just happened, what is wrong, or else the way back
//! to the composer. It is always there, so nothing moves when it speaks.

use std::rc::Rc;

use deti::desk::view::Notice;
use deti::desk::{PanelEvent, Unkept};
use deti::reply::{Did, Refusal};
use deti_web::clock;
use dominator::{Dom, html};
use futures_signals::map_ref;
use futures_signals::signal::SignalExt;

use super::{because, button, details, field, key, shown};
use crate::event::on_click;
use crate::files::Loss;
use crate::screen::{Screen, Trouble};
use crate::word;

pub(super) fn footer(screen: &Rc<Screen>) -> Dom {
    let said = |screen: &Rc<Screen>| {
        let words = screen.clone();
        let said = map_ref! {
            let notice = screen.see(|view| view.notice.clone()),
            let trouble = screen.trouble() => line(&words, notice.as_ref(), trouble.as_ref())
        };
        said.dedupe_cloned()
    };
    html!("footer", {
        .class("footer")
        .child(html!("p", {
            .class("said")
            .attr("role", "status")
            .attr_signal("title", said(screen).map(|(_, detail)| detail).boxed_local())
            .text_signal(said(screen).map(|(words, _)| words).boxed_local())
        }))
        .child(html!("button", {
            .attr("type", "button")
            .class("text")
            .apply(shown(screen.see(|view| matches!(view.notice, Some(Notice::Changed(_))))))
            .text(&screen.say(word::UNDO))
            .child(key(&screen.keyboard().control("Z")))
            .apply(on_click({
                let screen = screen.clone();
                move || screen.act(PanelEvent::Undo)
            }))
        }))
        .child(html!("span", {
            .class("way-back")
            .apply(shown(said(screen).map(|(words, _)| words.is_empty())))
            .child(key("Esc"))
            .child(button("text", &screen.say(word::HINT_BACK), {
                let screen = screen.clone();
                move || screen.act(PanelEvent::Leave)
            }))
        }))
    })
}

/// What the line says, and what it says on a closer look.
fn line(screen: &Screen, notice: Option<&Notice>, trouble: Option<&Trouble>) -> (String, String) {
    match (notice, trouble) {
        (Some(notice), _) => {
            let said = sentence(screen, notice);
            (said.clone(), said)
        }
        (None, Some(Trouble::Wrong { word, detail })) => (screen.say(word), detail.clone()),
        (None, Some(Trouble::Lost(losses))) => {
            let all: Vec<String> = losses.iter().map(|loss| lost(screen, loss)).collect();
            let said = screen.say_with(word::EXPORT_LOST, &[&all.join("、")]);
            (said.clone(), said)
        }
        (None, None) => (String::new(), String::new()),
    }
}

/// What a format could not hold, in how many replies, and which if it has a name.
fn lost(screen: &Screen, Loss { what, replies, names }: &Loss) -> String {
    let what = screen.say(&format!("{}{what}", word::LOSS));
    let which = [replies.to_string()].into_iter().chain(names.iter().cloned());
    let which: Vec<String> = which.collect();
    screen.say_with(word::LOSS_OF, &[&what, &which.join(" ")])
}

fn sentence(screen: &Screen, notice: &Notice) -> String {
    match notice {
        Notice::Inserted => screen.say(word::NOTICE_INSERTED),
        Notice::Rewritten(count) => screen.say_with(word::NOTICE_REWRITTEN, &[&count.to_string()]),
        Notice::ReminderWritten => screen.say(word::NOTICE_REMINDER),
        Notice::ReminderStands => screen.say(word::NOTICE_REMINDER_STANDS),
        Notice::Copied => screen.say(word::NOTICE_COPIED),
        Notice::TextChanged => screen.say(word::NOTICE_TEXT_CHANGED),
        Notice::OtherConversation => screen.say(word::NOTICE_OTHER_CONVERSATION),
        Notice::NoComposer => screen.say(word::NOTICE_NO_COMPOSER),
        Notice::Missing(fields) => {
            screen.say_with(word::NOTICE_MISSING, &[&field::all_named(screen, fields)])
        }
        Notice::Stale(fields) => {
            screen.say_with(word::NOTICE_STALE, &[&field::origins(screen, fields)])
        }
        Notice::Broken(ids) => screen.say_with(word::NOTICE_BROKEN, &[&ids.join("、")]),
        Notice::Round(ids) => screen.say_with(word::NOTICE_ROUND, &[&ids.join("、")]),
        Notice::NotOffered(away) => {
            screen.say_with(word::NOTICE_NOT_OFFERED, &[&details::why(screen, away)])
        }
        Notice::Strays(braces) => screen.say_with(word::NOTICE_STRAYS, &[&braces.join(" ")]),
        Notice::Unsaved => screen.say(word::NOTICE_UNSAVED),
        Notice::StillOpen => screen.say(word::NOTICE_STILL_OPEN),
        Notice::FormLeft(title) => screen.say_with(word::NOTICE_FORM_LEFT, &[title]),
        Notice::NotWhileSearching => screen.say(word::NOTICE_NOT_WHILE_SEARCHING),
        Notice::Changed(did) => done(screen, did),
        Notice::Undone(Did::Added(_)) => screen.say(word::NOTICE_UNDONE_ADDED),
        Notice::Undone(_) => screen.say(word::NOTICE_UNDONE),
        Notice::Refused(refusal) => screen.say(match refusal {
            Refusal::Unknown | Refusal::NotOwn => word::NOTICE_NO_CHANGE,
            Refusal::NoTitle => word::NOTICE_NO_TITLE,
            Refusal::NoBody => word::NOTICE_NO_BODY,
            Refusal::Days => word::NOTICE_DAYS,
        }),
        Notice::Unfitting => screen.say(word::NOTICE_UNFITTING),
        Notice::NotKept(Unkept::Full) => screen.say(word::NOTICE_FULL),
        Notice::NotKept(Unkept::Failed(reason)) => {
            screen.say_with(word::NOTICE_NOT_KEPT, &[reason])
        }
        Notice::Released(reason) => screen.say_with(word::NOTICE_RELEASED, &[reason]),
        Notice::NothingToFix => screen.say(word::NOTICE_NOTHING_TO_FIX),
        Notice::NothingDue => screen.say(word::NOTICE_NOTHING_DUE),
        Notice::NoBuyer => screen.say(word::NOTICE_NO_BUYER),
        Notice::OtherBuyer(buyer) => screen.say_with(word::NOTICE_OTHER_BUYER, &[buyer]),
        Notice::TheirConversation(buyer) => {
            screen.say_with(word::NOTICE_THEIR_CONVERSATION, &[buyer])
        }
        Notice::SameName { buyer, last } if last.is_empty() => {
            screen.say_with(word::NOTICE_SAME_NAME, &[buyer])
        }
        Notice::SameName { buyer, last } => {
            screen.say_with(word::NOTICE_SAME_NAME_LAST, &[buyer, last])
        }
        Notice::NotNow(reason) => {
            let why = because::one(screen, reason, "", clock::now());
            screen.say_with(word::NOTICE_NOT_NOW, &[&why])
        }
        Notice::AdapterKept => screen.say(word::NOTICE_ADAPTER_KEPT),
        Notice::AdapterRemoved => screen.say(word::NOTICE_ADAPTER_REMOVED),
        Notice::AdapterUndone => screen.say(word::NOTICE_ADAPTER_UNDONE),
        Notice::AdapterRefused(why) => screen.say_with(word::NOTICE_ADAPTER_REFUSED, &[why]),
        Notice::AdapterTooSlow => screen.say(word::NOTICE_ADAPTER_SLOW),
        Notice::NobodysOrder => screen.say(word::NOTICE_NOBODYS),
    }
}

/// What was done to the library of replies.
fn done(screen: &Screen, did: &Did) -> String {
    screen.say(match did {
        Did::Added(_) | Did::Edited(_) => word::NOTICE_SAVED,
        Did::Replaced(_) => word::NOTICE_SAVED_OVER,
        Did::Moved(_) => word::NOTICE_MOVED,
        Did::Deleted(_) => word::NOTICE_DELETED,
        Did::Restored(_) => word::NOTICE_RESTORED,
        Did::Hidden(_) => word::NOTICE_HIDDEN,
        Did::Shown(_) => word::NOTICE_SHOWN,
        Did::Emptied(count) => {
            return screen.say_with(word::NOTICE_EMPTIED, &[&count.to_string()]);
        }
        Did::Several(count) => {
            return screen.say_with(word::NOTICE_SEVERAL, &[&count.to_string()]);
        }
    })
}
