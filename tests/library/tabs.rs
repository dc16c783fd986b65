//! Two tabs, one storage: each hears what the other wrote.

use deti::record::Record;
use deti::reply::{Change, Library};
use expect_test::{Expect, expect};

use crate::{reply, shop, shown};

/// What a tab has written since it was last asked, as another tab hears it.
fn written(tab: &mut Library) -> Vec<Record> {
    let changed = tab.take_changed();
    let put = changed.put.into_iter().map(|(key, value)| (key, Some(value)));
    put.chain(changed.remove.into_iter().map(|key| (key, None))).collect()
}

/// Two tabs that both have the reply `a`.
fn tabs() -> (Library, Library) {
    let (mut one, mut two) = (Library::default(), Library::default());
    one.apply(Change::Add { reply: reply("a", "f", "t", "first"), before: None }, 1).unwrap();
    assert_eq!(two.merge(written(&mut one), 1), []);
    (one, two)
}

fn edit(tab: &mut Library, body: &str, now: u64) {
    tab.apply(Change::Edit { reply: reply("a", "f", "t", body) }, now).unwrap();
}

/// Both tabs hear each other until neither has anything to say.
fn settle(one: &mut Library, two: &mut Library, table: Expect) {
    for now in 50..60 {
        let (first, second) = (written(one), written(two));
        if first.is_empty() && second.is_empty() {
            break;
        }
        // A tab hears its own writing too.
        two.merge(first.clone(), now);
        one.merge(second.clone(), now);
        one.merge(first, now);
        two.merge(second, now);
    }
    let without_times = |library: &Library| {
        let shown = shown(library);
        shown.lines().map(|line| format!("{}\n", line.split(" at ").next().unwrap())).collect()
    };
    let (first, second): (String, String) = (without_times(one), without_times(two));
    assert_eq!(first, second);
    table.assert_eq(&first);
}

#[test]
fn one_after_the_other_is_no_conflict() {
    let (mut one, mut two) = tabs();
    edit(&mut one, "second", 2);
    two.merge(written(&mut one), 3);
    edit(&mut two, "third", 4);
    edit(&mut two, "fourth", 5);
    settle(
        &mut one,
        &mut two,
        expect![[r#"
        f/t a (own 5) fourth
    "#]],
    );
}

#[test]
fn both_at_once_leaves_the_later_and_keeps_the_other_in_the_bin() {
    let (mut one, mut two) = tabs();
    edit(&mut one, "mine", 2);
    edit(&mut two, "yours", 3);
    settle(
        &mut one,
        &mut two,
        expect![[r#"
        f/t a (own 3) yours
        bin a~2 mine
    "#]],
    );
}

#[test]
fn the_same_words_twice_are_no_copy() {
    let (mut one, mut two) = tabs();
    edit(&mut one, "same", 2);
    edit(&mut two, "same", 3);
    settle(
        &mut one,
        &mut two,
        expect![[r#"
        f/t a (own 3) same
    "#]],
    );
}

#[test]
fn what_one_throws_away_is_gone_for_the_other() {
    let (mut one, mut two) = tabs();
    one.apply(Change::Delete { id: "a".to_owned() }, 2).unwrap();
    settle(
        &mut one,
        &mut two,
        expect![[r#"
        bin a first
    "#]],
    );
}

#[test]
fn what_one_throws_away_while_the_other_writes_it_is_kept() {
    let (mut one, mut two) = tabs();
    one.apply(Change::Delete { id: "a".to_owned() }, 2).unwrap();
    edit(&mut two, "wanted", 3);
    settle(
        &mut one,
        &mut two,
        expect![[r#"
        f/t a (own 3) wanted
        bin a first
    "#]],
    );
}

#[test]
fn what_the_other_tab_changed_is_not_undone_here() {
    let (mut one, mut two) = tabs();
    edit(&mut one, "mine", 2);
    two.merge(written(&mut one), 3);
    edit(&mut two, "yours", 4);
    one.merge(written(&mut two), 5);
    assert_eq!((one.can_undo(), two.can_undo().is_some()), (None, true));
    assert_eq!(shown(&one), "f/t a (own 4) yours\n");
}

/// How often each tab says that `a` and `b` were used.
fn counts(tabs: [&Library; 2]) -> [[u32; 2]; 2] {
    tabs.map(|tab| ["a", "b"].map(|id| tab.uses(id).map_or(0, |it| it.count)))
}

#[test]
fn what_both_count_at_once_is_counted_twice() {
    let (one, two) = tabs();
    let (mut one, mut two) = (one.in_tab("one".into()), two.in_tab("two".into()));
    one.used("a", 2);
    one.used("b", 3);
    two.used("a", 3);
    settle(
        &mut one,
        &mut two,
        expect![[r#"
        f/t a (own 1) first
    "#]],
    );
    assert_eq!(counts([&one, &two]), [[2, 1]; 2]);
    // One after the other is no more than that.
    for now in 0..3 {
        one.used("a", 100_000 + now);
        two.merge(written(&mut one), 0);
        assert_eq!(written(&mut two), []);
        two.used("b", 200_000 + now);
        one.merge(written(&mut two), 0);
        assert_eq!(written(&mut one), []);
    }
    assert_eq!(counts([&one, &two]), [[5, 4]; 2]);
}

#[test]
fn a_use_before_the_library_was_read_is_counted() {
    let (one, _) = tabs();
    let mut one = one.in_tab("one".into());
    one.used("a", 2);
    let kept = written(&mut one);
    let mut two = Library::default().in_tab("two".into());
    two.used("a", 3);
    two.merge(kept, 4);
    assert_eq!(two.uses("a").map(|it| it.count), Some(2));
    one.merge(written(&mut two), 5);
    assert_eq!(counts([&one, &two]), [[2, 0]; 2]);
    // Nobody writes again what is written.
    assert_eq!((written(&mut one), written(&mut two)), (vec![], vec![]));
}

#[test]
fn what_three_count_at_once_is_counted_three_times() {
    let mut tabs = ["one", "two", "three"].map(|name| Library::default().in_tab(name.into()));
    tabs.iter_mut().for_each(|tab| tab.used("a", 2));
    // Each hears every record in the order in which they were written.
    for round in 0.. {
        let records: Vec<_> = tabs.iter_mut().map(written).filter(|it| !it.is_empty()).collect();
        if records.is_empty() {
            break;
        }
        assert!(round < 5, "they write for ever");
        for record in records {
            for tab in &mut tabs {
                tab.merge(record.clone(), 3);
            }
        }
    }
    let counts = tabs.map(|tab| tab.uses("a").map(|it| it.count));
    assert_eq!(counts, [Some(3); 3]);
}

#[test]
fn a_tab_that_hears_its_own_writing_prepares_nothing_anew() {
    let mut library = Library::new(shop());
    library.apply(Change::Add { reply: reply("a", "f", "t", "b"), before: None }, 1).unwrap();
    library.used("a", 2);
    let written = library.take_changed();
    let (revision, counted) = (library.revision(), library.counted());
    let heard = written.put.iter().map(|(key, value)| (key.clone(), Some(value.clone())));
    library.merge(heard.collect(), 3);
    assert_eq!((library.revision(), library.counted()), (revision, counted));
    // What another tab has counted is no other library either.
    let mut other = Library::restore(shop(), written.put, 3).0.in_tab("other".to_owned());
    other.used("a", 4);
    let uses = other.take_changed().put.into_iter().map(|(key, value)| (key, Some(value)));
    library.merge(uses.collect(), 5);
    assert_eq!(library.revision(), revision);
    assert_eq!(library.uses("a").unwrap().count, 2);
}
