//! One row for every reason.

use deti::order::{Amount, Cause, Mark, Meaning, PartOfDay, Status, When};
use deti::zone::MINUTE;
use expect_test::expect;

use crate::story::{Story, at, changed, story, table, with};

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
                changed(|it| it.past.mark = Some(Mark::Open(at("2026-11-06 11:00")))).heard(
                    Meaning::Declined,
                    "2026-11-06 10:00",
                    "不要了",
                    None,
                ),
            ),
            (
                "declined, misheard, and declined again",
                changed(|it| it.past.mark = Some(Mark::Open(at("2026-11-06 10:30"))))
                    .heard(Meaning::Declined, "2026-11-06 10:00", "不要了", None)
                    .heard(Meaning::Declined, "2026-11-06 11:00", "算了不要了", None),
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
            (
                "says that it is paid",
                story().heard(Meaning::Paid, "2026-11-06 10:00", "付了呀", None),
            ),
            (
                "said so before this order was placed",
                story().heard(Meaning::Paid, "2026-11-01 10:00", "付了呀", None),
            ),
            (
                "said so, and then that it did not work",
                story().heard(Meaning::Paid, "2026-11-06 10:00", "付了呀", None).heard(
                    Meaning::Payment,
                    "2026-11-06 10:10",
                    "付不了",
                    None,
                ),
            ),
            (
                "said so, and no longer wants it",
                story().heard(Meaning::Paid, "2026-11-06 10:00", "付了呀", None).heard(
                    Meaning::Declined,
                    "2026-11-06 10:10",
                    "不要了",
                    None,
                ),
            ),
            (
                "says so, but the agent knows better",
                changed(|it| it.past.mark = Some(Mark::Open(u64::MAX))).heard(
                    Meaning::Paid,
                    "2026-11-06 10:00",
                    "付了呀",
                    None,
                ),
            ),
            (
                "wants to give something else back",
                story().heard(Meaning::Bought, "2026-11-06 10:00", "我要退货", None),
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
            declined, misheard, and declined again -> never: declined
            complained -> never: complaint-open
            complained, and it is settled -> remind: due
            complained eight days ago -> remind: due
            says that it is paid -> wait: says-paid
            said so before this order was placed -> remind: due
            said so, and then that it did not work -> remind: due
            said so, and no longer wants it -> never: declined
            says so, but the agent knows better -> remind: due
            wants to give something else back -> remind: due
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
            reminded yesterday and this morning -> never: closes-first not-last until-morning
            the same, 90 minutes before it closes -> remind: due
            the same, and nobody knows when it closes -> wait: not-last
            twice today -> never: closes-first not-last ceiling-day ceiling-buyer until-morning
            a message ten minutes ago -> wait until 11-06 12:20: recent-contact
            a message this morning, where that is enough for a day -> never: closes-first contact-today until-morning
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
            the day's limit of all -> never: closes-first ceiling-all until-morning
            half past ten at night -> never: closes-first quiet-hours
            a minute to eight in the morning -> wait until 11-06 08:00: quiet-hours
            eight in the morning -> remind: due unusual-hours
            19:30, reminded at 19:20: three hours later it is night -> never: closes-first recent-reminder until-morning
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

/// The reasons that `deti remind` gives, each where it decides.
#[test]
fn every_reason_of_the_command_decides_somewhere() {
    let status = |status| changed(|it| it.order.status = status);
    let heard = |meaning| story().heard(meaning, "2026-11-06 10:00", "…", None);
    let twice = changed(|it| {
        it.now = at("2026-11-06 15:00");
        it.order.closes = Some(at("2026-11-07 20:00"));
        it.settings = with("last", "2000");
    });
    let rows: [(&str, Story); 14] = [
        ("paid", status(Status::Paid)),
        ("closed", status(Status::Closed)),
        ("refund-open", status(Status::Refunding)),
        ("complaint-open", heard(Meaning::Complaint)),
        ("declined", heard(Meaning::Declined)),
        ("ceiling-day", twice.sent(&["2026-11-06 08:30", "2026-11-06 11:30"])),
        (
            "ceiling-total",
            story().sent(&["2026-11-05 10:00", "2026-11-05 15:00", "2026-11-06 09:00"]),
        ),
        ("quiet-hours", changed(|it| it.now = at("2026-11-06 07:00"))),
        ("too-early", changed(|it| it.order.created = Some(it.now - MINUTE))),
        ("recent-contact", changed(|it| it.facts.contact = it.now - MINUTE)),
        (
            "said-later",
            story().heard(Meaning::Later, "2026-11-06 11:30", "…", Some(When::Hours(3))),
        ),
        ("unread", changed(|it| it.facts.unread = 2)),
        ("unknown-status", status(Status::Unknown)),
        ("due", changed(|it| it.order.amount = Amount::read("¥1.00"))),
    ];
    for (slug, story) in rows {
        assert_eq!(story.planned().reasons[0].slug(), slug, "{}", story.line());
    }
    // `duplicate` needs two of them: `of_an_order_that_was_seen_twice_the_later_sight_counts`.
}

#[test]
fn what_was_said_before_the_order_was_placed_is_not_why_it_is_unpaid() {
    let said = |at: &str| story().heard(Meaning::Declined, at, "不要了", None).planned().cause;
    assert_eq!(said("2026-11-06 05:59"), Cause::Forgot);
    assert_eq!(said("2026-11-06 06:00"), Cause::Unwanted);
}

#[test]
fn only_a_wish_or_a_named_time_takes_a_refusal_back() {
    let refused = || story().heard(Meaning::Declined, "2026-11-06 08:00", "不要了", None);
    let then = |when: When| refused().heard(Meaning::Later, "2026-11-06 08:00", "…", Some(when));
    let mut unwanted = story();
    unwanted.past.cause = Some(Cause::Unwanted);
    let mut over = story().heard(
        Meaning::Later,
        "2026-11-06 11:20",
        "晚上付",
        Some(When::Part(0, PartOfDay::Evening)),
    );
    over.past.mark = Some(Mark::Later(at("2026-11-06 11:00")));
    table(
        vec![
            ("will look around", then(When::Thinking)),
            ("some time", then(When::Unnamed)),
            ("at ten", then(When::Hours(2))),
            ("the agent says that it is not wanted", unwanted),
            ("the agent's time is over, the buyer's is not", over),
        ],
        expect![[r#"
            will look around -> never: declined
            some time -> never: declined
            at ten -> remind: due
            the agent says that it is not wanted -> never: declined
            the agent's time is over, the buyer's is not -> wait until 11-06 19:00: said-later
        "#]],
    );
}
