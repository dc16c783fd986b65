//! Midnight, quiet hours and the two days on which a clock jumps.

use std::fmt::Write as _;

use deti::order::{Decision, Meaning, PartOfDay, When, minutes, read_moment};
use deti::zone::Zone;
use expect_test::expect;

use crate::story::{at, beijing, changed, said, story, with};

/// New York in 2026: five hours behind UTC, four from 8 March 07:00 UTC to
/// 1 November 06:00 UTC.
fn new_york() -> Zone {
    let utc = Zone::fixed(0);
    let moment = |text: &str| read_moment(text, 0, &utc).unwrap();
    let changes = vec![(moment("2026-03-08 07:00"), -240), (moment("2026-11-01 06:00"), -300)];
    Zone::new(-300, changes)
}

#[test]
fn midnight_and_quiet_hours_are_those_of_the_agents_clock() {
    let mut lines = String::new();
    for (name, zone, placed, now) in [
        ("Beijing, before midnight", beijing(), "2026-11-06 20:00", "2026-11-06 23:59"),
        ("Beijing, after midnight", beijing(), "2026-11-06 20:00", "2026-11-07 00:01"),
        ("Tokyo, the same moment", Zone::fixed(540), "2026-11-06 21:00", "2026-11-07 01:01"),
        ("spring, the night is 23 hours", new_york(), "2026-03-07 20:00", "2026-03-07 22:30"),
        ("spring, after the jump", new_york(), "2026-03-08 01:00", "2026-03-08 03:30"),
        ("autumn, the night is 25 hours", new_york(), "2026-10-31 20:00", "2026-10-31 22:30"),
        (
            "autumn, in the hour that comes twice",
            new_york(),
            "2026-10-31 20:00",
            "2026-11-01 01:30",
        ),
    ] {
        let moment = |text: &str| read_moment(text, 0, &zone).unwrap();
        let mut story = story();
        story.order.created = Some(moment(placed));
        story.order.closes = None;
        story.now = moment(now);
        story.zone = zone.clone();
        let planned = story.planned();
        let Decision::Wait { until: Some(until) } = planned.decision else { unreachable!() };
        let line = said(&planned, &zone);
        writeln!(lines, "{name}: {line}, in {} minutes", minutes(story.now, until)).unwrap();
    }
    expect![[r#"
        Beijing, before midnight: wait until 11-07 08:00: quiet-hours, in 481 minutes
        Beijing, after midnight: wait until 11-07 08:00: quiet-hours, in 479 minutes
        Tokyo, the same moment: wait until 11-07 08:00: quiet-hours, in 419 minutes
        spring, the night is 23 hours: wait until 03-08 08:00: quiet-hours, in 510 minutes
        spring, after the jump: wait until 03-08 08:00: quiet-hours, in 270 minutes
        autumn, the night is 25 hours: wait until 11-01 08:00: quiet-hours, in 630 minutes
        autumn, in the hour that comes twice: wait until 11-01 08:00: quiet-hours, in 450 minutes
    "#]]
    .assert_eq(&lines);
}

#[test]
fn a_ceiling_of_the_day_ends_at_midnight() {
    let sent = ["2026-11-06 16:30", "2026-11-06 20:30"];
    let mut lines = String::new();
    for now in ["2026-11-06 21:59", "2026-11-07 00:00", "2026-11-07 08:00"] {
        let mut story = changed(|it| it.settings = with("order_total", "9")).sent(&sent);
        story.order.closes = Some(at("2026-11-07 09:00"));
        story.now = at(now);
        writeln!(lines, "{now}: {}", story.line()).unwrap();
    }
    expect![[r#"
        2026-11-06 21:59: wait until 11-07 08:00: not-last ceiling-day ceiling-buyer recent-reminder until-morning
        2026-11-07 00:00: wait until 11-07 08:00: quiet-hours not-last
        2026-11-07 08:00: remind: due unusual-hours
    "#]]
    .assert_eq(&lines);
}

#[test]
fn a_time_that_a_buyer_names_is_meant_by_the_clock_of_that_day() {
    let mut lines = String::new();
    for (name, heard, when) in [
        ("spring, tomorrow morning", "2026-03-07 20:00", When::Part(1, PartOfDay::Morning)),
        ("spring, in twelve hours", "2026-03-07 20:00", When::Hours(12)),
        ("autumn, tomorrow morning", "2026-10-31 20:00", When::Part(1, PartOfDay::Morning)),
        ("autumn, in twelve hours", "2026-10-31 20:00", When::Hours(12)),
    ] {
        let zone = new_york();
        let moment = |text: &str| read_moment(text, 0, &zone).unwrap();
        let mut story = story();
        story.order.created = Some(moment(heard));
        story.order.closes = None;
        story.now = moment(heard);
        story.facts.heard.push(deti::order::Heard {
            meaning: Meaning::Later,
            at: moment(heard),
            when: Some(when),
            words: "…".to_owned(),
        });
        story.zone = zone.clone();
        let planned = story.planned();
        writeln!(lines, "{name}: {}", said(&planned, &zone)).unwrap();
    }
    expect![[r#"
        spring, tomorrow morning: wait until 03-08 09:00: said-later too-early
        spring, in twelve hours: wait until 03-08 09:00: said-later too-early
        autumn, tomorrow morning: wait until 11-01 09:00: said-later too-early
        autumn, in twelve hours: wait until 11-01 08:00: said-later too-early until-morning
    "#]]
    .assert_eq(&lines);
}
