//! What buyers say about paying, and those who asked and have not ordered.

use crate::desk::view::{AskedRow, Notice};
use crate::desk::wire::{SeenMessage, SeenRow, ToPage, Who};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect};
use crate::order::{Buyer, Cause, Decision, Facts, Occasion, Reminder, follow_up, read_moment};
use crate::reply::Values;
use crate::sort;

/// So many buyers who asked are shown.
const MOST_ROWS: usize = 50;

/// What was listened to.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The messages of the conversation on screen that were listened to, by id or
    /// by words.
    pub listened: Vec<String>,
    /// The beginnings of the last messages, by what tells the buyer apart.
    previews: Vec<(String, String)>,
}

impl Desk {
    /// Listens to what is new in the conversation on screen. What was there when it
    /// was opened was said at a time that only the page may know.
    pub(super) fn listen(&mut self, other: bool) {
        if other {
            self.asked.listened.clear();
        }
        let buyer = self.buyer_on_screen();
        let fresh = !self.asked.listened.is_empty();
        let (now, site) = (self.now, self.site.clone());
        let named = |message: &SeenMessage| {
            message.id.clone().unwrap_or_else(|| format!("{:?} {}", message.who, message.text))
        };
        let known = std::mem::take(&mut self.asked.listened);
        let mut contact = 0;
        let mut asked = 0;
        let mut heard = Vec::new();
        for message in &self.conversation.messages {
            if known.contains(&named(message)) {
                continue;
            }
            let said = read_moment(&message.time, now, &self.zone).filter(|at| *at <= now);
            let at = said.unwrap_or(now);
            if fresh || said.is_some() {
                let person = matches!(message.who, Who::Buyer | Who::Agent);
                contact = if person { at.max(contact) } else { contact };
            }
            if message.who == Who::Buyer {
                asked = at.max(asked);
                heard.extend(self.stock.ear.listen(&message.text, at));
            }
        }
        self.asked.listened = self.conversation.messages.iter().map(named).collect();
        let waiting = crate::chat::open_turn(&self.conversation).is_some();
        let book = &mut self.orders.book;
        book.hear(&site, &buyer, heard, fresh);
        if contact > 0 || asked > 0 {
            book.know(&site, &buyer, |facts| {
                facts.contact = facts.contact.max(contact);
                if asked > 0 && (fresh || facts.asked == 0) {
                    facts.asked = facts.asked.max(asked);
                }
            });
        }
        if book.facts(&site, &buyer).is_some() {
            book.know(&site, &buyer, |facts| facts.waiting = waiting);
        }
    }

    /// The page says what its conversation list shows.
    pub(super) fn see_rows(&mut self, rows: &[SeenRow]) {
        let (site, now) = (self.site.clone(), self.now);
        for row in rows {
            let buyer = Buyer { key: row.key.clone(), name: row.buyer.clone() };
            let Some(id) = buyer.id(&site) else { continue };
            let at = read_moment(&row.time, now, &self.zone).filter(|at| *at <= now);
            // A row without a moment tells of a buyer only while it is known.
            let known = self.orders.book.facts(&site, &buyer).is_some();
            if at.is_some() || row.waiting == Some(true) || known {
                self.orders.book.know(&site, &buyer, |facts| {
                    facts.contact = facts.contact.max(at.unwrap_or(0));
                    if facts.asked == 0 {
                        facts.asked = at.unwrap_or(now);
                    }
                    facts.waiting = row.waiting.unwrap_or(facts.waiting);
                    facts.offline = row.online.map_or(facts.offline, |online| !online);
                });
            }
            self.asked.previews.retain(|(known, _)| *known != id);
            self.asked.previews.push((id, row.preview.clone()));
        }
        let over = self.asked.previews.len().saturating_sub(500);
        self.asked.previews.drain(..over);
    }

    /// The buyers who asked and have not ordered; those to follow up first.
    pub(super) fn asked_rows(&self) -> Vec<AskedRow> {
        let askers = self.orders.book.askers();
        let mut asked: Vec<(&str, &Facts, Decision, Vec<crate::order::Reason>)> = askers
            .into_iter()
            .filter(|(_, _, ordered)| !ordered)
            .map(|(id, facts, ordered)| {
                let limits = self.orders.limits.of(&facts.platform);
                let (decision, reasons) = follow_up(facts, ordered, limits, &self.zone, self.now);
                (id, facts, decision, reasons)
            })
            .collect();
        sort::by_key(&mut asked, |(_, facts, decision, _)| {
            let group = match decision {
                Decision::Remind => 0,
                Decision::Wait { .. } => 1,
                Decision::Never => 2,
            };
            [group, !u32::try_from(facts.asked / 1000).unwrap_or(u32::MAX), 0, 0]
        });
        let row = |(id, facts, decision, reasons): (&str, &Facts, Decision, _)| AskedRow {
            id: id.to_owned(),
            buyer: facts.buyer.name.clone(),
            preview: {
                let known = self.asked.previews.iter().find(|(known, _)| known == id);
                known.map_or_else(String::new, |(_, preview)| preview.clone())
            },
            decision,
            reasons,
            sent: facts.followed.len(),
            here: self.is_here(&facts.platform, &facts.buyer),
            words: self.follow_up_words(facts).unwrap_or_default(),
        };
        asked.into_iter().take(MOST_ROWS).map(row).collect()
    }

    /// What is said to a buyer who asked.
    fn follow_up_words(&self, facts: &Facts) -> Option<String> {
        let cause = facts.heard.iter().rev().find_map(|heard| heard.cause());
        let cause = cause.filter(|cause| *cause != Cause::Unwanted).unwrap_or_default();
        let occasion = if facts.offline { Occasion::Offline } else { Occasion::Asked };
        let tone = self.preferences.tone;
        let reminder = Reminder::choose(&self.stock.reminders, cause, occasion, tone)?;
        let filled = reminder.fill(&Values::default(), self.script());
        filled.missing.is_empty().then_some(filled.text)
    }

    /// Writes the follow-up of a buyer who asked, if it is that buyer's turn and
    /// conversation.
    pub(super) fn follow_up(&mut self, id: &str) -> Vec<Effect> {
        let Some(facts) = self.orders.book.asker(id) else {
            self.notice = Some(Notice::NothingDue);
            return Vec::new();
        };
        if !self.is_here(&facts.platform, &facts.buyer) {
            self.notice = Some(Notice::OtherBuyer(facts.buyer.name.clone()));
            return vec![Effect::Page(ToPage::Look)];
        }
        let row = self.asked_rows().into_iter().find(|row| row.id == id);
        let due = row.as_ref().is_some_and(|row| row.decision == Decision::Remind);
        let words = self.follow_up_words(facts);
        match (row, words) {
            (Some(_), Some(words)) if due => self.insert(words, Purpose::FollowUp(id.to_owned())),
            (Some(row), Some(_)) => {
                self.notice = row.reasons.into_iter().next().map(Notice::NotNow);
                Vec::new()
            }
            _ => {
                self.notice = Some(Notice::NothingDue);
                Vec::new()
            }
        }
    }

    /// A buyer who asked is left alone, or not any longer.
    pub(super) fn let_asked(&mut self, id: &str, alone: bool) {
        if let Some(facts) = self.orders.book.asker(id) {
            let (platform, buyer) = (facts.platform.clone(), facts.buyer.clone());
            self.orders.book.know(&platform, &buyer, |facts| facts.left_alone = alone);
        }
    }

    /// A message went out: whatever it reminded of is counted.
    pub(super) fn count_reminders(&mut self, sent: &str) {
        let now = self.now;
        for purpose in self.writes.reminders_in(sent) {
            match purpose {
                Purpose::Reminder { orders, reminder, counts: true } => {
                    self.orders.book.sent(&orders, &reminder, now);
                }
                Purpose::FollowUp(id) => {
                    if let Some(facts) = self.orders.book.asker(&id) {
                        let (platform, buyer) = (facts.platform.clone(), facts.buyer.clone());
                        self.orders.book.know(&platform, &buyer, |facts| {
                            facts.followed.push(now);
                        });
                    }
                }
                _ => {}
            }
        }
        let (site, buyer) = (self.site.clone(), self.buyer_on_screen());
        if self.orders.book.facts(&site, &buyer).is_some() {
            self.orders.book.know(&site, &buyer, |facts| {
                facts.contact = now;
                facts.waiting = false;
            });
        }
    }
}
