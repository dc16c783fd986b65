//! The plan of unpaid orders: one row for every reason, and what holds at midnight,
//! when clocks jump, for orders that were seen twice, and for any orders at all.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fmt::Write as _;

use deti::order::{
    Amount, Buyer, Buyers, Cause, Decision, Facts, Heard, History, Known, Mark, Meaning, Order,
    PartOfDay, Past, Planned, Reason, Sent, Setting, Settings, Status, When, follow_up, minutes,
    parse, plan, read_moment,
};
use deti::zone::{MINUTE, Zone};
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn beijing() -> Zone {
    Zone::fixed(480)
}

/// A moment by the clock in Beijing.
fn at(text: &str) -> u64 {
    read_moment(text, 0, &beijing()).unwrap()
}

fn limits() -> Settings {
    let text = include_str!("../packs/reminders/limits.toml");
    let (pack, problems) = parse("limits.toml", text);
    assert_eq!(problems, []);
    Settings::from(pack.limits)
}

fn with(name: &str, value: &str) -> Settings {
    let mut settings = limits();
    let (platform, name, value) = (String::new(), name.to_owned(), value.to_owned());
    settings.give(Setting { platform, name, value }).unwrap();
    settings
}

/// One order of a buyer, and what is known about both.
#[derive(Clone, Debug)]
struct Story {
    order: Order,
    past: Past,
    facts: Facts,
    settings: Settings,
    zone: Zone,
    now: u64,
}

/// An order of six in the morning that closes the next day; it is noon.
fn story() -> Story {
    Story {
        order: Order {
            number: "1001".to_owned(),
            platform: "taobao".to_owned(),
            buyer: Buyer { key: "k".to_owned(), name: "林**".to_owned() },
            status: Status::Unpaid,
            amount: Amount::read("¥66.00"),
            created: Some(at("2026-11-06 06:00")),
            closes: Some(at("2026-11-07 06:00")),
            seen: at("2026-11-06 12:00"),
            ..Order::default()
        },
        past: Past::default(),
        facts: Facts::default(),
        settings: limits(),
        zone: beijing(),
        now: at("2026-11-06 12:00"),
    }
}

impl Story {
    fn planned(&self) -> Planned {
        let id = self.order.buyer.id(&self.order.platform).unwrap();
        let buyers = Buyers::from([(id, self.facts.clone())]);
        let history = History::from([(self.order.number.clone(), self.past.clone())]);
        let orders = [self.order.clone()];
        let known = Known {
            orders: &orders,
            buyers: &buyers,
            history: &history,
            settings: &self.settings,
            zone: &self.zone,
        };
        plan(known, self.now).remove(0)
    }

    fn sent(mut self, moments: &[&str]) -> Self {
        let sent = |text: &&str| Sent { at: at(text), reminder: String::new() };
        self.past.sent = moments.iter().map(sent).collect();
        self
    }

    fn heard(mut self, meaning: Meaning, said: &str, words: &str, when: Option<When>) -> Self {
        self.facts.heard.push(Heard { meaning, at: at(said), when, words: words.to_owned() });
        self
    }

    fn line(&self) -> String {
        said(&self.planned(), &self.zone)
    }
}

fn clock(moment: u64, zone: &Zone) -> String {
    let minute = zone.minute(moment);
    format!("{} {:02}:{:02}", &zone.day(moment).to_string()[5..], minute / 60, minute % 60)
}

fn said(planned: &Planned, zone: &Zone) -> String {
    let decision = match planned.decision {
        Decision::Remind => "remind".to_owned(),
        Decision::Wait { until: Some(until) } => format!("wait until {}", clock(until, zone)),
        Decision::Wait { until: None } => "wait".to_owned(),
        Decision::Never => "never".to_owned(),
    };
    let slugs: Vec<&str> = planned.reasons.iter().map(Reason::slug).collect();
    format!("{decision}: {}", slugs.join(" "))
}

fn table(rows: Vec<(&str, Story)>, expected: Expect) {
    let mut table = String::new();
    for (name, story) in rows {
        writeln!(table, "{name} -> {}", story.line()).unwrap();
    }
    expected.assert_eq(&table);
}

fn changed(change: impl FnOnce(&mut Story)) -> Story {
    let mut story = story();
    change(&mut story);
    story
}

#[test]
fn one_row_for_every_reason_never_to_remind() {
    let status = |status| changed(|it| it.order.status = status);
    table(
        vec![
            ("paid", status(Status::Paid)),
            ("closed", status(Status::Closed)),
            ("a refund is under way", status(Status::Refunding)),
            ("the status is not understood", status(Status::Unknown)),
            ("its time has passed", changed(|it| it.order.closes = Some(it.now))),
            ("the agent saw it paid", changed(|it| it.past.mark = Some(Mark::Paid))),
            ("the agent says declined", changed(|it| it.past.mark = Some(Mark::Declined))),
            ("not to be disturbed", changed(|it| it.facts.left_alone = true)),
            ("declined", story().heard(Meaning::Declined, "2026-11-06 10:00", "不要了", None)),
            (
                "declined, then wanted after all",
                story().heard(Meaning::Declined, "2026-11-06 10:00", "不要了", None).heard(
                    Meaning::Wants,
                    "2026-11-06 11:00",
                    "还是要",
                    None,
                ),
            ),
            (
                "declined before this order was placed",
                story().heard(Meaning::Declined, "2026-11-05 10:00", "不要了", None),
            ),
            (
                "declined, but the agent knows better",
                changed(|it| it.past.mark = Some(Mark::Open)).heard(
                    Meaning::Declined,
                    "2026-11-06 10:00",
                    "不要了",
                    None,
                ),
            ),
            ("complained", story().heard(Meaning::Complaint, "2026-11-05 10:00", "投诉", None)),
            (
                "complained, and it is settled",
                story().heard(Meaning::Complaint, "2026-11-05 10:00", "投诉", None).heard(
                    Meaning::Settled,
                    "2026-11-05 15:00",
                    "解决了",
                    None,
                ),
            ),
            (
                "complained eight days ago",
                story().heard(Meaning::Complaint, "2026-10-29 10:00", "投诉", None),
            ),
            ("too small", changed(|it| it.settings = with("amount_least", "10000"))),
            ("too large", changed(|it| it.settings = with("amount_most", "1000"))),
            (
                "three reminders in all",
                story().sent(&["2026-11-05 10:00", "2026-11-05 15:00", "2026-11-06 09:00"]),
            ),
            (
                "it closes before the next may be sent",
                changed(|it| it.order.closes = Some(at("2026-11-06 13:00")))
                    .sent(&["2026-11-06 11:00"]),
            ),
        ],
        expect![[r#"
            paid -> never: paid
            closed -> never: closed
            a refund is under way -> never: refund-open
            the status is not understood -> never: unknown-status
            its time has passed -> never: expired
            the agent saw it paid -> never: paid
            the agent says declined -> never: declined
            not to be disturbed -> never: left-alone
            declined -> never: declined
            declined, then wanted after all -> remind: due
            declined before this order was placed -> remind: due
            declined, but the agent knows better -> remind: due
            complained -> never: complaint-open
            complained, and it is settled -> remind: due
            complained eight days ago -> remind: due
            too small -> never: amount
            too large -> never: amount
            three reminders in all -> never: ceiling-total
            it closes before the next may be sent -> never: closes-first recent-reminder
        "#]],
    );
}

#[test]
fn one_row_for_every_reason_to_wait() {
    let later = |when| story().heard(Meaning::Later, "2026-11-06 11:30", "…", Some(when));
    table(
        vec![
            ("ten minutes old", changed(|it| it.order.created = Some(it.now - 10 * MINUTE))),
            (
                "17 minutes old, of a buyer who has bought before",
                changed(|it| {
                    it.order.created = Some(it.now - 17 * MINUTE);
                    it.facts.returning = true;
                }),
            ),
            (
                "12 minutes old, on a promotion day",
                changed(|it| {
                    it.order.created = Some(it.now - 12 * MINUTE);
                    it.settings = with("promotion_days", "2026-11-06 2026-11-11");
                }),
            ),
            (
                "nobody knows when it was placed; first seen ten minutes ago",
                changed(|it| {
                    it.order.created = None;
                    it.past.first_seen = it.now - 10 * MINUTE;
                }),
            ),
            ("reminded two hours ago", story().sent(&["2026-11-06 10:00"])),
            ("reminded three hours ago", story().sent(&["2026-11-06 09:00"])),
            (
                "reminded yesterday and this morning",
                story().sent(&["2026-11-05 10:00", "2026-11-06 08:30"]),
            ),
            (
                "the same, 90 minutes before it closes",
                changed(|it| it.order.closes = Some(it.now + 90 * MINUTE))
                    .sent(&["2026-11-05 10:00", "2026-11-06 08:30"]),
            ),
            (
                "the same, and nobody knows when it closes",
                changed(|it| it.order.closes = None)
                    .sent(&["2026-11-05 10:00", "2026-11-06 08:30"]),
            ),
            (
                "twice today",
                changed(|it| it.now = at("2026-11-06 15:00"))
                    .sent(&["2026-11-06 08:30", "2026-11-06 11:30"]),
            ),
            ("a message ten minutes ago", changed(|it| it.facts.contact = it.now - 10 * MINUTE)),
            (
                "a message this morning, where that is enough for a day",
                changed(|it| {
                    it.facts.contact = at("2026-11-06 08:00");
                    it.settings = with("contact_today", "true");
                }),
            ),
            ("in 20 minutes", later(When::Minutes(20))),
            ("in three hours", later(When::Hours(3))),
            ("after work", later(When::Part(0, PartOfDay::AfterWork))),
            ("tonight", later(When::Part(0, PartOfDay::Evening))),
            ("tomorrow, when it is closed", later(When::Part(1, PartOfDay::Morning))),
            ("at three", later(When::Hour(3))),
            ("in a while", later(When::Soon)),
            ("thinks about it", later(When::Thinking)),
            ("some time", later(When::Unnamed)),
            (
                "the agent says not before 16:00",
                changed(|it| it.past.mark = Some(Mark::Later(at("2026-11-06 16:00")))),
            ),
            ("two were not read", changed(|it| it.facts.unread = 2)),
            ("the day's limit of all", changed(|it| it.settings = with("day", "0"))),
            ("half past ten at night", changed(|it| it.now = at("2026-11-06 22:30"))),
            ("a minute to eight in the morning", changed(|it| it.now = at("2026-11-06 07:59"))),
            ("eight in the morning", changed(|it| it.now = at("2026-11-06 08:00"))),
            (
                "19:30, reminded at 19:20: three hours later it is night",
                changed(|it| it.now = at("2026-11-06 19:30")).sent(&["2026-11-06 19:20"]),
            ),
        ],
        expect![[r#"
            ten minutes old -> wait until 11-06 12:10: too-early
            17 minutes old, of a buyer who has bought before -> remind: due
            12 minutes old, on a promotion day -> remind: due
            nobody knows when it was placed; first seen ten minutes ago -> wait until 11-06 12:10: too-early first-seen
            reminded two hours ago -> wait until 11-06 13:00: recent-reminder
            reminded three hours ago -> remind: due
            reminded yesterday and this morning -> never: closes-first not-last
            the same, 90 minutes before it closes -> remind: due
            the same, and nobody knows when it closes -> wait: not-last
            twice today -> never: closes-first not-last ceiling-day ceiling-buyer
            a message ten minutes ago -> wait until 11-06 12:20: recent-contact
            a message this morning, where that is enough for a day -> never: closes-first contact-today
            in 20 minutes -> remind: due
            in three hours -> wait until 11-06 14:30: said-later
            after work -> wait until 11-06 18:00: said-later
            tonight -> wait until 11-06 19:00: said-later
            tomorrow, when it is closed -> never: closes-first said-later
            at three -> wait until 11-06 15:00: said-later
            in a while -> wait until 11-06 12:30: said-later
            thinks about it -> wait until 11-06 15:30: said-later
            some time -> wait: said-later
            the agent says not before 16:00 -> wait until 11-06 16:00: said-later
            two were not read -> wait: unread
            the day's limit of all -> never: closes-first ceiling-all
            half past ten at night -> never: closes-first quiet-hours
            a minute to eight in the morning -> wait until 11-06 08:00: quiet-hours
            eight in the morning -> remind: due unusual-hours
            19:30, reminded at 19:20: three hours later it is night -> never: closes-first recent-reminder
        "#]],
    );
}

#[test]
fn what_is_said_beside_a_decision() {
    table(
        vec![
            ("due", story()),
            ("late in the evening", changed(|it| it.now = at("2026-11-06 21:45"))),
            (
                "the platform would not credit it yet",
                changed(|it| {
                    it.settings = with("credited", "60");
                    it.order.created = Some(it.now - 30 * MINUTE);
                }),
            ),
            (
                "the closing time is the shop's own",
                changed(|it| {
                    it.order.closes = None;
                    it.settings = with("closes", "1440");
                }),
            ),
            (
                "the shop's own closing time has passed",
                changed(|it| {
                    it.order.closes = None;
                    it.settings = with("closes", "60");
                }),
            ),
        ],
        expect![[r#"
            due -> remind: due
            late in the evening -> remind: due unusual-hours
            the platform would not credit it yet -> remind: due not-credited
            the closing time is the shop's own -> remind: due unverified
            the shop's own closing time has passed -> never: expired unverified
        "#]],
    );
}

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
        2026-11-06 21:59: wait until 11-07 08:00: not-last ceiling-day ceiling-buyer recent-reminder
        2026-11-07 00:00: wait until 11-07 08:00: quiet-hours not-last
        2026-11-07 08:00: remind: due unusual-hours
    "#]]
    .assert_eq(&lines);
}

fn orders(list: &[Order], history: &History, now: u64) -> Vec<String> {
    let (buyers, settings, zone) = (Buyers::new(), limits(), beijing());
    let known = Known { orders: list, buyers: &buyers, history, settings: &settings, zone: &zone };
    plan(known, now).iter().map(|planned| said(planned, &zone)).collect()
}

fn order(number: &str, key: &str, status: Status, amount: &str, closes: &str) -> Order {
    Order {
        number: number.to_owned(),
        buyer: Buyer { key: key.to_owned(), name: String::new() },
        status,
        amount: Amount::read(amount),
        closes: Some(at(closes)),
        ..story().order
    }
}

#[test]
fn of_an_order_that_was_seen_twice_the_later_sight_counts() {
    let now = at("2026-11-06 12:00");
    let unpaid = order("1", "k", Status::Unpaid, "¥5", "2026-11-07 06:00");
    let paid = Order { status: Status::Paid, ..unpaid.clone() };
    let seen = |order: &Order, seen: u64| Order { seen, ..order.clone() };
    let none = History::new();
    for (first, second, expected) in [
        (seen(&unpaid, 1), seen(&paid, 2), ["never: duplicate", "never: paid"]),
        (seen(&paid, 1), seen(&unpaid, 2), ["never: duplicate", "remind: due"]),
        (seen(&unpaid, 2), seen(&paid, 1), ["remind: due", "never: duplicate"]),
        (seen(&unpaid, 1), seen(&paid, 1), ["never: duplicate", "never: paid"]),
    ] {
        assert_eq!(orders(&[first, second], &none, now), expected);
    }
}

#[test]
fn a_buyer_is_reminded_once_for_all_orders() {
    let now = at("2026-11-06 12:00");
    let list = [
        order("late", "k", Status::Unpaid, "¥500", "2026-11-07 06:00"),
        order("soon", "k", Status::Unpaid, "¥5", "2026-11-06 18:00"),
        order("soon too", "k", Status::Unpaid, "¥50", "2026-11-06 18:00"),
        order("paid", "k", Status::Paid, "¥5", "2026-11-06 18:00"),
        order("another's", "m", Status::Unpaid, "¥5", "2026-11-06 18:00"),
    ];
    let none = History::new();
    expect![[r#"
        wait: same-buyer
        wait: same-buyer
        remind: due several
        never: paid
        remind: due"#]]
    .assert_eq(&orders(&list, &none, now).join("\n"));
    // Another order's reminder was an hour ago, and one of the orders is refunded.
    let sent = vec![Sent { at: at("2026-11-06 11:00"), reminder: String::new() }];
    let history = History::from([("late".to_owned(), Past { sent, ..Past::default() })]);
    expect![[r#"
        wait until 11-06 14:00: recent-reminder
        wait until 11-06 14:00: recent-reminder"#]]
    .assert_eq(&orders(&list[..2], &history, now).join("\n"));
    let refund = order("back", "k", Status::Refunding, "¥5", "2026-11-06 18:00");
    expect![[r#"
        never: refund-open
        never: refund-open"#]]
    .assert_eq(&orders(&[list[0].clone(), refund], &none, now).join("\n"));
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
        writeln!(lines, "{name} -> {}", said(&planned, &zone)).unwrap();
    }
    expect![[r#"
        two hours ago -> remind: due
        half an hour ago -> wait until 11-06 11:00: too-early
        ordered meanwhile -> never: ordered
        waits for an answer -> wait: unanswered
        not to be disturbed -> never: left-alone
        four days ago -> never: too-old
        at night -> wait until 11-07 08:00: quiet-hours
        followed up this morning -> wait until 11-07 11:00: recent-reminder ceiling-day
        followed up twice -> never: ceiling-total
    "#]]
    .assert_eq(&lines);
}

fn any_story() -> impl Strategy<Value = Story> {
    let age = 0..4000_u64;
    let sent = proptest::collection::vec(0..4000_u64, 0..4);
    let flags = (any::<bool>(), any::<bool>(), 0..3_u32, 0..5000_u64);
    (age.clone(), proptest::option::of(0..4000_u64), sent, flags, 0..1440_u64).prop_map(
        |(age, closes, sent, (returning, created, unread, contact), minute)| {
            let mut story = story();
            story.now = at("2026-11-06 00:00") + minute * MINUTE;
            let ago = |minutes: u64| story.now - minutes * MINUTE;
            story.order.created = created.then(|| ago(age));
            story.past.first_seen = ago(age / 2);
            story.order.closes = closes.map(|minutes| story.now + minutes * MINUTE);
            let mut moments: Vec<u64> = sent.into_iter().map(ago).collect();
            moments.sort_unstable();
            let sent = |at| Sent { at, reminder: String::new() };
            story.past.sent = moments.into_iter().map(sent).collect();
            story.facts.returning = returning;
            story.facts.unread = unread;
            story.facts.contact = ago(contact);
            story
        },
    )
}

proptest! {
    /// A wait ends: at its moment nothing that was waited for holds any longer, and
    /// a minute before it something does.
    #[test]
    fn what_waits_is_due_when_its_wait_ends(story in any_story()) {
        let planned = story.planned();
        prop_assert!(!planned.reasons.is_empty());
        if let Decision::Wait { until: Some(until) } = planned.decision {
            prop_assert!(until > story.now);
            let then = Story { now: until, ..story.clone() };
            prop_assert_eq!(then.planned().decision, Decision::Remind, "{}", then.line());
            let before = Story { now: (until - MINUTE).max(story.now), ..story };
            prop_assert_ne!(before.planned().decision, Decision::Remind);
        }
    }

    /// Nobody is reminded at night, after the closing time, or more often than the
    /// ceilings say.
    #[test]
    fn no_reminder_is_due_beyond_the_limits(story in any_story()) {
        if story.planned().decision == Decision::Remind {
            let limits = story.settings.of("taobao");
            prop_assert!(!limits.quiet.holds(story.zone.minute(story.now)));
            prop_assert!(story.order.closes.is_none_or(|closes| closes > story.now));
            let today = story.zone.day(story.now);
            let sent = &story.past.sent;
            let of_today = sent.iter().filter(|sent| story.zone.day(sent.at) == today).count();
            prop_assert!(sent.len() < 3 && of_today < 2);
        }
    }
}
