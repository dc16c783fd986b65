//! What a desk works with is read from packs, whatever order they arrive in.

use deti::desk::Packs;
use expect_test::expect;

const HANDBOOK: &str = include_str!("../../packs/replies/handbook.toml");
const REMINDERS: &str = include_str!("../../packs/reminders/handbook.toml");

#[test]
fn the_folder_tells_what_a_pack_is() {
    let (packs, problems) = Packs::read([
        ("replies/handbook.toml", HANDBOOK),
        ("drills/snow.toml", "not for a desk"),
        ("index.json", "[]"),
        ("reminders/handbook.toml", REMINDERS),
    ]);
    assert_eq!(problems, []);
    assert_eq!((packs.replies.len(), packs.reminders.len()), (35, 75));
}

#[test]
fn an_id_means_what_the_first_pack_says() {
    let own = |body: &str| {
        format!(
            "pack = \"own\"\nversion = \"1\"\nsource = \"own\"\n[[reply]]\nid = \"own\"\n\
             folder = {{ hans = \"f\", hant = \"f\" }}\ntitle = {{ hans = \"t\", hant = \"t\" }}\n\
             body = {{ hans = \"{body}\", hant = \"{body}\" }}\nsource = \"own\"\n"
        )
    };
    let (first, second) = (own("a"), own("b"));
    for packs in [
        [("replies/a.toml", &*first), ("replies/b.toml", &*second)],
        [("replies/b.toml", &*second), ("replies/a.toml", &*first)],
    ] {
        let (packs, problems) = Packs::read(packs);
        assert_eq!(packs.replies.iter().map(|reply| &*reply.body.hans).collect::<Vec<_>>(), ["a"]);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        expect!["replies/b.toml: an earlier pack has the id `own`; choose another"]
            .assert_eq(&said.join("\n"));
    }
}

#[test]
fn a_reply_takes_in_only_what_there_is() {
    let pack = |replies: &[(&str, &str)]| {
        let mut text = "pack = \"own\"\nversion = \"1\"\nsource = \"own\"\n".to_owned();
        for (id, body) in replies {
            text += &format!(
                "[[reply]]\nid = \"{id}\"\nfolder = {{ hans = \"f\", hant = \"f\" }}\n\
                 title = {{ hans = \"t\", hant = \"t\" }}\n\
                 body = {{ hans = \"{body}\", hant = \"好\" }}\nsource = \"own\"\n"
            );
        }
        text
    };
    let one = pack(&[("a", "a{snippet:b}"), ("b", "b"), ("c", "{snippet:none}")]);
    let two = pack(&[("d", "{snippet:e}"), ("e", "{snippet:d}"), ("f", "{snippet:a}")]);
    let (_, problems) = Packs::read([("replies/a.toml", &*one), ("replies/b.toml", &*two)]);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    expect![[r#"
        replies/a.toml: `c` takes in `none`, which there is not or which takes it in
        replies/b.toml: `d` takes in `e`, which there is not or which takes it in
        replies/b.toml: `e` takes in `d`, which there is not or which takes it in"#]]
    .assert_eq(&said.join("\n"));
}
