//! What the desk does about what the page says.

use crate::chat;
use crate::desk::console;
use crate::desk::promises::Went;
use crate::desk::wire::{Ask, FromPage, SeenConversation, Span, ToPage};
use crate::desk::{Desk, Effect, FocusTarget, Language, Meeting, Millis, Preferences};

impl Desk {
    pub(super) fn hear(&mut self, said: FromPage, now: Millis) -> Vec<Effect> {
        match said {
            FromPage::Hello { site, host, languages, dark } => {
                self.clear_page();
                self.site = console::id_of(site, &host);
                self.console.host.clone_from(&host);
                self.host.clone_from(&host);
                self.meeting = Meeting::Greeted;
                self.language = Language::of(&languages);
                self.dark = dark;
                return vec![Effect::Restore(host)];
            }
            FromPage::Draft { revision, text, caret } => {
                let written = self.writes.left_it_so(&text);
                self.writes.follow(&text);
                self.writes.reminders.follow(&self.conversation.key, &text, written);
                if !written {
                    self.writes.leave();
                    self.notice = None;
                }
                self.guard.draft_is(&text);
                if text != self.draft.text {
                    self.replies.waiting = None;
                }
                (self.draft.revision, self.draft.caret) = (revision, caret);
                let before = std::mem::replace(&mut self.draft.text, text);
                self.composer_is_there();
                self.check();
                let mut effects = vec![self.verdict()];
                let wanted = self.spaced(&before);
                effects.extend(self.list_at_caret());
                effects.extend(match wanted {
                    Some(wanted) => with_frame(self.insert_wanted(wanted)),
                    None => self.give_back(&before),
                });
                return effects;
            }
            FromPage::Caret { revision, caret } if revision == self.draft.revision => {
                self.draft.caret = caret;
                self.writes.expanded.take_if(|expanded| expanded.caret != caret);
                let before = self.draft.current;
                self.draft.look_at_caret();
                let mut effects = Vec::new();
                if self.draft.current != before {
                    effects.push(self.verdict());
                }
                effects.extend(self.list_at_caret());
                return effects;
            }
            FromPage::Caret { .. } => {}
            FromPage::Focus { focused } => {
                self.composer_is_there();
                return if focused { self.list_at_caret() } else { self.hide_list() };
            }
            FromPage::Ask { ask: Ask::FocusPanel } => return with_frame(self.focus_panel()),
            FromPage::Ask { ask } => return with_frame(self.ask(ask, true)),
            FromPage::Held { text } => return self.held(text),
            FromPage::Sent { text } => {
                self.count_reminders(&text);
                self.offer_promise(&text, Went::Sent);
                self.waits.answered(&self.conversation.key);
                self.guard.let_go();
                self.console.sent();
                self.draft.text.clear();
                self.draft.caret = 0;
                self.draft.unchecked();
                self.draft.ignore_nothing();
            }
            FromPage::Wrote { id, outcome } => return self.wrote(id, outcome),
            FromPage::Conversation { conversation } => {
                let mut effects = self.see(conversation, now);
                effects.extend(self.list_again());
                return effects;
            }
            FromPage::Orders { cards } => {
                self.see_orders(cards);
                let mut effects = self.go_on();
                effects.extend(self.list_again());
                return effects;
            }
            FromPage::Rows { rows } => self.see_rows(rows),
            FromPage::Placed { placement } => {
                self.preferences.placement = placement;
                return vec![self.store()];
            }
            FromPage::Theme { dark } => self.dark = dark,
            FromPage::Measured { counts, typed } => self.measured(counts, typed),
            FromPage::Pointed { part, element } => return self.pointed(part, element),
            FromPage::Tried { slot, tried } => return self.tried(slot, &tried),
            FromPage::TooSlow => self.too_slow(),
        }
        Vec::new()
    }

    /// What was kept for the page's host came back: the panel is ready.
    pub(super) fn restored(&mut self, preferences: Preferences) -> Vec<Effect> {
        if self.meeting != Meeting::Greeted {
            return Vec::new();
        }
        self.meeting = Meeting::Ready;
        self.preferences = preferences;
        let mut effects = vec![Effect::Page(ToPage::Ready), self.place()];
        // An earlier version kept the pause of a site here.
        if std::mem::take(&mut self.preferences.paused) {
            self.pause_for(Span::Site);
            effects.push(self.store());
        }
        effects
    }

    /// Puts the panel where it belongs.
    pub(super) fn place(&self) -> Effect {
        Effect::Page(ToPage::Place { placement: self.preferences.placement })
    }

    pub(super) fn store(&self) -> Effect {
        Effect::Remember(self.preferences.clone())
    }

    /// Something on the panel is to be seen, so it must not be folded.
    pub(super) fn unfold(&mut self) -> Vec<Effect> {
        if !self.preferences.placement.folded {
            return Vec::new();
        }
        self.preferences.placement.folded = false;
        vec![self.place(), self.store()]
    }

    /// The keyboard goes to where something is asked, else to the search box.
    fn focus_panel(&mut self) -> Vec<Effect> {
        let asking = self.guard.held.as_ref().is_some_and(|held| held.asking_reason);
        let target = if asking {
            FocusTarget::Reasons
        } else if self.replies.form.is_some() {
            FocusTarget::Form
        } else {
            self.tab = crate::desk::view::Tab::Replies;
            self.settings = false;
            FocusTarget::Search
        };
        let mut effects = self.unfold();
        effects.push(Effect::Focus(target));
        effects
    }

    fn composer_is_there(&mut self) {
        if self.meeting == Meeting::Ready {
            self.meeting = Meeting::Working;
        }
    }

    /// The conversation on screen. What the buyer said last is part of what the
    /// draft is checked by.
    fn see(&mut self, conversation: SeenConversation, now: Millis) -> Vec<Effect> {
        let heard = chat::last_words(&self.conversation).map(str::to_owned);
        let other = conversation.key != self.conversation.key;
        self.conversation = conversation;
        self.conversation_seen = now;
        if other {
            self.conversation_since = now;
            self.doubt_orders();
            self.clear_conversation();
        }
        self.listen(other);
        if other {
            self.know_own_row();
        }
        if self.has_conversation() {
            self.claim_orders();
            self.waits.see(&self.conversation, now);
        }
        if !other && heard.as_deref() == chat::last_words(&self.conversation) {
            return Vec::new();
        }
        self.check();
        if self.meeting == Meeting::Working { vec![self.verdict()] } else { Vec::new() }
    }
}

/// The panel can only move a focus that its frame has.
fn with_frame(mut effects: Vec<Effect>) -> Vec<Effect> {
    if let Some(at) = effects.iter().position(|effect| matches!(effect, Effect::Focus(_))) {
        effects.insert(at, Effect::Page(ToPage::FocusPanel));
    }
    effects
}
