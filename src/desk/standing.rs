//! The reminders that stand in a draft, or stood there: which of them a message is.
//!
//! A reminder has a place in the draft, and whatever is typed there belongs to it: sent,
//! it counts, however it reads by then. It is gone when its place is emptied, or most of
//! it is replaced at once; and it is there again when the draft reads as it did before,
//! by an undo or because a console brings the draft back. So it is kept by conversation:
//! who looks at another one and comes back finds it where it was.

use crate::desk::splice::{difference, splice, units, until};
use crate::desk::view::Notice;
use crate::desk::wire::{ToPage, Who};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect};
use crate::rule::Edit;

/// So many reminders are followed; the oldest give way.
const MOST: usize = 50;

/// What is left of a reminder says nothing if it is shorter.
const FEWEST: u32 = 6;

/// One reminder or follow-up that arrived and was not sent yet.
#[derive(Debug)]
pub(super) struct Standing {
    /// The key of the conversation that it was written in.
    conversation: String,
    purpose: Purpose,
    /// As it was written.
    words: String,
    /// The draft that it stood in last.
    draft: String,
    /// Where it stood there, in UTF-16 code units.
    start: u32,
    end: u32,
    /// Whether it stands in the draft now.
    stands: bool,
    /// How many own messages said the same before it was written.
    said: usize,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Standings(Vec<Standing>);

impl Standing {
    /// A reminder that arrived at this place of a draft.
    pub fn new(conversation: &str, purpose: Purpose, words: &str, draft: &str, at: u32) -> Self {
        let lead = words.len() - words.trim_start().len();
        let start = at + units(&words[..lead]);
        let words = words.trim().to_owned();
        Self {
            conversation: conversation.to_owned(),
            purpose,
            draft: draft.to_owned(),
            start,
            end: start + units(&words),
            words,
            stands: true,
            said: 0,
        }
    }

    /// The draft reads like this now. What Deti wrote itself takes nothing away.
    pub fn follow(&mut self, draft: &str, written: bool) {
        if !self.stands {
            self.come_back(draft);
            return;
        }
        let edit = difference(&self.draft, draft);
        let (start, end) = (self.start.max(edit.start), self.end.min(edit.end));
        let taken = end.saturating_sub(start);
        let (whole, left) = (self.end - self.start, self.end - self.start - taken);
        let gone = if edit.text.is_empty() {
            left < FEWEST
        } else {
            left * 4 < whole && !self.is_much_of(draft)
        };
        if taken > 0 && !written && gone {
            self.stands = false;
        } else {
            self.carry(&edit);
            draft.clone_into(&mut self.draft);
        }
    }

    /// Whether it is there again: as it was written, or about as it stood last, since a
    /// draft that a console brings back may be typed on before anybody looked at it.
    fn come_back(&mut self, draft: &str) {
        if let Some(at) = draft.find(&self.words) {
            self.start = units(&draft[..at]);
            self.end = self.start + units(&self.words);
        } else if self.is_much_of(draft) {
            self.carry(&difference(&self.draft, draft));
        } else {
            return;
        }
        draft.clone_into(&mut self.draft);
        self.stands = true;
    }

    /// Its place after an edit of the draft. What is typed right before or behind it is
    /// not its own.
    fn carry(&mut self, edit: &Edit) {
        let new = edit.start + units(&edit.text);
        let moved = |place: u32| new + (place - edit.end);
        let start = if self.start >= edit.end { moved(self.start) } else { self.start };
        let start = if self.start < edit.end { start.min(edit.start) } else { start };
        let end = match self.end {
            end if end <= edit.start => end,
            end if end >= edit.end => moved(end),
            _ => new,
        };
        (self.start, self.end) = (start, end.max(start));
    }

    /// Whether at least half of it, pair of characters by pair, is in a draft that was
    /// changed in several places at once.
    fn is_much_of(&self, draft: &str) -> bool {
        let pairs = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
        };
        let (own, there) = (pairs(self.place()), pairs(draft));
        let kept = own.iter().filter(|pair| there.contains(pair)).count();
        !own.is_empty() && kept * 2 >= own.len()
    }

    /// Whether its place reads as it was written.
    fn is_as_written(&self) -> bool {
        self.place() == self.words
    }

    /// How its place reads.
    fn place(&self) -> &str {
        let (start, end) = (until(&self.draft, self.start), until(&self.draft, self.end));
        self.draft.get(start.len()..end.len()).unwrap_or_default()
    }

    /// Whether a message is the draft that it stood in, or says its words.
    fn is_in(&self, message: &str) -> bool {
        let message = blanks_alike(message);
        message == blanks_alike(&self.draft) || message.contains(&blanks_alike(&self.words))
    }
}

impl Standings {
    /// Another one arrived; an earlier one for the same is not followed any longer.
    pub fn put(&mut self, mut standing: Standing, own: &[String]) {
        standing.said = own.iter().filter(|message| standing.is_in(message)).count();
        let same = |it: &Standing| {
            it.conversation == standing.conversation && it.purpose.is_for_same(&standing.purpose)
        };
        self.0.retain(|it| !same(it));
        self.0.push(standing);
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
    }

    /// The draft of this conversation reads like this now.
    pub fn follow(&mut self, conversation: &str, draft: &str, written: bool) {
        self.of(conversation).for_each(|it| it.follow(draft, written));
    }

    /// This conversation came on screen. Its draft may not have come with it yet.
    pub fn come_to(&mut self, conversation: &str, draft: &str) {
        for it in self.of(conversation) {
            it.stands = false;
            it.come_back(draft);
        }
    }

    /// What stands in the draft of this conversation and is for this.
    pub fn find(&self, conversation: &str, wanted: impl Fn(&Purpose) -> bool) -> Option<&Standing> {
        let stands = |it: &&Standing| it.stands && it.conversation == conversation;
        self.0.iter().filter(stands).find(|it| wanted(&it.purpose))
    }

    /// What was sent with this text of the conversation's draft.
    pub fn sent(&mut self, conversation: &str, text: &str) -> Vec<Purpose> {
        self.follow(conversation, text, false);
        self.take(|it| it.conversation == conversation && it.stands)
    }

    /// What own messages of a conversation say once more than when it was written. Of a
    /// conversation that just came on screen, what still stands in the draft is none.
    pub fn said(&mut self, conversation: &str, own: &[String], came: bool) -> Vec<Purpose> {
        self.take(|it| {
            let waits = came && it.stands;
            let times = || own.iter().filter(|message| it.is_in(message)).count();
            it.conversation == conversation && !waits && times() > it.said
        })
    }

    fn of(&mut self, conversation: &str) -> impl Iterator<Item = &mut Standing> {
        self.0.iter_mut().filter(move |it| it.conversation == conversation)
    }

    fn take(&mut self, went: impl Fn(&Standing) -> bool) -> Vec<Purpose> {
        let (went, left) = std::mem::take(&mut self.0).into_iter().partition(went);
        self.0 = left;
        let went: Vec<Standing> = went;
        went.into_iter().map(|it| it.purpose).collect()
    }
}

impl Desk {
    /// Writes a reminder, on a line of its own behind what is typed. One that stands
    /// there already gives way to other words for the same; changed by the agent, it
    /// stays.
    pub(super) fn insert_reminder(&mut self, text: String, purpose: Purpose) -> Vec<Effect> {
        let standing =
            self.writes.reminders.find(&self.conversation.key, |it| it.is_for_same(&purpose));
        let (start, end) = match standing {
            Some(it) if it.words == text.trim() || !it.is_as_written() => {
                return self.reminder_stands();
            }
            Some(it) => (it.start, it.end),
            None => (units(&self.draft.text), units(&self.draft.text)),
        };
        let typed = &self.draft.text;
        let follows = standing.is_none() && !typed.trim().is_empty() && !typed.ends_with('\n');
        let text = if follows { format!("\n{text}") } else { text };
        let edit = Edit { start, end, text };
        let Some(after) = splice(typed, &edit) else { return Vec::new() };
        let caret = units(&after) - (units(typed) - end);
        self.write(edit, caret, purpose)
    }

    /// The reminder stands in the composer: it is gone on with there.
    pub(super) fn reminder_stands(&mut self) -> Vec<Effect> {
        self.notice = Some(Notice::ReminderStands);
        vec![Effect::Page(ToPage::FocusComposer)]
    }

    /// Whether this order's reminder stands in the composer.
    pub(super) fn has_reminder(&self, id: &str) -> bool {
        let names = |purpose: &Purpose| match purpose {
            Purpose::Reminder { orders, .. } => orders.iter().any(|order| order == id),
            _ => false,
        };
        self.writes.reminders.find(&self.conversation.key, names).is_some()
    }

    /// Whether any reminder or follow-up stands there.
    pub(super) fn has_any_reminder(&self) -> bool {
        self.writes.reminders.find(&self.conversation.key, |_| true).is_some()
    }

    /// The agent's own messages on screen.
    pub(super) fn own_messages(&self) -> Vec<String> {
        let own = self.conversation.messages.iter().filter(|it| it.who == Who::Agent);
        own.map(|message| message.text.clone()).collect()
    }
}

/// A text with one blank for every run of them: a page shows a message in its own way.
fn blanks_alike(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Purpose, Standing};

    const WORDS: &str =
        "您好，您拍下的童鞋（订单号 261106-5839）还在等待付款。若已不需要，请忽略。";

    #[test]
    fn a_reminder_is_there_however_it_is_changed_until_it_is_taken_away() {
        let mut told = String::new();
        let number = "您的订单 261106-5839 已改地址";
        for (name, drafts) in [
            ("as written", vec![WORDS]),
            (
                "a word changed",
                vec!["亲，您拍下的童鞋（订单号 261106-5839）还在等待付款。若已不需要，请忽略。"],
            ),
            ("without the number", vec!["您好，您拍下的童鞋还在等待付款。若已不需要，请忽略。"]),
            ("shortened by hand", vec!["您好，您拍下的童鞋（订单号", "您好，您拍下的童鞋还要吗"]),
            ("more before and behind", vec![&format!("在的。{WORDS}谢谢")]),
            (
                "changed by degrees",
                vec![
                    "亲，您拍下的童鞋还在等待付款。若已不需要，请忽略。",
                    "亲，您拍下的童鞋还在等待付款，不要了就放着",
                    "亲，那双童鞋还在等您，不要了就放着",
                    "亲，那双鞋给您留着",
                ],
            ),
            ("emptied", vec![""]),
            ("emptied and undone", vec!["", WORDS]),
            ("backspaced and typed anew", vec!["您好，您拍下的", "您好，", "您好，有货的"]),
            ("other words over it", vec!["您好，这款有货。"]),
            ("a greeting over it, and more", vec!["您好", "您好，有货的，放心拍"]),
            ("the number alone over it", vec![number]),
            ("the number after it was emptied", vec!["", number]),
            ("emptied, and typed again as it was", vec!["", "在的", &format!("在的{WORDS}")]),
            (
                "away, and back with a word changed",
                vec![
                    "",
                    "亲，您拍下的童鞋（订单号 261106-5839）还在等待付款。若已不需要，请忽略。",
                ],
            ),
            ("taken out of more", vec![&format!("在的。{WORDS}"), "在的。"]),
        ] {
            let mut standing =
                Standing::new("k", Purpose::FollowUp(String::new()), WORDS, WORDS, 0);
            for draft in drafts {
                standing.follow(draft, false);
            }
            told.push_str(&format!("{name}: {}\n", if standing.stands { "there" } else { "gone" }));
        }
        expect_test::expect![[r#"
            as written: there
            a word changed: there
            without the number: there
            shortened by hand: there
            more before and behind: there
            changed by degrees: there
            emptied: gone
            emptied and undone: there
            backspaced and typed anew: gone
            other words over it: gone
            a greeting over it, and more: gone
            the number alone over it: gone
            the number after it was emptied: gone
            emptied, and typed again as it was: there
            away, and back with a word changed: there
            taken out of more: gone
        "#]]
        .assert_eq(&told);
    }
}
