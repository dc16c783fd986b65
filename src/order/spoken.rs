//! A time as people say it: `周五晚上`, `两个半小时后`, `今晚8点半`, `下周一`.
//!
//! The words are simplified and in lower case. A length of time (过两天) stands
//! before a day (明天), a day and a part of it or an hour belong together.

use crate::order::when::{PartOfDay, When};
use crate::phrase::fold;

/// What a vague number (几天, 几分钟) counts as.
const SEVERAL: u32 = 5;

const HOUR: u32 = 60;
const NOON: u32 = 12 * HOUR;

/// The minutes of the day that its parts begin at, where a day is named with them.
const PARTS: &[(&[&str], u32, Option<PartOfDay>)] = &[
    (&["凌晨", "半夜"], HOUR, None),
    (
        &["下班", "放学", "下课", "下了班", "到家", "回家", "回到家", "回去", "收工"],
        18 * HOUR,
        Some(PartOfDay::AfterWork),
    ),
    (&["中午", "午休", "晏昼"], NOON, Some(PartOfDay::Noon)),
    (&["下午"], 17 * HOUR, None),
    (&["傍晚"], 18 * HOUR, None),
    (
        &["晚上", "今晚", "明晚", "听晚", "后晚", "当晚", "晚间", "夜里", "夜晚", "睡前"],
        19 * HOUR,
        Some(PartOfDay::Evening),
    ),
    (
        &["早上", "早晨", "上午", "明早", "听朝", "一早", "清早", "上班"],
        9 * HOUR,
        Some(PartOfDay::Morning),
    ),
];

const DAYS: &[(&str, u32)] = &[
    ("大后天", 3),
    ("大后日", 3),
    ("后天", 2),
    ("后日", 2),
    ("后晚", 2),
    ("明天", 1),
    ("明日", 1),
    ("明儿", 1),
    ("明早", 1),
    ("明晚", 1),
    ("听日", 1),
    ("听晚", 1),
    ("听朝", 1),
    ("今天", 0),
    ("今日", 0),
    ("今晚", 0),
    ("今儿", 0),
    ("当天", 0),
];

const SOON: &[&str] = &[
    "一会",
    "等会",
    "等下",
    "等一下",
    "等阵",
    "待会",
    "稍后",
    "稍候",
    "晚点",
    "晚一点",
    "晚些",
    "迟点",
    "迟些",
    "过会",
    "过阵",
    "回头",
    "忙完",
    "开完",
    "吃完",
    "看完",
    "洗完",
];

/// When these words say that something will be; none if they name no time.
pub(crate) fn spoken(words: &str) -> Option<When> {
    let words = fold(words);
    let words = Spoken(&words);
    if let Some(lapse) = words.lapse() {
        return Some(lapse);
    }
    let part = PARTS.iter().find(|(names, ..)| names.iter().any(|name| words.find(name).is_some()));
    let clock = words.clock();
    let minute = clock.map(|clock| {
        let early = clock < NOON && part.is_some_and(|(_, from, _)| *from >= 15 * HOUR);
        let one = clock < 5 * HOUR && part.is_some_and(|(_, from, _)| *from == NOON);
        // 晚上12点 is the end of the day.
        let midnight = clock == NOON && part.is_some_and(|(_, from, _)| *from >= 18 * HOUR);
        if early || one || midnight { clock + NOON } else { clock }
    });
    let begins = minute.or(part.map(|(_, from, _)| *from));
    let by_friday = ["这周内", "本周内", "这周之内", "本周之内"];
    if by_friday.iter().any(|it| words.find(it).is_some()) {
        return Some(When::OnWeekday(0, 4, 18 * HOUR));
    }
    if let Some((week, weekday)) = words.weekday() {
        return Some(match (week, begins) {
            (0, None) => When::Weekday(weekday),
            (week, begins) => When::OnWeekday(week, weekday, begins.unwrap_or(9 * HOUR)),
        });
    }
    if let Some(date) = words.date() {
        return Some(date);
    }
    let day = DAYS.iter().find(|(name, _)| words.find(name).is_some()).map(|(_, days)| *days);
    match (day, minute, part) {
        (Some(days), Some(minute), _) => Some(When::At(days, minute)),
        (None, Some(minute), Some(_)) => Some(When::At(0, minute)),
        (None, Some(minute), None) => Some(When::Clock(minute)),
        (Some(days), None, Some((_, _, Some(part)))) => Some(When::Part(days, *part)),
        (Some(days), None, Some((_, from, None))) => Some(When::At(days, *from)),
        (Some(0), None, None) => Some(When::Part(0, PartOfDay::Evening)),
        (Some(days), None, None) => Some(When::Part(days, PartOfDay::Morning)),
        (None, None, Some((_, _, Some(part @ (PartOfDay::AfterWork | PartOfDay::Evening))))) => {
            Some(When::Part(0, *part))
        }
        // Said in the afternoon, 中午 is tomorrow's.
        (None, None, Some((_, from, _))) => Some(When::At(0, *from)),
        (None, None, None) => {
            SOON.iter().any(|soon| words.find(soon).is_some()).then_some(When::Soon)
        }
    }
}

struct Spoken<'a>(&'a [char]);

impl Spoken<'_> {
    /// Where a word first stands.
    fn find(&self, word: &str) -> Option<usize> {
        self.all(word).next()
    }

    fn all(&self, word: &str) -> impl Iterator<Item = usize> {
        let word: Vec<char> = word.chars().collect();
        (0..self.0.len()).filter(move |at| self.0[*at..].starts_with(&word))
    }

    fn at(&self, at: usize) -> Option<char> {
        self.0.get(at).copied()
    }

    fn is(&self, at: Option<usize>, any: &str) -> bool {
        at.and_then(|at| self.at(at)).is_some_and(|c| any.contains(c))
    }

    /// A length of time from now.
    fn lapse(&self) -> Option<When> {
        let minutes = self.all("分钟").chain(self.all("分後")).find_map(|at| self.number(at));
        if let Some((_, minutes)) = minutes {
            return Some(When::Minutes(minutes));
        }
        for unit in ["小时", "钟头", "个钟"] {
            let hours = self.all(unit).find_map(|at| self.hours(at));
            if let Some(minutes) = hours {
                let whole = minutes % HOUR == 0;
                return Some(if whole {
                    When::Hours(minutes / HOUR)
                } else {
                    When::Minutes(minutes)
                });
            }
        }
        if let Some((_, quarters)) = self.all("刻钟").find_map(|at| self.number(at)) {
            return Some(When::Minutes(quarters * 15));
        }
        let lapse = |start: usize, end: usize| {
            let before = start.checked_sub(1);
            self.is(before, "过等再")
                || self.is(Some(end), "后内以之再左")
                || self.find("工作日").is_some()
        };
        for (unit, days) in [
            ("天", 1),
            ("日", 1),
            ("个工作日", 1),
            ("周", 7),
            ("星期", 7),
            ("个星期", 7),
            ("礼拜", 7),
            ("个礼拜", 7),
            ("个月", 30),
        ] {
            let count = self.all(unit).find_map(|at| {
                let (start, count) = self.number(at)?;
                lapse(start, at + unit.chars().count()).then_some(count)
            });
            if let Some(count) = count {
                return Some(When::Days(count.saturating_mul(days)));
            }
        }
        None
    }

    /// The minutes of `两个半小时`, whose last word stands here.
    fn hours(&self, at: usize) -> Option<u32> {
        let back = |at: usize, c: char| match at.checked_sub(1) {
            Some(before) if self.at(before) == Some(c) => before,
            _ => at,
        };
        let unit = back(at, '个');
        let half = back(unit, '半');
        let count = self.number(back(half, '个')).map_or(0, |(_, count)| count);
        let minutes = count.saturating_mul(HOUR) + if half < unit { HOUR / 2 } else { 0 };
        (minutes > 0).then_some(minutes)
    }

    /// The number that ends here, and where it begins.
    fn number(&self, end: usize) -> Option<(usize, u32)> {
        let end = match end.checked_sub(1).and_then(|before| self.at(before)) {
            Some('来' | '多') => end - 1,
            _ => end,
        };
        let digits = self.0[..end].iter().rev().take_while(|c| is_digit(**c)).count();
        let number = self.0.get(end - digits..end).filter(|digits| !digits.is_empty())?;
        Some((end - digits, value(number)))
    }

    /// The minute that a clock shows: `8点半`, `3点10分`, `20:30`.
    fn clock(&self) -> Option<u32> {
        let hour = |at: usize| {
            let (start, hour) = self.number(at)?;
            let vague = hour == 1 && !self.is(start.checked_sub(1), "午上晨天日晚1234567890");
            let several = self.0[start..at].contains(&'几');
            (hour <= 24 && !vague && !several).then_some(hour * HOUR)
        };
        let signs = ["点", "時", ":", "："];
        let (at, hour) =
            signs.iter().flat_map(|sign| self.all(sign)).find_map(|at| Some((at, hour(at)?)))?;
        if self.at(at + 1) == Some('半') {
            return Some(hour + HOUR / 2);
        }
        let part = |c: &&char| c.is_ascii_digit() || "一二三四五十".contains(**c);
        let digits = self.0[at + 1..].iter().take_while(part).count();
        let minutes = (digits > 0).then(|| value(&self.0[at + 1..at + 1 + digits]));
        Some(hour + minutes.filter(|minutes| *minutes < HOUR).unwrap_or(0))
    }

    /// A day of the week, from Monday as 0, and how many weeks from this one it is;
    /// in week 0, it is the next such day. 下周 alone begins on Monday.
    fn weekday(&self) -> Option<(u32, u32)> {
        let names = ["周", "星期", "礼拜"];
        let places =
            names.iter().flat_map(|name| self.all(name).map(move |at| (at, name.chars().count())));
        let mut found = places.filter_map(|(at, length)| {
            let weekday = match self.at(at + length)? {
                '一' | '1' => 0,
                '二' | '2' => 1,
                '三' | '3' => 2,
                '四' | '4' => 3,
                '五' | '5' => 4,
                '六' | '6' | '末' => 5,
                '日' | '天' | '7' => 6,
                _ => return None,
            };
            Some((self.weeks_before(at), weekday))
        });
        let named = found.next();
        named.or_else(|| {
            let weeks =
                names.iter().flat_map(|name| self.all(name)).map(|at| self.weeks_before(at));
            weeks.max().filter(|weeks| *weeks > 0).map(|weeks| (weeks, 0))
        })
    }

    /// How many 下 stand before the week that is named here.
    fn weeks_before(&self, at: usize) -> u32 {
        let before = at.checked_sub(1);
        let before = if self.is(before, "个") { at.checked_sub(2) } else { before };
        let weeks = [before, before.and_then(|before| before.checked_sub(1))];
        let weeks = weeks.iter().take_while(|place| self.is(**place, "下")).count();
        u32::try_from(weeks).unwrap_or(0)
    }

    /// A day by its number, in this month or another: `10号`, `11月10日`, `11/10`, `月底`.
    fn date(&self) -> Option<When> {
        let day = |at: usize| Some(self.number(at)?.1).filter(|day| (1..=31).contains(day));
        let month = |at: usize| Some(self.number(at)?.1).filter(|month| (1..=12).contains(month));
        let digits = |at: usize| self.0[at..].iter().take_while(|c| is_digit(**c)).count();
        for sign in ["月", "/"] {
            for at in self.all(sign) {
                let end = at + 1 + self.0.get(at + 1..).map_or(0, |_| digits(at + 1));
                if let (Some(month), Some(day)) = (month(at), day(end)) {
                    return Some(When::Date(month, day));
                }
            }
        }
        let named = |names: &[&str]| names.iter().any(|name| self.find(name).is_some());
        let numbered = self.all("号").chain(self.all("日")).find_map(day);
        let numbered = numbered.or_else(|| named(&["月底"]).then_some(28));
        if named(&["下个月", "下月"]) {
            return Some(When::NextMonth(numbered.unwrap_or(1)));
        }
        let end_of_year = || named(&["年底"]).then_some(When::Date(12, 28));
        numbered.map(When::DayOfMonth).or_else(end_of_year)
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十两几".contains(c)
}

/// What digits, in figures or in Chinese, amount to.
fn value(digits: &[char]) -> u32 {
    let (mut number, mut last) = (0_u32, 0_u32);
    for &c in digits {
        match c {
            '0'..='9' => {
                last = last.saturating_mul(10).saturating_add(u32::from(c) - u32::from('0'))
            }
            '十' => {
                number = number.saturating_add(last.max(1).saturating_mul(10));
                last = 0;
            }
            '两' => last = 2,
            '几' => last = SEVERAL,
            _ => {
                let place = "一二三四五六七八九".chars().position(|it| it == c);
                last = place.map_or(last, |place| place as u32 + 1);
            }
        }
    }
    number.saturating_add(last).min(10_000)
}
