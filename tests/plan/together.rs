//! Orders that were seen twice, and several orders of one buyer.

use deti::order::{
    Amount, Buyer, Buyers, Facts, Heard, History, Known, Meaning, Order, Past, Sent, Status, plan,
};
use expect_test::expect;

use crate::story::{at, beijing, limits, said, story};

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
    let history = History::from([(list[0].id(), Past { sent, ..Past::default() })]);
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
fn the_same_number_on_two_platforms_is_two_orders() {
    let now = at("2026-11-06 12:00");
    let one = order("1", "k", Status::Unpaid, "¥5", "2026-11-07 06:00");
    let other = Order { platform: "jd".to_owned(), status: Status::Paid, ..one.clone() };
    let sent = vec![Sent { at: at("2026-11-06 11:00"), reminder: String::new() }];
    let history = History::from([(other.id(), Past { sent, ..Past::default() })]);
    assert_eq!(orders(&[one, other], &history, now), ["remind: due", "never: paid"]);
}

/// An order of a file: a name and no key.
fn of_file(number: &str, name: &str, status: Status) -> Order {
    let buyer = Buyer { key: String::new(), name: name.to_owned() };
    Order { buyer, ..order(number, "", status, "¥66.00", "2026-11-07 06:00") }
}

#[test]
fn a_masked_name_joins_nobody_and_a_whole_name_has_its_conversations_facts() {
    let keyed = |number: &str, key: &str, name: &str, status| {
        let mut order = order(number, key, status, "¥66.00", "2026-11-07 06:00");
        name.clone_into(&mut order.buyer.name);
        order
    };
    use Status::{Refunding, Unpaid};
    let mut told = String::new();
    for (name, orders) in [
        ("two masked", vec![of_file("1", "孔***", Unpaid), of_file("2", "孔***", Unpaid)]),
        ("two whole", vec![of_file("1", "小鹿", Unpaid), of_file("2", "小鹿", Unpaid)]),
        ("a masked refund", vec![of_file("1", "王**", Refunding), of_file("2", "王**", Unpaid)]),
        (
            "a refund in the conversation of the name",
            vec![keyed("1", "c", "陈太太", Refunding), of_file("2", "陈太太", Unpaid)],
        ),
        (
            "a masked conversation",
            vec![keyed("1", "c", "陈**", Refunding), of_file("2", "陈**", Unpaid)],
        ),
        (
            "two conversations of the name",
            vec![
                keyed("1", "c", "陈太太", Refunding),
                keyed("3", "d", "陈太太", Unpaid),
                of_file("2", "陈太太", Unpaid),
            ],
        ),
    ] {
        let (settings, zone) = (limits(), beijing());
        let (buyers, history) = (Buyers::new(), History::new());
        let known = Known {
            orders: &orders,
            buyers: &buyers,
            history: &history,
            settings: &settings,
            zone: &zone,
        };
        let planned = plan(known, at("2026-11-06 12:00"));
        let slugs: Vec<String> = planned
            .iter()
            .map(|it| it.reasons.iter().map(|reason| reason.slug()).collect::<Vec<_>>().join(" "))
            .collect();
        told.push_str(&format!("{name}: {}\n", slugs.join(" | ")));
    }
    // What was said under the name and in the conversation counts both.
    let mut buyers = Buyers::new();
    let said =
        |meaning| Heard { meaning, at: at("2026-11-06 10:00"), when: None, words: String::new() };
    let facts = |key: &str, meaning| Facts {
        platform: "taobao".to_owned(),
        buyer: Buyer { key: key.to_owned(), name: "陈太太".to_owned() },
        heard: vec![said(meaning)],
        ..Facts::default()
    };
    buyers.insert("taobao/c".to_owned(), facts("c", Meaning::Declined));
    let orders = [of_file("2", "陈太太", Unpaid)];
    for by_name in [None, Some(Meaning::Complaint)] {
        if let Some(meaning) = by_name {
            buyers.insert("taobao/陈太太".to_owned(), facts("", meaning));
        }
        let (settings, zone, history) = (limits(), beijing(), History::new());
        let known = Known {
            orders: &orders,
            buyers: &buyers,
            history: &history,
            settings: &settings,
            zone: &zone,
        };
        let planned = plan(known, at("2026-11-06 12:00"));
        let slugs: Vec<&str> = planned[0].reasons.iter().map(|it| it.slug()).collect();
        told.push_str(&format!("{by_name:?}: {}\n", slugs.join(" ")));
    }
    expect![[r#"
        two masked: due | due
        two whole: due several | same-buyer
        a masked refund: refund-open | due
        a refund in the conversation of the name: refund-open | refund-open
        a masked conversation: refund-open | due
        two conversations of the name: refund-open | due | due
        None: declined
        Some(Complaint): complaint-open declined
    "#]]
    .assert_eq(&told);
}
