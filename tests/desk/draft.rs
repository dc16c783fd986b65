//! A draft is checked as it is typed, and rewritten by key.

use deti::desk::PanelEvent;
use deti::desk::wire::{Ask, WriteOutcome};
use expect_test::expect;

use crate::scene::Scene;

#[test]
fn every_change_gets_its_verdict() {
    let mut scene = Scene::ready(&["zh-CN"]);
    scene.draft("这个", 2).draft("这个不行", 4).shows().draft("这个可以", 4).shows();
    scene.plays(expect![[r#"
        > draft 2 “这个”
            verdict 2:
        > draft 3 “这个不行”
            verdict 3: warn 2..4 “不行”, card 0
        = On; 1 marks, 1 fixable; looks at 0
        > draft 4 “这个可以”
            verdict 4:
        = On
    "#]]);
}

#[test]
fn the_reason_is_in_the_language_of_the_interface() {
    for (languages, why) in
        [("zh-CN", "显得生硬"), ("zh-TW", "顯得生硬"), ("en", "It sounds stiff")]
    {
        let mut scene = Scene::ready(&[languages]);
        scene.draft("不行", 0);
        let marks = scene.desk.view().marks;
        assert_eq!((marks[0].why.as_str(), marks[0].rewrites.len()), (why, 1));
    }
}

#[test]
fn the_card_follows_the_caret_and_falls_back_to_what_blocks() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("快点吧，不行，加微信吧", 11).caret(1).caret(5).caret(6).caret(3).caret(9);
    scene.draft("快点吧，不行", 3).caret(99);
    scene.plays(expect![[r#"
        > draft 2 “快点吧，不行，加微信吧”
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”, block 7..10 “加微信”, card 2, hold
        > caret 1
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”, block 7..10 “加微信”, card 0, hold
        > caret 5
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”, block 7..10 “加微信”, card 1, hold
        > caret 6
        > caret 3
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”, block 7..10 “加微信”, card 2, hold
        > caret 9
        > draft 3 “快点吧，不行”
            verdict 3: tip 0..2 “快点”, warn 4..6 “不行”
        > caret 99
    "#]]);
}

#[test]
fn a_rewrite_is_one_edit_and_the_caret_stays_with_its_words() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("😀这个不行的", 7).caret(5);
    scene.key(Ask::TakeRewrite { mark: None, rewrite: 0 });
    scene.draft("😀这个无法帮到您的", 9).wrote(1, WriteOutcome::Arrived).shows();
    scene.draft("😀这个无法帮到您的呢", 10).shows();
    scene.plays(expect![[r#"
        > draft 2 “😀这个不行的”
            verdict 2: warn 4..6 “不行”
        > caret 5
            verdict 2: warn 4..6 “不行”, card 0
        > key TakeRewrite { mark: None, rewrite: 0 }
            write 1 in “😀这个不行的” 4..6 “无法帮到您” caret 9
        > draft 3 “😀这个无法帮到您的”
            verdict 3:
        > wrote 1 Arrived
        = On; Rewritten(1)
        > draft 4 “😀这个无法帮到您的呢”
            verdict 4:
        = On
    "#]]);
}

#[test]
fn without_a_card_the_first_rewrite_is_taken() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("快点吧，不行，好的", 9).key(Ask::TakeRewrite { mark: None, rewrite: 0 });
    scene.key(Ask::TakeRewrite { mark: Some(1), rewrite: 0 });
    scene.key(Ask::TakeRewrite { mark: Some(1), rewrite: 4 }).shows();
    scene.key(Ask::TakeRewrite { mark: Some(9), rewrite: 0 }).shows();
    scene.plays(expect![[r#"
        > draft 2 “快点吧，不行，好的”
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”
        > key TakeRewrite { mark: None, rewrite: 0 }
            write 1 in “快点吧，不行，好的” 0..2 “尽快” caret 9
        > key TakeRewrite { mark: Some(1), rewrite: 0 }
            write 2 in “快点吧，不行，好的” 4..6 “无法帮到您” caret 12
        > key TakeRewrite { mark: Some(1), rewrite: 4 }
        = On; 2 marks, 2 fixable; NothingToFix
        > key TakeRewrite { mark: Some(9), rewrite: 0 }
        = On; 2 marks, 2 fixable; NothingToFix
    "#]]);
}

#[test]
fn fix_all_is_one_write_and_says_how_much_it_settles() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("快点吧，不行，开不了发票，加微信吧", 0).shows().key(Ask::FixAll);
    scene.draft("尽快吧，无法帮到您，会给您开发票，加微信吧", 0);
    scene.wrote(1, WriteOutcome::Arrived).shows();
    scene.key(Ask::FixAll).shows();
    scene.plays(expect![[r#"
        > draft 2 “快点吧，不行，开不了发票，加微信吧”
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”, block 7..12 “开不了发票”, block 13..16 “加微信”, card 0, hold
        = On; 4 marks, 3 fixable; looks at 0
        > key FixAll
            write 1 in “快点吧，不行，开不了发票，加微信吧” 0..10 “尽快吧，无法帮到您，会给您开” caret 0
        > draft 3 “尽快吧，无法帮到您，会给您开发票，加微信吧”
            verdict 3: block 17..20 “加微信”, card 0, hold
        > wrote 1 Arrived
        = On; 1 marks, 0 fixable; looks at 0; Rewritten(3)
        > key FixAll
        = On; 1 marks, 0 fixable; looks at 0; NothingToFix
    "#]]);
}

#[test]
fn fix_all_leaves_the_caret_with_its_words() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("不行的话，开不了发票呢", 4).key(Ask::FixAll);
    scene.plays(expect![[r#"
        > draft 2 “不行的话，开不了发票呢”
            verdict 2: warn 0..2 “不行”, block 5..10 “开不了发票”, card 1, hold
        > key FixAll
            write 1 in “不行的话，开不了发票呢” 0..8 “无法帮到您的话，会给您开” caret 7
    "#]]);
}

#[test]
fn what_is_ignored_stays_ignored_while_its_words_stay() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("不行，快点", 2).key(Ask::Ignore { mark: 0 }).shows();
    scene.draft("真的不行，快点", 4).shows();
    scene.panel(PanelEvent::Ask(Ask::FixAll));
    scene.draft("快点", 2).draft("不行，快点", 2).shows();
    scene.plays(expect![[r#"
        > draft 2 “不行，快点”
            verdict 2: warn 0..2 “不行”, tip 3..5 “快点”, card 0
        > key Ignore { mark: 0 }
            verdict 2: tip 3..5 “快点”
        = On; 1 marks, 1 fixable
        > draft 3 “真的不行，快点”
            verdict 3: tip 5..7 “快点”
        = On; 1 marks, 1 fixable
        > panel Ask(FixAll)
            write 1 in “真的不行，快点” 5..7 “尽快” caret 4
            FocusComposer
        > draft 4 “快点”
            verdict 4: tip 0..2 “快点”, card 0
        > draft 5 “不行，快点”
            verdict 5: warn 0..2 “不行”, tip 3..5 “快点”, card 0
        = On; 2 marks, 2 fixable; looks at 0
    "#]]);
}

#[test]
fn a_block_cannot_be_ignored() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("加微信", 3).key(Ask::Ignore { mark: 0 }).shows();
    scene.plays(expect![[r#"
        > draft 2 “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > key Ignore { mark: 0 }
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; 1 marks, 0 fixable; looks at 0
    "#]]);
}

#[test]
fn what_the_buyer_said_is_part_of_the_check() {
    let mut scene = Scene::ready(&["zh"]);
    scene.chat("k", "林小姐", &["b: 在吗"]).draft("已经关闭了", 5);
    scene.chat("k", "林小姐", &["b: 在吗", "b: 请关闭订单"]);
    scene.chat("k", "林小姐", &["b: 在吗", "b: 请关闭订单", "a: 好的"]);
    scene.plays(expect![[r#"
        > chat k: 在吗
            verdict 1:
        > draft 2 “已经关闭了”
            verdict 2: block 2..5 “关闭了”, card 0, hold
        > chat k: 在吗 / 请关闭订单
            verdict 2:
        > chat k: 在吗 / 请关闭订单 / 好的
    "#]]);
}

#[test]
fn another_look_shows_another_card() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("快点吧，不行", 6).panel(PanelEvent::Look(0)).panel(PanelEvent::Look(7)).shows();
    scene.plays(expect![[r#"
        > draft 2 “快点吧，不行”
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”, card 1
        > panel Look(0)
            verdict 2: tip 0..2 “快点”, warn 4..6 “不行”, card 0
        > panel Look(7)
        = On; 2 marks, 2 fixable; looks at 0
    "#]]);
}

#[test]
fn what_became_of_a_write_is_said() {
    for (outcome, table) in [
        (
            WriteOutcome::Arrived,
            expect![[r#"
            > draft 2 “这个不行”
                verdict 2: warn 2..4 “不行”, card 0
            > key TakeRewrite { mark: None, rewrite: 0 }
                write 1 in “这个不行” 2..4 “无法帮到您” caret 7
            > wrote 1 Arrived
            = On; 1 marks, 1 fixable; looks at 0; Rewritten(1)
            > wrote 1 Arrived
        "#]],
        ),
        (
            WriteOutcome::TextChanged,
            expect![[r#"
            > draft 2 “这个不行”
                verdict 2: warn 2..4 “不行”, card 0
            > key TakeRewrite { mark: None, rewrite: 0 }
                write 1 in “这个不行” 2..4 “无法帮到您” caret 7
            > wrote 1 TextChanged
            = On; 1 marks, 1 fixable; looks at 0; TextChanged
            > wrote 1 TextChanged
        "#]],
        ),
        (
            WriteOutcome::Refused,
            expect![[r#"
            > draft 2 “这个不行”
                verdict 2: warn 2..4 “不行”, card 0
            > key TakeRewrite { mark: None, rewrite: 0 }
                write 1 in “这个不行” 2..4 “无法帮到您” caret 7
            > wrote 1 Refused
                copy “这个无法帮到您”
            = On; 1 marks, 1 fixable; looks at 0; Copied
            > wrote 1 Refused
        "#]],
        ),
        (
            WriteOutcome::NoComposer,
            expect![[r#"
            > draft 2 “这个不行”
                verdict 2: warn 2..4 “不行”, card 0
            > key TakeRewrite { mark: None, rewrite: 0 }
                write 1 in “这个不行” 2..4 “无法帮到您” caret 7
            > wrote 1 NoComposer
                copy “这个无法帮到您”
            = On; 1 marks, 1 fixable; looks at 0; NoComposer
            > wrote 1 NoComposer
        "#]],
        ),
    ] {
        let mut scene = Scene::ready(&["zh"]);
        scene.draft("这个不行", 4).key(Ask::TakeRewrite { mark: None, rewrite: 0 });
        scene.wrote(1, outcome).shows().wrote(1, outcome);
        scene.plays(table);
    }
}
