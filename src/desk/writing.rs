//! What is written into the composer, until the page says what became of it.

use crate::desk::splice::{place_in, splice, units};
use crate::desk::view::Notice;
use crate::desk::wire::{ToPage, WriteOutcome};
use crate::desk::{Desk, Effect, Meeting};
use crate::rule::Edit;

/// Writes that the page never answered give way to newer ones.
const MOST: usize = 16;

/// What a write is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The reply with this id.
    Reply(String),
    /// Rewrites, which settle this many findings.
    Rewrite(usize),
    /// A reminder.
    Reminder {
        /// The numbers of the orders that it speaks for, that which it names first.
        orders: Vec<String>,
        /// The reminder's id.
        reminder: String,
        /// Whether it counts as one: thanks for an answer do not.
        counts: bool,
    },
    /// The follow-up of a buyer who asked, by what tells the buyer apart.
    FollowUp(String),
}

/// A write that the page has not answered.
#[derive(Debug)]
struct Write {
    id: u32,
    purpose: Purpose,
    /// What goes to the clipboard if the composer does not take it.
    words: String,
    /// How the composer reads if it does.
    after: String,
}

/// The writes of one page.
#[derive(Debug, Default)]
pub(super) struct Writes {
    last: u32,
    open: Vec<Write>,
    /// How the composer reads after the last write that arrived.
    after: Option<String>,
    /// Reminders and follow-ups that arrived and were not sent yet, with their words.
    reminders: Vec<(Purpose, String)>,
}

impl Writes {
    /// Whether the draft reads as the last write left it.
    pub fn left_it_so(&self, text: &str) -> bool {
        self.after.as_deref() == Some(text)
    }

    /// Whether this order's reminder stands in the composer.
    pub fn has_reminder(&self, number: &str) -> bool {
        let about = |purpose: &Purpose| match purpose {
            Purpose::Reminder { orders, .. } => orders.iter().any(|order| order == number),
            _ => false,
        };
        self.reminders.iter().any(|(purpose, _)| about(purpose))
    }

    /// No reminder of this conversation is in the composer any longer.
    pub fn forget_reminders(&mut self) {
        self.reminders.clear();
        self.after = None;
    }

    /// The reminders and follow-ups that were sent with this text. The agent may
    /// have changed the words; it is still the reminder if it names the order.
    pub fn reminders_in(&mut self, sent: &str) -> Vec<Purpose> {
        let sent = sent.trim();
        let names = |purpose: &Purpose| match purpose {
            Purpose::Reminder { orders, .. } => {
                orders.first().is_some_and(|order| sent.contains(order.as_str()))
            }
            _ => false,
        };
        std::mem::take(&mut self.reminders)
            .into_iter()
            .filter(|(purpose, words)| sent.contains(words.as_str()) || names(purpose))
            .map(|(purpose, _)| purpose)
            .collect()
    }
}

impl Desk {
    /// Inserts a text at the caret.
    pub(super) fn insert(&mut self, text: String, purpose: Purpose) -> Vec<Effect> {
        let at = place_in(&self.draft.text, self.draft.caret);
        let caret = at + units(&text);
        self.write(Edit { start: at, end: at, text }, caret, purpose)
    }

    /// Writes an edit of the draft, after which the caret is there; without a
    /// composer the words go to the clipboard.
    pub(super) fn write(&mut self, edit: Edit, caret: u32, purpose: Purpose) -> Vec<Effect> {
        let Some(after) = splice(&self.draft.text, &edit) else { return Vec::new() };
        let words = match purpose {
            Purpose::Rewrite(_) => after.clone(),
            _ => edit.text.clone(),
        };
        self.notice = None;
        if self.meeting != Meeting::Working {
            self.notice = Some(Notice::NoComposer);
            return vec![Effect::Page(ToPage::Copy { text: words })];
        }
        self.writes.last = self.writes.last.wrapping_add(1);
        let id = self.writes.last;
        self.writes.open.push(Write { id, purpose, words, after });
        if self.writes.open.len() > MOST {
            self.writes.open.remove(0);
        }
        let Edit { start, end, text } = edit;
        let (before, conversation) = (self.draft.text.clone(), self.conversation.key.clone());
        vec![Effect::Page(ToPage::Write { id, conversation, before, start, end, text, caret })]
    }

    /// The page says what became of a write.
    pub(super) fn wrote(&mut self, id: u32, outcome: WriteOutcome) -> Vec<Effect> {
        let place = self.writes.open.iter().position(|write| write.id == id);
        let Some(write) = place.map(|place| self.writes.open.remove(place)) else {
            return Vec::new();
        };
        let (notice, copy) = match outcome {
            WriteOutcome::Arrived => (self.arrived(&write), false),
            WriteOutcome::TextChanged => (Notice::TextChanged, false),
            WriteOutcome::OtherConversation => (Notice::OtherConversation, false),
            WriteOutcome::Refused => (Notice::Copied, true),
            WriteOutcome::NoComposer => (Notice::NoComposer, true),
        };
        self.notice = Some(notice);
        if copy { vec![Effect::Page(ToPage::Copy { text: write.words })] } else { Vec::new() }
    }

    fn arrived(&mut self, write: &Write) -> Notice {
        self.writes.after = Some(write.after.clone());
        match &write.purpose {
            Purpose::Reply(id) => {
                self.library.used(id, self.now);
                Notice::Inserted
            }
            Purpose::Rewrite(settled) => Notice::Rewritten(*settled),
            purpose @ (Purpose::Reminder { .. } | Purpose::FollowUp(_)) => {
                self.writes.reminders.push((purpose.clone(), write.words.trim().to_owned()));
                Notice::ReminderWritten
            }
        }
    }
}
