//! How an order and a buyer are written as records, and how they are read again.
//!
//! What a buyer said is kept as what it means: the words of a chat are not stored.

use crate::order::amount::Amount;
use crate::order::book::kept::{BUYER_FORMAT, ORDER_FORMAT};
use crate::order::heard::{Cause, Heard, Meaning};
use crate::order::past::{Buyer, Facts, Mark, Past, Sent};
use crate::order::source::{Source, Sources};
use crate::order::{Order, PartOfDay, Status, When};
use crate::record::Value;

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

pub(super) fn order_record(order: &Order, past: &Past) -> Value {
    let sent = past
        .sent
        .iter()
        .map(|sent| entries(vec![("at", sent.at.into()), ("reminder", text(&sent.reminder))]));
    let (mark, later) = match past.mark {
        None => ("", None),
        Some(Mark::Declined) => ("declined", None),
        Some(Mark::Paid) => ("paid", None),
        Some(Mark::Open(since)) => ("open", Some(since)),
        Some(Mark::Later(until)) => ("later", Some(until)),
    };
    let amount = order.amount.as_ref().map_or("", |amount| amount.text.as_str());
    entries(vec![
        ("format", ORDER_FORMAT.into()),
        ("number", text(&order.number)),
        ("platform", text(&order.platform)),
        ("buyer", text(&order.buyer.name)),
        ("key", text(&order.buyer.key)),
        ("status", text(&order.status_text)),
        ("item", text(&order.item)),
        ("amount", text(amount)),
        ("created", moment(order.created)),
        ("closes", moment(order.closes)),
        ("seen", order.seen.into()),
        ("from", sources_record(order.from)),
        ("firstSeen", past.first_seen.into()),
        ("sent", Value::List(sent.collect())),
        ("unsent", Value::List(past.unsent.iter().map(|at| (*at).into()).collect())),
        ("mark", text(mark)),
        ("later", moment(later)),
        ("paid", moment(past.paid)),
        ("cause", text(past.cause.map_or("", Cause::name))),
    ])
}

fn sources_record(from: Sources) -> Value {
    let name = |source: Source| text(source.name());
    entries(vec![
        ("buyer", name(from.buyer)),
        ("card", name(from.card)),
        ("closes", name(from.closes)),
    ])
}

pub(super) fn facts_record(facts: &Facts) -> Value {
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
        ("format", BUYER_FORMAT.into()),
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

pub(super) fn read_order(number: Option<&str>, value: &Value) -> Option<Order> {
    let status_text = said(value, "status")?;
    let amount_text = said(value, "amount")?;
    Some(Order {
        number: match number {
            Some(number) => number.to_owned(),
            None => value.get("number")?.as_text()?.to_owned(),
        },
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
        from: read_sources(value.get("from"))?,
        ..Order::default()
    })
}

fn read_sources(value: Option<&Value>) -> Option<Sources> {
    let Some(value) = value else { return Some(Sources::not_kept()) };
    let source = |name: &str| Source::named(value.get(name)?.as_text()?);
    Some(Sources { buyer: source("buyer")?, card: source("card")?, closes: source("closes")? })
}

pub(super) fn read_past(value: &Value) -> Option<Past> {
    let sent = |it: &Value| Some(Sent { at: at(it, "at")??, reminder: said(it, "reminder")? });
    let mark = match said(value, "mark")?.as_str() {
        "" => None,
        "declined" => Some(Mark::Declined),
        "paid" => Some(Mark::Paid),
        "open" => Some(Mark::Open(at(value, "later")?.unwrap_or(u64::MAX))),
        "later" => Some(Mark::Later(at(value, "later")??)),
        _ => return None,
    };
    let cause = said(value, "cause")?;
    Some(Past {
        first_seen: at(value, "firstSeen")?.unwrap_or(0),
        sent: list(value, "sent")?.iter().map(sent).collect::<Option<_>>()?,
        unsent: list(value, "unsent")?.iter().map(Value::as_count).collect::<Option<_>>()?,
        mark,
        paid: at(value, "paid")?,
        cause: Cause::ALL.into_iter().find(|known| known.name() == cause),
    })
}

pub(super) fn read_facts(value: &Value) -> Option<Facts> {
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

/// More than the minutes of any day, so that a day and a minute are one number.
const CLOCK: u32 = 10_000;

/// More than the days of any month, so that a month and a day are one number.
const MONTH: u32 = 100;

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
        When::At(days, minute) => ("at", days.min(400) * CLOCK + minute.min(CLOCK - 1)),
        When::Clock(minute) => ("clock", minute),
        When::OnWeekday(week, weekday, minute) => {
            ("on-weekday", (week.min(9) * 7 + weekday % 7) * CLOCK + minute.min(CLOCK - 1))
        }
        When::Weekday(number) => ("weekday", number),
        When::DayOfMonth(number) => ("day-of-month", number),
        When::NextMonth(day) => ("next-month", day),
        When::Date(month, day) => ("date", month * MONTH + day.min(MONTH - 1)),
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
        "at" => When::At(number / CLOCK, number % CLOCK),
        "clock" => When::Clock(number),
        "on-weekday" => {
            let weekday = number / CLOCK;
            When::OnWeekday(weekday / 7, weekday % 7, number % CLOCK)
        }
        "weekday" => When::Weekday(number),
        "day-of-month" => When::DayOfMonth(number),
        "next-month" => When::NextMonth(number),
        "date" => When::Date(number / MONTH, number % MONTH),
        "unnamed" => When::Unnamed,
        _ => return None,
    })
}
