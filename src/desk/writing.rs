//! What is written into the composer, until the page says what became of it.

use crate::desk::expand::Expanded;
use crate::desk::splice::{difference, splice, units};
use crate::desk::standing::{Standing, Standings};
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
        /// The ids of the orders that it speaks for, that which it names first.
        orders: Vec<String>,
        /// The reminder's id.
        reminder: String,
        /// Whether it counts as one: thanks for an answer do not.
        counts: bool,
    },
    /// The follow-up of a buyer who asked, by what tells the buyer apart.
    FollowUp(String),
    /// What was typed, back in the place of what took its place.
    TakenBack,
}

impl Purpose {
    /// Whether both remind of the same.
    pub fn is_for_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Reminder { orders, .. }, Self::Reminder { orders: others, .. }) => {
                orders.iter().any(|order| others.contains(order))
            }
            (Self::FollowUp(buyer), Self::FollowUp(other)) => buyer == other,
            _ => false,
        }
    }
}

/// A write that the page has not answered.
#[derive(Debug)]
struct Write {
    id: u32,
    purpose: Purpose,
    /// The key of the conversation that it is for.
    conversation: String,
    /// Where it begins in the draft.
    start: u32,
    /// What goes to the clipboard if the composer does not take it.
    words: String,
    /// How the composer read before.
    before: String,
    /// How it reads if it does.
    after: String,
    /// Whether it was seen so.
    seen: bool,
    /// Whether the agent has typed on since: the page answers late.
    past: bool,
    /// What gives back what was typed, where a key can.
    back: Option<Edit>,
}

/// The writes of one page.
#[derive(Debug, Default)]
pub(super) struct Writes {
    last: u32,
    open: Vec<Write>,
    /// How the composer reads after the last write that arrived.
    after: Option<String>,
    /// The expansion that this was.
    pub expanded: Option<Expanded>,
    /// Reminders and follow-ups that arrived and were not sent yet.
    pub reminders: Standings,
}

impl Writes {
    /// Whether the draft reads as the last write left it, or as one leaves it that
    /// is on its way.
    pub fn left_it_so(&self, text: &str) -> bool {
        let left = self.after.iter().chain(self.open.iter().map(|write| &write.after));
        left.into_iter().any(|after| after == text)
    }

    /// The page says how the composer reads now.
    pub fn follow(&mut self, text: &str) {
        for write in &mut self.open {
            // What an editor goes through on the way is not typed on; what has more in it is.
            let edit = difference(&write.after, text);
            let on = write.seen || (edit.start == edit.end && text != write.before);
            write.past |= on && text != write.after;
            write.seen |= text == write.after;
        }
    }

    /// The draft is another one by now.
    pub fn leave(&mut self) {
        self.after = None;
    }

    /// Another conversation is on screen, and another draft.
    pub fn leave_conversation(&mut self) {
        self.after = None;
        self.expanded = None;
    }
}

impl Desk {
    /// Writes an edit of the draft, after which the caret is there; without a
    /// composer the words go to the clipboard.
    pub(super) fn write(&mut self, edit: Edit, caret: u32, purpose: Purpose) -> Vec<Effect> {
        self.write_over(edit, caret, purpose, None)
    }

    /// The same in the place of what was typed, which Backspace gives back.
    pub(super) fn write_over(
        &mut self,
        edit: Edit,
        caret: u32,
        purpose: Purpose,
        typed: Option<String>,
    ) -> Vec<Effect> {
        let Some(after) = splice(&self.draft.text, &edit) else { return Vec::new() };
        let words = match purpose {
            Purpose::Rewrite(_) => after.clone(),
            _ => edit.text.clone(),
        };
        self.notice = None;
        if self.meeting != Meeting::Working {
            self.notice = Some(Notice::NoComposer);
            let mut effects = self.unfold();
            effects.push(Effect::Page(ToPage::Copy { text: words }));
            return effects;
        }
        self.writes.last = self.writes.last.wrapping_add(1);
        let id = self.writes.last;
        let end = edit.start + units(&edit.text);
        let back = typed.map(|text| Edit { start: edit.start, end, text });
        let before = self.draft.text.clone();
        let (seen, past) = (false, false);
        let Edit { start, end, text } = edit;
        let conversation = self.conversation.key.clone();
        self.writes.open.push(Write {
            id,
            purpose,
            conversation: conversation.clone(),
            start,
            words,
            before: before.clone(),
            after,
            seen,
            past,
            back,
        });
        if self.writes.open.len() > MOST {
            self.writes.open.remove(0);
        }
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
            WriteOutcome::TextChanged => (Some(Notice::TextChanged), false),
            WriteOutcome::OtherConversation => (Some(Notice::OtherConversation), false),
            WriteOutcome::Refused => (Some(Notice::Copied), true),
            WriteOutcome::NoComposer => (Some(Notice::NoComposer), true),
        };
        let arrived = outcome == WriteOutcome::Arrived;
        self.notice = notice;
        // What did not arrive is said on the panel, so it must be seen.
        let mut effects = if arrived { Vec::new() } else { self.unfold() };
        if copy {
            effects.push(Effect::Page(ToPage::Copy { text: write.words }));
        }
        effects
    }

    fn arrived(&mut self, write: &Write) -> Option<Notice> {
        let Write { after, back, past, .. } = write;
        let left = !past && self.draft.text == *after;
        // The draft may be told later than that it was written.
        let untold = !past && self.draft.text == write.before;
        self.writes.after = Some(after.clone()).filter(|_| left || untold);
        self.writes.expanded = back.clone().filter(|_| left).map(|edit| Expanded {
            after: after.clone(),
            caret: self.draft.caret,
            edit,
        });
        Some(match &write.purpose {
            Purpose::Reply(id) => {
                self.library.used(id, self.now);
                Notice::Inserted
            }
            Purpose::Rewrite(settled) => Notice::Rewritten(*settled),
            Purpose::TakenBack => return None,
            purpose @ (Purpose::Reminder { .. } | Purpose::FollowUp(_)) => {
                let Write { conversation, words, start, .. } = write;
                let mut standing =
                    Standing::new(conversation, purpose.clone(), words, after, *start);
                let here = *conversation == self.conversation.key;
                // The draft may be told later than that it was written, or be past it.
                if here && self.draft.text != write.before {
                    standing.follow(&self.draft.text, false);
                }
                let own = if here { self.own_messages() } else { Vec::new() };
                self.writes.reminders.put(standing, &own);
                Notice::ReminderWritten
            }
        })
    }
}
