//! An abbreviation and a space: what is replaced, what is left as it is, and what
//! Backspace gives back.

use deti::desk::wire::{Ask, FromPage, ToPage, WriteOutcome};
use deti::desk::{Effect, Event};
use expect_test::expect;

use crate::caret::REPLIES;
use crate::scene::{Scene, stock_with};

/// Two own replies, whose abbreviations are also a unit and a reply of the shop's.
const OWN: &str = r#"{
    "reply:a": {"format": 1, "updated": 1, "written": 1, "past": [], "reply":
        {"id": "a", "title": "尺码", "abbreviation": "cm", "body": "我们按厘米量。"}},
    "reply:b": {"format": 1, "updated": 1, "written": 1, "past": [], "reply":
        {"id": "b", "title": "我的退货", "abbreviation": "TH", "body": "退货请看👨‍👩‍👧{cursor}这里"}}
}"#;

fn scene() -> Scene {
    let mut scene = Scene::ready_with(stock_with(REPLIES), &["zh"]);
    scene.stored(OWN).fresh();
    scene
}

#[test]
fn what_a_space_takes_and_what_it_leaves() {
    let mut told = String::new();
    for (before, draft, caret) in [
        // Alone, as Enter would take it: her own before the shop's.
        ("kfp", "kfp ", 4),
        ("KFP", "KFP ", 4),
        ("th", "th ", 3),
        // However much of it is told at once.
        ("", "kfp ", 4),
        ("k", "kfp ", 4),
        ("kfp", "kfp\u{a0}", 4),
        // Among other words only what she abbreviated herself, where a word begins.
        ("好的，kfp", "好的，kfp ", 7),
        ("好的，cm", "好的，cm ", 6),
        ("ok, cm", "ok, cm ", 7),
        // Behind a number it is a unit.
        ("高 60 cm", "高 60 cm ", 8),
        ("好 th", "好 th ", 5),
        ("cm好", "cm 好", 3),
        ("60cm", "60cm ", 5),
        ("a.cm", "a.cm ", 5),
        ("@cm", "@cm ", 4),
        ("/cm", "/cm ", 4),
        // Nothing but a space behind it, and that was typed.
        ("kfp", "kfp，", 4),
        ("kfp ", "kfp  ", 5),
        ("kfp 好", "kfp ", 4),
        ("好", "好kfp ", 5),
        ("在吗", "kfp ", 4),
        ("kfp", "kfp ", 2),
    ] {
        let mut scene = scene();
        scene.draft(before, before.encode_utf16().count() as u32);
        let draft_now = FromPage::Draft { revision: 9, text: draft.to_owned(), caret };
        let effects = scene.desk.handle(Event::Page(draft_now), 9_999);
        let write = effects.iter().find_map(|effect| match effect {
            Effect::Page(ToPage::Write { start, end, text, .. }) => {
                Some(format!("{start}..{end} {}", text.replace('\n', "⏎")))
            }
            _ => None,
        });
        told += &format!("{before:?} {draft:?} {}\n", write.as_deref().unwrap_or("-"));
    }
    expect![[r#"
        "kfp" "kfp " 0..4 您好，发票随货寄出。⏎电子发票三天内发送。
        "KFP" "KFP " 0..4 您好，发票随货寄出。⏎电子发票三天内发送。
        "th" "th " 0..3 退货请看👨‍👩‍👧这里
        "" "kfp " 0..4 您好，发票随货寄出。⏎电子发票三天内发送。
        "k" "kfp " 0..4 您好，发票随货寄出。⏎电子发票三天内发送。
        "kfp" "kfp\u{a0}" 0..4 您好，发票随货寄出。⏎电子发票三天内发送。
        "好的，kfp" "好的，kfp " -
        "好的，cm" "好的，cm " 3..6 我们按厘米量。
        "ok, cm" "ok, cm " 4..7 我们按厘米量。
        "高 60 cm" "高 60 cm " -
        "好 th" "好 th " 2..5 退货请看👨‍👩‍👧这里
        "cm好" "cm 好" 0..3 我们按厘米量。
        "60cm" "60cm " -
        "a.cm" "a.cm " -
        "@cm" "@cm " -
        "/cm" "/cm " -
        "kfp" "kfp，" -
        "kfp " "kfp  " -
        "kfp 好" "kfp " -
        "好" "好kfp " -
        "在吗" "kfp " -
        "kfp" "kfp " -
    "#]]
    .assert_eq(&told);
}

#[test]
fn the_list_says_that_a_space_takes_one() {
    let mut told = String::new();
    for (draft, keys) in
        [("kfp", 0), ("好kfp", 0), ("好kfp", 1), ("好cm", 0), ("60cm", 0), ("th", 1), ("/cm", 0)]
    {
        let mut scene = scene();
        let caret = draft.encode_utf16().count() as u32;
        let draft_now = FromPage::Draft { revision: 9, text: draft.to_owned(), caret };
        let mut effects = scene.desk.handle(Event::Page(draft_now), 9_999);
        for _ in 0..keys {
            let ask = FromPage::Ask { ask: Ask::MoveList { rows: 1 } };
            effects = scene.desk.handle(Event::Page(ask), 9_999);
        }
        let list = effects.into_iter().find_map(|effect| match effect {
            Effect::Page(ToPage::List { list }) => list,
            _ => None,
        });
        let list = list.map(|list| (list.rows.len(), list.chosen, list.spaces));
        told += &format!("{draft} {keys}: {list:?}\n");
    }
    expect![[r#"
        kfp 0: Some((1, Some(0), true))
        好kfp 0: Some((1, None, false))
        好kfp 1: Some((1, Some(0), true))
        好cm 0: Some((1, None, true))
        60cm 0: None
        th 1: Some((2, Some(1), true))
        /cm 0: Some((1, Some(0), false))
    "#]]
    .assert_eq(&told);
}

#[test]
fn the_row_that_is_chosen_is_taken_and_a_closed_list_takes_nothing() {
    let mut scene = scene();
    scene.draft("th", 2).key(Ask::MoveList { rows: 1 }).draft("th ", 3);
    scene.draft("", 0).draft("th", 2).key(Ask::CloseList).draft("th ", 3);
    scene.draft("", 0).draft("kd", 2).draft("kd ", 3).shows();
    scene.plays(expect![[r#"
        > draft 2 “th”
            verdict 2:
            list 0..2 *我的[退货]（）退货请看👨‍👩‍👧这里 | [退货]（售后）您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。
        > key MoveList { rows: 1 }
            list 0..2 我的[退货]（）退货请看👨‍👩‍👧这里 | *[退货]（售后）您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。
        > draft 3 “th ”
            verdict 3:
            List { list: None }
            write 1 in “th ” 0..3 “您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。” caret 41
        > draft 4 “”
            verdict 4:
        > draft 5 “th”
            verdict 5:
            list 0..2 *我的[退货]（）退货请看👨‍👩‍👧这里 | [退货]（售后）您好，七天无理由退货，运费由我们承担，您在订单里点申请就可以了，寄回时请附上发票。
        > key CloseList
            List { list: None }
        > draft 6 “th ”
            verdict 6:
        > draft 7 “”
            verdict 7:
        > draft 8 “kd”
            verdict 8:
            list 0..2 *[快递]单号（物流）您好，快递是{快递}，请留意查收。 asks
        > draft 9 “kd ”
            verdict 9:
            List { list: None }
            FocusPanel
            Focus(Form)
        = On; form [("快递", "")]
    "#]]);
}

#[test]
fn backspace_right_behind_it_gives_back_what_was_typed() {
    let mut scene = scene();
    let after = "好，我们按厘米量。";
    let spaced = |scene: &mut Scene, id| {
        scene
            .draft("好，cm", 4)
            .draft("好，cm ", 5)
            .draft(after, 9)
            .wrote(id, WriteOutcome::Arrived);
    };
    spaced(&mut scene, 1);
    scene.draft("好，我们按厘米量", 8).draft("好，cm ", 5).wrote(2, WriteOutcome::Arrived).shows();
    // It stays as it is, until it is typed anew.
    scene.draft("好，cm", 4).draft("好，cm ", 5).note("taken again");
    scene.draft(after, 9).wrote(3, WriteOutcome::Arrived);
    scene.note("after another key").draft("好，我们按厘米量。x", 10).draft(after, 9);
    scene.draft("好，我们按厘米量", 8);
    scene.draft("", 0);
    spaced(&mut scene, 4);
    scene.note("elsewhere").caret(3).caret(9).draft("好，我们按厘米量", 8);
    scene.draft("", 0);
    spaced(&mut scene, 5);
    scene.note("all of it").draft("", 0);
    scene.plays(expect![[r#"
        > draft 2 “好，cm”
            verdict 2:
            list 2..4 [尺码]（）我们按厘米量。
        > draft 3 “好，cm ”
            verdict 3:
            List { list: None }
            write 1 in “好，cm ” 2..5 “我们按厘米量。” caret 9
        > draft 4 “好，我们按厘米量。”
            verdict 4:
        > wrote 1 Arrived
            store 1: + replies:uses - 
        > draft 5 “好，我们按厘米量”
            verdict 5:
            write 2 in “好，我们按厘米量” 2..8 “cm ” caret 5
        > draft 6 “好，cm ”
            verdict 6:
        > wrote 2 Arrived
        = On
        > draft 7 “好，cm”
            verdict 7:
            list 2..4 [尺码]（）我们按厘米量。
        > draft 8 “好，cm ”
            verdict 8:
            List { list: None }
            write 3 in “好，cm ” 2..5 “我们按厘米量。” caret 9
        = taken again
        > draft 9 “好，我们按厘米量。”
            verdict 9:
        > wrote 3 Arrived
            store 2: + replies:uses - 
        = after another key
        > draft 10 “好，我们按厘米量。x”
            verdict 10:
        > draft 11 “好，我们按厘米量。”
            verdict 11:
        > draft 12 “好，我们按厘米量”
            verdict 12:
        > draft 13 “”
            verdict 13:
        > draft 14 “好，cm”
            verdict 14:
            list 2..4 [尺码]（）我们按厘米量。
        > draft 15 “好，cm ”
            verdict 15:
            List { list: None }
            write 4 in “好，cm ” 2..5 “我们按厘米量。” caret 9
        > draft 16 “好，我们按厘米量。”
            verdict 16:
        > wrote 4 Arrived
            store 3: + replies:uses - 
        = elsewhere
        > caret 3
        > caret 9
        > draft 17 “好，我们按厘米量”
            verdict 17:
        > draft 18 “”
            verdict 18:
        > draft 19 “好，cm”
            verdict 19:
            list 2..4 [尺码]（）我们按厘米量。
        > draft 20 “好，cm ”
            verdict 20:
            List { list: None }
            write 5 in “好，cm ” 2..5 “我们按厘米量。” caret 9
        > draft 21 “好，我们按厘米量。”
            verdict 21:
        > wrote 5 Arrived
            store 4: + replies:uses - 
        = all of it
        > draft 22 “”
            verdict 22:
    "#]]);
}

#[test]
fn a_page_that_answers_late_does_not_undo_what_was_typed_since() {
    let after = "好，我们按厘米量。";
    let (more, less) = ("好，我们按厘米量。x", "好，我们按厘米量");
    // Another key and its Backspace before the page has said that it wrote, whether
    // the draft was told as it was written or only with that key.
    for told in [&[after, more, after][..], &[more, after]] {
        let mut scene = scene();
        scene.draft("好，cm", 4).draft("好，cm ", 5);
        for draft in told {
            scene.draft(draft, units(draft));
        }
        scene.wrote(1, WriteOutcome::Arrived);
        let now = FromPage::Draft { revision: 99, text: less.to_owned(), caret: units(less) };
        let effects = scene.desk.handle(Event::Page(now), 9_999);
        let writes = |effect: &Effect| matches!(effect, Effect::Page(ToPage::Write { .. }));
        assert!(!effects.iter().any(writes), "{told:?}: {effects:?}");
    }
}

#[test]
fn what_an_editor_goes_through_while_it_takes_the_words_is_not_typed_on() {
    let after = "好，我们按厘米量。";
    let mut scene = scene();
    scene.draft("好，cm", 4).draft("好，cm ", 5);
    for told in ["好，", "好，我们", after] {
        scene.draft(told, units(told));
    }
    scene.wrote(1, WriteOutcome::Arrived);
    let less = "好，我们按厘米量";
    let now = FromPage::Draft { revision: 99, text: less.to_owned(), caret: units(less) };
    let effects = scene.desk.handle(Event::Page(now), 9_999);
    let writes = |effect: &Effect| matches!(effect, Effect::Page(ToPage::Write { .. }));
    assert!(effects.iter().any(writes), "{effects:?}");
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[test]
fn a_picture_of_several_characters_is_one_backspace() {
    let mut scene = scene();
    let family = "👨‍👩‍👧";
    scene.draft("th", 2).draft("th ", 3).draft(&format!("退货请看{family}这里"), 12);
    scene.wrote(1, WriteOutcome::Arrived).fresh().draft("退货请看这里", 4);
    scene.plays(expect![[r#"
        > draft 5 “退货请看这里”
            verdict 5:
            write 2 in “退货请看这里” 0..6 “th ” caret 3
    "#]]);
}
