//! Times as they are read at a glance.

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
    use super::wait;

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
}
