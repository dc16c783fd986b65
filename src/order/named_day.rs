//! Which day words name: `昨天`, `星期五`, `上周五`, `ontem`.
//!
//! Words that name a day which is in no table here name none, rather than today.

use crate::day::Day;

/// Whether a weekday alone is the last one or the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// The last: of messages and orders.
    Past,
    /// The next: of what closes.
    ToCome,
}

/// Words for a day, by how many days it is from today. The longer ones first.
const DAYS: [(&str, i32); 36] = [
    ("大前天", -3),
    ("前天", -2),
    ("前日", -2),
    ("大后天", 3),
    ("大後天", 3),
    ("后天", 2),
    ("後天", 2),
    ("昨天", -1),
    ("昨日", -1),
    ("昨晚", -1),
    ("昨夜", -1),
    ("今天", 0),
    ("今日", 0),
    ("今早", 0),
    ("今晨", 0),
    ("今晚", 0),
    ("今夜", 0),
    ("明天", 1),
    ("明日", 1),
    ("明早", 1),
    ("明晚", 1),
    ("today", 0),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("hari ini", 0),
    ("kemarin", -1),
    ("semalam", -1),
    ("besok", 1),
    ("hôm nay", 0),
    ("hôm qua", -1),
    ("ngày mai", 1),
    ("hoje", 0),
    ("ontem", -1),
    ("amanhã", 1),
    ("วันนี้", 0),
    ("เมื่อวาน", -1),
];

/// Words for a time that is on no one day.
const VAGUE: [&str; 15] = [
    "周末",
    "週末",
    "上个月",
    "上個月",
    "上月",
    "下个月",
    "下個月",
    "下月",
    "去年",
    "明年",
    "前年",
    "月底",
    "月初",
    "节后",
    "節後",
];

/// Before a weekday, in Chinese.
const WEEK: [&str; 4] = ["星期", "礼拜", "禮拜", "周"];
const WEEKDAYS: &str = "一二三四五六日天";

/// Weekdays in English, from Monday on, by their first letters.
const ENGLISH: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The day that the words before a time of day name, as of a day and a minute of it;
/// a time alone is of today. None if the words name a day that nobody knows.
pub(super) fn named_day(
    words: &str,
    (today, now): (Day, u32),
    minute: u32,
    near: Near,
) -> Option<Day> {
    let words = words.replace('週', "周").replace("這", "这");
    if let Some((_, days)) = DAYS.iter().find(|(name, _)| words.contains(name)) {
        return Some(today.plus(*days));
    }
    if VAGUE.iter().any(|name| words.contains(name)) {
        return None;
    }
    let Some((before, weekday)) = weekday_in(&words) else { return Some(today) };
    let own = i32::try_from(today.weekday()).ok()?;
    let of_week = |weeks: i32| Some(today.plus(weekday - own + weeks * 7));
    let before = before.trim_end_matches('个').trim_end_matches('個');
    if ["上上", "下下"].iter().any(|weeks| before.ends_with(weeks)) {
        return None;
    }
    match before.chars().next_back() {
        Some('上') => return of_week(-1),
        Some('下') => return of_week(1),
        Some('这' | '本') => return of_week(0),
        _ => {}
    }
    let ahead = (weekday - own).rem_euclid(7);
    Some(match near {
        Near::Past if ahead == 0 && minute <= now => today,
        Near::Past => today.plus(ahead - 7),
        Near::ToCome if ahead == 0 && minute <= now => today.plus(7),
        Near::ToCome => today.plus(ahead),
    })
}

/// The weekday that words name, from 0 for Monday, and what stands before it.
fn weekday_in(words: &str) -> Option<(&str, i32)> {
    for name in WEEK {
        for (at, _) in words.match_indices(name) {
            let next = words[at + name.len()..].chars().next();
            if let Some(day) = next.and_then(|next| WEEKDAYS.chars().position(|c| c == next)) {
                return Some((&words[..at], i32::try_from(day.min(6)).ok()?));
            }
        }
    }
    let mut english = words.split(|c: char| !c.is_ascii_alphabetic());
    let day = english.find_map(|word| ENGLISH.iter().position(|day| is_weekday(word, day)))?;
    Some(("", i32::try_from(day).ok()?))
}

/// Whether an English word is this weekday, short or in full.
fn is_weekday(word: &str, short: &str) -> bool {
    let full = word.ends_with("day") || matches!(word, "tues" | "thur" | "thurs");
    word == short || (full && word.starts_with(short))
}
