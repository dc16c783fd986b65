//! The waiting clocks: since when each buyer has waited, as seen from here.
//!
//! A page seldom says when a message came, so a wait begins when its first
//! message was first seen. Leaving a conversation and coming back does not start
//! its clock anew.

use crate::chat::open_turn;
use crate::desk::Millis;
use crate::desk::wire::SeenConversation;

/// More conversations than anybody has open; the oldest wait gives way.
const MOST: usize = 500;

/// The waits of all conversations seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waits(Vec<Wait>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Wait {
    /// The conversation.
    key: String,
    since: Millis,
    /// What the wait began with: the message's id, else its words.
    first: String,
}

impl Waits {
    /// Looks at a conversation as it is on screen now.
    pub fn see(&mut self, conversation: &SeenConversation, now: Millis) {
        let Some(turn) = open_turn(conversation) else {
            self.answered(&conversation.key);
            return;
        };
        let first = turn.first.id.as_deref().unwrap_or(&turn.first.text);
        if let Some(wait) = self.of(&conversation.key) {
            // A long list shows only its end, so another first message means
            // another wait only if the answer before it is on screen as well.
            if wait.first == first || !turn.begins_here {
                return;
            }
        }
        let wait = Wait { key: conversation.key.clone(), since: now, first: first.to_owned() };
        self.answered(&conversation.key);
        self.0.push(wait);
        if self.0.len() > MOST {
            // They began one after the other.
            self.0.remove(0);
        }
    }

    /// A person answered.
    pub fn answered(&mut self, key: &str) {
        self.0.retain(|wait| wait.key != key);
    }

    /// Since when this conversation's buyer waits.
    pub fn since(&self, key: &str) -> Option<Millis> {
        self.of(key).map(|wait| wait.since)
    }

    fn of(&self, key: &str) -> Option<&Wait> {
        self.0.iter().find(|wait| wait.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Waits};
    use crate::chat::tests::conversation;

    /// What is on screen at each second, and since which second the buyer waits.
    fn check(screens: &[(&str, Option<u64>)]) {
        let mut waits = Waits::default();
        for (second, (turns, expected)) in (0..).zip(screens) {
            waits.see(&conversation(turns), second);
            assert_eq!(waits.since("k"), *expected, "{turns} at {second}");
        }
    }

    #[test]
    fn a_wait_lasts_from_its_first_message_to_the_answer() {
        check(&[
            ("a", None),
            ("ab", Some(1)),
            ("abb", Some(1)),
            ("abbt", Some(1)),
            ("abbta", None),
        ]);
        check(&[("b", Some(0)), ("ba", None), ("bab", Some(2))]);
    }

    #[test]
    fn an_answer_and_a_new_question_between_two_looks_start_anew() {
        check(&[("ab", Some(0)), ("abab", Some(1))]);
    }

    #[test]
    fn a_list_that_shows_only_its_end_keeps_the_clock() {
        let mut waits = Waits::default();
        waits.see(&conversation("abbb"), 5);
        let mut end = conversation("abbb");
        end.messages.drain(..2);
        waits.see(&end, 9);
        assert_eq!(waits.since("k"), Some(5));
    }

    #[test]
    fn the_clocks_are_bounded() {
        let mut waits = Waits::default();
        let mut seen = conversation("b");
        for now in 0..=MOST as u64 {
            seen.key = now.to_string();
            waits.see(&seen, now);
        }
        assert_eq!((waits.since("0"), waits.since("1")), (None, Some(1)));
    }
}
