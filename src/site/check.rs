//! The self-check: what an adapter no longer finds on the page at work.
//!
//! A page is mostly not as an adapter describes it: it loads, no conversation is
//! open, a chat has no orders, a list is on another tab. So a count alone means
//! nothing. A slot is said to be missing only where something else on the same
//! page shows that it must be there, where it was never there since the page was
//! loaded, and where that stays so for a while. What shows it, for each slot, is
//! all that stands in [`Health::shows`].

use std::collections::{BTreeMap, BTreeSet};

use super::slot::{Count, Slot};

/// So long it must stay so, in milliseconds.
const STAYS: u64 = 3_000;

/// What a slot lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// It finds nothing.
    Missing,
    /// It finds elements, and nothing can be read of them.
    Unread,
    /// It finds more than there can be.
    TooMany,
}

/// A slot that is not as its adapter expects it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Which.
    pub slot: Slot,
    /// What it lacks.
    pub lack: Lack,
}

/// What is known around a measurement.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// The moment, in milliseconds.
    pub now: u64,
    /// What tells the conversation on screen from others; empty where nothing does.
    pub key: &'a str,
    /// Whether the list says that something was said in it.
    pub has_preview: bool,
    /// Whether there is a text in the composer.
    pub drafting: bool,
    /// Whether the agent typed into a text box of the page while no composer was known.
    pub typed_elsewhere: bool,
}

/// What was measured since the page was loaded.
#[derive(Debug, Clone, Default)]
pub struct Health {
    last: Vec<Count>,
    /// The slots that said something at least once.
    well: BTreeSet<Slot>,
    /// Since when each slot lacks the same.
    since: BTreeMap<Slot, (Lack, u64)>,
    /// The conversations that were on screen, as far as the page tells them apart.
    conversations: BTreeSet<String>,
    /// Whether the agent sent a message that left the composer.
    sent: bool,
    faults: Vec<Fault>,
}

impl Health {
    /// The agent sent something: what was sent stands on the page now.
    pub fn sent(&mut self) {
        self.sent = true;
    }

    /// The last counts.
    pub fn counts(&self) -> &[Count] {
        &self.last
    }

    /// The count of a slot, if the adapter has it.
    pub fn count(&self, slot: Slot) -> Option<Count> {
        self.last.iter().find(|count| count.slot == slot).copied()
    }

    /// What is not as it should be.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The adapter is another one, or the page is: nothing of before counts.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Takes in what was counted.
    pub fn measured(&mut self, counts: Vec<Count>, around: Around<'_>) {
        self.last = counts;
        if !around.key.is_empty() && self.conversations.len() < 3 {
            self.conversations.insert(around.key.to_owned());
        }
        self.well.extend(self.last.iter().filter(|it| it.read > 0).map(|it| it.slot));
        let lacks: Vec<(Slot, Lack)> = self
            .last
            .iter()
            .filter_map(|count| Some((count.slot, self.lack(*count, around)?)))
            .collect();
        self.since.retain(|slot, (lack, _)| lacks.contains(&(*slot, *lack)));
        for (slot, lack) in lacks {
            self.since.entry(slot).or_insert((lack, around.now));
        }
        self.settle(around.now);
    }

    /// Time has passed.
    pub fn settle(&mut self, now: u64) {
        let lasting = |(slot, (lack, since)): (&Slot, &(Lack, u64))| {
            let stays = now.saturating_sub(*since) >= STAYS;
            stays.then_some(Fault { slot: *slot, lack: *lack })
        };
        self.faults = self.since.iter().filter_map(lasting).collect();
    }

    fn lack(&self, count: Count, around: Around<'_>) -> Option<Lack> {
        let Count { slot, found, read, least, most } = count;
        if most.is_some_and(|most| found > most) {
            return Some(Lack::TooMany);
        }
        // What was once well is away for a reason of the page's own.
        if self.well.contains(&slot) {
            return None;
        }
        let speaks = matches!(slot, Slot::Messages | Slot::Rows | Slot::Orders);
        // What nothing can be written in is no reply box where the agent writes in another.
        let is_no_box = slot == Slot::Composer && around.typed_elsewhere;
        if found > 0 && read == 0 && (is_no_box || speaks && least > 0) {
            return Some(Lack::Unread);
        }
        (read < least && self.shows(slot, around)).then_some(Lack::Missing)
    }

    /// Whether something else on the page shows that the slot must be there.
    fn shows(&self, slot: Slot, around: Around<'_>) -> bool {
        let read = |slot: Slot| self.count(slot).is_some_and(|count| count.read > 0);
        let several = self.conversations.len() > 1;
        let open = read(Slot::Messages) || self.sent;
        match slot {
            // A conversation that has ended has no composer, but not every one has ended.
            Slot::Composer => read(Slot::Messages) && (around.typed_elsewhere || several),
            // Consoles hide the button while there is nothing to send.
            Slot::Send => read(Slot::Composer) && around.drafting,
            Slot::Key | Slot::Buyer => read(Slot::Composer) && open,
            // A chat can be empty; not where the list or the agent's own sending says otherwise.
            Slot::Messages => {
                let spoken = read(Slot::Key) && (around.has_preview || several);
                read(Slot::Composer) && (spoken || self.sent)
            }
            // Who goes from one conversation to another has a list to choose from.
            Slot::Rows => read(Slot::Composer) && several,
            // A chat may be without orders.
            Slot::Orders => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Around, Fault, Health, Lack, Slot};
    use crate::site::Count;

    /// `composer 1/1 messages 0/0+1`: found, read, and what is expected at least.
    fn counts(text: &str) -> Vec<Count> {
        let mut words = text.split(' ');
        let mut counts = Vec::new();
        while let (Some(slot), Some(numbers)) = (words.next(), words.next()) {
            let slot = match slot {
                "composer" => Slot::Composer,
                "send" => Slot::Send,
                "key" => Slot::Key,
                "messages" => Slot::Messages,
                "rows" => Slot::Rows,
                _ => Slot::Orders,
            };
            let (found, read) = numbers.split_once('/').unwrap();
            let most = (slot == Slot::Composer).then_some(1);
            let least = 1;
            counts.push(Count {
                slot,
                found: found.parse().unwrap(),
                read: read.parse().unwrap(),
                least,
                most,
            });
        }
        counts
    }

    struct Case {
        what: &'static str,
        looks: Vec<(&'static str, Around<'static>)>,
        sent: bool,
        said: &'static [(Slot, Lack)],
    }

    const AT: Around<'static> =
        Around { now: 0, key: "", has_preview: false, drafting: false, typed_elsewhere: false };

    #[test]
    fn what_is_said_and_what_is_not() {
        let k = |key, now| Around { key, now, ..AT };
        let preview = |now| Around { has_preview: true, ..k("k1", now) };
        let cases = [
            Case {
                what: "a page that loads",
                looks: vec![("composer 0/0 send 0/0 key 0/0 messages 0/0 rows 0/0 orders 0/0", AT)],
                sent: false,
                said: &[],
            },
            Case {
                what: "no conversation is chosen yet, for a long time",
                looks: vec![
                    ("composer 1/1 send 0/0 key 0/0 messages 0/0 rows 12/12", AT),
                    (
                        "composer 1/1 send 0/0 key 0/0 messages 0/0 rows 12/12",
                        Around { now: 99_000, ..AT },
                    ),
                ],
                sent: false,
                said: &[],
            },
            Case {
                what: "a new conversation without a message",
                looks: vec![
                    ("composer 1/1 key 1/1 messages 0/0", k("k1", 0)),
                    ("composer 1/1 key 1/1 messages 0/0", k("k1", 60_000)),
                ],
                sent: false,
                said: &[],
            },
            Case {
                what: "the list says that something was said",
                looks: vec![
                    ("composer 1/1 key 1/1 messages 0/0", preview(0)),
                    ("composer 1/1 key 1/1 messages 0/0", preview(3_000)),
                ],
                sent: false,
                said: &[(Slot::Messages, Lack::Missing)],
            },
            Case {
                what: "the same, a moment only",
                looks: vec![
                    ("composer 1/1 key 1/1 messages 0/0", preview(0)),
                    ("composer 1/1 key 1/1 messages 3/3", preview(2_000)),
                    ("composer 1/1 key 1/1 messages 0/0", preview(9_000)),
                ],
                sent: false,
                said: &[],
            },
            Case {
                what: "the agent sent something, and it is nowhere",
                looks: vec![
                    ("composer 1/1 key 1/1 messages 0/0", k("k1", 0)),
                    ("composer 1/1 key 1/1 messages 0/0", k("k1", 4_000)),
                ],
                sent: true,
                said: &[(Slot::Messages, Lack::Missing)],
            },
            Case {
                what: "messages that nobody wrote",
                looks: vec![
                    ("composer 1/1 key 1/1 messages 7/0", k("k1", 0)),
                    ("composer 1/1 key 1/1 messages 7/0", k("k1", 4_000)),
                ],
                sent: false,
                said: &[(Slot::Messages, Lack::Unread)],
            },
            Case {
                what: "an ended conversation has no composer",
                looks: vec![
                    ("composer 0/0 key 1/1 messages 7/7", k("k1", 0)),
                    ("composer 0/0 key 1/1 messages 7/7", k("k1", 60_000)),
                ],
                sent: false,
                said: &[],
            },
            Case {
                what: "none has, in two conversations",
                looks: vec![
                    ("composer 0/0 key 1/1 messages 7/7", k("k1", 0)),
                    ("composer 0/0 key 1/1 messages 7/7", k("k2", 9_000)),
                    ("composer 0/0 key 1/1 messages 7/7", k("k2", 14_000)),
                ],
                sent: false,
                said: &[(Slot::Composer, Lack::Missing)],
            },
            Case {
                what: "the agent types where no composer is known",
                looks: vec![
                    (
                        "composer 0/0 key 1/1 messages 7/7",
                        Around { typed_elsewhere: true, ..k("k1", 0) },
                    ),
                    (
                        "composer 0/0 key 1/1 messages 7/7",
                        Around { typed_elsewhere: true, ..k("k1", 5_000) },
                    ),
                ],
                sent: false,
                said: &[(Slot::Composer, Lack::Missing)],
            },
            Case {
                what: "what is found as the composer cannot be written in, and the agent types elsewhere",
                looks: vec![
                    ("composer 1/0 messages 0/0", Around { typed_elsewhere: true, ..AT }),
                    (
                        "composer 1/0 messages 0/0",
                        Around { now: 5_000, typed_elsewhere: true, ..AT },
                    ),
                ],
                sent: false,
                said: &[(Slot::Composer, Lack::Unread)],
            },
            Case {
                what: "an editor that is closed until a conversation is chosen",
                looks: vec![
                    ("composer 1/0 messages 0/0 rows 12/12", AT),
                    ("composer 1/0 messages 0/0 rows 12/12", Around { now: 60_000, ..AT }),
                ],
                sent: false,
                said: &[],
            },
            Case {
                what: "no button while there is nothing to send",
                looks: vec![
                    ("composer 1/1 send 0/0 messages 7/7", AT),
                    ("composer 1/1 send 0/0 messages 7/7", Around { now: 9_000, ..AT }),
                ],
                sent: false,
                said: &[],
            },
            Case {
                what: "no button beside a draft",
                looks: vec![
                    ("composer 1/1 send 0/0", Around { drafting: true, ..AT }),
                    ("composer 1/1 send 0/0", Around { now: 9_000, drafting: true, ..AT }),
                ],
                sent: false,
                said: &[(Slot::Send, Lack::Missing)],
            },
            Case {
                what: "messages of nobody knows whom",
                looks: vec![
                    ("composer 1/1 key 0/0 messages 7/7", AT),
                    ("composer 1/1 key 0/0 messages 7/7", Around { now: 9_000, ..AT }),
                ],
                sent: false,
                said: &[(Slot::Key, Lack::Missing)],
            },
            Case {
                what: "a chat with no orders, and the list on another tab",
                looks: vec![
                    ("composer 1/1 key 1/1 messages 7/7 rows 0/0 orders 0/0", k("k1", 0)),
                    ("composer 1/1 key 1/1 messages 7/7 rows 0/0 orders 0/0", k("k1", 60_000)),
                ],
                sent: false,
                said: &[],
            },
            Case {
                what: "cards without a number",
                looks: vec![
                    ("composer 1/1 orders 2/0", AT),
                    ("composer 1/1 orders 2/0", Around { now: 5_000, ..AT }),
                ],
                sent: false,
                said: &[(Slot::Orders, Lack::Unread)],
            },
            Case {
                what: "two reply boxes",
                looks: vec![("composer 2/1", AT), ("composer 2/1", Around { now: 5_000, ..AT })],
                sent: false,
                said: &[(Slot::Composer, Lack::TooMany)],
            },
        ];
        for Case { what, looks, sent, said } in cases {
            let mut health = Health::default();
            for (text, around) in &looks {
                if sent {
                    health.sent();
                }
                health.measured(counts(text), *around);
            }
            let expected: Vec<Fault> =
                said.iter().map(|(slot, lack)| Fault { slot: *slot, lack: *lack }).collect();
            assert_eq!(health.faults(), expected, "{what}");
        }
    }
}
