//! What is said in the conversation on screen, and what that means for orders: what
//! the buyer wants, which orders are named, which of the reminders went out and
//! which of them nobody read.

use crate::desk::Desk;
use crate::desk::promises::Went;
use crate::desk::wire::{SeenMessage, Who};
use crate::desk::writing::Purpose;
use crate::order::{Buyer, Meaning, Sight, orders_in, read_moment};
use crate::zone::MINUTE;

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
        let mut orders = Vec::new();
        let mut own = Vec::new();
        // What turns up above what was there is older than it.
        let messages = &self.conversation.messages;
        let last = messages.iter().rposition(|message| known.contains(&named(message)));
        let sight = Sight { platform: &site, buyer: &buyer, at: now, zone: &self.zone };
        for (place, message) in messages.iter().enumerate() {
            if known.contains(&named(message)) {
                continue;
            }
            let said = read_moment(&message.time, now, &self.zone).filter(|at| *at <= now);
            let at = said.unwrap_or(now);
            if fresh || said.is_some() {
                let person = matches!(message.who, Who::Buyer | Who::Agent);
                contact = if person { at.max(contact) } else { contact };
            }
            match message.who {
                Who::Buyer => {
                    let means = self.stock.ear.listen(&message.text, at);
                    // Whoever merely thanks has asked nothing.
                    if means.iter().all(|heard| heard.meaning != Meaning::Thanks) {
                        asked = at.max(asked);
                    }
                    heard.extend(means);
                    orders.extend(orders_in(&message.text, sight));
                }
                Who::Bot | Who::System => orders.extend(orders_in(&message.text, sight)),
                Who::Agent if last.is_some_and(|last| place > last) => {
                    own.push(message.text.clone())
                }
                Who::Agent => {}
            }
        }
        self.asked.listened = self.conversation.messages.iter().map(named).collect();
        let waiting = crate::chat::open_turn(&self.conversation).is_some();
        let returning = self.conversation.returning;
        let book = &mut self.orders.book;
        book.hear(&site, &buyer, heard, fresh, now);
        if contact > 0 || asked > 0 {
            book.know(&site, &buyer, |facts| {
                facts.contact = facts.contact.max(contact);
                if asked > 0 && (fresh || facts.asked == 0) {
                    facts.asked = facts.asked.max(asked);
                }
            });
        }
        // A card knows more of an order than a chat does.
        if self.has_conversation() {
            for order in orders {
                if self.orders.book.get(&order.id()).is_none() {
                    self.orders.book.see(order);
                }
            }
        }
        // What went out past the guard is seen here first.
        for text in own {
            self.offer_promise(&text, Went::Seen);
        }
        let own = self.own_messages();
        let went = self.writes.reminders.said(&self.conversation.key, &own, other);
        self.count(went);
        let unread = self.unread_reminders(&buyer);
        if self.orders.book.facts(&site, &buyer).is_some() || returning == Some(true) {
            self.orders.book.know(&site, &buyer, |facts| {
                facts.waiting = waiting;
                facts.returning |= returning == Some(true);
                facts.unread = unread.unwrap_or(facts.unread);
            });
        }
    }

    /// How many of the last reminders the buyer has not read; none if the page does
    /// not tell, or not when its messages were written.
    fn unread_reminders(&self, buyer: &Buyer) -> Option<u32> {
        let mut own = self.conversation.messages.iter().rev().filter(|it| it.who == Who::Agent);
        own.clone().find(|message| message.read.is_some())?;
        let unread = own.by_ref().take_while(|message| message.read == Some(false));
        let moment = |message: &SeenMessage| read_moment(&message.time, self.now, &self.zone);
        let Some(first) = unread.last() else { return Some(0) };
        // A page may tell the minute only.
        let since = moment(first)?.saturating_sub(MINUTE);
        let book = &self.orders.book;
        let of_buyer = |order: &&crate::order::Order| {
            order.platform == self.site && order.buyer.id(&self.site) == buyer.id(&self.site)
        };
        let pasts = book.orders().iter().filter(of_buyer).filter_map(|it| book.past(&it.id()));
        let followed = book.facts(&self.site, buyer).map_or(&[][..], |facts| &facts.followed);
        let mut sent: Vec<u64> = Vec::new();
        // One message for several orders is noted with each of them.
        for at in pasts
            .flat_map(|past| past.sent.iter().map(|sent| sent.at))
            .chain(followed.iter().copied())
        {
            if at >= since && !sent.contains(&at) {
                sent.push(at);
            }
        }
        u32::try_from(sent.len()).ok()
    }

    /// A message went out: whatever it reminded of is counted.
    pub(super) fn count_reminders(&mut self, sent: &str) {
        let went = self.writes.reminders.sent(&self.conversation.key, sent);
        self.count(went);
        let (now, site, buyer) = (self.now, self.site.clone(), self.buyer_on_screen());
        if self.orders.book.facts(&site, &buyer).is_some() {
            self.orders.book.know(&site, &buyer, |facts| {
                facts.contact = now;
                facts.waiting = false;
            });
        }
    }

    /// Counts reminders and follow-ups that went out.
    fn count(&mut self, went: Vec<Purpose>) {
        let now = self.now;
        for purpose in went {
            match purpose {
                Purpose::Reminder { orders, reminder, counts: true, .. } => {
                    self.orders.book.sent(&orders, &reminder, now);
                }
                Purpose::FollowUp(id) => {
                    if let Some(facts) = self.orders.book.asker(&id) {
                        let (platform, buyer) = (facts.platform.clone(), facts.buyer.clone());
                        self.orders.book.know(&platform, &buyer, |facts| facts.followed.push(now));
                    }
                }
                _ => {}
            }
        }
    }
}
