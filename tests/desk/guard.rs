//! A message is held, edited, or released with a reason; it is never sent from
//! here.

use deti::desk::wire::{Ask, FromPage};
use deti::desk::{Effect, Event, PanelEvent, wire::ToPage};
use expect_test::expect;

use crate::scene::Scene;

fn reason(text: &str) -> PanelEvent {
    PanelEvent::Reason(text.to_owned())
}

#[test]
fn a_held_draft_is_held_until_its_text_changes() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("快点，开不了发票", 0).held().shows();
    scene.key(Ask::TakeRewrite { mark: None, rewrite: 0 });
    scene.draft("快点，会给您开发票", 9).shows();
    scene.plays(expect![[r#"
        > draft 2 “快点，开不了发票”
            verdict 2: tip 0..2 “快点”, block 3..8 “开不了发票”, card 0, hold
        > held “快点，开不了发票”
            verdict 2: tip 0..2 “快点”, block 3..8 “开不了发票”, card 1, hold
        = On; holds “快点，开不了发票”; 2 marks, 2 fixable; looks at 1
        > key TakeRewrite { mark: None, rewrite: 0 }
            write 1 in “快点，开不了发票” 3..8 “会给您开发票” caret 0
        > draft 3 “快点，会给您开发票”
            verdict 3: tip 0..2 “快点”
        = On; 1 marks, 1 fixable
    "#]]);
}

#[test]
fn a_send_that_nothing_blocks_is_not_held() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("不行", 2).held().shows();
    scene.page(FromPage::Held { text: "加微信".to_owned() }).shows();
    scene.plays(expect![[r#"
        > draft 2 “不行”
            verdict 2: warn 0..2 “不行”, card 0
        > held “不行”
            verdict 2: warn 0..2 “不行”, card 0
        = On; 1 marks, 1 fixable; looks at 0
        > held “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; holds “加微信”; 1 marks, 0 fixable; looks at 0
    "#]]);
}

#[test]
fn sending_anyway_needs_a_reason() {
    let mut scene = Scene::ready(&["zh"]);
    scene.key(Ask::SendAnyway).panel(reason("没有什么可放行"));
    scene.draft("加微信", 3).held().panel(reason("还没有问"));
    scene.key(Ask::SendAnyway).shows();
    scene.panel(reason("  ")).shows().panel(reason(" 引用买家原话 ")).shows();
    scene.held().sent().shows();
    scene.draft("加微信", 3).held().shows();
    scene.plays(expect![[r#"
        > key SendAnyway
        > panel Reason("没有什么可放行")
        > draft 2 “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > held “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > panel Reason("还没有问")
        > key SendAnyway
            FocusPanel
            Focus(Reasons)
        = On; holds “加微信”, asks why; 1 marks, 0 fixable; looks at 0
        > panel Reason("  ")
        = On; holds “加微信”, asks why; 1 marks, 0 fixable; looks at 0
        > panel Reason(" 引用买家原话 ")
            verdict 2: block 0..3 “加微信”, card 0
            release “加微信”
            FocusComposer
        = On; 1 marks, 0 fixable; looks at 0; Released("引用买家原话")
        > held “加微信”
            verdict 2: block 0..3 “加微信”, card 0
            release “加微信”
        > sent “加微信”
        > draft 3 “”
            verdict 3:
        = On
        > draft 4 “加微信”
            verdict 4: block 0..3 “加微信”, card 0, hold
        > held “加微信”
            verdict 4: block 0..3 “加微信”, card 0, hold
        = On; holds “加微信”; 1 marks, 0 fixable; looks at 0
    "#]]);

    let view = scene.desk.view();
    assert_eq!(view.overrides, 1);
    assert_eq!(
        view.notes.iter().map(|note| (&*note.words, &*note.reason)).collect::<Vec<_>>(),
        [("加微信", "引用买家原话")]
    );
}

#[test]
fn going_back_to_editing_lets_go_of_nothing() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("加微信", 3).held().key(Ask::SendAnyway).panel(PanelEvent::KeepEditing).shows();
    scene.panel(reason("太晚了")).held().shows();
    scene.plays(expect![[r#"
        > draft 2 “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > held “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > key SendAnyway
            FocusPanel
            Focus(Reasons)
        > panel KeepEditing
            FocusComposer
        = On; 1 marks, 0 fixable; looks at 0
        > panel Reason("太晚了")
        > held “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; holds “加微信”; 1 marks, 0 fixable; looks at 0
    "#]]);
}

#[test]
fn another_conversation_holds_nothing() {
    let mut scene = Scene::ready(&["zh"]);
    scene.chat("a", "林小姐", &[]).draft("加微信", 3).held();
    scene.chat("b", "陈先生", &[]).shows();
    scene.plays(expect![[r#"
        > chat a: 
            verdict 1:
        > draft 2 “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > held “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > chat b: 
            verdict 2: block 0..3 “加微信”, card 0, hold
        = On; 1 marks, 0 fixable; looks at 0
    "#]]);
}

#[test]
fn only_a_reason_given_for_a_held_text_releases_it() {
    let mut scene = Scene::ready(&["zh"]);
    scene.draft("加微信", 3).held().key(Ask::SendAnyway).draft("加微信吧", 4);
    let effects = scene.desk.handle(Event::Panel(reason("改过了")), 0);
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::Page(ToPage::Release { .. }))),
        "{effects:?}"
    );
}
