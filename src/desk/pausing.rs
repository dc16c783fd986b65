//! Whether the check is paused here and now.
//!
//! Whatever changes it (the agent, another tab, another conversation, the clock)
//! is told to the page in one place, after the event was taken in.

use crate::desk::pauses::{Here, Paused, Pauses};
use crate::desk::wire::{self, Span, ToPage};
use crate::desk::{Desk, Effect, FocusTarget, Meeting, Millis};
use crate::record::Value;

/// The pauses, and what the page was told of them.
#[derive(Debug, Default)]
pub(super) struct Pause {
    all: Pauses,
    /// The pauses as they are kept.
    kept: Pauses,
    told: Option<Paused>,
    /// Whether the panel is asking for what to pause.
    pub asking: bool,
}

impl Desk {
    /// The pause that holds for what is on screen.
    pub(super) fn paused(&self) -> Option<Paused> {
        self.pause.all.at(self.here())
    }

    /// When this desk has to look at the clock again: a pause ends then, or it is
    /// clear whose the cards on the page are.
    pub fn wakes_at(&self) -> Option<Millis> {
        let pause = self.pause.all.ends_at();
        pause.into_iter().chain(self.settles_at()).min()
    }

    /// Whether a pause could be for the conversation on screen.
    pub(super) fn tells_conversations(&self) -> bool {
        !self.conversation.key.is_empty()
    }

    /// What is kept came, or another tab wrote it.
    pub(super) fn heard_pauses(&mut self, record: Option<&Value>) {
        self.pause.all = Pauses::read(record);
        self.pause.kept = self.pause.all.clone();
    }

    /// The panel asks what to pause; where it is paused already, the check goes on.
    pub(super) fn ask_pause(&mut self) -> Vec<Effect> {
        if self.paused().is_some() {
            self.go_on_checking();
            return Vec::new();
        }
        self.pause.asking = true;
        self.settings = false;
        let mut effects = self.unfold();
        effects.push(Effect::Focus(FocusTarget::Pause));
        effects
    }

    /// Opens or closes the question; closed, the keyboard is where it was asked for.
    pub(super) fn show_pauses(&mut self, open: bool) -> Vec<Effect> {
        self.pause.asking = open;
        if open {
            self.settings = false;
        }
        vec![Effect::Focus(FocusTarget::Pause)]
    }

    pub(super) fn pause_for(&mut self, span: Span) {
        self.pause.asking = false;
        let (host, key) = (self.host.clone(), self.conversation.key.clone());
        self.pause.all.pause(span, Here { host: &host, conversation: &key }, self.now);
    }

    pub(super) fn go_on_checking(&mut self) {
        self.pause.asking = false;
        let (host, key) = (self.host.clone(), self.conversation.key.clone());
        self.pause.all.end(Here { host: &host, conversation: &key });
    }

    /// Lets time end what it ends.
    pub(super) fn settle_pauses(&mut self) {
        let (host, key) = (self.host.clone(), self.conversation.key.clone());
        self.pause.all.settle(Here { host: &host, conversation: &key }, self.now);
    }

    /// Tells the page when it is otherwise than it was told, and keeps what changed.
    pub(super) fn tell_pause(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.pause.all != self.pause.kept {
            self.pause.kept = self.pause.all.clone();
            effects.extend(self.pause.all.record().map(Effect::KeepPauses));
        }
        let now = self.paused();
        let meets = matches!(self.meeting, Meeting::Ready | Meeting::Working);
        if !meets || now == self.pause.told {
            return effects;
        }
        let turned = now.is_some() != self.pause.told.is_some();
        self.pause.told = now;
        effects.push(Effect::Page(ToPage::Pause { paused: now.map(said) }));
        if turned {
            self.guard.let_go();
            self.notice = None;
            self.check();
            effects.extend(self.hide_list());
            if self.meeting == Meeting::Working {
                effects.push(self.verdict());
            }
        }
        effects
    }

    /// A page that begins anew was told nothing.
    pub(super) fn forget_told(&mut self) {
        self.pause.told = None;
        self.pause.asking = false;
    }

    fn here(&self) -> Here<'_> {
        Here { host: &self.host, conversation: &self.conversation.key }
    }
}

fn said(Paused { span, until }: Paused) -> wire::Paused {
    wire::Paused { span, until: until.map(|until| until as f64) }
}
