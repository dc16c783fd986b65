//! Buyers who asked and did not order.

use std::fmt::Write as _;

use deti::order::{Cause, Facts, Heard, Meaning, Planned, Reason, follow_up};
use expect_test::expect;

use crate::story::{at, beijing, limits, said};

fn heard(meaning: Meaning, when: &str) -> Heard {
    Heard { meaning, at: at(when), when: None, words: String::new() }
}

#[test]
fn those_who_asked_have_limits_of_their_own() {
    let zone = beijing();
    let facts = |change: fn(&mut Facts)| {
        let mut facts = Facts { asked: at("2026-11-06 10:00"), ..Facts::default() };
        change(&mut facts);
        facts
    };
    let mut lines = String::new();
    for (name, facts, ordered, now) in [
        ("two hours ago", facts(|_| {}), false, "2026-11-06 12:00"),
        ("half an hour ago", facts(|_| {}), false, "2026-11-06 10:30"),
        ("ordered meanwhile", facts(|_| {}), true, "2026-11-06 12:00"),
        (
            "says that it is paid",
            facts(|it| it.heard = vec![heard(Meaning::Paid, "2026-11-06 09:50")]),
            false,
            "2026-11-06 12:00",
        ),
        (
            "wanted to give something back yesterday",
            facts(|it| it.heard = vec![heard(Meaning::Bought, "2026-11-05 09:50")]),
            false,
            "2026-11-06 12:00",
        ),
        (
            "spoke of a purchase four days ago",
            facts(|it| it.heard = vec![heard(Meaning::Bought, "2026-11-02 09:50")]),
            false,
            "2026-11-06 12:00",
        ),
        (
            "asked and thanked",
            facts(|it| it.heard = vec![heard(Meaning::Thanks, "2026-11-06 10:05")]),
            false,
            "2026-11-06 12:00",
        ),
        ("waits for an answer", facts(|it| it.waiting = true), false, "2026-11-06 12:00"),
        ("not to be disturbed", facts(|it| it.left_alone = true), false, "2026-11-06 12:00"),
        ("four days ago", facts(|_| {}), false, "2026-11-10 12:00"),
        ("at night", facts(|_| {}), false, "2026-11-06 23:00"),
        (
            "followed up this morning",
            facts(|it| it.followed = vec![at("2026-11-06 11:00")]),
            false,
            "2026-11-06 12:00",
        ),
        (
            "answered a minute ago",
            facts(|it| it.contact = at("2026-11-06 11:59")),
            false,
            "2026-11-06 12:00",
        ),
        (
            "answered half an hour ago",
            facts(|it| it.contact = at("2026-11-06 11:30")),
            false,
            "2026-11-06 12:00",
        ),
        (
            "followed up yesterday",
            facts(|it| it.followed = vec![at("2026-11-06 11:00")]),
            false,
            "2026-11-07 12:00",
        ),
        (
            "followed up twice",
            facts(|it| it.followed = vec![at("2026-11-06 11:00"), at("2026-11-07 11:00")]),
            false,
            "2026-11-08 12:00",
        ),
    ] {
        let settings = limits();
        let (decision, reasons) = follow_up(&facts, ordered, settings.of("taobao"), &zone, at(now));
        let planned = Planned {
            decision,
            reasons,
            cause: Cause::Forgot,
            number: 1,
            closes: None,
            others: Vec::new(),
        };
        let number = match planned.reasons[0] {
            Reason::Due { number } => format!(", number {number}"),
            _ => String::new(),
        };
        writeln!(lines, "{name} -> {}{number}", said(&planned, &zone)).unwrap();
    }
    expect![[r#"
        two hours ago -> remind: due, number 1
        half an hour ago -> wait until 11-06 11:00: too-early
        ordered meanwhile -> never: ordered
        says that it is paid -> never: says-bought
        wanted to give something back yesterday -> never: says-bought
        spoke of a purchase four days ago -> remind: due, number 1
        asked and thanked -> remind: due, number 1
        waits for an answer -> wait: unanswered
        not to be disturbed -> never: left-alone
        four days ago -> never: too-old
        at night -> wait until 11-07 08:00: quiet-hours
        followed up this morning -> wait until 11-07 11:00: recent-reminder ceiling-day
        answered a minute ago -> wait until 11-06 12:29: recent-contact
        answered half an hour ago -> remind: due, number 1
        followed up yesterday -> remind: due, number 2
        followed up twice -> never: ceiling-total
    "#]]
    .assert_eq(&lines);
}
