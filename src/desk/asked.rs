//! Buyers who asked and have not ordered: from the conversation list, from what they
//! said, and from the agent's marks.

use crate::desk::view::{AskedRow, Notice};
use crate::desk::wire::{SeenRow, ToPage};
use crate::desk::writing::Purpose;
use crate::desk::{Desk, Effect};
use crate::order::{
    Buyer, Cause, Decision, Facts, Heard, Meaning, Occasion, Reason, Reminder, follow_up,
    read_moment,
};
use crate::reply::Values;
use crate::sort;

/// So many buyers who asked are shown.
const MOST_ROWS: usize = 50;

/// What is decided about a buyer who asked.
#[derive(Debug)]
pub(super) struct FollowUp<'a> {
    /// What tells the buyer apart.
    pub id: &'a str,
    pub facts: &'a Facts,
    pub decision: Decision,
    pub reasons: Vec<Reason>,
}

/// Whether it tells a buyer from those who only asked: that something was bought, and
/// that these were thanks. It is heard in the list of conversations as well.
fn tells_apart(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Paid | Meaning::Bought | Meaning::Thanks)
}

/// What was listened to.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The messages of the conversation on screen that were listened to, by id or
    /// by words.
    pub listened: Vec<String>,
    /// The beginnings of the last messages.
    previews: Vec<Preview>,
    /// The conversation list as the page last showed it.
    pub rows: Vec<SeenRow>,
}

/// The beginning of a conversation's last message.
#[derive(Debug)]
struct Preview {
    /// What tells the buyer apart.
    of: String,
    words: String,
    /// Whether the buyer wrote it, and merely thanks.
    nods: bool,
}

impl Desk {
    /// The page says what its conversation list shows.
    pub(super) fn see_rows(&mut self, rows: Vec<SeenRow>) {
        self.asked.rows = rows;
        self.know_rows(|_| true);
    }

    /// What the list says of the buyer on screen, who may not have been known when it
    /// was read.
    pub(super) fn know_own_row(&mut self) {
        let key = self.conversation.key.clone();
        self.know_rows(|row| row.key == key);
    }

    /// The beginning of the last message of a buyer's conversation, as far as the list
    /// has shown it.
    pub(super) fn preview_of(&self, id: &str) -> String {
        let known = self.asked.previews.iter().find(|it| it.of == id);
        known.map_or_else(String::new, |it| it.words.clone())
    }

    /// The last words of a conversation, as the page's list shows them.
    pub(super) fn last_in_list(&self, key: &str) -> Option<&str> {
        let row = self.asked.rows.iter().find(|row| !key.is_empty() && row.key == key)?;
        Some(row.preview.as_str()).filter(|preview| !preview.trim().is_empty())
    }

    fn know_rows(&mut self, wanted: impl Fn(&SeenRow) -> bool) {
        let (site, now) = (self.site.clone(), self.now);
        let rows = std::mem::take(&mut self.asked.rows);
        for row in rows.iter().filter(|row| wanted(row)) {
            let buyer = Buyer { key: row.key.clone(), name: row.buyer.clone() };
            let Some(id) = buyer.id(&site) else { continue };
            let at = read_moment(&row.time, now, &self.zone).filter(|at| *at <= now);
            let known = self.asked.previews.iter().find(|it| it.of == id);
            let known = known.filter(|it| it.words == row.preview);
            let said = at.unwrap_or(now);
            // Whoever waits for an answer wrote the last words.
            let waits = row.waiting == Some(true);
            let means = match known {
                None if waits => self.stock.ear.listen(&row.preview, said),
                _ => Vec::new(),
            };
            let thanks = |heard: &Heard| heard.meaning == Meaning::Thanks;
            let nods = known.map_or_else(|| means.iter().any(thanks), |it| it.nods);
            // A row without a moment tells of a buyer only while it is known.
            let met = self.orders.book.facts(&site, &buyer).is_some();
            if at.is_some() || waits || met {
                self.orders.book.know(&site, &buyer, |facts| {
                    facts.returning |= row.returning == Some(true);
                    facts.contact = facts.contact.max(at.unwrap_or(0));
                    let thanked = nods || (!waits && facts.heard.iter().any(thanks));
                    if facts.asked == 0 && !thanked {
                        facts.asked = said;
                    }
                    facts.waiting = row.waiting.unwrap_or(facts.waiting);
                    facts.offline = row.online.map_or(facts.offline, |online| !online);
                });
            }
            let about = means.into_iter().filter(|it| tells_apart(it.meaning)).collect();
            self.orders.book.hear(&site, &buyer, about, false, now);
            self.asked.previews.retain(|it| it.of != id);
            self.asked.previews.push(Preview { of: id, words: row.preview.clone(), nods });
        }
        let over = self.asked.previews.len().saturating_sub(500);
        self.asked.previews.drain(..over);
        self.asked.rows = rows;
    }

    /// The buyers who asked and have not ordered; those to follow up first.
    pub(super) fn follow_ups(&self) -> Vec<FollowUp<'_>> {
        let askers = self.orders.book.askers();
        let mut asked: Vec<FollowUp<'_>> = askers
            .into_iter()
            .filter(|(_, _, ordered)| !ordered)
            .map(|(id, facts, ordered)| {
                let limits = self.orders.limits.of(&facts.platform);
                let (decision, reasons) = follow_up(facts, ordered, limits, &self.zone, self.now);
                FollowUp { id, facts, decision, reasons }
            })
            .collect();
        sort::by_key(&mut asked, |it| {
            let group = match it.decision {
                Decision::Remind => 0,
                Decision::Wait { .. } => 1,
                Decision::Never => 2,
            };
            [group, !u32::try_from(it.facts.asked / 1000).unwrap_or(u32::MAX), 0, 0]
        });
        asked
    }

    /// The first of them as the panel shows them.
    pub(super) fn asked_rows(&self, asked: &[&FollowUp<'_>]) -> Vec<AskedRow> {
        let row = |FollowUp { id, facts, decision, reasons }: &&FollowUp<'_>| AskedRow {
            id: (*id).to_owned(),
            buyer: facts.buyer.name.clone(),
            preview: self.preview_of(id),
            decision: *decision,
            reasons: reasons.clone(),
            sent: facts.followed.len(),
            here: self.is_here(&facts.platform, &facts.buyer),
            words: self.follow_up_words(facts).unwrap_or_default(),
        };
        asked.iter().take(MOST_ROWS).map(row).collect()
    }

    /// What is said to a buyer who asked.
    fn follow_up_words(&self, facts: &Facts) -> Option<String> {
        let cause = facts.heard.iter().rev().find_map(|heard| heard.cause());
        // Who is not there is invited to answer, whatever the question was about.
        let apt = |cause: &Cause| *cause != Cause::Unwanted && !facts.offline;
        let cause = cause.filter(apt).unwrap_or_default();
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
            self.notice = Some(self.other_buyer(&facts.buyer, ""));
            return vec![Effect::Page(ToPage::Look)];
        }
        let known = self.follow_ups().into_iter().find(|it| it.id == id);
        let due = known.as_ref().is_some_and(|it| it.decision == Decision::Remind);
        let words = self.follow_up_words(facts);
        let reasons = known.map(|it| it.reasons);
        match (reasons, words) {
            (Some(_), Some(words)) if due => {
                self.insert_reminder(words, Purpose::FollowUp(id.to_owned()))
            }
            (Some(reasons), Some(_)) => {
                self.notice = reasons.into_iter().next().map(Notice::NotNow);
                Vec::new()
            }
            _ => {
                self.notice = Some(Notice::NothingDue);
                Vec::new()
            }
        }
    }

    /// The buyer on screen asked something, the agent says, and is to be followed up:
    /// from now on, whatever was marked before.
    pub(super) fn follow_here(&mut self) {
        let (now, site, buyer) = (self.now, self.site.clone(), self.buyer_on_screen());
        if !self.has_conversation() {
            self.notice = Some(Notice::NoBuyer);
            return;
        }
        self.orders.book.know(&site, &buyer, |facts| {
            facts.asked = now;
            facts.left_alone = false;
            facts.heard.retain(|heard| !tells_apart(heard.meaning));
        });
    }

    /// A buyer who asked is left alone, or not any longer.
    pub(super) fn let_asked(&mut self, id: &str, alone: bool) {
        if let Some(facts) = self.orders.book.asker(id) {
            let (platform, buyer) = (facts.platform.clone(), facts.buyer.clone());
            self.orders.book.know(&platform, &buyer, |facts| facts.left_alone = alone);
        }
    }
}
