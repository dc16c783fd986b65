//! The clock of the buyer who waits.

use deti::desk::view::Waiting;

use crate::scene::Scene;

#[test]
fn the_clock_runs_from_the_first_unanswered_message_to_the_answer() {
    let mut scene = Scene::ready(&["zh"]);
    let waits = |scene: &Scene| scene.desk.view().waiting;
    let since = |buyer: &str, since| Some(Waiting { buyer: buyer.to_owned(), since });
    // Three events made the desk ready, and each event takes a second.
    scene.chat("a", "林小姐", &["b: 在吗"]);
    assert_eq!(waits(&scene), since("林小姐", 4000));
    scene.chat("a", "林小姐", &["b: 在吗", "t: 欢迎光临", "s: 已接入", "b: 人呢"]);
    assert_eq!(waits(&scene), since("林小姐", 4000));
    scene.chat("b", "陈先生", &["b: 你好"]);
    assert_eq!(waits(&scene), since("陈先生", 6000));
    scene.chat("a", "林小姐", &["b: 在吗", "t: 欢迎光临", "s: 已接入", "b: 人呢"]);
    assert_eq!(waits(&scene), since("林小姐", 4000));
    scene.draft("您好", 2).sent();
    assert_eq!(waits(&scene), None);
    scene.chat("a", "林小姐", &["b: 在吗", "b: 人呢", "a: 您好"]);
    assert_eq!(waits(&scene), None);
    scene.chat("a", "林小姐", &["b: 在吗", "b: 人呢", "a: 您好", "b: 好"]);
    assert_eq!(waits(&scene), since("林小姐", 12000));
}
