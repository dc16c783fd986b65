//! The message that is held, and those that were released with a reason.

use crate::desk::view::{Held, Note, Notice};
use crate::desk::wire::ToPage;
use crate::desk::{Desk, Effect, FocusTarget, Millis};

/// More releases than a shift has; older notes give way.
const MOST_NOTES: usize = 200;

/// What is held and what was released.
#[derive(Debug, Default)]
pub(super) struct Guard {
    /// The text whose sending is held.
    pub held: Option<Held>,
    /// The text that the agent released, until the draft is another: pressing
    /// Enter again sends it, where a console ignores the page's own attempt.
    released: Option<String>,
    pub overrides: usize,
    pub notes: Vec<Note>,
}

impl Guard {
    /// The draft reads so now; what was said about another text is over.
    pub fn draft_is(&mut self, text: &str) {
        self.held = self.held.take().filter(|held| held.text == text);
        self.released = self.released.take().filter(|released| released == text);
    }

    /// Whether the agent released exactly this text.
    pub fn lets_go(&self, text: &str) -> bool {
        self.released.as_deref() == Some(text)
    }

    /// Holds nothing any longer.
    pub fn let_go(&mut self) {
        self.held = None;
        self.released = None;
    }
}

impl Desk {
    /// The page held a send gesture. If nothing in the text blocks by now, the
    /// verdict says so and nothing is held.
    pub(super) fn held(&mut self, text: String) -> Vec<Effect> {
        if self.draft.text != text {
            self.draft.text = text;
            self.guard.draft_is(&self.draft.text);
            self.check();
        }
        let text = self.draft.text.clone();
        if self.guard.lets_go(&text) {
            return vec![self.verdict(), Effect::Page(ToPage::Release { text })];
        }
        let Some(first) = self.draft.first_block() else {
            return vec![self.verdict()];
        };
        self.notice = None;
        self.draft.current = Some(first);
        self.guard.held = Some(Held { text, asking_reason: false });
        vec![self.verdict()]
    }

    /// The agent wants to send it as it is: the panel asks for the reason.
    pub(super) fn ask_reason(&mut self) -> Vec<Effect> {
        let Some(held) = &mut self.guard.held else { return Vec::new() };
        held.asking_reason = true;
        self.notice = None;
        self.settings = false;
        let mut effects = self.unfold();
        effects.push(Effect::Focus(FocusTarget::Reasons));
        effects
    }

    /// The agent gave the reason: exactly the held text may go.
    pub(super) fn release(&mut self, reason: &str, now: Millis) -> Vec<Effect> {
        let reason = reason.trim();
        let asked = self.guard.held.take_if(|held| held.asking_reason && !reason.is_empty());
        let Some(Held { text, .. }) = asked else { return Vec::new() };
        let note = Note { at: now, words: text.clone(), reason: reason.to_owned() };
        self.guard.notes.insert(0, note);
        self.guard.notes.truncate(MOST_NOTES);
        self.guard.overrides += 1;
        self.guard.released = Some(text.clone());
        self.notice = Some(Notice::Released(reason.to_owned()));
        vec![
            self.verdict(),
            Effect::Page(ToPage::Release { text }),
            Effect::Page(ToPage::FocusComposer),
        ]
    }
}
