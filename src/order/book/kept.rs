//! The book's records: how each is written, and how it is read again.
//!
//! Every record has a `format`. One that cannot be read is set aside, one of a
//! later format is left alone. What a buyer said is kept as what it means: the
//! words of a chat are not stored.

use crate::order::amount::Amount;
use crate::order::book::Book;
use crate::order::heard::{Cause, Heard, Meaning, PartOfDay, When};
use crate::order::past::{Buyer, Facts, Mark, Past, Sent};
use crate::order::{Order, Status};
use crate::pack::Problem;
use crate::record::{Record, Value};
use crate::reply::Changed;

/// The keys of orders.
pub(super) const ORDER: &str = "order:";
/// The keys of buyers.
pub(super) const BUYER: &str = "buyer:";
/// The keys of records that cannot be read.
const ASIDE: &str = "aside:";

/// The format that is written now.
const FORMAT: u64 = 1;

impl Book {
    /// What has to be written or taken away since this was last asked.
    pub fn take_changed(&mut self) -> Changed {
        let mut changed = Changed::default();
        let keys = std::mem::take(&mut self.changed);
        for key in keys.into_iter().filter(|key| !self.newer.contains(key)) {
            match self.record(&key) {
                Some(record) => changed.put.push((key, record)),
                None => changed.remove.push(key),
            }
        }
        changed
    }

    /// Those records could not be written: they are still to be.
    pub fn not_kept<'a>(&mut self, keys: impl IntoIterator<Item = &'a String>) {
        let own = |key: &&String| {
            let key = key.strip_prefix(ASIDE).unwrap_or(key);
            key.starts_with(ORDER) || key.starts_with(BUYER)
        };
        self.changed.extend(keys.into_iter().filter(own).cloned());
    }

    /// Takes in records: those that were kept, or those that another tab wrote.
    /// Keys that are not the book's are passed over. What two tabs know of the
    /// same order is put together.
    pub fn merge(&mut self, records: &[Record]) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (key, value) in records {
            let Some(value) = value else { continue };
            let own = key.starts_with(ORDER) || key.starts_with(BUYER);
            if !own {
                continue;
            }
            let format = value.get("format").and_then(Value::as_count);
            if format.is_some_and(|format| format > FORMAT) {
                self.newer.insert(key.clone());
                let message = "a newer version wrote this record; it is left as it is";
                problems.push(problem(key, message));
                continue;
            }
            let read = format.filter(|format| *format == FORMAT).and_then(|_| {
                match key.strip_prefix(ORDER) {
                    Some(number) => self.take_order(number, value),
                    None => self.take_buyer(key.strip_prefix(BUYER)?, value),
                }
            });
            if read.is_none() {
                let aside = format!("{ASIDE}{key}");
                problems.push(problem(
                    key,
                    &format!("this record cannot be read; it is kept as `{aside}`"),
                ));
                self.aside.insert(aside.clone(), value.clone());
                self.changed.insert(aside);
            }
        }
        self.revision += 1;
        problems
    }

    fn record(&self, key: &str) -> Option<Value> {
        if let Some(number) = key.strip_prefix(ORDER) {
            let order = self.get(number)?;
            let past = self.past(number)?;
            // An order that was never waited for is nothing to remember.
            let idle = order.status != Status::Unpaid && *past == Past::default();
            return (!idle).then(|| order_record(order, past));
        }
        if let Some(id) = key.strip_prefix(BUYER) {
            return self.buyers.get(id).map(facts_record);
        }
        self.aside.get(key).cloned()
    }

    fn take_order(&mut self, number: &str, value: &Value) -> Option<()> {
        let (order, past) = (read_order(number, value)?, read_past(value)?);
        let newer = self.get(number).is_none_or(|known| known.seen <= order.seen);
        if newer {
            match self.places.get(number) {
                Some(&place) => self.orders[place] = order,
                None => {
                    self.places.insert(number.to_owned(), self.orders.len());
                    self.orders.push(order);
                }
            }
        }
        let known = self.history.entry(number.to_owned()).or_default();
        let whole = put_together(known, &past, newer);
        let more = whole != past;
        *known = whole;
        if more {
            self.changed.insert(format!("{ORDER}{number}"));
        }
        Some(())
    }

    fn take_buyer(&mut self, id: &str, value: &Value) -> Option<()> {
        let read = read_facts(value)?;
        let known = self.buyers.entry(id.to_owned()).or_default();
        for heard in read.heard {
            let same = |it: &Heard| {
                it.meaning == heard.meaning && it.when == heard.when && it.at == heard.at
            };
            if !known.heard.iter().any(same) {
                let after = known.heard.iter().position(|it| it.at > heard.at);
                known.heard.insert(after.unwrap_or(known.heard.len()), heard);
            }
        }
        if known.platform.is_empty() {
            (known.platform, known.buyer) = (read.platform, read.buyer);
        }
        known.asked = known.asked.max(read.asked);
        for at in read.followed {
            if !known.followed.contains(&at) {
                known.followed.push(at);
            }
        }
        known.followed.sort_unstable();
        known.contact = known.contact.max(read.contact);
        known.returning |= read.returning;
        known.left_alone = read.left_alone;
        Some(())
    }
}

/// What two tabs know of the same order's past.
fn put_together(one: &Past, other: &Past, newer: bool) -> Past {
    let mut sent = one.sent.clone();
    for it in &other.sent {
        if !sent.iter().any(|known| known.at == it.at) {
            let after = sent.iter().position(|known| known.at > it.at);
            sent.insert(after.unwrap_or(sent.len()), it.clone());
        }
    }
    let first = [one.first_seen, other.first_seen].into_iter().filter(|it| *it > 0).min();
    let (mark, cause) = if newer { (other.mark, other.cause) } else { (one.mark, one.cause) };
    Past {
        first_seen: first.unwrap_or(0),
        sent,
        mark,
        cause,
        paid: [one.paid, other.paid].into_iter().flatten().min(),
    }
}

fn problem(key: &str, message: &str) -> Problem {
    Problem { file: key.to_owned(), line: 0, message: message.to_owned() }
}

/// A record's entries, without those that say nothing.
fn entries(entries: Vec<(&str, Value)>) -> Value {
    let says = |value: &Value| match value {
        Value::Text(text) => !text.is_empty(),
        Value::List(values) => !values.is_empty(),
        Value::Bool(value) => *value,
        other => *other != Value::Null && *other != Value::Number(0.0),
    };
    let entries = entries.into_iter().filter(|(_, value)| says(value));
    Value::Map(entries.map(|(name, value)| (name.to_owned(), value)).collect())
}

fn moment(at: Option<u64>) -> Value {
    at.map_or(Value::Null, Value::from)
}

fn text(text: &str) -> Value {
    text.into()
}

fn order_record(order: &Order, past: &Past) -> Value {
    let sent = past
        .sent
        .iter()
        .map(|sent| entries(vec![("at", sent.at.into()), ("reminder", text(&sent.reminder))]));
    let (mark, later) = match past.mark {
        None => ("", None),
        Some(Mark::Declined) => ("declined", None),
        Some(Mark::Paid) => ("paid", None),
        Some(Mark::Open) => ("open", None),
        Some(Mark::Later(until)) => ("later", Some(until)),
    };
    let amount = order.amount.as_ref().map_or("", |amount| amount.text.as_str());
    entries(vec![
        ("format", FORMAT.into()),
        ("platform", text(&order.platform)),
        ("buyer", text(&order.buyer.name)),
        ("key", text(&order.buyer.key)),
        ("status", text(&order.status_text)),
        ("item", text(&order.item)),
        ("amount", text(amount)),
        ("created", moment(order.created)),
        ("closes", moment(order.closes)),
        ("seen", order.seen.into()),
        ("firstSeen", past.first_seen.into()),
        ("sent", Value::List(sent.collect())),
        ("mark", text(mark)),
        ("later", moment(later)),
        ("paid", moment(past.paid)),
        ("cause", text(past.cause.map_or("", Cause::name))),
    ])
}

fn facts_record(facts: &Facts) -> Value {
    let heard = facts.heard.iter().map(|heard| {
        let (when, number) = heard.when.map_or(("", 0), when_name);
        entries(vec![
            ("meaning", text(heard.meaning.name())),
            ("at", heard.at.into()),
            ("when", text(when)),
            ("number", u64::from(number).into()),
        ])
    });
    entries(vec![
        ("format", FORMAT.into()),
        ("platform", text(&facts.platform)),
        ("buyer", text(&facts.buyer.name)),
        ("key", text(&facts.buyer.key)),
        ("heard", Value::List(heard.collect())),
        ("asked", facts.asked.into()),
        ("followed", Value::List(facts.followed.iter().map(|at| (*at).into()).collect())),
        ("contact", facts.contact.into()),
        ("returning", Value::Bool(facts.returning)),
        ("leftAlone", Value::Bool(facts.left_alone)),
    ])
}

/// A text that may be missing.
fn said(value: &Value, name: &str) -> Option<String> {
    match value.get(name) {
        None => Some(String::new()),
        Some(text) => text.as_text().map(str::to_owned),
    }
}

/// A moment that may be missing.
fn at(value: &Value, name: &str) -> Option<Option<u64>> {
    match value.get(name) {
        None => Some(None),
        Some(number) => number.as_count().map(Some),
    }
}

fn list<'a>(value: &'a Value, name: &str) -> Option<&'a [Value]> {
    match value.get(name) {
        None => Some(&[]),
        Some(values) => values.as_list(),
    }
}

fn flag(value: &Value, name: &str) -> bool {
    value.get(name) == Some(&Value::Bool(true))
}

fn read_order(number: &str, value: &Value) -> Option<Order> {
    let status_text = said(value, "status")?;
    let amount_text = said(value, "amount")?;
    Some(Order {
        number: number.to_owned(),
        platform: said(value, "platform")?,
        buyer: Buyer { key: said(value, "key")?, name: said(value, "buyer")? },
        status: Status::of(&status_text),
        status_text,
        item: said(value, "item")?,
        amount: Amount::read(&amount_text),
        amount_text,
        created: at(value, "created")?,
        closes: at(value, "closes")?,
        seen: at(value, "seen")?.unwrap_or(0),
        ..Order::default()
    })
}

fn read_past(value: &Value) -> Option<Past> {
    let sent = |it: &Value| Some(Sent { at: at(it, "at")??, reminder: said(it, "reminder")? });
    let mark = match said(value, "mark")?.as_str() {
        "" => None,
        "declined" => Some(Mark::Declined),
        "paid" => Some(Mark::Paid),
        "open" => Some(Mark::Open),
        "later" => Some(Mark::Later(at(value, "later")??)),
        _ => return None,
    };
    let cause = said(value, "cause")?;
    Some(Past {
        first_seen: at(value, "firstSeen")?.unwrap_or(0),
        sent: list(value, "sent")?.iter().map(sent).collect::<Option<_>>()?,
        mark,
        paid: at(value, "paid")?,
        cause: Cause::ALL.into_iter().find(|known| known.name() == cause),
    })
}

fn read_facts(value: &Value) -> Option<Facts> {
    let heard = |it: &Value| {
        let meaning = said(it, "meaning")?;
        let number = at(it, "number")?.unwrap_or(0);
        let when = said(it, "when")?;
        Some(Heard {
            meaning: Meaning::ALL.into_iter().find(|known| known.name() == meaning)?,
            at: at(it, "at")?.unwrap_or(0),
            when: when_of(&when, u32::try_from(number).ok()?),
            words: String::new(),
        })
    };
    Some(Facts {
        heard: list(value, "heard")?.iter().map(heard).collect::<Option<_>>()?,
        platform: said(value, "platform")?,
        buyer: Buyer { key: said(value, "key")?, name: said(value, "buyer")? },
        asked: at(value, "asked")?.unwrap_or(0),
        followed: list(value, "followed")?.iter().map(Value::as_count).collect::<Option<_>>()?,
        contact: at(value, "contact")?.unwrap_or(0),
        returning: flag(value, "returning"),
        left_alone: flag(value, "leftAlone"),
        ..Facts::default()
    })
}

/// A time by its kind and its number.
fn when_name(when: When) -> (&'static str, u32) {
    match when {
        When::Minutes(number) => ("minutes", number),
        When::Hours(number) => ("hours", number),
        When::Days(number) => ("days", number),
        When::Soon => ("soon", 0),
        When::Thinking => ("thinking", 0),
        When::Part(days, PartOfDay::Morning) => ("morning", days),
        When::Part(days, PartOfDay::Noon) => ("noon", days),
        When::Part(days, PartOfDay::AfterWork) => ("after-work", days),
        When::Part(days, PartOfDay::Evening) => ("evening", days),
        When::Hour(number) => ("hour", number),
        When::Weekday(number) => ("weekday", number),
        When::DayOfMonth(number) => ("day-of-month", number),
        When::Unnamed => ("unnamed", 0),
    }
}

fn when_of(name: &str, number: u32) -> Option<When> {
    Some(match name {
        "minutes" => When::Minutes(number),
        "hours" => When::Hours(number),
        "days" => When::Days(number),
        "soon" => When::Soon,
        "thinking" => When::Thinking,
        "morning" => When::Part(number, PartOfDay::Morning),
        "noon" => When::Part(number, PartOfDay::Noon),
        "after-work" => When::Part(number, PartOfDay::AfterWork),
        "evening" => When::Part(number, PartOfDay::Evening),
        "hour" => When::Hour(number),
        "weekday" => When::Weekday(number),
        "day-of-month" => When::DayOfMonth(number),
        "unnamed" => When::Unnamed,
        _ => return None,
    })
}
