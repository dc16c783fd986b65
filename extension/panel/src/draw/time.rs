//! Times as they are read at a glance.

use deti_web::clock;

use crate::screen::Screen;
use crate::word;

/// A length of time: `20 分钟`, `3 小时`, `1 小时 5 分`, and from two days on `3 天`.
/// What is shorter than a minute is a minute.
pub(super) fn length(screen: &Screen, minutes: u32) -> String {
    let minutes = minutes.max(1);
    let (hours, rest) = (minutes / 60, minutes % 60);
    let say = |word, number: u32| screen.say_with(word, &[&number.to_string()]);
    match (hours, rest) {
        (0, _) => say(word::LENGTH_MINUTES, rest),
        (48.., _) => say(word::LENGTH_DAYS, hours / 24),
        // Who waits for most of a day does not count its minutes.
        (_, 0) | (10.., _) => say(word::LENGTH_HOURS, hours),
        _ => screen.say_with(word::LENGTH_BOTH, &[&hours.to_string(), &rest.to_string()]),
    }
}

/// A moment on this machine's clock: `16:40`, `明天 09:00`, `11-25 09:00`.
pub(super) fn moment(screen: &Screen, at: u64, now: u64) -> String {
    let clock = clock::hour_and_minute(at);
    match clock::days_from(now, at) {
        0 => clock,
        1 => screen.say_with(word::TIME_TOMORROW, &[&clock]),
        _ => format!("{} {clock}", clock::month_and_day(at)),
    }
}

/// The minutes from now until then, those begun counted whole.
pub(super) fn minutes_until(at: u64, now: u64) -> u32 {
    u32::try_from(at.saturating_sub(now).div_ceil(60_000)).unwrap_or(u32::MAX)
}

/// How long somebody has waited: `1:42`, and with hours `1:02:05`.
pub(super) fn wait(since: u64, now: u64) -> String {
    let seconds = now.saturating_sub(since) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{minutes_until, wait};

    #[test]
    fn a_wait_is_read_at_a_glance() {
        for (since, now, read) in [
            (0, 0, "0:00"),
            (0, 999, "0:00"),
            (0, 1_000, "0:01"),
            (0, 102_000, "1:42"),
            (0, 3_599_999, "59:59"),
            (0, 3_725_000, "1:02:05"),
            // Two clocks may differ by a little; nobody has waited less than nothing.
            (5_000, 4_000, "0:00"),
        ] {
            assert_eq!(wait(since, now), read);
        }
    }

    #[test]
    fn a_minute_that_has_begun_is_still_to_come() {
        for (at, now, minutes) in [(60_000, 0, 1), (60_001, 0, 2), (1, 0, 1), (0, 5, 0)] {
            assert_eq!(minutes_until(at, now), minutes);
        }
    }
}
