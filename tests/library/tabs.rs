//! Two tabs, one storage: each hears what the other wrote.

use deti::record::Record;
use deti::reply::{Change, Library};
use expect_test::{Expect, expect};

use crate::{reply, shown};

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

#[test]
fn both_count_their_uses() {
    let (mut one, mut two) = tabs();
    one.used("a", 2);
    one.used("b", 3);
    two.used("a", 4);
    settle(
        &mut one,
        &mut two,
        expect![[r#"
        f/t a (own 1) first
    "#]],
    );
    let counts = |library: &Library| ["a", "b"].map(|id| library.uses(id).map(|it| it.count));
    assert_eq!((counts(&one), counts(&two)), ([Some(1), Some(1)], [Some(1), Some(1)]));
}
