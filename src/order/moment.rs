//! Moments as pages and files write them: `2026-11-06 14:50`, `昨天 23:10`,
//! `剩余 23小时10分`.
//!
//! What can be read in two ways is not read: an order without a known moment is
//! shown with the page's own words, and none is made up for it. Which half of the day
//! an hour is of, [`half`](super::half) knows; which day a word names,
//! [`named_day`](super::named_day).

use super::half::half_of;
use super::named_day::{Near, named_day};
use crate::day::Day;
use crate::text::composed;
use crate::zone::{MINUTE, Zone};

/// A number in a text and what stands behind it, up to the next number.
struct Token {
    number: u64,
    digits: usize,
    mark: String,
}

/// Reads a moment that has passed or is to come. A text without a zone of its own
/// is by the agent's clock, and one without a year is near `seen`, the moment at
/// which the text was seen. A weekday alone is the last one: that is how lists of
/// messages name it.
pub fn read_moment(text: &str, seen: u64, zone: &Zone) -> Option<u64> {
    read(text, seen, zone, Near::Past)
}

/// Reads when something ends: a moment, or how long until then. A weekday alone is
/// the next one.
pub fn read_closing(text: &str, seen: u64, zone: &Zone) -> Option<u64> {
    match countdown(text) {
        Some(length) => Some(seen.saturating_add(length)),
        // `剩余 05:12` may be hours or minutes: it is no time of day in any case.
        None if counts_down(text) => None,
        None => read(text, seen, zone, Near::ToCome),
    }
}

fn read(text: &str, seen: u64, zone: &Zone, near: Near) -> Option<u64> {
    let (head, tokens) = tokens(text);
    let time = time_of(&head, &tokens)?;
    let day = day_of(&head, time.before, (seen, time.minute), zone, near)?;
    let own = offset_of(time.last).map(Zone::fixed);
    Some(own.as_ref().unwrap_or(zone).moment(day, time.minute) + time.seconds * 1000)
}

/// A time of day in a text.
struct Time<'a> {
    /// The minute of the day.
    minute: u32,
    seconds: u64,
    /// The numbers before it.
    before: &'a [Token],
    /// Its own last number, and those behind it.
    last: &'a [Token],
}

fn tokens(text: &str) -> (String, Vec<Token>) {
    let mut head = String::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut inside = false;
    for c in composed(text).chars() {
        let c = match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '\u{202f}' | '\u{a0}' | '\u{3000}' => ' ',
            _ => c,
        };
        let digit = c.to_digit(10).map(u64::from);
        match (digit, tokens.last_mut()) {
            (Some(digit), Some(last)) if inside => {
                last.number = last.number.saturating_mul(10).saturating_add(digit);
                last.digits += 1;
            }
            (Some(digit), _) => {
                tokens.push(Token { number: digit, digits: 1, mark: String::new() });
            }
            (None, Some(last)) => last.mark.extend(c.to_lowercase()),
            (None, None) => head.extend(c.to_lowercase()),
        }
        inside = digit.is_some();
    }
    for token in &mut tokens {
        let trimmed = token.mark.trim();
        token.mark = if trimmed.is_empty() && !token.mark.is_empty() {
            " ".to_owned()
        } else {
            trimmed.to_owned()
        };
    }
    (head, tokens)
}

/// The day that the text begins with: everything before its time of day.
fn day_of(
    head: &str,
    tokens: &[Token],
    (seen, minute): (u64, u32),
    zone: &Zone,
    near: Near,
) -> Option<Day> {
    let parts = |mark: &str| matches!(mark, "-" | "/" | "." | "年" | "月");
    match tokens {
        [year, month, day]
            if year.digits == 4 && parts(&year.mark) && parts(&month.mark) && day.digits <= 2 =>
        {
            let year = i32::try_from(year.number).ok()?;
            Day::new(year, small(month)?, small(day)?)
        }
        [month, day] if month.digits <= 2 && matches!(month.mark.as_str(), "-" | "/" | "月") => {
            let today = zone.day(seen);
            let (year, ..) = today.parts();
            let near = [year - 1, year, year + 1];
            let days =
                near.into_iter().filter_map(|year| Day::new(year, small(month)?, small(day)?));
            days.min_by_key(|day| day.since(today).unsigned_abs())
        }
        [] => named_day(head, (zone.day(seen), zone.minute(seen)), minute, near),
        _ => None,
    }
}

/// The time of day in a text.
fn time_of<'a>(head: &str, tokens: &'a [Token]) -> Option<Time<'a>> {
    let colon = |mark: &str| matches!(mark, ":" | "时" | "時" | "点" | "點");
    let place = tokens.iter().position(|token| colon(&token.mark))?;
    let (before, time) = tokens.split_at(place);
    let [hour, minute, rest @ ..] = time else { return None };
    if hour.number >= 24 || hour.digits > 2 || minute.number >= 60 || minute.digits != 2 {
        return None;
    }
    let at = small(hour)? * 60 + small(minute)?;
    let (seconds, last) = match rest {
        [second, ..] if matches!(minute.mark.as_str(), ":" | "分") && second.number < 60 => {
            (second.number, rest)
        }
        _ => (0, &time[1..]),
    };
    let mark = |token: Option<&'a Token>| token.map(|token| token.mark.as_str());
    let half = half_of(mark(before.last()).unwrap_or(head), mark(last.first()).unwrap_or(""))?;
    Some(Time { minute: half.minute(at)?, seconds, before, last })
}

/// The offset behind a time: `+08:00`, or `Z`. The first token is the time's
/// last number.
fn offset_of(tokens: &[Token]) -> Option<i32> {
    let (last, rest) = tokens.split_first()?;
    // Fractions of a second stand before the zone.
    let (last, rest) = if last.mark == "." { rest.split_first()? } else { (last, rest) };
    match last.mark.as_str() {
        "z" => Some(0),
        sign @ ("+" | "-") => {
            let first = rest.first()?;
            let (hours, minutes) = match (first.digits, rest.get(1)) {
                (4, _) => (first.number / 100, first.number % 100),
                (2, Some(minutes)) if first.mark == ":" => (first.number, minutes.number),
                _ => return None,
            };
            let minutes = i32::try_from(hours * 60 + minutes).ok()?;
            Some(if sign == "-" { -minutes } else { minutes })
        }
        _ => None,
    }
}

/// How long until the end, in milliseconds.
fn countdown(text: &str) -> Option<u64> {
    let (head, tokens) = tokens(text);
    let unit = |mark: &str| {
        let starts = |names: &[&str]| names.iter().any(|name| mark.starts_with(name));
        if starts(&["天", "日", "day"]) || mark == "d" {
            Some(86_400)
        } else if starts(&["小时", "小時", "时", "時", "hour", "hr"]) || mark == "h" {
            Some(3600)
        } else if starts(&["分", "min"]) || mark == "m" {
            Some(60)
        } else if starts(&["秒", "sec"]) || mark == "s" {
            Some(1)
        } else {
            None
        }
    };
    if let [hours, minutes, seconds] = tokens.as_slice()
        && hours.mark == ":"
        && minutes.mark == ":"
        && (counts_down(text) || head.trim().is_empty())
    {
        let real = minutes.number < 60 && seconds.number < 60;
        return real.then(|| {
            let seconds = hours.number.min(10_000) * 3600 + minutes.number * 60 + seconds.number;
            seconds * 1000
        });
    }
    let mut seconds: u64 = 0;
    let mut last = u64::MAX;
    for token in &tokens {
        let unit = unit(&token.mark)?;
        // Units get smaller: `11月6日14时` is no countdown.
        if unit >= last {
            return None;
        }
        last = unit;
        seconds = seconds.saturating_add(token.number.min(1_000_000) * unit);
    }
    (last != u64::MAX).then(|| seconds.saturating_mul(1000))
}

/// Whether a text says how long until the end. Copied from a page it stands still.
pub fn is_countdown(text: &str) -> bool {
    countdown(text).is_some() || counts_down(text)
}

fn counts_down(text: &str) -> bool {
    ["剩", "还有", "還有", "倒计时", "倒計時", "left"].iter().any(|word| text.contains(word))
}

fn small(token: &Token) -> Option<u32> {
    u32::try_from(token.number).ok()
}

/// Whole minutes from one moment to a later one.
pub fn minutes(from: u64, to: u64) -> u32 {
    u32::try_from(to.saturating_sub(from) / MINUTE).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{read_closing, read_moment};
    use crate::zone::Zone;
    use proptest::prelude::*;

    /// 2026-11-06 15:00 in Beijing.
    const SEEN: u64 = 1_793_948_400_000;

    fn beijing(at: u64) -> String {
        let zone = Zone::fixed(480);
        let minute = zone.minute(at);
        let seconds = at / 1000 % 60;
        format!("{} {:02}:{:02}:{seconds:02}", zone.day(at), minute / 60, minute % 60)
    }

    #[test]
    fn moments() {
        for (text, read) in [
            ("2026-11-06 14:50", "2026-11-06 14:50:00"),
            ("2026-11-06 14:50:07", "2026-11-06 14:50:07"),
            ("2026/08/08 19:34:20 (抖音月付)", "2026-08-08 19:34:20"),
            ("下单时间：2026年11月6日 9时05分", "2026-11-06 09:05:00"),
            ("2026.11.6 9:05", "2026-11-06 09:05:00"),
            ("2026-11-06T14:50:00+08:00", "2026-11-06 14:50:00"),
            ("2026-11-06T06:50:00Z", "2026-11-06 14:50:00"),
            ("2026-11-06T06:50:00.123Z", "2026-11-06 14:50:00"),
            ("2026-11-06 01:50:00 -0500", "2026-11-06 14:50:00"),
            ("11-06 14:50", "2026-11-06 14:50:00"),
            ("12-31 23:10", "2026-12-31 23:10:00"),
            ("昨天 23:10", "2026-11-05 23:10:00"),
            ("今天 09：05", "2026-11-06 09:05:00"),
            ("14:50", "2026-11-06 14:50:00"),
            ("１４：５０", "2026-11-06 14:50:00"),
            ("2026-11-06", ""),
            ("下午2:50", "2026-11-06 14:50:00"),
            ("2026年11月6日 下午 2:50", "2026-11-06 14:50:00"),
            ("2026/11/6 上午 09:05:07", "2026-11-06 09:05:07"),
            ("2026-11-06 2:50 PM", "2026-11-06 14:50:00"),
            ("2026-11-06 12:10 AM", "2026-11-06 00:10:00"),
            ("2026-11-06 12:10:30 p.m.", "2026-11-06 12:10:30"),
            ("２０２６-11-06 ２：５０ ＰＭ", "2026-11-06 14:50:00"),
            ("昨天 晚上8:30", "2026-11-05 20:30:00"),
            ("昨晚 8:30", "2026-11-05 20:30:00"),
            ("中午12:10", "2026-11-06 12:10:00"),
            ("中午 1:10", "2026-11-06 13:10:00"),
            ("下午14:50", "2026-11-06 14:50:00"),
            ("凌晨 0:20", "2026-11-06 00:20:00"),
            ("2:50 CH", "2026-11-06 14:50:00"),
            // A Friday: the last ones, named.
            ("星期五 14:50", "2026-11-06 14:50:00"),
            ("星期五 15:10", "2026-10-30 15:10:00"),
            ("星期四 下午2:50", "2026-11-05 14:50:00"),
            ("周日 09:05", "2026-11-01 09:05:00"),
            ("礼拜一 09:05", "2026-11-02 09:05:00"),
            ("上周五 14:50", "2026-10-30 14:50:00"),
            ("Thu 14:50", "2026-11-05 14:50:00"),
            ("2026-11-06 星期五 14:50", "2026-11-06 14:50:00"),
            ("2026年11月6日（周五）14:50", "2026-11-06 14:50:00"),
            ("大前天 14:50", "2026-11-03 14:50:00"),
            ("前天 14:50", "2026-11-04 14:50:00"),
            ("Yesterday 2:50 PM", "2026-11-05 14:50:00"),
            ("Ontem 14:50", "2026-11-05 14:50:00"),
            ("Ho\u{302}m qua 14:50", "2026-11-05 14:50:00"),
            ("订单说明 14:50", "2026-11-06 14:50:00"),
            // In one way only, or not at all.
            ("上午 2:50 PM", ""),
            ("晚上12:00", ""),
            ("半夜 8:30", ""),
            ("凌晨 8:30", ""),
            ("下午 0:30", ""),
            ("上午 14:50", ""),
            ("2026-11-06 14:50 AM", ""),
            ("2:50 XM", ""),
            ("周末 14:50", ""),
            ("上个月 14:50", ""),
            ("去年 14:50", ""),
            ("3天前 14:50", ""),
            ("上月6日 14:50", ""),
            ("11/6/2026 14:50", ""),
            ("2026-13-06 14:50", ""),
            ("2026-11-06 24:50", ""),
            ("订单 240905", ""),
            ("", ""),
        ] {
            let got = read_moment(text, SEEN, &Zone::fixed(480)).map(beijing).unwrap_or_default();
            assert_eq!(got, read, "{text}");
        }
    }

    #[test]
    fn countdowns() {
        for (text, read) in [
            ("剩余 23小时10分", "2026-11-07 14:10:00"),
            ("剩餘 23 小時 10 分 5 秒", "2026-11-07 14:10:05"),
            ("1天2小时", "2026-11-07 17:00:00"),
            ("还有30分钟自动关闭", "2026-11-06 15:30:00"),
            ("剩余 01:12:08", "2026-11-06 16:12:08"),
            ("01:12:08", "2026-11-06 16:12:08"),
            ("23h 10m", "2026-11-07 14:10:00"),
            ("2026-11-08 12:00:05", "2026-11-08 12:00:05"),
            ("今晚 8:30", "2026-11-06 20:30:00"),
            ("明天 下午2:50", "2026-11-07 14:50:00"),
            ("后天 00:10", "2026-11-08 00:10:00"),
            ("周一 09:05", "2026-11-09 09:05:00"),
            ("星期五 15:10", "2026-11-06 15:10:00"),
            ("星期五 14:50", "2026-11-13 14:50:00"),
            ("下周五 14:50", "2026-11-13 14:50:00"),
            ("本周日 14:50", "2026-11-08 14:50:00"),
            ("剩余 05:12", ""),
            ("10分20小时", ""),
            ("", ""),
        ] {
            let got = read_closing(text, SEEN, &Zone::fixed(480)).map(beijing).unwrap_or_default();
            assert_eq!(got, read, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_not(text in "[0-9年月日天小时分秒:：/ +TZ剩余.下午上晚PM星期五昨-]{0,24}", seen in any::<u64>()) {
            let _ = read_closing(&text, seen, &Zone::fixed(480));
        }
    }
}
