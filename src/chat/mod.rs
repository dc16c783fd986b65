//! Conversations: whose turn it is, and how long a buyer has waited.
//!
//! A **turn** opens at the first buyer message after the agent's last message and
//! closes at the agent's next message. What a bot says does not answer a person,
//! and what the platform says is neither. The response figures of the platforms
//! are made of turns; here is what the waiting clock needs.

mod wait;

use crate::desk::wire::{SeenConversation, SeenMessage, Who};

pub use wait::Waits;

/// The buyer's messages that no person has answered, oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenTurn<'a> {
    /// The first of them.
    pub first: &'a SeenMessage,
    /// How many there are on screen.
    pub count: usize,
    /// Whether the message before the first is on screen too. If it is not,
    /// the turn may have begun earlier than the screen shows.
    pub begins_here: bool,
}

/// The turn that is open at the end of the conversation, if one is.
pub fn open_turn(conversation: &SeenConversation) -> Option<OpenTurn<'_>> {
    let messages = &conversation.messages;
    let answered = messages.iter().rposition(|message| message.who == Who::Agent);
    let since = messages.get(answered.map_or(0, |at| at + 1)..)?;
    let mut open = since.iter().filter(|message| message.who == Who::Buyer);
    let first = open.next()?;
    Some(OpenTurn { first, count: 1 + open.count(), begins_here: answered.is_some() })
}

/// What the buyer said last, if anything.
pub fn last_words(conversation: &SeenConversation) -> Option<&str> {
    let mut newest_first = conversation.messages.iter().rev();
    newest_first.find(|message| message.who == Who::Buyer).map(|message| message.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::{last_words, open_turn};
    use crate::desk::wire::{SeenConversation, SeenMessage, Who};

    /// `b`uyer, `a`gent, bo`t`, `s`ystem; each message says its place.
    pub(super) fn conversation(turns: &str) -> SeenConversation {
        let message = |(place, who): (usize, char)| SeenMessage {
            id: None,
            who: match who {
                'b' => Who::Buyer,
                'a' => Who::Agent,
                't' => Who::Bot,
                _ => Who::System,
            },
            text: place.to_string(),
            time: String::new(),
            read: None,
        };
        SeenConversation {
            key: "k".to_owned(),
            buyer: "林**".to_owned(),
            returning: None,
            messages: turns.chars().enumerate().map(message).collect(),
        }
    }

    #[test]
    fn a_turn_is_open_until_a_person_answers() {
        for (turns, expected) in [
            ("", None),
            ("a", None),
            ("s", None),
            ("t", None),
            ("b", Some(("0", 1, false))),
            ("bb", Some(("0", 2, false))),
            ("ba", None),
            ("bas", None),
            ("bab", Some(("2", 1, true))),
            ("abbb", Some(("1", 3, true))),
            ("abt", Some(("1", 1, true))),
            ("abtsb", Some(("1", 2, true))),
            ("atb", Some(("2", 1, true))),
        ] {
            let conversation = conversation(turns);
            let got = open_turn(&conversation);
            let got = got.map(|turn| (turn.first.text.as_str(), turn.count, turn.begins_here));
            assert_eq!(got, expected, "{turns}");
        }
    }

    #[test]
    fn the_last_words_are_the_buyers() {
        for (turns, expected) in [("", None), ("ats", None), ("b", Some("0")), ("bbas", Some("1"))]
        {
            assert_eq!(last_words(&conversation(turns)), expected, "{turns}");
        }
    }
}
