//! How page and panel begin, and where the panel stands.

use deti::desk::view::{CheckState, Tab};
use deti::desk::wire::{Ask, Dock, FromPage, Placement};
use deti::desk::{Event, Language, PanelEvent, Preferences};
use expect_test::expect;

use crate::scene::Scene;

#[test]
fn the_panel_is_ready_when_its_preferences_are_there() {
    let mut scene = Scene::empty();
    scene.shows().restored(Preferences::default()).hello(&["zh-TW", "en"]).shows();
    let placement = Placement { dock: Dock::Left, folded: true, ..Placement::default() };
    scene.restored(Preferences { placement, ..Preferences::default() }).shows();
    scene.page(FromPage::Focus { focused: true }).shows();
    scene.restored(Preferences::default());
    scene.plays(expect![[r#"
        = Starting
        > restored
        > hello zh-TW en
            Restore("localhost")
        = Starting
        > restored
            Ready
            Place { placement: Placement { dock: Left, x: 0.0, y: 0.0, folded: true } }
        = NoComposer
        > Focus { focused: true }
        = On
        > restored
    "#]]);
    let view = scene.desk.view();
    assert_eq!((view.language, view.dark), (Language::Hant, true));
}

#[test]
fn the_panel_is_placed_and_its_place_is_kept() {
    let mut scene = Scene::ready(&["zh"]);
    scene.panel(PanelEvent::Dock(Dock::Left));
    scene.panel(PanelEvent::Drag { x: 4.0, y: 8.0 });
    let placement = Placement { dock: Dock::Float, x: 30.0, y: 40.0, folded: false };
    scene.page(FromPage::Placed { placement });
    scene.panel(PanelEvent::Ask(Ask::Fold { folded: true }));
    scene.key(Ask::FocusPanel);
    scene.panel(PanelEvent::Ask(Ask::FocusPanel)).panel(PanelEvent::Leave);
    scene.plays(expect![[r#"
        > panel Dock(Left)
            Place { placement: Placement { dock: Left, x: 0.0, y: 0.0, folded: false } }
            Remember(Preferences { placement: Placement { dock: Left, x: 0.0, y: 0.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
        > panel Drag { x: 4.0, y: 8.0 }
            Drag { x: 4.0, y: 8.0 }
        > Placed { placement: Placement { dock: Float, x: 30.0, y: 40.0, folded: false } }
            Remember(Preferences { placement: Placement { dock: Float, x: 30.0, y: 40.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
        > panel Ask(Fold { folded: true })
            Place { placement: Placement { dock: Float, x: 30.0, y: 40.0, folded: true } }
            Remember(Preferences { placement: Placement { dock: Float, x: 30.0, y: 40.0, folded: true }, paused: false, stale_after: 0, tone: Warm })
            FocusComposer
        > key FocusPanel
            Place { placement: Placement { dock: Float, x: 30.0, y: 40.0, folded: false } }
            Remember(Preferences { placement: Placement { dock: Float, x: 30.0, y: 40.0, folded: false }, paused: false, stale_after: 0, tone: Warm })
            FocusPanel
            Focus(Search)
        > panel Ask(FocusPanel)
            FocusComposer
        > panel Leave
            FocusComposer
    "#]]);
}

#[test]
fn the_focus_goes_to_what_is_asked() {
    let mut scene = Scene::ready(&["zh"]);
    scene.panel(PanelEvent::Open(Tab::Orders)).key(Ask::FocusPanel);
    assert_eq!(scene.desk.view().tab, Tab::Replies);
    scene.panel(PanelEvent::InsertReply("eta".to_owned())).key(Ask::FocusPanel);
    scene.draft("加微信", 0).held().key(Ask::SendAnyway).key(Ask::FocusPanel);
    scene.plays(expect![[r#"
        > panel Open(Orders)
        > key FocusPanel
            FocusPanel
            Focus(Search)
        > panel InsertReply("eta")
            Focus(Form)
        > key FocusPanel
            FocusPanel
            Focus(Form)
        > draft 2 “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > held “加微信”
            verdict 2: block 0..3 “加微信”, card 0, hold
        > key SendAnyway
            FocusPanel
            Focus(Reasons)
        > key FocusPanel
            FocusPanel
            Focus(Reasons)
    "#]]);
}

#[test]
fn when_the_page_is_gone_the_desk_waits() {
    let mut scene = Scene::ready(&["zh"]);
    scene.chat("k", "林小姐", &["b: 在吗"]).draft("不行", 2);
    scene.desk.handle(Event::PageGone, 0);
    let view = scene.desk.view();
    assert_eq!((view.check, view.marks.len(), view.waiting), (CheckState::Starting, 0, None));
    scene.hello(&["zh"]).restored(Preferences::default()).shows();
}
