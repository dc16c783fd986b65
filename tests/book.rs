//! The book of orders and the promises are kept, read again, and put together with
//! what another tab knows.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use deti::order::{
    Amount, Book, Buyer, Cause, Heard, Mark, Meaning, Order, Settings, Status, When,
};
use deti::promise::{Promise, Promises};
use deti::record::{Record, Value};
use deti::zone::MINUTE;
use expect_test::expect;

const NOW: u64 = 1_793_948_400_000;

fn order() -> Order {
    Order {
        number: "1001".to_owned(),
        platform: "taobao".to_owned(),
        buyer: Buyer { key: "k".to_owned(), name: "林**".to_owned() },
        status: Status::Unpaid,
        status_text: "待付款".to_owned(),
        item: "童鞋".to_owned(),
        amount: Amount::read("¥66.00"),
        amount_text: "¥66.00".to_owned(),
        created: Some(NOW - 60 * MINUTE),
        closes: Some(NOW + 600 * MINUTE),
        seen: NOW,
        ..Order::default()
    }
}

fn book() -> Book {
    let mut book = Book::default();
    let order = order();
    book.see(order.clone());
    let heard = Heard {
        meaning: Meaning::Later,
        at: NOW,
        when: Some(When::Hours(3)),
        words: "三小时后付".to_owned(),
    };
    book.hear("taobao", &order.buyer, vec![heard], true);
    book.know("taobao", &order.buyer, |facts| {
        facts.contact = NOW;
        facts.returning = true;
        facts.asked = NOW;
        facts.followed = vec![NOW - MINUTE];
    });
    book.sent(&["1001".to_owned()], "waiting", NOW + MINUTE);
    book.mark("1001", Some(Mark::Later(NOW + 90 * MINUTE)));
    book.because("1001", Some(Cause::Payment));
    book
}

/// What is to be written, as records that come back.
fn kept(book: &mut Book) -> Vec<Record> {
    let changed = book.take_changed();
    assert_eq!(changed.remove, [""; 0]);
    changed.put.into_iter().map(|(key, value)| (key, Some(value))).collect()
}

#[test]
fn a_book_is_written_without_the_words_of_the_chat_and_read_again() {
    let mut book = book();
    let records = kept(&mut book);
    let json: Vec<String> = records
        .iter()
        .map(|(key, value)| format!("{key}: {}", serde_json::to_string(value).unwrap()))
        .collect();
    expect![[r#"
        buyer:taobao/k: {"format":1,"platform":"taobao","buyer":"林**","key":"k","heard":[{"meaning":"later","at":1793948400000,"when":"hours","number":3}],"asked":1793948400000,"followed":[1793948340000],"contact":1793948400000,"returning":true}
        order:1001: {"format":1,"platform":"taobao","buyer":"林**","key":"k","status":"待付款","item":"童鞋","amount":"¥66.00","created":1793944800000,"closes":1793984400000,"seen":1793948400000,"firstSeen":1793948400000,"sent":[{"at":1793948460000,"reminder":"waiting"}],"mark":"later","later":1793953800000,"cause":"payment"}"#]].assert_eq(&json.join("\n"));
    assert!(book.take_changed().is_empty());

    let mut again = Book::default();
    assert_eq!(again.merge(&records), []);
    assert_eq!(again.past("1001"), book.past("1001"));
    let read = again.get("1001").unwrap();
    assert_eq!(
        (&read.buyer, read.status, read.closes),
        (&order().buyer, Status::Unpaid, order().closes)
    );
    let facts = again.facts("taobao", &order().buyer).unwrap();
    assert_eq!(
        (facts.contact, facts.returning, facts.heard[0].when),
        (NOW, true, Some(When::Hours(3)))
    );
    // What was read and is the same need not be written.
    assert!(again.take_changed().is_empty());
}

#[test]
fn two_tabs_that_reminded_of_the_same_order_count_both() {
    let (mut one, mut other) = (book(), Book::default());
    other.see(Order { seen: NOW + 5 * MINUTE, ..order() });
    other.sent(&["1001".to_owned()], "again", NOW + 9 * MINUTE);
    let theirs = kept(&mut other);
    one.take_changed();
    assert_eq!(one.merge(&theirs), []);
    let moments = |book: &Book| {
        let sent = &book.past("1001").unwrap().sent;
        sent.iter().map(|sent| (sent.at - NOW) / MINUTE).collect::<Vec<_>>()
    };
    assert_eq!(moments(&one), [1, 9]);
    // The first one knows more than what came, so that is written; then they agree.
    let ours = kept(&mut one);
    other.merge(&ours);
    assert_eq!(moments(&other), [1, 9]);
    assert!(other.take_changed().is_empty());
}

#[test]
fn what_cannot_be_read_is_set_aside_and_what_is_newer_is_left_alone() {
    let value = |json: &str| Some(serde_json::from_str::<Value>(json).unwrap());
    let records = vec![
        ("order:1".to_owned(), value(r#"{"format": 1, "sent": "often"}"#)),
        ("order:2".to_owned(), value(r#"{"format": 2}"#)),
        ("buyer:x".to_owned(), value("7")),
        ("reply:x".to_owned(), value("7")),
        ("order:3".to_owned(), None),
    ];
    let mut book = Book::default();
    let said: Vec<String> = book.merge(&records).iter().map(ToString::to_string).collect();
    expect![[r#"
        order:1: this record cannot be read; it is kept as `aside:order:1`
        order:2: a newer version wrote this record; it is left as it is
        buyer:x: this record cannot be read; it is kept as `aside:buyer:x`"#]]
    .assert_eq(&said.join("\n"));
    let changed = book.take_changed();
    let keys: Vec<&str> = changed.put.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!((keys, changed.remove), (vec!["aside:buyer:x", "aside:order:1"], Vec::new()));
    // The newer record is not written over.
    book.see(Order { number: "2".to_owned(), ..order() });
    let keys: Vec<String> = book.take_changed().put.into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, [""; 0]);
}

#[test]
fn an_order_is_forgotten_with_its_buyer_and_one_that_was_paid_at_once_is_not_kept() {
    let mut book = book();
    book.take_changed();
    let mut settings = Settings::default();
    let keep = |days: &str| deti::order::Setting {
        platform: String::new(),
        name: "keep_days".to_owned(),
        value: days.to_owned(),
    };
    settings.give(keep("2")).unwrap();
    book.sweep(&settings, NOW + 2 * 1440 * MINUTE);
    assert!(book.get("1001").is_some());
    book.sweep(&settings, NOW + 2 * 1440 * MINUTE + 1);
    assert!(book.get("1001").is_none());
    assert_eq!(book.take_changed().remove, ["buyer:taobao/k", "order:1001"]);

    book.see(Order { number: "1002".to_owned(), status: Status::Paid, ..order() });
    assert!(book.take_changed().is_empty());
}

#[test]
fn an_order_stays_its_first_buyers_and_keeps_what_a_later_sight_does_not_show() {
    let mut book = Book::default();
    book.see(order());
    let other = Buyer { key: "m".to_owned(), name: "陈先生".to_owned() };
    let blank = Order {
        number: "1001".to_owned(),
        platform: "taobao".to_owned(),
        buyer: other,
        status: Status::Paid,
        seen: NOW + MINUTE,
        ..Order::default()
    };
    book.see(blank);
    let known = book.get("1001").unwrap();
    assert_eq!((known.buyer.key.as_str(), known.status), ("k", Status::Paid));
    assert_eq!((known.item.as_str(), known.closes), ("童鞋", order().closes));
    assert_eq!(book.past("1001").unwrap().paid, Some(NOW + MINUTE));
}

#[test]
fn a_promise_is_due_before_its_time_and_is_kept_until_it_is_kept() {
    let mut promises = Promises::default();
    for (made, by) in [(NOW, NOW + 30 * MINUTE), (NOW, NOW + 1440 * MINUTE), (NOW, NOW + MINUTE)] {
        promises
            .note(Promise { made, by, words: "稍后回复您".to_owned(), ..Promise::default() });
    }
    let due: Vec<u64> = promises.open().iter().map(|it| (it.due() - NOW) / MINUTE).collect();
    assert_eq!(due, [0, 20, 1380]);
    let first = promises.open()[0].id.clone();
    promises.keep(&first, NOW + 2 * MINUTE);
    let records: Vec<Record> =
        promises.take_changed().put.into_iter().map(|(key, value)| (key, Some(value))).collect();
    let mut again = Promises::default();
    assert_eq!(again.merge(&records), []);
    assert_eq!(again.open(), promises.open());
    let broken = vec![("promise:x".to_owned(), Some(Value::Null))];
    let said: Vec<String> = again.merge(&broken).iter().map(ToString::to_string).collect();
    expect!["promise:x: this record cannot be read; it is kept as `aside:promise:x`"]
        .assert_eq(&said.join("\n"));
    again.sweep(NOW + 9 * 1440 * MINUTE);
    assert_eq!(again.take_changed().remove, [format!("promise:{first}")]);
}
