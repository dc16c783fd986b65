//! The book of orders and the promises are kept, read again, and put together with
//! what another tab knows.

#![allow(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use deti::order::{
    Amount, Book, Buyer, Cause, Ear, Fate, Heard, Mark, Meaning, Order, Part, Row, Sent, Setting,
    Settings, Source, Sources, Status, When,
};
use deti::promise::{Promise, Promises};
use deti::record::{Record, Value};
use deti::zone::{MINUTE, Zone};
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
    book.hear("taobao", &order.buyer, vec![heard], true, NOW);
    book.know("taobao", &order.buyer, |facts| {
        facts.contact = NOW;
        facts.returning = true;
        facts.asked = NOW;
        facts.followed = vec![NOW - MINUTE];
    });
    book.sent(&["taobao/1001".to_owned()], "waiting", NOW + MINUTE);
    book.mark("taobao/1001", Some(Mark::Later(NOW + 90 * MINUTE)));
    book.because("taobao/1001", Some(Cause::Payment));
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
        order:taobao/1001: {"format":2,"number":"1001","platform":"taobao","buyer":"林**","key":"k","status":"待付款","item":"童鞋","amount":"¥66.00","created":1793944800000,"closes":1793984400000,"seen":1793948400000,"from":{"buyer":"card","card":"card","closes":"card"},"firstSeen":1793948400000,"sent":[{"at":1793948460000,"reminder":"waiting"}],"mark":"later","later":1793953800000,"cause":"payment"}"#]].assert_eq(&json.join("\n"));
    assert!(book.take_changed().is_empty());

    let mut again = Book::default();
    assert_eq!(again.merge(&records), []);
    assert_eq!(again.past("taobao/1001"), book.past("taobao/1001"));
    let read = again.get("taobao/1001").unwrap();
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
    other.sent(&["taobao/1001".to_owned()], "again", NOW + 9 * MINUTE);
    let theirs = kept(&mut other);
    one.take_changed();
    assert_eq!(one.merge(&theirs), []);
    let moments = |book: &Book| {
        let sent = &book.past("taobao/1001").unwrap().sent;
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
fn a_noted_reminder_that_is_taken_back_stays_so_where_another_tab_knows_it_still() {
    let mut one = Book::default();
    one.see(order());
    one.sent(&["taobao/1001".to_owned()], Sent::ELSEWHERE, NOW);
    let noted = kept(&mut one);
    let mut other = Book::default();
    other.merge(&noted);
    one.unsent("taobao/1001", NOW);
    let taken_back = kept(&mut one);
    // Each hears of what the other one knew.
    one.merge(&noted);
    other.merge(&taken_back);
    for book in [&one, &other] {
        assert_eq!(book.past("taobao/1001").unwrap().sent, []);
    }
}

#[test]
fn what_cannot_be_read_is_set_aside_and_what_is_newer_is_left_alone() {
    let value = |json: &str| Some(serde_json::from_str::<Value>(json).unwrap());
    let records = vec![
        ("order:1".to_owned(), value(r#"{"format": 1, "sent": "often"}"#)),
        ("order:taobao/2".to_owned(), value(r#"{"format": 3}"#)),
        ("buyer:x".to_owned(), value("7")),
        ("reply:x".to_owned(), value("7")),
        ("order:3".to_owned(), None),
    ];
    let mut book = Book::default();
    let said: Vec<String> = book.merge(&records).iter().map(ToString::to_string).collect();
    expect![[r#"
        order:1: this record cannot be read; it is kept as `aside:order:1`
        order:taobao/2: a newer version wrote this record; it is left as it is
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
fn what_was_kept_by_number_alone_is_kept_by_platform_and_number() {
    let record = r#"{"format":1,"platform":"taobao","buyer":"林**","key":"k","status":"待付款",
        "seen":1793948400000,"firstSeen":1793948400000,"sent":[{"at":1793948460000}]}"#;
    let value = serde_json::from_str::<Value>(record).unwrap();
    let mut book = Book::default();
    assert_eq!(book.merge(&[("order:1001".to_owned(), Some(value))]), []);
    assert_eq!(book.past("taobao/1001").unwrap().sent.len(), 1);
    let changed = book.take_changed();
    assert_eq!(changed.remove, ["order:1001"]);
    assert_eq!(changed.put[0].0, "order:taobao/1001");
    let again: Vec<Record> = changed.put.into_iter().map(|(key, it)| (key, Some(it))).collect();
    let mut other = Book::default();
    assert_eq!(other.merge(&again), []);
    assert_eq!(other.get("taobao/1001"), book.get("taobao/1001"));
    assert!(other.take_changed().is_empty());
}

#[test]
fn two_platforms_may_give_out_the_same_number() {
    let mut book = book();
    let other = Order { platform: "jd".to_owned(), item: "童袜".to_owned(), ..order() };
    book.see(other.clone());
    book.sent(&[other.id()], "waiting", NOW);
    book.mark(&other.id(), Some(Mark::Declined));
    let records = kept(&mut book);
    let mut again = Book::default();
    assert_eq!(again.merge(&records), []);
    let told = |id: &str| {
        let past = again.past(id).unwrap();
        (again.get(id).unwrap().item.as_str(), past.sent.len(), past.mark)
    };
    assert_eq!(told("taobao/1001"), ("童鞋", 1, Some(Mark::Later(NOW + 90 * MINUTE))));
    assert_eq!(told("jd/1001"), ("童袜", 1, Some(Mark::Declined)));
}

/// A row of a file: what it says of order 1001 or another.
fn row(line: usize, number: &str, status: &str) -> Row {
    let order = Order {
        number: number.to_owned(),
        platform: "taobao".to_owned(),
        status: Status::of(status),
        status_text: status.to_owned(),
        seen: NOW + 2 * MINUTE,
        from: Sources::all(Source::File),
        ..Order::default()
    };
    Row { line, order, ..Row::default() }
}

#[test]
fn a_file_is_looked_at_taken_in_as_one_step_and_undone() {
    let mut book = book();
    book.take_changed();
    let mut reminded = row(5, "1003", "待付款");
    reminded.sent = vec![NOW - 60 * MINUTE];
    reminded.order.buyer.name = "小鹿".to_owned();
    reminded.said = "三小时后付".to_owned();
    let rows = vec![
        row(2, "1001", "已付款"),
        row(3, "1002", "待付款"),
        row(4, "1002", "交易关闭"),
        reminded,
    ];
    let told: Vec<String> = book
        .intake(rows.clone())
        .iter()
        .map(|it| format!("{} {} {:?}", it.row.line, it.row.order.number, it.fate))
        .collect();
    expect![[r#"
        2 1001 Changed([Status])
        3 1002 Repeated(4)
        4 1002 New
        5 1003 New"#]]
    .assert_eq(&told.join("\n"));

    let taken = book.take_in(rows.clone(), &Ear::default(), NOW + 2 * MINUTE);
    assert_eq!(taken.count(), 3);
    assert_eq!(book.get("taobao/1001").unwrap().status, Status::Paid);
    assert_eq!(book.get("taobao/1001").unwrap().item, "童鞋", "what the row leaves open stays");
    assert_eq!(book.past("taobao/1003").unwrap().sent.len(), 1);
    // The same file again says nothing new.
    assert!(book.intake(rows).iter().all(|it| !it.takes()));

    // What happens meanwhile is not undone.
    book.sent(&["taobao/1003".to_owned()], "waiting", NOW + 3 * MINUTE);
    book.undo(taken);
    assert_eq!(book.get("taobao/1001").unwrap().status, Status::Unpaid);
    assert_eq!(book.past("taobao/1001").unwrap().paid, None);
    assert!(book.get("taobao/1002").is_none());
    assert_eq!(book.past("taobao/1003").unwrap().sent.len(), 2);
    let changed = book.take_changed();
    assert_eq!(changed.remove, ["order:taobao/1002"]);
}

#[test]
fn an_order_is_forgotten_with_its_buyer_and_one_that_was_never_waited_for_after_three_days() {
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
    assert!(book.get("taobao/1001").is_some());
    book.sweep(&settings, NOW + 2 * 1440 * MINUTE + 1);
    assert!(book.get("taobao/1001").is_none());
    assert_eq!(book.take_changed().remove, ["buyer:taobao/k", "order:taobao/1001"]);

    // The page goes on showing it.
    for seen in [NOW, NOW + 61 * MINUTE] {
        book.see(Order { number: "1002".to_owned(), status: Status::Paid, seen, ..order() });
    }
    settings.give(keep("30")).unwrap();
    let last = NOW + 61 * MINUTE;
    assert_eq!(book.take_changed().put.len(), 1);
    book.sweep(&settings, last + 3 * 1440 * MINUTE);
    assert!(book.take_changed().is_empty());
    book.sweep(&settings, last + 3 * 1440 * MINUTE + 1);
    assert_eq!(book.take_changed().remove, ["order:taobao/1002"]);
}

#[test]
fn what_holds_other_orders_back_and_what_is_over_is_known_after_a_reload() {
    let mut book = Book::default();
    for (number, status) in [("1001", "待付款"), ("1002", "退款中"), ("1003", "已付款")] {
        let (number, status_text) = (number.to_owned(), status.to_owned());
        book.see(Order { number, status: Status::of(status), status_text, ..order() });
    }
    let mut again = Book::default();
    assert_eq!(again.merge(&kept(&mut book)), []);
    let plan = |book: &Book| book.plan(&Settings::default(), &Zone::fixed(480), NOW + MINUTE);
    let decided = |book: &Book| {
        let all = book.orders().iter().zip(plan(book));
        let mut all: Vec<String> =
            all.map(|(order, planned)| format!("{} {:?}", order.number, planned.reasons)).collect();
        all.sort();
        all
    };
    assert_eq!(decided(&again), decided(&book));
    expect![[r#"
        1001 [RefundOpen { order: Some("1002") }, CeilingTotal { sent: 0 }]
        1002 [RefundOpen { order: None }]
        1003 [Paid, RefundOpen { order: Some("1002") }]"#]]
    .assert_eq(&decided(&again).join("\n"));
    // A file that was made before does not make it unpaid.
    let fates: Vec<Fate> =
        again.intake(vec![row(2, "1003", "待付款")]).into_iter().map(|it| it.fate).collect();
    assert_eq!(fates, [Fate::Over]);
}

#[test]
fn who_asked_is_forgotten_when_nothing_was_heard_for_as_long_and_not_before() {
    let mut book = Book::default();
    let days = |days: u64| NOW + days * 1440 * MINUTE;
    let keep = Setting { name: "keep_days".into(), value: "30".into(), ..Setting::default() };
    let settings = Settings::from(vec![keep]);
    let buyer = |key: &str| Buyer { key: key.to_owned(), name: String::new() };
    book.know("taobao", &buyer("asked"), |facts| (facts.asked, facts.waiting) = (NOW, true));
    book.know("taobao", &buyer("answered"), |facts| facts.contact = days(5));
    book.know("taobao", &buyer("followed"), |facts| facts.followed = vec![days(10)]);
    // An old word of a buyer whose order is still seen.
    book.see(Order { buyer: buyer("ordered"), seen: days(20), ..order() });
    book.know("taobao", &buyer("ordered"), |facts| facts.left_alone = true);
    let mut told = String::new();
    for day in [30, 31, 36, 41, 51] {
        book.take_changed();
        book.sweep(&settings, days(day));
        told.push_str(&format!("day {day}: {}\n", book.take_changed().remove.join(" ")));
    }
    assert_eq!(book.askers().len(), 0);
    expect![[r#"
        day 30: 
        day 31: buyer:taobao/asked
        day 36: buyer:taobao/answered
        day 41: buyer:taobao/followed
        day 51: buyer:taobao/ordered order:taobao/1001
    "#]]
    .assert_eq(&told);
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
    let known = book.get("taobao/1001").unwrap();
    assert_eq!((known.buyer.key.as_str(), known.status), ("k", Status::Paid));
    assert_eq!((known.item.as_str(), known.closes), ("童鞋", order().closes));
    assert_eq!(book.past("taobao/1001").unwrap().paid, Some(NOW + MINUTE));
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
    // What was kept, and what never was, for as long as an order is remembered.
    let days = |days: u64| NOW + days * 1440 * MINUTE;
    let keep = Setting { name: "keep_days".into(), value: "30".into(), ..Setting::default() };
    let settings = Settings::from(vec![keep]);
    again.sweep(&settings, days(30));
    assert_eq!(again.take_changed().remove, [""; 0]);
    again.sweep(&settings, days(30) + 20 * MINUTE);
    let gone = again.take_changed().remove;
    assert!(gone.contains(&format!("promise:{first}")), "{gone:?}");
    again.sweep(&settings, days(32));
    assert_eq!((gone.len() + again.take_changed().remove.len(), again.open().len()), (3, 0));
}

/// An order as each source knows it.
fn known_from(source: Source, key: &str, name: &str, status: &str, closes: u64) -> Order {
    Order {
        buyer: Buyer { key: key.to_owned(), name: name.to_owned() },
        status: Status::of(status),
        status_text: status.to_owned(),
        closes: Some(NOW + closes * MINUTE),
        from: Sources::all(source),
        ..order()
    }
}

#[test]
fn the_surer_source_says_whose_an_order_is_whether_it_is_over_and_when_it_closes() {
    use Source::{Card, Chat, File, Hand};
    let (paid, unpaid) = ("已付款", "待付款");
    let mut told = String::new();
    for (first, then) in [
        ((Chat, "a", "小鹿", unpaid), (Card, "b", "海边的风", unpaid)),
        ((Hand, "a", "小鹿", unpaid), (Card, "b", "海边的风", unpaid)),
        ((Card, "b", "海边的风", unpaid), (Chat, "a", "小鹿", unpaid)),
        ((Card, "b", "海边的风", unpaid), (Hand, "a", "小鹿", unpaid)),
        ((Card, "b", "海边的风", unpaid), (Card, "a", "小鹿", unpaid)),
        ((Chat, "a", "小鹿", unpaid), (File, "", "海**", unpaid)),
        ((Chat, "a", "小鹿", unpaid), (File, "", "海边的风", unpaid)),
        ((Chat, "a", "小鹿", unpaid), (Card, "", "海**", unpaid)),
        ((File, "", "小**", unpaid), (Card, "a", "小鹿", unpaid)),
        ((Card, "a", "小鹿", paid), (File, "", "小**", unpaid)),
        ((Card, "a", "小鹿", "交易关闭"), (File, "", "小**", unpaid)),
        ((Card, "a", "小鹿", "退款中"), (Hand, "a", "小鹿", unpaid)),
        ((Card, "a", "小鹿", unpaid), (File, "", "小**", paid)),
        ((Card, "a", "小鹿", unpaid), (File, "", "小**", "谁知道")),
        ((File, "", "小**", paid), (File, "", "小**", unpaid)),
        ((File, "", "小**", paid), (Card, "a", "小鹿", unpaid)),
        ((Card, "a", "小鹿", paid), (Card, "a", "小鹿", unpaid)),
    ] {
        let mut book = Book::default();
        let of =
            |(source, key, name, status), closes| known_from(source, key, name, status, closes);
        book.see(of(first, 60));
        book.see(Order { seen: NOW + MINUTE, ..of(then, 90) });
        let known = book.get("taobao/1001").unwrap();
        told.push_str(&format!(
            "{:?} {} {}, {:?} {} {}: {} {}, {}, closes {} by {:?}\n",
            first.0,
            first.2,
            first.3,
            then.0,
            then.2,
            then.3,
            known.buyer.key,
            known.buyer.name,
            known.status_text,
            (known.closes.unwrap() - NOW) / MINUTE,
            known.from.closes,
        ));
    }
    expect![[r#"
        Chat 小鹿 待付款, Card 海边的风 待付款: b 海边的风, 待付款, closes 90 by Card
        Hand 小鹿 待付款, Card 海边的风 待付款: b 海边的风, 待付款, closes 90 by Card
        Card 海边的风 待付款, Chat 小鹿 待付款: b 海边的风, 待付款, closes 60 by Card
        Card 海边的风 待付款, Hand 小鹿 待付款: b 海边的风, 待付款, closes 60 by Card
        Card 海边的风 待付款, Card 小鹿 待付款: b 海边的风, 待付款, closes 90 by Card
        Chat 小鹿 待付款, File 海** 待付款: a 小鹿, 待付款, closes 90 by File
        Chat 小鹿 待付款, File 海边的风 待付款:  海边的风, 待付款, closes 90 by File
        Chat 小鹿 待付款, Card 海** 待付款:  海**, 待付款, closes 90 by Card
        File 小** 待付款, Card 小鹿 待付款: a 小鹿, 待付款, closes 90 by Card
        Card 小鹿 已付款, File 小** 待付款: a 小鹿, 已付款, closes 60 by Card
        Card 小鹿 交易关闭, File 小** 待付款: a 小鹿, 交易关闭, closes 60 by Card
        Card 小鹿 退款中, Hand 小鹿 待付款: a 小鹿, 退款中, closes 60 by Card
        Card 小鹿 待付款, File 小** 已付款: a 小鹿, 已付款, closes 60 by Card
        Card 小鹿 待付款, File 小** 谁知道: a 小鹿, 待付款, closes 60 by Card
        File 小** 已付款, File 小** 待付款:  小**, 已付款, closes 90 by File
        File 小** 已付款, Card 小鹿 待付款: a 小鹿, 待付款, closes 90 by Card
        Card 小鹿 已付款, Card 小鹿 待付款: a 小鹿, 待付款, closes 90 by Card
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_file_does_not_open_what_the_page_says_is_over() {
    let mut book = Book::default();
    for (number, status) in [("1001", "已付款"), ("1002", "交易关闭"), ("1003", "待付款")]
    {
        let status = (Status::of(status), status.to_owned());
        let order = order();
        book.see(Order {
            number: number.to_owned(),
            status: status.0,
            status_text: status.1,
            ..order
        });
    }
    let rows = vec![row(2, "1001", "待付款"), row(3, "1002", "待付款"), row(4, "1003", "已付款")];
    let told: Vec<String> = book
        .intake(rows.clone())
        .iter()
        .map(|it| format!("{} {:?} {}", it.row.line, it.fate, it.takes()))
        .collect();
    expect![[r#"
        2 Over false
        3 Over false
        4 Changed([Status]) true"#]]
    .assert_eq(&told.join("\n"));
    book.take_in(rows, &Ear::default(), NOW + 2 * MINUTE);
    let status = |id: &str| book.get(id).unwrap().status;
    assert_eq!(
        ["taobao/1001", "taobao/1002", "taobao/1003"].map(status),
        [Status::Paid, Status::Closed, Status::Paid]
    );
}

/// What the page showed after the file was made holds; what it showed before gives way.
#[test]
fn the_page_holds_where_it_is_fresher_than_the_file() {
    for (made, status, fate, left) in [
        (NOW - MINUTE, "已付款", Fate::Fresher, Status::Unpaid),
        (NOW - MINUTE, "交易关闭", Fate::Fresher, Status::Unpaid),
        (NOW + MINUTE, "已付款", Fate::Changed(vec![Part::Status]), Status::Paid),
        (NOW - MINUTE, "待付款", Fate::Known, Status::Unpaid),
    ] {
        let mut book = Book::default();
        book.see(order());
        let mut old = row(2, "1001", status);
        old.order.seen = made;
        assert_eq!(book.intake(vec![old.clone()])[0].fate, fate, "{status}");
        book.take_in(vec![old], &Ear::default(), NOW + 2 * MINUTE);
        assert_eq!(book.get("taobao/1001").unwrap().status, left, "{status}");
        // The page says otherwise afterwards: nobody paid, after all.
        book.see(Order { seen: NOW + 3 * MINUTE, ..order() });
        assert_eq!(book.get("taobao/1001").unwrap().status, Status::Unpaid, "{status}");
        assert_eq!(book.past("taobao/1001").unwrap().paid, None, "{status}");
    }
}

/// A way in which an order, or its buyer, goes on.
type Movement = (&'static str, fn(&mut Book));

/// Whatever happens to an order of a file, or to its buyer, outlives the undoing.
#[test]
fn undoing_a_file_loses_nothing_that_happened_since() {
    const ID: &str = "taobao/1003";
    let buyer = || Buyer { key: String::new(), name: "小鹿".to_owned() };
    let later = NOW + 5 * MINUTE;
    let seen = |status: &str| {
        let mut order = row(2, "1003", status).order;
        order.buyer.name = "小鹿".to_owned();
        Order { seen: NOW + 5 * MINUTE, from: Sources::all(Source::Card), ..order }
    };
    let told = |book: &Book| {
        let past = book.past(ID).cloned().unwrap_or_default();
        let facts = book.facts("taobao", &buyer()).cloned().unwrap_or_default();
        let order = book.get(ID);
        let heard: Vec<&str> = facts.heard.iter().map(|heard| heard.meaning.name()).collect();
        format!(
            "{:?} sent {} mark {:?} cause {:?} paid {} contact {} heard {heard:?} alone {}",
            order.map(|it| (it.status, it.from.card)),
            past.sent.len(),
            past.mark,
            past.cause.map(Cause::name),
            past.paid.is_some(),
            facts.contact / MINUTE,
            facts.left_alone,
        )
    };
    let movements: [Movement; 8] = [
        ("reminded", |book| book.sent(&[ID.to_owned()], "w", NOW + 5 * MINUTE)),
        ("marked", |book| book.mark(ID, Some(Mark::Later(NOW + 60 * MINUTE)))),
        ("a cause", |book| book.because(ID, Some(Cause::Comparing))),
        ("spoke", |book| {
            let heard = Heard {
                meaning: Meaning::Declined,
                at: NOW + 5 * MINUTE,
                when: None,
                words: String::new(),
            };
            let buyer = Buyer { key: String::new(), name: "小鹿".to_owned() };
            book.hear("taobao", &buyer, vec![heard], true, NOW + 5 * MINUTE);
        }),
        ("wrote", |book| book.know_buyer_of(ID, |facts| facts.contact = NOW + 5 * MINUTE)),
        ("left alone", |book| book.know_buyer_of(ID, |facts| facts.left_alone = true)),
        ("followed up", |book| book.know_buyer_of(ID, |facts| facts.followed.push(NOW))),
        ("nothing", |_| {}),
    ];
    for (name, moves) in movements {
        let mut book = book();
        let mut new = row(2, "1003", "待付款");
        new.order.buyer = buyer();
        new.said = "有点贵".to_owned();
        let taken = book.take_in(vec![new], &Ear::default(), NOW + 2 * MINUTE);
        moves(&mut book);
        let before = told(&book);
        book.undo(taken);
        if name == "nothing" {
            assert!(book.get(ID).is_none(), "what nothing happened to goes");
        } else {
            let order = book.get(ID).is_some();
            let of_buyer = ["spoke", "wrote", "left alone", "followed up"].contains(&name);
            let lost = before.split(" contact ").last() != told(&book).split(" contact ").last();
            assert!(!lost, "{name}: {before} is {}", told(&book));
            assert!(order || of_buyer, "{name}: the order is gone");
        }
    }
    // The page has shown it since: paid, or just as the file had it.
    for status in ["已付款", "待付款"] {
        let mut book = book();
        let mut new = row(2, "1003", "待付款");
        new.order.buyer = buyer();
        let taken = book.take_in(vec![new], &Ear::default(), NOW + 2 * MINUTE);
        book.see(seen(status));
        let before = told(&book);
        book.undo(taken);
        assert_eq!(told(&book), before, "{status} at {later}");
    }
}

#[test]
fn two_tabs_agree_on_the_surer_buyer_whoever_saw_the_order_last() {
    let (mut page, mut chat) = (Book::default(), Book::default());
    page.see(known_from(Source::Card, "b", "海边的风", "待付款", 60));
    let later = known_from(Source::Chat, "a", "小鹿", "待付款", 90);
    chat.see(Order { seen: NOW + MINUTE, ..later });
    let (theirs, ours) = (kept(&mut chat), kept(&mut page));
    page.merge(&theirs);
    chat.merge(&ours);
    let told = |book: &Book| {
        let order = book.get("taobao/1001").unwrap();
        (order.buyer.key.clone(), order.closes, order.from)
    };
    assert_eq!(told(&page), ("b".to_owned(), Some(NOW + 60 * MINUTE), Sources::all(Source::Card)));
    assert_eq!(told(&chat), told(&page));
    // What each puts together is written once, and then they are at peace.
    let (theirs, ours) = (kept(&mut chat), kept(&mut page));
    page.merge(&theirs);
    chat.merge(&ours);
    assert!(page.take_changed().is_empty() && chat.take_changed().is_empty());
}

#[test]
fn what_was_kept_without_its_source_gives_way_and_stays_over() {
    let record = r#"{"format":2,"number":"1001","platform":"taobao","buyer":"小鹿","key":"a",
        "status":"已付款","closes":1793984400000,"seen":1793948400000,"firstSeen":1793948400000}"#;
    let value = serde_json::from_str::<Value>(record).unwrap();
    let mut book = Book::default();
    assert_eq!(book.merge(&[("order:taobao/1001".to_owned(), Some(value))]), []);
    let known = book.get("taobao/1001").unwrap();
    assert_eq!((known.closes.is_some(), known.page_closes()), (true, None));
    assert_eq!(book.intake(vec![row(2, "1001", "待付款")])[0].fate, Fate::Over);
    let card = known_from(Source::Card, "b", "海边的风", "已付款", 60);
    book.see(Order { seen: NOW + MINUTE, ..card });
    let known = book.get("taobao/1001").unwrap();
    assert_eq!((known.buyer.key.as_str(), known.page_closes()), ("b", Some(NOW + 60 * MINUTE)));
}

/// A conversation that is opened is read from its beginning, again and again: what was
/// said last stands last.
#[test]
fn what_a_buyer_says_again_is_what_she_said_last() {
    let buyer = order().buyer;
    let told = |meaning: Meaning, at: u64| Heard { meaning, at, when: None, words: String::new() };
    let all = |times: [u64; 3]| {
        let meanings = [Meaning::Declined, Meaning::Wants, Meaning::Declined];
        meanings.into_iter().zip(times).map(|(meaning, at)| told(meaning, at)).collect::<Vec<_>>()
    };
    let mut book = Book::default();
    // Without times of the page, all of it is heard now, and first heard then.
    for now in [NOW, NOW + MINUTE] {
        book.hear("jd", &buyer, all([now; 3]), false, now);
    }
    let heard = |book: &Book| -> Vec<(Meaning, u64)> {
        let facts = book.facts("jd", &buyer).unwrap();
        facts.heard.iter().map(|heard| (heard.meaning, heard.at)).collect()
    };
    assert_eq!(heard(&book), [(Meaning::Wants, NOW), (Meaning::Declined, NOW)]);
    let mut book = Book::default();
    book.hear("jd", &buyer, all([NOW, NOW + MINUTE, NOW + 2 * MINUTE]), false, NOW + 3 * MINUTE);
    assert_eq!(
        heard(&book),
        [(Meaning::Wants, NOW + MINUTE), (Meaning::Declined, NOW + 2 * MINUTE)]
    );
}
