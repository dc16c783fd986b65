//! What is kept of a library makes the same library again.

use deti::record::Value;
use deti::reply::{Change, Library};
use expect_test::expect;
use proptest::prelude::*;

use crate::changes::change;
use crate::{reply, shop, shown};

/// Records of the first format, as they were written when there was no other.
/// This file is never written anew.
const FIRST: &str = include_str!("first-format.json");

fn records(json: &str) -> Vec<(String, Value)> {
    let Value::Map(records) = serde_json::from_str(json).unwrap() else { unreachable!() };
    records
}

fn said(problems: &[deti::pack::Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn the_first_format_is_still_read() {
    let (library, problems) = Library::restore(shop(), records(FIRST), 1_800_000_000_000);
    assert_eq!(problems, []);
    expect![[r#"
        物流/顺丰 own-1794150000000 (own 1794150500000) 亲，{item}已由顺丰寄出，单号 {tracking}。
        促销/双11 promo (own 1794150100000) 满300减40，11月11日24点结束。
        售前/发票 invoice (shop) 我们会为您提供发票。
        bin promo~2 满300减30 at 1799900000000
    "#]]
    .assert_eq(&shown(&library));
    let promo = library.get("promo").unwrap();
    assert_eq!(promo.valid_until.unwrap().to_string(), "2026-11-11");
    assert_eq!(
        (promo.tags.join(" "), promo.platforms.join(" ")),
        ("满减 活动".into(), "pdd".into())
    );
    assert_eq!(
        (promo.body.hant.as_str(), promo.abbreviation.as_str()),
        ("滿300減40，11月11日24點結束。", "d11")
    );
    assert_eq!(library.uses("invoice").map(|it| (it.count, it.last)), Some((3, 1794150000000)));
}

#[test]
fn what_is_written_now_is_what_the_first_format_is() {
    let (library, _) = Library::restore(shop(), records(FIRST), 1_800_000_000_000);
    let written = |records: Vec<(String, Value)>| {
        let mut lines: Vec<String> =
            records.iter().map(|record| serde_json::to_string(record).unwrap()).collect();
        lines.sort();
        lines
    };
    assert_eq!(written(library.records()), written(records(FIRST)));
}

#[test]
fn a_record_that_cannot_be_read_is_set_aside_and_the_rest_is_there() {
    let json = r#"{
        "reply:a": {"format": 1, "reply": {"id": "a", "title": "t", "body": "好"}, "updated": 1, "written": 1, "past": []},
        "reply:b": {"format": 1, "reply": {"id": "b", "title": "t"}, "updated": 1, "written": 1, "past": []},
        "reply:c": "nonsense",
        "reply:d": {"format": 1, "reply": {"id": "a", "title": "t", "body": "好"}, "updated": 1, "written": 1, "past": []},
        "reply:e": {"format": 2, "reply": {"new": true}},
        "bin:f": null,
        "replies:order": {"format": 1, "ids": {}},
        "replies:uses": {"format": 1, "ids": {"a": [1, 2, 3.5], "b": [0, 2, 3]}},
        "preferences:localhost": 7,
        "aside:reply:c": "nonsense",
        "aside:bin:f": "another"
    }"#;
    let (mut library, problems) = Library::restore(Vec::new(), records(json), 9);
    expect![[r#"
        reply:b: this record cannot be read; it is kept as `aside:reply:b`
        reply:c: this record cannot be read; it is kept as `aside:reply:c`
        reply:d: this record cannot be read; it is kept as `aside:reply:d`
        reply:e: a newer version wrote this record; it is left as it is
        replies:order: this record cannot be read; it is kept as `aside:replies:order`
        replies:uses: this record cannot be read; it is kept as `aside:replies:uses`
    "#]]
    .assert_eq(&said(&problems[1..]));
    expect!["bin:f: this record cannot be read; it is kept as `aside:bin:f~2`"]
        .assert_eq(said(&problems[..1]).trim_end());
    assert_eq!(shown(&library), "/t a (own 1) 好\n");
    let changed = library.take_changed();
    let put: Vec<&str> = changed.put.iter().map(|(key, _)| key.as_str()).collect();
    expect![[r#"
        put aside:bin:f~2 aside:replies:order aside:replies:uses aside:reply:b aside:reply:c aside:reply:d replies:order replies:uses
        remove bin:f reply:b reply:c reply:d"#]]
    .assert_eq(&format!("put {}\nremove {}", put.join(" "), changed.remove.join(" ")));
    // A later start finds nothing wrong but what the newer version wrote.
    let mut kept = library.records();
    kept.extend(records(json).into_iter().filter(|(key, _)| key == "reply:e"));
    let (again, problems) = Library::restore(Vec::new(), kept, 9);
    assert_eq!((shown(&again), problems.len()), (shown(&library), 1));
}

#[test]
fn a_change_says_which_records_it_is_about() {
    let mut library = Library::new(shop());
    let mut told = String::new();
    let mut changed = |library: &mut Library| {
        let changed = library.take_changed();
        let put: Vec<&str> = changed.put.iter().map(|(key, _)| key.as_str()).collect();
        told += &format!("+ {} - {}\n", put.join(" "), changed.remove.join(" "));
    };
    let add = |id: &str| Change::Add { reply: reply(id, "f", "t", id), before: None };
    library.apply(Change::Several(vec![add("a"), add("b")]), 1).unwrap();
    changed(&mut library);
    changed(&mut library);
    library.apply(Change::Delete { id: "a".to_owned() }, 2).unwrap();
    changed(&mut library);
    library.used("b", 3);
    changed(&mut library);
    library.undo(4);
    changed(&mut library);
    let keys = ["reply:a".to_owned(), "bin:a".to_owned()];
    library.not_kept(&keys);
    changed(&mut library);
    expect![[r#"
        + replies:order reply:a reply:b - 
        +  - 
        + bin:a replies:order - reply:a
        + replies:uses - 
        + replies:order reply:a - bin:a
        + reply:a - bin:a
    "#]]
    .assert_eq(&told);
}

proptest! {
    #[test]
    fn in_whatever_order_records_come_they_make_the_same_library(
        changes in proptest::collection::vec(change(), 0..24),
        undone in 0..4_u64,
        shuffle in proptest::collection::vec(any::<u32>(), 32),
    ) {
        let mut library = Library::new(shop());
        let mut storage = std::collections::BTreeMap::new();
        for (now, change) in (1_u64..).zip(changes) {
            let _ = library.apply(change, now);
            library.used("a", now);
        }
        for now in 0..undone {
            library.undo(100 + now);
        }
        let changed = library.take_changed();
        storage.extend(changed.put);
        let mut kept: Vec<_> = storage.into_iter().zip(shuffle).collect();
        kept.sort_by_key(|(_, at)| *at);
        let kept = kept.into_iter().map(|(record, _)| record);
        let json = serde_json::to_string(&Value::Map(kept.collect())).unwrap();
        let (again, problems) = Library::restore(shop(), records(&json), 200);
        prop_assert_eq!(problems, []);
        prop_assert_eq!(shown(&again), shown(&library));
        prop_assert_eq!(again.uses("a"), library.uses("a"));
    }

    #[test]
    fn any_value_under_any_key_is_no_harm(
        key in "(reply:|bin:|aside:|replies:order|replies:uses|replies:hidden)a?",
        format in 0..3_i32, inner in "[\\[\\]{}\":a1,]{0,12}",
    ) {
        let value = serde_json::from_str(&inner).unwrap_or(Value::Null);
        let record = Value::Map(vec![
            ("format".to_owned(), Value::Number(format.into())),
            ("reply".to_owned(), value.clone()),
            ("ids".to_owned(), value.clone()),
        ]);
        for value in [value, record] {
            let (mut library, _) = Library::restore(shop(), [(key.clone(), value.clone())], 1);
            // Whatever is taken away is kept under another key.
            for gone in library.take_changed().remove {
                prop_assert_eq!(&gone, &key);
                prop_assert!(library.set_aside().any(|(_, kept)| *kept == value));
            }
        }
    }
}
