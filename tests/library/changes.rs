//! Every change can be undone, and says what it did.

use deti::reply::{BIN_KEEPS, Change, Library, Refusal, Wording};
use expect_test::expect;
use proptest::prelude::*;

use crate::{reply, shop, shown};

fn add(id: &str, folder: &str, title: &str, body: &str) -> Change {
    Change::Add { reply: reply(id, folder, title, body), before: None }
}

fn to(id: &str, folder: &str, before: Option<&str>) -> Change {
    let (id, folder) = (id.to_owned(), Wording::one(folder));
    Change::Move { id, folder, before: before.map(str::to_owned) }
}

#[test]
fn the_agents_own_come_first_and_can_be_changed() {
    let mut library = Library::new(shop());
    let mut told = String::new();
    for (now, change) in (1..).zip([
        add("a", "售后", "退货", "可以退货"),
        add("", "售后", "换货", "可以换货"),
        add("hello", "日常", "早", "早上好"),
        to("own-2", "售前", Some("a")),
        Change::Edit { reply: reply("a", "售后", "退货", "可以为您退货") },
        Change::Delete { id: "own-3".to_owned() },
        Change::Hide { id: "invoice".to_owned(), hidden: true },
    ]) {
        told += &format!("{:?}\n", library.apply(change, now));
    }
    expect![[r#"
        Ok(Added("a"))
        Ok(Added("own-2"))
        Ok(Added("own-3"))
        Ok(Moved("own-2"))
        Ok(Edited("a"))
        Ok(Deleted("own-3"))
        Ok(Hidden("invoice"))
    "#]]
    .assert_eq(&told);
    expect![[r#"
        售前/换货 own-2 (own 2) 可以换货
        售后/退货 a (own 5) 可以为您退货
        日常/问候 hello (shop) 您好，请问有什么可以帮到您？
        bin own-3 早上好 at 6
    "#]]
    .assert_eq(&shown(&library));
    library.apply(Change::Restore { entry: "own-3".to_owned() }, 8).unwrap();
    while library.undo(9).is_some() {}
    assert_eq!(listed(&library), listed(&Library::new(shop())));
    // What was added is not lost with it.
    let bin: Vec<&str> = library.bin().map(|(entry, _)| entry).collect();
    assert_eq!(bin, ["a", "own-2", "own-3"]);
}

#[test]
fn nobody_keeps_blanks_around_a_replys_texts() {
    let mut library = Library::new(Vec::new());
    library.apply(add("a", " f", "t ", "好的 \n\n"), 1).unwrap();
    library.apply(Change::Edit { reply: reply("a", "f", " t", " 好的，亲\n") }, 2).unwrap();
    let mut late = reply("a", "f", "t", "好的\n");
    late.body.hant = " 好的 ".to_owned();
    let kept = |library: &Library| library.get("a").unwrap().body.clone();
    assert_eq!(kept(&library), Wording::one("好的，亲"));
    library.apply(Change::Replace { reply: late }, 3).unwrap();
    assert_eq!(kept(&library), Wording { hans: "好的".to_owned(), hant: "好的".to_owned() });
}

#[test]
fn what_cannot_be_changed_is_left_and_said() {
    let mut library = Library::new(shop());
    library.apply(add("a", "售后", "退货", "可以退货"), 1).unwrap();
    let before = shown(&library);
    let mut late = reply("b", "促销", "双11", "满减");
    (late.valid_from, late.valid_until) =
        (deti::day::Day::read("2026-11-11"), deti::day::Day::read("2026-11-01"));
    for (change, refusal) in [
        (Change::Edit { reply: reply("hello", "日常", "早", "早") }, Refusal::NotOwn),
        (Change::Delete { id: "invoice".to_owned() }, Refusal::NotOwn),
        (to("none", "日常", None), Refusal::Unknown),
        (Change::Restore { entry: "a".to_owned() }, Refusal::Unknown),
        (Change::Forget { entry: "a".to_owned() }, Refusal::Unknown),
        (Change::Hide { id: "a".to_owned(), hidden: true }, Refusal::Unknown),
        (add("b", "日常", " ", "早"), Refusal::NoTitle),
        (Change::Edit { reply: reply("a", "日常", "早", "\n") }, Refusal::NoBody),
        (Change::Add { reply: late, before: None }, Refusal::Days),
        // One of several that cannot be made keeps all of them from being made.
        (
            Change::Several(vec![add("c", "日常", "晚", "晚上好"), to("none", "日常", None)]),
            Refusal::Unknown,
        ),
    ] {
        assert_eq!(library.apply(change.clone(), 2), Err(refusal), "{change:?}");
        assert_eq!(shown(&library), before, "{change:?}");
    }
}

#[test]
fn the_bin_keeps_thirty_days() {
    let mut library = Library::new(Vec::new());
    for (now, id) in [(0, "a"), (10, "b")] {
        library.apply(add(id, "f", id, id), now).unwrap();
        library.apply(Change::Delete { id: id.to_owned() }, now).unwrap();
    }
    for (now, left) in [(BIN_KEEPS, "ab"), (BIN_KEEPS + 1, "b"), (BIN_KEEPS + 11, "")] {
        library.sweep(now);
        assert_eq!(library.bin().map(|(entry, _)| entry).collect::<String>(), left, "{now}");
    }
}

pub fn change() -> impl Strategy<Value = Change> {
    let id = || prop_oneof!["[abc]", Just("hello".to_owned()), Just("none".to_owned())];
    let one = |id: String, body: String| reply(&id, "f", "t", &body);
    let single = prop_oneof![
        4 => ("[abc]", "[xyz]", proptest::option::of("[abc]")).prop_map(
            move |(id, body, before)| Change::Add { reply: one(id, body), before },
        ),
        2 => (id(), "[xyz]?").prop_map(move |(id, body)| Change::Edit { reply: one(id, body) }),
        2 => (id(), "[fg]", proptest::option::of("[abc]"))
            .prop_map(|(id, folder, before)| to(&id, &folder, before.as_deref())),
        3 => id().prop_map(|id| Change::Delete { id }),
        2 => "[abc](~2)?".prop_map(|entry| Change::Restore { entry }),
        1 => "[abc](~2)?".prop_map(|entry| Change::Forget { entry }),
        1 => Just(Change::Empty),
        1 => (id(), any::<bool>()).prop_map(|(id, hidden)| Change::Hide { id, hidden }),
    ];
    let several = proptest::collection::vec(single.clone(), 0..4).prop_map(Change::Several);
    prop_oneof![5 => single, 1 => several]
}

proptest! {
    #[test]
    fn what_is_undone_was_never_done(
        first in proptest::collection::vec(change(), 0..12),
        then in proptest::collection::vec(change(), 0..12),
    ) {
        let mut library = Library::new(shop());
        let mut clock = 1_u64..;
        for change in first {
            let _ = library.apply(change, clock.next().unwrap());
        }
        let before = library.clone();
        let mut made = 0;
        for change in then {
            let here = shown(&library);
            if library.apply(change, clock.next().unwrap()).is_ok() {
                made += 1;
            } else {
                prop_assert_eq!(shown(&library), here);
            }
        }
        for _ in 0..made {
            prop_assert!(library.undo(clock.next().unwrap()).is_some());
        }
        prop_assert_eq!(listed(&library), listed(&before));
        // In the bin is what was there, and what was added meanwhile.
        for (entry, binned) in before.bin() {
            prop_assert_eq!(library.bin().find(|(it, _)| *it == entry), Some((entry, binned)));
        }
    }
}

/// What the library shows, without what is in the bin.
fn listed(library: &Library) -> String {
    let shown = shown(library);
    shown.lines().filter(|line| !line.starts_with("bin ")).collect::<Vec<_>>().join("\n")
}
